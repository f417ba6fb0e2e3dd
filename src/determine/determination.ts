import type { CategoryDoubt, SourceRef } from '../roster/index.js';
import type { Digest, Issue } from '../value/index.js';

/** Formats are drafts while this is 0. It changes only when outputs can change. */
export const SEMANTICS = 0;

export const OUTCOMES = [
  'determined',
  'undetermined',
  'notApplied',
  'outOfScope',
  'declined',
  'invalid',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a student is undetermined. */
export type Because = 'missingFact' | 'openMatch' | 'conflict' | 'vetoAgainstFloor' | 'discretion' | 'tie';

/** Below the last tier of every scheme lies this one. */
export const NOT_RECOGNISED = 'not_recognised';

/** What would have to be known, best first. */
export interface Question {
  readonly kind: 'fact' | 'category' | 'veto' | 'enrolment' | 'decision' | 'points' | 'evidence' | 'cell';
  readonly id: string;
  /** With a category: why its status is not known. */
  readonly doubt?: CategoryDoubt;
  /**
   * How many kinds of outcome (scope, tier, which programmes are granted) can at most be left once it is answered. 1: of
   * these nothing is open any more, though other questions may still move an amount. 0: not computed (`wide`).
   */
  readonly leaves: number;
}

/** The few questions that together narrow the outcome most, where there are more than a few. */
export interface Narrowest {
  /** At most three of the questions. */
  readonly ask: readonly Pick<Question, 'kind' | 'id'>[];
  /** How many kinds of outcome can at most be left once all of them are answered. */
  readonly leaves: number;
}

/** The value of a figure: a flag, or the written form of a number, option, date or code; `none`: it does not exist. */
export type FigureValue = boolean | string;

/** A figure that rests on nothing unknown, or was given. */
export interface TracedFigure {
  readonly figure: string;
  readonly value: FigureValue;
  /** It was given by the caller or set by a person, and not computed. */
  readonly given?: true;
}

/** With an outcome that is not settled: what one output can come to. */
export interface OpenOutput {
  readonly figure: string;
  /** With a number or date. */
  readonly between?: { readonly least: string; readonly most: string };
  /** With anything else, and `none` where it may not exist. */
  readonly among?: readonly FigureValue[];
}

/** Points of one part of the score, in the order of the expanded rule file. */
export interface TracedPart {
  /** Path such as `family.rural`. */
  readonly part: string;
  /** Exact decimal text. */
  readonly points: string;
  readonly given?: true;
}

/** A reason as a code and values, never prose. */
export type Reason =
  | { readonly code: 'scoreReaches'; readonly tier: string; readonly score: string; readonly from: string }
  | { readonly code: 'scoreBelowAll'; readonly score: string }
  /** Of tiers by conditions or by a formula: the one that applies, without floors and vetoes. */
  | { readonly code: 'tierApplies'; readonly tier: string }
  | { readonly code: 'noTierApplies' }
  /** The category gives this tier, and the score is not asked. */
  | { readonly code: 'bypassGives'; readonly category: string; readonly tier: string }
  | { readonly code: 'floorLifts'; readonly category: string; readonly tier: string }
  | { readonly code: 'floorHolds'; readonly category: string; readonly tier: string }
  | { readonly code: 'vetoLowers'; readonly veto: string; readonly tier: string }
  | { readonly code: 'vetoYieldsToFloor'; readonly veto: string; readonly tier: string }
  | { readonly code: 'zeroScoreVeto'; readonly veto: string }
  | { readonly code: 'decidedByPerson'; readonly by: string; readonly on: string; readonly tier: string };

/** Tier and score as the rules give them (建议) or a person decided (认定). */
export interface Recommendation {
  readonly tier: string;
  /** The tier by score alone, and the score; absent where a fact that is not known could change them, though not the outcome. */
  readonly scoreTier?: string;
  readonly score?: string;
  /** Which of them the caller gave, so that they were not computed. */
  readonly given?: readonly ('score' | 'score_tier' | 'tier')[];
}

/** What one programme gives one student in one period. */
export interface Award {
  readonly programme: string;
  readonly instrument: string;
  readonly payee: string;
  readonly per: string;
  /**
   * `granted`, `notEntitled`, or `open`: not settled until the questions are answered.
   * `unstated` amounts are granted in kind or by a standard that the rule file does not know.
   */
  readonly state: 'granted' | 'notEntitled' | 'open';
  /** In minor units of the currency, as integer text; `null` where the rule file states no amount. Only with `granted`. */
  readonly amount?: { readonly currency: string; readonly minor: string } | null;
  /**
   * With `open`: the least and the most it can come to, in minor units, 0 where it may not be given at all; absent where
   * the amount is not stated. `among`: all that it can come to, rising, where these are few.
   */
  readonly between?: {
    readonly currency: string;
    readonly least: string;
    readonly most: string;
    readonly among?: readonly string[];
  };
}

/** A fact as it was used. */
export interface UsedFact {
  readonly fact: string;
  /**
   * A flag; the written form of a number, option, date or code; `none`. Of a `several` fact the options that are in
   * (and, where it is not all known, those that are out); of people each with its attributes.
   */
  readonly value:
    | boolean
    | string
    | { readonly in: readonly string[]; readonly out?: readonly string[] }
    | { readonly complete: boolean; readonly list: readonly Readonly<Record<string, boolean | string>>[] };
  /** Where from: given by the caller, the enrolment, a person's decision, or assumed by the rule file. */
  readonly origin: 'given' | 'enrolment' | 'decision' | 'assumed';
  readonly source?: SourceRef;
}

export interface UsedCategory {
  readonly category: string;
  /** What the lists say. */
  readonly status: 'in' | 'out' | 'unknown';
  /** Whether the student belongs, the category's condition included; absent while that is open. */
  readonly holds?: boolean;
  readonly doubt?: CategoryDoubt;
  readonly evidence: readonly SourceRef[];
}

/**
 * The determination of one student for one period: exactly one outcome, with reasons. `recommended` is the
 * engine's (建议), `decided` a person's (认定); awards follow `decided ?? recommended`.
 */
export interface Determination {
  readonly semantics: typeof SEMANTICS;
  readonly student: string;
  /** School code of the enrolment in force at `asOf`; empty where none is. */
  readonly school: string;
  /** Schools of further enrolments in force, where there are any: a conflict, which a person settles. */
  readonly alsoAt?: readonly string[];
  readonly period: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly rules: {
    readonly scheme: string;
    readonly edition: string;
    readonly standing: 'official' | 'illustrative';
    readonly status: 'draft' | 'published';
    readonly document: Digest;
    readonly meaning: Digest;
  };
  readonly outcome: Outcome;
  readonly recommended?: Recommendation;
  readonly decided?: {
    readonly tier: string;
    readonly by: string;
    readonly on: string;
    readonly because: string;
  };
  readonly reasons: readonly Reason[];
  /** Only with `undetermined`. */
  readonly open?: {
    readonly because: readonly Because[];
    /** Most aid first. */
    readonly tiers: readonly string[];
    /**
     * All that the outcome turns on, best first. Any answer to all of them settles it, and no smaller set does that for
     * every answer: what is open can be anything whatever else is open. (`wide`: perhaps fewer would do.)
     */
    readonly questions: readonly Question[];
    /** Of more than three questions, up to three that narrow most; absent where no three do, or there was too much to go through. */
    readonly narrowest?: Narrowest;
    /** Where the scheme ends in its outputs: those that are not settled. */
    readonly outputs?: readonly OpenOutput[];
    /** The possible tiers are a superset: there were too many cases to go through. */
    readonly wide: boolean;
  };
  /** Only with `outOfScope`: the named predicate that is false, and the facts that it reads. */
  readonly scope?: { readonly predicate: string; readonly facts: readonly string[] };
  /** Only with `declined`. */
  readonly declined?: { readonly paper: string; readonly by: string; readonly on: string };
  /** Points of every part that reads nothing unknown, sections included, in order of paths. */
  readonly trace: readonly TracedPart[];
  /** Every figure that rests on nothing unknown, in order of ids; those for members of a list left out. */
  readonly figures: readonly TracedFigure[];
  readonly awards: readonly Award[];
  readonly facts: readonly UsedFact[];
  /** Facts not given that could only raise the score (`no_points`). */
  readonly couldRaise: readonly string[];
  readonly categories: readonly UsedCategory[];
  /** Bad data: a value that could not be used, with its place. It was treated as not known. */
  readonly issues: readonly Issue[];
}
