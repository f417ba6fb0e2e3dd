import type { CheckReport } from '../check/index.js';
import { OF_CLIFFS } from './check-cliffs.js';
import type { Telling } from './check-telling.js';
import type { CheckWords } from './check-words.js';

/** Names in one line. */
const MOST_NAMES = 8;

/** What is not claimed, and what the rules read. */
export function besidesText(report: CheckReport, words: CheckWords, telling: Telling): readonly string[] {
  const { noDirection, outside } = report.coverage;
  const most = telling.all === true ? Number.POSITIVE_INFINITY : MOST_NAMES;
  const lines: string[] = [];
  if (noDirection.length > 0)
    lines.push(
      words.say(
        '  没有写明轻重方向（worse: none），不作断言：',
        '  no direction is stated (worse: none), so nothing is claimed of: ',
      ) +
        words.some(
          noDirection.map((id) => words.fact(id)),
          most,
        ),
    );
  for (const one of outside.filter(({ code }) => !OF_CLIFFS.includes(code))) {
    const ids = String(one.values.of ?? '').split(', ');
    const title = (id: string): string =>
      one.code === 'check.unstatedAmounts' ? words.titles.programme(id) : words.titles.figure(id);
    const listed = one.code === 'check.unstatedAmounts' || one.code === 'check.outputsHaveNoOrder';
    const values = listed
      ? { ...one.values, of: words.some(ids.map(title), most), count: ids.length }
      : one.values;
    lines.push(
      `  ${words.say('不在证明之内：', 'outside the proofs: ')}${words.because({ ...one, values })}`,
    );
  }
  return ['', ...lines, ...readsText(report, words, most)];
}

/** What is read at each stage: what all of them read is said once. */
function readsText({ reads }: CheckReport, words: CheckWords, most: number): readonly string[] {
  const { titles } = words;
  const each = reads.map((one) => ({
    where: words.section(one),
    facts: one.facts.map((id) => words.readFact(one, id)),
    lists: one.categories.map((id) => titles.category(id)),
  }));
  const [first] = each;
  if (first === undefined) return [];
  const list = (names: readonly string[]): string => names.join(words.say('、', ', '));
  const facts = first.facts.filter((name) => each.every((one) => one.facts.includes(name)));
  const lists = first.lists.filter((name) => each.every((one) => one.lists.includes(name)));
  const more = each.map((one) => ({
    where: one.where,
    names: [
      ...one.facts.filter((name) => !facts.includes(name)),
      ...one.lists.filter((name) => !lists.includes(name)),
    ],
  }));
  const alike = more.every(({ names }) => names.length === 0);
  const everywhere = alike ? '' : words.say('（各学段都读取）', ' (at every stage)');
  const common = [
    `  ${words.say(`结果取决于${everywhere}：`, `the outcome rests on${everywhere}: `)}${facts.length === 0 ? '–' : list(facts)}`,
    ...(lists.length === 0 ? [] : [`  ${words.say('以及名单：', 'and on the lists: ')}${list(lists)}`]),
  ];
  if (alike) return common;
  const byNames = new Map<string, string[]>();
  for (const { where, names } of more) {
    const key = list(names);
    byNames.set(key, [...(byNames.get(key) ?? []), where]);
  }
  return [
    ...common,
    ...[...byNames].map(([names, where]) => {
      const read =
        names === '' ? words.say('没有别的', 'nothing else') : words.say(`另读${names}`, `also ${names}`);
      return `    ${words.some(where, most)}${words.say('：', ': ')}${read}`;
    }),
  ];
}
