import { STAGE_LABELS } from '../../explain/index.js';
import type { AssembledStudent, EntryOutcome } from '../../reconcile/index.js';
import type { Counted } from '../../record/index.js';
import type { SourceRef, Stage } from '../../roster/index.js';
import type { RuleSet, Words } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { EnrolmentRow, School } from '../source/index.js';

/** Kinds of items for people, in the order in which they stand where the same is at stake. */
export const ITEM_KINDS = ['invalidRow', 'student', 'entry', 'data'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Columns of the worklist. */
export const HEADER = [
  ...['序号', '事项', '可能影响的档次数', '区县', '学校', '学段', '班级', '姓名', '全国学籍号'],
  ...['要做的事', '可能的档次', '未定的项目', '名单', '文件', '工作表', '行', '人序', '列', '代码'],
];

/** One thing that a person has to look at. */
export interface Item {
  readonly kind: ItemKind;
  /** By how many tiers the answer can move somebody; what is at stake comes first. */
  readonly stake: number;
  /** Then the money that is open, in minor units. */
  readonly open: bigint;
  readonly cells: Readonly<Partial<Record<(typeof HEADER)[number], string>>>;
}

export interface WorklistInput {
  readonly rules: RuleSet;
  readonly counted: readonly Counted[];
  readonly students: ReadonlyMap<string, AssembledStudent<EnrolmentRow>>;
  readonly schools: ReadonlyMap<string, School>;
  readonly outcomes: readonly EntryOutcome[];
  readonly invalidRows: readonly SourceRef[];
  /** Findings of the run, apart from those of single determinations; notes are not for people. */
  readonly issues: readonly Issue[];
  readonly renderIssue: (issue: Issue) => string;
}

export const titleOf = (title: Words | undefined, id: string): string => title?.zh ?? id;

export function placed(source: SourceRef) {
  return { 文件: source.file, 工作表: source.sheet ?? '', 行: String(source.row) };
}

/** The student behind an item, as the school knows them. The run folder is private to the office. */
export function whoIs(key: string, school: string, input: WorklistInput) {
  const student = input.students.get(key);
  const row = student?.rows.find((r) => r.school === school) ?? student?.rows[0];
  const known = input.schools.get(school);
  const { stage } = row?.enrolment ?? {};
  return {
    区县: known?.area ?? '',
    学校: known?.name || school,
    学段: stage === undefined ? '' : STAGE_LABELS[stage as Stage].zh,
    班级: row?.className ?? '',
    姓名: row?.name ?? '',
    全国学籍号: row?.studentNumber ?? '',
  };
}

export function rowOf(key: string, input: WorklistInput) {
  const source = input.students.get(key)?.rows[0].source;
  return source === undefined ? {} : placed(source);
}
