import { error, type Issue, type Place, type Result, success } from '../../value/index.js';
import type { ColumnSpec, Job, JobPath } from '../job/index.js';
import { columnLetter } from '../read/index.js';
import type { Cell, Sheet, TableFile } from '../table.js';
import type { Layout } from './layout.js';

/** What a physical row is: only `data` can be a person. */
export type RowKind = 'above' | 'header' | 'blank' | 'skipped' | 'data';

export interface SourceRow {
  /** 1-based physical row. */
  readonly row: number;
  readonly kind: RowKind;
  readonly cells: readonly Cell[];
}

/** A sheet whose column names and rows are told apart. */
export interface SourceSheet {
  readonly layout: Layout;
  readonly file: string;
  /** Left out for a text file. */
  readonly sheet?: string;
  /** Column names as they stand in the file, by position; several header rows are joined by `/`. */
  readonly headers: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** A column of the job, found in a sheet. */
export interface OpenColumn {
  readonly index: number;
  /** As it stands in the file; the letter where it has no name. */
  readonly header: string;
  readonly spec: ColumnSpec;
  /** Texts that mean: not known. */
  readonly unknown: ReadonlySet<string>;
}

const BLANK: Cell = { kind: 'blank', text: '' };

/** The form in which column names are compared: width and compatibility folded, no white space, nothing invisible. */
export function headerKey(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
}

/** A cell's text without the white space around it. */
export const tokenOf = (cell: Cell): string => cell.text.trim();

export const cellAt = (row: SourceRow, column: OpenColumn | undefined): Cell =>
  column === undefined ? BLANK : (row.cells[column.index] ?? BLANK);

export const placeOf = (sheet: SourceSheet, row: number, column?: OpenColumn): Place => ({
  file: sheet.file,
  ...(sheet.sheet === undefined ? {} : { sheet: sheet.sheet }),
  row,
  ...(column === undefined ? {} : { header: column.header }),
});

/** The sheets of a file that a layout reads. Issues, at the source in the job file: `job.unknownSheet`, `job.sheetChoice`, `job.sheetNotRead`. */
export function sheetsOf(table: TableFile, layout: Layout, job: Job): Result<readonly Sheet[]> {
  const place = job.place(layout.path);
  const names = table.sheets.map((sheet) => sheet.name);
  const values = { file: layout.file, sheets: names.join('、') };
  const isText = table.sheets.length === 1 && names[0] === '';
  const issues: Issue[] = [];
  const wanted = isText ? undefined : layout.sheets;
  for (const sheet of [...(wanted ?? []), ...(isText ? [] : layout.otherSheets)])
    if (!names.includes(sheet)) issues.push(error('job.unknownSheet', { ...values, sheet }, place));
  const others = table.sheets.filter((s) => !layout.otherSheets.includes(s.name));
  const chosen =
    wanted === undefined
      ? others.filter((s) => !s.hidden && s.rows.length > 0)
      : table.sheets.filter((s) => wanted.includes(s.name));
  if (wanted === undefined && chosen.length !== 1) issues.push(error('job.sheetChoice', values, place));
  const [first, ...rest] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };
  return success(chosen);
}

/** Sheets of a file that no source of the job reads and none puts aside: somebody may be on them. */
export function sheetsNotRead(
  table: TableFile,
  layouts: readonly Layout[],
  read: ReadonlySet<string>,
): readonly Sheet[] {
  const aside = new Set(layouts.flatMap((layout) => layout.otherSheets));
  return table.sheets.filter((s) => s.rows.length > 0 && !read.has(s.name) && !aside.has(s.name));
}

/**
 * Tells the rows of a sheet apart. A row is `skipped` where its first cell that is not blank is, or begins with, a text
 * that the layout names, and no cell of `identity` holds an identity number: a row with one is a person, whatever it says.
 * Issues: `job.headerRow` (the sheet ends above it).
 */
