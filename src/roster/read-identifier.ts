import type { CivilDate } from '../value/index.js';
import { dateInDigits } from './calendar-digits.js';
import { checkCharacter } from './check-character.js';
import {
  IDENTIFIER_FINDINGS,
  type IdentifierCell,
  type IdentifierSource,
  type ReadingKind,
  type Repair,
} from './identifier.js';
import { bareIdentifier } from './identifier-clean.js';
import { addFindings, addPrefix, addPrefixes, addReading, type Desk } from './identifier-desk.js';
import { isResidencePermit, judgeBirth, judgeId } from './identifier-form.js';
import { readLookalikes } from './lookalikes.js';
import { looksRounded, readWrittenNumber, type WrittenNumber } from './number-text.js';

/** Nobody has been older by a record that is accepted; an ID that says so has a wrong digit. */
export const MAX_AGE = 125;

/** A disability certificate after its ID: class 1–7, level 1–4, and B1, B2 … from the first reissue on. */
const CERTIFICATE_TAIL = /^[1-7][1-4](?:[Bb][0-9])?$/;
/** A foreigner's permanent residence card of before December 2023; nothing in it but its form is checked. */
const OLD_PERMIT = /^[A-Z]{3}[0-9]{12}$/;
const TRAVEL = /^[A-Z]{1,2}[0-9]{7,10}$/;

/**
 * Reads an identifier cell in every way it can be read: resident IDs of 18 and 15 characters, residence permits, G, J
 * and L numbers, disability certificates of 20 and 22 characters, and what spreadsheets leave of them. No step is
 * silent, no reading excludes another, and a division code never makes one invalid. Total: any cell gives a reading.
 *
 * `asOf`: the day no birth date may be after; `null` leaves future dates and ages unchecked.
 */
export function readIdentifier(
  cell: IdentifierSource,
  asOf: CivilDate | null,
  options: { readonly maxAge?: number } = {},
): IdentifierCell {
  const numeric = !('text' in cell);
  const raw = 'text' in cell ? cell.text : cell.number;
  const bared = bareIdentifier(raw);
  const desk: Desk = {
    rules: { asOf, maxAge: options.maxAge ?? MAX_AGE },
    numeric,
    repairs: bared.repairs,
    readings: [],
    findings: new Set(),
  };
  if (numeric) desk.findings.add('id.notText');
  readBare(desk, bared.text);
  return {
    raw,
    numeric,
    readings: desk.readings,
    findings:
      desk.findings.size === 0
        ? NO_FINDINGS
        : IDENTIFIER_FINDINGS.filter((finding) => desk.findings.has(finding)),
  };
}

const NO_FINDINGS: IdentifierCell['findings'] = [];
const NO_REPAIRS: readonly Repair[] = [];

function readBare(desk: Desk, text: string): void {
  if (text === '') {
    addReading(desk, { kind: 'blank', text: '', valid: true, exact: false });
    return;
  }
  // Most cells are an ID as it should be; an exponent and a point are in none.
  const number = desk.numeric || /[.Ee]/.test(text) ? readWrittenNumber(text) : null;
  if (number !== null && (desk.numeric || number.exponent || number.decimals)) {
    readNumber(desk, number, text);
    return;
  }
  for (const reader of READERS) if (reader(desk, text)) return;
  readRest(desk, text);
}

/** A number that was stored as one: the end is not what was typed, so nothing of it is exact. */
function readNumber(desk: Desk, number: WrittenNumber, text: string): void {
  const written: readonly Repair[] = number.digits === text ? [] : ['number'];
  const damaged: Desk = { ...desk, numeric: true, repairs: [...desk.repairs, ...written] };
  if (number.exponent) desk.findings.add('id.scientific');
  if (number.decimals) desk.findings.add('id.decimals');
  if (number.length <= 15 && number.digits.length === number.length) {
    if (!readFifteen(damaged, number.digits)) readRest(damaged, number.digits);
    return;
  }
  addPrefixes(damaged, number);
}

const kindOf = (id: string): ReadingKind => (isResidencePermit(id) ? 'permit' : 'full18');

function readEighteen(desk: Desk, text: string): boolean {
  const id = idOf(text);
  if (id === null) return false;
  addId(desk, kindOf(id.text), id.text, id.repairs);
  return true;
}

