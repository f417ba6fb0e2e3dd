import { type CheckedProperty, type CheckReport, contextAt } from '../check/index.js';
import { type Determination, determine } from '../determine/index.js';
import { compile, type Plan } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { exact, formatExact, type Result } from '../value/index.js';
import { CheckWords } from './check-words.js';

const quoted = (text: string): string => JSON.stringify(text);

/** A value as a case file writes it. */
function written(value: unknown): string {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return /^[a-z][a-z0-9_]*$|^-?[0-9.]+$|^\d{4}-\d\d-\d\d$/.test(value) ? value : quoted(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${written(inner)}`)
      .join(', ')} }`;
  return 'none';
}

/** What is determined of a student today, as far as a case can hold the rules to it. */
function expected(
  rules: RuleSet,
  { id, property, witness }: CheckedProperty,
  of: Determination,
): Readonly<Record<string, unknown>> {
  // Of a part that is worth too much nothing else need be known.
  if (property === 'cap') return { [id.replace('cap ', '')]: witness?.shows[0] };
  const { outcome, recommended, open, scope } = of;
  const expect: Record<string, unknown> = { outcome };
  if (outcome === 'undetermined') {
    expect.questions = (open?.questions ?? []).map(({ id }) => id);
    return expect;
  }
  if (scope !== undefined) expect.scope = scope.predicate;
  if (outcome !== 'determined') return expect;
  if (rules.tiers.length > 0 && recommended !== undefined) expect.tier = recommended.tier;
  if (recommended?.score !== undefined) expect.score = recommended.score;
  expect.granted = of.awards.flatMap(({ programme, state }) => (state === 'granted' ? [programme] : []));
  for (const { programme, state, amount } of of.awards)
    if (state === 'granted' && amount !== undefined && amount !== null)
      expect[`awards.${programme}.amount`] = formatExact(exact(BigInt(amount.minor), 100n));
  for (const figure of rules.outputs) {
    const value = of.figures.find((one) => one.figure === figure)?.value;
    if (value !== undefined) expect[`figures.${figure}`] = value;
  }
  return expect;
}

/**
 * The students of every refutation as a case file, with what the rules say of them today: to be put right together with
 * the rule. The file says that it was made by running the rules (`generated`), so that `bulou mutate` does not take its
 * cases for ones worked out from the source.
 */
export function caseFileText(report: CheckReport, rules: RuleSet): string {
  const first = report.at[0] ?? rules.document.effective.from;
  const plans = new Map<string, Result<Plan>>();
  const planAt = (day: string): Result<Plan> => {
    const plan = plans.get(day) ?? compile(rules, contextAt(rules, day));
    plans.set(day, plan);
    return plan;
  };
  const words = [new CheckWords(rules, 'zh'), new CheckWords(rules, 'en')];
  const titleOf = (found: CheckedProperty): string => {
    const [zh = '', en = ''] = words.map((one) => quoted(one.sentence(found)));
    return `{ zh: ${zh}, en: ${en} }`;
  };
  const contextText = (day: string): readonly string[] => {
    const { asOf, knownAt, periodStart } = contextAt(rules, day);
    return [`as_of: ${asOf}`, `known_at: ${knownAt}`, `period_start: ${periodStart}`];
  };
  const caseOf = (id: string, student: Student, found: CheckedProperty): string => {
    const { school: _, ...enrolled } = student.enrolments[0] ?? { school: '' };
    const categories = Object.fromEntries(
      (student.categories ?? []).map(({ category, status }) => [category, status]),
    );
    const day = found.at ?? first;
    const plan = planAt(day);
    const members = {
      facts: { ...enrolled, ...student.facts },
      categories,
      papers: student.papers ?? [],
      decisions: student.decisions ?? [],
      given: student.given ?? {},
      expect: plan.ok ? expected(rules, found, determine(plan.value, student)) : {},
    };
    const said = Object.entries(members).filter(([, value]) => Object.keys(value).length > 0);
    const own = day === first ? [] : contextText(day);
    return `  - { ${[`id: ${id}`, `title: ${titleOf(found)}`, ...own, ...said.map(([name, value]) => `${name}: ${written(value)}`)].join(', ')} }`;
  };
  const shown = report.properties.filter(
    ({ witness, property }) => witness !== undefined && property !== 'union',
  );
  return [
    '# 由 bulou check 找到的学生：规则目前这样认定他们。改正规则后，请把预期一并改正。',
    '# Students that bulou check found, and what the rules say of them today. Put the expectation right with the rule.',
    'format: 1',
    `scheme: ${report.scheme}`,
    `edition: ${report.edition}`,
    'generated: true',
    `period: ${report.edition}`,
    ...contextText(first),
    'cases:',
    ...shown.flatMap((found, i) =>
      (found.witness?.students ?? []).map((student, k, all) =>
        caseOf(`found_${i + 1}${all.length === 1 ? '' : k === 0 ? '_a' : '_b'}`, student, found),
      ),
    ),
    '',
  ].join('\n');
}
