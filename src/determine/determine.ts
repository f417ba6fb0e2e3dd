import type { Plan } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import { planResolver } from './by-plan.js';
import { decide } from './decide.js';
import type { Determination } from './determination.js';
import type { Resolver } from './resolution.js';

const resolvers = new WeakMap<Plan, Resolver>();

/**
 * Determines one student for one period: exactly one outcome, with reasons. A pure function of plan and student;
 * nothing throws for data. What cannot be used is an issue in the record (`student.*`, `fact.*`, `category.*`,
 * `paper.*`, `evidence.*`, `given.*`, `decision.*`) and is treated as not known; not knowing never counts against a
 * student.
 *
 * Outcomes, in the order in which they are looked for: `invalid` (no key or no enrolments), `outOfScope` (a named
 * predicate is false by what is known), `declined`, `notApplied` (never where the scheme ends in its outputs), then
 * `determined` or `undetermined`.
 */
export function determine(plan: Plan, student: Student): Determination {
  let resolver = resolvers.get(plan);
  if (resolver === undefined) {
    resolver = planResolver(plan);
    resolvers.set(plan, resolver);
  }
  // The plan goes through any number of completions, so that it always has an answer.
  return decide(plan.rules, plan.context, student, resolver) as Determination;
}
