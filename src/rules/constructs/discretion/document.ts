import type { Exact, Range } from '../../../value/index.js';
import type { Extent } from '../contract.js';

/** Points that a person gives within a range, with what has to be said; not given: open (`ask`), or 0. */
export interface DiscretionDocument {
  readonly kind: 'discretion';
  readonly range: readonly [string, string];
  readonly step: string;
  readonly by: readonly string[];
  /** `reason`, `evidence`. */
  readonly needs: readonly string[];
  readonly undecided: 'ask' | '0';
}

export interface CheckedDiscretion {
  readonly kind: 'discretion';
  /** Path of the part. */
  readonly part: string;
  readonly range: Range;
  readonly step: Exact;
  readonly by: readonly string[];
  readonly needs: readonly string[];
  readonly undecided: 'ask' | '0';
  readonly extent: Extent;
}
