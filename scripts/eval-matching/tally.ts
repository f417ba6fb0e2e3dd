import { ENDS, type End, type Judged } from './judge.js';

/** What became of a number of rows. Counts only. */
export interface Tally {
  readonly rows: number;
  readonly ends: Readonly<Record<End, number>>;
  /** Of the rows in review with the true student listed: first, among the first ten; strong candidates. */
  readonly first: number;
  readonly firstTen: number;
  readonly strong: number;
  /** Of all rows: students held open who are not the one the row is about. */
  readonly othersHeld: number;
  /** Of all rows in review: 95 in 100 show at most so many candidates. */
  readonly candidates95: number;
}

const percentile = (counts: readonly number[], part: number): number => {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.trunc((sorted.length * part + 99) / 100) - 1)] ?? 0;
};

export function tallyOf(judged: readonly Judged[]): Tally {
  const ends = Object.fromEntries(
    ENDS.map((end) => [end, judged.filter((one) => one.end === end).length]),
  ) as Record<End, number>;
  const listed = judged.filter(({ end, rank }) => end === 'review' && rank > 0);
  const looked = judged.filter(({ end }) => end === 'review' || end === 'unlisted');
  return {
    rows: judged.length,
    ends,
    first: listed.filter(({ rank }) => rank === 1).length,
    firstTen: listed.filter(({ rank }) => rank <= 10).length,
    strong: listed.filter(({ heldOpen }) => heldOpen).length,
    othersHeld: judged.reduce((sum, one) => sum + one.othersHeld, 0),
    candidates95: percentile(
      looked.map(({ shown }) => shown),
      95,
    ),
  };
}

/** Rows about students that nobody will find again: dropped, or shown without the true student. */
export const lost = ({ ends }: Tally): number => ends.unlisted + ends.dropped;
/** Every row in exactly one end. */
export const isConserved = ({ rows, ends }: Tally): boolean =>
  rows === ENDS.reduce((sum, end) => sum + ends[end], 0);
