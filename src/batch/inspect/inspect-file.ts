import { type ReadOptions, readTable } from '../read/index.js';
import type { Cell, Sheet } from '../table.js';
import { inspectColumn } from './column.js';
import { findHeader } from './header.js';
import type { ColumnInspection, Inspection, SheetInspection } from './inspection.js';
import { dateAbove, findOddRows } from './odd-rows.js';
import { roleOf } from './role.js';
import { shapeOf } from './shape.js';

/** Names are the same where only width or white space tells them apart: a job file could not tell them either. */
const key = (header: string): string => header.normalize('NFKC').replace(/\s/g, '');

const BLANK: Cell = { kind: 'blank', text: '' };

const namesRepeat = (keys: readonly string[]): boolean =>
  keys.some((name, i) => name !== '' && keys.indexOf(name) !== i);

/** Whether the file, the sheet or a title says that registers were compared. */
function compared(file: string, { name, rows }: Sheet, [first = 1]: readonly number[]): boolean {
  const titles = rows.slice(0, first - 1).flatMap(({ cells }) => cells.map(({ text }) => text));
  return [file, name, ...titles].some((text) => /比对|comparison/i.test(text));
}

function inspectSheet(file: string, sheet: Sheet): SheetInspection {
  const header = findHeader(sheet);
  const cellsOf = (row: number): readonly Cell[] => sheet.rows[row - 1]?.cells ?? [];
  const names = cellsOf(header.at(-1) ?? 0);
  const odd = findOddRows(sheet, header);
  const oddRows = new Set(odd.map(({ row }) => row));
  const firstRow = (header.at(-1) ?? 0) + 1;
  const data = sheet.rows.filter(({ row }) => row >= firstRow && !oddRows.has(row));
  const width = sheet.rows.reduce((most, { cells }) => (cells.length > most ? cells.length : most), 0);
  const lowest = Array.from({ length: header.length === 0 ? 0 : width }, (_, i) =>
    (names[i] ?? BLANK).text.trim(),
  );
  const joined = header.length > 1 && namesRepeat(lowest.map(key));
  const headers = joined
    ? lowest.map((_, i) => {
        const texts = header
          .map((row) => (cellsOf(row)[i] ?? BLANK).text.trim())
          .filter((text) => text !== '');
        return texts.filter((text, n) => texts.indexOf(text) === n).join('/');
      })
    : lowest;
  const keys = headers.map(key);
  const columns = headers.map((text, i): ColumnInspection => {
    const unique = keys[i] !== '' && keys.indexOf(keys[i]!) === keys.lastIndexOf(keys[i]!);
    return inspectColumn(
      i,
      text,
      unique,
      data.map(({ cells }) => cells[i] ?? BLANK),
    );
  });
  const shape = shapeOf(columns, data);
  const dated = dateAbove(sheet, header);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rows.length,
    width,
    header,
    joined,
    firstRow,
    dataRows: data.length,
    columns,
    odd,
    shape,
    role: roleOf(columns, shape, compared(file, sheet, header)),
    ...(dated === undefined ? {} : { dated }),
  };
}

/**
 * Looks into one table file and says what it seems to be: format and encoding, sheets, header rows, what each column
 * holds, how good its identity numbers are, which rows are no person, and how households stand in it. Everything is a
 * guess for a person to confirm, and nothing of a person is in it: no name, no digit of a number, no free text.
 * Never throws; a file that cannot be read gives its `read.*` issue and no sheets.
 */
export async function inspectFile(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Inspection> {
  const result = await readTable({ name, bytes }, options);
  if (!result.ok) return { file: name, readable: false, sheets: [], issues: result.issues };
  const { format, encoding, sheets, issues } = result.value;
  return {
    file: name,
    readable: true,
    format,
    ...(encoding === undefined ? {} : { encoding }),
    sheets: sheets.map((sheet) => inspectSheet(name, sheet)),
    issues,
  };
}
