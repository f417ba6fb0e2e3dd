import type { Student } from '../roster/index.js';
import type { Digest, Place, Severity } from '../value/index.js';
import type { Path } from './paths.js';

/** What is proved or refuted. One file under `properties/` each. */
export const PROPERTIES = [
  'total',
  'reachable',
  'noGap',
  'floor',
  'membership',
  'union',
  'monotone',
  'amountOrder',
  'sumOrder',
  'cap',
  'countedOnce',
  'neighbours',
  'protected',
] as const;
export type Property = (typeof PROPERTIES)[number];

/**
 * `byConstruction`: no rule file that can be read could break it, because of how the language decides; the prover has gone
 * through it all the same. `proved`: another file could, this one does not.
 */
export type Status = 'proved' | 'byConstruction' | 'refuted' | 'notProved';

/** Why something is as it is, as a code (`check.*`) and values; words are rendered by the caller. */
export interface Because {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * Students that show a refutation, as plain data that `determine` takes at the dates of the report. One student shows
 * that something can happen; of two, which differ in one thing, the second should not have come off worse.
 */
export interface Witness {
  readonly students: readonly [Student] | readonly [before: Student, after: Student];
  /** What each comes to, in the order of the students: a tier, an amount in minor units, points. */
  readonly shows: readonly string[];
  /** What the two differ in: a fact, an option of one, a category or a tier. */
  readonly differs?: string;
  /** With two: what comes out differently, in the order of deciding. */
  readonly changes?: readonly Change[];
}

/** What the second of two students comes to instead of the first. */
export interface Change {
  readonly of: 'figure' | 'part' | 'score' | 'scoreTier' | 'veto' | 'floor' | 'tier' | 'programme';
  /** Of a score or tier empty. */
  readonly id: string;
  /**
   * Figures, points and scores as written; a veto or floor `yes` or `no`; a programme its amount in minor units,
   * `unstated`, or empty where nothing is given. Empty also where it is not said of one of them.
   */
  readonly before: string;
  readonly after: string;
}

export interface CheckedProperty {
  /** Names the finding, without stage and date: `monotone income tier`. What an exception of a job names. */
  readonly id: string;
  readonly property: Property;
  /** What happens where a refutation stands: a run is refused for an `error`. */
  readonly severity: Severity;
  readonly status: Status;
  /** With a rule set that reads them: those for which this holds; left out: for every one. */
  readonly stage?: string;
  readonly setting?: string;
  /** Day for which it holds; left out: for every day that was looked at. */
  readonly at?: string;
  /** With `refuted` and `notProved` always; with `proved` by what. */
  readonly because?: Because;
  readonly witness?: Witness;
  /** What of the rule set it is about, as a path of the canonical document: where something would have to be changed. */
  readonly path: Path;
  /** Where that stands: with file, line and column where the rule set was read from a text. */
  readonly place: Place;
}

/** What tier, money and outputs can rest on at one stage and setting. */
export interface Reads {
  readonly stage?: string;
  readonly setting?: string;
  readonly facts: readonly string[];
  readonly categories: readonly string[];
  /** Those of the facts that are protected attributes, with the ground that the file states, or none. */
  readonly protected: readonly { readonly fact: string; readonly ground: string | null }[];
}

/**
 * One unit of a number, or one day, changes what a student is given by so much: the most that this step changes it for
 * any student.
 */
export interface Cliff {
  /** `programme living_subsidy`, or what may be had together: `money CNY/year`, and loans by themselves, `loan CNY/year`. */
  readonly of: string;
  readonly fact: string;
  /** The two values, as written. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  /** Minor units before and after. */
  readonly before: string;
  readonly after: string;
  readonly witness: Witness;
}

export interface Coverage {
  readonly proved: number;
  readonly byConstruction: number;
  readonly refuted: number;
  readonly notProved: number;
  /** Facts that reach tier or money and state no direction: nothing is claimed of them. */
  readonly noDirection: readonly string[];
  /** What is outside the proofs, as codes. */
  readonly outside: readonly Because[];
}

/** What `check` says of a rule set. The same rule set gives the same report, byte for byte. */
export interface CheckReport {
  readonly scheme: string;
  readonly edition: string;
  /** The rules that it is about. */
  readonly meaning: Digest;
  /** Days for which the rules were looked at, `YYYY-MM-DD`. */
  readonly at: readonly string[];
  readonly properties: readonly CheckedProperty[];
  readonly reads: readonly Reads[];
  /** On the last of the days, the greatest first. */
  readonly cliffs: readonly Cliff[];
  readonly coverage: Coverage;
  /** Steps of the prover: a count, no clock. */
  readonly steps: number;
}

/** What a caller may choose. */
export interface CheckOptions {
  /** Days to look at; left out: the first day in force and each on which a dated value changes. */
  readonly at?: readonly string[];
  /** Most steps for one property; what would need more is `notProved`. Default {@link MOST_STEPS}. */
  readonly steps?: number;
  /** Report where one unit of a fact changes money by more than so many major units; left out: not looked for. */
  readonly cliff?: string;
}

/** Refuted properties that stop a run. */
export const errorsIn = (report: CheckReport): readonly CheckedProperty[] =>
  report.properties.filter(({ status, severity }) => status === 'refuted' && severity === 'error');
