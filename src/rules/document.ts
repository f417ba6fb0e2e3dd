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

/** Papers that something rests on: until one is shown its value is not known (`ask`), or it is noted (`note`). */
export interface EvidenceNeed {
  readonly any_of: readonly string[];
  readonly missing: 'ask' | 'note';
}

export const FACT_TYPES = ['flag', 'choice', 'several', 'number', 'date', 'code', 'people'] as const;
export type FactType = (typeof FACT_TYPES)[number];

/** What a fact, or an attribute of a person, can be. */
export interface ValueShape {
  readonly type: FactType;
  /** With `choice` and `several`: the type, which for an inline choice is named as the fact (`people.attribute` for an attribute). */
  readonly choice?: string;
  /** With a number: unit, inclusive range and grid, as canonical text. With a date: the range, as dates. */
  readonly unit?: string;
  readonly range?: readonly [string, string];
  readonly step?: string;
  /** `allowed`: it may be known not to exist; a value: that it then counts as. */
  readonly none?: string;
}

/** What may be known of each person of a list. */
export interface AttributeFact extends ValueShape {
  readonly type: Exclude<FactType, 'several' | 'people'>;
  readonly worse: string | readonly string[];
  readonly title?: Words;
}

export interface FactDocument extends ValueShape {
  /** With `people`: how many there can be, and what may be known of each. */
  readonly size?: readonly [string, string];
  readonly of?: Readonly<Record<string, AttributeFact>>;
  /** A formula; where it is false the fact does not exist. */
  readonly only_if?: string;
  /** `higher`, `lower`, `if_true`, `if_false`, `more`, `fewer`, `later`, `earlier`, `none`, or options from the easiest to the hardest. */
  readonly worse: string | readonly string[];
  readonly origin: Origin;
  /** Roles that alone may state it, by a decision on record. */
  readonly by?: readonly string[];
  readonly unknown: UnknownPolicy;
  readonly evidence?: EvidenceNeed;
  readonly title?: Words;
  readonly protected?: SourceNote;
  readonly source?: SourceNote;
}

/** A value that holds from its date to the next; a plain value holds always. */
export interface ParameterDocument {
  readonly unit: string;
  /** Rising dates; without dates one layer without `from`. */
  readonly layers: readonly { readonly from?: string; readonly value: string }[];
  /** What held before the first date: a value or `unknown`. */
  readonly before?: string;
  /** What an unknown value can be. */
  readonly range?: readonly [string, string];
  readonly step?: string;
  readonly title?: Words;
  readonly source?: SourceNote;
}

/** `choice`: a type by name; `whole`: whole numbers from `low` to `high`, the last row for more if `more`. */
export type KeyDocument =
  | { readonly name: string; readonly type: 'flag' | 'code' }
  | { readonly name: string; readonly type: 'choice'; readonly choice: string }
  | {
      readonly name: string;
      readonly type: 'whole';
      readonly low: string;
      readonly high: string;
      readonly more: boolean;
    };

export interface ColumnDocument {
  /** Empty for a table without columns. */
  readonly name: string;
  readonly type: 'number' | 'flag' | 'choice';
  readonly unit?: string;
  readonly choice?: string;
}

