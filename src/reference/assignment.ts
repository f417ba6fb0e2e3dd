import type { Exact } from '../value/index.js';

/** A known value of a fact: a flag, the index of an option, or a number. */
export type Known = boolean | number | Exact;

/**
 * One complete case: every fact that may not stay open has a value, every list says in or out, every veto that
 * meets a floor is decided. A fact that is absent gives no points.
 */
export interface Assignment {
  readonly facts: ReadonlyMap<string, Known>;
  readonly categories: ReadonlyMap<string, boolean>;
  readonly vetoes: ReadonlyMap<string, boolean>;
  /** The tier that a person decided (认定), as an index of `RuleSet.tierIds`; awards follow it where floors allow it. */
  readonly tier?: number;
}
