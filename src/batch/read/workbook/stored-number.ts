import { civilDate, formatCivilDate } from '../../../value/index.js';
import type { Cell } from '../../table.js';

/** The day before day 1: 1899-12-31, and 1904-01-01 counts as day 0 in the other system. */
export type DateSystem = '1900' | '1904';

const LAST_SERIAL = 2_958_465;
/** Day 60 is 29 February 1900, which never was; every later day is one too high. */
const PHANTOM = 60;

const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The civil date of a whole day number, or `null` where it stands for no day. */
export function dateOfSerial(serial: number, system: DateSystem): string | null {
  if (!Number.isInteger(serial) || serial < (system === '1900' ? 1 : 0) || serial > LAST_SERIAL) return null;
  if (system === '1900' && serial === PHANTOM) return null;
  let [year, days] = system === '1900' ? [1900, serial - (serial > PHANTOM ? 2 : 1)] : [1904, serial];
  for (; days >= (leap(year) ? 366 : 365); year++) days -= leap(year) ? 366 : 365;
  let month = 1;
  for (; ; month++) {
    const length = month === 2 && leap(year) ? 29 : MONTHS[month - 1]!;
    if (days < length) break;
    days -= length;
  }
  const date = civilDate(year, month, days + 1);
  return date === null ? null : formatCivilDate(date);
}

const PLAIN = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;

/**
 * The cell of a stored number: a date where its format shows a day, else the digits as they are stored. A number of
 * a date format that is no day (a time alone, day 60) stays a number.
 */
export function numberCell(stored: string, isDate: boolean, system: DateSystem, onTime: () => void): Cell {
  if (!PLAIN.test(stored)) return { kind: 'error', text: stored };
  if (!isDate) return { kind: 'number', text: stored };
  const value = Number(stored);
  const day = Math.floor(value);
  const date = day < 1 && value !== day ? null : dateOfSerial(day, system);
  if (date === null) return { kind: 'number', text: stored };
  if (value !== day) onTime();
  return { kind: 'date', text: date };
}
