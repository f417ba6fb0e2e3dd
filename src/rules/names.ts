/** Edits (insert, drop, change) between two short names, at most `limit + 1`. */
function edits(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const drop = (previous[j] as number) + 1;
      const insert = (row[j - 1] as number) + 1;
      row.push([change, drop, insert].reduce((x, y) => (y < x ? y : x)));
    }
    previous = row;
  }
  const distance = previous[b.length] as number;
  return distance > limit ? limit + 1 : distance;
}

/** The known name that a writer most likely meant, or `null` where none is near. The first in order wins a tie. */
export function nearest(name: string, known: readonly string[]): string | null {
  const limit = name.length <= 4 ? 1 : name.length <= 8 ? 2 : 3;
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of known) {
    const distance = edits(name, candidate, limit);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The values of an issue about a name that is not known, with the known one that was most likely meant. */
export function withNear<T extends Readonly<Record<string, string | number>>>(
  values: T,
  name: string,
  known: readonly string[],
): T | (T & { readonly near: string }) {
  const near = nearest(name, known);
  return near === null ? values : { ...values, near };
}
