import type { AssembledRoster, AssembledStudent, EntryDecision } from '../../reconcile/index.js';
import {
  type CategoryInput,
  type Decision,
  readPersonName,
  readStudentNumber,
  type SourceRef,
  type Student,
} from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Issue, type Place, warning } from '../../value/index.js';
import type { EnrolmentRow, FactRow, FactValue, School, Sources } from '../source/index.js';

type Row = EnrolmentRow;

/** A student with every row of the roster that is about him or her. */
export type EnrolmentStudent = AssembledStudent<Row>;

export const placeOf = ({ file, sheet, row }: SourceRef): Place =>
  sheet === undefined ? { file, row } : { file, sheet, row };

const numberKey = (cell: string): string => readStudentNumber(cell).compact;

/** Finds the student that a row of another file means by its student number. */
export class StudentNumbers {
  private readonly keys = new Map<string, Set<string>>();

  constructor(students: readonly AssembledStudent<Row>[]) {
    for (const student of students) {
      for (const row of student.rows) {
        const number = numberKey(row.studentNumber);
        if (number === '') continue;
        const known = this.keys.get(number);
        if (known === undefined) this.keys.set(number, new Set([student.key]));
        else known.add(student.key);
      }
    }
  }

  /** The student's key, or why there is none: nobody, or several, have the number. */
  find(cell: string): { readonly key: string } | { readonly none: 'studentUnknown' | 'studentShared' } {
    const keys = this.keys.get(numberKey(cell));
    if (keys === undefined) return { none: 'studentUnknown' };
    const [key] = keys;
    return keys.size === 1 && key !== undefined ? { key } : { none: 'studentShared' };
  }
}

/** Facts of one student from several rows. Two rows that differ make the fact unknown; neither is preferred. */
class FactPool {
  readonly facts = new Map<string, { readonly value: FactValue; readonly source: SourceRef }>();
  private readonly torn = new Set<string>();

  /** The row that said something else before, if one did. */
  add(fact: string, value: FactValue, source: SourceRef): SourceRef | null {
    if (this.torn.has(fact)) return null;
    const before = this.facts.get(fact);
    if (before === undefined) {
      this.facts.set(fact, { value, source });
      return null;
    }
    // Options of a set always stand in the order of the rule file.
    if (JSON.stringify(before.value) === JSON.stringify(value)) return null;
    this.facts.delete(fact);
    this.torn.add(fact);
    return before.source;
  }
}

export interface AssembledStudents {
  readonly students: readonly Student[];
  readonly issues: readonly Issue[];
  /** Rows of fact files by what became of them; they add up to the rows read. */
  readonly factRows: { readonly used: number; readonly repeated: number; readonly refused: number };
}

/**
 * Brings together all that the files say of each student of the roster. Issues: `row.studentUnknown`,
 * `row.studentShared`, `row.nameDiffers`, `row.repeated`, `row.conflict`, `row.schoolUnknown`, `row.schoolTwice`,
 * `row.leftSinceAided`; a row behind one of them is not used, and counted as refused or repeated.
 */
