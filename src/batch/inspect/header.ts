import { bareHeader, KNOWN_HEADERS } from '../read/index.js';
import type { Cell, Sheet, TableRow } from '../table.js';
import { looksLikeIdentity } from './identity.js';

const LOOK_AT = 30;
const LONG_NUMBER = /[0-9]{7}/;
const KNOWN = new Set(KNOWN_HEADERS);
/** Who filled in the form, or when, with what it says behind the label. */
const NOTE = /^.{0,8}(?:单位|部门|机构|日期|时间|人|电话)[：:]./u;
const HEADER_WORD =
  /(?:姓名|证件?号码?|号码?|编号|代码|名称|类[别型]|等级|状态|日期|时间|月份|金额|关系|地址|情况|人数|人口|年级|班级|学校|性质|方式)$/;

/** How a row is built: its filled cells, their distinct texts, and those that a header would have. */
interface RowLook {
  readonly row: number;
  readonly filled: number;
  readonly distinct: number;
  readonly known: number;
  readonly likely: number;
  readonly values: number;
  /** A number of somebody or something: a header is printed, and never has one. */
  readonly numbered: boolean;
  /** Says who filled in the form, or when. */
  readonly noted: boolean;
}

/** Cells by column, a blank one left undefined. */
const filledRow = ({ cells }: TableRow): readonly (Cell | undefined)[] =>
  cells.map((cell) => (cell.text.trim() === '' ? undefined : cell));

const filledCells = (row: TableRow): readonly Cell[] => row.cells.filter(({ text }) => text.trim() !== '');

function lookAt(row: TableRow): RowLook {
  const cells = filledCells(row);
  const names = cells.map(({ text }) => bareHeader(text));
  return {
    row: row.row,
    filled: cells.length,
    distinct: new Set(names).size,
    known: names.filter((name) => KNOWN.has(name)).length,
    likely: names.filter((name) => HEADER_WORD.test(name) && name.length <= 16).length,
    // What stands in data and never in a header.
    values: cells.filter(isValue).length,
    noted: cells.some(({ text }) => NOTE.test(text.trim())),
    numbered: cells.some((cell) => looksLikeIdentity(cell) || LONG_NUMBER.test(cell.text.normalize('NFKC'))),
  };
}

const isValue = (cell: Cell): boolean =>
  cell.kind !== 'text' || looksLikeIdentity(cell) || /^['0-9.,%-]+$/.test(cell.text);

/** Whether some column holds numbers, dates or identifiers in most of the rows below. */
function valuesBelow(sheet: Sheet, row: number): boolean {
  const below = sheet.rows.slice(row, row + LOOK_AT).map(filledRow);
  const width = below.reduce((most, cells) => (cells.length > most ? cells.length : most), 0);
  return Array.from({ length: width }, (_, i) => below.flatMap((cells) => cells[i] ?? [])).some(
    (column) => column.length > 0 && column.filter(isValue).length * 2 > column.length,
  );
}

/**
 * The header rows of a sheet, by their physical numbers: the row of names, and above it the rows that only group
 * names (each text stands for several neighbours, as a merged cell does). Empty where no row looks like names: a
 * header is printed, so a row of data must never be taken for one. Either the texts are known header names, or none
 * of them is a value and the rows below hold values.
 */
export function findHeader(sheet: Sheet): readonly number[] {
  const looks = sheet.rows.slice(0, LOOK_AT).map(lookAt);
  const certain = ({ row, known, filled }: RowLook): boolean =>
    known * 2 > filled || known > 2 || valuesBelow(sheet, row);
  const score = (look: RowLook): number =>
    // A year or a number may head a column, but only among more names that are known.
    look.numbered ||
    (look.values > 0 && look.known <= look.values * 2) ||
    look.distinct < Math.min(2, look.filled)
      ? 0
      : look.known * 2 + look.likely;
  let best: RowLook | undefined;
  for (const look of looks) {
    if (score(look) > (best === undefined ? 0 : score(best)) && certain(look)) best = look;
  }
  // Names nobody knows: the first row that is as wide as the table and holds names alone.
  const width = looks.reduce((most, { filled }) => (filled > most ? filled : most), 0);
  best ??= looks.find(
    (look) =>
      look.filled === width &&
      look.values === 0 &&
      !look.numbered &&
      look.distinct === look.filled &&
      valuesBelow(sheet, look.row),
  );
  if (best === undefined || best.filled === 0) return [];
  const rows = [best.row];
  for (
    let above = looks[best.row - 2];
    above !== undefined && rows.length < 3;
    above = looks[above.row - 2]
  ) {
    const groups =
      above.distinct > 1 &&
      above.distinct < above.filled &&
      above.values === 0 &&
      !above.noted &&
      above.filled * 2 > best.filled;
    if (!groups) break;
    rows.unshift(above.row);
  }
  return rows;
}
