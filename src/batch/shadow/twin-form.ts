import type { Cell, TableFile } from '../table.js';
import { encode, type TwinEncoding } from './encode.js';

/** How a twin file is written: as the file of its mould, but for an old workbook, beside which stands a new one. */
export type TwinForm =
  | { readonly kind: 'workbook' }
  | { readonly kind: 'html'; readonly encoding: TwinEncoding }
  | { readonly kind: 'text'; readonly encoding: TwinEncoding; readonly delimiter: ',' | ';' | '\t' };

export function formOf({ format, encoding = 'utf-8', delimiter = ',' }: TableFile): TwinForm {
  if (format === 'html') return { kind: 'html', encoding };
  return format === 'csv' || format === 'tsv' ? { kind: 'text', encoding, delimiter } : { kind: 'workbook' };
}

/** The name that a job has for a delimiter. */
export const delimiterName = (delimiter: ',' | ';' | '\t'): ',' | ';' | 'tab' =>
  delimiter === '\t' ? 'tab' : delimiter;

type Rows = readonly (readonly Cell[])[];

/** Written plainly: a guard before a cell would change what the reader gets. */
export function textBytes(
  { encoding, delimiter }: Extract<TwinForm, { kind: 'text' }>,
  headers: readonly string[],
  rows: Rows,
): Uint8Array {
  const quoted = (cell: string): string =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [headers, ...rows.map((row) => row.map((cell) => cell.text))];
  return encode(lines.map((line) => `${line.map(quoted).join(delimiter)}\n`).join(''), encoding);
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);

/** A table of a page as offices save it; its one sheet is {@link HTML_SHEET}. */
export function htmlBytes(
  { encoding }: Extract<TwinForm, { kind: 'html' }>,
  headers: readonly string[],
  rows: Rows,
): Uint8Array {
  const row = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>\n`;
  const body = [
    row('th', headers),
    ...rows.map((cells) =>
      row(
        'td',
        cells.map((cell) => cell.text),
      ),
    ),
  ];
  const head = `<head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"></head>`;
  return encode(`<html>${head}<body><table>\n${body.join('')}</table></body></html>\n`, encoding);
}

export const HTML_SHEET = 'table1';
