import { add, formatExact, type Place, parseExact } from '../value/index.js';
import type { CaseValue } from './case-file.js';
import { parseColumn } from './column.js';
import type { Path, Reading } from './reading.js';
import type { RawTable } from './schema.js';

/** Rows under headings, before the columns are looked at. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** Behind the table's id: `3`; of one cell of it `3/2`, and of one step beyond that cell `3/2+`. */
  readonly name: string;
  readonly place: Place;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly value: CaseValue;
  readonly place: Place;
  /** Where an issue about it stands: for a cell of another file, where that file is named. */
  readonly path: Path;
}

type Across = NonNullable<RawTable['across']>;

/**
 * A table as it is printed, spread to one row a cell: the columns behind the leading ones all say `column` by what stands
 * above them (`of`), and `cell` by what stands in them. With `up_to` a cell holds the greatest value with which what stands
 * above it is met: one `step` more is met by what stands above the cell before it, in the first column by `beyond`.
 * Issues: `cases.upTo` (what stands above is not expected, or what stands in the cells is), `rules.number` (a cell or step
 * that is none).
 */
export function spread(reading: Reading, across: Across, { headings, rows }: Table, path: Path): Table {
  const { column, of, cell, up_to: upTo } = across;
  const at = (...inner: Path): Path => [...path, 'across', ...inner];
  const leading = headings.length - of.length;
  if (upTo !== undefined && (parseColumn(column)?.kind !== 'expect' || parseColumn(cell)?.kind === 'expect'))
    reading.refuse('cases.upTo', { column, cell }, at('up_to'));
  const step = upTo === undefined ? null : numberOf(upTo.step, at('up_to', 'step'));
  const above = (n: number): Cell => {
    const where = n < 0 ? at('up_to', 'beyond') : at('of', n);
    const { value, place } = reading.said(
      reading.value(n < 0 ? (upTo?.beyond ?? '') : (of[n] as string), where),
      where,
    );
    return { value, place, path: where };
  };
  return {
    headings: [...headings.slice(0, leading), column, cell],
    rows: rows.flatMap((row) =>
      row.cells.slice(leading, headings.length).flatMap((one, n): readonly Row[] => {
        const here = (name: string, first: Cell, second: Cell): Row => ({
          name: `${row.name}/${name}`,
          place: one.place,
          cells: [...row.cells.slice(0, leading), first, second],
        });
        const within = here(`${n + 1}`, above(n), one);
        if (step === null) return [within];
        const limit = numberOf(one.value, one.path);
        if (limit === null) return [within];
        const beyond = { ...one, value: formatExact(add(limit, step)) };
        return [within, here(`${n + 1}+`, above(n - 1), beyond)];
      }),
    ),
  };

  function numberOf(value: CaseValue, where: Path) {
    const number = typeof value === 'string' ? parseExact(value.replaceAll('_', '')) : null;
    if (number === null)
      reading.refuse('rules.number', { found: typeof value === 'string' ? value : '' }, where);
    return number;
  }
}
