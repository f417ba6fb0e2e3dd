import type { Issue } from '../value/index.js';

/** One cell as the file has it. `text` is exactly what is there; nothing is repaired or trimmed. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'formula' | 'error' | 'blank';
  /** Text; the raw digits of a number as stored; `YYYY-MM-DD` of a date; the cached value of a formula; `''` of a blank. */
  readonly text: string;
}

export interface TableRow {
  /** 1-based physical row of the sheet or file. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The quotes of the row are broken, so that a cell may have slipped into its neighbour's place. */
  readonly slipped?: true;
}

export interface Sheet {
  /** `''` for a text file. */
  readonly name: string;
  readonly hidden: boolean;
  /** Every physical row up to the last that holds anything, blank ones included. */
  readonly rows: readonly TableRow[];
}

/** A table file, told apart by content, never by its extension. */
export interface TableFile {
  readonly file: string;
  readonly format: 'csv' | 'tsv' | 'xlsx' | 'xls' | 'html';
  readonly encoding?: 'utf-8' | 'gb18030' | 'utf-16le';
  /** Of a text: what stood between its cells. */
  readonly delimiter?: ',' | ';' | '\t';
  readonly sheets: readonly Sheet[];
  /** Notes and warnings: a wrong extension, a byte-order mark, hidden rows, private-use characters, merged ranges filled … */
  readonly issues: readonly Issue[];
}
