/** Two rows of the table and the one before them, reused: a call fills what it reads. */
const SIZE = 64;
let before = new Uint8Array(SIZE);
let last = new Uint8Array(SIZE);
let row = new Uint8Array(SIZE);

/** Longer texts are no identifiers, and are not compared. */
const LONGEST_COMPARED = SIZE - 2;

/**
 * The least number of slips between two texts, or `most + 1` where there are more or a text is too long. A slip is a
 * wrong, missing or extra character or two neighbours exchanged; none is touched twice (optimal string alignment).
 */
export function slipsBetween(a: string, b: string, most: number): number {
  const over = most + 1;
  if (a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED) return a === b ? 0 : over;
  // What both begin with costs nothing. Behind the last character stands NaN, which is equal to nothing.
  let from = 0;
  while (a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  const [x, y] = [a.slice(from), b.slice(from)];
  for (let j = 0; j <= y.length; j += 1) last[j] = j;
  for (let i = 1; i <= x.length; i += 1) {
    const sign = x.charCodeAt(i - 1);
    // Before the first there is NaN as well.
    const signBefore = x.charCodeAt(i - 2);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= y.length; j += 1) {
      const other = y.charCodeAt(j - 1);
      let best = last[j - 1]! + (sign === other ? 0 : 1);
      if (last[j]! + 1 < best) best = last[j]! + 1;
      if (row[j - 1]! + 1 < best) best = row[j - 1]! + 1;
      if (signBefore === other && sign === y.charCodeAt(j - 2))
        if (before[j - 2]! + 1 < best) best = before[j - 2]! + 1;
      row[j] = best;
      if (best < least) least = best;
    }
    // From row to row the least grows by one at most, so an exchange, which reaches back over a row, comes to no less.
    if (least > most) return over;
    const spare = before;
    before = last;
    last = row;
    row = spare;
  }
  const slips = last[y.length]!;
  return slips > most ? over : slips;
}

/** Whether exactly one slip lies between two sequences of characters. Takes no longer than reading them. */
export function oneSlipApart<Sign>(a: readonly Sign[], b: readonly Sign[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const more = long.length - short.length;
  if (more > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  /** Whether both end alike, from a place of the shorter one. */
  const endAlike = (from: number): boolean => {
    for (let i = from; i < short.length; i += 1) if (short[i] !== long[i + more]) return false;
    return true;
  };
  if (more === 1) return endAlike(at);
  if (at === short.length) return false;
  if (endAlike(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && endAlike(at + 2);
}
