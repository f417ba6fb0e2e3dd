import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';
import type { Take } from '../section/document.js';

/** The sum, the greatest or the least of the values whose conditions hold; 0 if none does. */
export interface HitsDocument {
  readonly kind: 'hits';
  readonly take: Take;
  readonly cases: readonly { readonly when: string; readonly is: string }[];
}

export interface CheckedHits {
  readonly kind: 'hits';
  readonly take: Take;
  readonly cases: readonly { readonly when: Expression; readonly is: Expression }[];
  readonly extent: Extent;
}
