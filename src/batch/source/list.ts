import { listStanding, type Plan } from '../../plan/index.js';
import type { ListEntry } from '../../reconcile/index.js';
import { error, type Issue, warning } from '../../value/index.js';
import type { ColumnSpec, Job, JobPath, ListSource } from '../job/index.js';
import { isNotText, rawText, readOption } from './cell.js';
import { sourceOf } from './roster.js';
import { taken } from './rows.js';
import {
  Columns,
  cellAt,
  headerKey,
  type OpenColumn,
  placeOf,
  type SourceRow,
  type SourceSheet,
} from './sheet.js';

interface PersonColumns {
  readonly name: OpenColumn | undefined;
  readonly id: OpenColumn | undefined;
  readonly studentNumber: OpenColumn | undefined;
  readonly relation: OpenColumn | undefined;
}

type Person = Pick<ListEntry, 'name' | 'id' | 'studentNumber' | 'relation' | 'idNotText'>;

/** What a column that holds identity numbers is called. */
const IDENTITY_WORDS = ['身份证', '证件号', '残疾证'];

/**
 * Explodes the rows of a department list into persons. Every row of data gives at least one entry: one without any
 * name or number gives an empty one, which ends as `invalid` and so is seen. Issues: `cell.…`, `row.packedUneven`
 * (as many names as numbers are not there; the numbers are then not trusted to their names), `job.idColumnUnread`
 * (a column that looks like identity numbers is neither read nor put aside), those of `listStanding`, and missing
 * columns.
 */
export function readList(
  sheet: SourceSheet,
  list: string,
  source: ListSource,
  path: JobPath,
  plan: Plan,
  job: Job,
): { readonly entries: readonly ListEntry[]; readonly issues: readonly Issue[] } {
  const columns = new Columns(sheet, job);
  const persons: PersonColumns[] = [];
  const person = (
    said: { readonly [K in 'name' | 'id' | 'student_number' | 'relation']?: ColumnSpec | undefined },
    where: JobPath,
  ): PersonColumns => ({
    name: columns.optional(said.name, [...where, 'name']),
    id: columns.optional(said.id, [...where, 'id']),
    studentNumber: columns.optional(said.student_number, [...where, 'student_number']),
    relation: columns.optional(said.relation, [...where, 'relation']),
  });
  if (source.columns !== undefined) persons.push(person(source.columns, [...path, 'columns']));
  if (source.holder !== undefined) persons.push(person(source.holder, [...path, 'holder']));
  for (const [i, member] of (source.members ?? []).entries())
    persons.push(person(member, [...path, 'members', i]));
  const packed =
    source.packed === undefined
      ? undefined
      : {
          names: columns.find(source.packed.names, [...path, 'packed', 'names']),
          ids: columns.find(source.packed.ids, [...path, 'packed', 'ids']),
          separator: source.packed.separator,
        };
  const linked = plan.rules.lists.find((one) => one.id === list);
  const attributes = Object.entries(source.attributes ?? {}).map(([id, spec]) => ({
    id,
    column: columns.find(spec, [...path, 'attributes', id]),
    options: optionsOf(linked?.attributes.find((a) => a.id === id)),
  }));
  const excluded = (source.exclude ?? []).map((header, i) =>
    columns.find({ header }, [...path, 'exclude', i]),
  );
  if (columns.issues.length > 0) return { entries: [], issues: columns.issues };

  const issues: Issue[] = [];
  const read = [
    ...persons.flatMap((p) => [p.name, p.id, p.studentNumber, p.relation]),
    ...(packed === undefined ? [] : [packed.names, packed.ids]),
    ...attributes.map((a) => a.column),
    ...excluded,
  ].flatMap((column) => column?.index ?? []);
  for (const [index, header] of sheet.headers.entries()) {
    if (read.includes(index) || !IDENTITY_WORDS.some((word) => headerKey(header).includes(word))) continue;
    issues.push(
      error('job.idColumnUnread', { file: sheet.file, sheet: sheet.sheet ?? '', header }, job.place(path)),
    );
  }

  const entries: ListEntry[] = [];
  const standings = new Map<string, ReturnType<typeof listStanding>>();
  for (const row of sheet.rows) {
    if (row.kind !== 'data') continue;
    const said: Record<string, string> = { ...source.fixed };
    for (const { id, column, options } of attributes) {
      const value = taken(readOption(cellAt(row, column), column, options), sheet, row.row, column, issues);
      if (value !== undefined) said[id] = value;
    }
    const key = JSON.stringify(Object.entries(said).sort());
    let standing = standings.get(key);
    if (standing === undefined) {
      standing = listStanding(plan, list, said);
      standings.set(key, standing);
      issues.push(...standing.issues.map((issue) => ({ ...issue, place: placeOf(sheet, row.row) })));
    }
    const { in: current, unknown } = standing;
    for (const { member, ...one } of personsOf(row, persons, packed, sheet, issues))
      entries.push({
        list,
        source: { ...sourceOf(sheet, row.row), list },
        member,
        ...one,
        standing: { in: current, unknown },
      });
  }
  return { entries, issues };
}

