import { error, type Issue, type Place, type Result, success, warning } from '../../value/index.js';
import type { ColumnSpec, Job, JobPath } from '../job/index.js';
import { columnLetter } from '../read/index.js';
import type { Cell, Sheet } from '../table.js';
import { DITTO } from '../words.js';
import { holdsNumber, sayable } from './header-words.js';
import type { Layout } from './layout.js';
import { doubtOf, firstWord, isNamed, namesNobody, unevenRows } from './row-doubt.js';

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

/**
 * Tells the rows of a sheet apart. A row is `skipped` where its first cell that is not blank is, or begins with, a text
 * that the layout names, and no cell of `identity` holds an identity number: a row with one is a person, whatever it says.
 *
 * A row of data whose cells cannot be told from each other (`row.slipped`, `row.short`, `row.long`), or that speaks of a
 * total or of who filled in the form (`row.footer`), is handed on without its cells: it is counted, ends as a row that
 * nobody can read, and is looked at by a person. Nothing is made of cells that may stand in the wrong column.
 *
 * Issues that refuse the job: `job.headerRow` (the sheet ends above it), `job.headerIsData`, `job.rowsUneven` (most rows do
 * not have the width of the header: that is how the file was written, and no mistake in single rows).
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
  if (lines.some((cells) => cells?.some(holdsNumber) === true))
    return {
      ok: false,
      issues: [
        error(
          'job.headerIsData',
          { file: layout.file, sheet: sheet.name, row: layout.header.join(', ') },
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

  const isText = sheet.name === '';
  const issues: Issue[] = [];
  const rows = sheet.rows.map((line): SourceRow => {
    const { row, cells } = line;
    if (layout.header.includes(row)) return { row, kind: 'header', cells };
    if (row < layout.fromRow)
      return { row, kind: cells.every((c) => c.kind === 'blank') ? 'blank' : 'above', cells };
    if (cells.every((c) => tokenOf(c) === '')) return { row, kind: 'blank', cells };
    const word = firstWord(cells);
    if (isNamed(word, layout) && namesNobody(cells, identityAt, word)) return { row, kind: 'skipped', cells };
    const doubt = doubtOf(line, word, headers, layout, identityAt, isText);
    if (doubt !== null) {
      issues.push(warning(doubt, { width: headers.length, found: cells.length }, placeOf(opened, row)));
      // What it would have handed down is not known.
      above.clear();
      return { row, kind: 'data', cells: [] };
    }
    if (fillAt.length === 0) return { row, kind: 'data', cells };
    const filled = [...cells];
    for (const i of fillAt) {
      const cell = filled[i];
      const said = cell === undefined ? '' : tokenOf(cell);
      if (cell !== undefined && said !== '' && !DITTO.has(said)) above.set(i, cell);
      else {
        while (filled.length < i) filled.push(BLANK);
        filled[i] = above.get(i) ?? BLANK;
      }
    }
    return { row, kind: 'data', cells: filled };
  });
  const uneven = unevenRows(issues, rows);
  if (uneven !== null)
    return {
      ok: false,
      issues: [
        error(
          'job.rowsUneven',
          { file: layout.file, sheet: sheet.name, width: headers.length, ...uneven },
          job.place(layout.path),
        ),
      ],
    };
  return success({ ...opened, rows }, issues);
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
              { ...values, headers: headers.filter(sayable).join('、') },
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

  /** A finding about this sheet that refuses the job. */
  refuse(code: string, values: Issue['values'], path: JobPath): void {
    const { file, sheet = '' } = this.sheet;
    this.issues.push(error(code, { file, sheet, ...values }, this.job.place(path)));
  }

  optional(spec: ColumnSpec | undefined, path: JobPath): OpenColumn | undefined {
    return spec === undefined ? undefined : this.find(spec, path);
  }
}
