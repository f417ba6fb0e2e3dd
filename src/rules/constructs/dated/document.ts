import type { CivilDate } from '../../../value/index.js';
import type { Expression } from '../../formula/index.js';
import type { CheckedValue } from '../checked.js';
import type { Extent } from '../contract.js';
import type { ValueDocument } from '../documents.js';

/** Other logic from a date on: the layer in force at `as_of`. */
export interface DatedDocument {
  readonly kind: 'dated';
  /** Rising. */
  readonly layers: readonly { readonly from: string; readonly value: ValueDocument }[];
  /** What held before the first date; left out: the edition cannot be asked for an earlier one. */
  readonly before?: string;
}

export interface CheckedDated {
  readonly kind: 'dated';
  readonly layers: readonly { readonly from: CivilDate; readonly value: CheckedValue }[];
  readonly before?: Expression;
  readonly extent: Extent;
}
