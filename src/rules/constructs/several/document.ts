import type { Expression } from '../../formula/index.js';
import type { Extent } from '../contract.js';
import type { Take } from '../section/document.js';

/** Values of the options that a `several` fact holds, put together; 0 if it holds none. */
export interface SeveralDocument {
  readonly kind: 'several';
  /** Id of the fact. */
  readonly of: string;
  readonly take: Take;
  /** Total, or with `otherwise`. */
  readonly options: Readonly<Record<string, string>>;
  readonly otherwise?: string;
}

export interface CheckedSeveral {
  readonly kind: 'several';
  readonly of: string;
  readonly take: Take;
  /** By the index of the option. */
  readonly values: readonly Expression[];
  readonly extent: Extent;
}
