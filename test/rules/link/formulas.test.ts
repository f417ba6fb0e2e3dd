import { expect, test } from 'vitest';
import type { Expression } from '../../../src/rules/index.js';
import { formatCivilDate, formatExact, fromDay } from '../../../src/value/index.js';
import { find, rulesOf } from './linking.js';

// What a formula can come to by the facts that it reads: the least, the greatest, its unit, the decimal places it is
// written with, and whether it can be none.

const GROUND = `
dates: { month_end: last_day, leap_birthday: 03-01 }
choices: { grade: { of: [low, mid, high], ordered: true } }
facts:
  f: { type: flag }
  a: { type: number, unit: "1", range: [-5, 10] }
  b: { type: number, unit: "1", range: [2, 4], step: 0.5 }
  s: { type: number, unit: "1", range: [0, 3] }
  w: { type: number, unit: "1", range: [-12, -8] }
  c: { type: number, unit: CNY, range: [0, 100] }
  c1: { type: number, unit: CNY, range: [7, 9] }
  n: { type: number, unit: "1", range: [0, 8], none: allowed }
  y: { type: number, unit: "1", range: [990, 10_005] }
  d: { type: date, range: [2000-01-01, 2010-12-31] }
  lost: { type: date, range: [2020-01-01, 2020-12-31], none: allowed }
  marks: { type: several, of: [dibao, ill, orphan] }
  own: { type: choice, of: grade }
  family:
    type: people
    size: [1, 4]
    of: { pay: { type: number, unit: CNY, range: [-10, 50] }, fee: { type: number, unit: CNY, range: [5, 50] }, gift: { type: number, unit: CNY, range: [0, 9], none: allowed }, born: { type: date, range: [1990-01-01, 1999-12-31] } }
  guests: { type: people, size: [0, 3], of: { cost: { type: number, unit: CNY, range: [5, 50] } } }
parameters:
  rate: { unit: "1", dated: { 2020-01-01: 0.5, 2021-01-01: 2 }, before: 1.25 }
  third: { unit: "1", is: 1/3 }
tables:
  t: { unit: CNY, keys: [{ k: 2..4 }], rows: [1, 2.5, 3], each_more: 0.25 }
schedules:
  tax: { unit: CNY, up_to: { 10: 10%, 50: 25% }, otherwise: 40% }
  floored: { unit: CNY, up_to: { 10: 1 }, otherwise: 2, at_least: 0.125 }
  fine: { unit: CNY, up_to: { 10.5: 0.25 }, otherwise: 2 }
`;

const day = (x: Parameters<typeof formatExact>[0]): string =>
  formatCivilDate(fromDay(Number(formatExact(x))));

/** `low..high unit`; `places n` where there are any, or `quotient`; the `digits` it may need below where those are others; `or none`. */
function said(e: Expression): string {
  if (!('range' in e) || e.range === undefined) return e.type.kind + (e.maybeNone === true ? ' or none' : '');
  const { low, high } = e.range;
  const ends = e.type.kind === 'date' ? [day(low), day(high)] : [formatExact(low), formatExact(high)];
  const unit = e.type.kind === 'number' ? ` ${e.type.unit}` : '';
  const places = e.places === null ? ' quotient' : e.places === 0 ? '' : ` places ${e.places}`;
  const digits = e.size === (e.places ?? 0) ? '' : ` digits ${e.size}`;
  return `${ends.join('..')}${unit}${places}${digits}${e.maybeNone === true ? ' or none' : ''}`;
}

/** All of them in one file, which is much quicker than a file each. */
function comeTo(formulas: readonly string[]): readonly (readonly [formula: string, is: string])[] {
  const figures = formulas.map((formula, i) => `  x${i}: "${formula}"`).join('\n');
  const rules = rulesOf(`${GROUND}figures:\n${figures}`);
  return formulas.map((formula, i) => {
    const { value } = find(rules.figures, `x${i}`);
    return [formula, value.kind === 'formula' ? said(value.is) : value.kind];
  });
}

