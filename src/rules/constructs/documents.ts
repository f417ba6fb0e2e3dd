import type { SourceNote, Words } from '../words.js';
import type { BandsDocument } from './bands/document.js';
import type { BestOfDocument } from './best_of/document.js';
import type { FormulaDocument } from './formula/document.js';
import type { OptionsDocument } from './options/document.js';
import type { SectionDocument } from './section/document.js';

/** A value in the canonical form of a rule file: one construct. */
export type ValueDocument =
  | FormulaDocument
  | OptionsDocument
  | BandsDocument
  | BestOfDocument
  | SectionDocument;

export type ConstructKind = ValueDocument['kind'];

/** A part of the score in its canonical form. */
export interface PartDocument {
  readonly value: ValueDocument;
  /** False: 0 points. */
  readonly when?: string;
  readonly at_least?: string;
  readonly at_most?: string;
  readonly weight?: string;
  readonly title?: Words;
  readonly source?: SourceNote;
}