/** Rows by the text of their keys; one value for each column. */
export interface RowDocument {
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

export interface TableDocument {
  readonly columns: readonly ColumnDocument[];
  readonly keys: readonly KeyDocument[];
  /** With a `code` key: whether the longest row that begins the code is taken. */
  readonly match: 'exact' | 'prefix';
  /** Rising dates; without dates one layer without `from`. Rows in the order of their keys. */
  readonly layers: readonly { readonly from?: string; readonly rows: readonly RowDocument[] }[];
  /** For keys without a row: a value (each column's) or `unknown`. */
  readonly otherwise?: string;
  /** What held before the first date: a value or `unknown`. */
  readonly before?: string;
  /** With a last key of whole numbers: what each unit beyond the last row adds. */
  readonly each_more?: string;
  /** What an unknown cell of numbers can be. */
  readonly range?: readonly [string, string];
  readonly step?: string;
  readonly title?: Words;
  readonly source?: SourceNote;
}

/** Rates of the slices of a number, each up to its cut, the last one open. */
export interface SliceDocument {
  readonly bands: readonly { readonly up_to: string; readonly rate: string }[];
  readonly otherwise: string;
  /** Official cumulated figures at cuts, verified at load. */
  readonly printed: readonly { readonly at: string; readonly is: string }[];
  readonly at_least?: string;
}

export interface ScheduleDocument {
  readonly unit: string;
  /** Choices by name. */
  readonly keys: readonly { readonly name: string; readonly choice: string }[];
  readonly layers: readonly {
    readonly from?: string;
    readonly rows: readonly { readonly keys: readonly string[]; readonly slices: SliceDocument }[];
  }[];
  readonly title?: Words;
  readonly source?: SourceNote;
}

export interface FigureDocument {
  readonly unit?: string;
  /** A choice that the figure gives, for options of which nothing else tells it. */
  readonly gives?: string;
  /** One for each member of these people. */
  readonly for?: string;
  readonly only_if?: string;
  /** With `only_if`: what it counts as where it does not exist. */
  readonly none?: string;
  /** Widens what may be given. */
  readonly range?: readonly [string, string];
  /** Who may set it by a decision on record. */
  readonly override?: { readonly by: readonly string[]; readonly needs: readonly string[] };
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

export interface EvidenceDocument {
  readonly title?: Words;
  /** How long it holds from its issue on, such as `6 months`. */
  readonly valid?: string;
  readonly source?: SourceNote;
}

export interface CategoryDocument {
  readonly title?: Words;
  readonly list?: string;
  /** Looks at the entry's attributes; false: the entry is `lapsed`. */
  readonly row?: string;
  readonly when?: string;
  /** Points through a part `categories`. */
  readonly points?: string;
  readonly floor?: string;
  /** This tier; the score is not asked. */
  readonly bypass?: string;
  readonly evidence?: EvidenceNeed;
  readonly source?: SourceNote;
}

export interface TierDocument {
  readonly id: string;
  readonly title?: Words;
  /** Least score, inclusive. */
  readonly from?: string;
  /** A condition; the first tier whose condition holds. */
  readonly when?: string;
  readonly source?: SourceNote;
}

/** Whoever meets one scores `base` and only the parts in `counts`. */
export interface RouteDocument {
  readonly id: string;
  readonly when: string;
  readonly base: string;
  /** Paths of parts, in order. */
  readonly counts: readonly string[];
  readonly against_ordinary: 'instead' | 'best';
  readonly title?: Words;
  readonly source?: SourceNote;
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

/** How dates move; needed as soon as months, years or ages are used. */
export interface DateRules {
  /** Where a month has no such day. */
  readonly month_end?: 'last_day' | 'next_first';
  /** When a birthday on 29 February is reached in a common year. */
  readonly leap_birthday?: '02-28' | '03-01';
  /** First day of a school year, `MM-DD`. */
  readonly school_year?: string;
}

/** An edition in its canonical form: short forms long, defaults written out, numbers as shortest plain decimals. */
export interface RuleDocument {
  readonly format: '1';
  readonly scheme: string;
  readonly edition: string;
  readonly title: Words;
  readonly standing: 'official' | 'illustrative';
  readonly status: 'draft' | 'published';
  /** Both inclusive; `gap` and `overlap` say why there is one to the edition before. */
  readonly effective: {
    readonly from: string;
    readonly until?: string;
    readonly gap?: Words;
    readonly overlap?: Words;
  };
  readonly published: string;
  readonly dates: DateRules;
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
  readonly parameters: Readonly<Record<string, ParameterDocument>>;
  readonly tables: Readonly<Record<string, TableDocument>>;
  readonly schedules: Readonly<Record<string, ScheduleDocument>>;
  readonly figures: Readonly<Record<string, FigureDocument>>;
  readonly evidence: Readonly<Record<string, EvidenceDocument>>;
  readonly lists: Readonly<Record<string, ListDocument>>;
  readonly categories: Readonly<Record<string, CategoryDocument>>;
  /** Left out: a scheme without points. */
  readonly score?: PartDocument & { readonly value: SectionDocument };
  readonly routes: readonly RouteDocument[];
  /** Most aid first; empty: a scheme that ends in its outputs. */
  readonly tiers: readonly TierDocument[];
  /** A formula that gives the id of the tier, or none; then tiers have no line of their own. */
  readonly tier_of?: string;
  readonly vetoes: Readonly<Record<string, VetoDocument>>;
  readonly scope: Readonly<Record<string, ScopeDocument>>;
  readonly programmes: Readonly<Record<string, ProgrammeDocument>>;
  /** Figures reported besides tier and awards. */
  readonly outputs: readonly string[];
}