/** Of months and years only how long they are at least and at most is used: never too narrow. */
const PLAIN: readonly (readonly [formula: string, is: string])[] = [
  ['-a', '-10..5 1'],
  ['-b', '-4..-2 1 places 1'],
  ['-n', '-8..0 1 or none'],
  ['abs(a)', '0..10 1'],
  ['abs(w)', '8..12 1'],
  ['abs(b)', '2..4 1 places 1'],
  ['abs(n)', '0..8 1 or none'],
  ['min(a, b)', '-5..4 1 places 1'],
  ['max(a, b)', '2..10 1 places 1'],
  ['min(a, b, 3.25)', '-5..3.25 1 places 2'],
  ['max(w, n)', '0..8 1 or none'],
  ['clamp(a, 0, 5)', '0..5 1'],
  ['clamp(a, b, 9)', '2..9 1 places 1'],
  ['clamp(7, n, 9)', '7..8 1 or none'],
  ['a + b', '-3..14 1 places 1'],
  ['a - b', '-9..8 1 places 1'],
  ['w - a', '-22..-3 1'],
  ['a + n', '-5..18 1 or none'],
  ['n - a', '-10..13 1 or none'],
  ['a * b', '-20..40 1 places 1'],
  ['w * w', '64..144 1'],
  ['b * b', '4..16 1 places 2'],
  ['n * a', '-40..80 1 or none'],
  ['c * b', '0..400 CNY places 3'],
  ['c / b', '0..50 CNY quotient digits 4'],
  ['c / w', '-12.5..0 CNY quotient digits 4'],
  ['a / b', '-2.5..5 1 quotient digits 2'],
  ['a / w', '-1.25..0.625 1 quotient digits 2'],
  ['a / 2', '-2.5..5 1 places 1'],
  ['b / 4', '0.5..1 1 places 3 digits 2'],
  ['a / -2', '-5..2.5 1 places 1'],
  ['a / 0.001', '-5000..10000 1 digits 7'],
  ['a / 12.5', '-0.4..0.8 1 places 2 digits 3'],
  ['a / 3', '-5/3..10/3 1 quotient digits 1'],
  ['a / 3 + b', '1/3..22/3 1 quotient digits 2'],
  ['(a / 3) / 2', '-5/6..5/3 1 quotient digits 2'],
  ['round(a / 3, 0.01, half_up)', '-1.67..3.33 1 places 2'],
  ['round(a / 3, 1, down)', '-2..3 1'],
  ['round(b, 5, up)', '5..5 1'],
  ['round(n, 1, up)', '0..8 1 or none'],
  ['third', '1/3..1/3 1 quotient digits 1'],
  ['third * b', '2/3..4/3 1 quotient digits 2'],
  ['a * 10%', '-0.5..1 1 places 1'],
  ['a * 1/4', '-1.25..2.5 1 places 2 digits 1'],
  ['c * 25%', '0..25 CNY places 4'],
  ['if f then a else b', '-5..10 1 places 1'],
  ['if f then a / 3 else b', '-5/3..4 1 quotient digits 1'],
  ['if f then b else third', '1/3..4 1 quotient digits 1'],
  ['if f then none else a', '-5..10 1 or none'],
  ['if f then a else none', '-5..10 1 or none'],
  ['if f then a else n', '-5..10 1 or none'],
  ['if n is none then a else b', '-5..10 1 places 1'],
  ['n if_none 3', '0..8 1'],
  ['n if_none 20', '0..20 1'],
  ['n if_none -1.5', '-1.5..8 1 places 1'],
  ['n if_none third', '0..8 1 quotient digits 1'],
  ['n if_none n', '0..8 1 or none'],
  ['(n if_none 0) + 1', '1..9 1'],
  ['n + 1 if_none 5', '1..9 1'],
  ['d + 1 day', '2000-01-02..2011-01-01'],
  ['d - 1 week', '1999-12-25..2010-12-24'],
  ['d + 2 weeks', '2000-01-15..2011-01-14'],
  ['d + 1 month', '2000-01-29..2011-01-31'],
  ['d - 1 month', '1999-12-01..2010-12-03'],
  ['d + 2 years', '2001-12-31..2013-01-01'],
  ['d - 1 year', '1998-12-31..2009-12-31'],
  ['lost + 1 day', '2020-01-02..2021-01-01 or none'],
  ['d + 999_999 days', '4737-11-27..4748-11-26'],
  ['as_of + 9_000 years', '9999-12-31..9999-12-31'],
  ['as_of - 9_000 years', '1000-01-01..1000-01-01'],
  ['as_of', '2025-09-01..2026-08-31'],
  ['period_start', '2024-07-28..2027-10-05'],
  ['date(2001, 7, 1)', '2001-07-01..2001-07-01'],
  ['date(y, 7, 31)', '1000-07-31..9999-07-31'],
  ['date(n + 2000, 2, 28)', '2000-02-28..2008-02-28 or none'],
  ['min(d, as_of)', '2000-01-01..2010-12-31'],
  ['max(d, lost)', '2020-01-01..2020-12-31 or none'],
  ['year(d)', '2000..2010 1'],
  ['year(lost)', '2020..2020 1 or none'],
  ['month(d)', '1..12 1'],
  ['month(lost)', '1..12 1 or none'],
  ['age(d, as_of)', '0..27 year'],
  ['age(as_of, d)', '-27..0 year'],
  ['age(lost, as_of)', '0..7 year or none'],
  ['age(d, lost)', '0..22 year or none'],
  ['months_between(d, as_of)', '0..348 month'],
  ['months_between(as_of, d)', '-348..0 month'],
  ['months_between(d, d)', '-144..144 month'],
  ['days_between(d, as_of)', '5358..9739 day'],
  ['days_between(as_of, d)', '-9739..-5358 day'],
  ['days_between(lost, as_of)', '1705..2434 day or none'],
  ['lost if_none d', '2000-01-01..2020-12-31'],
  ['if f then d else lost', '2000-01-01..2020-12-31 or none'],
  ['count(family)', '1..4 person'],
  ['count(family where f)', '0..4 person'],
  ['count(guests)', '0..3 person'],
  ['count(guests where cost > 9)', '0..3 person'],
  ['count(marks)', '0..3 1'],
  ['count(g in grade where g = low)', '0..3 1'],
  ['first(g in grade where g = low)', 'choice or none'],
  ['sum(pay of family)', '-40..200 CNY places 2'],
  ['sum(fee of family)', '5..200 CNY places 2'],
  ['sum(fee of family where f)', '0..200 CNY places 2'],
  ['sum(cost of guests)', '0..150 CNY places 2'],
  ['sum(pay / 3 of family)', '-40/3..200/3 CNY quotient digits 12'],
  ['lowest(pay of family)', '-10..50 CNY places 2'],
  ['highest(fee of family where f)', '5..50 CNY places 2 or none'],
  ['lowest(cost of guests)', '5..50 CNY places 2 or none'],
  ['highest(born of family)', '1990-01-01..1999-12-31'],
  ['t[4]', '1..3 CNY places 2'],
  ['t[max(s, 2)]', '1..3 CNY places 2'],
  ['t[s + 4]', '1..3.75 CNY places 2'],
  ['t[max(n if_none 2, 2)]', '1..4 CNY places 2'],
  ['t[clamp(n, 2, 4)]', '1..3 CNY places 2 or none'],
  ['marginal(tax, c)', '0..31 CNY places 4'],
  ['marginal(floored, c)', '0.125..190 CNY places 5'],
  ['marginal(fine, c)', '0..181.625 CNY places 5'],
  ['marginal(tax, c / 3)', '0..41/6 CNY quotient digits 5'],
  ['rate', '0.5..2 1 places 2'],
  ['rate at d', '0.5..2 1 places 2'],
  ['rate at lost', '0.5..2 1 places 2 or none'],
  ['rate * 2', '1..4 1 places 2'],
  ['if f then third else c / c1', '0..100/7 1 quotient digits 5'],
  ['third + third', '2/3..2/3 1 quotient digits 2'],
  ['abs(third)', '1/3..1/3 1 quotient digits 1'],
  ['min(third, b)', '1/3..1/3 1 quotient digits 1'],
  ['third * third', '1/9..1/9 1 quotient digits 2'],
  ['a / third', '-15..30 1 digits 2'],
  ['sum(fee / 7 of family where f)', '0..200/7 CNY quotient digits 12'],
  ['n if_none c / c1', '0..100/7 1 quotient digits 5'],
  ['round(third, 0.001, up)', '0.334..0.334 1 places 3'],
  ['marginal(tax, c / 7)', '0..29/14 CNY quotient digits 5'],
  ['b / w', '-0.5..-1/6 1 quotient digits 3'],
  ['w / b', '-6..-2 1 quotient digits 2'],
  ['100 / b', '25..50 1 quotient digits 2'],
  ['(if f then c else none) if_none 7[CNY]', '0..100 CNY places 2'],
  ['(if f then none else c) if_none 200[CNY]', '0..200 CNY places 2'],
];

