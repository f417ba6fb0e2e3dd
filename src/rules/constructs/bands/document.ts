import type { Exact } from '../../../value/index.js';
import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/** `below` excludes its cut, `up_to` and `from` include it; `from` counts from above. */
export type Edge = 'below' | 'up_to' | 'from';

/** Values by where a number lies, written by where each band ends: a gap or an overlap cannot be written. */
export interface BandsDocument {
  readonly kind: 'bands';
  readonly of: string;
  /** In the order in which they are tried: rising cuts, or falling ones with `from`. */
  readonly bands: readonly { readonly edge: Edge; readonly cut: string; readonly is: string }[];
  readonly otherwise: string;
}

export interface CheckedBands {
  readonly kind: 'bands';
  readonly of: Expression;
  readonly bands: readonly { readonly edge: Edge; readonly cut: Exact; readonly is: Expression }[];
  readonly otherwise: Expression;
  readonly extent: Extent;
}
