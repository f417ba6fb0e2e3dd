import type { CivilDate } from '../value/index.js';
import { dateInDigits } from './calendar-digits.js';
import type { IdentifierFinding, Reading, ReadingKind, Repair } from './identifier.js';
import { type IdentifierRules, judgeBirth } from './identifier-form.js';
import { possiblePrefixes, type WrittenNumber } from './number-text.js';

/** What a repair is called as a finding; a step that is not here belongs to a finding of its own. */
const FINDING_OF: Partial<Readonly<Record<Repair, IdentifierFinding>>> = {
  invisible: 'id.invisible',
  whitespace: 'id.whitespace',
  width: 'id.width',
  apostrophe: 'id.apostrophe',
  label: 'id.label',
  separator: 'id.separator',
  lowerCase: 'id.lowerCase',
  lowerX: 'id.lowerX',
  xLookalike: 'id.xLookalike',
  zeroLookalike: 'id.zeroLookalike',
  oneLookalike: 'id.oneLookalike',
  fifteenDigits: 'id.fifteenDigits',
  studentNumber: 'id.studentNumber',
  disabilityCertificate: 'id.disabilityCertificate',
};

const NONE: readonly Repair[] = [];

/** Where the readings of one cell are collected. */
export interface Desk {
  readonly rules: IdentifierRules;
  readonly numeric: boolean;
  readonly repairs: readonly Repair[];
  readonly readings: Reading[];
  readonly findings: Set<IdentifierFinding>;
}

/** A reading as it is found; the repairs of the cell come before its own. */
export interface FoundReading {
  readonly kind: ReadingKind;
  readonly text: string;
  readonly valid: boolean;
  readonly exact?: boolean;
  readonly birth?: CivilDate | null;
  readonly repairs?: readonly Repair[];
}

/** Adds a reading, unless there is one of equal kind and text, and names its repairs. */
export function addReading(desk: Desk, facts: FoundReading): void {
  const { kind, text, valid } = facts;
  if (desk.readings.some((r) => r.kind === kind && r.text === text)) return;
  const own = facts.repairs ?? NONE;
  // Most cells are as they should be, and a million of them are read.
  const repairs =
    own.length === 0 ? desk.repairs : desk.repairs.length === 0 ? own : [...desk.repairs, ...own];
  for (const repair of repairs) {
    const finding = FINDING_OF[repair];
    if (finding !== undefined) desk.findings.add(finding);
  }
  const exact = valid && !desk.numeric && (facts.exact ?? true);
  desk.readings.push({ kind, text, valid, exact, birth: facts.birth ?? null, repairs });
}

export function addFindings(desk: Desk, findings: readonly IdentifierFinding[]): void {
  for (const finding of findings) desk.findings.add(finding);
}

/** The beginnings that a number can have had before a spreadsheet changed it. */
export function addPrefixes(desk: Desk, number: WrittenNumber): void {
  possiblePrefixes(number).forEach((prefix, i) => {
    addPrefix(desk, prefix, i === 0 ? ['cut'] : ['cut', 'rounding']);
  });
}

/** The beginning of an ID. With fewer than 14 digits there is no whole birth date to check. */
export function addPrefix(desk: Desk, text: string, repairs: readonly Repair[]): void {
  const birth = dateInDigits(text, 6);
  const valid = text.length < 14 || judgeBirth(birth, desk.rules).length === 0;
  addReading(desk, { kind: 'prefix', text, valid, exact: false, birth, repairs });
}
