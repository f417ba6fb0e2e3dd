import type { Determination, Reason } from '../determine/index.js';
import type { Issue, Place } from '../value/index.js';
import type { CaseReport, CaseResult, Difference } from './report.js';

type Language = 'zh' | 'en';

const WORDS = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不符', en: 'failed' },
  expected: { zh: '应为', en: 'expected' },
  got: { zh: '实为', en: 'got' },
  plan: { zh: '引擎', en: 'plan' },
  reference: { zh: '参考含义', en: 'reference' },
  meanings: {
    zh: '引擎与参考含义不一致：这是 bulou 的缺陷，与规则文件无关，请报告',
    en: 'plan and reference differ: a defect of bulou, not of the rule file; please report it',
  },
  points: { zh: '得分', en: 'points' },
  facts: { zh: '所用事实', en: 'facts used' },
  categories: { zh: '类别', en: 'categories' },
  reasons: { zh: '理由', en: 'reasons' },
  open: { zh: '未定', en: 'open' },
  granted: { zh: '给予', en: 'granted' },
  issues: { zh: '数据问题', en: 'issues' },
  none: { zh: '无', en: 'none' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** One line for an issue. */
export type IssueRenderer = (issue: Issue) => string;

/**
 * A failing case as text: what was expected and what came, then the trace behind it (points, facts, categories,
 * reasons), so that a rule writer sees which step went another way. One line for a case that passed. `render` gives
 * an issue in sentences, as `renderIssue` with `CASES_MESSAGES` does; without it, its code and values.
 */
export function describeCase(result: CaseResult, lang: Language, render: IssueRenderer = plainIssue): string {
  const say: Say = (word) => WORDS[word][lang];
  const lines = [`${placeText(result.place)}${result.id}: ${say(result.passed ? 'passed' : 'failed')}`];
  for (const issue of result.issues) lines.push(`  ${render(issue)}`);
  if (result.differences.some((one) => one.about === 'meanings')) lines.push(`  ${say('meanings')}`);
  for (const one of result.differences) lines.push(...differenceLines(one, say));
  if (!result.passed && result.determination !== undefined)
    lines.push(...traceLines(result.determination, say, render));
  return lines.join('\n');
}

/** A whole report: the failing cases, then one line of counts. Standing and status of the rules are always printed. */
export function describeReport(
  report: CaseReport,
  lang: Language,
  render: IssueRenderer = plainIssue,
): string {
  const { scheme, edition, standing, status, passed, failed, compared } = report;
  const counts =
    lang === 'zh'
      ? `用例通过 ${passed} 例，不符 ${failed} 例；其中 ${compared} 例同时按参考含义核对`
      : `cases passed: ${passed}, failed: ${failed}; also by the reference meaning: ${compared}`;
  return [
    ...report.issues.map(render),
    ...report.results.filter((one) => !one.passed).map((one) => describeCase(one, lang, render)),
    `${scheme} ${edition} (${standing}, ${status}): ${counts}`,
  ].join('\n');
}

type Say = (word: keyof typeof WORDS) => string;

function differenceLines(one: Difference, say: Say): readonly string[] {
  const meanings = one.about === 'meanings';
  const [should, is] = meanings ? [say('reference'), say('plan')] : [say('expected'), say('got')];
  const at = one.place === undefined ? '' : placeText(one.place);
  return [`  ${at}${one.path}`, `    ${should}: ${one.expected}`, `    ${is}: ${one.got}`];
}

function traceLines(got: Determination, say: Say, render: IssueRenderer): readonly string[] {
  const line = (word: keyof typeof WORDS, entries: readonly string[]): string =>
    `  ${say(word)}: ${entries.length === 0 ? say('none') : entries.join(', ')}`;
  const total = got.recommended?.score === undefined ? [] : [`= ${got.recommended.score}`];
  const points = got.trace.map((one) => `${one.part} ${one.points}`);
  const facts = got.facts.map((one) => `${one.fact} ${one.value} (${one.origin})`);
  const categories = got.categories.filter((one) => one.status !== 'out');
  const { because = [], tiers = [], questions = [] } = got.open ?? {};
  return [
    line('points', [...points, ...total]),
    line('facts', facts),
    line(
      'categories',
      categories.map((one) => `${one.category} ${one.status}`),
    ),
    line('reasons', got.reasons.map(reasonText)),
    ...(got.open === undefined
      ? []
      : [line('open', [...because, ...tiers, ...questions.map((one) => `${one.id}?`)])]),
    line(
      'granted',
      got.awards.filter((one) => one.state === 'granted').map((one) => one.programme),
    ),
    ...(got.issues.length === 0 ? [] : [line('issues', got.issues.map(render))]),
  ];
}

function reasonText(reason: Reason): string {
  const values = Object.entries(reason).filter(([key]) => key !== 'code');
  return `${reason.code}(${values.map(([key, value]) => `${key} ${value}`).join(', ')})`;
}

function placeText({ file, line, column }: Place): string {
  const at = [file, line, column].filter((piece) => piece !== undefined).join(':');
  return at === '' ? '' : `${at}: `;
}

function plainIssue(issue: Issue): string {
  const values = Object.entries(issue.values).map(([key, value]) => `${key} ${value}`);
  const path = issue.place?.line === undefined ? issue.place?.path : undefined;
  const at = issue.place === undefined ? '' : placeText(issue.place);
  const what = path === undefined ? issue.code : `${issue.code} ${path}`;
  return values.length === 0 ? `${at}${what}` : `${at}${what} (${values.join(', ')})`;
}
