import { describe, expect, test } from 'vitest';
import type { TableDocument } from '../../../src/rules/index.js';
import { find, refusedDocument, refusedOf, rulesOf, text } from './linking.js';

const TABLES = `
choices:
  level: { of: [t0, t1, t2] }
facts:
  n: { type: number, unit: "1", range: [-3, 30] }
  own: { type: choice, of: level }
parameters:
  wage: { unit: EUR, dated: { 2015-01-01: 9.61, 2016-01-01: 9.67 }, before: 9 }
  line: { unit: CNY, dated: { 2026-01-01: 100 }, before: unknown, range: [0, 500] }
  flat: { unit: point, is: 2/3 }
tables:
  ceiling:
    unit: EUR
    keys: [level, { points: 0..2+ }]
    rows: { t0: [1, 2, 3], t1: [4, 5, 6], t2: { 0: 7, 2: 9.5, 1: 8 } }
  loan:
    keys: [{ away: flag }]
    columns: [{ most: GBP }, { ratio: "1" }, { best: level }, { open: flag }]
    rows: { true: [8_610, 6.91, t2, true], false: [10, 1, t0, false] }
  size:
    { unit: CNY, keys: [{ size: 2..4 }], rows: [10, 20, 30.5], each_more: 0.25 }
  county:
    unit: CNY
    keys: [{ county: code }, { rural: flag }]
    match: prefix
    dated:
      2024-01-01: { "37": { true: 1, false: 2 }, "3702": { true: 3 } }
      2025-01-01: { "37": { true: 5, false: 6 } }
    before: unknown
    otherwise: unknown
    range: [0, 100]
    step: 0.5
  some: { type: flag, keys: [level], rows: { t1: true }, otherwise: false }
`;

const rules = () => rulesOf(TABLES);
const cells = (table: string, column = ''): readonly (readonly (string | undefined)[])[] =>
  find(rules().tables, table)
    .columns.find(({ name }) => name === column)
    ?.layers.map(({ is }) => is.map(text)) ?? [];

describe('tables', () => {
  test('rows stand row-major over their keys; a key outside that is never reached repeats the last row', () => {
    expect(find(rules().tables, 'ceiling').keys).toEqual([
      { kind: 'choice', choice: 'level', size: 3, outside: false },
      { kind: 'whole', low: 0, high: 2, more: true, size: 4, outside: true },
    ]);
    expect(cells('ceiling')).toEqual([['1', '2', '3', '3', '4', '5', '6', '6', '7', '8', '9.5', '9.5']]);
  });

  test('columns of their own types: numbers, flags as 0 and 1, options by number', () => {
    expect(find(rules().tables, 'loan').keys).toEqual([{ kind: 'flag', size: 2, outside: false }]);
    expect(find(rules().tables, 'loan').columns.map(({ type }) => type)).toEqual([
      { kind: 'number', unit: 'GBP' },
      { kind: 'number', unit: '1' },
      { kind: 'choice', choice: 'level' },
      { kind: 'flag' },
    ]);
    expect(['most', 'ratio', 'best', 'open'].map((column) => cells('loan', column)[0])).toEqual([
      ['10', '8610'],
      ['1', '6.91'],
      ['0', '2'],
      ['0', '1'],
    ]);
  });

  test('each unit beyond the last row adds; a key above finds the last row', () => {
    const table = find(rules().tables, 'size');
    expect(text(table.eachMore)).toBe('0.25');
    expect(table.keys).toEqual([{ kind: 'whole', low: 2, high: 4, more: true, size: 4, outside: true }]);
    expect(cells('size')).toEqual([['10', '20', '30.5', '30.5']]);
  });

  test('a longer code without a row of its own has that of the code which begins it', () => {
    const table = find(rules().tables, 'county');
    expect(table.keys[0]).toEqual({
      kind: 'code',
      codes: ['37', '3702'],
      prefix: true,
      size: 3,
      outside: true,
    });
    // Rows 37, 3702 and outside; in each rural false and true.
    expect(cells('county')).toEqual([
      ['2', '1', '2', '3', 'unknown', 'unknown'],
      ['6', '5', '6', '5', 'unknown', 'unknown'],
    ]);
    const [column] = table.columns;
    expect(column?.layers.map(({ from }) => from)).toEqual([
      { y: 2024, m: 1, d: 1 },
      { y: 2025, m: 1, d: 1 },
    ]);
    expect(column?.before).toBe('unknown');
    expect([text(column?.open?.range.high), text(column?.open?.step)]).toEqual(['100', '0.5']);
  });

  test('otherwise fills what is not said', () => {
    expect(cells('some')).toEqual([['0', '1', '0']]);
  });

  test('what formulas see: all cells, wider beyond the last row, and what an unknown one can be', () => {
    const { figures } = rulesOf(
      `${TABLES}
figures:
  top:   ceiling[t0, max(n, 0)]
  more:  size[max(n, 2)]
  open:  loan[true].most
  placed: { unit: CNY, is: "county[as_code, true]" }
  asked: wage at date(2016, 1, 1)
  third: flat
outputs: [top]`
        .replace('as_code', 'code_of')
        .replace('facts:', 'facts:\n  code_of: { type: code }'),
    );
    const range = (id: string) => {
      const { low, high } = find(figures, id).range ?? {};
      return [text(low), text(high)];
    };
    expect(range('top')).toEqual(['1', '9.5']);
    expect(range('more')).toEqual(['10', '37']);
    expect(range('placed')).toEqual(['0', '100']);
    expect(range('asked')).toEqual(['9', '9.67']);
    expect(range('third')).toEqual(['2/3', '2/3']);
  });
});

