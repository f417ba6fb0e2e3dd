import type { RuleSet } from '../../rules/index.js';
import type { Determination } from '../determination.js';

type Scope = NonNullable<Determination['scope']>;

/** Not studying anywhere on the day; it stands beside the predicates of the rule file. */
export const NOT_ENROLLED: Scope = { predicate: 'enrolled', facts: [] };

/** A predicate of the rule file that is false, with the facts that it reads. */
export function scopeNamed(rules: RuleSet, predicate: string): Scope {
  const reads = rules.scopeReads.get(predicate) ?? new Set<string>();
  return { predicate, facts: rules.facts.map((fact) => fact.id).filter((id) => reads.has(id)) };
}
