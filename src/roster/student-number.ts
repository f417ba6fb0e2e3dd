import type { CivilDate } from '../value/index.js';
import { dateInDigits } from './calendar-digits.js';
import { checkCharacter } from './check-character.js';
import { cleanIdentifier } from './identifier-text.js';

/** G: formal, holds the resident ID of the day it was given. J: formal, without an ID. L: temporary. */
export const STUDENT_NUMBER_KINDS = ['G', 'J', 'L'] as const;
export type StudentNumberKind = (typeof STUDENT_NUMBER_KINDS)[number];

/** What was normalised; the number is the same. */
export const HARMLESS_NUMBER_FINDINGS = [
  'number.invisible',
  'number.whitespace',
  'number.width',
  'number.apostrophe',
  'number.lowerCase',
] as const;

export const STUDENT_NUMBER_FINDINGS = [
  ...HARMLESS_NUMBER_FINDINGS,
  'number.form',
  'number.checksum',
] as const;
export type StudentNumberFinding = (typeof STUDENT_NUMBER_FINDINGS)[number];

/** How a cell of 全国学籍号 reads. */
export interface StudentNumberReading {
  /** The cell as it was. */
  readonly text: string;
  /** `null` where the cell is blank or has another form. */
  readonly kind: StudentNumberKind | null;
  /** The 19 characters in capitals, with a kind only. */
  readonly number: string | null;
  /** What is left of the cell without white space and width, in capitals; `''` of a blank one. Compared where there is no `number`. */
  readonly compact: string;
  /**
   * The resident ID inside a G number that passes its checksum. It does not follow a later change of the ID,
   * so it is one more key of the student, never a correction of the ID cell.
   */
  readonly residentId: string | null;
  /** Digits 7 to 14 after the letter, where they are a day of the calendar. */
  readonly birth: CivilDate | null;
  readonly findings: readonly StudentNumberFinding[];
}

const FORM = /^([GJL])([0-9]{17}[0-9X])$/;

/** Most lists have no column of student numbers. */
const BLANK: StudentNumberReading = {
  text: '',
  kind: null,
  number: null,
  compact: '',
  residentId: null,
  birth: null,
  findings: [],
};

/**
 * Reads 全国学籍号: 19 characters beginning with G, J or L. What was normalised is named in `findings`; the
 * check character of J numbers is not published and L numbers have none, so only G numbers are checked.
 */
export function readStudentNumber(cell: string): StudentNumberReading {
  if (cell === '') return BLANK;
  const clean = cleanIdentifier(cell);
  const findings: StudentNumberFinding[] = clean.cleaned.map((c): StudentNumberFinding => `number.${c}`);
  const compact = clean.text.toUpperCase();
  if (compact !== clean.text) findings.push('number.lowerCase');
  const match = FORM.exec(compact);
  if (match === null) {
    if (compact !== '') findings.push('number.form');
    return { text: cell, kind: null, number: null, compact, residentId: null, birth: null, findings };
  }
  const kind = match[1] as StudentNumberKind;
  const body = match[2] ?? '';
  const passes = kind === 'G' && checkCharacter(body) === body.charAt(17);
  if (kind === 'G' && !passes) findings.push('number.checksum');
  const birth = dateInDigits(body, 6);
  return {
    text: cell,
    kind,
    number: compact,
    compact,
    residentId: passes && birth !== null ? body : null,
    birth,
    findings,
  };
}
