import type { RowDocument, TableDocument } from '../document.js';
import type { Path } from '../text/index.js';
import { columnsOf, restOf } from './cells.js';
import type { Context } from './context.js';
import { fileRows } from './file-rows.js';
import { gridOf } from './grid.js';
import { keysOf } from './keys.js';
import { canonicalNumber } from './number.js';
import { byDate } from './parameters.js';
import { about, given, isMapping, members } from './raw.js';
import { writtenRows } from './rows.js';

export function expandTable(context: Context, raw: unknown, id: string): TableDocument {
  const t = members(raw);
  const path: Path = ['tables', id];
  const shape = { keys: keysOf(context, t.keys, [...path, 'keys']), columns: columnsOf(context, t) };
  const rows = (written: unknown, at: Path): readonly RowDocument[] => {
    const file = fileOf(written);
    return file === null
      ? writtenRows(context, shape, written, at)
      : fileRows(context, shape, file, [...at, 'file']);
  };
  const unit = shape.columns.find((column) => column.type === 'number')?.unit ?? '';
  return {
    ...shape,
    match: t.match === 'prefix' ? 'prefix' : 'exact',
    layers:
      t.dated === undefined
        ? [{ rows: rows(t.rows, [...path, 'rows']) }]
        : byDate(t.dated).map(([from, one]) => ({ from, rows: rows(one, [...path, 'dated', from]) })),
    ...given(t, ['otherwise', 'before'], restOf),
    ...given(t, ['each_more'], canonicalNumber),
    ...(t.range === undefined ? given(t, ['step'], canonicalNumber) : gridOf(context, t, unit, path)),
    ...about(t),
  };
}

/** `{ file: name.csv }` stands for the rows of that file. An option may be called `file` too, but no cell ends so. */
export function fileOf(rows: unknown): string | null {
  if (!isMapping(rows) || typeof rows.file !== 'string') return null;
  return Object.keys(rows).length === 1 && rows.file.endsWith('.csv') ? rows.file : null;
}
