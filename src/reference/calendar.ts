import type { DateRules } from '../rules/index.js';
import {
  ageBetween,
  type CivilDate,
  civilDate,
  daysBetween,
  FIRST_DATE,
  LAST_DATE,
  monthsBetween,
  order,
  type Quotient,
  quotient,
  shiftDate,
  written,
} from '../value/index.js';
import { type Present, whole } from './meant.js';

/** The day of a year; outside the years 1000 to 9999 the first or last day of them. `month` and `day` stand in every year. */
export function dateOf(year: Quotient, month: number, day: number): CivilDate {
  const date = civilDate(Number(written(year)), month, day);
  if (date !== null) return date;
  return order(year, quotient('1000')) < 0 ? FIRST_DATE : LAST_DATE;
}

export function shifted(
  of: Present,
  count: number,
  unit: 'day' | 'week' | 'month' | 'year',
  rules: DateRules,
): CivilDate {
  return shiftDate(of as CivilDate, count, unit, rules);
}

export const yearOf = (of: Present): Quotient => whole((of as CivilDate).y);
export const monthOf = (of: Present): Quotient => whole((of as CivilDate).m);

/** Whole years of age, whole months, or days. A rule set that asks without the date rule it needs does not load. */
export function between(
  op: 'age' | 'months' | 'days',
  from: Present,
  to: Present,
  rules: DateRules,
): Quotient {
  const [a, b] = [from as CivilDate, to as CivilDate];
  switch (op) {
    case 'age':
      return whole(ageBetween(a, b, rules.leap_birthday ?? '03-01'));
    case 'months':
      return whole(monthsBetween(a, b, rules.month_end ?? 'last_day'));
    case 'days':
      return whole(daysBetween(a, b));
  }
}
