import { bareHeader } from '../read/index.js';
import type { TableRow } from '../table.js';
import type { ColumnInspection, Packed, PersonColumns, SheetShape } from './inspection.js';
import { HOLDER, HOUSEHOLDER, MEMBER, OTHER_PEOPLE } from './words.js';

const IDENTITY = ['residentId', 'disabilityCertificate'];
const SEPARATORS = ['、', '；', ';', '，', ',', '/', '|', '\n'];
const NUMBERED = /(.*?)([0-9]+|[一二三四五六七八九十]+)(.*)/;

const isId = ({ meaning }: ColumnInspection): boolean => IDENTITY.includes(meaning);
const isName = ({ meaning }: ColumnInspection): boolean => meaning === 'name';

/** The number in a header such as `成员3姓名`, which ties the columns of one member together. */
function memberNumber(header: string): string | null {
  const match = NUMBERED.exec(bareHeader(header));
  return match !== null && MEMBER.test(header) ? match[2]! : null;
}

function membersOf(columns: readonly ColumnInspection[]): PersonColumns[] {
  const members = new Map<string, { name?: string; id?: string; relation?: string }>();
  for (const column of columns) {
    const number = memberNumber(column.header);
    if (number === null) continue;
    const member = members.get(number) ?? {};
    if (isName(column)) member.name ??= column.letter;
    else if (isId(column)) member.id ??= column.letter;
    else if (column.meaning === 'relation') member.relation ??= column.letter;
    members.set(number, member);
  }
  return [...members.values()].filter(({ name, id }) => name !== undefined || id !== undefined);
}

/** Which sign stands between several names in one cell, where it does in a good part of the cells. */
function separatorOf(column: number, rows: readonly TableRow[]): string | null {
  const texts = rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text.trim() !== '');
  for (const separator of SEPARATORS) {
    const joined = texts.filter((text) => text.includes(separator)).length;
    if (joined > 0 && joined * 3 >= texts.length) return separator;
  }
  return null;
}

const LONG_NUMBER = /[0-9*]{14,}[0-9X]?/gi;
const numbersIn = (text: string): number => text.match(LONG_NUMBER)?.length ?? 0;

/** A column of cells with names and numbers of several people, and the sign that leaves one of them in each piece. */
function packedTogether(columns: readonly ColumnInspection[], rows: readonly TableRow[]): Packed | undefined {
  for (const [i, { letter }] of columns.entries()) {
    const texts = rows.map(({ cells }) => cells[i]?.text ?? '').filter((text) => text.trim() !== '');
    const mixed = texts.filter((text) => numbersIn(text) > 0 && /\p{Script=Han}/u.test(text));
    const several = mixed.filter((text) => numbersIn(text) > 1);
    if (mixed.length * 2 <= texts.length || several.length === 0) continue;
    const separator = SEPARATORS.find((sign) =>
      several.every((text) => text.split(sign).every((piece) => numbersIn(piece) <= 1)),
    );
    if (separator !== undefined) return { people: letter, separator };
  }
  return undefined;
}

/** How the people of a row stand in its columns: one person, a household in repeated columns, or packed into cells. */
export function shapeOf(columns: readonly ColumnInspection[], rows: readonly TableRow[]): SheetShape {
  const others = columns.filter(
    (column) => OTHER_PEOPLE.test(column.header) && (isName(column) || isId(column)),
  );
  const meant = columns.filter((column) => !others.includes(column));
  const members = membersOf(meant);
  const single = meant.filter(({ header }) => memberNumber(header) === null);
  const joined = single.filter(({ header }) => MEMBER.test(header));
  const own = single.filter(({ header }) => !MEMBER.test(header));
  const together = packedTogether(columns, rows);
  // Rows of single people that name the head of the household beside each: the person of the row is the other one.
  const ofHead = own.filter((column) => HOUSEHOLDER.test(column.header) && (isName(column) || isId(column)));
  const besides = own.filter((column) => !ofHead.includes(column));
  const vertical =
    ofHead.length > 0 && members.length === 0 && joined.length === 0 && together === undefined
      ? besides.some(isName) && besides.some(isId)
      : false;
  const first = (test: (column: ColumnInspection) => boolean): ColumnInspection | undefined =>
    vertical
      ? besides.find(test)
      : (own.find((column) => test(column) && HOLDER.test(column.header)) ?? own.find(test));
  const [name, id, relation] = [
    first(isName),
    first(isId),
    first(({ meaning, header }) => meaning === 'relation' && !OTHER_PEOPLE.test(header)),
  ];
  const person: PersonColumns = {
    ...(name === undefined ? {} : { name: name.letter }),
    ...(id === undefined ? {} : { id: id.letter }),
    ...(relation === undefined ? {} : { relation: relation.letter }),
  };
  const letters = others.map(({ letter }) => letter);

  if (vertical)
    return {
      kind: 'persons',
      person,
      members: [],
      others: letters,
      heads: ofHead.map(({ letter }) => letter),
    };
  if (together !== undefined)
    return { kind: 'packed', person, members: [], packed: together, others: letters };
  const [names, ids] = [joined.find(isName), joined.find(isId)];
  const separator = names === undefined ? null : separatorOf(columns.indexOf(names), rows);
  if (names !== undefined && ids !== undefined && separator !== null) {
    return {
      kind: 'packed',
      person,
      members: [],
      packed: { names: names.letter, ids: ids.letter, separator },
      others: letters,
    };
  }
  // One member a row, under a heading of its own beside the head of the household.
  if (names !== undefined && ids !== undefined && members.length === 0 && ofHead.length > 0) {
    const relationOf = joined.find(({ meaning }) => meaning === 'relation');
    const member: PersonColumns = {
      name: names.letter,
      id: ids.letter,
      ...(relationOf === undefined ? {} : { relation: relationOf.letter }),
    };
    const heads = ofHead.map(({ letter }) => letter);
    return { kind: 'persons', person: member, members: [], others: letters, heads };
  }
  if (members.length > 0) return { kind: 'households', person, members, others: letters };
  const kind = name === undefined && id === undefined ? 'none' : 'persons';
  return { kind, person, members: [], others: letters };
}
