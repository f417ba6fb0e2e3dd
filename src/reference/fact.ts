import type { LinkedFact, Meant } from '../rules/index.js';
import type { KnownScalar } from './assignment.js';
import type { Case } from './case.js';
import { countedAs, fromKnown } from './meant.js';

/** Not knowing it is no gap: what rests on it gives no points. */
export const givesNoPoints = ({ unknown }: LinkedFact): boolean => unknown.policy === 'no_points';

/** A fact with a single value: none where its `only_if` is false whatever was said; missing where nobody said. */
export function factValue(at: Case, id: string): Meant {
  const fact = at.rules.facts.find((one) => one.id === id) as LinkedFact;
  if (fact.onlyIf !== undefined && at.expression(fact.onlyIf) === false) return countedAs(fact, 'none');
  const said = at.known.facts.get(id) as KnownScalar | undefined;
  if (said === undefined) return givesNoPoints(fact) ? undefined : at.unsaid();
  return countedAs(fact, fromKnown(said));
}
