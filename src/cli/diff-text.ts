import type { EntryChange, RunDiff, StudentChange } from '../batch/index.js';
import { OUTCOMES } from '../determine/index.js';
import {
  DOUBT_LABELS,
  entryStateLabel,
  grouped,
  type Language,
  money,
  OUTCOME_LABELS,
  Titles,
} from '../explain/index.js';
import { ENTRY_STATES } from '../reconcile/index.js';
import { tell } from './terminal.js';

const KINDS = ['entered', 'left', 'changed'] as const;
const KIND_WORDS = {
  entered: { zh: '新进', en: 'entered' },
  left: { zh: '离开', en: 'left' },
  changed: { zh: '变化', en: 'changed' },
} as const;
const CONTEXT_WORDS = {
  period: { zh: '学期', en: 'period' },
  asOf: { zh: '以哪天为准', en: 'as of' },
  knownAt: { zh: '截至哪天已知', en: 'known by' },
  rules: { zh: '规则的含义', en: 'the meaning of the rules' },
} as const;

/** What differs between two runs as people read it: how many, then each student by what, then the entries of the lists. */
export function diffText(diff: RunDiff, lang: Language): string {
  const titles = new Titles(diff.rules, lang);
  const count = (kind: StudentChange['kind']): number =>
    diff.students.filter((one) => one.kind === kind).length;
  const n = (of: number): string => grouped(String(of));
  const moved = count('moved');
  const counts = KINDS.map((kind) => `${KIND_WORDS[kind][lang]} ${n(count(kind))}`).join(
    tell(lang, { zh: '，', en: ', ' }),
  );
  const lines = [
    ...diff.context.map(({ what, before, after }) => `${CONTEXT_WORDS[what][lang]}: ${before} → ${after}`),
    tell(lang, {
      zh: `学生：不变 ${n(diff.unchanged)}，${counts}${moved === 0 ? '' : `；另有 ${n(moved)} 名只是所依据的行挪了位置`}`,
      en: `Students: unchanged ${n(diff.unchanged)}, ${counts}${moved === 0 ? '' : `; of another ${n(moved)} nothing but the places of rows`}`,
    }),
  ];
  for (const kind of KINDS) {
    const of = diff.students.filter((one) => one.kind === kind);
    if (of.length > 0) lines.push('', KIND_WORDS[kind][lang]);
    for (const one of of)
      lines.push(`  ${one.student}`, ...studentLines(one, diff, titles).map((line) => `    ${line}`));
  }
  return `${[...lines, ...entryLines(diff.entries, titles)].join('\n')}\n`;
}

/** `A → B`, where nothing was or is: a dash. */
const arrow = (before: string | null, after: string | null): string => `${before ?? '—'} → ${after ?? '—'}`;

