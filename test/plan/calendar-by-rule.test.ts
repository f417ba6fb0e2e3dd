import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarOp, calendarValue, dateOf, dayOf } from '../../src/plan/calendar.js';
import {
  type CivilDate,
  FIRST_DATE,
  formatCivilDate,
  fromDay,
  LAST_DATE,
  parseCivilDate,
  shiftDate,
  toDay,
} from '../../src/value/index.js';

// The plan's own calendar by its rules: where a month has no such day, leap years, birthdays on 29 February, and the ends
// of the calendar.

const day = (text: string): number => toDay(parseCivilDate(text) as CivilDate);
const written = (at: number): string => formatCivilDate(fromDay(at));

describe('a date moved', () => {
  test.each<[string, number, 'day' | 'week' | 'month' | 'year', string, string]>([
    ['2023-01-31', 1, 'month', '2023-02-28', '2023-03-01'],
    ['2024-01-31', 1, 'month', '2024-02-29', '2024-03-01'],
    ['2024-01-31', -2, 'month', '2023-11-30', '2023-12-01'],
    ['2024-01-31', 2, 'month', '2024-03-31', '2024-03-31'],
    ['2024-03-31', 1, 'month', '2024-04-30', '2024-05-01'],
    ['2024-12-31', -1, 'month', '2024-11-30', '2024-12-01'],
    ['2024-02-29', 1, 'year', '2025-02-28', '2025-03-01'],
    ['2024-02-29', 4, 'year', '2028-02-29', '2028-02-29'],
    ['1896-02-29', 4, 'year', '1900-02-28', '1900-03-01'],
    ['1996-02-29', 4, 'year', '2000-02-29', '2000-02-29'],
    ['2096-02-29', 4, 'year', '2100-02-28', '2100-03-01'],
    ['2024-02-28', 1, 'day', '2024-02-29', '2024-02-29'],
    ['2023-12-28', 1, 'week', '2024-01-04', '2024-01-04'],
  ])('%s by %i %s is %s, or %s', (from, count, unit, lastDay, nextFirst) => {
    const moved = (over: 'last_day' | 'next_first'): string =>
      written(calendarValue({ kind: 'shift', count, unit, over }, [day(from)]));
    expect([moved('last_day'), moved('next_first')]).toEqual([lastDay, nextFirst]);
  });

  test('goes no further than the calendar, at either end', () => {
    const near = fc.oneof(
      fc.integer({ min: toDay(FIRST_DATE), max: toDay(FIRST_DATE) + 800 }),
      fc.integer({ min: toDay(LAST_DATE) - 800, max: toDay(LAST_DATE) }),
    );
    const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const);
    const over = fc.constantFrom('last_day' as const, 'next_first' as const);
    const most = { day: 900, week: 130, month: 30, year: 3 };
    fc.assert(
      fc.property(near, unit, over, fc.integer({ min: -100, max: 100 }), (at, one, end, part) => {
        const count = Math.round((part * most[one]) / 100);
        const op: CalendarOp = { kind: 'shift', count, unit: one, over: end };
        const wanted = shiftDate(fromDay(at), count, one, { month_end: end });
        expect(calendarValue(op, [at])).toBe(toDay(wanted));
      }),
    );
    const days = (count: number): CalendarOp => ({ kind: 'shift', count, unit: 'day', over: 'last_day' });
    expect(calendarValue(days(1), [toDay(LAST_DATE)])).toBe(toDay(LAST_DATE));
    expect(calendarValue(days(-1), [toDay(FIRST_DATE)])).toBe(toDay(FIRST_DATE));
    const newYear: CalendarOp = { kind: 'date', month: 1, day: 1 };
    expect([900, 1_000, 9_999, 10_000].map((year) => calendarValue(newYear, [year]))).toEqual(
      ['1000-01-01', '1000-01-01', '9999-01-01', '9999-12-31'].map(day),
    );
  });
});

describe('between two dates', () => {
  test.each<[string, string, number, number]>([
    ['2023-01-31', '2023-02-27', 0, 0],
    ['2023-01-31', '2023-02-28', 1, 0],
    ['2023-01-31', '2023-03-01', 1, 1],
    ['2023-02-28', '2023-01-31', -1, -1],
    ['2023-03-01', '2023-01-31', -2, -2],
    ['2023-05-15', '2023-05-15', 0, 0],
    ['2022-05-15', '2023-05-14', 11, 11],
    ['2022-05-15', '2023-05-15', 12, 12],
  ])('from %s to %s it is %i months, or %i', (from, to, lastDay, nextFirst) => {
    const months = (over: 'last_day' | 'next_first'): number =>
      calendarValue({ kind: 'months', over }, [day(from), day(to)]);
    expect([months('last_day'), months('next_first')]).toEqual([lastDay, nextFirst]);
  });

  test.each<[string, string, number, number]>([
    ['2004-02-29', '2023-02-27', 18, 18],
    ['2004-02-29', '2023-02-28', 19, 18],
    ['2004-02-29', '2023-03-01', 19, 19],
    ['2004-02-29', '2024-02-28', 19, 19],
    ['2004-02-29', '2024-02-29', 20, 20],
    ['1896-02-29', '1900-02-28', 4, 3],
    ['1996-02-29', '2000-02-28', 3, 3],
    ['2004-02-28', '2023-02-28', 19, 19],
    ['2004-06-29', '2023-02-28', 18, 18],
    ['2004-05-15', '2004-05-14', -1, -1],
    ['2004-05-15', '2022-05-15', 18, 18],
  ])('who is born on %s is on %s aged %i, or %i', (birth, on, february, march) => {
    const age = (leap: '02-28' | '03-01'): number =>
      calendarValue({ kind: 'age', leap }, [day(birth), day(on)]);
    expect([age('02-28'), age('03-01')]).toEqual([february, march]);
  });
});

test('every day of some years around the turn of a century is the day after the one before', () => {
  for (const [from, days] of [
    ['1899-12-31', 800],
    ['1999-12-31', 800],
    ['2023-12-31', 430],
  ] as const) {
    const lengths = new Map<string, number>();
    for (let at = day(from) + 1; at <= day(from) + days; at += 1) {
      const { y, m, d } = dateOf(at);
      expect(dayOf({ y, m, d })).toBe(at);
      const before = dateOf(at - 1);
      expect(d === before.d + 1 || d === 1).toBe(true);
      lengths.set(`${y}-${m}`, Math.max(d, lengths.get(`${y}-${m}`) ?? 0));
    }
    const year = Number(from.slice(0, 4)) + 1;
    const february = year === 1900 ? 28 : 29;
    expect(Array.from({ length: 12 }, (_, i) => lengths.get(`${year}-${i + 1}`))).toEqual([
      31,
      february,
      31,
      30,
      31,
      30,
      31,
      31,
      30,
      31,
      30,
      31,
    ]);
  }
});
