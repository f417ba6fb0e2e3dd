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
  if (a.length - b.length > most || b.length - a.length > most) return over;
  if (a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED) return a === b ? 0 : over;
  // What both begin and end with costs nothing.
  let from = 0;
  let x = a.length;
  let y = b.length;
  while (from < x && from < y && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  while (x > from && y > from && a.charCodeAt(x - 1) === b.charCodeAt(y - 1)) {
    x -= 1;
    y -= 1;
  }
  x -= from;
  y -= from;
  if (x === 0 || y === 0) return x + y;
  for (let j = 0; j <= y; j += 1) last[j] = j;
  for (let i = 1; i <= x; i += 1) {
    const sign = a.charCodeAt(from + i - 1);
    const signBefore = i > 1 ? a.charCodeAt(from + i - 2) : -1;
    row[0] = i;
    let least = i;
    for (let j = 1; j <= y; j += 1) {
      const other = b.charCodeAt(from + j - 1);
      let best = last[j - 1]! + (sign === other ? 0 : 1);
      if (last[j]! + 1 < best) best = last[j]! + 1;
      if (row[j - 1]! + 1 < best) best = row[j - 1]! + 1;
      if (i > 1 && j > 1 && signBefore === other && sign === b.charCodeAt(from + j - 2))
        if (before[j - 2]! + 1 < best) best = before[j - 2]! + 1;
      row[j] = best;
      if (best < least) least = best;
    }
    // An exchange reaches back over a row: it adds one to a cell of the row before, which is at least least - 1.
    if (least > over) return over;
    const spare = before;
    before = last;
    last = row;
    row = spare;
  }
  const slips = last[y]!;
  return slips > most ? over : slips;
}

/** Whether exactly one slip lies between two sequences of characters. Takes no longer than reading them. */
export function oneSlipApart<Sign>(a: readonly Sign[], b: readonly Sign[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const restEqual = (i: number, j: number): boolean => {
    let k = 0;
    while (i + k < short.length && j + k < long.length && short[i + k] === long[j + k]) k += 1;
    return i + k === short.length && j + k === long.length;
  };
  if (short.length < long.length) return restEqual(at, at + 1);
  if (at === short.length) return false;
  if (restEqual(at + 1, at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && restEqual(at + 2, at + 2);
}
