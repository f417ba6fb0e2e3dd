import { exact, formatExact, type Issue, parseExact } from '../../value/index.js';
import type { Cell } from '../table.js';
import { type OpenColumn, tokenOf } from './sheet.js';

/** What a cell says: something, nothing, or something that cannot be used. Bad data counts as not known. */
export type CellReading<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'unknown' }
  | { readonly state: 'bad'; readonly code: string; readonly values: Issue['values'] };

const UNKNOWN = { state: 'unknown' } as const;
export const known = <T>(value: T): CellReading<T> => ({ state: 'known', value });
export const bad = (code: string, values: Issue['values'] = {}) => ({ state: 'bad', code, values }) as const;

/** The text of a name or number as it stands; `''` where the cell says that it is not known. */
export function rawText(cell: Cell, column: OpenColumn): string {
  return column.unknown.has(tokenOf(cell)) ? '' : cell.text;
}

/** Whether a spreadsheet may have changed the digits of an identity cell. */
export const isNotText = (cell: Cell): boolean => cell.kind === 'number' || cell.kind === 'formula';

/** A code that is compared as text (a school code, a division code), without what exporters hang on it. */
export function codeText(cell: Cell, column: OpenColumn): string {
  const text = rawText(cell, column).normalize('NFKC').trim();
  return text.startsWith("'") ? text.slice(1) : text;
}

/** What the column's `values` says that a text means; else the text itself. */
export function meant(text: string, { spec: { values } }: OpenColumn): string {
  return values !== undefined && Object.hasOwn(values, text) ? (values[text] as string) : text;
}

/** The text of a cell that says something, before it means anything. */
export function said(cell: Cell, column: OpenColumn): CellReading<string> {
  const token = tokenOf(cell);
  if (token === '' || column.unknown.has(token)) return UNKNOWN;
  if (cell.kind === 'error') return bad('cell.error');
  if (cell.kind === 'formula' && column.spec.formulas !== 'cached') return bad('cell.formula');
  return known(token);
}

/** One of some ids: by the column's `values`, or the id itself. */
export function readOption<T extends string>(
  cell: Cell,
  column: OpenColumn,
  options: readonly T[],
): CellReading<T> {
  const read = said(cell, column);
  if (read.state !== 'known') return read;
  const option = options.find((one) => one === meant(read.value, column));
  if (option !== undefined) return known(option);
  const labels = Object.keys(column.spec.values ?? {});
  return bad('cell.label', { labels: (labels.length > 0 ? labels : options).join('、') });
}

export function readFlag(cell: Cell, column: OpenColumn): CellReading<boolean> {
  const read = readOption(cell, column, ['true', 'false']);
  if (read.state !== 'known') return read;
  return known(read.value === 'true');
}

const GROUPED = /^(-?[1-9][0-9]{0,2}(?:,[0-9]{3})+)(\.[0-9]+)?$/;

/** A plain decimal: digits, at most one point, perhaps a minus. Nothing is guessed: no unit, no full width, no exponent. */
export function readNumber(cell: Cell, column: OpenColumn): CellReading<string> {
  const read = said(cell, column);
  if (read.state !== 'known') return read;
  if (cell.kind === 'date' || cell.kind === 'boolean') return bad('cell.kind');
  let text = meant(read.value, column);
  const grouped = GROUPED.exec(text);
  if (column.spec.thousands !== undefined && grouped !== null) text = text.replaceAll(',', '');
  const number = parseExact(text);
  if (number === null) return bad('cell.number');
  // What `values` means is in the unit of the fact already.
  const times = BigInt(meant(read.value, column) === read.value ? (column.spec.times ?? 1) : 1);
  return known(formatExact(exact(number.n * times, number.d)));
}

/** A whole number from 1. */
export function readPosition(cell: Cell, column: OpenColumn): CellReading<number> {
  const read = readNumber(cell, column);
  if (read.state !== 'known') return read;
  return /^[1-9][0-9]{0,8}$/.test(read.value) ? known(Number(read.value)) : bad('cell.number');
}
