import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ageOn,
  type CivilDate,
  civilDate,
  compareDates,
  daysBetween,
  formatCivilDate,
  monthsAfter,
  parseCivilDate,
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

  test('the same dates come out', () => {
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
