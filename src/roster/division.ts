import type { CivilDate } from '../value/index.js';
import { DIVISION_STARTS } from './tables/division-starts.js';

/** First two digits of the division codes of GB/T 2260, and 83, which only residence permits have. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** Whether a code begins with the number of a province, autonomous region, municipality or special region. */
export function hasKnownProvince(code: string): boolean {
  return PROVINCES.test(code);
}

/**
 * The code that stands for the same county on a day: a code that was replaced becomes its successor from the year of
 * the change on. Codes that are not in the table stay as they are. Never used to reject an identifier: the first six
 * characters of an ID are those of the first registration, for life.
 */
export function divisionOn(code: string, day: CivilDate): string {
  const successor = DIVISION_STARTS.find(({ year, formerly }) => day.y >= year && formerly.includes(code));
  return successor === undefined ? code : divisionOn(successor.code, day);
}

/** Every code that the same place has had, sorted: a code and its predecessors and successors in the table. */
export function divisionCodes(code: string): readonly string[] {
  const now = divisionOn(code, { y: 9999, m: 12, d: 31 });
  const before = (c: string): readonly string[] => [
    c,
    ...DIVISION_STARTS.filter((start) => start.code === c).flatMap((start) => start.formerly.flatMap(before)),
  ];
  return [...new Set(before(now))].sort();
}

/** The code was made in a later year than that of the day. */
export function isDivisionNotYet(code: string, day: CivilDate): boolean {
  return DIVISION_STARTS.some((start) => start.code === code && day.y < start.year);
}
