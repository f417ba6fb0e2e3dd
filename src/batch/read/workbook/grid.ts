import type { Cell, Sheet, TableRow } from '../../table.js';
import { BLANK, columnLetter } from '../cells.js';
import type { Findings } from '../findings.js';
import { READ_LIMITS } from '../limits.js';

/** A merged range, 1-based and with both ends inside. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const LONGEST_EXACT = 15;

/** Whether a stored number has more digits than a spreadsheet keeps: an ID typed as a number. */
function tooLong(text: string): boolean {
  const [mantissa = '', exponent] = text.toUpperCase().split('E');
  const whole = mantissa.replace(/^[-+]/, '').replace(/\..*$/, '').replace(/^0+/, '');
  return whole.length > LONGEST_EXACT || Number(exponent ?? 0) >= LONGEST_EXACT;
}

/** Collects the cells of one sheet by their physical places and gives the sheet with every row at its true number. */
export class Grid {
  private readonly rows = new Map<number, Cell[]>();
  private readonly hidden = new Set<number>();
  private readonly hiddenColumns: (readonly [first: number, last: number])[] = [];
  private readonly merges: MergedRange[] = [];
  private readonly findings: Findings;
  readonly name: string;
  private slots = 0;
  /** Dates whose time of day was dropped. */
  timesOfDay = 0;

  constructor(name: string, findings: Findings) {
    this.name = name;
    this.findings = findings;
  }

  /** Puts a cell at its 1-based row and column. Blank cells are not kept. */
  put(row: number, column: number, cell: Cell): void {
    if (column > READ_LIMITS.columns) this.findings.limit('columns', { sheet: this.name, row });
    if (cell.kind === 'blank') return;
    let cells = this.rows.get(row);
    if (cells === undefined) {
      cells = [];
      this.rows.set(row, cells);
    }
    const before = cells.length;
    if (cells[column - 1] !== undefined && cells[column - 1] !== BLANK) {
      this.findings.refuse('read.cellTwice', {}, { sheet: this.name, row, header: columnLetter(column) });
    }
    while (cells.length < column - 1) cells.push(BLANK);
    cells[column - 1] = cell;
    this.slots += cells.length - before;
    if (this.slots > READ_LIMITS.cells) this.findings.limit('cells', { sheet: this.name, row });
  }

  hide(row: number): void {
    this.hidden.add(row);
  }

  /** Columns, 1-based and with both ends inside, that are not shown. */
  hideColumns(first: number, last: number): void {
    this.hiddenColumns.push([first, last]);
  }

  merge(range: MergedRange): void {
    this.merges.push(range);
  }

  /**
   * Fills each merged range with its top-left value. The range is cut to the rows and columns that hold something
   * anyway, so that a title merged over a whole sheet makes no rows of its own.
   */
  private fill(lastRow: number, lastColumn: number): void {
    let ranges = 0;
    let filled = 0;
    let hiddenValues = 0;
    for (const { top, left, bottom, right } of this.merges) {
      const value = this.rows.get(top)?.[left - 1];
      if (value === undefined || value === BLANK) continue;
      ranges += 1;
      for (let row = top; row <= Math.min(bottom, lastRow); row++) {
        for (let column = left; column <= Math.min(right, lastColumn); column++) {
          if (row === top && column === left) continue;
          const own = this.rows.get(row)?.[column - 1] ?? BLANK;
          if (own === value) continue;
          if (own !== BLANK) {
            hiddenValues += 1;
            continue;
          }
          filled += 1;
          if (filled > READ_LIMITS.mergedCells) this.findings.limit('mergedCells', { sheet: this.name });
          this.put(row, column, value);
        }
      }
    }
    const place = { sheet: this.name };
    if (filled > 0) this.findings.note('read.mergedFilled', { ranges, cells: filled }, place);
    if (hiddenValues > 0) this.findings.warn('read.mergedValueHidden', { count: hiddenValues }, place);
  }

  private noteKinds(rows: readonly TableRow[]): void {
    const longNumbers = new Map<number, number>();
    const seen = { formula: 0, error: 0, firstError: 0 };
    for (const { row, cells } of rows) {
      cells.forEach((cell, i) => {
        if (cell.kind === 'formula') seen.formula += 1;
        if (cell.kind === 'error') {
          seen.error += 1;
          if (seen.firstError === 0) seen.firstError = row;
        }
        if (cell.kind === 'number' && tooLong(cell.text))
          longNumbers.set(i + 1, (longNumbers.get(i + 1) ?? 0) + 1);
      });
    }
    const place = { sheet: this.name };
    for (const [column, count] of longNumbers) {
      this.findings.warn('read.longNumbers', { count }, { ...place, header: columnLetter(column) });
    }
    if (seen.error > 0)
      this.findings.warn('read.errorCells', { count: seen.error, row: seen.firstError }, place);
    if (seen.formula > 0) this.findings.note('read.formulaCells', { count: seen.formula }, place);
    if (this.timesOfDay > 0) this.findings.note('read.timeOfDay', { count: this.timesOfDay }, place);
  }

  finish(hidden: boolean): Sheet {
    let lastRow = 0;
    let lastColumn = 0;
    for (const [row, cells] of this.rows) {
      if (row > lastRow) lastRow = row;
      if (cells.length > lastColumn) lastColumn = cells.length;
    }
    // Before anything is built: one cell at the far end must not make a million rows.
    if (lastRow - this.rows.size > READ_LIMITS.blankRows) {
      this.findings.limit('blankRows', { sheet: this.name, row: lastRow });
    }
    this.fill(lastRow, lastColumn);
    const rows = Array.from(
      { length: lastRow },
      (_, i): TableRow => ({ row: i + 1, cells: this.rows.get(i + 1) ?? [] }),
    );
    this.noteKinds(rows);
    const hiddenRows = [...this.hidden].filter((row) => row <= lastRow).length;
    if (hiddenRows > 0) this.findings.note('read.hiddenRows', { count: hiddenRows }, { sheet: this.name });
    // A style for the whole sheet hides columns far beyond the table: only those that hold something count.
    const hiddenColumns = Array.from({ length: lastColumn }, (_, i) => i + 1).filter((column) =>
      this.hiddenColumns.some(([first, last]) => first <= column && column <= last),
    );
    if (hiddenColumns.length > 0)
      this.findings.note(
        'read.hiddenColumns',
        { count: hiddenColumns.length, letters: hiddenColumns.map(columnLetter).join(' ') },
        { sheet: this.name },
      );
    if (hidden) this.findings.note('read.hiddenSheet', {}, { sheet: this.name });
    return { name: this.name, hidden, rows };
  }
}
