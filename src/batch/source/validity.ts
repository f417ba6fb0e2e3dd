import {
  type CivilDate,
  compareDates,
  fromDay,
  type Issue,
  monthsAfter,
  parseCivilDate,
  toDay,
} from '../../value/index.js';
import {
  type ColumnSpec,
  datePattern,
  ISO_DATE,
  type Job,
  type JobPath,
  monthPattern,
} from '../job/index.js';
import { bad, type CellReading, known, said } from './cell.js';
import { taken } from './rows.js';
import { type Columns, cellAt, type OpenColumn, type SourceRow, type SourceSheet, tokenOf } from './sheet.js';

/** Columns that say from when and until when a row holds. */
export interface Validity {
  readonly from: OpenColumn | undefined;
  readonly until: OpenColumn | undefined;
  readonly asOf: CivilDate | null;
}

export function openValidity(
  valid: { readonly from?: ColumnSpec | undefined; readonly until?: ColumnSpec | undefined } | undefined,
  columns: Columns,
  path: JobPath,
  job: Job,
): Validity | undefined {
  if (valid === undefined) return undefined;
  return {
    from: columns.optional(valid.from, [...path, 'from']),
    until: columns.optional(valid.until, [...path, 'until']),
    asOf: parseCivilDate(job.document.as_of),
  };
}

/**
 * Whether a row holds on `as_of`, both ends included; a month stands for all of its days. A blank end leaves that side
 * open, because lists write no end for who stays on them. `unknown` where a cell cannot be read: `cell.dateForm`,
 * `cell.error`, `cell.formula`; whoever stands there is then neither on the list nor off it.
 */
export function holds(
  row: SourceRow,
  { from, until, asOf }: Validity,
  sheet: SourceSheet,
  issues: Issue[],
): 'yes' | 'no' | 'unknown' {
  const ends = [from, until].map((column, i) => {
    if (column === undefined) return 'open';
    const cell = cellAt(row, column);
    const token = tokenOf(cell);
    if (token === '' || column.spec.none?.includes(token) === true) return 'open';
    return taken(readDay(cell, column, i === 1), sheet, row.row, column, issues) ?? 'unknown';
  });
  const outside = ends.some(
    (end, i) =>
      typeof end === 'object' &&
      asOf !== null &&
      (i === 0 ? compareDates(end, asOf) > 0 : compareDates(end, asOf) < 0),
  );
  if (outside) return 'no';
  return ends.includes('unknown') ? 'unknown' : 'yes';
}

/** A day, or of a month its first or last one. A text that means "not known" is no day either. */
function readDay(
  cell: Parameters<typeof said>[0],
  column: OpenColumn,
  last: boolean,
): CellReading<CivilDate> {
  const read = said(cell, column);
  if (read.state !== 'known') return read;
  const form = cell.kind === 'date' ? ISO_DATE : (column.spec.date ?? ISO_DATE);
  const date = datePattern(form)?.(read.value) ?? null;
  if (date !== null) return known(date);
  const month = monthPattern(form)?.(read.value) ?? null;
  if (month === null) return bad('cell.dateForm', { form });
  return known(last ? fromDay(toDay(monthsAfter(month, 1)) - 1) : month);
}
