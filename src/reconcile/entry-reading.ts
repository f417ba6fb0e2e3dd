import type { ResidentIdReading, StudentNumberReading } from '../roster/index.js';
import { type PersonName, readPersonName, readResidentId, readStudentNumber } from '../roster/index.js';
import { type CivilDate, formatCivilDate } from '../value/index.js';

/** A text by which a row can be found, and whether an automatic match may rest on it. */
export interface Key {
  readonly key: string;
  readonly kind: 'id' | 'number';
  readonly sure: boolean;
}

/** What a row says about who it is; the same reading for list entries and roster rows. */
export interface IdentityReading {
  readonly name: PersonName;
  readonly id: ResidentIdReading;
  readonly number: StudentNumberReading;
  readonly keys: readonly Key[];
  /** Birth dates that its numbers give, `YYYY-MM-DD`. */
  readonly births: readonly string[];
  /** Neither a name nor an ID nor a student number can be made out. */
  readonly empty: boolean;
}

/** Shorter texts in an identifier column (`无`, `1`) identify nobody. */
const LEAST_COMPACT = 8;

const worthComparing = (compact: string): boolean => compact.length >= LEAST_COMPACT && /[0-9]/.test(compact);

/**
 * Reads name, ID and 学籍号 cells. A G number gives a second ID: that of the day it was given. A 学籍号 in the
 * ID cell counts where the column of student numbers is blank.
 */
export function readIdentity(
  row: {
    readonly name: string;
    readonly id: string;
    readonly studentNumber: string;
    readonly idNotText?: boolean;
  },
  asOf: CivilDate | undefined,
): IdentityReading {
  const name = readPersonName(row.name);
  const id = readResidentId(row.id, {
    notText: row.idNotText === true,
    ...(asOf === undefined ? {} : { asOf }),
  });
  const ownNumber = readStudentNumber(row.studentNumber);
  const number =
    ownNumber.compact === '' && id.studentNumber !== null ? readStudentNumber(id.studentNumber) : ownNumber;

  const keys: Key[] = [];
  const add = (kind: Key['kind'], key: string, sure: boolean): void => {
    const at = keys.findIndex((k) => k.key === key && k.kind === kind);
    if (at < 0) keys.push({ key, kind, sure });
    else if (sure) keys[at] = { key, kind, sure };
  };
  if (id.id !== null) add('id', id.id, id.trusted);
  else if (worthComparing(id.compact)) add('id', id.compact, false);
  if (number.number !== null) add('number', number.number, true);
  else if (worthComparing(number.compact)) add('number', number.compact, false);

  const births = [id.birth, number.birth]
    .filter((d): d is CivilDate => d !== null)
    .map(formatCivilDate)
    .filter((d, i, all) => all.indexOf(d) === i);

  return {
    name,
    id,
    number,
    keys,
    births,
    empty: !name.readable && !legible(id) && number.number === null,
  };
}

/** An ID cell that says something: a number of any known form, whole or cut. */
const legible = (id: ResidentIdReading): boolean =>
  id.id !== null || id.studentNumber !== null || id.birth !== null || worthComparing(id.compact);
