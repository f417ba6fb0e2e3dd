import type { Expression, SpanUnit } from '../../formula/index.js';
import type { Extent } from '../contract.js';

/**
 * Values by how long ago an event was: `up_to: 1 year` holds while `as_of` is not after the event moved by a year,
 * `below` while it is before it. No event: `otherwise`.
 */
export interface RecentDocument {
  readonly kind: 'recent';
  readonly of: string;
  /** Rising spans. */
  readonly bands: readonly { readonly edge: 'up_to' | 'below'; readonly span: string; readonly is: string }[];
  readonly otherwise: string;
}

export interface CheckedRecent {
  readonly kind: 'recent';
  /** A date, or none. */
  readonly of: Expression;
  readonly bands: readonly {
    readonly edge: 'up_to' | 'below';
    readonly span: { readonly count: number; readonly unit: SpanUnit };
    readonly is: Expression;
  }[];
  readonly otherwise: Expression;
  readonly extent: Extent;
}
