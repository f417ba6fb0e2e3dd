import type { Exact, RoundingMode } from '../../value/index.js';
import type { EvidenceNeed } from '../document.js';
import type { Expression } from '../formula/index.js';
import type { CheckedBands } from './bands/document.js';
import type { CheckedCategories } from './categories/document.js';
import type { Extent } from './contract.js';
import type { CheckedDated } from './dated/document.js';
import type { CheckedDiscretion } from './discretion/document.js';
import type { CheckedEach } from './each/document.js';
import type { CheckedFirst } from './first/document.js';
import type { CheckedFormula } from './formula/document.js';
import type { CheckedHits } from './hits/document.js';
import type { CheckedOptions } from './options/document.js';
import type { CheckedRecent } from './recent/document.js';
import type { CheckedSection } from './section/document.js';
import type { CheckedSeveral } from './several/document.js';
import type { CheckedTop } from './top/document.js';

/** A construct whose names, types and units are settled. */
export type CheckedValue =
  | CheckedFormula
  | CheckedOptions
  | CheckedBands
  | CheckedHits
  | CheckedTop
  | CheckedFirst
  | CheckedDated
  | CheckedSection
  | CheckedSeveral
  | CheckedEach
  | CheckedRecent
  | CheckedCategories
  | CheckedDiscretion;

/**
 * A part of the score: its value, then `at_least` and `at_most`, then `weight`, then `round`, and 0 where `when` is
 * false. With `evidence` that is asked for it is 0 until a paper is shown, and unknown while nobody said.
 */
export interface CheckedPart {
  /** Dotted ids with `parts` left out; empty for the score itself. */
  readonly path: string;
  readonly value: CheckedValue;
  readonly when?: Expression;
  readonly atLeast?: Exact;
  readonly atMost?: Exact;
  readonly weight?: Exact;
  readonly round?: { readonly step: Exact; readonly mode: RoundingMode };
  readonly evidence?: EvidenceNeed;
  readonly extent: Extent;
}
