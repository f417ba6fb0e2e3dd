import type { SourceRef } from './source.js';

export const STAGES = ['preschool', 'primary', 'junior', 'senior', 'vocational', 'higher'] as const;
/** 学段. */
export type Stage = (typeof STAGES)[number];

export const SETTINGS = ['ordinary', 'inclusive', 'special', 'home'] as const;
/** 就读形式: an ordinary class, an inclusive class (随班就读), a special school, or taught at home (送教上门). */
export type Setting = (typeof SETTINGS)[number];

/** One place of study. A field left out is not known; it is never assumed. */
export interface Enrolment {
  /** School code (学校标识码), compared as text. */
  readonly school: string;
  readonly stage?: Stage;
  readonly setting?: Setting;
  /** Year within the stage, from 1 (大班 is year 3 of preschool). */
  readonly grade?: number;
  readonly boarder?: boolean;
  /** First and last day, `YYYY-MM-DD`, both included; left out: open. */
  readonly from?: string;
  readonly until?: string;
}

/**
 * A single value as a caller writes it: a flag, an option, a code, a date (`"2024-09-01"`), or a number as a decimal
 * text (`"12500.50"`) or a safe integer; `"none"`: known not to exist. `null` and `undefined` both mean: not known.
 */
export type ScalarInput = boolean | string | number | null | undefined;

/** Options of a fact with several: all that hold, or as far as it is known which hold and which do not. */
export type SetInput =
  | readonly string[]
  | { readonly in?: readonly string[]; readonly out?: readonly string[] };

/** People: each by attributes, and whether these are all. */
export interface PeopleInput {
  readonly complete: boolean;
  readonly list: readonly Readonly<Record<string, ScalarInput>>[];
}

/** A fact as a caller writes it. */
export type FactInput = ScalarInput | SetInput | PeopleInput;

/** A paper that was shown, by its id in the rule file. */
export interface PaperInput {
  readonly paper: string;
  /** `YYYY-MM-DD`. */
  readonly issued: string;
  readonly source?: SourceRef;
}

/** Why the status of a category is not known. `paperMissing`: it would hold, but the paper that it needs was not shown. */
export type CategoryDoubt =
  | 'openMatch'
  | 'listMissing'
  | 'listStale'
  | 'rowUnclear'
  | 'paperMissing'
  | 'notSaid';

/** Whether a student belongs to a category of the rule file. `unknown` is a value, never `out`. */
export interface CategoryInput {
  readonly category: string;
  readonly status: 'in' | 'out' | 'unknown';
  /** With `unknown`: why. */
  readonly doubt?: CategoryDoubt;
  /** What the status rests on: the list rows behind it. */
  readonly evidence?: readonly SourceRef[];
}

interface DecisionBase {
  /** The role that decided, such as `school_group`; never a name. */
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly because: string;
  readonly source?: SourceRef;
}

/** What a named person decided; an input like any other. */
export type Decision =
  /** 自愿放弃: the family declines in writing. `paper` names the document. */
  | (DecisionBase & { readonly kind: 'waiver'; readonly paper: string })
  /** 认定: a person sets the tier. */
  | (DecisionBase & { readonly kind: 'tier'; readonly tier: string })
  /** A visit or a review states a fact; it replaces what the survey said. */
  | (DecisionBase & { readonly kind: 'fact'; readonly fact: string; readonly value: FactInput })
  /** Points that a rule leaves to a person, within its range. `paper`: where the rule asks for evidence. */
  | (DecisionBase & {
      readonly kind: 'points';
      readonly part: string;
      readonly points: string | number;
      readonly paper?: string;
    })
  /** A figure is set by somebody whom the rule file names for it. */
  | (DecisionBase & { readonly kind: 'figure'; readonly figure: string; readonly value: ScalarInput })
  /** A veto meets a category's floor: a person says which stands. */
  | (DecisionBase & { readonly kind: 'veto'; readonly veto: string; readonly stands: boolean });

/** All that is known of one student, as plain data. */
export interface Student {
  /** Stable key, unique in the roster (全国学籍号 where there is one). */
  readonly key: string;
  readonly enrolments: readonly Enrolment[];
  /** An application or a survey form was handed in. */
  readonly applied: boolean;
  /** Aided in the period before. */
  readonly aidedBefore?: boolean;
  /** Advisory signals that someone should look; they never decide. */
  readonly signals?: readonly string[];
  /** Facts by id of the rule file. One that is not here is not known. */
  readonly facts?: Readonly<Record<string, FactInput>>;
  /** Where a fact was read, by the same ids. */
  readonly factSources?: Readonly<Record<string, SourceRef>>;
  /** Categories of the rule file. */
  readonly categories?: readonly CategoryInput[];
  /** What a category that is not named in `categories` is. Default `unknown`. */
  readonly otherCategories?: 'out' | 'unknown';
  readonly decisions?: readonly Decision[];
  /** Papers that were shown. */
  readonly papers?: readonly PaperInput[];
  /**
   * Intermediate values to be used instead of computing them: figures by id, `score.family.rural`, `score`,
   * `score_tier`, `tier`. For a caller who asks what follows from them; a run takes none but by decisions.
   */
  readonly given?: Readonly<Record<string, ScalarInput>>;
}
