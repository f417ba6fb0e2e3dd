import { UTCDate } from '@date-fns/utc';
import { addDays, addMonths, differenceInCalendarDays } from 'date-fns';

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
  if (y < 1000 || y > 9999 || m < 1 || m > 12) return null;
  // A day that the month does not have comes to lie in another month, under another number.
  return toUtc({ y, m, d }).getUTCDate() === d ? { y, m, d } : null;
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
  return ageBetween(birth, on, '03-01');
}

const EPOCH: CivilDate = { y: 1970, m: 1, d: 1 };
/** The days that a date can be: those of the years 1000 to 9999. */
export const FIRST_DATE: CivilDate = { y: 1000, m: 1, d: 1 };
export const LAST_DATE: CivilDate = { y: 9999, m: 12, d: 31 };

/** Days since 1970-01-01; below 0 before it. */
export function toDay(date: CivilDate): number {
  return daysBetween(EPOCH, date);
}

/** The date of so many days since 1970-01-01; outside the years 1000 to 9999 the first or last day of them. */
export function fromDay(day: number): CivilDate {
  if (day <= toDay(FIRST_DATE)) return FIRST_DATE;
  if (day >= toDay(LAST_DATE)) return LAST_DATE;
  return fromUtc(addDays(toUtc(EPOCH), day));
}

/** Where a date moved by months goes if that month has no such day: its last day, or the first day of the next month. */
export type MonthEnd = 'last_day' | 'next_first';

/**
 * The date moved by a span, in one step from the original date, so that 31 January and two months is 31 March.
 * `count` may be below 0. Outside the years 1000 to 9999: the first or last day of them.
 */
export function shiftDate(
  date: CivilDate,
  count: number,
  unit: 'day' | 'week' | 'month' | 'year',
  rules: { readonly month_end?: MonthEnd },
): CivilDate {
  if (unit === 'day' || unit === 'week') return fromDay(toDay(date) + (unit === 'week' ? 7 * count : count));
  const months = unit === 'year' ? 12 * count : count;
  const month = date.y * 12 + date.m - 1 + months;
  if (month < FIRST_DATE.y * 12) return FIRST_DATE;
  if (month >= (LAST_DATE.y + 1) * 12) return LAST_DATE;
  const moved = monthsAfter(date, months);
  return moved.d < date.d && rules.month_end === 'next_first' ? fromUtc(addDays(toUtc(moved), 1)) : moved;
}

/**
 * Whole years of age: the greatest n so that the n-th birthday is not after `on`; below 0 before birth. A birthday on
 * 29 February is reached on the day `leap` of a common year.
 */
export function ageBetween(birth: CivilDate, on: CivilDate, leap: '02-28' | '03-01'): number {
  const moved = birth.m === 2 && birth.d === 29 && civilDate(on.y, 2, 29) === null;
  const birthday = !moved ? birth : leap === '02-28' ? { m: 2, d: 28 } : { m: 3, d: 1 };
  const had = on.m > birthday.m || (on.m === birthday.m && on.d >= birthday.d);
  return on.y - birth.y - (had ? 0 : 1);
}

/** The greatest n so that `from` moved by n months is not after `to`; below 0 where `to` comes first. */
export function monthsBetween(from: CivilDate, to: CivilDate, monthEnd: MonthEnd): number {
  const months = (to.y - from.y) * 12 + to.m - from.m;
  const moved = shiftDate(from, months, 'month', { month_end: monthEnd });
  return compareDates(moved, to) <= 0 ? months : months - 1;
}
