import { type Determination, determine, referenceDetermine } from '../determine/index.js';
import { type Context, compile, type Plan } from '../plan/index.js';
import type { RuleSet } from '../rules/index.js';
import { canonicalJson, error, type Json, type Result } from '../value/index.js';
import type { CaseFile, RuleCase, Said } from './case-file.js';
import { comparable, comparingOf, shown } from './expectation.js';
import { unknownExpectations } from './names.js';
import type { CaseReport, CaseResult, Difference } from './report.js';
import { studentOf } from './student.js';

/**
 * Runs every case against a rule set, by the plan and by the reference meaning: both must give the same bytes, and
 * every expected value must be met exactly. A case that does not expect `issues` must have none. Section 14 of the
 * rule language. Issues, in the report: `cases.otherEdition`, `cases.unknownName`, `cases.misfit`, and those of
 * compiling at the dates of a case.
 */
export function runCases(rules: RuleSet, cases: CaseFile): CaseReport {
  const { scheme, edition, standing, status } = rules.document;
  const plans = new Map<string, Result<Plan>>();
  const planAt = (context: Context): Result<Plan> => {
    const key = JSON.stringify(context);
    const known = plans.get(key) ?? compile(rules, context);
    plans.set(key, known);
    return known;
  };
  const fits = cases.scheme === scheme && cases.edition === edition;
  const values = { scheme: cases.scheme, edition: cases.edition, of: `${scheme} ${edition}` };
  const place = cases.file === undefined ? {} : { file: cases.file };
  const results = fits ? cases.cases.map((one) => runOne(rules, one, planAt)) : [];
  const failed = results.filter((result) => !result.passed).length;
  return {
    scheme,
    edition,
    standing,
    status,
    issues: fits ? [] : [error('cases.otherEdition', values, place)],
    results,
    passed: results.length - failed,
    failed: fits ? failed : cases.cases.length,
    compared: results.filter((result) => result.compared).length,
  };
}

function runOne(rules: RuleSet, one: RuleCase, planAt: (context: Context) => Result<Plan>): CaseResult {
  const { id, place } = one;
  const { period, asOf, knownAt, periodStart } = one;
  const start = periodStart === undefined ? {} : { periodStart };
  const context: Context = { period, asOf, knownAt, ...start };
  const plan = planAt(context);
  const { student, issues } = studentOf(rules, one, plan);
  const stopped = [...issues, ...unknownExpectations(rules, one), ...(plan.ok ? [] : plan.issues)];
  if (stopped.length > 0 || !plan.ok)
    return { id, place, passed: false, differences: [], issues: stopped, compared: false };
  const got = determine(plan.value, student);
  const reference = referenceDetermine(rules, context, student);
  const differences = [
    ...(reference === null ? [] : meaningsApart(got, reference)),
    ...expectedApart(rules, one, got),
  ];
  return {
    id,
    place,
    passed: differences.length === 0,
    differences,
    issues: [],
    compared: reference !== null,
    determination: got,
  };
}

/** Where a determination is not what a case expects. */
export function expectedApart(rules: RuleSet, one: RuleCase, got: Determination): readonly Difference[] {
  const expectations: [string, Said<string | readonly string[]>][] = Object.entries(one.expect);
  if (one.expect.issues === undefined) expectations.push(['issues', { value: [], place: one.place }]);
  const isNumber = (figure: string): boolean =>
    rules.figures.find(({ id }) => id === figure)?.type.kind === 'number';
  return expectations.flatMap(([path, { value, place }]): Difference[] => {
    const comparing = comparingOf(path, isNumber);
    const expected = comparable(value, comparing);
    const found = comparable(shown(got, path), comparing);
    return expected === found ? [] : [{ about: 'expected', path, expected, got: found, place }];
  });
}

/** Where plan and reference part, if they do: compared as the bytes of the record. */
export function meaningsApart(plan: Determination, reference: Determination): readonly Difference[] {
  const differences: Difference[] = [];
  const bytes = (value: Json | undefined): string => (value === undefined ? '-' : canonicalJson(value));
  const isOpen = (value: Json | undefined): value is { readonly [key: string]: Json } | readonly Json[] =>
    typeof value === 'object' && value !== null;
  const walk = (a: Json | undefined, b: Json | undefined, path: string): void => {
    if (bytes(a) === bytes(b)) return;
    if (!isOpen(a) || !isOpen(b) || Array.isArray(a) !== Array.isArray(b)) {
      differences.push({ about: 'meanings', path, expected: bytes(b), got: bytes(a) });
      return;
    }
    const [left, right] = [a, b] as readonly Readonly<Record<string, Json>>[];
    const keys = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
    for (const key of keys) walk(left?.[key], right?.[key], path === '' ? key : `${path}.${key}`);
  };
  walk(plan as unknown as Json, reference as unknown as Json, '');
  return differences;
}
