import type { Assignment } from '../reference/index.js';

/** What is known of a student, in the words of one rule set; perhaps not all of it. */
export type KnownStudent = Assignment;

/** What can be said without going through anything that is not known. */
export interface View {
  /** The first scope predicate that reads only what is known and is false. */
  readonly outOfScope: string | null;
  readonly score?: string;
  readonly scoreTier?: number;
  /** Points of each part that reads only what is known, in order of paths. */
  readonly points: readonly (readonly [path: string, points: string])[];
  readonly categories: ReadonlyMap<string, boolean>;
  readonly vetoes: readonly { readonly id: string; readonly tier: number; readonly meetsFloor: boolean }[];
  /** Programmes that read only what is known: minor units, `'unstated'`, or `null` where not entitled. */
  readonly awards: ReadonlyMap<string, bigint | 'unstated' | null>;
}

/** What one programme can come to over all completions of what is not known. */
export interface PossibleAward {
  readonly programme: string;
  readonly granted: boolean;
  /** Also where it can be out of scope. */
  readonly notEntitled: boolean;
  /** Over the completions that grant it, in minor units; `null` where the amount is not stated or it is never granted. */
  readonly least: bigint | null;
  readonly most: bigint | null;
}

export interface OpenInput {
  readonly kind: 'fact' | 'category' | 'veto';
  readonly id: string;
  /** How many kinds of outcome an answer can at most leave; 0 where that was not worked out. */
  readonly leaves: number;
}

/** All that the rules can say of a student, over every completion of what is not known. */
export interface Resolution {
  /** One outcome in every completion: same scope, tier and awards. */
  readonly single: boolean;
  /** Scope predicates that can be the first false one; `null`: it can be in scope. */
  readonly scopes: readonly (string | null)[];
  /** Possible tiers where it is in scope, least aid first. */
  readonly tiers: readonly number[];
  readonly awards: readonly PossibleAward[];
  readonly questions: readonly OpenInput[];
  readonly wide: boolean;
}

/** A meaning that can resolve a student: the plan, or the reference. */
export interface Resolver {
  view(known: KnownStudent): View;
  /** `null` where this meaning cannot go through that many completions. */
  resolve(known: KnownStudent): Resolution | null;
}
