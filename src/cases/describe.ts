import type { Issue, Place } from '../value/index.js';
import type { CaseReport, CaseResult, Difference } from './report.js';
import { traceLines } from './trace.js';
import { type Language, type Say, sayer } from './words.js';

/** One line for an issue. */
export type IssueRenderer = (issue: Issue) => string;

/**
 * A failing case as text: what was expected and what came, then the trace behind it, so that a rule writer sees which
 * step went another way. One line for a case that passed. `render` gives an issue in sentences, as `renderIssue` with
 * `CASES_MESSAGES` does; without it, its code and values.
 */
export function describeCase(result: CaseResult, lang: Language, render: IssueRenderer = plainIssue): string {
  const say = sayer(lang);
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

function differenceLines(one: Difference, say: Say): readonly string[] {
  const meanings = one.about === 'meanings';
  const [should, is] = meanings ? [say('reference'), say('plan')] : [say('expected'), say('got')];
  const at = one.place === undefined ? '' : placeText(one.place);
  return [`  ${at}${one.path}`, `    ${should}: ${one.expected}`, `    ${is}: ${one.got}`];
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
