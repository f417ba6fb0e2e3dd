import type { CheckedProperty, CheckReport } from '../check/index.js';
import type { RuleSet } from '../rules/index.js';
import { besidesText } from './check-besides.js';
import { cliffsText } from './check-cliffs.js';
import { openText, refutedText } from './check-findings.js';
import { type Group, groupsOf } from './check-groups.js';
import type { Telling } from './check-telling.js';
import { CheckWords } from './check-words.js';

/** The report of one edition: a screenful where nothing is wrong. */
export function reportText(report: CheckReport, rules: RuleSet, telling: Telling): readonly string[] {
  const words = new CheckWords(rules, telling.lang);
  const { properties, coverage, at } = report;
  const of = (status: CheckedProperty['status']) =>
    groupsOf(properties.filter((one) => one.status === status));
  const refuted = of('refuted');
  const open = of('notProved');
  const days = at.length === 1 ? (at[0] ?? '') : `${at[0]} … ${at.at(-1)}`;
  const { proved, byConstruction, refuted: against, notProved } = coverage;
  const asked = proved + byConstruction + against + notProved;
  return [
    `  ${resultText(refuted, open, words)}`,
    words.say(
      `  对声明范围内的所有学生逐项核对（${days}）：共 ${asked} 项，证明成立 ${proved} 项，由规则语言保证 ${byConstruction} 项，不成立 ${against} 项，未能证明 ${notProved} 项`,
      `  ${asked} ${asked === 1 ? 'question' : 'questions'}, over every student that the declared ranges allow (${days}): ${proved} proved, ${byConstruction} by construction, ${against} refuted, ${notProved} not proved`,
    ),
    ...refutedText(refuted, words, telling, report.reads.length),
    ...openText(open, words, telling),
    ...cliffsText(report, words, telling),
    ...besidesText(report, words, telling),
  ];
}

function resultText(refuted: readonly Group[], open: readonly Group[], words: CheckWords): string {
  const errors = refuted.filter(([{ severity }]) => severity === 'error').length;
  const warnings = refuted.length - errors;
  if (errors + warnings + open.length === 0)
    return words.say(
      '结论：所问各项全部成立，没有发现会漏掉学生或使学生吃亏之处',
      'Result: all that was asked holds; no student was found who falls through or comes off worse',
    );
  const count = (n: number, zh: string, one: string, many: string): readonly string[] =>
    n === 0 ? [] : [words.say(zh, n === 1 ? one : many)];
  const found = [
    ...count(errors, `错误 ${errors} 处`, '1 error', `${errors} errors`),
    ...count(warnings, `提醒 ${warnings} 处`, '1 warning', `${warnings} warnings`),
    ...count(
      open.length,
      `未能证明 ${open.length} 处`,
      '1 thing not proved',
      `${open.length} things not proved`,
    ),
  ].join(words.say('，', ', '));
  const stops = words.say('；有错误的规则不能用于认定', '; rules with an error decide nobody');
  return `${words.say('结论：', 'Result: ')}${found}${errors > 0 ? stops : ''}`;
}
