import type { RowDocument } from '../document.js';
import type { Path } from '../text/index.js';
import type { SettledKey } from './key.js';
import type { Linker } from './linker.js';

/** Where the rows of one layer stand in its dense table, and what each of its places rests on. */
export interface Layer {
  /** For each place, row-major over the keys' rows: the row of the file, or `otherwise`. */
  readonly rows: readonly (RowDocument | 'otherwise')[];
}

/**
 * Puts the rows of one layer in their places: a place without a row of its own takes the row of a shorter code, where
 * codes are prefixes, else `otherwise`. The row of keys outside, where there is no `otherwise`, is never reached and
 * repeats the last one. Issues: `rules.tableShape`, `rules.unknownOption`, `rules.duplicateKey`, `rules.rowsNotTotal`
 * with the first hole.
 */
export function placeRows(
  linker: Linker,
  keys: readonly SettledKey[],
  rows: readonly RowDocument[],
  otherwise: boolean,
  path: Path,
): Layer | null {
  const said = saidRows(linker, keys, rows, path);
  if (said === null) return null;
  const sizes = keys.map((key) => key.linked.size);
  const count = sizes.reduce((a, b) => a * b, 1);
  const placed: (RowDocument | 'otherwise')[] = [];
  for (let place = 0; place < count; place += 1) {
    const at = positions(place, sizes);
    const row = rowAt(keys, said, at, otherwise);
    if (row === undefined) {
      const missing = keys.map((key, i) => key.rows[at[i] as number]).join(', ');
      return linker.refuse('rules.rowsNotTotal', path, { missing, rest: 'otherwise' });
    }
    placed.push(row);
  }
  return { rows: placed };
}

const nameOf = (at: readonly number[]): string => at.join(' ');

/** The rows of the file by their positions. */
function saidRows(
  linker: Linker,
  keys: readonly SettledKey[],
  rows: readonly RowDocument[],
  path: Path,
): ReadonlyMap<string, RowDocument> | null {
  const said = new Map<string, RowDocument>();
  const finders = keys.map((key) => new Map(key.rows.map((row, i) => [row, i])));
  for (const row of rows) {
    if (row.keys.length !== keys.length)
      return linker.refuse('rules.tableShape', [...path, ...row.keys], { keys: keys.length });
    const at: number[] = [];
    for (const [i, key] of keys.entries()) {
      const text = row.keys[i] as string;
      const found = finders[i]?.get(text);
      if (found === undefined) return noRow(linker, key, text, [...path, ...row.keys.slice(0, i + 1)]);
      at.push(found);
    }
    const name = nameOf(at);
    if (said.has(name))
      return linker.refuse('rules.duplicateKey', [...path, ...row.keys], { key: row.keys.join(', ') });
    said.set(name, row);
  }
  return said;
}

function noRow(linker: Linker, { linked, rows, called }: SettledKey, text: string, path: Path): null {
  if (linked.kind === 'whole') {
    const options = `${linked.low}..${linked.high}`;
    return linker.refuse('rules.unknownOption', path, { option: text, choice: called, options });
  }
  const more = { choice: called, options: rows.join(', ') };
  return linker.unknown('rules.unknownOption', path, 'option', text, rows, more);
}

function positions(place: number, sizes: readonly number[]): readonly number[] {
  let rest = place;
  return [...sizes]
    .reverse()
    .map((size) => {
      const at = rest % size;
      rest = (rest - at) / size;
      return at;
    })
    .reverse();
}

function rowAt(
  keys: readonly SettledKey[],
  said: ReadonlyMap<string, RowDocument>,
  at: readonly number[],
  otherwise: boolean,
): RowDocument | 'otherwise' | undefined {
  const outside = keys.some((key, i) => at[i] === key.rows.length);
  if (!outside) {
    for (const candidate of candidates(keys, at)) {
      const row = said.get(nameOf(candidate));
      if (row !== undefined) return row;
    }
    return otherwise ? 'otherwise' : undefined;
  }
  if (otherwise) return 'otherwise';
  const last = at.map((i, k) => (i === keys[k]?.rows.length ? i - 1 : i));
  return said.get(nameOf(last));
}

/** The place itself, and where codes are prefixes those of shorter codes that begin it, the longest first. */
function candidates(keys: readonly SettledKey[], at: readonly number[]): readonly (readonly number[])[] {
  return keys.reduce<readonly (readonly number[])[]>(
    (all, { begun }, k) => {
      const own = at[k] as number;
      return all.flatMap((before) => (begun?.[own] ?? [own]).map((i) => [...before, i]));
    },
    [[]],
  );
}
