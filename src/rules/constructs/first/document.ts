import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/** The value of the first condition that holds, by the order of the file; else `otherwise`. */
export interface FirstDocument {
  readonly kind: 'first';
  readonly cases: readonly { readonly when: string; readonly is: string }[];
  readonly otherwise: string;
}

export interface CheckedFirst {
  readonly kind: 'first';
  readonly cases: readonly { readonly when: Expression; readonly is: Expression }[];
  readonly otherwise: Expression;
  readonly extent: Extent;
}
