import { isMainThread } from 'node:worker_threads';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ageBetween,
  ageOn,
  type CivilDate,
  civilDate,
  compareDates,
  daysBetween,
  FIRST_DATE,
  formatCivilDate,
  fromDay,
  LAST_DATE,
  monthsAfter,
  monthsBetween,
  parseCivilDate,
  shiftDate,
  toDay,
} from '../../src/value/index.js';

const day = (text: string): CivilDate => parseCivilDate(text) as CivilDate;

const leap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
const lengthOf = (y: number, m: number): number =>
  m === 2 ? (leap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
/** Days since 0000-03-01, counted without any date library. */
function dayNumber({ y, m, d }: CivilDate): number {
  const year = m > 2 ? y : y - 1;
  const month = (m + 9) % 12;
  return (
    365 * year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((153 * month + 2) / 5) +
    d -
    1
  );
}

const date = fc
  .tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([y, m, d]) => ({ y, m, d: Math.min(d, lengthOf(y, m)) }));

describe('civil dates', () => {
  test('a day is one exactly where the calendar has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (y, m, d) => {
          const real = m >= 1 && m <= 12 && d >= 1 && d <= lengthOf(y, m);
          expect(civilDate(y, m, d)).toEqual(real ? { y, m, d } : null);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2025-04-31', false],
    ['2025-00-10', false],
    ['2025-13-01', false],
    ['2025-01-00', false],
    ['0999-01-01', false],
    ['1000-01-01', true],
    ['9999-12-31', true],
  ])('%s is a day: %s', (text, real) => {
    expect(parseCivilDate(text) !== null).toBe(real);
  });

  test.each([
    ...[
      '2025-9-1',
      '2025/09/01',
      '20250901',
      '01-09-2025',
      '2025-09-01T00:00:00Z',
      '2025-09-01 ',
      ' 2025-09-01',
    ],
    ...[
      '2025-09-01\n',
      '２０２５-09-01',
      '+2025-09-01',
      '12025-09-01',
      '-2025-09-01',
      '2025年9月1日',
      '',
      'today',
      '45901',
    ],
  ])('%j is not how a date is written', (text) => {
    expect(parseCivilDate(text)).toBeNull();
  });

  test('neither is a day of another year than those, however it is given', () => {
    for (const [y, m, d] of [
      [999, 12, 31],
      [10_000, 1, 1],
      [-1, 1, 1],
      [275_761, 1, 1],
      [2025, 1, 1_000_000_000],
      [2025, 1, -1_000_000_000_000],
    ] as const)
      expect(civilDate(y, m, d)).toBeNull();
  });

  test('what is no whole number is no date', () => {
    for (const [y, m, d] of [
      [2025.5, 1, 1],
      [2025, Number.NaN, 1],
      [2025, 1, Number.POSITIVE_INFINITY],
    ] as const)
      expect(civilDate(y, m, d)).toBeNull();
  });

  test('are read as they are written', () => {
    fc.assert(
      fc.property(date, (one) => {
        expect(parseCivilDate(formatCivilDate(one))).toEqual(one);
      }),
    );
  });

  test('are as far apart as the days counted between them', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(daysBetween(a, b)).toBe(dayNumber(b) - dayNumber(a));
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(dayNumber(a) - dayNumber(b)));
        expect(formatCivilDate(a) < formatCivilDate(b)).toBe(compareDates(a, b) < 0);
      }),
    );
  });

  test('months later: the same day, or the last of a shorter month', () => {
    const near = fc.integer({ min: 1100, max: 9800 });
    fc.assert(
      fc.property(date, near, fc.integer({ min: -600, max: 600 }), (one, y, months) => {
        const from = { ...one, y, d: Math.min(one.d, lengthOf(y, one.m)) };
        const index = y * 12 + (from.m - 1) + months;
        const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
        expect(monthsAfter(from, months)).toEqual({
          y: year,
          m: month,
          d: Math.min(from.d, lengthOf(year, month)),
        });
      }),
    );
    expect(formatCivilDate(monthsAfter(day('2024-01-31'), 1))).toBe('2024-02-29');
    expect(formatCivilDate(monthsAfter(day('2025-01-31'), 1))).toBe('2025-02-28');
  });

  test('an age is reached on the birthday; of 29 February on 1 March of a common year', () => {
    expect(ageOn(day('2010-09-01'), day('2025-08-31'))).toBe(14);
    expect(ageOn(day('2010-09-01'), day('2025-09-01'))).toBe(15);
    expect(ageOn(day('2008-02-29'), day('2025-02-28'))).toBe(16);
    expect(ageOn(day('2008-02-29'), day('2025-03-01'))).toBe(17);
    expect(ageOn(day('2008-02-29'), day('2024-02-29'))).toBe(16);
  });
});

