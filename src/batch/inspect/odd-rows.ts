import type { Sheet, TableRow } from '../table.js';
import { PART_TOTAL, REMARK_WORDS, TOTAL_WORDS } from '../words.js';
import { looksLikeIdentity } from './identity.js';
import type { OddRow } from './inspection.js';

const blank = ({ cells }: TableRow): boolean => cells.every(({ text }) => text.trim() === '');

/** The word that makes a row below the header a total or a remark: it stands first, and nobody's ID beside it. */
function oddWord(row: TableRow): { kind: 'total' | 'remark'; word: string } | null {
  const filled = row.cells.filter(({ text }) => text.trim() !== '');
  if (filled.some(looksLikeIdentity)) return null;
  const first = filled[0]?.text.trim().replace(/\s+/g, '') ?? '';
  const total = TOTAL_WORDS.find((word) => first.startsWith(word));
  if (total !== undefined) return { kind: 'total', word: total };
  if (PART_TOTAL.test(first)) return { kind: 'total', word: first };
  const remark = REMARK_WORDS.find((word) => first.startsWith(word));
  return remark === undefined ? null : { kind: 'remark', word: remark };
}

/** Every row that seems to be no person, in order. Rows of data are never named here. */
export function findOddRows(sheet: Sheet, header: readonly number[]): OddRow[] {
  const names = header.at(-1) ?? 0;
  const odd: OddRow[] = [];
  for (const row of sheet.rows) {
    if (row.row === names) continue;
    if (blank(row)) odd.push({ row: row.row, kind: 'blank' });
    else if (header.includes(row.row)) odd.push({ row: row.row, kind: 'group' });
    else if (row.row < names) odd.push({ row: row.row, kind: 'title' });
    else {
      const found = oddWord(row);
      if (found !== null) odd.push({ row: row.row, ...found });
    }
  }
  return odd;
}

const DAY = /(20[0-9]{2})\s*[-/.年]\s*([01]?[0-9])\s*[-/.月]\s*([0-3]?[0-9])/;

/** A full date in the rows above the header, such as `数据日期：2025-09-10`. A month alone names no day. */
export function dateAbove(sheet: Sheet, header: readonly number[]): string | undefined {
  const [first = 1] = header;
  for (const { cells } of sheet.rows.slice(0, first - 1)) {
    for (const { text } of cells) {
      const match = DAY.exec(text);
      if (match !== null) return `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
    }
  }
  return undefined;
}
