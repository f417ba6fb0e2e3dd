import type { CheckReport } from '../check/index.js';
import { money } from '../explain/index.js';
import { formatExact, parseExact, subtract, ZERO } from '../value/index.js';
import type { Telling } from './check-telling.js';
import type { CheckWords } from './check-words.js';
import { table } from './terminal.js';

/** What the report says of cliffs among what is outside its proofs. */
export const OF_CLIFFS = ['check.cliffsOpen', 'check.moreCliffs'];

/** Without `all` no more rows than these are shown. */
const MOST_ROWS = 20;

type Cliff = CheckReport['cliffs'][number];
const about = ({ of, fact }: Readonly<Record<string, unknown>> | Cliff): string => `${of} ${fact}`;

/** The steps of money: of each fact and programme the greatest, and how many more there are. */
export function cliffsText(
  { cliffs, coverage }: CheckReport,
  words: CheckWords,
  telling: Telling,
): readonly string[] {
  const { cliff: above, all = false } = telling;
  if (above === undefined) return [];
  const notes = coverage.outside.filter(({ code }) => OF_CLIFFS.includes(code));
  const more = new Set(notes.map(({ values }) => about(values)));
  const first = cliffs.filter(
    (one, i) => all || cliffs.findIndex((other) => about(other) === about(one)) === i,
  );
  const shown = all ? first : first.slice(0, MOST_ROWS);
  const rows = shown.map((one) => {
    const others = all ? 0 : cliffs.filter((other) => about(other) === about(one)).length - 1;
    return rowOf(one, others, more.has(about(one)), words);
  });
  const many = shown.length < cliffs.length ? words.say('，--all 全部列出', '; --all lists all of them') : '';
  const head = words.say(
    `  台阶（多一个单位，钱的变动超过 ${above}；从大到小${many}）：`,
    `  cliffs (one unit more moves the money by more than ${above}; the greatest first${many}):`,
  );
  const left = first.length - shown.length;
  return [
    '',
    ...(rows.length === 0 ? [head + words.say('没有', ' none')] : [head, ...table(rows, [1, 2, 3, 4, 5])]),
    ...(left > 0 ? [words.say(`    还有 ${left} 行`, `    and ${left} rows more`)] : []),
    ...openText(notes, words, all),
  ];
}

function rowOf(
  { of, fact, from, to, currency, before, after }: Cliff,
  others: number,
  more: boolean,
  words: CheckWords,
): readonly string[] {
  const { lang } = words;
  const by = formatExact(subtract(parseExact(after) ?? ZERO, parseExact(before) ?? ZERO));
  const least = more ? words.say('以上', ' or more') : '';
  return [
    `    ${by.startsWith('-') ? '' : '+'}${money(by, currency, lang)}`,
    words.purse(of),
    words.fact(fact),
    `${words.factValue(fact, from)} → ${words.factValue(fact, to)}`,
    `${money(before, currency, lang)} → ${money(after, currency, lang)}`,
    others === 0 ? '' : words.say(`另有 ${others} 处${least}`, `and ${others}${least} elsewhere`),
  ];
}

/** Where there may be more of them: the facts, or (`all`) each with its programme. */
function openText(
  notes: CheckReport['coverage']['outside'],
  words: CheckWords,
  all: boolean,
): readonly string[] {
  const open = notes.filter(({ code }) => code === 'check.cliffsOpen');
  if (open.length === 0) return [];
  const fact = ({ values }: (typeof open)[number]): string => words.fact(String(values.fact));
  if (all)
    return open.map((one) => {
      const of = words.purse(String(one.values.of));
      return `    ${words.because({ code: one.code, values: { ...one.values, fact: fact(one), of } })}`;
    });
  const facts = [...new Set(open.map(fact))].join(words.say('、', ', '));
  return [
    words.say(
      `    情形太多，这些方面的台阶可能没有找全：${facts}`,
      `    too many cases: there may be more cliffs of ${facts}`,
    ),
  ];
}
