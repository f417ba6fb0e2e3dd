import { type Issue, warning } from '../../value/index.js';
import type { CellReading } from './cell.js';
import { type OpenColumn, placeOf, type RowKind, type SourceSheet } from './sheet.js';

/** A physical row that is nobody: kept by place, so that the ledger can show every row. */
export interface RowOfNoPerson {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly kind: Exclude<RowKind, 'data'>;
}

export function rowsOfNoPerson(sheet: SourceSheet): readonly RowOfNoPerson[] {
  return sheet.rows.flatMap(({ row, kind }) =>
    kind === 'data'
      ? []
      : [{ file: sheet.file, ...(sheet.sheet === undefined ? {} : { sheet: sheet.sheet }), row, kind }],
  );
}

/** The value of a reading where there is one; what is bad becomes a warning at its cell. */
export function taken<T>(
  reading: CellReading<T>,
  sheet: SourceSheet,
  row: number,
  column: OpenColumn,
  issues: Issue[],
): T | undefined {
  if (reading.state === 'known') return reading.value;
  if (reading.state === 'bad')
    issues.push(warning(reading.code, reading.values, placeOf(sheet, row, column)));
  return undefined;
}
