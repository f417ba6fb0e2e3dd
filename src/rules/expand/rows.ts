import type { ColumnDocument, KeyDocument, RowDocument } from '../document.js';
import { LIMITS } from '../limits.js';
import type { Path } from '../text/index.js';
import { cellOf } from './cells.js';
import type { Context } from './context.js';
import { canonicalNumber } from './number.js';
import { byText, entries, isMapping, members } from './raw.js';

/** What the rows of a table have in common. */
export interface Shape {
  readonly keys: readonly KeyDocument[];
  readonly columns: readonly ColumnDocument[];
}

/** Rows in the order of their keys' texts, each key once. */
export function sortedRows(
  rows: readonly (RowDocument & { readonly at: Path })[],
  twice: (row: RowDocument, at: Path) => void,
): readonly RowDocument[] {
  const sorted = rows
    .map((row) => ({ ...row, order: row.keys.join('\u0000') }))
    .sort((a, b) => byText(a.order, b.order));
  return sorted.map(({ keys, values, order, at }, i) => {
    if (sorted[i - 1]?.order === order) twice({ keys, values }, at);
    return { keys, values };
  });
}

/** A key as it stands in the canonical form: whole numbers without `_` and the like, all else as written. */
export const canonicalKey = (key: KeyDocument | undefined, text: string): string =>
  key?.type === 'whole' ? canonicalNumber(text) : text;

/**
 * Rows that stand in the rule file, nested once for each key; a list in order at the last key becomes rows by the
 * whole numbers, and so does a key such as `1..3` or `8+`. Issues: `rules.tableShape`, `rules.rowsList`, `rules.rowsCount`, `rules.rowColumns`,
 * `rules.duplicateKey`, `rules.number`, `rules.notOneOf`.
 */
export function writtenRows(
  context: Context,
  shape: Shape,
  raw: unknown,
  path: Path,
): readonly RowDocument[] {
  const rows: (RowDocument & { readonly at: Path })[] = [];
  const walk = (value: unknown, keys: readonly string[], at: Path): void => {
    const key = shape.keys[keys.length];
    if (key === undefined) {
      const values = rowOf(context, shape, value, at);
      if (values !== null) rows.push({ keys, values, at });
    } else if (Array.isArray(value)) {
      for (const [i, name] of positions(context, shape, keys.length, value.length, at).entries())
        walk(value[i], [...keys, name], [...at, i]);
    } else if (isMapping(value)) {
      for (const [text, inner] of entries(value))
        for (const one of spanned(key, text)) walk(inner, [...keys, one], [...at, text]);
    } else context.refuse('rules.tableShape', at, { keys: shape.keys.length });
  };
  walk(raw, [], path);
  return sortedRows(rows, (row, at) =>
    context.refuse('rules.duplicateKey', at, { key: row.keys.join(', ') }),
  );
}

const SPAN = /^(-?[0-9]+)\.\.(-?[0-9]+)$/;
const REST = /^(-?[0-9]+)\+$/;

/** The rows that a key text stands for: `1..3` for three whole numbers, `8+` for all from there on, else itself. */
function spanned(key: KeyDocument, text: string): readonly string[] {
  const span = key.type === 'whole' ? (SPAN.exec(text) ?? REST.exec(text)) : null;
  if (span === null || key.type !== 'whole') return [canonicalKey(key, text)];
  const [low, high] = [Number(span[1]), Number(span[2] ?? key.high)];
  const most = high - low < LIMITS.tableCells ? high - low + 1 : 0;
  return most <= 0 ? [text] : Array.from({ length: most }, (_, i) => String(low + i));
}

/** The whole numbers that the places of a list stand for; none where a list cannot stand. */
function positions(
  context: Context,
  shape: Shape,
  depth: number,
  length: number,
  at: Path,
): readonly string[] {
  const key = shape.keys[depth] as KeyDocument;
  if (key.type !== 'whole' || depth < shape.keys.length - 1) {
    context.refuse('rules.rowsList', at, { key: key.name });
    return [];
  }
  const low = Number(key.low);
  const needed = Number(key.high) - low + 1;
  if (needed > 0 && length !== needed) context.refuse('rules.rowsCount', at, { found: length, needed });
  return Array.from({ length }, (_, i) => String(low + i));
}

/** The values of one row, one for each column, or `null` with what is wrong said. */
function rowOf(context: Context, shape: Shape, raw: unknown, at: Path): readonly string[] | null {
  const { columns } = shape;
  const inList = columns[0]?.name !== '';
  const texts: readonly unknown[] = inList && Array.isArray(raw) ? raw : [raw];
  const deeper = texts.findIndex((text) => typeof text !== 'string');
  if (deeper >= 0) {
    const place = inList && Array.isArray(raw) ? [...at, deeper] : at;
    context.refuse('rules.tableShape', firstCell(texts[deeper], place), { keys: shape.keys.length });
    return null;
  }
  if (texts.length !== columns.length) {
    context.refuse('rules.rowColumns', at, { found: texts.length, needed: columns.length });
    return null;
  }
  const values = columns.flatMap((column, i) => {
    const cell = cellOf(column, texts[i] as string);
    if (typeof cell === 'string') return [cell];
    context.refuse(cell.code, inList ? [...at, i] : at, cell.values);
    return [];
  });
  return values.length === columns.length ? values : null;
}

/** The place of the first cell inside rows that nest too deep. */
function firstCell(raw: unknown, at: Path): Path {
  const [first] = Object.entries(typeof raw === 'object' ? members(raw) : {});
  return first === undefined
    ? at
    : firstCell(first[1], [...at, Array.isArray(raw) ? Number(first[0]) : first[0]]);
}
