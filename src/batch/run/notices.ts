import { entryStateLabel, STAGE_LABELS, say, type Titles } from '../../explain/index.js';
import type { DepartmentList, EntryOutcome } from '../../reconcile/index.js';
import { type Balance, balance } from '../../record/index.js';
import { compareText, type Stage } from '../../roster/index.js';
import type { School } from '../source/index.js';
import { csvFile, type PlainSheet } from '../write/index.js';
import { schoolName } from './item.js';
import { entryPlace } from './questions.js';
import type { EnrolmentStudent } from './students.js';

/**
 * What another county has to know: people of our lists who are there, and students of ours whom only its lists can name,
 * because their hukou is there and a list of ours does not cover it. It needs names and IDs in full to look them up, and nothing
 * of scores, of the family or of other children.
 */
export interface Notice {
  /** A division code or the name of a county, as it was said; `''`: nobody said which. */
  readonly county: string;
  readonly entries: readonly (readonly string[])[];
  readonly students: readonly (readonly string[])[];
}

export interface NoticeInput {
  readonly titles: Titles;
  /** Those that ended elsewhere. */
  readonly outcomes: readonly EntryOutcome[];
  readonly lists: readonly DepartmentList[];
  readonly students: Iterable<EnrolmentStudent>;
  readonly schools: ReadonlyMap<string, School>;
  readonly elsewhere: ReadonlyMap<string, string>;
}

const DIVISION = 6;

/**
 * Whether the hukou is known and there is a list that was handed in and does not answer for it: somebody else's list of the
 * same kind may have the student. What a comparison covers says nothing of the departments' lists.
 */
function isOfOthers(student: EnrolmentStudent, lists: readonly DepartmentList[]): boolean {
  const hukou = student.rows[0].hukou.trim();
  if (hukou === '') return false;
  const raw = lists.filter(({ evidence, entries }) => (evidence ?? entries[0]?.evidence) !== 'comparison');
  const answering = new Set(raw.filter(({ covers }) => coversHukou(covers, hukou)).map(({ list }) => list));
  return raw.some(({ list }) => !answering.has(list));
}

const coversHukou = (covers: readonly string[], hukou: string): boolean =>
  covers.length === 0 || covers.some((prefix) => hukou.startsWith(prefix));

/**
 * A notice for each county. Where an entry belongs is what a person said, else the area that the list gives; the first digits
 * of an ID are where it was first registered and say nothing of today.
 */
export function noticesOf(input: NoticeInput): readonly Notice[] {
  const { titles, outcomes, lists, students, schools, elsewhere } = input;
  const found = new Map<string, { readonly entries: string[][]; readonly students: string[][] }>();
  const of = (county: string) => {
    const known = found.get(county) ?? { entries: [], students: [] };
    found.set(county, known);
    return known;
  };
  for (const outcome of outcomes) {
    const { entry, state } = outcome;
    const county = elsewhere.get(entryPlace(entry)) ?? (entry.area ?? '').trim();
    of(county).entries.push([
      entry.name.trim(),
      entry.id.trim(),
      titles.list(entry.list),
      entryStateLabel(state, titles.lang),
    ]);
  }
  for (const student of students) {
    if (!isOfOthers(student, lists)) continue;
    const [row] = student.rows;
    const { stage } = row.enrolment;
    of(row.hukou.trim().slice(0, DIVISION)).students.push([
      row.name.trim(),
      row.id.trim(),
      stage === undefined ? '' : STAGE_LABELS[stage as Stage][titles.lang],
      schoolName(row.school, schools),
    ]);
  }
  const inOrder = (rows: string[][]): string[][] =>
    rows.sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([county, rows]) => ({ county, entries: inOrder(rows.entries), students: inOrder(rows.students) }));
}

/** Every entry that belongs elsewhere, and every student whom only others' lists can name, is in one. */
export function noticeBalances(notices: readonly Notice[], input: NoticeInput): readonly Balance[] {
  const sum = (of: 'entries' | 'students'): number =>
    notices.reduce((total, one) => total + one[of].length, 0);
  const students = [...input.students].filter((student) => isOfOthers(student, input.lists)).length;
  return [
    balance('notices:entries', input.outcomes.length, sum('entries')),
    balance('notices:students', students, sum('students')),
  ];
}

const HEADERS = {
  entries: {
    zh: ['姓名', '证件号', '名单', '核对结果', '现就读学校', '学籍号', '核对人', '日期'],
    en: ['Name', 'ID', 'List', 'What was found', 'School now', 'Student number', 'Checked by', 'Date'],
  },
  students: {
    zh: ['姓名', '证件号', '学段', '就读学校', '是否在贵地名单上', '名单名称', '核对人', '日期'],
    en: ['Name', 'ID', 'Stage', 'School', 'On a list of yours?', 'Which list', 'Checked by', 'Date'],
  },
} as const;

/** The sheets of one notice. */
export function noticeSheets(notice: Notice, { lang }: Titles): readonly PlainSheet[] {
  const sheets = [
    { of: 'entries', sheet: say(lang, '我地名单上的人', 'People of our lists') },
    { of: 'students', sheet: say(lang, '户籍在贵地的学生', 'Students registered with you') },
  ] as const;
  return sheets
    .filter(({ of }) => notice[of].length > 0)
    .map(({ of, sheet }) => ({
      sheet,
      header: 1,
      widths: [12, 22, 18, 24, 24, 22, 12, 12],
      rows: [HEADERS[of][lang], ...notice[of].map((row) => [...row, '', '', '', ''])],
    }));
}

/** All notices as one table, for the record of the run. */
export function noticesCsv(notices: readonly Notice[], { lang }: Titles): string {
  const kind = {
    entries: say(lang, '我地名单上的人', 'on our list'),
    students: say(lang, '户籍在贵地的学生', 'registered there'),
  };
  const rows = notices.flatMap((notice) =>
    (['entries', 'students'] as const).flatMap((of) =>
      notice[of].map((row) => [notice.county, kind[of], ...row]),
    ),
  );
  const header =
    lang === 'zh'
      ? ['区县', '事由', '姓名', '证件号', '名单或学段', '核对结果或学校']
      : ['County', 'Matter', 'Name', 'ID', 'List or stage', 'Finding or school'];
  return csvFile([header, ...rows]);
}
