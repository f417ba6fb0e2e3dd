import { type Language, renderIssue, say, type Titles } from '../../explain/index.js';
import type { Counted } from '../../record/index.js';
import { compareText, type SourceRef } from '../../roster/index.js';
import type { Issue } from '../../value/index.js';
import { COLUMNS, type Form, KIND_WORDS } from '../form/index.js';
import { ITEM_KINDS, type Item, placed, rowOf, type WorklistInput, whoIs } from './item.js';
import { studentItem } from './student-item.js';

/** What people have to look at about one student. */
export function itemsOfStudent(one: Counted, input: WorklistInput): readonly Item[] {
  const { student, school, issues } = one.determination;
  return [
    ...studentItem(one, input),
    ...issues.filter(isForPeople).map((issue) => dataItem(issue, { student, school }, input)),
  ];
}

/** A roster row that is nobody's. */
export function invalidRowItem(source: SourceRef, { rules, titles }: WorklistInput): Item {
  return {
    kind: 'invalidRow',
    stake: rules.tierIds.length - 1,
    open: 0n,
    source,
    students: [],
    row: {
      cells: {
        todo: say(
          titles.lang,
          '这一行没有可辨认的姓名、证件号和学籍号，请向学校核实是谁',
          'This row has no name, ID or student number that can be read; ask the school who it is',
        ),
        ...placed(source),
      },
    },
  };
}

/** What was found in the files, apart from single determinations. */
export const itemsOfIssues = (issues: readonly Issue[], input: WorklistInput): readonly Item[] =>
  issues.filter(isForPeople).map((issue) => dataItem(issue, null, input));

/** Everything that people have to look at, most at stake first. The order rests on nothing but the content. */
export function inOrder(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, cells: JSON.stringify(item.row.cells) }))
    .sort(
      ({ item: a, cells: aCells }, { item: b, cells: bCells }) =>
        b.stake - a.stake ||
        ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) ||
        (b.open > a.open ? 1 : b.open < a.open ? -1 : 0) ||
        compareText(a.row.cells.file ?? '', b.row.cells.file ?? '') ||
        compareText(a.row.cells.sheet ?? '', b.row.cells.sheet ?? '') ||
        Number(a.row.cells.row ?? 0) - Number(b.row.cells.row ?? 0) ||
        compareText(aCells, bCells),
    )
    .map(({ item }) => item);
}

const isForPeople = (issue: Issue): boolean => issue.severity !== 'note' && !COVERED.has(issue.code);

/** Issues that have items of their own kind, or one for each student, already. */
const COVERED: ReadonlySet<string> = new Set(['roster.invalidRow', 'match.comparisonDiffers']);

/** The worklist as a form to fill in. */
export function worklistForm(items: readonly Item[], title: string, lang: Language): Form {
  return {
    sheet: say(lang, '待办清单', 'Worklist'),
    lang,
    title,
    notes: [
      say(
        lang,
        '蓝色列是名单上写的，绿色列是花名册上写的；请只填黄色列。有结论的，决定人、日期、理由都要填，否则不采用。填好后写进任务文件的 answers，下次运行就会读回。',
        'Blue columns are what the list says, green ones what the roster says; fill in the yellow ones only. A conclusion counts only with who, when and why. Name the filled file under "answers" of the job, and the next run reads it.',
      ),
    ],
    columns: COLUMNS.map(({ id }) => id).filter((id) => id !== 'value'),
    rows: items.map(({ kind, stake, row }, i) => ({
      ...row,
      cells: {
        ...row.cells,
        number: String(i + 1),
        kind: KIND_WORDS[kind][lang],
        stake: stake === 0 ? '' : String(stake),
      },
    })),
  };
}

/** The item of a finding in the data. */
function dataItem(
  issue: Issue,
  who: { readonly student: string; readonly school: string } | null,
  input: WorklistInput,
): Item {
  const { place } = issue;
  const values = titled(issue.values, input.titles);
  const said = input.renderIssue({ code: issue.code, severity: issue.severity, values });
  const source = who === null ? undefined : rowOf(who.student, input);
  return {
    kind: 'data',
    stake: 0,
    open: 0n,
    students: who === null ? [] : [who.student],
    row: {
      cells: {
        ...(who === null ? {} : whoIs(who.student, who.school, input)),
        ...(source === undefined ? {} : placed(source)),
        todo: said.replace(/^[\w.]+(?:：|: )/, ''),
        ...(place?.file === undefined ? {} : { file: place.file, sheet: place.sheet ?? '' }),
        ...(place?.row === undefined ? {} : { row: String(place.row) }),
        column: place?.header ?? place?.path ?? '',
        code: issue.code,
      },
    },
  };
}

/** What people know by a title and programs by an id. */
function titled(values: Issue['values'], titles: Titles): Issue['values'] {
  const { list, category } = values;
  return {
    ...values,
    ...(typeof list === 'string' ? { list: titles.list(list) } : {}),
    ...(typeof category === 'string' ? { category: titles.category(category) } : {}),
  };
}

/** Renders an issue with the words of all rooms. */
export const issueRenderer =
  (lang: Language, messages: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
  (issue: Issue): string =>
    renderIssue(issue, lang, messages);
