import type { CategoryDoubt, Decision } from '../roster/index.js';
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

export type CaseCategory = 'in' | 'out' | 'unknown' | (typeof CATEGORY_DOUBTS)[number];

/** What is expected under one path of a determination: one text, or a list. */
export type Expected = string | readonly string[];

/** One case: a student in a few words, and what the rules must say of them. */
export interface RuleCase {
  readonly id: string;
  readonly title?: Words;
  /** Where its `id` stands. */
  readonly place: Place;
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** `YYYY-MM-DD`; `asOf` where the file does not say. */
  readonly knownAt: string;
  readonly applied: boolean;
  readonly aidedBefore: boolean;
  readonly signals: readonly string[];
  /** By fact id, as written; those of its `base` included. What is not named is not known. */
  readonly facts: Readonly<Record<string, Said<string>>>;
  /** By category id; what is not named is `out`. */
  readonly categories: Readonly<Record<string, Said<CaseCategory>>>;
  /** The value of a stated fact is still the text of the file: only the rule file knows its type. */
  readonly decisions: readonly Decision[];
  /** By path: `tier`, `score.family.labour`, `awards.senior_grant.amount`. */
  readonly expect: Readonly<Record<string, Said<Expected>>>;
}

/** Cases that stand beside one edition, section 14 of the rule language. */
export interface CaseFile {
  readonly scheme: string;
  readonly edition: string;
  /** Name of the file, if the caller gave one. */
  readonly file?: string;
  readonly cases: readonly RuleCase[];
}
