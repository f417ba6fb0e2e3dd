import type { ListEntry } from '../../reconcile/index.js';
import { type Issue, warning } from '../../value/index.js';
import type { JobPath, ListSource } from '../job/index.js';
import { isNotText, rawText } from './cell.js';
import { type Columns, cellAt, type OpenColumn, placeOf, type SourceRow, type SourceSheet } from './sheet.js';

export type Person = Pick<ListEntry, 'name' | 'id' | 'studentNumber' | 'relation' | 'idNotText'>;

/** Columns whose cells hold several people: names in one and numbers in another, or both together in one. */
export type PackedColumns = { readonly separators: readonly string[] } & (
  | { readonly kind: 'apart'; readonly names: OpenColumn; readonly ids: OpenColumn }
  | { readonly kind: 'together'; readonly people: OpenColumn }
);

export function openPacked(
  packed: ListSource['packed'],
  columns: Columns,
  path: JobPath,
): PackedColumns | undefined {
  if (packed === undefined) return undefined;
  const { separator: separators } = packed;
  return 'people' in packed
    ? { kind: 'together', separators, people: columns.find(packed.people, [...path, 'people']) }
    : {
        kind: 'apart',
        separators,
        names: columns.find(packed.names, [...path, 'names']),
        ids: columns.find(packed.ids, [...path, 'ids']),
      };
}

export const columnsOfPacked = (packed: PackedColumns): readonly OpenColumn[] =>
  packed.kind === 'together' ? [packed.people] : [packed.names, packed.ids];

/**
 * The people packed into the cells of a row, in their order; an empty place stands for nobody and keeps its position.
 * Issues: `row.packedUneven` (there are not as many numbers as names: each name and each number is then a person of its
 * own, because pairing them would be a guess), `row.packedTogether` (several numbers stand with no separator between).
 */
export function packedPersons(
  row: SourceRow,
  packed: PackedColumns,
  sheet: SourceSheet,
  issues: Issue[],
): readonly Person[] {
  if (packed.kind === 'together') {
    const pieces = piecesOf(row, packed.people, packed.separators);
    const read = pieces.map((piece) => personsIn(piece, isNotText(cellAt(row, packed.people))));
    if (read.some((persons) => persons.length > 1))
      issues.push(warning('row.packedTogether', {}, placeOf(sheet, row.row, packed.people)));
    return read.flat();
  }
  const names = piecesOf(row, packed.names, packed.separators);
  const ids = piecesOf(row, packed.ids, packed.separators);
  const blank = { studentNumber: '', relation: '', idNotText: isNotText(cellAt(row, packed.ids)) };
  if (names.length === ids.length || ids.length === 0)
    return names.map((name, i) => ({ ...blank, name, id: ids[i] ?? '' }));
  const values = { names: names.length, ids: ids.length };
  issues.push(warning('row.packedUneven', values, placeOf(sheet, row.row, packed.names)));
  return [
    ...names.map((name) => ({ ...blank, name, id: '' })),
    ...ids.map((id) => ({ ...blank, name: '', id })),
  ];
}

function piecesOf(row: SourceRow, column: OpenColumn, separators: readonly string[]): readonly string[] {
  const text = rawText(cellAt(row, column), column).replace(/\r\n?/g, '\n');
  if (text.trim() === '') return [];
  return separators.reduce<readonly string[]>(
    (pieces, separator) => pieces.flatMap((piece) => piece.split(separator)),
    [text],
  );
}

/**
 * A number of a person among other text: eight digits at least, whole or masked, perhaps with the letters of its kind.
 * Wide signs are taken as they stand, because reading the number is somebody else's work.
 */
const NUMBER = /[A-Z]{0,3}[0-9*０-９＊](?:[0-9*０-９＊]| (?=[0-9*０-９＊])){6,}[XＸ]?(?:B[0-9])?/giu;
const MARKS = /[()[\]{}（）［］｛｝【】〔〕<>《》,，、:：;；。/／|=＝_-]/u;
/** Words for how somebody is related; a single 子 or 女 may be the sex and is not taken for one. */
const RELATION =
  /^(?:户主|本人|配偶|丈夫|妻子|父亲?|母亲?|.+[子女孙媳婿]|祖[父母]|外祖[父母]|[兄弟姐妹]{1,2})$/u;

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The people of one piece such as `李四（长子，9901…）`: a name goes before its number, where one stands. */
function personsIn(piece: string, idNotText: boolean): readonly Person[] {
  const numbers = [...piece.matchAll(NUMBER)];
  const person = (before: string, behind: string, id: string): Person => {
    const pieces = before.split(MARKS);
    const at = pieces.findIndex((text) => text.trim() !== '');
    const [first = '', ...rest] = at < 0 ? [] : pieces.slice(at);
    // A blank may stand inside a name, and between a name and the relation.
    const own = wordsOf(first);
    const last = own.length > 1 && RELATION.test(own.at(-1) as string) ? own.pop() : undefined;
    const others = [last ?? '', ...[...rest, ...behind.split(MARKS)].flatMap(wordsOf)];
    return {
      name: last === undefined ? first.trim() : own.join(' '),
      id,
      studentNumber: '',
      relation: others.find((word) => RELATION.test(word)) ?? '',
      idNotText,
    };
  };
  const [only] = numbers;
  // Without a number only a bracket ends the name: a dot or a line inside may be part of it.
  if (only === undefined) {
    const [name = '', ...rest] = piece.split(/[(（]/);
    return [{ ...person('', rest.join(' '), ''), name: name.replace(/[\s,，:：;；、]+$/, '').trim() }];
  }
  const end = (i: number): number => (numbers[i]?.index ?? 0) + (numbers[i]?.[0].length ?? 0);
  return numbers.map((match, i) =>
    person(
      piece.slice(i === 0 ? 0 : end(i - 1), match.index),
      i === numbers.length - 1 ? piece.slice(end(i)) : '',
      match[0].trim(),
    ),
  );
}
