import type { CivilDate } from '../value/index.js';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The date that eight digits `YYYYMMDD` of a number say, from place `at` on; `null` where they are none of the civil
 * calendar, years 1000 to 9999. Reckoned here because it is asked of every ID of a roster, and a million of them must
 * not take a minute; a test holds it against `civilDate`.
 */
export function dateInDigits(text: string, at: number): CivilDate | null {
  let number = 0;
  for (let i = at; i < at + 8; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return null;
    number = number * 10 + digit;
  }
  const d = number % 100;
  const m = ((number - d) / 100) % 100;
  const y = (number - d - m * 100) / 10_000;
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const last = m === 2 && leap ? 29 : (DAYS[m - 1] ?? 0);
  return y >= 1000 && d >= 1 && d <= last ? { y, m, d } : null;
}
