import type { CategoryDoubt, Decision, PaperInput } from '../roster/index.js';
import type { Words } from '../rules/index.js';
import type { Place } from '../value/index.js';

/** Something a case file says, with where it says it. */
export interface Said<T> {
  readonly value: T;
  readonly place: Place;
}

/** Why a category is not known, as a case may say it. */
export const CATEGORY_DOUBTS = [
  'openMatch',
  'listMissing',
  'listStale',
  'rowUnclear',
] as const satisfies readonly CategoryDoubt[];

/** What a case may say of a category: `unknown`, or why it is not known. */
export const CATEGORY_STATUS = ['in', 'out', 'unknown', ...CATEGORY_DOUBTS] as const;
export type CaseCategory = (typeof CATEGORY_STATUS)[number];

/** Options that hold and that do not; the others are not known. */
export interface CaseSet {
  readonly in?: readonly string[] | undefined;
  readonly out?: readonly string[] | undefined;
}

/** People by attributes; `complete`: there are no others. */
export interface CasePeople {
  readonly complete: 'true' | 'false';
  readonly list: readonly Readonly<Record<string, string>>[];
}

/** A value as a case writes it; every scalar is still the text of the file. */
export type CaseValue = string | readonly string[] | CaseSet | CasePeople;

/** A decision, of which a stated fact is still as the case writes it: only the rule file knows its type. */
export type CaseDecision =
  | Exclude<Decision, { readonly kind: 'fact' }>
  | (Omit<Decision & { readonly kind: 'fact' }, 'value'> & { readonly value: CaseValue });

/** What is expected under one path of a determination: one text, or a list. */
export type Expected = string | readonly string[];

/** One case: a student in a few words, and what the rules must say of them. */
export interface RuleCase {
  /** Of a row of a table: `fees/3`, counted from 1. */
  readonly id: string;
  readonly title?: Words;
  /** Where its `id`, or its row, stands. */
  readonly place: Place;
  /** A tool wrote down what the rules gave: it holds them to what they say, and shows nothing of what they should say. */
  readonly generated: boolean;
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** `YYYY-MM-DD`; `asOf` where the file does not say. */
  readonly knownAt: string;
  /** `YYYY-MM-DD`. */
  readonly periodStart?: string;
  readonly applied: boolean;
  readonly aidedBefore: boolean;
  readonly signals: readonly string[];
  /** By fact id, as written; those of its `base` included. What is not named is not known. */
  readonly facts: Readonly<Record<string, Said<CaseValue>>>;
  /** By list id: the student's row of it, option ids (or `true` and `false`) by attribute; what is not named is not known. */
  readonly listed: Readonly<Record<string, Said<Readonly<Record<string, string>>>>>;
  /** By category id; what is not named is what the rows of `listed` say, else `out`. */
  readonly categories: Readonly<Record<string, Said<CaseCategory>>>;
  readonly decisions: readonly CaseDecision[];
  readonly papers: readonly Said<PaperInput>[];
  /** Figures, `score.family.rural`, `score`, `score_tier` and `tier` that are given and not computed. */
  readonly given: Readonly<Record<string, Said<string>>>;
  /** By path: `tier`, `score.family.labour`, `awards.senior_grant.amount`, a figure's id. */
  readonly expect: Readonly<Record<string, Said<Expected>>>;
}

/** A mistake in the rule file that no case can notice, and why: nobody would come out differently. */
export interface Unnoticed {
  /** Where in the rule file: `facts.stage.unknown`. */
  readonly at: string;
  /** What then stands there; empty: nothing. */
  readonly to: string;
  readonly because: Words;
  readonly place: Place;
}

/** Cases that stand beside one edition, section 14 of the rule language. */
export interface CaseFile {
  readonly scheme: string;
  readonly edition: string;
  /** Name of the file, if the caller gave one. */
  readonly file?: string;
  /** Those written one by one, then the rows of the tables. */
  readonly cases: readonly RuleCase[];
  readonly unnoticed?: readonly Unnoticed[];
}
