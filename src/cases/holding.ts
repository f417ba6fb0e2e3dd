import { determine } from '../determine/index.js';
import { type Context, compile, type Plan } from '../plan/index.js';
import type { RuleSet } from '../rules/index.js';
import type { Result } from '../value/index.js';
import type { RuleCase } from './case-file.js';
import { unknownExpectations } from './names.js';
import { expectedApart } from './run.js';
import { studentOf } from './student.js';

/**
 * Cases of one edition, to be held against many rule sets that are almost it. Only the plan decides, and the first case
 * that is not met ends it: who asks wants to know whether any case notices the difference.
 */
export class Holding {
  /** Those that noticed something last stand first; which of them does is nobody's business. */
  private cases: readonly RuleCase[];

  constructor(cases: readonly RuleCase[]) {
    this.cases = cases;
  }

  /** Whether every case is met. */
  holds(rules: RuleSet): boolean {
    const plans = new Map<string, Result<Plan>>();
    const failing = this.cases.find((one) => !isMet(rules, one, plans));
    if (failing === undefined) return true;
    this.cases = [failing, ...this.cases.filter((one) => one !== failing)];
    return false;
  }
}

function isMet(rules: RuleSet, one: RuleCase, plans: Map<string, Result<Plan>>): boolean {
  const { period, asOf, knownAt, periodStart } = one;
  const context: Context = { period, asOf, knownAt, ...(periodStart === undefined ? {} : { periodStart }) };
  const key = JSON.stringify(context);
  const plan = plans.get(key) ?? compile(rules, context);
  plans.set(key, plan);
  const { student, issues } = studentOf(rules, one);
  if (!plan.ok || issues.length > 0 || unknownExpectations(rules, one).length > 0) return false;
  return expectedApart(rules, one, determine(plan.value, student)).length === 0;
}
