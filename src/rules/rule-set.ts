import type { Digest, Exact, Range } from '../value/index.js';
import type { CheckedPart, CheckedValue } from './constructs/index.js';
import type {
  FactDocument,
  ProgrammeDocument,
  RuleDocument,
  UnknownPolicy,
  VetoDocument,
} from './document.js';
import type { ChoiceType, Expression, Reading, TableType, Type } from './formula/index.js';

export interface LinkedFact {
  readonly id: string;
  readonly document: FactDocument;
  readonly type: Type;
  /** With a choice. */
  readonly options: readonly string[];
  /** With a number. */
  readonly range?: Range;
  readonly step?: Exact;
  readonly unknown: UnknownPolicy;
  /** With `assume`: the value in the form the fact has. */
  readonly assumed?: boolean | number | Exact;
}

export interface LinkedTable extends TableType {
  readonly id: string;
  /** How many options each key has. */
  readonly sizes: readonly number[];
  /** Row-major by the keys' options. */
  readonly cells: readonly Exact[];
}

export interface LinkedFigure {
  readonly id: string;
  readonly type: Type;
  readonly value: CheckedValue;
}

export interface LinkedCategory {
  readonly id: string;
  readonly list?: string;
  /** Over the attributes of the list's entries. */
  readonly row?: Expression;
  readonly when?: Expression;
  /** Index of the tier in {@link RuleSet.tierIds}. */
  readonly floor?: number;
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
  readonly from: Exact;
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
  /** By id, in the order of ids, as all the lists below. */
  readonly facts: readonly LinkedFact[];
  readonly choices: Readonly<Record<string, ChoiceType>>;
  readonly tables: readonly LinkedTable[];
  readonly figures: readonly LinkedFigure[];
  readonly lists: readonly LinkedList[];
  readonly categories: readonly LinkedCategory[];
  readonly score: CheckedPart;
  /** `not_recognised` first, then from the least aid to the most. */
  readonly tierIds: readonly string[];
  /** In the order of {@link tierIds} without `not_recognised`. */
  readonly tiers: readonly LinkedTier[];
  readonly vetoes: readonly LinkedVeto[];
  readonly scope: readonly { readonly id: string; readonly is: Expression }[];
  readonly programmes: readonly LinkedProgramme[];
  /** Everything behind some readings: facts by id, `figure x`, `category x`, `veto x`, `score`, `score_tier`, `tier`. */
  readonly reads: (of: ReadonlyArray<Reading>) => ReadonlySet<string>;
  /** The same of each scope predicate, and of tier, scope and programmes together. */
  readonly scopeReads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly outcomeReads: ReadonlySet<string>;
}
