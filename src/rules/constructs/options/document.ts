import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/** One value for each option of a choice: total, or with `otherwise`. */
export interface OptionsDocument {
  readonly kind: 'options';
  readonly of: string;
  readonly options: Readonly<Record<string, string>>;
  readonly otherwise?: string;
}

export interface CheckedOptions {
  readonly kind: 'options';
  readonly of: Expression;
  /** By the index of the option. */
  readonly values: readonly Expression[];
  readonly extent: Extent;
}
