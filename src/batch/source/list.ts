import { listStanding, type Plan } from '../../plan/index.js';
import type { ListEntry } from '../../reconcile/index.js';
import { error, type Issue, warning } from '../../value/index.js';
import type { ColumnSpec, Job, JobPath, ListSource } from '../job/index.js';
import { codeText, isNotText, rawText, readOption, readPosition } from './cell.js';
import { columnsOfPacked, openPacked, type PackedColumns, type Person, packedPersons } from './packed.js';
import { sourceOf } from './roster.js';
import { taken } from './rows.js';
import { severalPersons } from './several.js';
import {
  Columns,
  cellAt,
  headerKey,
  type OpenColumn,
  placeOf,
  type SourceRow,
  type SourceSheet,
} from './sheet.js';
import { holds, openValidity } from './validity.js';

interface PersonColumns {
  readonly name: OpenColumn | undefined;
  readonly id: OpenColumn | undefined;
  readonly studentNumber: OpenColumn | undefined;
  readonly relation: OpenColumn | undefined;
}

/** How a job says whom a row speaks for, in the words of matching. */
const MEANS = { person: 'person', household_of_head: 'household', children_of_person: 'children' } as const;

/** What a column that holds identity numbers is called. */
const IDENTITY_WORDS = ['身份证', '证件号', '残疾证'];

/**
 * Explodes the rows of a department list into persons. Every row of data gives at least one entry: one without any
 * name or number gives an empty one, which ends as `invalid` and so is seen. Issues: `cell.…`, those of
 * {@link packedPersons}, {@link severalPersons} and {@link holds}, `row.householdShort`, `job.idColumnUnread`
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
  const packed = openPacked(source.packed, columns, [...path, 'packed']);
  const area =
    columns.optional(source.columns?.area, [...path, 'columns', 'area']) ??
    columns.optional(source.holder?.area, [...path, 'holder', 'area']);
  const school = columns.optional(source.columns?.school, [...path, 'columns', 'school']);
  const size = columns.optional(source.size, [...path, 'size']);
  const validity = openValidity(source.valid, columns, [...path, 'valid'], job);
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
    ...(packed === undefined ? [] : columnsOfPacked(packed)),
    ...attributes.map((a) => a.column),
    ...[area, school, size, validity?.from, validity?.until],
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
    const current = validity === undefined ? 'yes' : holds(row, validity, sheet, issues);
    const about = {
      list,
      source: { ...sourceOf(sheet, row.row), list },
      standing: standingOn(standing, current),
      ...whole(row, area, 'area'),
      ...whole(row, school, 'school'),
      ...(source.means === undefined ? {} : { means: MEANS[source.means] }),
      evidence: 'list' as const,
    };
    const named = personsOf(row, persons, packed, sheet, issues);
    const complete = namesAll(row, size, named, sheet, issues) && source.household !== undefined;
    for (const person of named)
      entries.push({ ...about, ...(complete ? { householdComplete: true } : {}), ...person });
  }
  return { entries, issues };
}

/** Whether a row names as many people as it says the household has. Issues: `row.householdShort`, and `cell.…`. */
function namesAll(
  row: SourceRow,
  size: OpenColumn | undefined,
  named: readonly Person[],
  sheet: SourceSheet,
  issues: Issue[],
): boolean {
  if (size === undefined) return true;
  const said = taken(readPosition(cellAt(row, size), size), sheet, row.row, size, issues);
  const people = named.filter((person) => !isEmpty(person)).length;
  if (said === undefined || people >= said) return said !== undefined;
  issues.push(warning('row.householdShort', { size: said, named: people }, placeOf(sheet, row.row, size)));
  return false;
}

type Standing = ListEntry['standing'];

/** What a row makes current on the day of the run. One that may be over leaves its categories open. */
function standingOn({ in: current, unknown }: Standing, holding: 'yes' | 'no' | 'unknown'): Standing {
  if (holding === 'yes') return { in: current, unknown };
  return holding === 'no' ? { in: [], unknown: [] } : { in: [], unknown: [...current, ...unknown] };
}

/** What the row says of the person beside names and numbers, where it says anything. */
function whole<K extends 'area' | 'school'>(
  row: SourceRow,
  column: OpenColumn | undefined,
  key: K,
): { readonly [P in K]?: string } {
  const text = column === undefined ? '' : codeText(cellAt(row, column), column);
  return text === '' ? {} : ({ [key]: text } as { readonly [P in K]: string });
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
  packed: PackedColumns | undefined,
  sheet: SourceSheet,
  issues: Issue[],
): (Person & { readonly member: number })[] {
  const found: (Person & { readonly member: number })[] = [];
  const further: Person[] = [];
  for (const [i, columns] of persons.entries()) {
    const [one, ...others] = severalPersons(personAt(row, columns), columns, sheet, row.row, issues);
    if (one !== undefined && !isEmpty(one)) found.push({ ...one, member: i + 1 });
    further.push(...others);
  }
  const inCells = packed === undefined ? [] : packedPersons(row, packed, sheet, issues);
  for (const [i, one] of [...inCells, ...further].entries())
    if (!isEmpty(one)) found.push({ ...one, member: persons.length + i + 1 });
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
