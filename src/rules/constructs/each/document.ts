import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/** So many points for each of a number. */
export interface EachDocument {
  readonly kind: 'each';
  readonly each: string;
  readonly of: string;
}

export interface CheckedEach {
  readonly kind: 'each';
  readonly each: Expression;
  readonly of: Expression;
  readonly extent: Extent;
}
