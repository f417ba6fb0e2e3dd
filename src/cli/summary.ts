import type { Job, Run } from '../batch/index.js';
import { OUTCOMES } from '../determine/index.js';
import {
  entryStateLabel,
  grouped,
  INSTRUMENT_LABELS,
  type Language,
  money,
  NOT_RECOGNISED_LABEL,
  OUTCOME_LABELS,
  PERIOD_LABELS,
  periodLabel,
  STAGE_LABELS,
  STANDING_LABELS,
  STATUS_LABELS,
} from '../explain/index.js';
import { ENTRY_STATES } from '../reconcile/index.js';
import type { ListedTally, ProgrammeTally, Tally } from '../record/index.js';
import { STAGES } from '../roster/index.js';
import { INSTRUMENTS, type RuleSet, type Words } from '../rules/index.js';
import { styled, type Terminal, type Told, table, tell } from './terminal.js';

const number = (n: number): string => (n === 0 ? '·' : grouped(String(n)));
const all = (n: number): string => grouped(String(n));

const ITEM_WORDS: Readonly<Record<string, Told>> = {
  invalidRow: { zh: '花名册里无法辨认的行', en: 'roster rows that cannot be read' },
  student: { zh: '待定的学生', en: 'students not settled yet' },
  entry: { zh: '待核对的名单条目', en: 'list entries to check' },
  data: { zh: '待核实的数据', en: 'data to ask about' },
};

/** The summary of a run as people read it: students, money, lists, what is left to do, and whether the books balance. */
export function summaryText(run: Run, job: Job, folder: string, lang: Language, terminal: Terminal): string {
  const { summary, rules } = run;
  const heading = (zh: string, en: string): string => styled(terminal, 'bold', tell(lang, { zh, en }));
  const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
  const { document } = rules;
  const title = words(job.document.title ?? document.title, lang);
  const standing = [STANDING_LABELS[document.standing][lang], STATUS_LABELS[document.status][lang]];
  const head = [
    styled(terminal, 'bold', title),
    lang === 'zh'
      ? `${periodLabel(summary.period, lang)}；以 ${summary.asOf} 的情况为准，截至 ${summary.knownAt} 已知`
      : `${periodLabel(summary.period, lang)}; as of ${summary.asOf}, known by ${summary.knownAt}`,
    lang === 'zh'
      ? `规则 ${document.scheme} ${document.edition}（${standing.join('；')}）`
      : `rules ${document.scheme} ${document.edition} (${standing.join('; ')})`,
  ];

  return [
    ...head,
    '',
    heading(`学生 ${all(summary.students.students)} 人`, `Students: ${all(summary.students.students)}`),
    ...indent(outcomeTable(run, lang)),
    '',
    ...(rules.programmes.length === 0
      ? []
      : [
          heading(
            '资助金额（按规则的口径；本学期应发多少不在此计算）',
            'Money (per school year or as stated; what one semester pays is not computed)',
          ),
          ...indent(moneyTable(summary.students, rules, lang)),
          '',
        ]),
    ...listLines(run, lang, heading),
    '',
    ...itemLines(run, lang, heading),
    '',
    ...bookLines(run, lang, heading),
    '',
    lang === 'zh' ? `结果在 ${folder}` : `The run is in ${folder}`,
    lang === 'zh'
      ? `  ${folder}/worklist.csv 是待办清单；查一名学生：bulou explain ${folder} 学籍号`
      : `  ${folder}/worklist.csv is what to do; for one student: bulou explain ${folder} STUDENT --lang en`,
    ...folderLines(run, folder, lang),
    '',
  ].join('\n');
}

/** What else people open: the same worklist with drop-downs, and both directions of the lists. */
function folderLines({ unlisted, notices }: Run, folder: string, lang: Language): string[] {
  const students = notices.reduce((sum, one) => sum + one.students.length, 0);
  const entries = notices.reduce((sum, one) => sum + one.entries.length, 0);
  return [
    tell(lang, {
      zh: `  ${folder}/views/worklist.xlsx 是同一份清单，带下拉框，填好后写进任务文件的 answers`,
      en: `  ${folder}/views/worklist.xlsx is the same with drop-downs; name it under "answers" of the job when filled in`,
    }),
    ...(unlisted.length === 0
      ? []
      : [
          tell(lang, {
            zh: `  ${folder}/unlisted.csv：学校或调查认为困难、名单上却没有的学生 ${all(unlisted.length)} 人`,
            en: `  ${folder}/unlisted.csv: ${all(unlisted.length)} students whom the school or the survey makes hard-up and no list has`,
          }),
        ]),
    ...(notices.length === 0
      ? []
      : [
          tell(lang, {
            zh: `  ${folder}/views/notices/：给外地的通知 ${notices.length} 份（户籍在那里的学生 ${all(students)} 人，名单上的人 ${all(entries)} 人）`,
            en: `  ${folder}/views/notices/: ${notices.length} notices for other counties (${all(students)} students registered there, ${all(entries)} people of our lists)`,
          }),
        ]),
  ];
}

