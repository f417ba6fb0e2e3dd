import type { PartDocument, SectionDocument, ValueDocument } from './constructs/index.js';
import type { SourceNote, Words } from './words.js';

/** What a fact that is not given means. */
export type UnknownPolicy =
  | { readonly policy: 'ask' }
  | { readonly policy: 'block' }
  | {
      readonly policy: 'assume';
      readonly value: string;
      readonly because: Words;
      readonly source?: SourceNote;
    }
  | { readonly policy: 'no_points'; readonly because: Words };

export const ORIGINS = [
  'survey',
  'enrolment',
  'roster',
  'visit',
  'peer_review',
  'big_data',
  'previous_run',
  'reviewer',
] as const;
export type Origin = (typeof ORIGINS)[number];

export interface ChoiceDocument {
  readonly of: readonly string[];
  readonly ordered: boolean;
  readonly titles: Readonly<Record<string, Words>>;
}

export interface FactDocument {
  readonly type: 'flag' | 'choice' | 'number';
  /** With a choice: its type, which for an inline choice is named as the fact. */
  readonly choice?: string;
  /** With a number: unit, inclusive range and grid, as canonical text. */
  readonly unit?: string;
  readonly range?: readonly [string, string];
  readonly step?: string;
  /** `higher`, `lower`, `if_true`, `if_false`, `none`, or the options from the easiest to the hardest. */
  readonly worse: string | readonly string[];
  readonly origin: Origin;
  readonly unknown: UnknownPolicy;
  readonly title?: Words;
  readonly protected?: SourceNote;
  readonly source?: SourceNote;
}

export interface TableDocument {
  readonly unit: string;
  readonly keys: readonly { readonly name: string; readonly type: string }[];
  /** In the order of the keys' options. */
  readonly rows: readonly { readonly keys: readonly string[]; readonly value: string }[];
  readonly otherwise?: string;
  readonly title?: Words;
  readonly source?: SourceNote;
}

export interface FigureDocument {
  readonly unit?: string;
  readonly value: ValueDocument;
  readonly title?: Words;
  readonly source?: SourceNote;
}

export interface AttributeDocument {
  readonly type: 'flag' | 'choice';
  readonly choice?: string;
  readonly title?: Words;
}

export interface ListDocument {
  readonly title?: Words;
  readonly owner?: Words;
  readonly attributes: Readonly<Record<string, AttributeDocument>>;
  readonly source?: SourceNote;
}

export interface CategoryDocument {
  readonly title?: Words;
  readonly list?: string;
  /** Looks at the entry's attributes; false: the entry is `lapsed`. */
  readonly row?: string;
  readonly when?: string;
  readonly floor?: string;
  readonly source?: SourceNote;
}

export interface TierDocument {
  readonly id: string;
  readonly title?: Words;
  /** Least score, inclusive. */
  readonly from: string;
}

export interface VetoDocument {
  readonly title?: Words;
  readonly when: string;
  readonly unless?: string;
  readonly effect: 'not_recognised' | 'zero_score' | { readonly cap: string };
  readonly against_floor: 'review' | 'floor_wins';
  readonly source?: SourceNote;
}

export const INSTRUMENTS = [
  'scholarship',
  'grant',
  'work_study',
  'subsidy',
  'waiver',
  'exemption',
  'loan',
] as const;
export const PERIODS = ['year', 'semester', 'month', 'event'] as const;
export const PAYEES = ['student', 'guardian', 'school'] as const;

export interface ProgrammeDocument {
  readonly title?: Words;
  readonly instrument: (typeof INSTRUMENTS)[number];
  readonly for: string;
  /** `unstated`: the student is entitled, and no amount is published; why stands beside it. */
  readonly amount: ValueDocument | { readonly kind: 'unstated'; readonly because: Words };
  readonly per: (typeof PERIODS)[number];
  readonly payee: (typeof PAYEES)[number];
  readonly source?: SourceNote;
}

export interface ScopeDocument {
  readonly title?: Words;
  readonly is: string;
  readonly source?: SourceNote;
}

/** An edition in its canonical form: short forms long, defaults written out, numbers as shortest plain decimals. */
export interface RuleDocument {
  readonly format: '1';
  readonly scheme: string;
  readonly edition: string;
  readonly title: Words;
  readonly standing: 'official' | 'illustrative';
  readonly status: 'draft' | 'published';
  readonly effective: { readonly from: string; readonly until?: string };
  readonly published: string;
  readonly sources: Readonly<
    Record<
      string,
      {
        readonly title: Words;
        readonly number?: string;
        readonly issued?: string;
        readonly url?: string;
        readonly grade?: string;
      }
    >
  >;
  readonly units: readonly string[];
  readonly choices: Readonly<Record<string, ChoiceDocument>>;
  readonly facts: Readonly<Record<string, FactDocument>>;
  readonly tables: Readonly<Record<string, TableDocument>>;
  readonly figures: Readonly<Record<string, FigureDocument>>;
  readonly lists: Readonly<Record<string, ListDocument>>;
  readonly categories: Readonly<Record<string, CategoryDocument>>;
  readonly score: PartDocument & { readonly value: SectionDocument };
  /** Most aid first. */
  readonly tiers: readonly TierDocument[];
  readonly vetoes: Readonly<Record<string, VetoDocument>>;
  readonly scope: Readonly<Record<string, ScopeDocument>>;
  readonly programmes: Readonly<Record<string, ProgrammeDocument>>;
}
