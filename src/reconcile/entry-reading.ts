import {
  type IdentifierCell,
  isIdKey,
  type NameForms,
  nameForms,
  type Reading,
  readIdentifier,
  readStudentNumber,
  type StudentNumberReading,
} from '../roster/index.js';
import { type CivilDate, formatCivilDate } from '../value/index.js';

/**
 * What a key was read from: the identity cell, an ID inside a G number (as it was on the day of the number), or a
 * student number.
 */
export type KeyKind = 'id' | 'alias' | 'number';

/** A text by which a row can be found, and whether an automatic match may rest on it. */
export interface Key {
  readonly key: string;
  readonly kind: KeyKind;
  readonly sure: boolean;
}

/** What a row's numbers say about who it is. */
export interface NumbersReading {
  readonly id: IdentifierCell;
  readonly number: StudentNumberReading;
  /** The one ID that everything may rest on, of the identity cell; `null` where there is none or more than one. */
  readonly own: Reading | null;
  readonly keys: readonly Key[];
  /** Birth dates that its numbers give, `YYYY-MM-DD`. */
  readonly births: readonly string[];
  /** Neither an ID nor a student number can be made out. */
  readonly unnumbered: boolean;
}

/** What a row says about who it is; the same reading for list entries and roster rows. */
export interface IdentityReading extends NumbersReading {
  readonly name: NameForms;
  /** Neither a name nor an ID nor a student number can be made out. */
  readonly empty: boolean;
}

interface NumberCells {
  readonly id: string;
  readonly studentNumber: string;
  readonly idNotText?: boolean;
}

/** Shorter texts in an identifier column (`无`, `1`) identify nobody. */
const LEAST_TEXT = 8;

const worthComparing = (text: string): boolean => text.length >= LEAST_TEXT && /[0-9]/.test(text);

/** A beginning shorter than a division code says nothing. */
const LEAST_PREFIX = 6;

/** Reads name, ID and 学籍号 cells; see {@link readNumbers}. */
export function readIdentity(
  row: NumberCells & { readonly name: string },
  asOf: CivilDate | undefined,
): IdentityReading {
  const name = nameForms(row.name);
  const { id, number, own, keys, births, unnumbered } = readNumbers(row, asOf);
  return { name, id, number, own, keys, births, unnumbered, empty: unnumbered && !name.readable };
}

/**
 * Reads ID and 学籍号 cells. A G number gives a second ID: that of the day it was given. A 学籍号 in the ID cell counts
 * where the column of student numbers is blank.
 */
export function readNumbers(row: NumberCells, asOf: CivilDate | undefined): NumbersReading {
  const id = readIdentifier(row.idNotText === true ? { number: row.id } : { text: row.id }, asOf ?? null);
  const ownNumber = readStudentNumber(row.studentNumber);
  const inIdCell = id.readings.find((reading) => reading.kind === 'studentNumber');
  const number =
    ownNumber.compact === '' && inIdCell !== undefined ? readStudentNumber(inIdCell.text) : ownNumber;

  const keys: Key[] = [];
  const add = (kind: KeyKind, key: string, sure: boolean): void => {
    const at = keys.findIndex((k) => k.key === key && k.kind === kind);
    if (at < 0) keys.push({ key, kind, sure });
    else if (sure) keys[at] = { key, kind, sure };
  };
  for (const reading of id.readings) {
    if (reading.kind === 'alias') add('alias', reading.text, reading.exact);
    else if (isIdKey(reading)) add('id', reading.text, reading.exact);
    else if (isText(reading)) add('id', reading.text, false);
  }
  if (number.number !== null) add('number', number.number, true);
  else if (worthComparing(number.compact)) add('number', number.compact, false);
  if (number.residentId !== null) add('alias', number.residentId, true);

  const births: string[] = [];
  for (const date of [...id.readings.map((reading) => reading.birth), number.birth]) {
    const text = date === null ? '' : formatCivilDate(date);
    if (text !== '' && !births.includes(text)) births.push(text);
  }
  const exact = id.readings.filter((reading) => reading.exact && isIdKey(reading));

  return {
    id,
    number,
    own: exact.length === 1 ? exact[0]! : null,
    keys,
    births,
    unnumbered: number.number === null && !id.readings.some(isLegible),
  };
}

/** Texts of no known form are compared as they are: the same slip may stand on both sides. */
const isText = ({ kind, text }: Reading): boolean =>
  (kind === 'len' || kind === 'other' || kind === 'travel' || kind === 'permit') && worthComparing(text);

/** A reading that says something: a number of any known form, whole or cut. */
function isLegible(reading: Reading): boolean {
  const { kind, text, birth } = reading;
  if (isIdKey(reading) || kind === 'studentNumber' || birth !== null) return true;
  return kind === 'prefix' ? text.length >= LEAST_PREFIX : worthComparing(text);
}
