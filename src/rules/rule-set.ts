import type { CivilDate, Digest, Exact, Place, Range } from '../value/index.js';
import type { CheckedPart, CheckedValue } from './constructs/index.js';
import type {
  DateRules,
  EvidenceNeed,
  FactDocument,
  ProgrammeDocument,
  RuleDocument,
  UnknownPolicy,
  VetoDocument,
} from './document.js';
import type { ChoiceType, Expression, Reading, SpanUnit, Type } from './formula/index.js';

/** A value in the form that its type has: a flag, the index of an option, a number, a date, a code, or `none`. */
export type Literal = boolean | number | Exact | CivilDate | { readonly code: string } | 'none';

/** What a fact, or an attribute of a person, can be. */
export interface LinkedShape {
  readonly type: Type;
  /** With a choice or several. */
  readonly options: readonly string[];
  /** With a number; with a date in days since 1970-01-01, then `step` is 1. */
  readonly range?: Range;
  readonly step?: Exact;
  /** It may be known not to exist. */
  readonly mayBeNone: boolean;
  /** What it counts as where it does not exist; left out: none passes on. */
  readonly noneIs?: Literal;
}

export interface LinkedAttribute extends LinkedShape {
  readonly id: string;
}

export interface LinkedFact extends LinkedShape {
  readonly id: string;
  readonly document: FactDocument;
  readonly onlyIf?: Expression;
  readonly unknown: UnknownPolicy;
  /** With `assume`: the value in the form the fact has. */
  readonly assumed?: Literal;
  readonly by?: readonly string[];
  readonly evidence?: EvidenceNeed;
  /** With people: how many there can be, and what may be known of each, by id. */
  readonly people?: {
    readonly least: number;
    readonly most: number;
    readonly attributes: readonly LinkedAttribute[];
  };
  /** Its date is counted from by `recent`: one after `as_of` cannot be used. */
  readonly event: boolean;
}

/** Something that holds from a date on; without `from` always. Rising. */
export type Layers<T> = readonly { readonly from: CivilDate | null; readonly is: T }[];

export interface LinkedParameter {
  readonly id: string;
  readonly unit: string;
  readonly layers: Layers<Exact>;
  /** Before the first layer; left out: proved that no earlier date can be asked. */
  readonly before?: Exact | 'unknown';
  /** What an unknown value can be. */
  readonly open?: { readonly range: Range; readonly step: Exact };
}

/** How a key finds its row. Each has `size` rows; where `outside` is true the last of them is for keys without a row. */
export type LinkedKey =
  | { readonly kind: 'choice'; readonly choice: string; readonly size: number; readonly outside: false }
  | { readonly kind: 'flag'; readonly size: 2; readonly outside: false }
  /** Rows in the order of `codes`, then the one outside. */
  | {
      readonly kind: 'code';
      readonly codes: readonly string[];
      readonly prefix: boolean;
      readonly size: number;
      readonly outside: true;
    }
  /** Rows `low` to `high`, then the one outside; a key above `high` finds the row of `high` where `more`. */
  | {
      readonly kind: 'whole';
      readonly low: number;
      readonly high: number;
      readonly more: boolean;
      readonly size: number;
      readonly outside: true;
    };

export interface LinkedColumn {
  /** Empty for a table without columns. */
  readonly name: string;
  readonly type: Type;
  /** Row-major over the keys' rows; flags are 0 and 1, options their numbers. */
  readonly layers: Layers<readonly (Exact | 'unknown')[]>;
  readonly before?: Exact | 'unknown';
  /** What an unknown cell can be. */
  readonly open?: { readonly range: Range; readonly step: Exact };
}

export interface LinkedTable {
  readonly id: string;
  readonly keys: readonly LinkedKey[];
  readonly columns: readonly LinkedColumn[];
  /** Added for each unit of the last key beyond its `high`. */
  readonly eachMore?: Exact;
}

export interface LinkedSlices {
  /** Rising cuts. */
  readonly bands: readonly { readonly upTo: Exact; readonly rate: Exact }[];
  readonly last: Exact;
  readonly atLeast?: Exact;
}

export interface LinkedSchedule {
  readonly id: string;
  readonly unit: string;
  /** Choices. */
  readonly keys: readonly { readonly choice: string; readonly size: number }[];
  /** Row-major over the keys' options. */
  readonly layers: Layers<readonly LinkedSlices[]>;
}

export interface LinkedFigure {
  readonly id: string;
  readonly type: Type;
  readonly value: CheckedValue;
  /** One for each member of these people. */
  readonly people?: string;
  readonly onlyIf?: Expression;
  /** With `onlyIf`: what it counts as where it does not exist. */
  readonly noneIs?: Literal;
  readonly mayBeNone: boolean;
  /** With a number or date: all it can be, what may be given included. */
  readonly range?: Range;
  readonly override?: { readonly by: readonly string[]; readonly needs: readonly string[] };
}

