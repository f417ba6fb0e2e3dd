import { hasKnownProvince } from './division.js';
import { type Cleaning, cleanIdentifier } from './identifier-text.js';

/** The kinds of school that the first two digits say. */
export const SCHOOL_CATEGORIES = {
  '11': 'kindergarten',
  '21': 'primary',
  '31': 'junior',
  '34': 'senior',
  '36': 'vocational',
  '37': 'workStudy',
  '41': 'higher',
  '51': 'special',
} as const;
export type SchoolCategory = (typeof SCHOOL_CATEGORIES)[keyof typeof SCHOOL_CATEGORIES];

export const SCHOOL_CODE_FINDINGS = [
  'school.invisible',
  'school.whitespace',
  'school.width',
  'school.apostrophe',
  'school.form',
  'school.category',
  'school.province',
] as const;
export type SchoolCodeFinding = (typeof SCHOOL_CODE_FINDINGS)[number];

/** How a cell of 学校（机构）标识码 reads: 2 digits of category, 2 of the province, 6 of serial number. */
export interface SchoolCodeReading {
  /** The cell as it was. */
  readonly text: string;
  /** The 10 digits, where the cell has that many. */
  readonly code: string | null;
  /** `null`: a category that is not in `SCHOOL_CATEGORIES`. There are more than those. */
  readonly category: SchoolCategory | null;
  /** Digits 3 and 4. */
  readonly province: string | null;
  readonly serial: string | null;
  readonly findings: readonly SchoolCodeFinding[];
}

const isCategory = (digits: string): digits is keyof typeof SCHOOL_CATEGORIES =>
  Object.hasOwn(SCHOOL_CATEGORIES, digits);

/**
 * Reads a school code. It stays when a school is renamed and changes when its category does. An unknown category or
 * province is a finding; the code is compared all the same. Total: any text gives a reading.
 */
export function readSchoolCode(cell: string): SchoolCodeReading {
  const clean = cleanIdentifier(cell);
  const findings: SchoolCodeFinding[] = clean.cleaned.map((c: Cleaning): SchoolCodeFinding => `school.${c}`);
  if (!/^[0-9]{10}$/.test(clean.text)) {
    if (clean.text !== '') findings.push('school.form');
    return { text: cell, code: null, category: null, province: null, serial: null, findings };
  }
  const code = clean.text;
  const category = code.slice(0, 2);
  const province = code.slice(2, 4);
  if (!isCategory(category)) findings.push('school.category');
  if (!hasKnownProvince(province)) findings.push('school.province');
  return {
    text: cell,
    code,
    category: isCategory(category) ? SCHOOL_CATEGORIES[category] : null,
    province,
    serial: code.slice(4),
    findings,
  };
}