const BEHIND_GUARDS: readonly (readonly [formula: string, is: string])[] = [
  ['if a > 3 then a else 4', '4..10 1'],
  ['if a >= 3 then a else 4', '3..10 1'],
  ['if a < 3 then a else 0', '-5..2 1'],
  ['if a <= 3 then a else 0', '-5..3 1'],
  ['if a = 3 then a else 3', '3..3 1'],
  ['if a != 10 then a else 0', '-5..9 1'],
  ['if a != -5 then a else 0', '-4..10 1'],
  ['if a != 3 then a else 0', '-5..10 1'],
  ['if a != s then a else 0', '-5..10 1'],
  ['if a = s then a else 1', '0..3 1'],
  ['if 3 < a then a else 4', '4..10 1'],
  ['if 3 <= a then a else 4', '3..10 1'],
  ['if 3 > a then a else 0', '-5..2 1'],
  ['if 3 >= a then a else 0', '-5..3 1'],
  ['if 3 = a then a else 3', '3..3 1'],
  ['if 10 != a then a else 0', '-5..9 1'],
  ['if not (a < 3) then a else 4', '3..10 1'],
  ['if not (a <= 3) then a else 4', '4..10 1'],
  ['if not (a > 3) then a else 0', '-5..3 1'],
  ['if not (a >= 3) then a else 0', '-5..2 1'],
  ['if not (a = 10) then a else 0', '-5..9 1'],
  ['if not (a != 3) then a else 3', '3..3 1'],
  ['if a <= 3 then 4 else a', '4..10 1'],
  ['if a >= 3 then 0 else a', '-5..2 1'],
  ['if a = 10 then 0 else a', '-5..9 1'],
  ['if a > 2.5 then a else 4', '3..10 1'],
  ['if a < 2.5 then a else 0', '-5..2 1'],
  ['if a > -2.5 then a else 0', '-2..10 1'],
  ['if a < -2.5 then a else -4', '-5..-3 1'],
  ['if a > -2 then a else 0', '-1..10 1'],
  ['if a < -2 then a else -4', '-5..-3 1'],
  ['if a > 0 then a else 4', '1..10 1'],
  ['if a < 0 then a else -4', '-5..-1 1'],
  ['if b > 2 then b else 3', '2.1..4 1 places 1'],
  ['if b > 2.05 then b else 3', '2.1..4 1 places 1'],
  ['if b < 3.99 then b else 3', '2..3.9 1 places 1'],
  ['if b < 4 then b else 3', '2..3.9 1 places 1'],
  ['if a > b then a else 4', '3..10 1'],
  ['if s > a then a else 0', '-5..2 1'],
  ['if s > b then b else 2', '2..2.9 1 places 1'],
  ['if s >= b then b else 2', '2..3 1 places 1'],
  ['if s < a then a else 2', '1..10 1'],
  ['if a > 20 then a else 0', '-5..10 1'],
  ['if a < -20 then a else 0', '-5..10 1'],
  ['if a = 20 then a else 0', '-5..10 1'],
  ['if a > 0 and a < 5 then a else 1', '1..4 1'],
  ['if a <= 0 or a >= 5 then 1 else a', '1..4 1'],
  ['if a > 0 or a < -3 then a else 0', '-5..10 1'],
  ['if not (a > 0 and a < 5) then a else 0', '-5..10 1'],
  ['if not (a <= 0 or a >= 5) then a else 1', '1..4 1'],
  ['if a > 0 and f then a else 1', '1..10 1'],
  ['if a <= 0 or f then 1 else a', '1..10 1'],
  ['if n is not none then n else 4', '0..8 1'],
  ['if n is none then 4 else n', '0..8 1'],
  ['if n is none or n > 3 then 4 else n', '0..4 1'],
  ['if n is not none and n > 3 then n else 4', '4..8 1'],
  ['if not (n is none) then n else 4', '0..8 1'],
  ['if rate > 1 then rate else 2', '1.01..2 1 places 2'],
  ['if rate < 1 then 1 / rate else 1', '1..2 1 quotient digits 5'],
  ['if third > 0 then third else 1', '1/3..1 1 quotient digits 1'],
  ['if a + 1 > 3 then a else 0', '-5..10 1'],
  ['if d > date(2005, 1, 1) then d else date(2006, 1, 1)', '2005-01-02..2010-12-31'],
  ['if d <= date(2005, 1, 1) then d else date(2001, 1, 1)', '2000-01-01..2005-01-01'],
  ['if d < as_of then d else as_of', '2000-01-01..2026-08-31'],
  ['if lost is not none then lost else as_of', '2020-01-01..2026-08-31'],
  ['sum(if pay > 0[CNY] then pay else 1[CNY] of family)', '0.01..200 CNY places 2'],
  ['sum(gift if_none 1 of family)', '0..36 CNY places 2'],
  ['sum(if gift is none then 2 else gift of family)', '0..36 CNY places 2'],
  ['sum(if gift is not none then gift else 1 of family)', '0..36 CNY places 2'],
  ['(if a > 3 then a else 4) + a', '-1..20 1'],
  ['if (if a > 3 then a > 4 else f) then a else 0', '-5..10 1'],
];

