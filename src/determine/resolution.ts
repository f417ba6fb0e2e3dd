import type { Assignment } from '../reference/index.js';
import type { FigureValue } from './determination.js';

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
  /** Figures that read only what is known, those for members left out; given ones as they were given. */
  readonly figures: ReadonlyMap<string, FigureValue>;
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
  /** The same one by one, rising; `null` where it is not known which amounts between least and most there are. */
  readonly amounts: readonly bigint[] | null;
}

/** What one output can come to over all completions. */
export interface PossibleOutput {
  readonly figure: string;
  /** With a number or date: the least and the most, in their written form; `null` where it is always none. */
  readonly least: string | null;
  readonly most: string | null;
  /** With a flag, choice or code: all values, in the order of flags and options. */
  readonly among: readonly FigureValue[];
  /** It can be none. */
  readonly none: boolean;
}

export interface OpenInput {
  /**
   * `fact`: also an option of a `several` fact (`marks.dibao`), one more person of a list (`family.3`), an attribute of
   * a person (`family.1.birth`). `points`: a part whose points a person gives. `evidence`: a part that asks for a paper.
   * `cell`: a look-up that the rule file has no value for, named by its formula.
   */
  readonly kind: 'fact' | 'category' | 'veto' | 'points' | 'evidence' | 'cell';
  readonly id: string;
  /**
   * How many kinds of outcome an answer can at most leave; 0 where that was not worked out. Outcomes that differ only in
   * an amount are of one kind.
   */
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
  /** Where the scheme ends in its outputs; else empty. */
  readonly outputs: readonly PossibleOutput[];
  /**
   * Everything that the outcome turns on, best first. What is open can be anything whatever else is open, so that there
   * is exactly one smallest set whose every answer settles the outcome: all of these. (`wide`: perhaps fewer would do.)
   */
  readonly questions: readonly OpenInput[];
  /** Where these are more than a few: the few that together narrow most. */
  readonly narrowest: {
    readonly ask: readonly Pick<OpenInput, 'kind' | 'id'>[];
    readonly leaves: number;
  } | null;
  readonly wide: boolean;
}

/** A meaning that can resolve a student: the plan, or the reference. */
export interface Resolver {
  /** Facts that surely do not exist: their `only_if` rests on what is known alone, and is false. */
  absent(known: KnownStudent): ReadonlySet<string>;
  view(known: KnownStudent): View;
  /** `null` where this meaning cannot go through that many completions. */
  resolve(known: KnownStudent): Resolution | null;
}