export function openSheet(
  sheet: Sheet,
  layout: Layout,
  identity: readonly ColumnSpec[],
  job: Job,
): Result<SourceSheet> {
  const byRow = new Map(sheet.rows.map((row) => [row.row, row.cells] as const));
  const lines = layout.header.map((row) => byRow.get(row));
  if (lines.some((cells) => cells === undefined || cells.every((cell) => cell.kind === 'blank')))
    return {
      ok: false,
      issues: [
        error(
          'job.headerRow',
          { file: layout.file, sheet: sheet.name, row: layout.header.join(', '), rows: sheet.rows.length },
          job.place(layout.path),
        ),
      ],
    };
  const width = lines.reduce((most, cells) => ((cells?.length ?? 0) > most ? (cells?.length ?? 0) : most), 0);
  const headers = Array.from({ length: width }, (_, i) => {
    const names = lines.map((cells) => (cells?.[i]?.text ?? '').trim()).filter((name) => name !== '');
    return names.filter((name, n) => names.indexOf(name) === n).join('/');
  });
  const opened: SourceSheet = {
    layout,
    file: layout.file,
    ...(sheet.name === '' ? {} : { sheet: sheet.name }),
    headers,
    rows: [],
  };
  const indexOf = (name: string): number | undefined => {
    const found = findColumn(opened, name);
    return typeof found === 'number' ? found : undefined;
  };
  const identityAt = identity.map((spec) => indexOf(spec.header)).filter((i) => i !== undefined);
  const fillAt = layout.fillDown.map(indexOf).filter((i) => i !== undefined);
  const above = new Map<number, Cell>();

  const rows = sheet.rows.map(({ row, cells }): SourceRow => {
    if (layout.header.includes(row)) return { row, kind: 'header', cells };
    if (row < layout.fromRow)
      return { row, kind: cells.every((c) => c.kind === 'blank') ? 'blank' : 'above', cells };
    if (cells.every((c) => tokenOf(c) === '')) return { row, kind: 'blank', cells };
    if (isSkipped(cells, layout, identityAt)) return { row, kind: 'skipped', cells };
    if (fillAt.length === 0) return { row, kind: 'data', cells };
    const filled = [...cells];
    for (const i of fillAt) {
      const cell = filled[i];
      if (cell !== undefined && tokenOf(cell) !== '') above.set(i, cell);
      else {
        while (filled.length < i) filled.push(BLANK);
        filled[i] = above.get(i) ?? BLANK;
      }
    }
    return { row, kind: 'data', cells: filled };
  });
  return success({ ...opened, rows });
}

const DIGIT = /\p{Nd}/gu;
/** Fewer digits than this are a count (`26 人`), not an identity number, however damaged. */
const DIGITS_OF_A_PERSON = 8;

function isSkipped(cells: readonly Cell[], layout: Layout, identity: readonly number[]): boolean {
  const first = cells.map(tokenOf).find((text) => text !== '') ?? '';
  const named =
    layout.skipIs.includes(first) || layout.skipStartsWith.some((start) => first.startsWith(start));
  if (!named) return false;
  return identity.every((i) => {
    const text = cells[i] === undefined ? '' : tokenOf(cells[i]);
    return text === first || (text.match(DIGIT)?.length ?? 0) < DIGITS_OF_A_PERSON;
  });
}

const LETTERS = /^@([A-Z]{1,3})$/;

/** The position of a column by name or letter; `'none'` or `'several'` where it is not one. */
function findColumn(sheet: SourceSheet, name: string): number | 'none' | 'several' {
  const letters = LETTERS.exec(name)?.[1];
  if (letters !== undefined) {
    const index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return index;
  }
  const key = headerKey(name);
  const found = sheet.headers.flatMap((header, i) => (headerKey(header) === key ? [i] : []));
  return found.length > 1 ? 'several' : (found[0] ?? 'none');
}

/** Finds the columns that a source names, gathering what is missing: `job.unknownColumn`, `job.columnTwice`. */
export class Columns {
  readonly issues: Issue[] = [];
  private readonly sheet: SourceSheet;
  private readonly job: Job;
  private readonly unknown: readonly string[];

  constructor(sheet: SourceSheet, job: Job) {
    this.sheet = sheet;
    this.job = job;
    this.unknown = sheet.layout.unknown;
  }

  find(spec: ColumnSpec, path: JobPath): OpenColumn {
    const { file, sheet = '', headers } = this.sheet;
    const found = findColumn(this.sheet, spec.header);
    if (typeof found !== 'number') {
      const letters = headers.flatMap((header, i) =>
        headerKey(header) === headerKey(spec.header) ? [`@${columnLetter(i + 1)}`] : [],
      );
      const values = { file, sheet, header: spec.header };
      this.issues.push(
        found === 'none'
          ? error(
              'job.unknownColumn',
              { ...values, headers: headers.filter((h) => h !== '').join('、') },
              this.job.place(path),
            )
          : error('job.columnTwice', { ...values, letters: letters.join(' ') }, this.job.place(path)),
      );
    }
    const index = typeof found === 'number' ? found : -1;
    return {
      index,
      header: headers[index] || (index >= 0 ? columnLetter(index + 1) : spec.header),
      spec,
      unknown: new Set([...this.unknown, ...(spec.unknown ?? [])]),
    };
  }

  optional(spec: ColumnSpec | undefined, path: JobPath): OpenColumn | undefined {
    return spec === undefined ? undefined : this.find(spec, path);
  }
}