const near = fc
  .tuple(
    fc.integer({ min: 1500, max: 2500 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([y, m, d]) => ({ y, m, d: Math.min(d, lengthOf(y, m)) }));
/** Days around the ends of months, where the rules differ. */
const edge = fc
  .tuple(near, fc.integer({ min: -3, max: 3 }))
  .map(([{ y, m }, by]) => fromDay(toDay({ y, m, d: 1 }) + by));
const some = fc.oneof(near, edge);
const monthEnd = fc.constantFrom('last_day' as const, 'next_first' as const);
const leapDay = fc.constantFrom('02-28' as const, '03-01' as const);
const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const);
const notAfter = (a: CivilDate, b: CivilDate): boolean => compareDates(a, b) <= 0;

describe('days since 1970', () => {
  test('go there and back, in order', () => {
    expect(toDay(day('1970-01-01'))).toBe(0);
    expect(toDay(day('1969-12-31'))).toBe(-1);
    expect(toDay(day('2000-03-01'))).toBe(11_017);
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(fromDay(toDay(a))).toEqual(a);
        expect(toDay(b) - toDay(a)).toBe(dayNumber(b) - dayNumber(a));
      }),
    );
  });

  test('end with the years that a date can have', () => {
    for (const past of [0, 1, 400_000]) {
      expect(fromDay(toDay(LAST_DATE) + past)).toEqual(LAST_DATE);
      expect(fromDay(toDay(FIRST_DATE) - past)).toEqual(FIRST_DATE);
    }
    expect(fromDay(toDay(FIRST_DATE) + 1)).toEqual(day('1000-01-02'));
  });
});

describe('a date moved by a span', () => {
  test.each([
    ['2025-01-31', 1, 'month', '2025-02-28', '2025-03-01'],
    ['2024-01-31', 1, 'month', '2024-02-29', '2024-03-01'],
    ['2024-01-30', 1, 'month', '2024-02-29', '2024-03-01'],
    ['2024-01-29', 1, 'month', '2024-02-29', '2024-02-29'],
    ['2025-01-31', 2, 'month', '2025-03-31', '2025-03-31'],
    ['2025-03-31', -1, 'month', '2025-02-28', '2025-03-01'],
    ['2025-08-31', 1, 'month', '2025-09-30', '2025-10-01'],
    ['2025-12-31', 2, 'month', '2026-02-28', '2026-03-01'],
    ['2024-02-29', 1, 'year', '2025-02-28', '2025-03-01'],
    ['2024-02-29', 4, 'year', '2028-02-29', '2028-02-29'],
    ['2000-02-29', -100, 'year', '1900-02-28', '1900-03-01'],
    ['2024-02-28', 2, 'day', '2024-03-01', '2024-03-01'],
    ['2024-03-07', -1, 'week', '2024-02-29', '2024-02-29'],
    ['9999-11-30', 1, 'month', '9999-12-30', '9999-12-30'],
    ['9999-12-01', 1, 'month', '9999-12-31', '9999-12-31'],
    ['9999-12-01', 9_000, 'year', '9999-12-31', '9999-12-31'],
    ['1000-01-31', -1, 'month', '1000-01-01', '1000-01-01'],
    ['1000-02-15', -1, 'month', '1000-01-15', '1000-01-15'],
    ['2025-01-01', -12_000, 'month', '1025-01-01', '1025-01-01'],
    ['2025-01-01', -99_999, 'week', '1000-01-01', '1000-01-01'],
  ] as const)('%s moved by %i %s', (from, count, by, lastDay, nextFirst) => {
    expect(formatCivilDate(shiftDate(day(from), count, by, { month_end: 'last_day' }))).toBe(lastDay);
    expect(formatCivilDate(shiftDate(day(from), count, by, { month_end: 'next_first' }))).toBe(nextFirst);
  });

  test('moves on with the date and with the count', () => {
    const count = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(some, some, count, count, unit, monthEnd, (a, b, m, n, by, month_end) => {
        const [early, late] = notAfter(a, b) ? [a, b] : [b, a];
        const [few, many] = m <= n ? [m, n] : [n, m];
        const move = (one: CivilDate, by_: number): CivilDate => shiftDate(one, by_, by, { month_end });
        expect(notAfter(move(early, few), move(late, few))).toBe(true);
        expect(notAfter(move(early, few), move(early, many))).toBe(true);
        expect(move(a, 0)).toEqual(a);
      }),
      { numRuns: 1_000 },
    );
  });

  test('goes back to where it came from, where no month was too short', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -500, max: 500 }), unit, monthEnd, (one, count, by, month_end) => {
        const from = { ...one, d: Math.min(one.d, 28) };
        const there = shiftDate(from, count, by, { month_end });
        expect(shiftDate(there, -count, by, { month_end })).toEqual(from);
      }),
    );
  });

  test('a year is twelve months and a week seven days', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -300, max: 300 }), monthEnd, (one, count, month_end) => {
        const rules = { month_end };
        expect(shiftDate(one, count, 'year', rules)).toEqual(shiftDate(one, 12 * count, 'month', rules));
        expect(shiftDate(one, count, 'week', rules)).toEqual(shiftDate(one, 7 * count, 'day', rules));
      }),
    );
  });
});

