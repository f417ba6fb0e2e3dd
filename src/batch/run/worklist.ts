import { type Determination, NOT_RECOGNISED, type Question } from '../../determine/index.js';
import {
  DOUBT_LABELS,
  type Language,
  money,
  NOT_RECOGNISED_LABEL,
  ORIGIN_LABELS,
  PERIOD_LABELS,
  renderIssue,
  STAGE_LABELS,
} from '../../explain/index.js';
import { type AssembledStudent, type EntryOutcome, RECONCILE_MESSAGES } from '../../reconcile/index.js';
import type { Counted } from '../../record/index.js';
import { compareText, type SourceRef, type Stage } from '../../roster/index.js';
import type { RuleSet, Words } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { EnrolmentRow, School } from '../source/index.js';
import { csvFile } from './csv.js';

/** Kinds of items for people, in the order in which they stand where the same is at stake. */
export const ITEM_KINDS = ['invalidRow', 'student', 'entry', 'data'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  invalidRow: '名册无法辨认',
  student: '待定学生',
  entry: '名单待核对',
  data: '数据待核实',
};

const HEADER = [
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

const titleOf = (title: Words | undefined, id: string): string => title?.zh ?? id;

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

function placed(source: SourceRef) {
  return { 文件: source.file, 工作表: source.sheet ?? '', 行: String(source.row) };
}

function whoIs(key: string, school: string, input: WorklistInput) {
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

function studentItem({ determination }: Counted, input: WorklistInput): Item[] {
  const { open } = determination;
  if (determination.outcome !== 'undetermined' || open === undefined) return [];
  const { rules } = input;
  const indices = open.tiers.map((tier) => rules.tierIds.indexOf(tier));
  const spread = (indices[0] ?? 0) - (indices[indices.length - 1] ?? 0);
  const awards = determination.awards.filter((award) => award.state === 'open');
  const atStake = awards.reduce(
    (sum, { between }) => sum + BigInt(between?.most ?? 0) - BigInt(between?.least ?? 0),
    0n,
  );
  return [
    {
      kind: 'student',
      stake: spread > 0 ? spread : 1,
      open: atStake,
      cells: {
        ...whoIs(determination.student, determination.school, input),
        要做的事: questionTexts(open.questions, rules),
        可能的档次: open.tiers.map((tier) => tierTitle(tier, rules)).join('、'),
        未定的项目: awards.map((award) => awardText(award, rules)).join('；'),
        ...rowOf(determination.student, input),
      },
    },
  ];
}

function rowOf(key: string, input: WorklistInput) {
  const source = input.students.get(key)?.rows[0].source;
  return source === undefined ? {} : placed(source);
}

const tierTitle = (tier: string, rules: RuleSet): string =>
  titleOf(
    rules.document.tiers.find((t) => t.id === tier)?.title,
    tier === NOT_RECOGNISED ? NOT_RECOGNISED_LABEL.zh : tier,
  );

/** What to do for one student: facts by where they come from, categories by why they are not known, then the rest. */
function questionTexts(questions: readonly Question[], rules: RuleSet): string {
  const { document } = rules;
  const groups = new Map<string, string[]>();
  const add = (group: string, what: string): void => {
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [what]);
    else known.push(what);
  };
  for (const { kind, id, doubt } of questions) {
    switch (kind) {
      case 'fact': {
        const fact = document.facts[id];
        add(
          fact === undefined ? '核实' : `核实（${ORIGIN_LABELS[fact.origin].zh}）`,
          titleOf(fact?.title, id),
        );
        break;
      }
      case 'category': {
        const why = doubt === undefined ? '' : `（${DOUBT_LABELS[doubt].zh}）`;
        add(`核实是否属于${why}`, titleOf(document.categories[id]?.title, id));
        break;
      }
      case 'veto':
        add('由工作组决定是否适用', titleOf(document.vetoes[id]?.title, id));
        break;
      case 'enrolment':
        add('核实实际在哪所学校就读', '');
        break;
      case 'decision':
        add('认定的档次低于应当保底的档次，请重新决定', '');
        break;
    }
  }
  return [...groups]
    .map(([group, what]) => (what[0] === '' ? group : `${group}：${what.join('、')}`))
    .join('；');
}

function awardText(award: Determination['awards'][number], rules: RuleSet): string {
  const title = titleOf(rules.document.programmes[award.programme]?.title, award.programme);
  const { between } = award;
  if (between === undefined) return title;
  const per = PERIOD_LABELS[award.per as keyof typeof PERIOD_LABELS]?.zh ?? '';
  const written = (minor: string): string => money(minor, between.currency, 'zh');
  return `${title} ${written(between.least).replace(/ [^ ]+$/, '')} 至 ${written(between.most)}${per}`;
}

function entryItem(outcome: EntryOutcome, input: WorklistInput): Item {
  const { entry, reason, candidates } = outcome;
  const { rules } = input;
  const floors = [...entry.standing.in, ...entry.standing.unknown].map(
    (id) => rules.categories.find((c) => c.id === id)?.floor ?? 0,
  );
  const floor = floors.reduce((most, one) => (one > most ? one : most), 0);
  const strong = candidates.filter((candidate) => candidate.strong);
  const word = (key: string): string => RECONCILE_MESSAGES[key]?.zh ?? key;
  const shown = (strong.length > 0 ? strong : candidates).slice(0, 5);
  const named = shown.map(({ student, why }) => {
    const row = input.students.get(student)?.rows[0];
    return `${row?.name ?? ''} ${row?.studentNumber || student}（${word(`why.${why}`)}）`;
  });
  const more = candidates.length > shown.length ? `，共 ${candidates.length} 人` : '';
  const [first] = shown;
  const school = first === undefined ? undefined : input.students.get(first.student)?.rows[0].school;
  const who = first === undefined || school === undefined ? {} : whoIs(first.student, school, input);
  return {
    kind: 'entry',
    // An answer can lift somebody to the floor only where somebody of the roster is near.
    stake: strong.length > 0 ? (floor > 0 ? floor : 1) : candidates.length > 0 ? 1 : 0,
    open: 0n,
    cells: {
      ...who,
      姓名: entry.name.trim(),
      全国学籍号: entry.studentNumber.trim(),
      要做的事: [
        `核对名单上的这个人：${word(`reason.${reason}`)}`,
        ...(named.length === 0 ? [] : [`可能是 ${named.join('、')}${more}`]),
      ].join('；'),
      名单: titleOf(rules.document.lists[entry.list]?.title, entry.list),
      ...placed(entry.source),
      人序: String(entry.member),
      代码: reason,
    },
  };
}

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
