/** A day as one number, `20250901`: the order of the numbers is the order of the days. */
export type Day = number;

const LONG = [1, 3, 5, 7, 8, 10, 12];

/** The day that eight digits write, or `null` where the calendar has none. */
export function dayOf(digits: string): Day | null {
  if (!/^[0-9]{8}$/.test(digits)) return null;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null;
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  const days = LONG.includes(month) ? 31 : month !== 2 ? 30 : leap ? 29 : 28;
  return day > days ? null : Number(digits);
}

/** Whole years from one day to another. Who is born on 29 February has the birthday on 1 March of other years. */
export function yearsBetween(born: Day, on: Day): number {
  const year = (day: Day): number => (day - (day % 10_000)) / 10_000;
  return year(on) - year(born) - (on % 10_000 < born % 10_000 ? 1 : 0);
}
