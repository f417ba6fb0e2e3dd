import { type Language, renderIssue } from '../../explain/index.js';
import { compareText } from '../../roster/index.js';
import type { Issue } from '../../value/index.js';
import { csvFile } from './csv.js';
import { entryItem } from './entry-item.js';
import {
  HEADER,
  ITEM_KINDS,
  type Item,
  type ItemKind,
  placed,
  rowOf,
  type WorklistInput,
  whoIs,
} from './item.js';
import { studentItem } from './student-item.js';

const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  invalidRow: '名册无法辨认',
  student: '待定学生',
  entry: '名单待核对',
  data: '数据待核实',
};

/** Everything that people have to look at, most at stake first. The order rests on nothing but the content. */
export function worklist(input: WorklistInput): readonly Item[] {
  const top = input.rules.tierIds.length - 1;
  const items: Item[] = [
    ...input.invalidRows.map(
      (source): Item => ({
        kind: 'invalidRow',
        stake: top,
        open: 0n,
        cells: { 要做的事: '这一行没有可辨认的姓名、证件号和学籍号，请向学校核实是谁', ...placed(source) },
      }),
    ),
    ...input.counted.flatMap((one) => studentItem(one, input)),
    ...input.outcomes
      .filter((o) => o.state === 'review' || o.state === 'invalid')
      .map((o) => entryItem(o, input)),
    ...input.issues.filter(isForPeople).map((issue) => dataItem(issue, {}, input)),
    ...input.counted.flatMap(({ determination: { student, school, issues } }) =>
      issues
        .filter(isForPeople)
        .map((issue) =>
          dataItem(issue, { ...whoIs(student, school, input), ...rowOf(student, input) }, input),
        ),
    ),
  ];
  return items.sort(
    (a, b) =>
      b.stake - a.stake ||
      ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) ||
      (b.open > a.open ? 1 : b.open < a.open ? -1 : 0) ||
      compareText(a.cells.文件 ?? '', b.cells.文件 ?? '') ||
      compareText(a.cells.工作表 ?? '', b.cells.工作表 ?? '') ||
      Number(a.cells.行 ?? 0) - Number(b.cells.行 ?? 0) ||
      compareText(JSON.stringify(a.cells), JSON.stringify(b.cells)),
  );
}

const isForPeople = (issue: Issue): boolean => issue.severity !== 'note' && !COVERED.has(issue.code);

/** Issues that have an item of their own kind already. */
const COVERED: ReadonlySet<string> = new Set(['roster.invalidRow']);

/** The worklist as a file for a spreadsheet program. */
export function worklistCsv(items: readonly Item[]): string {
  const rows = items.map((item, i) =>
    HEADER.map((name) => {
      if (name === '序号') return String(i + 1);
      if (name === '事项') return KIND_WORDS[item.kind];
      if (name === '可能影响的档次数') return item.stake === 0 ? '' : String(item.stake);
      return item.cells[name] ?? '';
    }),
  );
  return csvFile(HEADER, rows);
}

/** The item of a finding in the data. */
function dataItem(issue: Issue, who: Item['cells'], input: WorklistInput): Item {
  const { place } = issue;
  const said = input.renderIssue({ code: issue.code, severity: issue.severity, values: issue.values });
  return {
    kind: 'data',
    stake: 0,
    open: 0n,
    cells: {
      ...who,
      要做的事: said.replace(`${issue.code}：`, ''),
      ...(place?.file === undefined ? {} : { 文件: place.file, 工作表: place.sheet ?? '' }),
      ...(place?.row === undefined ? {} : { 行: String(place.row) }),
      列: place?.header ?? place?.path ?? '',
      代码: issue.code,
    },
  };
}

/** Renders an issue with the words of all rooms. */
export const issueRenderer =
  (lang: Language, messages: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
  (issue: Issue): string =>
    renderIssue(issue, lang, messages);
