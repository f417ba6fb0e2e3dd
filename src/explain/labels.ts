import type { Because, Outcome } from '../determine/index.js';
import { type EntryState, RECONCILE_MESSAGES } from '../reconcile/index.js';
import type { CategoryDoubt, Setting, Stage } from '../roster/index.js';
import type { Origin, ProgrammeDocument } from '../rules/index.js';
import type { Language, Said } from './language.js';

type Labels<K extends string> = Readonly<Record<K, Said>>;

/** The outcome of a determination. `determined` is 建议: only a person's decision is 认定. */
export const OUTCOME_LABELS: Labels<Outcome> = {
  determined: { zh: '已有建议', en: 'determined' },
  undetermined: { zh: '待定', en: 'not settled yet' },
  notApplied: { zh: '未申请', en: 'not applied' },
  outOfScope: { zh: '不在范围', en: 'out of scope' },
  declined: { zh: '自愿放弃', en: 'declined' },
  invalid: { zh: '无法读取', en: 'cannot be read' },
};

/** 学段. */
export const STAGE_LABELS: Labels<Stage> = {
  preschool: { zh: '学前教育', en: 'preschool' },
  primary: { zh: '小学', en: 'primary school' },
  junior: { zh: '初中', en: 'junior high school' },
  senior: { zh: '普通高中', en: 'senior high school' },
  vocational: { zh: '中等职业教育', en: 'secondary vocational school' },
  higher: { zh: '高等教育', en: 'higher education' },
};

/** 就读形式. */
export const SETTING_LABELS: Labels<Setting> = {
  ordinary: { zh: '普通班', en: 'ordinary class' },
  inclusive: { zh: '随班就读', en: 'inclusive class' },
  special: { zh: '特殊教育学校', en: 'special school' },
  home: { zh: '送教上门', en: 'taught at home' },
};

/** 奖、助、补、减、免、贷. */
export const INSTRUMENT_LABELS: Labels<ProgrammeDocument['instrument']> = {
  scholarship: { zh: '奖学金', en: 'scholarship' },
  grant: { zh: '助学金', en: 'grant' },
  work_study: { zh: '勤工助学', en: 'work-study' },
  subsidy: { zh: '补助', en: 'subsidy' },
  waiver: { zh: '减收', en: 'reduction of fees' },
  exemption: { zh: '免收', en: 'exemption from fees' },
  loan: { zh: '助学贷款', en: 'student loan' },
};

/** Who receives the money. */
export const PAYEE_LABELS: Labels<ProgrammeDocument['payee']> = {
  student: { zh: '学生本人', en: 'the student' },
  guardian: { zh: '监护人', en: 'the guardian' },
  school: { zh: '学校', en: 'the school' },
};

/** What an amount is per, as it stands behind the amount. */
export const PERIOD_LABELS: Labels<ProgrammeDocument['per']> = {
  year: { zh: '/学年', en: ' a school year' },
  semester: { zh: '/学期', en: ' a semester' },
  month: { zh: '/月', en: ' a month' },
  event: { zh: '/次', en: ' each time' },
};

/** Spans of time, one of each. */
export const SPAN_LABELS = {
  day: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '个月', en: 'month' },
  year: { zh: '年', en: 'year' },
} as const satisfies Labels<string>;

/** How the parts of a section, or the values that hold, are put together. */
export const TAKE_LABELS: Labels<'sum' | 'best' | 'least'> = {
  sum: { zh: '各项相加', en: 'added up' },
  best: { zh: '取最高的一项', en: 'the best of them' },
  least: { zh: '取最低的一项', en: 'the least of them' },
};

/** A value that is known not to exist. */
export const NONE_LABEL: Said = { zh: '无', en: 'none' };

/** What was given or set by a person, and not computed. */
export const GIVEN_LABEL: Said = { zh: '直接给定，未经计算', en: 'given, not computed' };

/** Why a student is undetermined. */
export const BECAUSE_LABELS: Labels<Because> = {
  missingFact: { zh: '还缺少必要的情况', en: 'something that matters is not known yet' },
  openMatch: {
    zh: '名单上的人是否就是这名学生，尚待核对',
    en: 'it is open whether an entry of a list is this student',
  },
  conflict: { zh: '已有的信息互相矛盾', en: 'what is known contradicts itself' },
  vetoAgainstFloor: {
    zh: '既属于应当保底的类别，又有应当从严的情形，要由人决定',
    en: 'a category protects this student and a veto speaks against it, so a person decides',
  },
  discretion: { zh: '有一项要由人评定', en: 'one part is for a person to judge' },
  tie: { zh: '与他人并列，要由人决定', en: 'there is a tie, so a person decides' },
};

