import type { CivilDate, Exact } from '../value/index.js';

/** What is known of a `several` fact: options that are in and that are out; the others are open. */
export interface KnownSet {
  readonly in: ReadonlySet<number>;
  readonly out: ReadonlySet<number>;
}

/** Persons on a list: of each its known attributes by id. `complete`: there are no others. */
export interface KnownPeople {
  readonly complete: boolean;
  readonly list: readonly ReadonlyMap<string, KnownScalar>[];
}

/** A flag, the index of an option, a number, a date, a code, or known not to exist. */
export type KnownScalar = boolean | number | Exact | CivilDate | { readonly code: string } | 'none';

/** A known value of a fact. */
export type Known = KnownScalar | KnownSet | KnownPeople;

/**
 * One case, as far as it is known. Complete where every fact that may not stay open has a value, every set and every
 * list of people is settled, every list says in or out, every veto that meets a floor is decided, and so on; a fact
 * that is absent then gives no points.
 */
export interface Assignment {
  readonly facts: ReadonlyMap<string, Known>;
  readonly categories: ReadonlyMap<string, boolean>;
  readonly vetoes: ReadonlyMap<string, boolean>;
  /** Points that a person gave, by the path of the part. */
  readonly points: ReadonlyMap<string, Exact>;
  /** Whether a paper was shown for a part that asks for one, by its path. Absent: nobody said. */
  readonly shown: ReadonlyMap<string, boolean>;
  /** Figures, `score.family.rural`, `score`, `score_tier` and `tier` that were given; tiers as indices of `RuleSet.tierIds`. */
  readonly given: ReadonlyMap<string, KnownScalar>;
  /** Cells and parameters that the file does not know, by the site of the look-up; only in completions. */
  readonly cells: ReadonlyMap<string, KnownScalar>;
  /** The tier that a person decided (认定), as an index of `RuleSet.tierIds`; awards follow it where floors allow it. */
  readonly tier?: number;
}

/** When the determination is made. */
export interface Moment {
  readonly asOf: CivilDate;
  /** First day of the period; `null` where the caller did not say (then no rule may read it). */
  readonly periodStart: CivilDate | null;
}

/** One person as a whole: every attribute by id. */
export type Member = ReadonlyMap<string, KnownScalar>;
