import { COLUMNS, type ColumnId } from '../form/index.js';
import type { Sheet, TableRow } from '../table.js';
import type { RowOfNoPerson } from './rows.js';
import { headerKey, tokenOf } from './sheet.js';

/** Columns without which no row is an answer. */
const NEEDED: readonly ColumnId[] = ['by', 'on', 'because', 'key'];
/** Header names of a form in both languages: they tell the encoding of one that was saved as text. */
export const FORM_HEADERS: readonly string[] = COLUMNS.flatMap(({ zh, en }) => [zh, en]);

/** The format in the first cell, or `null`: a sheet with something else there is no form. */
export function formatOf({ rows }: Sheet): string | null {
  const first = rows[0]?.cells[0];
  const text = first === undefined ? '' : tokenOf(first);
  return text.startsWith('bulou-form/') ? text : null;
}

/** A sheet of a form whose columns are found and whose rows are told apart. */
export interface OpenForm {
  readonly file: string;
  readonly sheet: Sheet;
  readonly at: ReadonlyMap<ColumnId, { readonly index: number; readonly header: string }>;
  readonly rows: readonly TableRow[];
  readonly noPerson: readonly RowOfNoPerson[];
}

/** Finds the columns of a form, in either language and wherever they were moved; or says which is missing. */
export function openForm(file: string, sheet: Sheet): OpenForm | { readonly missing: string } {
  const keys = new Map<string, ColumnId>(
    COLUMNS.flatMap(({ id, zh, en }) => [zh, en].map((name) => [headerKey(name), id] as const)),
  );
  const columnsIn = ({ cells }: TableRow): Map<ColumnId, { index: number; header: string }> => {
    const at = new Map<ColumnId, { index: number; header: string }>();
    for (const [index, cell] of cells.entries()) {
      const id = keys.get(headerKey(cell.text));
      if (id !== undefined && !at.has(id)) at.set(id, { index, header: cell.text.trim() });
    }
    return at;
  };
  const header = sheet.rows.find((row) => columnsIn(row).has('key'));
  const at = header === undefined ? new Map() : columnsIn(header);
  const missing = at.has('value') || at.has('conclusion') ? NEEDED.find((id) => !at.has(id)) : 'conclusion';
  if (header === undefined || missing !== undefined) {
    const column = COLUMNS.find(({ id }) => id === (missing ?? 'key'));
    return { missing: column?.zh ?? '' };
  }
  const where = sheet.name === '' ? {} : { sheet: sheet.name };
  const rows: TableRow[] = [];
  const noPerson: RowOfNoPerson[] = [];
  for (const row of sheet.rows) {
    if (row.row < header.row) noPerson.push({ file, ...where, row: row.row, kind: 'above' });
    else if (row.row === header.row) noPerson.push({ file, ...where, row: row.row, kind: 'header' });
    else if (row.cells.every((cell) => tokenOf(cell) === ''))
      noPerson.push({ file, ...where, row: row.row, kind: 'blank' });
    else rows.push(row);
  }
  return { file, sheet, at, rows, noPerson };
}
