/** `3:5` and `9:9` of the rows 3, 4, 5 and 9, which are in order: drop-downs that are alike are named together. */
export function runsOf(rows: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
