import type { CivilDate } from '../value/index.js';

/** A cell as the file holds it: its text, or the text of a number (`"990102201403052160"`, `"9.90102201403052E+17"`). */
export type IdentifierSource = { readonly text: string } | { readonly number: string };

/**
 * What one reading of a cell is.
 *
 * - `full18`: 18 characters in the form of a resident ID (GB 11643); 15 digits of before 2000 are extended to it.
 * - `permit`: the same form on a residence permit of Hong Kong, Macau and Taiwan residents (81, 82, 83 0000) or a
 *   foreigner's permanent residence card (9…); or such a card of before December 2023, 3 letters and 12 digits.
 * - `alias`: the resident ID inside a G number, as it was when the number was given. One more key of the same child,
 *   never a correction of the ID.
 * - `studentNumber`: 全国学籍号, 19 characters beginning with G, J or L.
 * - `certificate`: a disability certificate of 20 or 22 characters. The ID within is a reading of its own.
 * - `prefix`: the first digits of an ID whose end a spreadsheet has cut or rounded.
 * - `len`: digits of a length that no identifier has: some are missing or too many.
 * - `travel`: the form of a passport or travel permit; nothing in it can be checked.
 * - `other`: anything else.
 * - `blank`: nothing is left of the cell.
 */
export const READING_KINDS = [
  'full18',
  'permit',
  'alias',
  'studentNumber',
  'certificate',
  'prefix',
  'len',
  'travel',
  'other',
  'blank',
] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** What was done to the cell to come to a reading, in the order of the steps. An identifier is never changed without one. */
export const REPAIRS = [
  'invisible',
  'whitespace',
  'width',
  'apostrophe',
  /** A label before or behind it (`身份证号：`) was taken off. */
  'label',
  /** Hyphens or spaces between groups were taken off. */
  'separator',
  'lowerCase',
  /** A small x stood at the last place. */
  'lowerX',
  /** A sign that looks like X stood at the last place. */
  'xLookalike',
  /** A letter or circle was read as 0, and the check character then fits. */
  'zeroLookalike',
  /** A letter or stroke was read as 1, and the check character then fits. */
  'oneLookalike',
  /** 15 digits were extended to 18 by the century and the check character. */
  'fifteenDigits',
  /** The letter of a G number was taken off. */
  'studentNumber',
  /** Class and level of a disability certificate were taken off. */
  'disabilityCertificate',
  /** The digits of a number were written out, without exponent, decimals and leading zeros. */
  'number',
  /** Digits that a spreadsheet may have changed were taken off. */
  'cut',
  /** The last digit that is left was lowered or raised by 1, because the number was rounded. */
  'rounding',
] as const;
export type Repair = (typeof REPAIRS)[number];

/** One way to read a cell. A cell has a set of them, and none excludes another. */
export interface Reading {
  readonly kind: ReadingKind;
  /** The characters to compare: capitals, no white space. `''` of a blank cell. The length of a prefix is `text.length`. */
  readonly text: string;
  /**
   * All that can be checked of this kind holds: form, check character, a birth date of the calendar, not after the
   * as-of day and not too long before it. A division code is never checked. Always `false` of `len` and `other`.
   */
  readonly valid: boolean;
  /** `valid`, and no digit can have been changed by a spreadsheet: an automatic match may rest on it. */
  readonly exact: boolean;
  /** The birth date that the intact digits give, even where the check character does not fit. */
  readonly birth: CivilDate | null;
  readonly repairs: readonly Repair[];
}

/** How an identifier cell reads. */
export interface IdentifierCell {
  /** The cell as it was. */
  readonly raw: string;
  /** The cell was a number. Its digits beyond the fifteenth are not those that were typed. */
  readonly numeric: boolean;
  /**
   * Every reading, the likeliest first, no two with equal kind and text; never empty. If one thing happened to an ID on
   * its way into the cell that loses no digit, one of them is that ID; if a spreadsheet took its end, one of them is its
   * beginning.
   */
  readonly readings: readonly Reading[];
  /** Each at most once, in the order of `IDENTIFIER_FINDINGS`. */
  readonly findings: readonly IdentifierFinding[];
}

/** What can be said of an identifier cell. */
export const IDENTIFIER_FINDINGS = [
  // The identifier is the same.
  'id.invisible',
  'id.whitespace',
  'id.width',
  'id.apostrophe',
  'id.label',
  'id.separator',
  'id.lowerCase',
  'id.lowerX',
  'id.xLookalike',
  'id.zeroLookalike',
  'id.oneLookalike',
  'id.fifteenDigits',
  'id.disabilityCertificate',
  'id.studentNumber',
  'id.residencePermit',
  'id.travelDocument',
  // The digits are uncertain.
  'id.notText',
  'id.scientific',
  'id.decimals',
  'id.endsInZeros',
  'id.maybeCut',
  // Something is wrong.
  'id.characters',
  'id.length',
  'id.checksum',
  'id.birthDate',
  'id.bornAfterAsOf',
  'id.tooOld',
  // Something is odd; it never makes an identifier invalid.
  'id.divisionUnknown',
  'id.divisionNotInForce',
] as const;
export type IdentifierFinding = (typeof IDENTIFIER_FINDINGS)[number];

/** The kinds whose `text` of 18 characters is compared with resident IDs. */
const COMPARED_AS_ID: ReadonlySet<ReadingKind> = new Set(['full18', 'permit', 'alias']);

/** Whether the text of a reading is 18 characters to be looked up among the IDs and alias IDs of a roster. */
export function isIdKey(reading: Reading): boolean {
  return reading.text.length === 18 && COMPARED_AS_ID.has(reading.kind);
}
