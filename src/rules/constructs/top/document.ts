import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/** The sum of the greatest few of the values whose conditions hold; a value below 0 never counts. */
export interface TopDocument {
  readonly kind: 'top';
  readonly top: string;
  readonly cases: readonly { readonly when: string; readonly is: string }[];
}

export interface CheckedTop {
  readonly kind: 'top';
  readonly top: number;
  readonly cases: readonly { readonly when: Expression; readonly is: Expression }[];
  readonly extent: Extent;
}
