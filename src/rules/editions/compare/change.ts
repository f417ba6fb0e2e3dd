import type { SourceNote, Words } from '../../words.js';

/** What a change is about, the weightiest first. */
export const BLOCKS = [
  'tiers',
  'floors',
  'scope',
  'amounts',
  'score',
  'categories',
  'calculation',
  'facts',
  'header',
  'words',
] as const;
export type ChangeBlock = (typeof BLOCKS)[number];

/** One thing that two editions do not say alike. */
export interface Change {
  readonly block: ChangeBlock;
  /** As a rule file writes it, `parts` left out: `tiers.general.from`, `score.family.fees.up_to.9500`. */
  readonly path: string;
  /** Titles of the things along the path, outermost first. */
  readonly titles: readonly Words[];
  /**
   * `moved`: the same value stands under another cut, date or condition, and `before` and `after` are those; `reordered`:
   * the same ids stand in another order.
   */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'reordered';
  /** Canonical text; of something with an inside its canonical JSON. */
  readonly before?: string;
  readonly after?: string;
  /** The nearest source on either side. */
  readonly sourceBefore?: SourceNote;
  readonly sourceAfter?: SourceNote;
}