function words(title: { readonly zh: string; readonly en?: string | undefined }, lang: Language): string {
  return lang === 'zh' ? title.zh : (title.en ?? title.zh);
}

const titled = (title: Words | undefined, id: string, lang: Language): string =>
  title === undefined ? id : words(title, lang);

/**
 * Stages down, tiers and outcomes across: every student stands in exactly one column. Determined students stand by
 * their tier, or together where the scheme has none.
 */
function outcomeTable({ summary, rules }: Run, lang: Language): string[] {
  const tiers = rules.tiers.length === 0 ? [] : [...rules.tierIds].reverse();
  const tierTitle = (tier: string): string => {
    const own = rules.document.tiers.find((t) => t.id === tier);
    return own === undefined ? NOT_RECOGNISED_LABEL[lang] : titled(own.title, tier, lang);
  };
  const others = OUTCOMES.filter(
    (outcome) => (outcome !== 'determined' || tiers.length === 0) && summary.students.outcomes[outcome] > 0,
  );
  const row = (name: string, tally: Tally): string[] => [
    name,
    ...tiers.map((tier) => number(tally.tiers[tier] ?? 0)),
    ...others.map((outcome) => number(tally.outcomes[outcome])),
    number(tally.students),
  ];
  const order = [...STAGES, ''];
  const stages = [...summary.byStage].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return table([
    [
      '',
      ...tiers.map(tierTitle),
      ...others.map((outcome) => OUTCOME_LABELS[outcome][lang]),
      tell(lang, { zh: '合计', en: 'all' }),
    ],
    ...stages.map(({ key, tally }) => row(stageTitle(key, lang), tally)),
    row(tell(lang, { zh: '合计', en: 'all' }), summary.students),
  ]);
}

function stageTitle(stage: string, lang: Language): string {
  const known = STAGES.find((one) => one === stage);
  return known === undefined
    ? tell(lang, { zh: '学段不明', en: 'stage not known' })
    : STAGE_LABELS[known][lang];
}

function moneyTable(whole: Tally, rules: RuleSet, lang: Language): string[] {
  const rows: string[][] = [
    [
      '',
      tell(lang, { zh: '人数', en: 'students' }),
      tell(lang, { zh: '金额', en: 'amount' }),
      '',
      tell(lang, { zh: '待定', en: 'open' }),
      tell(lang, { zh: '待定的最多再有', en: 'at most another' }),
    ],
  ];
  for (const instrument of INSTRUMENTS) {
    const of = whole.programmes.filter((p) => p.instrument === instrument && p.granted + p.open > 0);
    if (of.length === 0) continue;
    rows.push([INSTRUMENT_LABELS[instrument][lang]]);
    for (const p of of) {
      const title = titled(rules.document.programmes[p.programme]?.title, p.programme, lang);
      rows.push([`  ${title}`, number(p.granted), ...amounts(p, lang)]);
    }
  }
  return table(rows, [0, 3]);
}

function amounts(p: ProgrammeTally, lang: Language): string[] {
  const per = PERIOD_LABELS[p.per as keyof typeof PERIOD_LABELS][lang];
  const unstated = tell(lang, { zh: '规则未载金额', en: 'no amount stated' });
  const { currency } = p;
  const sum = currency === null ? unstated : p.granted === 0 ? '' : money(p.minor, currency, lang);
  const more = currency === null || p.open === 0 ? '' : money(p.openMost, currency, lang);
  return [sum, currency === null || p.granted === 0 ? '' : per.trim(), number(p.open), more];
}

function listLines(run: Run, lang: Language, heading: (zh: string, en: string) => string): string[] {
  const { lists } = run.summary;
  const total = lists.reduce((sum, list) => sum + list.entries, 0);
  const ended = lists.reduce(
    (sum, list) => sum + ENTRY_STATES.reduce((of, state) => of + list.states[state], 0),
    0,
  );
  const states = ENTRY_STATES.filter((state) => lists.some((list) => list.states[state] > 0));
  const rows = [
    [
      '',
      // The long form in brackets would make the table wider than a terminal.
      ...states.map((state) => entryStateLabel(state, lang).replace(/（.*$/, '')),
      tell(lang, { zh: '条目', en: 'entries' }),
      tell(lang, { zh: '物理行', en: 'rows' }),
    ],
    ...lists.map((list) => [
      `${titled(run.rules.document.lists[list.list]?.title, list.list, lang)}${
        list.evidence === undefined ? '' : tell(lang, { zh: '（比对结果）', en: ' (comparison)' })
      }`,
      ...states.map((state) => number(list.states[state])),
      number(list.entries),
      number(list.physicalRows),
    ]),
    [
      tell(lang, { zh: '合计', en: 'all' }),
      ...states.map((state) => number(lists.reduce((sum, list) => sum + list.states[state], 0))),
      number(total),
      number(lists.reduce((sum, list) => sum + list.physicalRows, 0)),
    ],
  ];
  return [
    heading(
      `部门名单 ${lists.length} 份：${all(total)} 个条目，${all(ended)} 个有着落`,
      `Department lists: ${lists.length}; entries accounted for: ${all(ended)} of ${all(total)}`,
    ),
    ...table(rows).map((line) => `  ${line}`),
    ...anybodyLines(run, lang),
  ];
}

