import { compareSources, compareText, isIdKey, type SourceRef } from '../roster/index.js';
import {
  type CivilDate,
  digestJson,
  type Issue,
  isNonEmpty,
  type NonEmpty,
  warning,
} from '../value/index.js';
import { type IdentityReading, readIdentity } from './entry-reading.js';
import { equation, equationIssues } from './equations.js';
import { findingIssues, placeOf, sortIssues } from './findings.js';
import type { Equation, RosterPerson } from './types.js';

/** One physical row of a roster, cells as they were read. A caller's own row may have more fields; they come back untouched. */
export interface RosterRow {
  readonly source: SourceRef;
  readonly name: string;
  readonly id: string;
  readonly idNotText?: boolean;
  readonly studentNumber: string;
  readonly school: string;
  readonly hukou: string;
  readonly guardians: RosterPerson['guardians'];
  /** All other cells as one text: rows are exact duplicates only if these are equal too. */
  readonly otherCells?: string;
}

/**
 * `student`: the first row of a student. `duplicate`: a further row of one, either an exact repeat or a further
 * enrolment, which is kept in {@link AssembledStudent.rows}. `invalid`: no ID, no student number and no name can
 * be read.
 */
export type RosterRowState = 'student' | 'duplicate' | 'invalid';
export type RosterRowReason = 'firstRow' | 'exactDuplicate' | 'furtherEnrolment' | 'nothingToRead';

export interface RosterRowOutcome<R extends RosterRow> {
  readonly row: R;
  readonly state: RosterRowState;
  readonly reason: RosterRowReason;
  /** Key of the student; left out with `invalid`. */
  readonly student?: string;
  /** With `duplicate`: the row that it repeats or adds to. */
  readonly of?: SourceRef;
}

/** `sharedId`, `sharedStudentNumber`: another student, of another name, has the same; neither is matched by it. */
export type RosterConflict = 'sharedId' | 'sharedStudentNumber';

export interface AssembledStudent<R extends RosterRow> {
  /**
   * The national student number where the student has one that no other student has (G before J before L, then by
   * code point). Else `S-` and 24 hexadecimal digits of a digest of the identifiers and the name, so that no ID
   * is spelled out. Neither is a pseudonym: a G number holds an ID, and digests of IDs can be enumerated.
   */
  readonly key: string;
  /** Every row that is no exact repeat, by place: one enrolment each. */
  readonly rows: NonEmpty<R>;
  /** School codes of the rows, each once, in the order of the rows. */
  readonly schools: readonly string[];
  readonly conflicts: readonly RosterConflict[];
}

export interface AssembledRoster<R extends RosterRow> {
  /** By key. */
  readonly students: readonly AssembledStudent<R>[];
  /** For {@link reconcile}: each row of each student under the student's key. */
  readonly people: readonly RosterPerson[];
  /** Every physical row in exactly one state, by place. */
  readonly rows: readonly RosterRowOutcome<R>[];
  /** EQ3 in all and per file. */
  readonly equations: readonly Equation[];
  readonly issues: readonly Issue[];
}

