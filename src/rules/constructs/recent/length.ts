import type { Span } from '../../span.js';

/** The least and the most days that a span can be. */
export interface Length {
  readonly least: number;
  readonly most: number;
}

/** Days of so many whole months in a row: at least, with February among them or at an end; and at most. */
const LEAST = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];
const MOST = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

/**
 * Bounds of the length of a span in days: years have a leap day every fourth year, and none in three of four centuries.
 * The bounds may be a day too wide, never too narrow.
 */
export function lengthOf({ count, unit }: Span): Length {
  if (unit === 'day') return { least: count, most: count };
  if (unit === 'week') return { least: 7 * count, most: 7 * count };
  const months = unit === 'year' ? 12 * count : count;
  const over = months % 12;
  const years = (months - over) / 12;
  const up = (by: number): number => (years + by - 1 - ((years + by - 1) % by)) / by;
  const down = (by: number): number => (years - (years % by)) / by;
  return {
    least: 365 * years + down(4) - (years < 4 ? 0 : up(100)) + (LEAST[over] ?? 0),
    most: 365 * years + up(4) + (MOST[over] ?? 0),
  };
}

const calendar = ({ unit }: Span): boolean => unit === 'month' || unit === 'year';

/**
 * −1 or 1 where one span always ends before the other, 0 where they are the same span (12 months and 1 year), and
 * `null` where it depends on the day: 30 days and 1 month.
 */
export function compareSpans(a: Span, b: Span): -1 | 0 | 1 | null {
  if (calendar(a) === calendar(b)) {
    const [x, y] = [a, b].map(
      ({ count, unit }) => count * (unit === 'year' ? 12 : unit === 'week' ? 7 : 1),
    ) as [number, number];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const [x, y] = [lengthOf(a), lengthOf(b)];
  return x.most < y.least ? -1 : y.most < x.least ? 1 : null;
}

/** An order of any spans, so that a mapping of them has one: by their least length, then their most. */
export function spanOrder(a: Span, b: Span): number {
  const [x, y] = [lengthOf(a), lengthOf(b)];
  return x.least - y.least || x.most - y.most;
}
