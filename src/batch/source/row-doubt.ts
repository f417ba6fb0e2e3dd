import type { Issue } from '../../value/index.js';
import type { Cell, TableRow } from '../table.js';
import { PART_TOTAL, REMARK_WORDS, TOTAL_WORDS } from '../words.js';
import type { Layout } from './layout.js';

/** The first text of a row, by which totals and remarks are known; `''` of a blank row. */
export const firstWord = (cells: readonly Cell[]): string =>
  cells.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';

/** Whether the layout names the row as one that is nobody. */
export const isNamed = (word: string, { skipIs, skipStartsWith }: Layout): boolean =>
  skipIs.includes(word) || skipStartsWith.some((start) => word.startsWith(start));

const DIGIT = /\p{Nd}/gu;
/** Fewer digits than this are a count (`26 人`), not an identity number, however damaged. */
const DIGITS_OF_A_PERSON = 8;

/** Whether no identity column holds a number: a row with one is a person, whatever else it says. */
export function namesNobody(cells: readonly Cell[], identity: readonly number[], word: string): boolean {
  return identity.every((i) => {
    const text = cells[i]?.text.trim() ?? '';
    return text === word || (text.match(DIGIT)?.length ?? 0) < DIGITS_OF_A_PERSON;
  });
}

const FOOTERS = [...TOTAL_WORDS, ...REMARK_WORDS];

/** Why the cells of a row of data say nothing; `null` where they stand in their columns. See `openSheet`. */
export function doubtOf(
  { cells, slipped }: TableRow,
  word: string,
  headers: readonly string[],
  layout: Layout,
  identity: readonly number[],
  isText: boolean,
): 'row.slipped' | 'row.footer' | 'row.long' | 'row.short' | null {
  if (slipped === true) return 'row.slipped';
  const isFooter =
    identity.length > 0 && (FOOTERS.some((footer) => word.startsWith(footer)) || PART_TOTAL.test(word));
  if (isFooter && namesNobody(cells, identity, word)) return 'row.footer';
  // A workbook places each cell; in a text a missing or an extra separator moves all that follow.
  if (!isText) return null;
  if (cells.slice(headers.length).some(({ text }) => text.trim() !== '')) return 'row.long';
  const least = headers.findLastIndex((name) => name !== '') + 1;
  return cells.length < least && !layout.shortRowsBlank ? 'row.short' : null;
}

/** Fewer rows than this are looked at one by one, however many of them are at fault. */
const LEAST_UNEVEN = 10;

/** Rows of another width than the header, where they are most of the rows of data; else `null`. */
export function unevenRows(
  found: readonly Issue[],
  rows: readonly { readonly kind: string }[],
): { readonly rows: number; readonly uneven: number } | null {
  const uneven = found.filter(({ code }) => code === 'row.short' || code === 'row.long').length;
  if (uneven < LEAST_UNEVEN) return null;
  const data = rows.filter(({ kind }) => kind === 'data').length;
  return uneven * 2 > data ? { rows: data, uneven } : null;
}