export interface LinkedEvidence {
  readonly id: string;
  readonly valid?: { readonly count: number; readonly unit: SpanUnit };
}

export interface LinkedCategory {
  readonly id: string;
  readonly list?: string;
  /** Over the attributes of the list's entries. */
  readonly row?: Expression;
  readonly when?: Expression;
  readonly points?: Exact;
  /** Index of the tier in {@link RuleSet.tierIds}. */
  readonly floor?: number;
  readonly bypass?: number;
  readonly evidence?: EvidenceNeed;
}

export interface LinkedList {
  readonly id: string;
  readonly attributes: readonly {
    readonly id: string;
    readonly type: Type;
    readonly options: readonly string[];
  }[];
}

export interface LinkedTier {
  readonly id: string;
  /** Exactly one of the two, but none where a formula gives the tier. */
  readonly from?: Exact;
  readonly when?: Expression;
}

export interface LinkedRoute {
  readonly id: string;
  readonly when: Expression;
  readonly base: Exact;
  /** Paths of parts. */
  readonly counts: readonly string[];
  readonly instead: boolean;
}

export interface LinkedVeto {
  readonly id: string;
  readonly when: Expression;
  readonly unless?: Expression;
  /** Index of the tier it leaves at most; of `zero_score`: the tier of a score of 0. */
  readonly cap: number;
  readonly zeroScore: boolean;
  readonly againstFloor: VetoDocument['against_floor'];
}

export interface LinkedProgramme {
  readonly id: string;
  readonly document: ProgrammeDocument;
  readonly for: Expression;
  /** `null`: the amount is not stated. */
  readonly amount: CheckedValue | null;
  readonly currency: string | null;
  /** Minor units of the currency to one major unit: 100. */
  readonly minor: bigint;
  /** It rests on no score, tier or category: nobody has to apply for it. */
  readonly universal: boolean;
}

/** An edition whose names, types, units and ranges are settled. Both meanings read this, and nothing else of the file. */
export interface RuleSet {
  readonly document: RuleDocument;
  readonly digests: {
    /** Of the whole canonical document. */
    readonly document: Digest;
    /** Without titles, sources and texts: mending a label is not a change of rule. */
    readonly meaning: Digest;
  };
  readonly dates: DateRules;
  /** By id, in the order of ids, as all the lists below. */
  readonly facts: readonly LinkedFact[];
  readonly choices: Readonly<Record<string, ChoiceType>>;
  readonly parameters: readonly LinkedParameter[];
  readonly tables: readonly LinkedTable[];
  readonly schedules: readonly LinkedSchedule[];
  readonly figures: readonly LinkedFigure[];
  readonly evidence: readonly LinkedEvidence[];
  readonly lists: readonly LinkedList[];
  readonly categories: readonly LinkedCategory[];
  /** `null`: a scheme without points. */
  readonly score: CheckedPart | null;
  /** In the order of the file. */
  readonly routes: readonly LinkedRoute[];
  /** `not_recognised` first, then from the least aid to the most. */
  readonly tierIds: readonly string[];
  /** In the order of {@link tierIds} without `not_recognised`. */
  readonly tiers: readonly LinkedTier[];
  /** Gives the tier, or none; its choice, and for each of its options the tier. */
  readonly tierOf: { readonly is: Expression; readonly tiers: readonly number[] } | null;
  readonly vetoes: readonly LinkedVeto[];
  readonly scope: readonly { readonly id: string; readonly is: Expression }[];
  readonly programmes: readonly LinkedProgramme[];
  /** Ids of figures, in the order of the file. */
  readonly outputs: readonly string[];
  /** There are outputs and no tiers: the outputs are decided, and what programmes give. */
  readonly endsInOutputs: boolean;
  /** Everything behind some readings: facts by id, `figure x`, `category x`, `veto x`, `part x`, `score`, `score_tier`, `tier`. */
  readonly reads: (of: ReadonlyArray<Reading>) => ReadonlySet<string>;
  /** The same of each scope predicate, and of tier, scope, programmes and (where they decide) outputs together. */
  readonly scopeReads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly outcomeReads: ReadonlySet<string>;
  /**
   * Where something of the canonical document stands in the file that was read, or in that of the edition from which it
   * was taken over; of what is not written there its nearest parent. No part of the rules: left out where no text was read.
   */
  readonly placeOf?: (path: ReadonlyArray<string | number>) => Place;
}
