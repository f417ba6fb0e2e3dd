import {
  type IdentifierCell,
  isIdKey,
  type NameForms,
  type NameKey,
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

/** A row's numbers, and of its name what an exact match rests on. */
export interface NamedNumbers extends NumbersReading {
  readonly name: NameKey;
}

/** What a row says about who it is; the same reading for list entries and roster rows. */
export interface IdentityReading extends NamedNumbers {
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
  return identityOf(readNumbers(row, asOf), nameForms(row.name));
}

/** Numbers and name as one reading. */
export const identityOf = (
  { id, number, own, keys, births, unnumbered }: NumbersReading,
  name: NameForms,
): IdentityReading => ({
  name,
  id,
  number,
  own,
  keys,
  births,
  unnumbered,
  empty: unnumbered && !name.readable,
});

/** The same of as much of the name as an exact match rests on. */
export const namedNumbersOf = (
  { id, number, own, keys, births, unnumbered }: NumbersReading,
  name: NameKey,
): NamedNumbers => ({ name, id, number, own, keys, births, unnumbered });

/**
 * Reads ID and 学籍号 cells. A G number gives a second ID: that of the day it was given. A 学籍号 in the ID cell counts
 * where the column of student numbers is blank.
 */
export function readNumbers(row: NumberCells, asOf: CivilDate | undefined): NumbersReading {
  const id = readIdentifier(row.idNotText === true ? { number: row.id } : { text: row.id }, asOf ?? null);
  let number = readStudentNumber(row.studentNumber);
  if (number.compact === '') {
    const inIdCell = id.readings.find((reading) => reading.kind === 'studentNumber');
    if (inIdCell !== undefined) number = readStudentNumber(inIdCell.text);
  }

  // Of a city a million rows are read, so this makes no more than it gives back.
  const keys: Key[] = [];
  const births: string[] = [];
  let own: Reading | null = null;
  let owns = 0;
  let legible = false;
  for (const reading of id.readings) {
    if (reading.kind === 'alias') addKey(keys, 'alias', reading.text, reading.exact);
    else if (isIdKey(reading)) addKey(keys, 'id', reading.text, reading.exact);
    else if (isText(reading)) addKey(keys, 'id', reading.text, false);
    addBirth(births, reading.birth);
    legible ||= isLegible(reading);
    if (reading.exact && isIdKey(reading)) {
      own = reading;
      owns += 1;
    }
  }
  if (number.number !== null) addKey(keys, 'number', number.number, true);
  else if (worthComparing(number.compact)) addKey(keys, 'number', number.compact, false);
  if (number.residentId !== null) addKey(keys, 'alias', number.residentId, true);
  addBirth(births, number.birth);
  return {
    id,
    number,
    own: owns === 1 ? own : null,
    keys,
    births,
    unnumbered: number.number === null && !legible,
  };
}

/** A key counts once, and is sure if it is so anywhere. */
function addKey(keys: Key[], kind: KeyKind, key: string, sure: boolean): void {
  for (let at = 0; at < keys.length; at += 1) {
    const known = keys[at]!;
    if (known.key !== key || known.kind !== kind) continue;
    if (sure) keys[at] = { key, kind, sure };
    return;
  }
  keys.push({ key, kind, sure });
}

function addBirth(births: string[], date: CivilDate | null): void {
  if (date === null) return;
  const text = formatCivilDate(date);
  if (!births.includes(text)) births.push(text);
}

/** Texts of no known form are compared as they are: the same slip may stand on both sides. */
const isText = ({ kind, text }: Reading): boolean =>
  (kind === 'len' || kind === 'other' || kind === 'travel' || kind === 'permit') && worthComparing(text);

/** A reading that says something: a number of any known form, whole or cut. */
function isLegible({ kind, text }: Reading): boolean {
  return kind === 'prefix' ? text.length >= LEAST_PREFIX : worthComparing(text);
}
