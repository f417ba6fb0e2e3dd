import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/** A formula, or a plain number as the shortest one. */
export interface FormulaDocument {
  readonly kind: 'formula';
  readonly is: string;
}

export interface CheckedFormula {
  readonly kind: 'formula';
  readonly is: Expression;
  readonly extent: Extent;
}
