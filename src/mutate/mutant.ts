import type { Place } from '../value/index.js';

export type TreePath = readonly (string | number)[];

/**
 * What a mutant does to a rule file. `shift`: a number, cut or length of time by one unit of its last place; `date`: a
 * day earlier or later; `swap`: two neighbouring values; `bound`: an inclusive bound the other way; `floor`: what a
 * category gives, or a veto leaves, one tier lower or higher; `remove`: a category, part, veto, programme, condition, cap
 * or rounding; `word`: one word for another, such as a rounding mode, `best` for `sum`, or an option of a list's row; `negate`: a condition; `guard`:
 * one of several conditions away; `formula`: a sign or word of a formula.
 */
export const MUTATIONS = [
  'shift',
  'date',
  'swap',
  'bound',
  'floor',
  'remove',
  'word',
  'negate',
  'guard',
  'formula',
] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** One edit of a rule file: where it is, and what stood and then stands there (empty: nothing). */
export interface Edit {
  readonly mutation: Mutation;
  readonly path: TreePath;
  /** It changes the key at the path, not what stands under it. */
  readonly key?: true;
  readonly before: string;
  readonly after: string;
  /** The written tree of the mutant. */
  readonly root: unknown;
}

/** A mutant as it is told: without its tree, with its place in the file. */
export interface Mutant extends Omit<Edit, 'root' | 'key'> {
  readonly place: Place;
}
