import type { CheckedPart } from '../checked.js';
import type { Extent } from '../contract.js';
import type { PartDocument } from '../documents.js';

export type Take = 'sum' | 'best' | 'least';

/** Parts put together: their sum, the best or the least of them. Its bounds and weight stand on the part that holds it. */
export interface SectionDocument {
  readonly kind: 'section';
  readonly take: Take;
  readonly parts: Readonly<Record<string, PartDocument>>;
}

export interface CheckedSection {
  readonly kind: 'section';
  readonly take: Take;
  /** In the order of their ids. */
  readonly parts: readonly CheckedPart[];
  readonly extent: Extent;
}