function studentLines(one: StudentChange, { rules }: RunDiff, titles: Titles): readonly string[] {
  const { lang } = titles;
  const colon = tell(lang, { zh: '：', en: ': ' });
  const outcome = (id: string | null): string | null => {
    const known = OUTCOMES.find((outcome) => outcome === id);
    return known === undefined ? id : OUTCOME_LABELS[known][lang];
  };
  const tier = (id: string | null): string | null => (id === null ? null : titles.tier(id));
  const lines: string[] = [];
  if (one.outcome !== undefined)
    lines.push(
      `${tell(lang, { zh: '结果', en: 'outcome' })}${colon}${arrow(outcome(one.outcome.before), outcome(one.outcome.after))}`,
    );
  if (one.tier !== undefined && (one.tier.before !== null || one.tier.after !== null))
    lines.push(
      `${tell(lang, { zh: '档次', en: 'tier' })}${colon}${arrow(tier(one.tier.before), tier(one.tier.after))}`,
    );
  for (const { category, before, after, gained, lost } of one.categories) {
    const rows = [
      ...gained.map((row) => tell(lang, { zh: `见 ${titles.source(row)}`, en: `by ${titles.source(row)}` })),
      ...lost.map((row) =>
        tell(lang, { zh: `原见 ${titles.source(row)}`, en: `was by ${titles.source(row)}` }),
      ),
    ];
    const why =
      rows.length === 0 ? '' : tell(lang, { zh: `（${rows.join('；')}）`, en: ` (${rows.join('; ')})` });
    lines.push(
      `${titles.category(category)}${colon}${arrow(statusText(before, lang), statusText(after, lang))}${why}`,
    );
  }
  for (const { fact, kind, source } of one.facts) {
    const words = {
      known: tell(lang, { zh: '新知道了', en: 'is known now' }),
      changed: tell(lang, { zh: '变了', en: 'has changed' }),
      gone: tell(lang, { zh: '不再知道', en: 'is no longer known' }),
    }[kind];
    const where =
      source === undefined
        ? ''
        : tell(lang, { zh: `（${titles.source(source)}）`, en: ` (${titles.source(source)})` });
    lines.push(`${titles.fact(fact)}${colon}${words}${where}`);
  }
  for (const { programme, before, after } of one.awards) {
    const currency = rules.programmes.find(({ id }) => id === programme)?.currency ?? null;
    lines.push(
      `${titles.programme(programme)}${colon}${arrow(awardText(before, currency, lang), awardText(after, currency, lang))}`,
    );
  }
  if (one.otherwise)
    lines.push(
      tell(lang, {
        zh: '得分、问题或数据核实有变，结果不变',
        en: 'points, questions or findings differ; the outcome does not',
      }),
    );
  return lines;
}

/** A category as a diff names it: its doubt where it is not known. */
function statusText(status: string | null, lang: Language): string | null {
  if (status === null) return null;
  if (status === 'in') return tell(lang, { zh: '属于', en: 'in' });
  if (status === 'out') return tell(lang, { zh: '不属于', en: 'not in' });
  const doubts: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = DOUBT_LABELS;
  return tell(lang, {
    zh: `不清楚：${doubts[status]?.zh ?? status}`,
    en: `open: ${doubts[status]?.en ?? status}`,
  });
}

/** `granted 100000` in words. */
function awardText(award: string | null, currency: string | null, lang: Language): string | null {
  if (award === null) return null;
  const [state, amount] = award.split(' ');
  const amounts = (amount ?? '').split('-').filter((minor) => minor !== '');
  const said = currency === null ? [] : amounts.map((minor) => money(minor, currency, lang));
  const open = state === 'open' ? tell(lang, { zh: '未定', en: 'open' }) : '';
  const words = said.join(tell(lang, { zh: ' 至 ', en: ' to ' }));
  return [open, words].filter((piece) => piece !== '').join(' ') || tell(lang, { zh: '有', en: 'granted' });
}

function entryLines(entries: readonly EntryChange[], titles: Titles): readonly string[] {
  const { lang } = titles;
  if (entries.length === 0)
    return ['', tell(lang, { zh: '名单条目：没有变化', en: 'List entries: no change' })];
  const state = (id: string | null): string | null => {
    const known = ENTRY_STATES.find((one) => one === id);
    return known === undefined ? id : entryStateLabel(known, lang);
  };
  const lines = [
    '',
    tell(lang, {
      zh: `名单条目变化 ${entries.length} 条`,
      en: `List entries that changed: ${entries.length}`,
    }),
  ];
  for (const list of [...new Set(entries.map((one) => one.list))]) {
    const of = entries.filter((one) => one.list === list);
    const fresh = of.filter((one) => one.before === null).length;
    const gone = of.filter((one) => one.after === null).length;
    lines.push(
      tell(lang, {
        zh: `  ${titles.list(list)}：新增 ${fresh}，撤下 ${gone}，着落变化 ${of.length - fresh - gone}`,
        en: `  ${titles.list(list)}: ${fresh} new, ${gone} gone, ${of.length - fresh - gone} ended otherwise`,
      }),
    );
    for (const { source, member, before, after } of of)
      lines.push(
        `    ${titles.source(source)}${tell(lang, { zh: `，第 ${member} 人`, en: `, person ${member}` })}${tell(lang, { zh: '：', en: ': ' })}${arrow(state(before), state(after))}`,
      );
  }
  return lines;
}
