/** A row of a CSV file, with its line. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * What is wrong with a CSV file of a rule set: no line (`empty`), an empty line (`blank`), a quote (`quote`), a
 * number of fields other than the header's (`fields`), a field that is empty or has space at its ends (`field`).
 */
export type CsvFault = 'empty' | 'blank' | 'quote' | 'fields' | 'field';

export type Csv =
  | { readonly ok: true; readonly header: CsvRow; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number; readonly what: CsvFault };

/**
 * Reads a small strict CSV: comma separated, no quotes, the same number of fields in every line, none of them empty;
 * lines end in LF or CRLF. What a table of a rule set holds needs no more, and cannot be read in two ways.
 */
export function readCsv(text: string): Csv {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (lines[lines.length - 1] === '') lines.pop();
  const rows = lines.map((line, i): CsvRow => ({ line: i + 1, fields: line.split(',') }));
  const [header, ...others] = rows;
  if (header === undefined) return { ok: false, line: 1, what: 'empty' };
  for (const row of rows) {
    const what = faultOf(row, header.fields.length);
    if (what !== null) return { ok: false, line: row.line, what };
  }
  return { ok: true, header, rows: others };
}

function faultOf({ fields }: CsvRow, wanted: number): CsvFault | null {
  if (fields.length === 1 && fields[0] === '') return 'blank';
  if (fields.some((field) => field.includes('"'))) return 'quote';
  if (fields.length !== wanted) return 'fields';
  return fields.some((field) => field === '' || field !== field.trim()) ? 'field' : null;
}
