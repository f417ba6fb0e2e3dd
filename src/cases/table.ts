import { nearest, type ReadOptions, readCsv } from '../rules/index.js';
import type { Place } from '../value/index.js';
import { CATEGORY_STATUS, type CaseValue, type RuleCase } from './case-file.js';
import { type Column, parseColumn } from './column.js';
import { KNOWN_PATHS } from './expectation.js';
import type { Path, Reading, Shared } from './reading.js';
import type { RawTable } from './schema.js';

/** What one row says, before its columns are looked at. */
interface Row {
  readonly place: Place;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly value: CaseValue;
  readonly place: Place;
  /** Where an issue about it stands: for a cell of another file, where that file is named. */
  readonly path: Path;
}

/**
 * The cases of a table, one a row, called `fees/1`, `fees/2`, … Rows stand in the case file, or in a CSV file beside it
 * whose header says the columns. Issues: `cases.noColumns`, `cases.column` (a heading that says nothing),
 * `cases.duplicateColumn`, `cases.cells` (a row with too many or too few), `cases.noExpectation`, `cases.cell` (a cell
 * that its column cannot hold), `rules.kind`, `rules.fileMissing`, `rules.csv`.
 */
export function tableCases(
  reading: Reading,
  raw: RawTable,
  path: Path,
  files: NonNullable<ReadOptions['files']>,
): readonly RuleCase[] {
  reading.named(raw.id, path);
  const { headings, rows } = Array.isArray(raw.rows)
    ? written(reading, raw, path)
    : fromFile(reading, raw, path, files);
  const at = raw.columns === undefined ? [...path, 'rows'] : [...path, 'columns'];
  const columns = headings.map((heading, i) => {
    const column = parseColumn(heading);
    const where = raw.columns === undefined ? at : [...at, i];
    if (column === null) {
      const near = nearest(
        heading,
        KNOWN_PATHS.map((one) => `expect ${one}`),
      );
      reading.refuse('cases.column', near === null ? { found: heading } : { found: heading, near }, where);
    } else if (headings.indexOf(heading) < i)
      reading.refuse('cases.duplicateColumn', { found: heading }, where);
    return column;
  });
  const expects = columns.some((column) => column?.kind === 'expect');
  if (!expects && Object.keys(raw.expect ?? {}).length === 0 && headings.length > 0)
    reading.refuse('cases.noExpectation', { table: raw.id }, [...path, 'id']);

  const shared = reading.shared(raw, path, new Set(headings));
  const knownAtOf = (asOf: string): string => (shared.knownAt === '' ? asOf : shared.knownAt);
  return rows.map(({ place, cells }, n): RuleCase => {
    const one = columns.reduce<Shared>((so, column, i) => {
      const cell = cells[i];
      return column === null || cell === undefined ? so : withCell(reading, so, column, cell);
    }, shared);
    return { id: `${raw.id}/${n + 1}`, place, ...one, knownAt: knownAtOf(one.asOf) };
  });
}

interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

function written(reading: Reading, { id, columns, rows }: RawTable, path: Path): Table {
  if (columns === undefined) reading.refuse('cases.noColumns', { table: id }, [...path, 'id']);
  const headings = columns ?? [];
  const list = Array.isArray(rows) ? rows : [];
  return {
    headings,
    rows: list.map((row, r) => {
      const at = [...path, 'rows', r];
      if (columns !== undefined && row.length !== headings.length)
        reading.refuse('cases.cells', { found: row.length, needed: headings.length }, at);
      const cells = row.map(
        (raw, c): Cell => ({ ...reading.said(reading.value(raw, [...at, c]), [...at, c]), path: [...at, c] }),
      );
      return { place: reading.said('', at).place, cells };
    }),
  };
}

function fromFile(
  reading: Reading,
  { columns, rows }: RawTable,
  path: Path,
  files: NonNullable<ReadOptions['files']>,
): Table {
  const at = [...path, 'rows', 'file'];
  const file = Array.isArray(rows) ? '' : rows.file;
  const nothing: Table = { headings: [], rows: [] };
  const text = files(file);
  if (text === undefined) {
    reading.refuse('rules.fileMissing', { file }, at);
    return nothing;
  }
  const csv = readCsv(text);
  if (!csv.ok || (columns !== undefined && columns.join() !== csv.header.fields.join())) {
    const { line, what } = csv.ok ? { line: 1, what: 'header' } : csv;
    reading.refuse('rules.csv', { file, line, what }, at);
    return nothing;
  }
  const headings = csv.header.fields;
  return {
    headings,
    rows: csv.rows.map(({ line, fields }) => ({
      place: { file, line },
      cells: fields.map(
        (value, c): Cell => ({ value, place: { file, line, header: headings[c] ?? '' }, path: at }),
      ),
    })),
  };
}

function withCell(reading: Reading, one: Shared, column: Column, cell: Cell): Shared {
  const { value, place } = cell;
  const misfit = (options: string): Shared => {
    const line = place.line ?? 0;
    reading.refuse('cases.cell', { column: headingOf(column), options, line }, cell.path);
    return one;
  };
  const tooMuch = (): Shared => {
    reading.refuse('rules.kind', { found: isList(value) ? 'list' : 'mapping', needed: 'scalar' }, cell.path);
    return one;
  };
  if (column.kind === 'fact') return { ...one, facts: { ...one.facts, [column.name]: { value, place } } };
  if (column.kind === 'expect') {
    if (typeof value !== 'string' && !isList(value)) return tooMuch();
    return { ...one, expect: { ...one.expect, [column.name]: { value, place } } };
  }
  if (typeof value !== 'string') return tooMuch();
  switch (column.kind) {
    case 'given':
      return { ...one, given: { ...one.given, [column.name]: { value, place } } };
    case 'category': {
      const status = CATEGORY_STATUS.find((status) => status === value);
      if (status === undefined) return misfit(CATEGORY_STATUS.join(', '));
      return { ...one, categories: { ...one.categories, [column.name]: { value: status, place } } };
    }
    case 'date':
      if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return misfit('YYYY-MM-DD');
      return column.name === 'as_of' ? { ...one, asOf: value } : { ...one, periodStart: value };
  }
}

const isList = (value: CaseValue): value is readonly string[] => Array.isArray(value);

const headingOf = ({ kind, name }: Column): string => {
  if (kind === 'category') return `categories.${name}`;
  return kind === 'given' || kind === 'expect' ? `${kind} ${name}` : name;
};
