import { CsvError, type Options, parse } from 'csv-parse/sync';
import type { Cell, Sheet, TableRow } from '../../table.js';
import { TextCells } from '../cells.js';
import type { Findings } from '../findings.js';
import { READ_LIMITS } from '../limits.js';
import type { Delimiter } from './delimiter.js';

const EXCEL_TEXT = /^="([^"]*)"$/;

/** The physical lines a text has before a place that the parser names are of no use to a reader of rows. */
const settings = (delimiter: Delimiter): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  skip_empty_lines: false,
  bom: false,
});

function strict(text: string, delimiter: Delimiter): string[][] {
  return parse(text, settings(delimiter)) as unknown as string[][];
}

interface RawRecord {
  readonly record: string[];
  readonly raw: string;
}

/** Whether the quotes of a record are well used once Excel's `="…"` is put aside. */
function wellQuoted(raw: string, delimiter: Delimiter): boolean {
  if (!raw.includes('"')) return true;
  const plain = raw.replace(
    new RegExp(`(^|${delimiter})="([^"\\r\\n]*)"(?=[${delimiter}\\r\\n]|$)`, 'g'),
    '$1"$2"',
  );
  try {
    strict(plain, delimiter);
    return true;
  } catch {
    return false;
  }
}

interface Records {
  readonly records: readonly string[][];
  /** Records, from 1, with a misplaced quote. */
  readonly slipped: ReadonlySet<number>;
}

/** Second reading, taken only where the strict one fails: keeps every record as it is and names those at fault. */
function tolerant(text: string, delimiter: Delimiter, findings: Findings): Records {
  const records = parse(text, {
    ...settings(delimiter),
    relax_quotes: true,
    raw: true,
  }) as unknown as RawRecord[];
  const bad: number[] = [];
  records.forEach(({ raw }, i) => {
    if (!wellQuoted(raw, delimiter)) bad.push(i + 1);
  });
  if (bad.length > READ_LIMITS.quoteRows) {
    findings.refuse('read.quotesBroken', { count: bad.length, most: READ_LIMITS.quoteRows });
  }
  for (const row of bad) findings.warn('read.quoteInField', {}, { row });
  return { records: records.map(({ record }) => record), slipped: new Set(bad) };
}

/** The record in which the quote was opened that never closes: the one after the last whole record. */
function unclosedAt(text: string, delimiter: Delimiter): number {
  let whole = 0;
  try {
    parse(text, {
      ...settings(delimiter),
      relax_quotes: true,
      on_record: () => {
        whole += 1;
        return null;
      },
    });
  } catch {
    // Known to fail: only the count is wanted.
  }
  return whole + 1;
}

function recordsOf(text: string, delimiter: Delimiter, findings: Findings): Records {
  try {
    return { records: strict(text, delimiter), slipped: new Set() };
  } catch {
    try {
      return tolerant(text, delimiter, findings);
    } catch (cause) {
      if (cause instanceof CsvError && cause.code === 'CSV_QUOTE_NOT_CLOSED') {
        return findings.refuse('read.quoteUnclosed', {}, { row: unclosedAt(text, delimiter) });
      }
      throw cause;
    }
  }
}

/** Refuses a line of too many columns before an array of them is made. */
function refuseWide(text: string, delimiter: Delimiter, findings: Findings): void {
  const [separator, lf, cr] = [delimiter.charCodeAt(0), 10, 13];
  let here = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === lf || unit === cr) here = 0;
    else if (unit === separator && ++here >= READ_LIMITS.columns) findings.limit('columns');
  }
}

function noteLineEnds(text: string, findings: Findings): void {
  const kinds = [/\r\n/, /(?:^|[^\r])\n/, /\r(?:[^\n]|$)/].filter((end) => end.test(text));
  if (kinds.length > 1) findings.note('read.mixedLineEnds');
}

/** The width most rows have: what a header and its rows agree on, whatever stands above or below. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let [width, most] = [0, 0];
  for (const [w, n] of counts) if (n > most || (n === most && w > width)) [width, most] = [w, n];
  return width;
}

const blank = (row: TableRow): boolean => row.cells.every((cell) => cell.kind === 'blank');

function noteWidths(rows: readonly TableRow[], endsWithLine: boolean, findings: Findings): void {
  const filled = rows.filter((row) => !blank(row));
  const width = usualWidth(filled);
  const short = filled.filter((row) => row.cells.length < width);
  const long = filled.filter((row) => row.cells.length > width);
  if (short[0] !== undefined)
    findings.warn('read.shortRows', { count: short.length, width, row: short[0].row });
  if (long[0] !== undefined) findings.warn('read.longRows', { count: long.length, width, row: long[0].row });
  const last = filled.at(-1);
  if (last !== undefined && last.cells.length < width && !endsWithLine) {
    findings.warn('read.perhapsTruncated', {}, { row: last.row });
  }
}

/**
 * Reads delimited text. Row numbers count records, blank lines included, as a spreadsheet program shows them: where
 * a cell holds a line break they run behind the lines of the file, and `read.quotedLineBreaks` says so. Ragged rows
 * stay ragged. Blank lines after the last row that holds anything are counted in a note and not given.
 */
export function readDelimited(text: string, delimiter: Delimiter, findings: Findings): Sheet {
  refuseWide(text, delimiter, findings);
  noteLineEnds(text, findings);
  const texts = new TextCells();
  let excelTexts = 0;
  let lineBreaks = 0;
  const cellOf = (field: string): Cell => {
    if (field.length > READ_LIMITS.cellCharacters) findings.limit('cellCharacters');
    if (field.includes('\n') || field.includes('\r')) lineBreaks += 1;
    const inside = field.startsWith('="') ? EXCEL_TEXT.exec(field) : null;
    if (inside === null) return texts.of(field);
    excelTexts += 1;
    return texts.of(inside[1]!);
  };
  const { records, slipped } = recordsOf(text, delimiter, findings);
  const rows = records.map(
    (record, i): TableRow => ({
      row: i + 1,
      cells: record.map(cellOf),
      ...(slipped.has(i + 1) ? { slipped: true } : {}),
    }),
  );
  let end = rows.length;
  while (end > 0 && blank(rows[end - 1]!)) end -= 1;
  if (end === 0) findings.refuse('read.empty');
  if (end < rows.length) findings.note('read.trailingBlankRows', { count: rows.length - end });
  rows.length = end;
  if (excelTexts > 0) findings.note('read.excelText', { count: excelTexts });
  if (lineBreaks > 0) findings.note('read.quotedLineBreaks', { count: lineBreaks });
  noteWidths(rows, /[\r\n]$/.test(text), findings);
  return { name: '', hidden: false, rows };
}
