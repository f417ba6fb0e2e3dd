import { type Exact, only } from '../../value/index.js';
import { sumExtent } from '../constructs/index.js';
import type { RowDocument, TableDocument } from '../document.js';
import type { ColumnType, NumberFacts, TableType } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import type { LinkedColumn, LinkedTable } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { type Layer, placeRows } from './cells.js';
import { cellOf, linkColumn, type SettledColumn } from './column.js';
import { spread } from './extent.js';
import { linkKey, type SettledKey } from './key.js';
import { datedness, datesOf } from './layers.js';
import type { Linker } from './linker.js';

export interface SettledTable {
  readonly linked: LinkedTable;
  readonly type: TableType;
}

/**
 * Settles a table: dense, every combination of its keys said or `otherwise`, in each of its layers. Issues: those of
 * keys, columns, layers and rows; `rules.missingKey` for a code key without `otherwise`; `rules.prefixWithoutCode`,
 * `rules.eachMoreMisfits`, `rules.rowColumns`, `rules.limit`.
 */
export function linkTable(linker: Linker, id: string, document: TableDocument): SettledTable | null {
  const path: Path = ['tables', id];
  const keys = all(document.keys.map((key, i) => linkKey(linker, key, document, [...path, 'keys', i])));
  const columns = all(document.columns.map((column) => linkColumn(linker, column, document, path)));
  const dates = datesOf(linker, document.layers, path);
  if (keys === null || columns === null || dates === null) return null;
  const fits = keysFit(linker, document, keys, columns, path);
  const eachMore =
    document.each_more === undefined
      ? undefined
      : linker.constant(document.each_more, [...path, 'each_more']);
  if (!fits) return null;
  const layers = all(
    document.layers.map(({ rows }, i) =>
      placeRows(linker, keys, rows, document.otherwise !== undefined, [...path, 'layers', i, 'rows']),
    ),
  );
  if (layers === null) return null;
  const filled = all(columns.map((column, i) => fill(linker, document, column, i, layers, path)));
  if (filled === null) return null;
  const types = filled.map(({ column, cells, before }) => columnType(column, [...cells, before], eachMore));
  const linked: LinkedTable = {
    id,
    keys: keys.map((key) => key.linked),
    columns: filled.map(
      ({ column, cells, before }): LinkedColumn => ({
        ...column,
        layers: cells.map((is, i) => ({ from: dates[i] ?? null, is })),
        ...(before.length === 0 ? {} : { before: before[0] as Exact | 'unknown' }),
      }),
    ),
    ...(eachMore === undefined ? {} : { eachMore }),
  };
  const type: TableType = {
    keys: keys.map((key) => key.type),
    columns: Object.fromEntries(columns.map(({ name }, i) => [name, types[i] as ColumnType])),
    ...datedness(dates, document.before),
    ...(eachMore === undefined ? {} : { eachMore: only(eachMore) }),
  };
  return { linked, type };
}

/** The list without the places where something was refused, or `null`. */
function all<T>(list: readonly (T | null)[]): readonly T[] | null {
  const good = list.filter((one) => one !== null);
  return good.length < list.length ? null : good;
}

function keysFit(
  linker: Linker,
  document: TableDocument,
  keys: readonly SettledKey[],
  columns: readonly SettledColumn[],
  path: Path,
): boolean {
  const codes = keys.some((key) => key.linked.kind === 'code');
  const refuse = (...issue: Parameters<Linker['refuse']>): false => {
    linker.refuse(...issue);
    return false;
  };
  if (codes && document.otherwise === undefined)
    return refuse('rules.missingKey', path, { key: 'otherwise' });
  if (!codes && document.match === 'prefix') return refuse('rules.prefixWithoutCode', [...path, 'match']);
  const last = document.keys.at(-1);
  const adds =
    last?.type === 'whole' && !last.more && columns.length === 1 && columns[0]?.type.kind === 'number';
  if (document.each_more !== undefined && !adds)
    return refuse('rules.eachMoreMisfits', [...path, 'each_more']);
  const rows = keys.reduce((product, key) => product * key.linked.size, 1);
  if (rows * columns.length * document.layers.length > LIMITS.tableCells)
    return refuse('rules.limit', path, { what: 'tableCells', most: LIMITS.tableCells });
  return true;
}

type Cell = Exact | 'unknown';

/** The cells of one column, layer by layer, and what held before the first. */
function fill(
  linker: Linker,
  document: TableDocument,
  column: SettledColumn,
  index: number,
  layers: readonly Layer[],
  path: Path,
): {
  readonly column: SettledColumn;
  readonly cells: readonly (readonly Cell[])[];
  readonly before: readonly Cell[];
} | null {
  const before = linker.issues.length;
  const constant = (text: string, at: Path): Cell =>
    text === 'unknown' ? text : (cellOf(linker, column, text, at) ?? 'unknown');
  const otherwise =
    document.otherwise === undefined ? undefined : constant(document.otherwise, [...path, 'otherwise']);
  const said = new Map<RowDocument, Cell>();
  const needed = document.columns.length;
  for (const [i, { rows }] of document.layers.entries()) {
    for (const row of rows) {
      const at: Path = [...path, 'layers', i, 'rows', ...row.keys];
      const found = row.values.length;
      const text = row.values[index];
      if (text === undefined || found !== needed)
        return linker.refuse('rules.rowColumns', at, { found, needed });
      const cell = cellOf(linker, column, text, at);
      if (cell !== null) said.set(row, cell);
    }
  }
  const cells = layers.map((layer) =>
    layer.rows.map((row): Cell => (row === 'otherwise' ? otherwise : said.get(row)) ?? 'unknown'),
  );
  const first = document.before === undefined ? [] : [constant(document.before, [...path, 'before'])];
  return linker.issues.length > before ? null : { column, cells, before: first };
}

function columnType(
  { type, open }: SettledColumn,
  layers: readonly (readonly Cell[])[],
  eachMore: Exact | undefined,
): ColumnType {
  if (type.kind !== 'number') return { type };
  const cells = [...new Set(layers.flat())].filter((cell) => cell !== 'unknown');
  const facts = spread(cells, open);
  if (eachMore === undefined) return { type, ...facts };
  // Cells that `each_more` adds to have its places too; how far they go is for each look-up to say.
  const { places, size } = sumExtent([facts, spread([eachMore])]) as NumberFacts;
  return { type, range: facts.range, places, size };
}