export function assembleStudents(
  roster: AssembledRoster<Row>,
  sources: Sources,
  categories: ReadonlyMap<string, readonly CategoryInput[]>,
  numbers: StudentNumbers,
  rules: RuleSet,
): AssembledStudents {
  const issues: Issue[] = [];
  const pools = new Map(roster.students.map((student) => [student.key, new FactPool()] as const));
  const add = (key: string, facts: EnrolmentRow['facts'], source: SourceRef): void => {
    for (const [fact, value] of facts) {
      const before = pools.get(key)?.add(fact, value, source) ?? null;
      if (before !== null)
        issues.push(warning('row.conflict', { fact, file: before.file, first: before.row }, placeOf(source)));
    }
  };

  const schools = indexSchools(sources.schools, issues);
  const unknownSchools: SourceRef[] = [];
  for (const student of roster.students) {
    for (const row of student.rows) {
      add(student.key, row.facts, row.source);
      const school = schools.get(row.school);
      if (school !== undefined) add(student.key, school.facts, school.source);
      else if (sources.schools.length > 0) unknownSchools.push(row.source);
    }
  }
  const [firstSchool] = unknownSchools;
  if (firstSchool !== undefined)
    issues.push(warning('row.schoolUnknown', { count: unknownSchools.length }, placeOf(firstSchool)));

  const applied = new Set<string>();
  const names = new Map(roster.students.map((s) => [s.key, s.rows.map((row) => row.name)] as const));
  const factRows = { used: 0, repeated: 0, refused: 0 };
  for (const { application, rows } of sources.facts) {
    const first = new Map<string, FactRow>();
    for (const row of rows) {
      const found = row.studentNumber.trim() === '' ? { none: null } : numbers.find(row.studentNumber);
      if ('none' in found) {
        factRows.refused += 1;
        if (found.none !== null) issues.push(warning(`row.${found.none}`, {}, placeOf(row.source)));
        continue;
      }
      const { key } = found;
      // Whoever handed in a form has asked, even where the form cannot be used as it is.
      if (application) applied.add(key);
      if (row.name !== undefined && nameDiffers(row.name, names.get(key) ?? [])) {
        factRows.refused += 1;
        issues.push(warning('row.nameDiffers', {}, placeOf(row.source)));
        continue;
      }
      const before = first.get(key);
      add(key, row.facts, row.source);
      if (before === undefined) {
        first.set(key, row);
        factRows.used += 1;
      } else {
        factRows.repeated += 1;
        issues.push(warning('row.repeated', { first: before.source.row }, placeOf(row.source)));
      }
    }
  }

  const aided = new Set<string>();
  const left: SourceRef[] = [];
  for (const row of sources.aidedBefore) {
    const found = numbers.find(row.studentNumber);
    if ('key' in found) aided.add(found.key);
    else left.push(row.source);
  }
  const [firstLeft] = left;
  if (firstLeft !== undefined)
    issues.push(warning('row.leftSinceAided', { count: left.length }, placeOf(firstLeft)));

  const decisions = new Map<string, Decision[]>();
  for (const { studentNumber, decision, source } of sources.studentDecisions) {
    const found = numbers.find(studentNumber);
    if ('none' in found) {
      issues.push(warning(`row.${found.none}`, {}, placeOf(source)));
      continue;
    }
    const known = decisions.get(found.key);
    if (known === undefined) decisions.set(found.key, [decision]);
    else known.push(decision);
  }

  const students = roster.students.map(({ key, rows }): Student => {
    const facts = [...(pools.get(key)?.facts ?? [])].filter(([id]) => rules.facts.some((f) => f.id === id));
    return {
      key,
      enrolments: rows.map((row) => row.enrolment),
      applied: applied.has(key),
      aidedBefore: aided.has(key),
      facts: Object.fromEntries(facts.map(([id, { value }]) => [id, value])),
      factSources: Object.fromEntries(facts.map(([id, { source }]) => [id, source])),
      categories: categories.get(key) ?? [],
      ...(decisions.has(key) ? { decisions: decisions.get(key) ?? [] } : {}),
    };
  });
  return { students, issues, factRows };
}

/** A name that cannot be read, or lost a character on the way, contradicts nobody. */
function nameDiffers(cell: string, names: readonly string[]): boolean {
  const said = readPersonName(cell);
  if (!said.certain) return false;
  const known = names.map(readPersonName).filter((name) => name.certain);
  return known.length > 0 && known.every((name) => name.key !== said.key);
}

export function indexSchools(schools: readonly School[], issues: Issue[]): ReadonlyMap<string, School> {
  const index = new Map<string, School>();
  for (const school of schools) {
    const before = index.get(school.code);
    if (before === undefined) index.set(school.code, school);
    else issues.push(warning('row.schoolTwice', { first: before.source.row }, placeOf(school.source)));
  }
  return index;
}

/**
 * Decisions about list entries, with the list and the student they mean. Issues: `row.decisionNoList`,
 * `row.studentUnknown`, `row.studentShared`; such a decision is not used.
 */
export function entryDecisions(
  sources: Sources,
  numbers: StudentNumbers,
): { readonly decisions: readonly EntryDecision[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const decisions: EntryDecision[] = [];
  for (const row of sources.entryDecisions) {
    const place = placeOf(row.source);
    const sheets = sources.sheets.filter(
      (s) =>
        s.list !== undefined &&
        s.file === row.listFile &&
        (row.listSheet === '' || (s.sheet ?? '') === row.listSheet),
    );
    const [sheet] = sheets;
    if (sheets.length !== 1 || sheet?.list === undefined) {
      issues.push(warning('row.decisionNoList', {}, place));
      continue;
    }
    const base = {
      list: sheet.list,
      file: sheet.file,
      ...(sheet.sheet === undefined ? {} : { sheet: sheet.sheet }),
      row: row.row,
      member: row.member,
      by: row.by,
      on: row.on,
      because: row.because,
    };
    if (row.state !== 'matched') {
      decisions.push({ ...base, state: row.state });
      continue;
    }
    const found = numbers.find(row.studentNumber);
    if ('none' in found) issues.push(warning(`row.${found.none}`, {}, place));
    else decisions.push({ ...base, state: 'matched', student: found.key });
  }
  return { decisions, issues };
}
