import type { Segment } from './domain.js';
import type { NodeId } from './node.js';
import type { Possible } from './possible.js';

/** A part of all completions in which scope, tier and entitlements do not change. */
export interface Cell {
  /** The open inputs that were split on the way, with what is left of each; the others are whole. */
  readonly segments: ReadonlyMap<number, Segment>;
  /** First scope predicate that is false; `null`: in scope. */
  readonly outOfScope: string | null;
  readonly tier: number;
  /** By programme: `null` where not entitled, else what it can come to, in minor units; unstated amounts are 0 to 0. */
  readonly awards: readonly (Segment | null)[];
  /** What each output that decides can come to; out of scope none. */
  readonly outputs: readonly Possible[];
  /** Open inputs that move an amount or an output inside this cell. */
  readonly moves: ReadonlySet<number>;
}

export interface Exploration {
  readonly cells: readonly Cell[];
  /** Open inputs on which something open rests, in the order of questions. */
  readonly involved: readonly number[];
  /** There were too many cells: `cells` is not all of it, and the answer of the whole stands. */
  readonly wide: boolean;
  /** What the nodes can be before any splitting. */
  readonly whole: readonly Possible[];
  /** Tiers met in some single case, in scope. All of the possible ones where it is not wide. */
  readonly tiersMet: ReadonlySet<number>;
}

/** Whether scope is settled; `open`: the first predicate that is not. */
export type ScopeStanding = { readonly outOfScope: string | null } | { readonly open: NodeId };