interface ReadRow<R> {
  readonly row: R;
  readonly reading: IdentityReading;
  /** All cells, as one text. */
  readonly content: string;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Digests are taken of well-formed text; a lone surrogate is written out, so that different cells stay different. */
const wellFormed = (text: string): string =>
  text.replace(LONE_SURROGATE, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

function contentOf(row: RosterRow): string {
  const guardians = row.guardians.map((g) => [g.name, g.id]);
  const cells = [row.name, row.id, row.idNotText === true, row.studentNumber, row.school, row.hukou];
  return wellFormed(JSON.stringify([...cells, guardians, row.otherCells ?? '']));
}

/** IDs of a row that identify: the ID cell unless a spreadsheet may have changed it, and the ID in a G number. */
function identifyingIds({ id, number }: IdentityReading): string[] {
  const [first] = id.readings;
  const intact =
    first !== undefined &&
    isIdKey(first) &&
    !id.numeric &&
    (first.exact || !first.valid) &&
    !first.text.endsWith('000');
  const ids = [intact ? first.text : null, number.residentId].filter((text) => text !== null);
  return ids[0] === ids[1] ? ids.slice(1) : ids;
}

/** Groups of indices joined by common texts (union by the smallest index). */
function joined(count: number, texts: (i: number) => readonly string[]): number[][] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const firstWith = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    for (const text of texts(i)) {
      const first = firstWith.get(text);
      if (first === undefined) {
        firstWith.set(text, i);
        continue;
      }
      const [a, b] = [root(first), root(i)];
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < count; i += 1) {
    const at = root(i);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [i]);
    else group.push(i);
  }
  return [...groups.values()];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/**
 * Decides which roster rows are one student. The same ID and name, or the same 学籍号 and name, are one student,
 * in however many schools; the same ID or number under different names are different students, both flagged;
 * rows equal in every cell are one. Nothing depends on the order of the rows. Issues: `roster.exactDuplicate`,
 * `roster.furtherEnrolment`, `roster.sharedId`, `roster.sharedStudentNumber`, `roster.idsDiffer`,
 * `roster.numbersDiffer`, `roster.invalidRow`, `match.equation`, and `id.…`, `number.…` findings per file.
 */
export function assembleRoster<R extends RosterRow>(
  rows: readonly R[],
  options: { readonly asOf?: CivilDate } = {},
): AssembledRoster<R> {
  const all = rows
    .map((row): ReadRow<R> => ({ row, reading: readIdentity(row, options.asOf), content: contentOf(row) }))
    .sort((a, b) => compareSources(a.row.source, b.row.source) || compareText(a.content, b.content));
  const readable = all.filter((r) => !r.reading.empty);

  const groups = joined(readable.length, (i) => {
    const { reading, content } = readable[i]!;
    const same = [`row ${content}`];
    if (!reading.name.readable) return same;
    for (const id of identifyingIds(reading)) same.push(JSON.stringify(['id', id, reading.name.n2]));
    if (reading.number.number !== null)
      same.push(JSON.stringify(['number', reading.number.number, reading.name.n2]));
    return same;
  }).map((group) => group.map((i) => readable[i]!));

  const idUsers = new Map<string, number[]>();
  const numberUsers = new Map<string, number[]>();
  groups.forEach((group, g) => {
    for (const id of new Set(group.flatMap((r) => identifyingIds(r.reading)))) push(idUsers, id, g);
    for (const number of new Set(group.flatMap((r) => r.reading.number.number ?? [])))
      push(numberUsers, number, g);
  });
  const keys = studentKeys(groups, numberUsers);

  const outcomes = new Map<ReadRow<R>, RosterRowOutcome<R>>();
  const students: AssembledStudent<R>[] = [];
  const people: RosterPerson[] = [];
  const issues: Issue[] = [];
  groups.forEach((group, g) => {
    const key = keys[g]!;
    const kept: R[] = [];
    const seen = new Map<string, SourceRef>();
    for (const read of group) {
      const { row, content } = read;
      const repeats = seen.get(content);
      const of = repeats ?? kept[0]?.source;
      seen.set(content, repeats ?? row.source);
      const reason = of === undefined ? 'firstRow' : repeats ? 'exactDuplicate' : 'furtherEnrolment';
      const state = of === undefined ? 'student' : 'duplicate';
      outcomes.set(
        read,
        of === undefined ? { row, state, reason, student: key } : { row, state, reason, student: key, of },
      );
      if (of !== undefined)
        issues.push(
          warning(`roster.${reason}`, { firstFile: of.file, firstRow: of.row }, placeOf(row.source)),
        );
      if (repeats !== undefined) continue;
      kept.push(row);
      people.push(personOf(row, key));
    }
    const place = placeOf(group[0]!.row.source);
    const ids = new Set(
      group.flatMap((r) =>
        r.reading.id.readings.filter((one) => one.valid && isIdKey(one)).map((one) => one.text),
      ),
    );
    const numbers = new Set(group.flatMap((r) => r.reading.number.number ?? []));
    if (ids.size > 1) issues.push(warning('roster.idsDiffer', { rows: group.length }, place));
    if (numbers.size > 1) issues.push(warning('roster.numbersDiffer', { rows: group.length }, place));
    const shared = (users: Map<string, number[]>, used: Iterable<string>): boolean =>
      [...used].some((text) => (users.get(text)?.length ?? 0) > 1);
    const conflicts: RosterConflict[] = [];
    if (shared(idUsers, new Set(group.flatMap((r) => identifyingIds(r.reading))))) conflicts.push('sharedId');
    if (shared(numberUsers, numbers)) conflicts.push('sharedStudentNumber');
    for (const conflict of conflicts) issues.push(warning(`roster.${conflict}`, {}, place));
    const schools = [...new Set(kept.map((row) => row.school))];
    if (isNonEmpty(kept)) students.push({ key, rows: kept, schools, conflicts });
  });

  const decided = all.map((read): RosterRowOutcome<R> => {
    const outcome = outcomes.get(read);
    if (outcome !== undefined) return outcome;
    issues.push(warning('roster.invalidRow', {}, placeOf(read.row.source)));
    return { row: read.row, state: 'invalid', reason: 'nothingToRead' };
  });
  const equations = rosterEquations(rows, students, decided);
  const found = all.map(({ row, reading }) => ({
    source: row.source,
    findings: [...reading.id.findings, ...reading.number.findings],
  }));
  return {
    students: students.sort((a, b) => compareText(a.key, b.key)),
    people: people.sort((a, b) => compareText(a.key, b.key) || compareSources(a.source, b.source)),
    rows: decided,
    equations,
    issues: sortIssues([...issues, ...findingIssues(found), ...equationIssues(equations)]),
  };
}

function personOf(row: RosterRow, key: string): RosterPerson {
  const { source, name, id, studentNumber, school, hukou, guardians } = row;
  const person = { key, source, name, id, studentNumber, school, hukou, guardians };
  return row.idNotText === true ? { ...person, idNotText: true } : person;
}

/** See {@link AssembledStudent.key}. Digests that meet are taken again over every cell of the student's rows. */
function studentKeys<R extends RosterRow>(
  groups: readonly (readonly ReadRow<R>[])[],
  numberUsers: ReadonlyMap<string, readonly number[]>,
): string[] {
  const numbered = groups.map((group) => {
    const own = new Set(group.flatMap((r) => r.reading.number.number ?? []));
    // G, J, L: the order of the alphabet is the order of standing.
    return [...own].filter((n) => numberUsers.get(n)?.length === 1).sort(compareText)[0];
  });
  const synthetic = (...parts: readonly (readonly string[])[]): string =>
    `S-${digestJson(parts.map((p) => [...new Set(p)].sort(compareText).map(wellFormed))).slice(7, 31)}`;
  const plain = groups.map((group, g) =>
    numbered[g] === undefined
      ? synthetic(
          group.flatMap((r) => identifyingIds(r.reading)),
          group.flatMap((r) => r.reading.number.number ?? []),
          group.map((r) => r.reading.name.n2),
        )
      : null,
  );
  const users = new Map<string, number>();
  for (const key of plain) if (key !== null) users.set(key, (users.get(key) ?? 0) + 1);
  return groups.map((group, g) => {
    const key = numbered[g] ?? plain[g];
    return key != null && (users.get(key) ?? 1) === 1 ? key : synthetic(group.map((r) => r.content));
  });
}

/** EQ3 roster rows = students + duplicates + invalid: the rows as handed in, the right side as decided. */
function rosterEquations<R extends RosterRow>(
  rows: readonly R[],
  students: readonly AssembledStudent<R>[],
  decided: readonly RosterRowOutcome<R>[],
): Equation[] {
  const count = (state: RosterRowState, file?: string): number =>
    decided.filter((o) => o.state === state && (file === undefined || o.row.source.file === file)).length;
  const files = [...new Set(rows.map((row) => row.source.file))].sort(compareText);
  return [
    equation('EQ3', rows.length, students.length + count('duplicate') + count('invalid')),
    ...files.map((file) =>
      equation(
        `EQ3:${file}`,
        rows.filter((row) => row.source.file === file).length,
        students.filter((s) => s.rows[0].source.file === file).length +
          count('duplicate', file) +
          count('invalid', file),
      ),
    ),
  ];
}
