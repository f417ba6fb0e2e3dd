import { determine } from '../determine/index.js';
import { type Context, compile, type Plan } from '../plan/index.js';
import type { RuleSet } from '../rules/index.js';
import type { Result } from '../value/index.js';
import type { RuleCase } from './case-file.js';
import { unknownExpectations } from './names.js';
import { expectedApart } from './run.js';
import { studentOf } from './student.js';

/** So many of the cases that noticed something last are asked before all others. */
const RECENT = 8;

/**
 * Cases of one edition, to be held against many rule sets that are almost it. Only the plan decides, and the first case
 * that is not met ends it: who asks wants to know whether any case notices the difference. Mistakes come in the order of
 * the rule file, and so, mostly, do cases: those that noticed the last ones are asked first, then those beside the last.
 */
export class Holding {
  private readonly cases: readonly RuleCase[];
  /** Where those stand that noticed something, the last one first. */
  private recent: readonly number[] = [];

  constructor(cases: readonly RuleCase[]) {
    this.cases = cases;
  }

  /** Whether every case is met. */
  holds(rules: RuleSet): boolean {
    const plans = new Map<string, Result<Plan>>();
    for (const at of this.order()) {
      const one = this.cases[at];
      if (one === undefined || isMet(rules, one, plans)) continue;
      this.recent = [at, ...this.recent.filter((other) => other !== at)].slice(0, RECENT);
      return false;
    }
    return true;
  }

  private *order(): Generator<number> {
    const [last = 0] = this.recent;
    const first = new Set(this.recent);
    yield* first;
    for (let away = 0; away < this.cases.length; away += 1)
      for (const at of away === 0 ? [last] : [last + away, last - away]) if (!first.has(at)) yield at;
  }
}

function isMet(rules: RuleSet, one: RuleCase, plans: Map<string, Result<Plan>>): boolean {
  const { period, asOf, knownAt, periodStart } = one;
  const context: Context = { period, asOf, knownAt, ...(periodStart === undefined ? {} : { periodStart }) };
  const key = JSON.stringify(context);
  const plan = plans.get(key) ?? compile(rules, context);
  plans.set(key, plan);
  const { student, issues } = studentOf(rules, one, plan);
  if (!plan.ok || issues.length > 0 || unknownExpectations(rules, one).length > 0) return false;
  return expectedApart(rules, one, determine(plan.value, student)).length === 0;
}
