import { nearest, type ReadOptions, readCsv } from '../rules/index.js';
import { type Cell, spread, type Table } from './across.js';
import { CATEGORY_STATUS, type CaseValue, type RuleCase } from './case-file.js';
import { type Column, parseColumn } from './column.js';
import { KNOWN_PATHS } from './expectation.js';
import type { Path, Reading, Shared } from './reading.js';
import type { RawTable } from './schema.js';

/**
 * The cases of a table, one a row, called `fees/1`, `fees/2`, … (with `across` one or two a cell, see {@link spread}). Rows
 * stand in the case file, or in a CSV file beside it whose header says the columns. Issues: `cases.noColumns`, `cases.column` (a heading that says nothing),
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
  const table = Array.isArray(raw.rows) ? written(reading, raw, path) : fromFile(reading, raw, path, files);
  const { headings, rows } = raw.across === undefined ? table : spread(reading, raw.across, table, path);
  const at = raw.columns === undefined ? [...path, 'rows'] : [...path, 'columns'];
  const whereOf = (i: number): Path => {
    const behind = headings.length - i;
    if (raw.across !== undefined && behind <= 2) return [...path, 'across', behind === 2 ? 'column' : 'cell'];
    return raw.columns === undefined ? at : [...at, i];
  };
  const columns = headings.map((heading, i) => {
    const column = parseColumn(heading);
    const where = whereOf(i);
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
  return rows.map(({ name, place, cells }): RuleCase => {
    const one = columns.reduce<Shared>((so, column, i) => {
      const cell = cells[i];
      return column === null || cell === undefined ? so : withCell(reading, so, column, cell);
    }, shared);
    return { id: `${raw.id}/${name}`, place, ...one, knownAt: knownAtOf(one.asOf) };
  });
}

function written(reading: Reading, { id, columns, across, rows }: RawTable, path: Path): Table {
  if (columns === undefined) reading.refuse('cases.noColumns', { table: id }, [...path, 'id']);
  const headings = [...(columns ?? []), ...(across?.of ?? [])];
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
      return { name: String(r + 1), place: reading.said('', at).place, cells };
    }),
  };
}

function fromFile(
  reading: Reading,
  { columns, across, rows }: RawTable,
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
  const of = across?.of ?? [];
  const fits = (fields: readonly string[]): boolean =>
    columns === undefined
      ? of.every((text, i) => fields[fields.length - of.length + i] === text)
      : fields.join() === [...columns, ...of].join();
  if (!csv.ok || !fits(csv.header.fields)) {
    const { line, what } = csv.ok ? { line: 1, what: 'header' } : csv;
    reading.refuse('rules.csv', { file, line, what }, at);
    return nothing;
  }
  const headings = csv.header.fields;
  return {
    headings,
    rows: csv.rows.map(({ line, fields }, r) => ({
      name: String(r + 1),
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
    case 'listed': {
      const row = { ...one.listed[column.name]?.value, [column.attribute]: value };
      return { ...one, listed: { ...one.listed, [column.name]: { value: row, place } } };
    }
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

const headingOf = (column: Column): string => {
  const { kind, name } = column;
  if (kind === 'category') return `categories.${name}`;
  if (kind === 'listed') return `listed.${name}.${column.attribute}`;
  return kind === 'given' || kind === 'expect' ? `${kind} ${name}` : name;
};
