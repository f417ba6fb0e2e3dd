import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateInDigits } from '../../src/roster/calendar-digits.js';
import { civilDate } from '../../src/value/index.js';

const two = (n: number): string => String(n).padStart(2, '0');

it('knows the days that the calendar of value/ knows, and no others', () => {
  for (const y of [1000, 1899, 1900, 1904, 2000, 2023, 2024, 2100, 9999])
    for (let m = 0; m <= 13; m += 1)
      for (let d = 0; d <= 32; d += 1)
        expect(dateInDigits(`990102${y}${two(m)}${two(d)}`, 6), `${y}-${m}-${d}`).toEqual(civilDate(y, m, d));
});

it('takes any text at any place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 20 }), (text, at) => {
      const date = dateInDigits(text, at);
      if (date !== null) expect(civilDate(date.y, date.m, date.d)).toEqual(date);
    }),
  );
  expect(dateInDigits('0999', 0)).toBeNull();
  expect(dateInDigits('09991231', 0)).toBeNull();
});
