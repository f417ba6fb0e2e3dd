import type { KeyDocument, TableDocument } from '../document.js';
import type { KeyType } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import type { LinkedKey } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/** A key of a table: how it finds its row, what may be asked, and its rows by their text, without the one outside. */
export interface SettledKey {
  readonly linked: LinkedKey;
  readonly type: KeyType;
  readonly rows: readonly string[];
  /** What its values are called in an issue. */
  readonly called: string;
  /** Where codes are prefixes: for each row itself and those of shorter codes that begin it, the longest first. */
  readonly begun?: readonly (readonly number[])[];
}

/** Issues: `rules.unknownChoice`, `rules.number`, `rules.rangeEmpty`, `rules.limit`. */
export function linkKey(
  linker: Linker,
  key: KeyDocument,
  table: TableDocument,
  path: Path,
): SettledKey | null {
  switch (key.type) {
    case 'flag':
      return {
        linked: { kind: 'flag', size: 2, outside: false },
        type: { kind: 'flag' },
        rows: ['false', 'true'],
        called: key.name,
      };
    case 'choice': {
      const { choice } = key;
      if (!linker.knownChoice(choice, path)) return null;
      const rows = linker.options(choice);
      const linked = { kind: 'choice', choice, size: rows.length, outside: false } as const;
      return { linked, type: { kind: 'choice', choice }, rows, called: choice };
    }
    case 'code':
      return codeKey(key, table);
    case 'whole':
      return wholeKey(linker, key, table, path);
  }
}

function codeKey(key: KeyDocument, table: TableDocument): SettledKey {
  const at = table.keys.indexOf(key);
  const all = table.layers.flatMap((layer) => layer.rows.map((row) => row.keys[at]));
  const codes = [...new Set(all.filter((code) => code !== undefined))].sort();
  const prefix = table.match === 'prefix';
  return {
    linked: { kind: 'code', codes, prefix, size: codes.length + 1, outside: true },
    type: { kind: 'code' },
    rows: codes,
    called: key.name,
    ...(prefix ? { begun: begunBy(codes) } : {}),
  };
}

function begunBy(codes: readonly string[]): readonly (readonly number[])[] {
  const places = new Map(codes.map((code, i) => [code, i]));
  return codes.map((code) => {
    const shorter = Array.from({ length: code.length }, (_, i) => places.get(code.slice(0, code.length - i)));
    return shorter.filter((place) => place !== undefined);
  });
}

function wholeKey(
  linker: Linker,
  key: KeyDocument & { readonly type: 'whole' },
  table: TableDocument,
  path: Path,
): SettledKey | null {
  const [low, high] = [linker.whole(key.low, path), linker.whole(key.high, path)];
  if (low === null || high === null) return null;
  if (low > high) return linker.refuse('rules.rangeEmpty', path, { low: key.low, high: key.high });
  const count = high - low + 1;
  if (count > LIMITS.tableCells)
    return linker.refuse('rules.limit', path, { what: 'tableCells', most: LIMITS.tableCells });
  // With `each_more` a key beyond finds the last row, and more is added to it.
  const more = key.more || (table.each_more !== undefined && key === table.keys.at(-1));
  return {
    linked: { kind: 'whole', low, high, more, size: count + 1, outside: true },
    type: { kind: 'whole', low, high, open: more, otherwise: table.otherwise !== undefined },
    rows: Array.from({ length: count }, (_, i) => String(low + i)),
    called: key.name,
  };
}