/** Rows of nobody known: what the run says of everybody else rests on the others. */
function anybodyLines(run: Run, lang: Language): string[] {
  const lists = run.summary.lists.filter(({ anybody }) => anybody > 0);
  if (lists.length === 0) return [];
  const count = lists.reduce((sum, list) => sum + list.anybody, 0);
  const each = lists
    .map(
      ({ list, anybody }) => `${titled(run.rules.document.lists[list]?.title, list, lang)} ${all(anybody)}`,
    )
    .join(tell(lang, { zh: '、', en: ', ' }));
  return [
    tell(lang, {
      zh: `  其中 ${all(count)} 条看不出是谁，没有因此把哪名学生列为待定：${each}`,
      en: `  ${all(count)} of them do not say who they are about, and hold nobody open: ${each}`,
    }),
  ];
}

function itemLines(run: Run, lang: Language, heading: (zh: string, en: string) => string): string[] {
  const { items } = run.summary;
  const rows = Object.entries(items)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => [ITEM_WORDS[kind]?.[lang] ?? kind, all(count)]);
  const title = heading(
    `需要人来办的事 ${all(run.items.length)} 项，影响大的在前`,
    `Items for people: ${all(run.items.length)}, most at stake first`,
  );
  return [title, ...table(rows).map((line) => `  ${line}`)];
}

/** EQ0–EQ7 in one line each, with both sides of the whole. */
function bookLines(run: Run, lang: Language, heading: (zh: string, en: string) => string): string[] {
  const { equations, roster, students, lists, listed } = run.summary;
  const sides = (id: string): string => {
    const equation = equations.find((one) => one.id === id);
    return equation === undefined
      ? ''
      : `${grouped(String(equation.left))} = ${grouped(String(equation.right))}`;
  };
  const parts = (start: string): number => equations.filter((e) => e.id.startsWith(start)).length;
  const sum = (key: Exclude<keyof ListedTally, 'category'>): number =>
    listed.reduce((of, one) => of + one[key], 0);
  const listedAll = sum('listed');
  const [atFloor, open, outside, declined, unmet] = [
    sum('atOrAboveFloor'),
    sum('undetermined'),
    sum('outOfScope'),
    sum('declined'),
    sum('conditionNotMet'),
  ];
  const listedEnds = atFloor + open + outside + declined + unmet;
  const listedWords =
    lang === 'zh'
      ? `名单上的学生（按类计）= 达到保底 ${atFloor} + 待定 ${open} + 不在范围 ${outside} + 放弃 ${declined} + 另需条件未满足 ${unmet}`
      : `students on lists, by category = ${atFloor} at or above the floor + ${open} open + ${outside} out of scope + ${declined} declined + ${unmet} without a further condition`;
  const rows: string[][] = [
    [
      'EQ0',
      sides('EQ0'),
      tell(lang, {
        zh: '名单物理行 = 有人的行 + 不是人的行',
        en: 'list rows = rows with people + rows of nobody',
      }),
    ],
    [
      'EQ1',
      sides('EQ1'),
      tell(lang, { zh: '名单条目 = 各种着落之和', en: 'list entries = sum of their states' }),
    ],
    [
      'EQ2',
      sides('EQ2'),
      tell(lang, { zh: '对上的条目 = 名单上的不同学生', en: 'matched entries = distinct students hit' }),
    ],
    [
      'EQ3',
      sides('EQ3'),
      lang === 'zh'
        ? `名册行 = 学生 ${all(students.students)} + 重复 ${roster.duplicates} + 无法辨认 ${roster.invalid}`
        : `roster rows = ${all(students.students)} students + ${roster.duplicates} repeated + ${roster.invalid} unreadable`,
    ],
    ['EQ4', sides('EQ4'), tell(lang, { zh: '学生 = 各种结果之和', en: 'students = sum of outcomes' })],
    ['EQ5', `${grouped(String(listedAll))} = ${grouped(String(listedEnds))}`, listedWords],
    [
      'EQ7',
      String(parts('EQ7')),
      tell(lang, {
        zh: '按区县、学校、学段、就读形式分别相加，都等于全体',
        en: 'sums by area, school, stage and setting equal the whole',
      }),
    ],
  ];
  const broken = equations.filter((one) => !one.holds).length;
  const title =
    broken === 0
      ? heading(
          `账目核对：${all(equations.length)} 条等式（含 ${lists.length} 份名单的分项）全部成立`,
          `The books: all ${all(equations.length)} equations hold`,
        )
      : heading(`账目核对：${broken} 条等式不成立`, `The books: ${broken} equations do not hold`);
  return [title, ...table(rows, [0, 2]).map((line) => `  ${line}`)];
}
