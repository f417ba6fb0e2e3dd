import { contextAt } from '../../../src/check/ground.js';
import type { CheckedProperty, CheckReport } from '../../../src/check/index.js';
import { check } from '../../../src/check/index.js';
import { determine } from '../../../src/determine/index.js';
import { compile } from '../../../src/plan/index.js';
import { type RuleSet, readRules } from '../../../src/rules/index.js';
import { type Truth, truthOf } from './brute-force.js';
import { smallRuleFile } from './rule-file.js';

/** What became of one finding, held against the truth. */
export interface Compared {
  readonly seed: number;
  readonly id: string;
  readonly status: CheckedProperty['status'];
  readonly truth: boolean;
  /** With a refutation that speaks of students: whether they show it when they are determined anew. */
  readonly replays: boolean | null;
  readonly because: string;
}

/** `null` where names would need each other in a circle, which the generator does not look out for. */
export function rulesOf(seed: number): RuleSet | null {
  const text = smallRuleFile(seed);
  const read = readRules(text);
  if (read.ok) return read.value;
  if (read.issues.every(({ code }) => code === 'rules.circle')) return null;
  const issues = read.issues.map(({ code, place }) => `${code} at ${place?.path} ${place?.line}`);
  throw new Error(`the rule file of seed ${seed} is refused: ${issues.join(', ')}\n${text}`);
}

/** Every finding of a rule set that the slow way knows of, beside what the prover says. */
export function comparedWith(
  seed: number,
  rules: RuleSet,
  truth: Truth,
  prover: (rules: RuleSet) => CheckReport,
): readonly Compared[] {
  const found = new Map(prover(rules).properties.map((one) => [one.id, one]));
  return [...truth.holds].flatMap(([id, is]): Compared[] => {
    const one = found.get(id);
    // What does not reach an outcome at all is not asked for; then it holds.
    if (one === undefined)
      return is ? [] : [{ seed, id, status: 'proved', truth: is, replays: null, because: 'not asked for' }];
    const replays = one.status === 'refuted' && one.witness !== undefined ? replaysOf(rules, one) : null;
    return [{ seed, id, status: one.status, truth: is, replays, because: one.because?.code ?? '' }];
  });
}

/** The same of the rule file of a seed; no students where it is none. */
export function comparedOf(
  seed: number,
  prover: (rules: RuleSet) => CheckReport = check,
): { readonly students: number; readonly compared: readonly Compared[] } {
  const rules = rulesOf(seed);
  const truth = rules === null ? null : truthOf(rules);
  if (rules === null || truth === null) return { students: 0, compared: [] };
  return { students: truth.students, compared: comparedWith(seed, rules, truth, prover) };
}

/** Determines the students of a refutation once more, by nothing of the prover. */
export function replaysOf(rules: RuleSet, { id, witness }: CheckedProperty): boolean {
  const plan = compile(rules, contextAt(rules, rules.document.effective.from));
  if (!plan.ok || witness === undefined) return false;
  const found = witness.students.map((student) => determine(plan.value, student));
  const tier = (i: number): number => {
    const of = found[i];
    if (of?.outcome === 'outOfScope') return -1;
    return of?.outcome === 'determined' ? rules.tierIds.indexOf(of.recommended?.tier ?? '') : Number.NaN;
  };
  const money = (i: number, programme?: string): bigint =>
    (found[i]?.awards ?? [])
      .filter((one) => programme === undefined || one.programme === programme)
      .reduce((sum, one) => sum + BigInt(one.amount?.minor ?? '0'), 0n);
  if (found.some(({ outcome }) => outcome !== 'determined' && outcome !== 'outOfScope')) return false;
  if (id.startsWith('floor ')) {
    const category = rules.categories.find((one) => `floor ${one.id}` === id);
    return tier(0) < Math.max(category?.floor ?? 0, category?.bypass ?? 0);
  }
  if (id.startsWith('total ')) return money(0, id.slice('total '.length)) < 0n;
  if (id.startsWith('amountOrder ')) {
    const programme = id.split(' ')[1];
    return money(1, programme) < money(0, programme);
  }
  return id.endsWith(' tier') ? tier(1) < tier(0) : money(1) < money(0);
}

/** Whether prover and truth part. */
export const disagrees = ({ status, truth, replays, because }: Compared): boolean =>
  ((status === 'proved' || status === 'byConstruction') && !truth) ||
  (status === 'refuted' && truth) ||
  replays === false ||
  because === 'check.witnessDidNotReplay';