test('parameters by date, and what held before', () => {
  const layers = (id: string) =>
    find(rules().parameters, id).layers.map(({ from, is }) => [from?.y ?? null, text(is)]);
  expect(layers('wage')).toEqual([
    [2015, '9.61'],
    [2016, '9.67'],
  ]);
  expect(text(find(rules().parameters, 'wage').before)).toBe('9');
  expect(layers('flat')).toEqual([[null, '2/3']]);
  expect(find(rules().parameters, 'line').before).toBe('unknown');
  expect(text(find(rules().parameters, 'line').open?.step)).toBe('0.01');
});

describe('refused', () => {
  test.each<[string, string, string, string, Readonly<Record<string, string | number>>]>([
    [
      'a hole',
      '{ unit: CNY, keys: [level, { n: 1..2 }], rows: { t0: { 1: 1, 2: 1 }, t1: { 2: 1 }, t2: { 1: 1 } } }',
      'rules.rowsNotTotal',
      'tables.x.rows',
      { missing: 't1, 1', rest: 'otherwise' },
    ],
    [
      'a hole in one layer',
      '{ type: flag, keys: [level], dated: { 2020-01-01: { t0: true, t1: true, t2: true }, 2021-01-01: { t0: true, t2: true } } }',
      'rules.rowsNotTotal',
      'tables.x.dated.2021-01-01',
      { missing: 't1', rest: 'otherwise' },
    ],
    [
      'an option that is none',
      '{ unit: CNY, keys: [level], rows: { t0: 1, t3: 2 }, otherwise: 0 }',
      'rules.unknownOption',
      'tables.x.rows.t3',
      { option: 't3', choice: 'level', options: 't0, t1, t2', near: 't0' },
    ],
    [
      'a whole number without a row',
      '{ unit: CNY, keys: [{ n: 1..2 }], rows: { 1: 1, 3: 2 }, otherwise: 0 }',
      'rules.unknownOption',
      'tables.x.rows.3',
      { option: '3', choice: 'n', options: '1..2' },
    ],
    [
      'an unknown choice as a key',
      '{ unit: CNY, keys: [levl], rows: { t0: 1 } }',
      'rules.unknownChoice',
      'tables.x.keys.0',
      { choice: 'levl', near: 'level' },
    ],
    [
      'codes without otherwise',
      '{ unit: CNY, keys: [{ c: code }], rows: { "1": 1 } }',
      'rules.missingKey',
      'tables.x',
      { key: 'otherwise' },
    ],
    [
      'prefixes without codes',
      '{ unit: CNY, keys: [level], match: prefix, rows: { t0: 1 }, otherwise: 0 }',
      'rules.prefixWithoutCode',
      'tables.x.match',
      {},
    ],
    [
      'unknown cells without what they can be',
      '{ unit: CNY, keys: [level], rows: { t0: 1 }, otherwise: unknown }',
      'rules.missingKey',
      'tables.x',
      { key: 'range' },
    ],
    [
      'an unknown past without what it can be',
      '{ unit: CNY, keys: [level], dated: { 2020-01-01: { t0: 1, t1: 1, t2: 1 } }, before: unknown }',
      'rules.missingKey',
      'tables.x',
      { key: 'range' },
    ],
    [
      'more beyond an open row',
      '{ unit: CNY, keys: [{ n: 1..2+ }], rows: [1, 2], each_more: 1 }',
      'rules.eachMoreMisfits',
      'tables.x.each_more',
      {},
    ],
    [
      'more beyond a choice',
      '{ unit: CNY, keys: [level], rows: { t0: 1 }, otherwise: 0, each_more: 1 }',
      'rules.eachMoreMisfits',
      'tables.x.each_more',
      {},
    ],
    [
      'more of a flag',
      '{ type: flag, keys: [{ n: 1..2 }], rows: [true, false], each_more: 1 }',
      'rules.eachMoreMisfits',
      'tables.x.each_more',
      {},
    ],
    [
      'more of an option',
      '{ type: choice, of: level, keys: [{ n: 1..2 }], rows: [t0, t1], each_more: 1 }',
      'rules.eachMoreMisfits',
      'tables.x.each_more',
      {},
    ],
    [
      'more in several columns',
      '{ columns: [{ a: CNY }, { b: CNY }], keys: [{ n: 1..1 }], rows: { 1: [1, 2] }, each_more: 1 }',
      'rules.eachMoreMisfits',
      'tables.x.each_more',
      {},
    ],
    [
      'a column of an unknown unit',
      '{ columns: [{ a: km }], keys: [{ n: 1..1 }], rows: { 1: [1] } }',
      'rules.unknownUnit',
      'tables.x.columns.0',
      { unit: 'km' },
    ],
    [
      'a cell of no option',
      '{ type: choice, of: level, keys: [{ n: 1..1 }], rows: { 1: t4 } }',
      'rules.unknownOption',
      'tables.x.rows.1',
      { option: 't4', choice: 'level', options: 't0, t1, t2', near: 't0' },
    ],
    [
      'too many cells',
      '{ unit: CNY, keys: [{ n: 1..60000 }], rows: { 1: 1 }, otherwise: 0 }',
      'rules.limit',
      'tables.x.keys.0',
      { what: 'tableCells', most: 50_000 },
    ],
    [
      'too many cells by date',
      '{ unit: CNY, keys: [{ n: 1..30000 }], dated: { 2020-01-01: { 1: 1 }, 2021-01-01: { 1: 1 } }, otherwise: 0 }',
      'rules.limit',
      'tables.x',
      { what: 'tableCells', most: 50_000 },
    ],
    [
      'too many cells by columns',
      '{ keys: [{ n: 1..30000 }], columns: [{ a: "1" }, { b: "1" }], rows: { 1: [1, 1] }, otherwise: 0 }',
      'rules.limit',
      'tables.x',
      { what: 'tableCells', most: 50_000 },
    ],
    [
      'too many cells by several keys',
      '{ unit: CNY, keys: [{ n: 1..300 }, { m: 1..300 }], rows: { 1: { 1: 1 } }, otherwise: 0 }',
      'rules.limit',
      'tables.x',
      { what: 'tableCells', most: 50_000 },
    ],
  ])('%s', (_, table, code, path, values) => {
    expect(refusedOf(`choices: { level: { of: [t0, t1, t2] } }\ntables:\n  x: ${table}`)).toEqual([
      [code, path, values],
    ]);
  });

  test('a parameter whose past is unknown says what it can be', () => {
    expect(refusedOf('parameters: { p: { unit: CNY, dated: { 2020-01-01: 1 }, before: unknown } }')).toEqual([
      ['rules.missingKey', 'parameters.p', { key: 'range' }],
    ]);
  });

  // Expansion sorts layers and refuses what stands twice; a canonical document may come from anywhere.
  test.each<
    [
      string,
      Partial<TableDocument>,
      string,
      readonly (string | number)[],
      Readonly<Record<string, string | number>>,
    ]
  >([
    [
      'a row twice',
      { layers: [{ rows: [row('t0', '1'), row('t0', '2'), row('t1', '1'), row('t2', '1')] }] },
      'rules.duplicateKey',
      ['layers', 0, 'rows', 't0'],
      { key: 't0' },
    ],
    [
      'a row too deep',
      { layers: [{ rows: [{ keys: ['t0', 't1'], values: ['1'] }] }] },
      'rules.tableShape',
      ['layers', 0, 'rows', 't0', 't1'],
      { keys: 1 },
    ],
    [
      'a row with too many values',
      { layers: [{ rows: [{ keys: ['t0'], values: ['1', '2'] }] }], otherwise: '0' },
      'rules.rowColumns',
      ['layers', 0, 'rows', 't0'],
      { found: 2, needed: 1 },
    ],
    ['no layer', { layers: [] }, 'rules.missingKey', [], { key: 'dated' }],
    [
      'a layer without its date',
      { layers: [{ rows: [] }, { rows: [] }] },
      'rules.date',
      ['layers', 0],
      { found: '' },
    ],
    [
      'layers that fall',
      {
        layers: [
          { from: '2021-01-01', rows: [] },
          { from: '2020-01-01', rows: [] },
        ],
      },
      'rules.cutsNotIncreasing',
      ['layers', 1],
      { cut: '2020-01-01', before: '2021-01-01' },
    ],
    [
      'a number that is none',
      { layers: [{ rows: [row('t0', 'x')] }], otherwise: '0' },
      'rules.number',
      ['layers', 0, 'rows', 't0'],
      { found: 'x' },
    ],
  ])('%s in a canonical document', (_, change, code, path, values) => {
    const { document } = rulesOf(
      'choices: { level: { of: [t0, t1, t2] } }\ntables: { x: { unit: CNY, keys: [level], rows: { t0: 1, t1: 1, t2: 1 } } }',
    );
    const table = { ...(document.tables.x as TableDocument), ...change };
    expect(refusedDocument({ ...document, tables: { x: table } })).toEqual([
      [code, ['tables', 'x', ...path], values],
    ]);
  });
});

function row(key: string, value: string): TableDocument['layers'][number]['rows'][number] {
  return { keys: [key], values: [value] };
}
