/**
 * Whether two identifiers are at most `most` slips apart, a slip being a wrong, missing or extra character. Two
 * neighbours exchanged are two slips. Counted in code points.
 */
export function nearId(a: string, b: string, most = 2): boolean {
  const x = [...a];
  const y = [...b];
  if (x.length - y.length > most || y.length - x.length > most) return false;
  let last: number[] = y.map((_, j) => j).concat(y.length);
  for (let i = 1; i <= x.length; i += 1) {
    const row: number[] = [i];
    for (let j = 1; j <= y.length; j += 1) {
      let best = last[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1);
      if (last[j]! + 1 < best) best = last[j]! + 1;
      if (row[j - 1]! + 1 < best) best = row[j - 1]! + 1;
      row.push(best);
    }
    last = row;
  }
  return last[y.length]! <= most;
}
