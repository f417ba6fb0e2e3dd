import type { EmptyRow } from '../../record/index.js';
import type { Sources } from '../source/index.js';

/** Rows of a source that are nobody. */
export function emptyRows(sources: Sources, role: string, list?: string): readonly EmptyRow[] {
  return sources.rowsOfNoPerson
    .filter((row) => row.role === role && row.list === list)
    .map(({ file, sheet, row, kind, evidence }) => ({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      row,
      kind,
      ...(evidence === undefined ? {} : { evidence }),
    }));
}
