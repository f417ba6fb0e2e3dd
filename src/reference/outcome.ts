import type { LinkedShape, Meant, RuleSet } from '../rules/index.js';
import type { Assignment, Moment } from './assignment.js';
import { awardOf, type CaseAward } from './award.js';
import { readCase } from './read-case.js';
import { hasTiers } from './tier.js';

/** What is decided in one complete case, and nothing else. */
export interface CaseOutcome {
  /** The first scope predicate, in order of ids, that is false; then nothing else is decided. */
  readonly outOfScope: string | null;
  /** An index of `RuleSet.tierIds`; `null` in a scheme without tiers. */
  readonly tier: number | null;
  readonly awards: ReadonlyMap<string, CaseAward>;
  /** Where the scheme ends in its outputs: each of them. */
  readonly outputs: ReadonlyMap<string, Meant>;
  /** Look-ups that this rests on and of which neither the file nor the case has the value. */
  readonly reached: ReadonlyMap<string, LinkedShape>;
}

/** Decides one complete case, looking at no more than that takes. */
export function outcomeOfCase(rules: RuleSet, known: Assignment, moment: Moment): CaseOutcome {
  const at = readCase(rules, known, moment);
  const outOfScope = rules.scope.find(({ is }) => at.expression(is) !== true)?.id ?? null;
  const { reached } = at;
  if (outOfScope !== null) return { outOfScope, tier: null, awards: new Map(), outputs: new Map(), reached };
  const outputs = rules.endsInOutputs ? rules.outputs : [];
  return {
    outOfScope,
    tier: hasTiers(rules) ? (at.read({ kind: 'tier' }) as number) : null,
    awards: new Map(rules.programmes.map((one) => [one.id, awardOf(at, one)])),
    outputs: new Map(outputs.map((id) => [id, at.read({ kind: 'figure', id })])),
    reached,
  };
}
