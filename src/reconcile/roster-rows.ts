import { compareSources, compareText, type SourceRef } from '../roster/index.js';
import {
  type CivilDate,
  digestJson,
  type Issue,
  isNonEmpty,
  type NonEmpty,
  warning,
} from '../value/index.js';
import { equation, equationIssues } from './equations.js';
import { findingIssues, placeOf, sortIssues } from './findings.js';
import { joined } from './joined.js';
import { contentOf, type ReadRow, rowReader, wellFormed } from './read-row.js';
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
  /** For {@link reconcile}: each row of each student under the student's key, by key and place; made anew each time. */
  readonly people: Iterable<RosterPerson>;
  /** Every physical row in exactly one state, by place. */
  readonly rows: readonly RosterRowOutcome<R>[];
  /** EQ3 in all and per file. */
  readonly equations: readonly Equation[];
  readonly issues: readonly Issue[];
}

/** What several students have. */
function sharedBy(used: Iterable<Iterable<string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const texts of used) {
    for (const text of new Set(texts)) {
      if (seen.has(text)) shared.add(text);
      seen.add(text);
    }
  }
  return shared;
}

const idsOf = <R>(group: readonly ReadRow<R>[]): ReadonlySet<string> => new Set(group.flatMap((r) => r.ids));
const numbersOf = <R>(group: readonly ReadRow<R>[]): ReadonlySet<string> =>
  new Set(group.flatMap((r) => r.number ?? []));

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
    .map(rowReader<R>(options.asOf))
    .sort(
      (a, b) => compareSources(a.row.source, b.row.source) || compareText(contentOf(a.row), contentOf(b.row)),
    );
  const readable = all.filter((r) => !r.empty);

  const groups = joined(readable.length, (i) => {
    const { row, name, ids, number } = readable[i]!;
    const same: string[] = [];
    if (name !== null) {
      for (const id of ids) same.push(`i ${id} ${name}`);
      if (number !== null) same.push(`n ${number} ${name}`);
    }
    // Rows that are equal in every cell are equal in these.
    return same.length > 0 ? same : [`r ${contentOf(row)}`];
  }).map((group) => group.map((i) => readable[i]!));

  const sharedIds = sharedBy(groups.map(idsOf));
  const sharedNumbers = sharedBy(groups.map(numbersOf));
  const keys = studentKeys(groups, sharedNumbers);

  const outcomes = new Map<ReadRow<R>, RosterRowOutcome<R>>();
  const students: AssembledStudent<R>[] = [];
  const issues: Issue[] = [];
  groups.forEach((group, g) => {
    const key = keys[g]!;
    const kept: R[] = [];
    const seen = new Map<string, SourceRef>();
    for (const read of group) {
      const { row } = read;
      const content = group.length === 1 ? '' : contentOf(row);
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
    }
    const place = placeOf(group[0]!.row.source);
    const numbers = numbersOf(group);
    if (new Set(group.flatMap((r) => r.validIds)).size > 1)
      issues.push(warning('roster.idsDiffer', { rows: group.length }, place));
    if (numbers.size > 1) issues.push(warning('roster.numbersDiffer', { rows: group.length }, place));
    const conflicts: RosterConflict[] = [];
    if ([...idsOf(group)].some((id) => sharedIds.has(id))) conflicts.push('sharedId');
    if ([...numbers].some((number) => sharedNumbers.has(number))) conflicts.push('sharedStudentNumber');
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
  const found = all
    .filter(({ findings }) => findings.length > 0)
    .map(({ row, findings }) => ({ source: row.source, findings }));
  students.sort((a, b) => compareText(a.key, b.key));
  return {
    students,
    people: {
      *[Symbol.iterator]() {
        for (const student of students) for (const row of student.rows) yield personOf(row, student.key);
      },
    },
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
  sharedNumbers: ReadonlySet<string>,
): string[] {
  // G, J, L: the order of the alphabet is the order of standing.
  const numbered = groups.map(
    (group) => [...numbersOf(group)].filter((n) => !sharedNumbers.has(n)).sort(compareText)[0],
  );
  const synthetic = (...parts: readonly (readonly string[])[]): string =>
    `S-${digestJson(parts.map((p) => [...new Set(p)].sort(compareText).map(wellFormed))).slice(7, 31)}`;
  const plain = groups.map((group, g) =>
    numbered[g] === undefined
      ? synthetic(
          group.flatMap((r) => r.ids),
          group.flatMap((r) => r.number ?? []),
          group.map((r) => r.n2),
        )
      : null,
  );
  const users = new Map<string, number>();
  for (const key of plain) if (key !== null) users.set(key, (users.get(key) ?? 0) + 1);
  return groups.map((group, g) => {
    const key = numbered[g] ?? plain[g];
    return key != null && (users.get(key) ?? 1) === 1 ? key : synthetic(group.map((r) => contentOf(r.row)));
  });
}

/** EQ3 roster rows = students + duplicates + invalid: the rows as handed in, the right side as decided. */
function rosterEquations<R extends RosterRow>(
  rows: readonly R[],
  students: readonly AssembledStudent<R>[],
  decided: readonly RosterRowOutcome<R>[],
): Equation[] {
  const files = [...new Set(rows.map((row) => row.source.file))].sort(compareText);
  const counts = new Map<string, number>();
  const add = (what: string, file: string): void => {
    for (const key of [what, `${what} ${file}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { source } of rows) add('row', source.file);
  for (const student of students) add('student', student.rows[0].source.file);
  for (const { state, row } of decided) if (state !== 'student') add(state, row.source.file);
  const of = (what: 'row' | RosterRowState, file?: string): number =>
    counts.get(file === undefined ? what : `${what} ${file}`) ?? 0;
  const eq3 = (id: string, file?: string): Equation =>
    equation(id, of('row', file), of('student', file) + of('duplicate', file) + of('invalid', file));
  return [eq3('EQ3'), ...files.map((file) => eq3(`EQ3:${file}`, file))];
}
