import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/** The greatest value among the conditions that hold, 0 if none does: of dominating options only the strongest counts. */
export interface BestOfDocument {
  readonly kind: 'best_of';
  readonly cases: readonly { readonly when: string; readonly is: string }[];
}

export interface CheckedBestOf {
  readonly kind: 'best_of';
  readonly cases: readonly { readonly when: Expression; readonly is: Expression }[];
  readonly extent: Extent;
}