/** Why it is not known whether a student belongs to a category. */
export const DOUBT_LABELS: Labels<CategoryDoubt> = {
  openMatch: {
    zh: '名单上有一人很像这名学生，还没有核对',
    en: 'an entry of the list looks like this student and has not been checked',
  },
  listMissing: { zh: '还没有收到这份名单', en: 'the list has not been received' },
  listStale: { zh: '收到的名单已经过期', en: 'the list that was received is too old' },
  rowUnclear: {
    zh: '名单上有这名学生，但那一行写得不清楚',
    en: 'the list has this student, but the row is not clear',
  },
  notSaid: { zh: '没有说明是否属于', en: 'nobody has said' },
  paperMissing: {
    zh: '名单上有这名学生，但还没有出示所需的材料',
    en: 'the list has this student, but the paper it asks for has not been shown',
  },
};

/** Where a fact is to come from. */
export const ORIGIN_LABELS: Labels<Origin> = {
  survey: { zh: '家庭情况调查表', en: 'the family survey' },
  enrolment: { zh: '学籍', en: 'the enrolment record' },
  roster: { zh: '学生花名册', en: 'the roster' },
  visit: { zh: '走访', en: 'a visit' },
  peer_review: { zh: '民主评议', en: 'the peer review' },
  big_data: { zh: '数据比对', en: 'a comparison of data' },
  previous_run: { zh: '以往的认定', en: 'earlier determinations' },
  reviewer: { zh: '评审人员', en: 'the reviewers' },
};

/** Where a fact that was used came from, beyond its usual origin. */
export const USED_ORIGIN_LABELS: Labels<'given' | 'enrolment' | 'decision' | 'assumed'> = {
  given: { zh: '填报或提供', en: 'as given' },
  enrolment: { zh: '学籍', en: 'the enrolment record' },
  decision: { zh: '经人核实', en: 'checked by a person' },
  assumed: { zh: '按规则假定', en: 'assumed by the rules' },
};

/** `official` or `illustrative`; printed on every output. */
export const STANDING_LABELS: Labels<'official' | 'illustrative'> = {
  official: { zh: '正式规则', en: 'official rules' },
  illustrative: { zh: '示例规则，不是正式标准', en: 'illustrative rules, not an official standard' },
};

/** `draft` or `published`. */
export const STATUS_LABELS: Labels<'draft' | 'published'> = {
  draft: { zh: '草稿，还会改动', en: 'a draft that may still change' },
  published: { zh: '已公布', en: 'published' },
};

/** Below the last tier of every scheme. */
export const NOT_RECOGNISED_LABEL: Said = { zh: '未达到困难等级', en: 'below every tier of hardship' };

/** Where an entry of a list ended; the words are those of reconciling. */
export function entryStateLabel(state: EntryState, lang: Language): string {
  return RECONCILE_MESSAGES[`state.${state}`]?.[lang] ?? state;
}

/** Roles that decide. Rule files and offices may name others; these stay as they are written. */
const ROLE_LABELS: Readonly<Record<string, Said>> = {
  school_group: { zh: '学校认定工作组', en: 'the school’s recognition group' },
  class_group: { zh: '班级评议小组', en: 'the class review group' },
  teacher: { zh: '班主任', en: 'the class teacher' },
  reviewer: { zh: '评审人员', en: 'a reviewer' },
  review_panel: { zh: '评审小组', en: 'the review panel' },
  visitor: { zh: '走访人员', en: 'the visitors' },
  family: { zh: '学生家庭', en: 'the family' },
  guardian: { zh: '监护人', en: 'the guardian' },
  county_office: { zh: '县级资助管理部门', en: 'the county aid office' },
};

/** A role in words, or as it was written. */
export function roleLabel(role: string, lang: Language): string {
  return Object.hasOwn(ROLE_LABELS, role) ? (ROLE_LABELS[role] as Said)[lang] : role;
}

/** `2025-autumn` in words; other periods stay as they are. */
export function periodLabel(period: string, lang: Language): string {
  const match = /^([0-9]{4})-(spring|autumn)$/.exec(period);
  if (match === null) return period;
  const autumn = match[2] === 'autumn';
  return lang === 'zh' ? `${match[1]} 年${autumn ? '秋' : '春'}季学期` : `${match[2]} term ${match[1]}`;
}
