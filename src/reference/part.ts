import type { CheckedPart } from '../rules/index.js';
import { fromExact, larger, type Quotient, rounded, smaller, times } from '../value/index.js';
import type { Case } from './case.js';
import { fromKnown, NOTHING } from './meant.js';

/**
 * Points of a part: as given (the score itself is given behind its routes and vetoes, see `scoreOf`), else its value, then its bounds, weight and rounding; 0 where its condition is false, where
 * no paper was shown that it asks for, or where it rests on something that gives no points and is not known.
 */
export function pointsOf(at: Case, part: CheckedPart): Quotient {
  const given = at.known.given.get(`score.${part.path}`);
  if (given !== undefined) return fromKnown(given) as Quotient;
  if (part.when !== undefined && at.expression(part.when) !== true) return NOTHING;
  if (part.evidence?.missing === 'ask' && (at.known.shown.get(part.path) ?? at.unsaid()) !== true)
    return NOTHING;
  const value = at.value(part.value) as Quotient | undefined;
  if (value === undefined) return NOTHING;
  const weighted =
    part.weight === undefined ? bounded(part, value) : times(bounded(part, value), fromExact(part.weight));
  return part.round === undefined ? weighted : rounded(weighted, fromExact(part.round.step), part.round.mode);
}

/** Not below `at_least` and not above `at_most`. */
export function bounded(
  { atLeast, atMost }: Pick<CheckedPart, 'atLeast' | 'atMost'>,
  points: Quotient,
): Quotient {
  const raised = atLeast === undefined ? points : larger(points, fromExact(atLeast));
  return atMost === undefined ? raised : smaller(raised, fromExact(atMost));
}
