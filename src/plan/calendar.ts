import type { SpanUnit } from '../rules/index.js';

/**
 * Civil dates as whole numbers of days since 1970-01-01, by integer arithmetic alone: written apart from the dates of
 * the reference meaning, which it is held against.
 */
export type CalendarOp =
  | {
      readonly kind: 'shift';
      readonly count: number;
      readonly unit: SpanUnit;
      readonly over: 'last_day' | 'next_first';
    }
  | { readonly kind: 'year' | 'month' }
  | { readonly kind: 'date'; readonly month: number; readonly day: number }
  | { readonly kind: 'age'; readonly leap: '02-28' | '03-01' }
  | { readonly kind: 'months'; readonly over: 'last_day' | 'next_first' }
  | { readonly kind: 'days' };

/** Whole division towards −∞. */
const div = (a: number, b: number): number => (a - (((a % b) + b) % b)) / b;

interface Ymd {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

/** Days since 1970-01-01, counted in eras of 400 years that begin on 1 March. */
export function dayOf({ y, m, d }: Ymd): number {
  const shifted = m <= 2 ? y - 1 : y;
  const era = div(shifted, 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = div(153 * (m > 2 ? m - 3 : m + 9) + 2, 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + div(yearOfEra, 4) - div(yearOfEra, 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function dateOf(day: number): Ymd {
  const z = day + 719_468;
  const era = div(z, 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = div(
    dayOfEra - div(dayOfEra, 1_460) + div(dayOfEra, 36_524) - div(dayOfEra, 146_096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + div(yearOfEra, 4) - div(yearOfEra, 100));
  const month = div(5 * dayOfYear + 2, 153);
  const d = dayOfYear - div(153 * month + 2, 5) + 1;
  const m = month < 10 ? month + 3 : month - 9;
  return { y: yearOfEra + era * 400 + (m <= 2 ? 1 : 0), m, d };
}

const FIRST = dayOf({ y: 1000, m: 1, d: 1 });
const LAST = dayOf({ y: 9999, m: 12, d: 31 });
const inCalendar = (day: number): number => (day < FIRST ? FIRST : day > LAST ? LAST : day);

const isLeap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengthOf = (y: number, m: number): number => (m === 2 && isLeap(y) ? 29 : (LENGTHS[m - 1] as number));

function months(day: number, count: number, over: 'last_day' | 'next_first'): number {
  const { y, m, d } = dateOf(day);
  const index = y * 12 + (m - 1) + count;
  const [year, month] = [div(index, 12), index - div(index, 12) * 12 + 1];
  const length = lengthOf(year, month);
  if (d <= length) return dayOf({ y: year, m: month, d });
  return dayOf({ y: year, m: month, d: length }) + (over === 'last_day' ? 0 : 1);
}

function shift(day: number, { count, unit, over }: CalendarOp & { readonly kind: 'shift' }): number {
  switch (unit) {
    case 'day':
      return inCalendar(day + count);
    case 'week':
      return inCalendar(day + 7 * count);
    case 'month':
      return inCalendar(months(day, count, over));
    case 'year':
      return inCalendar(months(day, 12 * count, over));
  }
}

function monthsBetween(from: number, to: number, over: 'last_day' | 'next_first'): number {
  const [a, b] = [dateOf(from), dateOf(to)];
  // At most one too many either way.
  let count = (b.y - a.y) * 12 + (b.m - a.m) + 1;
  while (months(from, count, over) > to) count -= 1;
  return count;
}

function age(birth: number, on: number, leap: '02-28' | '03-01'): number {
  const { y, m, d } = dateOf(birth);
  const birthday = (year: number): number => {
    if (m === 2 && d === 29 && !isLeap(year))
      return leap === '02-28' ? dayOf({ y: year, m: 2, d: 28 }) : dayOf({ y: year, m: 3, d: 1 });
    return dayOf({ y: year, m, d });
  };
  const { y: year } = dateOf(on);
  return year - y - (birthday(year) > on ? 1 : 0);
}

/** What an operation gives for certain days (of `date`: for a year). Each but `month` rises or falls with each operand. */
export function calendarValue(op: CalendarOp, of: readonly number[]): number {
  const [a = 0, b = 0] = of;
  switch (op.kind) {
    case 'shift':
      return shift(a, op);
    case 'year':
      return dateOf(a).y;
    case 'month':
      return dateOf(a).m;
    case 'date':
      return inCalendar(dayOf({ y: a, m: op.month, d: op.day }));
    case 'age':
      return age(a, b, op.leap);
    case 'months':
      return monthsBetween(a, b, op.over);
    case 'days':
      return b - a;
  }
}