function optionsOf(
  attribute: { readonly type: { readonly kind: string }; readonly options: readonly string[] } | undefined,
): readonly string[] {
  return attribute?.type.kind === 'flag' ? ['true', 'false'] : (attribute?.options ?? []);
}

const isEmpty = (p: Person): boolean => [p.name, p.id, p.studentNumber].every((text) => text.trim() === '');

/** The persons of one row: by their columns, then the packed ones, numbered in this order. The first column set always counts. */
function personsOf(
  row: SourceRow,
  persons: readonly PersonColumns[],
  packed: { readonly names: OpenColumn; readonly ids: OpenColumn; readonly separator: string } | undefined,
  sheet: SourceSheet,
  issues: Issue[],
): (Person & { readonly member: number })[] {
  const found: (Person & { readonly member: number })[] = [];
  for (const [i, columns] of persons.entries()) {
    const one = personAt(row, columns);
    if (!isEmpty(one)) found.push({ ...one, member: i + 1 });
  }
  if (packed !== undefined) {
    const [names, ids] = [packed.names, packed.ids].map((column) => {
      const text = rawText(cellAt(row, column), column);
      return text.trim() === '' ? [] : text.split(packed.separator);
    }) as [string[], string[]];
    const even = names.length === ids.length || ids.length === 0;
    if (!even) {
      const values = { names: names.length, ids: ids.length };
      issues.push(warning('row.packedUneven', values, placeOf(sheet, row.row, packed.names)));
    }
    const blank = { studentNumber: '', relation: '', idNotText: isNotText(cellAt(row, packed.ids)) };
    const pairs: Person[] = even
      ? names.map((name, i) => ({ ...blank, name, id: ids[i] ?? '' }))
      : // Which number belongs to which name is not known: each is a person of its own, to be looked at.
        [
          ...names.map((name) => ({ ...blank, name, id: '' })),
          ...ids.map((id) => ({ ...blank, name: '', id })),
        ];
    for (const [i, one] of pairs.entries())
      if (!isEmpty(one)) found.push({ ...one, member: persons.length + i + 1 });
  }
  if (found.length === 0)
    found.push({ name: '', id: '', studentNumber: '', relation: '', idNotText: false, member: 1 });
  return found;
}

function personAt(row: SourceRow, columns: PersonColumns): Person {
  const text = (column: OpenColumn | undefined): string =>
    column === undefined ? '' : rawText(cellAt(row, column), column);
  return {
    name: text(columns.name),
    id: text(columns.id),
    studentNumber: text(columns.studentNumber),
    relation: text(columns.relation),
    idNotText: columns.id !== undefined && isNotText(cellAt(row, columns.id)),
  };
}
