import { type CivilDate, civilDate, compareDates } from '../value/index.js';
import { checkCharacter } from './check-character.js';
import { cleanIdentifier } from './identifier-text.js';
import { readStudentNumber } from './student-number.js';

/** What was normalised; the identifier is the same. */
export const HARMLESS_ID_FINDINGS = [
  'id.invisible',
  'id.whitespace',
  'id.width',
  'id.apostrophe',
  'id.lowerX',
  'id.xLookalike',
  'id.fifteenDigits',
  'id.disabilityCertificate',
  'id.studentNumber',
] as const;

export const ID_FINDINGS = [
  ...HARMLESS_ID_FINDINGS,
  // What makes the digits uncertain.
  'id.notText',
  'id.scientific',
  'id.decimals',
  'id.endsInZeros',
  'id.maybeCut',
  // What is wrong.
  'id.characters',
  'id.length',
  'id.checksum',
  'id.birthDate',
  'id.bornAfterAsOf',
] as const;
export type IdFinding = (typeof ID_FINDINGS)[number];

export type IdForm =
  | 'blank'
  | 'eighteen'
  | 'fifteen'
  | 'disabilityCertificate'
  | 'studentNumber'
  | 'damaged'
  | 'unreadable';

/**
 * How an identity cell reads. Nothing is repaired silently: every step from the cell to `id` is a finding, and
 * digits that a spreadsheet may have changed are never `trusted`.
 */
export interface ResidentIdReading {
  /** The cell as it was. */
  readonly text: string;
  readonly form: IdForm;
  /** 18 characters, the last a digit or a capital X, where the cell has that many; whether they are right is `valid`. */
  readonly id: string | null;
  /** The check character fits, the birth date is a day of the calendar and, where asked, not after `asOf`. */
  readonly valid: boolean;
  /** A spreadsheet may have changed or cut the digits. */
  readonly damaged: boolean;
  /** `valid` and not `damaged`: an exact match may rest on it. */
  readonly trusted: boolean;
  /** The birth date that the intact digits give, even where the rest is wrong. */
  readonly birth: CivilDate | null;
  /** The cell held a 全国学籍号; its 19 characters. */
  readonly studentNumber: string | null;
  /** What is left of the cell without white space and width, in capitals; `''` of a blank one. Compared where there is no `id`. */
  readonly compact: string;
  readonly findings: readonly IdFinding[];
}

export interface IdOptions {
  /** The day a birth date must not be after. Left out: not checked. */
  readonly asOf?: CivilDate;
  /** The cell was a number or a formula, whose digits beyond the fifteenth cannot be trusted. */
  readonly notText?: boolean;
}

const EIGHTEEN = /^[0-9]{17}[0-9X]$/;
const SCIENTIFIC = /^([0-9])(?:\.([0-9]+))?[Ee]\+?[0-9]{1,3}$/;
const WITH_DECIMALS = /^([0-9]{15,18})\.0+$/;
/** Class 1–7 and level 1–4 after the ID; from the first reissue on B1, B2 … follow. */
const CERTIFICATE_TAIL = /^[1-7][1-4](?:[Bb][0-9])?$/;
/** What people type for the X at the end. A check character that fits proves that X was meant. */
const X_LOOKALIKES = '×✕✖╳⨯ХхΧχⅩⅹ*';

/** The 18 characters with a capital X at the end, or `null` where they are not 17 digits and such a sign. */
function eighteen(text: string, findings: IdFinding[]): string | null {
  const last = text.slice(17);
  let id = text;
  if (last === 'x') {
    id = `${text.slice(0, 17)}X`;
    if (EIGHTEEN.test(id)) findings.push('id.lowerX');
  } else if (last.length === 1 && X_LOOKALIKES.includes(last)) {
    id = `${text.slice(0, 17)}X`;
    if (EIGHTEEN.test(id)) findings.push('id.xLookalike');
  }
  return EIGHTEEN.test(id) ? id : null;
}

const dateAt = (digits: string, at: number): CivilDate | null =>
  /^[0-9]{8}$/.test(digits.slice(at, at + 8))
    ? civilDate(
        Number(digits.slice(at, at + 4)),
        Number(digits.slice(at + 4, at + 6)),
        Number(digits.slice(at + 6, at + 8)),
      )
    : null;

/**
 * Reads an identity cell: resident ID (GB 11643) of 18 characters or the 15 of before 2000, residence permits of
 * Hong Kong, Macau and Taiwan residents (81/82/83 0000) and of foreigners (9…), which share form and checksum,
 * disability certificates of 20 or 22 characters, and 全国学籍号. Division codes are never judged: they are
 * revoked and renamed, and a person's first one stays. Total: any text gives a reading.
 */
