import { STAGE_LABELS, say, type Titles } from '../../explain/index.js';
import type { AssembledStudent, DepartmentList, EntryOutcome } from '../../reconcile/index.js';
import type { SourceRef, Stage } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { FormRow } from '../form/index.js';
import type { AnswerRow, EnrolmentRow, School } from '../source/index.js';

/** Kinds of items for people, in the order in which they stand where the same is at stake. */
export const ITEM_KINDS = ['invalidRow', 'student', 'entry', 'data'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One thing that a person has to look at. */
export interface Item {
  readonly kind: ItemKind;
  /** By how many tiers the answer can move somebody; what is at stake comes first. */
  readonly stake: number;
  /** Then the money that is open, in minor units. */
  readonly open: bigint;
  readonly row: FormRow;
  /** Where it was found. */
  readonly source?: SourceRef;
  /** The student it is about; with an entry its strong candidates, or all where none is strong. */
  readonly students: readonly string[];
  /** With an entry: what the roster says of each candidate that is shown. */
  readonly sides?: readonly { readonly student: string; readonly strong: boolean; readonly cells: Side }[];
}

/** What the roster says of a candidate, and why it may be this student. */
export type Side = ReturnType<typeof whoIs> & { readonly why: string };

/** What the worklist is made of. */
export interface WorklistInput {
  readonly rules: RuleSet;
  readonly titles: Titles;
  readonly students: ReadonlyMap<string, AssembledStudent<EnrolmentRow>>;
  readonly schools: ReadonlyMap<string, School>;
  readonly lists: readonly DepartmentList[];
  readonly renderIssue: (issue: Issue) => string;
  readonly questions: Questions;
}

/** The keys that bind answers, and earlier answers to questions that are asked again because something changed. */
export interface Questions {
  readonly entryKey: (outcome: EntryOutcome) => string;
  readonly studentKey: (student: string) => string;
  readonly factKey: (student: string, fact: string) => string;
  readonly earlier: (key: string) => AnswerRow | undefined;
}

export function placed(source: SourceRef) {
  return { file: source.file, sheet: source.sheet ?? '', row: String(source.row) };
}

/** The school of a row by its name, else by its code. */
export const schoolName = (code: string, schools: ReadonlyMap<string, School>): string =>
  schools.get(code)?.name || code;

/** The student behind an item, as the school knows them. The run folder is private to the office. */
export function whoIs(
  key: string,
  school: string,
  input: Pick<WorklistInput, 'students' | 'schools' | 'titles'>,
) {
  const student = input.students.get(key);
  const row = student?.rows.find((r) => r.school === school) ?? student?.rows[0];
  const { stage, grade } = row?.enrolment ?? {};
  return {
    county: input.schools.get(school)?.area ?? '',
    school: schoolName(school, input.schools),
    stage: stage === undefined ? '' : STAGE_LABELS[stage as Stage][input.titles.lang],
    grade: grade === undefined ? '' : String(grade),
    class: row?.className ?? '',
    name: row?.name.trim() ?? '',
    id: row?.id.trim() ?? '',
    studentNumber: row?.studentNumber.trim() || key,
    guardians: (row?.guardians ?? [])
      .map((g) => g.name.trim())
      .filter((name) => name !== '')
      .join(say(input.titles.lang, '、', ', ')),
  };
}

export const rowOf = (key: string, input: Pick<WorklistInput, 'students'>): SourceRef | undefined =>
  input.students.get(key)?.rows[0].source;
