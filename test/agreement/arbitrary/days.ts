import type { Dice } from './dice.js';

/** The day of every determination here. */
export const TODAY = '2025-10-01';

/** Days between two of a few weeks, days near which something turns, and what turns there, `x` being the date. */
export interface Window {
  readonly range: readonly [from: string, to: string];
  readonly near: readonly string[];
  /** Dates and flags that differ by the date rules or by a day. */
  readonly moved: readonly string[];
  readonly holds: readonly string[];
}

/** `date(y, m, d)` for a day that every year has. */
export const dayFormula = (day: string): string => {
  const [y, m, d] = day.split('-').map(Number);
  return `date(${y}, ${m}, ${d})`;
};

const window = (
  from: string,
  to: string,
  near: readonly string[],
  moved: readonly string[],
  holds: readonly string[],
): Window => ({ range: [from, to], near: [from, to, ...near].map(dayFormula), moved, holds });

/** Around a year, two months, and nothing before today; the ends of months; leap days; and births that turn eighteen. */
export const SHORT: readonly Window[] = [
  window(
    '2024-09-27',
    '2024-10-05',
    ['2024-10-01', '2024-09-30'],
    ['x + 1 year', 'x + 52 weeks'],
    ['x + 1 year >= as_of', 'months_between(x, as_of) >= 12', 'days_between(x, as_of) >= 365'],
  ),
  window(
    '2025-07-29',
    '2025-08-04',
    ['2025-08-01', '2025-07-31'],
    ['x + 2 months', 'x - 1 month'],
    ['x + 2 months >= as_of', 'months_between(x, as_of) >= 2', 'x + 60 days >= date(2025, 9, 30)'],
  ),
  window(
    '2025-09-28',
    '2025-10-04',
    ['2025-10-01', '2025-10-02'],
    ['x + 1 week', 'x - 1 day'],
    ['x <= as_of', 'x > as_of', 'x >= period_start + 30 days'],
  ),
  window(
    '2025-09-29',
    '2025-10-03',
    ['2025-10-01', '2025-09-30'],
    ['x + 5 months', 'x + 2 weeks'],
    ['x < as_of', 'x = as_of'],
  ),
  window(
    '2024-02-25',
    '2024-03-03',
    ['2024-02-28', '2024-03-01'],
    ['x + 1 year', 'x + 12 months', 'x + 18 years'],
    ['x + 1 year = date(2025, 3, 1)', 'age(x, date(2025, 2, 28)) >= 1', 'month(x) = 2'],
  ),
  window(
    '2023-12-28',
    '2024-01-03',
    ['2024-01-01', '2023-12-31'],
    ['x + 2 months', 'date(year(x) + 1, 1, 31)'],
    ['month(x) = 12', 'month(x) >= 6', 'year(x) = 2024', 'x + 2 months >= date(2024, 3, 1)'],
  ),
  window(
    '2007-09-28',
    '2007-10-03',
    ['2007-10-01', '2007-10-02'],
    ['x + 18 years', 'x + 216 months'],
    ['age(x, as_of) >= 18', 'x + 18 years > as_of', 'months_between(x, as_of) >= 216'],
  ),
  window(
    '2008-02-26',
    '2008-03-02',
    ['2008-02-28', '2008-03-01'],
    ['x + 18 years', 'x - 1 year'],
    ['age(x, date(2026, 2, 28)) >= 18', 'age(x, date(2025, 2, 28)) >= 17', 'month(x) in [2, 4]'],
  ),
];

/** Longer than can be gone through together with much else. */
export const LONG: readonly Window[] = [
  window(
    '2000-01-01',
    '2025-12-31',
    ['2007-10-01', '2024-10-01', '2025-09-30'],
    ['x + 18 years', 'x + 1 month'],
    ['age(x, as_of) >= 18', 'x + 1 year >= as_of'],
  ),
  window('2024-01-01', '2024-06-30', ['2024-02-28', '2024-03-31'], ['x + 1 month'], ['month(x) in [2, 3]']),
];

/** Two or three days, for what there is several times. */
export const BRIEF: readonly Window[] = [
  window('2007-09-30', '2007-10-02', ['2007-10-01'], ['x + 18 years'], ['age(x, as_of) >= 18']),
  window('2024-02-28', '2024-03-01', [], ['x + 1 year'], ['age(x, date(2025, 2, 28)) >= 1', 'month(x) = 2']),
  window('2024-09-30', '2024-10-02', ['2024-10-01'], ['x + 1 year'], ['x + 1 year >= as_of']),
];

/** From what day on something holds: some before today, some between the days of the windows. */
export const LAYERS = [
  '2007-10-01',
  '2020-07-22',
  '2024-03-01',
  '2024-10-01',
  '2025-08-01',
  '2025-10-01',
  '2025-10-02',
];

export const SPANS = [
  ['7 days', '1 week', '30 days', '60 days'],
  ['1 month', '2 months', '6 months', '12 months'],
  ['1 year', '2 years', '18 years', '17 years'],
] as const;

export const anySpan = (dice: Dice): string => dice.pick(dice.pick(SPANS));
