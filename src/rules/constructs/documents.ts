import type { EvidenceNeed } from '../document.js';
import type { SourceNote, Words } from '../words.js';
import type { BandsDocument } from './bands/document.js';
import type { CategoriesDocument } from './categories/document.js';
import type { DatedDocument } from './dated/document.js';
import type { DiscretionDocument } from './discretion/document.js';
import type { EachDocument } from './each/document.js';
import type { FirstDocument } from './first/document.js';
import type { FormulaDocument } from './formula/document.js';
import type { HitsDocument } from './hits/document.js';
import type { OptionsDocument } from './options/document.js';
import type { RecentDocument } from './recent/document.js';
import type { SectionDocument } from './section/document.js';
import type { SeveralDocument } from './several/document.js';
import type { TopDocument } from './top/document.js';

/** A value in the canonical form of a rule file: one construct. */
export type ValueDocument =
  | FormulaDocument
  | OptionsDocument
  | BandsDocument
  | HitsDocument
  | TopDocument
  | FirstDocument
  | DatedDocument
  | SectionDocument
  | SeveralDocument
  | EachDocument
  | RecentDocument
  | CategoriesDocument
  | DiscretionDocument;

export type ConstructKind = ValueDocument['kind'];

/** A part of the score in its canonical form. */
export interface PartDocument {
  readonly value: ValueDocument;
  /** False: 0 points. */
  readonly when?: string;
  readonly at_least?: string;
  readonly at_most?: string;
  readonly weight?: string;
  /** After the weight: the step and the named rounding, where points would stay a quotient or too fine. */
  readonly round?: { readonly step: string; readonly mode: string };
  readonly evidence?: EvidenceNeed;
  readonly title?: Words;
  readonly source?: SourceNote;
}