describe('an age', () => {
  test.each([
    ['2008-02-29', '2025-02-27', 16, 16],
    ['2008-02-29', '2025-02-28', 17, 16],
    ['2008-02-29', '2025-03-01', 17, 17],
    ['2008-02-29', '2024-02-28', 15, 15],
    ['2008-02-29', '2024-02-29', 16, 16],
    ['1996-02-29', '2100-02-28', 104, 103],
    ['2010-03-01', '2025-02-28', 14, 14],
    ['2010-02-28', '2025-02-28', 15, 15],
    ['2010-09-01', '2010-08-31', -1, -1],
    ['2010-09-01', '2008-09-01', -2, -2],
  ])('born %s, on %s', (birth, on, early, late) => {
    expect(ageBetween(day(birth), day(on), '02-28')).toBe(early);
    expect(ageBetween(day(birth), day(on), '03-01')).toBe(late);
    expect(ageOn(day(birth), day(on))).toBe(late);
  });

  test('is the greatest number of years so that the birthday is not after the day', () => {
    fc.assert(
      fc.property(some, some, leapDay, (birth, on, leap_) => {
        const month_end = leap_ === '02-28' ? 'last_day' : 'next_first';
        const years = ageBetween(birth, on, leap_);
        expect(notAfter(shiftDate(birth, years, 'year', { month_end }), on)).toBe(true);
        expect(notAfter(shiftDate(birth, years + 1, 'year', { month_end }), on)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('grows with the day and falls with the birth', () => {
    fc.assert(
      fc.property(some, some, some, leapDay, (one, a, b, leap_) => {
        const [early, late] = notAfter(a, b) ? [a, b] : [b, a];
        expect(ageBetween(one, early, leap_)).toBeLessThanOrEqual(ageBetween(one, late, leap_));
        expect(ageBetween(early, one, leap_)).toBeGreaterThanOrEqual(ageBetween(late, one, leap_));
      }),
    );
  });
});

describe('months between two dates', () => {
  test.each([
    ['2025-01-31', '2025-02-27', 0, 0],
    ['2025-01-31', '2025-02-28', 1, 0],
    ['2025-01-31', '2025-03-01', 1, 1],
    ['2025-01-31', '2025-03-31', 2, 2],
    ['2025-03-15', '2025-02-15', -1, -1],
    ['2025-03-15', '2025-02-14', -2, -2],
    ['2025-03-15', '2025-03-15', 0, 0],
    ['2025-03-15', '2025-03-14', -1, -1],
  ])('from %s to %s', (from, to, lastDay, nextFirst) => {
    expect(monthsBetween(day(from), day(to), 'last_day')).toBe(lastDay);
    expect(monthsBetween(day(from), day(to), 'next_first')).toBe(nextFirst);
  });

  test('are the greatest number that does not pass the second', () => {
    fc.assert(
      fc.property(some, some, monthEnd, (from, to, month_end) => {
        const months = monthsBetween(from, to, month_end);
        expect(notAfter(shiftDate(from, months, 'month', { month_end }), to)).toBe(true);
        expect(notAfter(shiftDate(from, months + 1, 'month', { month_end }), to)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('grow with the second and fall with the first', () => {
    fc.assert(
      fc.property(some, some, some, monthEnd, (one, a, b, end) => {
        const [early, late] = notAfter(a, b) ? [a, b] : [b, a];
        expect(monthsBetween(one, early, end)).toBeLessThanOrEqual(monthsBetween(one, late, end));
        expect(monthsBetween(early, one, end)).toBeGreaterThanOrEqual(monthsBetween(late, one, end));
      }),
    );
  });
});

describe('in every time zone', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  /** Nights in which clocks changed somewhere, a day that one place left out, and the last days of years. */
  const DAYS = [
    '2025-03-09',
    '2025-03-30',
    '2025-10-26',
    '2025-11-02',
    '1986-05-04',
    '2011-12-30',
    '1999-12-31',
    '2000-02-29',
    '1900-01-01',
  ];

  // A worker thread, in which mutation testing runs, cannot change its zone.
  test.skipIf(!isMainThread)('the same dates come out', () => {
    const answers = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Europe/Paris'].map(
      (name) => {
        process.env.TZ = name;
        const found = DAYS.flatMap((text) => {
          const one = day(text);
          return [
            formatCivilDate(one),
            formatCivilDate(monthsAfter(one, 1)),
            formatCivilDate(monthsAfter(one, -13)),
            daysBetween(one, day('2025-09-01')),
            ageOn(one, day('2026-03-01')),
            formatCivilDate(fromDay(toDay(one))),
            formatCivilDate(shiftDate(one, 1, 'month', { month_end: 'next_first' })),
            monthsBetween(one, day('2025-09-01'), 'last_day'),
          ];
        });
        return { offset: new Date(2025, 0, 1).getTimezoneOffset(), found };
      },
    );
    // The zones are really different ones here.
    expect(new Set(answers.map((one) => one.offset)).size).toBeGreaterThanOrEqual(3);
    for (const { found } of answers) expect(found).toEqual(answers[0]?.found);
  });
});
