import type { Exact } from '../../../value/index.js';
import type { Extent } from '../contract.js';
import type { Take } from '../section/document.js';

/** Points of the categories to which a student belongs: the best, or their sum; 0 if none. */
export interface CategoriesDocument {
  readonly kind: 'categories';
  readonly take: Take;
  /** Only these; left out: all that have points. */
  readonly only?: readonly string[];
}

export interface CheckedCategories {
  readonly kind: 'categories';
  readonly take: Take;
  readonly points: readonly (readonly [id: string, points: Exact])[];
  readonly extent: Extent;
}
