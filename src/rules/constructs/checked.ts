import type { Exact } from '../../value/index.js';
import type { Expression } from '../formula/index.js';
import type { CheckedBands } from './bands/document.js';
import type { CheckedBestOf } from './best_of/document.js';
import type { Extent } from './contract.js';
import type { CheckedFormula } from './formula/document.js';
import type { CheckedOptions } from './options/document.js';
import type { CheckedSection } from './section/document.js';

/** A construct whose names, types and units are settled. */
export type CheckedValue = CheckedFormula | CheckedOptions | CheckedBands | CheckedBestOf | CheckedSection;

/** A part of the score: its value, then `at_least` and `at_most`, then `weight`, and 0 where `when` is false. */
export interface CheckedPart {
  /** Dotted ids with `parts` left out; empty for the score itself. */
  readonly path: string;
  readonly value: CheckedValue;
  readonly when?: Expression;
  readonly atLeast?: Exact;
  readonly atMost?: Exact;
  readonly weight?: Exact;
  readonly extent: Extent;
}