/** A number without a unit takes that of what it stands with. */
const BARE: readonly (readonly [formula: string, is: string])[] = [
  ['1 + 2 + c', '3..103 CNY places 2'],
  ['-1 + c', '-1..99 CNY places 2'],
  ['(if f then 1 else 2) + c', '1..102 CNY places 2'],
  ['max(1, 2) + c', '2..102 CNY places 2'],
  ['abs(-3) + c', '3..103 CNY places 2'],
  ['clamp(1, 2, 3) + c', '2..102 CNY places 2'],
  ['c * (1 + 2)', '0..300 CNY places 2'],
  ['c > 1 + 2', 'flag'],
  ['1 + 2 < c', 'flag'],
  ['max(1, c)', '1..100 CNY places 2'],
  ['c - (3 - 1)', '-2..98 CNY places 2'],
  ['if f then 1 else c', '0..100 CNY places 2'],
  ['if f then c else 1', '0..100 CNY places 2'],
  ['if f then none else c', '0..100 CNY places 2 or none'],
  ['if f then (if f then 1 else 2) else c', '0..100 CNY places 2'],
  ['n if_none 1', '0..8 1'],
  ['3 if_none n', '0..8 1 or none'],
  ['low = own', 'flag'],
  ['any(g in grade where high = g)', 'flag'],
  ['own = (if f then low else high)', 'flag'],
  ['(if f then low else high) = own', 'flag'],
  ['c in [1, 2 + 3]', 'flag'],
  ['5 in [c, 7]', 'flag'],
];

test.each([
  ['by itself', PLAIN],
  ['with bare numbers', BARE],
  ['behind what guards have settled', BEHIND_GUARDS],
])('a formula comes to no less and no more: %s', (_, expected) => {
  expect(comeTo(expected.map(([formula]) => formula))).toEqual(expected);
});
