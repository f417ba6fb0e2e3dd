import { type LinkedShape, partsOf, type RuleSet } from '../rules/index.js';
import { type Quotient, written } from '../value/index.js';
import type { Assignment, Moment } from './assignment.js';
import { awardOf, type CaseAward } from './award.js';
import { textOf } from './meant.js';
import { readCase } from './read-case.js';
import { hasTiers } from './tier.js';
import type { Vetoed } from './veto.js';

/** What a rule set says of one complete case. Tiers are indices of `RuleSet.tierIds`. */
export interface CaseMeaning {
  /** The first scope predicate, in order of ids, that is false; the case is then out of scope. */
  readonly outOfScope: string | null;
  /** Every scope predicate. */
  readonly scope: ReadonlyMap<string, boolean>;
  /** `null` in a scheme without points. */
  readonly score: string | null;
  /** `null` in a scheme without tiers, as is `tier`. */
  readonly scoreTier: number | null;
  readonly tier: number | null;
  /** Leaf and section points by path, the score without routes and vetoes under the empty path. */
  readonly points: ReadonlyMap<string, Quotient>;
  /** Categories the case belongs to. */
  readonly categories: ReadonlySet<string>;
  /** Vetoes that hold, and what each leaves. */
  readonly vetoes: ReadonlyMap<string, Vetoed>;
  readonly awards: ReadonlyMap<string, CaseAward>;
  /** Every figure but those for members of a list, in its written form. */
  readonly figures: ReadonlyMap<string, boolean | string>;
  /** Look-ups that it came to and of which neither the file nor the case has the value: the first they could be was used. */
  readonly reached: ReadonlyMap<string, LinkedShape>;
}

/**
 * The executable definition of a rule set, sections 7 to 10 of the rule language, written to be read. It reads the
 * surface of the file, on exact decimals; the plan is held against it.
 */
export function meaningOfCase(rules: RuleSet, known: Assignment, moment: Moment): CaseMeaning {
  const at = readCase(rules, known, moment);
  const scope = new Map(rules.scope.map((one) => [one.id, at.expression(one.is) === true]));
  const tiers = hasTiers(rules);
  const scored = rules.score !== null;
  return {
    outOfScope: rules.scope.find(({ id }) => scope.get(id) === false)?.id ?? null,
    scope,
    score: scored ? written(at.read({ kind: 'score' }) as Quotient) : null,
    scoreTier: tiers ? (at.read({ kind: 'score_tier' }) as number) : null,
    tier: tiers ? (at.read({ kind: 'tier' }) as number) : null,
    points: new Map(partsOf(rules.score).map((part) => [part.path, at.part(part)])),
    categories: new Set(
      rules.categories.filter(({ id }) => at.read({ kind: 'category', id }) === true).map(({ id }) => id),
    ),
    vetoes: at.standing().vetoes,
    awards: new Map(rules.programmes.map((one) => [one.id, awardOf(at, one)])),
    figures: figuresOf(rules, at),
    reached: at.reached,
  };
}

function figuresOf(rules: RuleSet, at: ReturnType<typeof readCase>): CaseMeaning['figures'] {
  const figures = new Map<string, boolean | string>();
  for (const { id, type, people } of rules.figures) {
    if (people !== undefined) continue;
    const value = at.read({ kind: 'figure', id });
    if (value !== undefined) figures.set(id, textOf(rules, type, value));
  }
  return figures;
}