interface IdText {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** 18 signs as an ID. Letters are read as 0 and 1 only where the check character then fits. */
function idOf(given: string): IdText | null {
  const read = readLookalikes(given);
  if (read === null) return null;
  if ((read.zero || read.one) && checkCharacter(read.text) !== read.text.charAt(17)) return null;
  if (read.text === given) return { text: given, repairs: NO_REPAIRS };
  const repairs: readonly (Repair | false)[] = [
    given.endsWith('x') && 'lowerX',
    read.x && 'xLookalike',
    read.zero && 'zeroLookalike',
    read.one && 'oneLookalike',
  ];
  return { text: read.text, repairs: repairs.filter((repair) => repair !== false) };
}

function addId(desk: Desk, kind: ReadingKind, id: string, repairs: readonly Repair[]): void {
  const judged = judgeId(id, desk.rules);
  addFindings(desk, judged.findings);
  if (kind === 'permit') desk.findings.add('id.residencePermit');
  const zeros = id.endsWith('000');
  if (zeros) desk.findings.add('id.endsInZeros');
  addReading(desk, { kind, text: id, valid: judged.valid, exact: !zeros, birth: judged.birth, repairs });
  if (zeros || (!judged.valid && looksRounded(id)))
    addPrefixes(desk, { digits: id, length: 18, exponent: false, decimals: false });
}

function readStudentNumberCell(desk: Desk, text: string): boolean {
  const letter = text.charAt(0);
  if (!/^[GJLgjl]$/.test(letter)) return false;
  const body = text.slice(1);
  const capital = letter.toUpperCase();
  const lower: readonly Repair[] = capital === letter ? [] : ['lowerCase'];
  const read = capital === 'G' ? idOf(body) : plainBody(body);
  if (read === null) return false;
  const repairs = [...lower, ...read.repairs];
  desk.findings.add('id.studentNumber');
  if (capital !== 'G') {
    const birth = dateInDigits(read.text, 6);
    const wrong = judgeBirth(birth, desk.rules);
    addFindings(desk, wrong);
    const valid = wrong.length === 0;
    addReading(desk, { kind: 'studentNumber', text: capital + read.text, valid, birth, repairs });
    return true;
  }
  const judged = judgeId(read.text, desk.rules);
  const { valid, birth } = judged;
  addFindings(desk, judged.findings);
  addReading(desk, { kind: 'studentNumber', text: capital + read.text, valid, birth, repairs });
  addReading(desk, { kind: 'alias', text: read.text, valid, birth, repairs: [...repairs, 'studentNumber'] });
  return true;
}

/** J and L numbers have no published checksum, so no look-alike in them can be proved. */
function plainBody(text: string): IdText | null {
  if (!/^[0-9]{17}[0-9Xx]$/.test(text)) return null;
  return { text: text.toUpperCase(), repairs: text.endsWith('x') ? ['lowerX'] : [] };
}

function readCertificate(desk: Desk, text: string): boolean {
  const signs = [...text];
  const tail = signs.slice(18).join('');
  const id = CERTIFICATE_TAIL.test(tail) ? idOf(signs.slice(0, 18).join('')) : null;
  if (id === null) return false;
  const lower: readonly Repair[] = /b/.test(tail) ? ['lowerCase'] : [];
  const { valid, birth } = judgeId(id.text, desk.rules);
  addId(desk, kindOf(id.text), id.text, [...id.repairs, 'disabilityCertificate']);
  addReading(desk, {
    kind: 'certificate',
    text: id.text + tail.toUpperCase(),
    valid,
    birth,
    repairs: [...id.repairs, ...lower],
  });
  return true;
}

/**
 * 15 digits are an ID of the last century or the first fifteen of a longer one. Where digits 7 and 8 are 19 or 20
 * nobody can tell, and a child born in 2011 would pass for someone born in 1920: then it is not exact.
 */
function readFifteen(desk: Desk, text: string): boolean {
  if (!/^[0-9]{15}$/.test(text)) return false;
  const long = `${text.slice(0, 6)}19${text.slice(6)}`;
  const old = dateInDigits(long, 6) !== null;
  const maybeCut = dateInDigits(text, 6) !== null;
  if (maybeCut) desk.findings.add('id.maybeCut');
  if (old) {
    const id = long + checkCharacter(long);
    const judged = judgeId(id, desk.rules);
    addFindings(desk, judged.findings);
    const { valid, birth } = judged;
    addReading(desk, {
      kind: 'full18',
      text: id,
      valid,
      exact: !maybeCut,
      birth,
      repairs: ['fifteenDigits'],
    });
  }
  if (maybeCut) addPrefix(desk, text, ['cut']);
  if (!old && !maybeCut) {
    desk.findings.add('id.birthDate');
    addReading(desk, { kind: 'len', text, valid: false });
  }
  return true;
}

function readLetters(desk: Desk, text: string): boolean {
  const capitals = text.toUpperCase();
  const repairs: readonly Repair[] = capitals === text ? [] : ['lowerCase'];
  if (OLD_PERMIT.test(capitals)) {
    desk.findings.add('id.residencePermit');
    addReading(desk, { kind: 'permit', text: capitals, valid: true, exact: false, repairs });
    return true;
  }
  if (TRAVEL.test(capitals)) {
    desk.findings.add('id.travelDocument');
    addReading(desk, { kind: 'travel', text: capitals, valid: true, exact: false, repairs });
    return true;
  }
  return false;
}

const READERS = [readEighteen, readStudentNumberCell, readCertificate, readFifteen, readLetters];

/** Digits of another length: some are missing, or too many. Anything else is kept to be compared as it is. */
function readRest(desk: Desk, text: string): void {
  const capitals = text.toUpperCase();
  const repairs: readonly Repair[] = capitals === text ? [] : ['lowerCase'];
  if (!/^[0-9]+[0-9X]?$/.test(capitals)) {
    desk.findings.add('id.characters');
    addReading(desk, { kind: 'other', text: capitals, valid: false, repairs });
    return;
  }
  desk.findings.add('id.length');
  const cut = /^[0-9]{14,17}$/.test(capitals) && dateInDigits(capitals, 6) !== null;
  addReading(desk, {
    kind: 'len',
    text: capitals,
    valid: false,
    birth: cut ? dateInDigits(capitals, 6) : null,
    repairs,
  });
  if (cut) addPrefix(desk, capitals, ['cut']);
}
