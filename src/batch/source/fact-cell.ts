import type { LinkedShape } from '../../rules/index.js';
import {
  compare,
  contains,
  exact,
  floor,
  formatCivilDate,
  formatExact,
  fromDay,
  onGrid,
  parseExact,
  type Range,
  toDay,
} from '../../value/index.js';
import { datePattern, ISO_DATE } from '../job/index.js';
import type { Cell } from '../table.js';
import { bad, type CellReading, known, meant, readFlag, readNumber, readOption, said } from './cell.js';
import { type OpenColumn, tokenOf } from './sheet.js';

/** What a fact, or a figure that a person sets, can be. */
export type CellShape = Pick<LinkedShape, 'type' | 'options' | 'range' | 'step' | 'mayBeNone'>;

/** A value in the form in which `determine` takes it: of a fact with several all options that hold. */
export type FactValue = boolean | string | readonly string[];

/**
 * A fact of the rule file, within its range and on its grid. Texts of the column's `none` mean that it does not exist,
 * or of a fact with several that no option holds. People stand in no cell (`cell.people`).
 */
export function readFact(cell: Cell, column: OpenColumn, shape: CellShape): CellReading<FactValue> {
  const { kind } = shape.type;
  if (column.spec.none?.includes(tokenOf(cell)) === true) {
    if (kind === 'several') return known([]);
    return shape.mayBeNone ? known('none') : bad('cell.none');
  }
  switch (kind) {
    case 'flag':
      return readFlag(cell, column);
    case 'choice':
      return readOption(cell, column, shape.options);
    case 'several':
      return readSeveral(cell, column, shape.options);
    case 'date':
      return readDate(cell, column, shape.range);
    case 'code':
      return readCode(cell, column);
    case 'number':
      return readInRange(cell, column, shape);
    case 'people':
      return bad('cell.people');
  }
}

/** All options that hold, in the order of the rule file. One text that means none of them makes the cell unreadable. */
function readSeveral(
  cell: Cell,
  column: OpenColumn,
  options: readonly string[],
): CellReading<readonly string[]> {
  const read = said(cell, column);
  if (read.state !== 'known') return read;
  const texts = (column.spec.separator ?? []).reduce<readonly string[]>(
    (pieces, separator) => pieces.flatMap((piece) => piece.split(separator)),
    [read.value],
  );
  const found = new Set<string>();
  for (const text of texts.map((piece) => piece.trim()).filter((piece) => piece !== '')) {
    const option = meant(text, column);
    if (!options.includes(option)) return unknownLabel(column, options);
    found.add(option);
  }
  return found.size === 0 ? unknownLabel(column, options) : known(options.filter((one) => found.has(one)));
}

const unknownLabel = (column: OpenColumn, options: readonly string[]) => {
  const labels = Object.keys(column.spec.values ?? {});
  return bad('cell.label', { labels: (labels.length > 0 ? labels : options).join('、') });
};

/** A date as the column says that dates are written, or as the workbook marks it. */
function readDate(cell: Cell, column: OpenColumn, range: Range | undefined): CellReading<string> {
  const read = said(cell, column);
  if (read.state !== 'known') return read;
  if (cell.kind === 'boolean') return bad('cell.dateForm', { form: column.spec.date ?? ISO_DATE });
  const text = meant(read.value, column);
  // What `values` means is written plainly, and so is a cell that the workbook marks as a date.
  const form = cell.kind === 'date' || text !== read.value ? ISO_DATE : (column.spec.date ?? ISO_DATE);
  const date = datePattern(form)?.(text) ?? null;
  if (date === null) return bad('cell.dateForm', { form });
  if (range !== undefined && !contains(range, exact(BigInt(toDay(date))))) {
    const [least, most] = [range.low, range.high].map((x) => formatCivilDate(fromDay(Number(floor(x)))));
    return bad('cell.dateRange', { least: least ?? '', most: most ?? '' });
  }
  return known(formatCivilDate(date));
}

const MOST_CHARACTERS = 64;

/** A code compared as text, without the apostrophe that exporters put in front of it. */
function readCode(cell: Cell, column: OpenColumn): CellReading<string> {
  const read = said(cell, column);
  if (read.state !== 'known') return read;
  const text = meant(read.value, column).normalize('NFKC').trim().replace(/^'/, '');
  // A workbook that holds a code as a number may have cut or rounded it; digits alone are as they were typed.
  const damaged =
    cell.kind === 'number' ? !/^[0-9]+$/.test(text) : cell.kind === 'date' || cell.kind === 'boolean';
  const usable =
    text !== '' && text !== 'none' && text.length <= MOST_CHARACTERS && !/[\p{Cc}\p{Cs}]/u.test(text);
  return usable && !damaged ? known(text) : bad('cell.code');
}

function readInRange(cell: Cell, column: OpenColumn, { range, step }: CellShape): CellReading<string> {
  const read = readNumber(cell, column);
  if (read.state !== 'known') return read;
  const number = parseExact(read.value);
  if (number === null) return bad('cell.number');
  if (range !== undefined && !contains(range, number)) {
    const values = { least: formatExact(range.low), most: formatExact(range.high) };
    return bad(compare(number, range.low) < 0 ? 'cell.tooSmall' : 'cell.tooLarge', values);
  }
  if (step !== undefined && !onGrid(number, range?.low ?? exact(0n), step))
    return bad('cell.offGrid', { step: formatExact(step) });
  return read;
}
