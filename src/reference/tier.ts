import type { RuleSet } from '../rules/index.js';
import { fromExact, order, type Quotient } from '../value/index.js';
import type { Case } from './case.js';
import { bestHeld } from './category.js';
import { type Vetoed, vetoed } from './veto.js';

/** Whether a scheme puts students into tiers at all. */
export const hasTiers = (rules: RuleSet): boolean => rules.tiers.length > 0;

/**
 * The tier by score, conditions or a formula alone, as an index of the tiers: the best whose `from` the score reaches,
 * the first whose `when` holds, or the one that the formula names; else `not_recognised`.
 */
export function scoreTierOf(at: Case): number {
  const given = at.known.given.get('score_tier');
  if (given !== undefined) return given as number;
  const { tiers, tierOf } = at.rules;
  if (tierOf !== null) {
    const option = at.expression(tierOf.is);
    return typeof option === 'number' ? (tierOf.tiers[option] as number) : 0;
  }
  // From the most aid to the least, which is the order of the file.
  return (
    1 +
    tiers.findLastIndex(({ from, when }) =>
      from === undefined
        ? when !== undefined && at.expression(when) === true
        : order(at.read({ kind: 'score' }) as Quotient, fromExact(from)) >= 0,
    )
  );
}

/** How a tier comes about, before a person decides. */
export interface Standing {
  /** The better of score or bypass, and floors. */
  readonly best: number;
  /** What no veto takes silently: the best of floors and bypass. */
  readonly floor: number;
  readonly vetoes: ReadonlyMap<string, Vetoed>;
}

export function standingOf(at: Case): Standing {
  const { best, floor } = beforeVetoes(at);
  return { best, floor, vetoes: vetoed(at, best, floor) };
}

/** The best tier and the floor under it, before any veto. */
export function beforeVetoes(at: Case): Pick<Standing, 'best' | 'floor'> {
  const bypass = bestHeld(at, 'bypass');
  const base = bypass ?? (at.read({ kind: 'score_tier' }) as number);
  const floor = greater(bestHeld(at, 'floor') ?? 0, bypass ?? 0);
  return { best: greater(base, floor), floor };
}

const greater = (a: number, b: number): number => (a > b ? a : b);

/**
 * The tier: as given, else the best less what vetoes take. A tier that a person decided stands instead, but a floor
 * gives way only to a veto that a person let stand against it.
 */
export function tierOf(at: Case, standing: () => Standing): number {
  const given = at.known.given.get('tier');
  if (given !== undefined) return given as number;
  const { best, floor, vetoes } = standing();
  const left = [...vetoes.values()].map(({ tier }) => tier);
  const least = (start: number): number => left.reduce((a, b) => (b < a ? b : a), start);
  const decided = at.known.tier;
  return decided === undefined ? least(best) : greater(decided, least(floor));
}
