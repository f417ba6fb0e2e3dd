import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarOp, calendarValue, dateOf, dayOf } from '../../src/plan/calendar.js';
import {
  ageBetween,
  fromDay,
  type MonthEnd,
  monthsBetween,
  shiftDate,
  toDay,
} from '../../src/value/index.js';

// The plan counts days by integer arithmetic of its own; it is held against the civil dates of `value/`, which rest on
// a library. Days from 1583 to 2600, many of them at the ends of months.

const FIRST = toDay({ y: 1583, m: 1, d: 1 });
const LAST = toDay({ y: 2600, m: 12, d: 31 });
const day = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc
    .tuple(
      fc.integer({ min: 1599, max: 2401 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([y, m, off]) => toDay({ y, m, d: 1 }) + off),
);
const over = fc.constantFrom<MonthEnd>('last_day', 'next_first');
const leap = fc.constantFrom('02-28' as const, '03-01' as const);

test('days and dates are those of the civil calendar', () => {
  fc.assert(
    fc.property(day, (at) => {
      expect(dateOf(at)).toEqual(fromDay(at));
      expect(dayOf(fromDay(at))).toBe(at);
    }),
    { numRuns: 5_000 },
  );
});

test('a date moves as the civil calendar moves it', () => {
  const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const);
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), unit, over, (at, count, span, end) => {
      const op: CalendarOp = { kind: 'shift', count, unit: span, over: end };
      expect(calendarValue(op, [at])).toBe(toDay(shiftDate(fromDay(at), count, span, { month_end: end })));
    }),
    { numRuns: 5_000 },
  );
});

test('ages, months and days between dates are those of the civil calendar', () => {
  fc.assert(
    fc.property(day, day, over, leap, (a, b, end, birthday) => {
      expect(calendarValue({ kind: 'age', leap: birthday }, [a, b])).toBe(
        ageBetween(fromDay(a), fromDay(b), birthday),
      );
      expect(calendarValue({ kind: 'months', over: end }, [a, b])).toBe(
        monthsBetween(fromDay(a), fromDay(b), end),
      );
      expect(calendarValue({ kind: 'days' }, [a, b])).toBe(b - a);
    }),
    { numRuns: 5_000 },
  );
});

test('all but the month move one way only: the interpreter takes them at the ends of ranges', () => {
  const ops: readonly CalendarOp[] = [
    { kind: 'year' },
    ...(['last_day', 'next_first'] as const).flatMap((end): readonly CalendarOp[] => [
      { kind: 'shift', count: 1, unit: 'month', over: end },
      { kind: 'shift', count: -13, unit: 'month', over: end },
    ]),
  ];
  fc.assert(
    fc.property(day, fc.nat(400), day, over, leap, (a, more, other, end, birthday) => {
      for (const op of ops) expect(calendarValue(op, [a])).toBeLessThanOrEqual(calendarValue(op, [a + more]));
      for (const op of [
        { kind: 'age', leap: birthday },
        { kind: 'months', over: end },
        { kind: 'days' },
      ] as const) {
        expect(calendarValue(op, [a, other])).toBeGreaterThanOrEqual(calendarValue(op, [a + more, other]));
        expect(calendarValue(op, [other, a])).toBeLessThanOrEqual(calendarValue(op, [other, a + more]));
      }
    }),
    { numRuns: 3_000 },
  );
});
