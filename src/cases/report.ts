import type { Determination } from '../determine/index.js';
import type { Issue, Place } from '../value/index.js';

/** One thing that is not as it should be. */
export interface Difference {
  /**
   * `expected`: the determination is not what the case says; `meanings`: the plan (`got`) and the reference
   * (`expected`) do not say the same, which is a defect of bulou, never of the rule file.
   */
  readonly about: 'expected' | 'meanings';
  /** Path of the case, or of the determination. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  readonly place?: Place;
}

export interface CaseResult {
  readonly id: string;
  /** Where the case stands. */
  readonly place: Place;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** What stopped the case: a name the rule file does not have, or a date at which it is not in force. */
  readonly issues: readonly Issue[];
  /** The reference went through every completion of what is not known; it cannot where these are too many. */
  readonly compared: boolean;
  readonly determination?: Determination;
}

export interface CaseReport {
  readonly scheme: string;
  readonly edition: string;
  readonly standing: 'official' | 'illustrative';
  readonly status: 'draft' | 'published';
  /** About the file as a whole: `cases.otherEdition`. */
  readonly issues: readonly Issue[];
  /** In the order of the file. */
  readonly results: readonly CaseResult[];
  readonly passed: number;
  readonly failed: number;
  /** How many cases the reference and the plan were held against each other on. */
  readonly compared: number;
}
