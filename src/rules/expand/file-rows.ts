import type { RowDocument } from '../document.js';
import type { Path } from '../text/index.js';
import { cellOf } from './cells.js';
import type { Context } from './context.js';
import { type CsvRow, readCsv } from './csv.js';
import { canonicalKey, type Shape, sortedRows } from './rows.js';

/** The one column of a table without columns, in the header of its file. */
const VALUE = 'value';

/**
 * Rows from a CSV file beside the edition: a column for each key, then for each column (`value` where the table has
 * none). Issues, at the place where the file is named: `rules.fileMissing`, `rules.limit`, `rules.csv` with the line
 * and what is wrong there: one of {@link readCsv}, `header`, `duplicate`, or `cell`.
 */
export function fileRows(context: Context, shape: Shape, file: string, path: Path): readonly RowDocument[] {
  const text = context.file(file, path);
  if (text === null) return [];
  const refuse = (
    line: number,
    what: string,
    more: { readonly header?: string } = {},
  ): readonly RowDocument[] => {
    context.refuse('rules.csv', path, { file, line, what, ...more });
    return [];
  };
  const csv = readCsv(text);
  if (!csv.ok) return refuse(csv.line, csv.what);
  const header = [...shape.keys.map((key) => key.name), ...shape.columns.map(({ name }) => name || VALUE)];
  if (csv.header.fields.join() !== header.join())
    return refuse(csv.header.line, 'header', { header: header.join(',') });
  const rows = csv.rows.map((row) => ({ ...rowOf(shape, row), at: [row.line] }));
  const broken = rows.find((row) => row.values.length < shape.columns.length);
  if (broken !== undefined) return refuse(broken.at[0] as number, 'cell');
  return sortedRows(rows, (_, at) => refuse(at[0] as number, 'duplicate'));
}

/** A cell that is none of its column is left out. */
function rowOf(shape: Shape, { fields }: CsvRow): RowDocument {
  return {
    keys: shape.keys.map((key, i) => canonicalKey(key, fields[i] as string)),
    values: shape.columns.flatMap((column, i) => {
      const cell = cellOf(column, fields[shape.keys.length + i] as string);
      return typeof cell === 'string' ? [cell] : [];
    }),
  };
}