export function readResidentId(cell: string, options: IdOptions = {}): ResidentIdReading {
  const clean = cleanIdentifier(cell);
  const findings: IdFinding[] = clean.cleaned.map((c): IdFinding => `id.${c}`);
  const text = clean.text;
  const compact = text.toUpperCase();
  if (text === '') return unread(cell, 'blank', '', findings);

  let damaged = options.notText === true;
  if (damaged) findings.push('id.notText');

  const scientific = SCIENTIFIC.exec(text);
  if (scientific !== null) {
    findings.push('id.scientific');
    const digits = (scientific[1] ?? '') + (scientific[2] ?? '');
    return unread(cell, 'damaged', compact, findings, dateAt(digits, 6));
  }
  const decimals = WITH_DECIMALS.exec(text);
  if (decimals !== null) {
    findings.push('id.decimals');
    damaged = true;
  }
  const body = decimals?.[1] ?? text;

  if (/^[GJLgjl]/.test(body)) {
    const number = readStudentNumber(body);
    if (number.number !== null) {
      findings.push('id.studentNumber');
      if (number.findings.includes('number.lowerCase')) findings.push('id.lowerX');
      if (number.kind !== 'G') {
        return {
          ...unread(cell, 'studentNumber', compact, findings, number.birth),
          studentNumber: number.number,
        };
      }
      const id = number.number.slice(1);
      return {
        ...judged(cell, 'studentNumber', id, compact, damaged, findings, options.asOf),
        studentNumber: number.number,
      };
    }
  }

  if (/^[0-9]{15}$/.test(body)) return fifteen(cell, body, compact, damaged, findings, options.asOf);

  const certificate = body.length > 18 && CERTIFICATE_TAIL.test(body.slice(18));
  const id = eighteen(certificate ? body.slice(0, 18) : body, findings);
  if (id === null) {
    const digitsOnly = /^[0-9]+[0-9Xx]$/.test(body);
    findings.push(digitsOnly ? 'id.length' : 'id.characters');
    // An 18-digit number that lost its end still shows the birth date; one that lost a digit within does not.
    const birth = /^[0-9]{14,17}$/.test(body) ? dateAt(body, 6) : null;
    return unread(cell, 'unreadable', compact, findings, birth);
  }
  if (certificate) {
    findings.push('id.disabilityCertificate');
    return judged(cell, 'disabilityCertificate', id, compact, damaged, findings, options.asOf);
  }
  if (id.endsWith('000')) {
    findings.push('id.endsInZeros');
    damaged = true;
  }
  return judged(cell, 'eighteen', id, compact, damaged, findings, options.asOf);
}

/**
 * 15 digits are an ID of the last century, or the first fifteen digits of a longer one: where digits 7 and 8
 * are 19 or 20 nobody can tell, and a child born in 2011 would pass for someone born in 1920.
 */
function fifteen(
  cell: string,
  digits: string,
  compact: string,
  damaged: boolean,
  findings: IdFinding[],
  asOf: CivilDate | undefined,
): ResidentIdReading {
  const long = `${digits.slice(0, 6)}19${digits.slice(6)}`;
  const cut = dateAt(digits, 6);
  if (dateAt(long, 6) === null) {
    findings.push(cut === null ? 'id.birthDate' : 'id.maybeCut');
    return unread(cell, cut === null ? 'unreadable' : 'damaged', compact, findings, cut);
  }
  findings.push('id.fifteenDigits');
  const maybeCut = digits.slice(6, 8) === '19' || digits.slice(6, 8) === '20';
  if (maybeCut) findings.push('id.maybeCut');
  const reading = judged(
    cell,
    'fifteen',
    long + checkCharacter(long),
    compact,
    damaged || maybeCut,
    findings,
    asOf,
  );
  return maybeCut && cut !== null ? { ...reading, birth: cut } : reading;
}

function judged(
  text: string,
  form: IdForm,
  id: string,
  compact: string,
  damaged: boolean,
  findings: IdFinding[],
  asOf: CivilDate | undefined,
): ResidentIdReading {
  const passes = checkCharacter(id) === id.charAt(17);
  if (!passes) findings.push('id.checksum');
  const birth = dateAt(id, 6);
  if (birth === null) findings.push('id.birthDate');
  const future = birth !== null && asOf !== undefined && compareDates(birth, asOf) > 0;
  if (future) findings.push('id.bornAfterAsOf');
  const valid = passes && birth !== null && !future;
  return {
    text,
    form,
    id,
    valid,
    damaged,
    trusted: valid && !damaged,
    birth,
    studentNumber: null,
    compact,
    findings,
  };
}

function unread(
  text: string,
  form: IdForm,
  compact: string,
  findings: readonly IdFinding[],
  birth: CivilDate | null = null,
): ResidentIdReading {
  return {
    text,
    form,
    id: null,
    valid: false,
    damaged: form === 'damaged',
    trusted: false,
    birth,
    studentNumber: null,
    compact,
    findings,
  };
}
