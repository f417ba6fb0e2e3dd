import { UTCDate } from '@date-fns/utc';
import { addMonths, differenceInCalendarDays, isValid } from 'date-fns';

/** A day of the civil calendar. There is no time, no zone and no `Date` in any signature of bulou. */
export interface CivilDate {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

function toUtc(date: CivilDate): UTCDate {
  return new UTCDate(date.y, date.m - 1, date.d);
}

function fromUtc(date: Date): CivilDate {
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
}

/** The date of three numbers, or `null` where the calendar has no such day. Years 1000 to 9999. */
export function civilDate(y: number, m: number, d: number): CivilDate | null {
  if (!Number.isInteger(y) || !Number.isInteger(m) || !Number.isInteger(d)) return null;
  if (y < 1000 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31) return null;
  const date = toUtc({ y, m, d });
  return isValid(date) && date.getUTCDate() === d ? { y, m, d } : null;
}

/** Reads `YYYY-MM-DD`, and nothing else. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  return match === null ? null : civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `YYYY-MM-DD`: the one written form of a date. */
export function formatCivilDate(date: CivilDate): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.y}-${two(date.m)}-${two(date.d)}`;
}

/** Negative, 0 or positive, as `a` is before, on or after `b`. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a.y - b.y || a.m - b.m || a.d - b.d;
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return differenceInCalendarDays(toUtc(b), toUtc(a));
}

/** The same day `months` later; where that month is shorter, its last day. Used for the age of a list, not in rules. */
export function monthsAfter(date: CivilDate, months: number): CivilDate {
  return fromUtc(addMonths(toUtc(date), months));
}

/** Whole years of life on `on`, a birthday on 29 February being reached on 1 March of a common year. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const had = on.m > birth.m || (on.m === birth.m && on.d >= birth.d);
  return on.y - birth.y - (had ? 0 : 1);
}
