import { renderIssue } from '../explain/index.js';
import { type Context, compile, type Plan } from '../plan/index.js';
import type { RuleSet } from '../rules/index.js';

/** A rule set compiled for one moment: what every property of the kit is tried on. */
export interface Ground {
  readonly rules: RuleSet;
  readonly plan: Plan;
  readonly context: Context;
}

/** Throws where the rule set is not in force at that moment: then there is nothing to try. */
export function groundOf(rules: RuleSet, context: Context): Ground {
  const plan = compile(rules, context);
  if (!plan.ok) throw new RangeError(plan.issues.map((issue) => renderIssue(issue, 'en')).join('\n'));
  return { rules, plan: plan.value, context };
}
