import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCsv } from '../../../src/rules/expand/csv.js';
import { digestJson } from '../../../src/value/index.js';
import { faults, long } from './written.js';

// Section 6: parameters and tables.

const table = (text: string, files?: Readonly<Record<string, string>>, before = '') =>
  long(`${before}tables:\n  t: ${text}\n`, files).tables.t;
const wrong = (text: string, files?: Readonly<Record<string, string>>) =>
  faults(`tables:\n  t: ${text}\n`, files);

describe('parameters', () => {
  it.each([
    [
      '{ unit: EUR, dated: { 2016-01-01: 9.67, 2015-01-01: 9.610 } }',
      {
        unit: 'EUR',
        layers: [
          { from: '2015-01-01', value: '9.61' },
          { from: '2016-01-01', value: '9.67' },
        ],
      },
    ],
    ['{ unit: 1, is: 35%, title: 比例 }', { unit: '1', layers: [{ value: '0.35' }], title: { zh: '比例' } }],
    [
      '{ unit: CNY/person/year, dated: { 2024-01-01: 10_000 }, before: unknown, range: [0, 1_000_000] }',
      {
        unit: 'CNY/person/year',
        layers: [{ from: '2024-01-01', value: '10000' }],
        before: 'unknown',
        range: ['0', '1000000'],
        step: '0.01',
      },
    ],
    [
      '{ unit: year, dated: { 2024-01-01: 26 }, before: 25 }',
      { unit: 'year', layers: [{ from: '2024-01-01', value: '26' }], before: '25' },
    ],
  ])('%s', (text, form) => {
    expect(long(`parameters:\n  p: ${text}\n`).parameters.p).toEqual(form);
  });

  it.each([
    ['{ unit: EUR, dted: { 2015-01-01: 9.61 } }', 'rules.unknownKey', 'dted', { near: 'dated' }],
    ['{ unit: EUR }', 'rules.missingKey', 'p', {}],
    ['{ unit: EUR, dated: { 2015: 9.61 } }', 'rules.date', '2015', { found: '2015' }],
    ['{ unit: EUR, is: 9,61 }', 'rules.number', '9', { found: '9,61' }],
    [
      '{ unit: EUR, dated: { 2015-01-01: 1 }, before: unkown }',
      'rules.notOneOf',
      'unkown',
      { near: 'unknown' },
    ],
    [
      '{ unit: person/day, dated: { 2015-01-01: 1 }, before: unknown, range: [0, 2] }',
      'rules.missingKey',
      '{ unit: perso',
      { key: 'step' },
    ],
  ])('%s is refused', (text, code, place, values) => {
    expect(faults(`parameters:\n  p: ${text}\n`)).toEqual([[code, place, expect.objectContaining(values)]]);
  });
});

describe('keys, columns and rows', () => {
  it('columns have units of their own, and a row has a value for each', () => {
    expect(
      table(
        '{ keys: [year, residence], columns: [{ most: GBP }, { ratio: 1 }], rows: { y24: { home: [8_610, 6.91], away: [10_227, 6.84] } } }',
      ),
    ).toEqual({
      columns: [
        { name: 'most', type: 'number', unit: 'GBP' },
        { name: 'ratio', type: 'number', unit: '1' },
      ],
      keys: [
        { name: 'year', type: 'choice', choice: 'year' },
        { name: 'residence', type: 'choice', choice: 'residence' },
      ],
      match: 'exact',
      layers: [
        {
          rows: [
            { keys: ['y24', 'away'], values: ['10227', '6.84'] },
            { keys: ['y24', 'home'], values: ['8610', '6.91'] },
          ],
        },
      ],
    });
  });

  it('a list at the last key of whole numbers becomes rows with the numbers written out', () => {
    expect(
      table('{ unit: USD, keys: [{ size: 2..4 }], rows: [28_530, 35_510, 43_870], each_more: 6_840 }'),
    ).toEqual({
      columns: [{ name: '', type: 'number', unit: 'USD' }],
      keys: [{ name: 'size', type: 'whole', low: '2', high: '4', more: false }],
      match: 'exact',
      layers: [
        {
          rows: [
            { keys: ['2'], values: ['28530'] },
            { keys: ['3'], values: ['35510'] },
            { keys: ['4'], values: ['43870'] },
          ],
        },
      ],
      each_more: '6840',
    });
  });

  it('a range may begin below 0 and be open above; rows by date rise', () => {
    const t = table(
      '{ unit: EUR/month, keys: [{ number: -1..1+ }], dated: { 2021-07-22: [0, 103.20, 170.7], 2020-07-22: { -1: 0, 0: 1, 1: 2 } }, before: unknown, range: [0, 1_000] }',
    );
    expect(t?.keys).toEqual([{ name: 'number', type: 'whole', low: '-1', high: '1', more: true }]);
    expect(t?.layers).toEqual([
      {
        from: '2020-07-22',
        rows: [
          { keys: ['-1'], values: ['0'] },
          { keys: ['0'], values: ['1'] },
          { keys: ['1'], values: ['2'] },
        ],
      },
      {
        from: '2021-07-22',
        rows: [
          { keys: ['-1'], values: ['0'] },
          { keys: ['0'], values: ['103.2'] },
          { keys: ['1'], values: ['170.7'] },
        ],
      },
    ]);
    expect(t).toMatchObject({ before: 'unknown', range: ['0', '1000'], step: '0.01' });
  });

  it('lists of columns stand in a list of whole numbers', () => {
    const t = table(
      '{ keys: [level, { points: 0..1 }], columns: [{ a: EUR }, { b: 1 }], rows: { t1: [[1, 2], [3, 4]] } }',
    );
    expect(t?.layers[0]?.rows).toEqual([
      { keys: ['t1', '0'], values: ['1', '2'] },
      { keys: ['t1', '1'], values: ['3', '4'] },
    ]);
  });

  it('cells may be flags or options; keys may be flags and codes', () => {
    const extra = table(
      '{ type: flag, keys: [{ country: code }], dated: { 2007-03-20: { CH: true }, 2020-06-08: { CH: true, UK: true } }, before: false, otherwise: false }',
    );
    expect(extra).toEqual({
      columns: [{ name: '', type: 'flag' }],
      keys: [{ name: 'country', type: 'code' }],
      match: 'exact',
      layers: [
        { from: '2007-03-20', rows: [{ keys: ['CH'], values: ['true'] }] },
        {
          from: '2020-06-08',
          rows: [
            { keys: ['CH'], values: ['true'] },
            { keys: ['UK'], values: ['true'] },
          ],
        },
      ],
      otherwise: 'false',
      before: 'false',
    });
    const levels = table(
      '{ type: choice, of: level, keys: [{ boards: flag }], rows: { true: low, false: high } }',
    );
    expect(levels?.columns).toEqual([{ name: '', type: 'choice', choice: 'level' }]);
    expect(levels?.layers[0]?.rows).toEqual([
      { keys: ['false'], values: ['high'] },
      { keys: ['true'], values: ['low'] },
    ]);
  });

  it('a column is a number by its unit, a flag, or an option of a choice that the file has', () => {
    const t = table(
      '{ keys: [stage], columns: [{ fee: CNY }, { open: flag }, { to: level }], rows: { a: [1, true, low], b: [2, false, high] } }',
      {},
      'choices: { level: { of: [low, high] } }\n',
    );
    expect(t?.columns).toEqual([
      { name: 'fee', type: 'number', unit: 'CNY' },
      { name: 'open', type: 'flag' },
      { name: 'to', type: 'choice', choice: 'level' },
    ]);
  });

  test('the order of rows, in any nesting, says nothing', () => {
    const before = table('{ unit: 1, keys: [a, b], rows: { x: { p: 1, q: 2 }, y: { q: 3, p: 4 } } }');
    const keys = fc.shuffledSubarray(['x: { p: 1, q: 2 }', 'y: { p: 4, q: 3 }'], { minLength: 2 });
    const inner = fc.shuffledSubarray(['p', 'q'], { minLength: 2 });
    fc.assert(
      fc.property(keys, inner, (rows, [first, second]) => {
        const text = rows
          .map((row) =>
            row.replace(/p: (\d), q: (\d)/, (_, p, q) => {
              const cells: Record<string, string> = { p, q };
              return `${first}: ${cells[first as string]}, ${second}: ${cells[second as string]}`;
            }),
          )
          .join(', ');
        const t = table(`{ unit: 1, keys: [a, b], rows: { ${text} } }`);
        expect(digestJson(t as never)).toBe(digestJson(before as never));
      }),
    );
  });

  it.each([
    ['{ unit: 1, keys: [a, b], rows: { x: 1 } }', 'rules.tableShape', '1', { keys: 2 }],
    ['{ unit: 1, keys: [a], rows: { x: { y: 1 } } }', 'rules.tableShape', '1', { keys: 1 }],
    ['{ unit: 1, keys: [a], rows: [1, 2] }', 'rules.rowsList', '[1, 2] }', { key: 'a' }],
    ['{ unit: 1, keys: [{ n: 0..1 }, a], rows: [1, 2] }', 'rules.rowsList', '[1, 2] }', { key: 'n' }],
    [
      '{ unit: 1, keys: [{ n: 0..3 }], rows: [1, 2] }',
      'rules.rowsCount',
      '[1, 2] }',
      { found: 2, needed: 4 },
    ],
    ['{ unit: 1, keys: [{ n: 3..0 }], rows: {} }', 'rules.rangeEmpty', '{ n: 3..0 }],', { low: 3, high: 0 }],
    ['{ unit: 1, keys: [{ n: 0..1 }], rows: { 0: 1, 0.0: 2 } }', 'rules.duplicateKey', '2', { key: '0' }],
    [
      '{ unit: 1, keys: [{ n: 0..1, m: flag }], rows: {} }',
      'rules.count',
      '{ n: 0..1, m:',
      { least: '1', most: '1' },
    ],
    ['{ unit: 1, keys: [{ n: 0-1 }], rows: {} }', 'rules.keyType', '0-1', { found: '0-1' }],
    [
      '{ columns: [{ a: 1 }, { b: 1 }], keys: [k], rows: { x: [1] } }',
      'rules.rowColumns',
      '[1] } }',
      { found: 1, needed: 2 },
    ],
    [
      '{ columns: [{ a: 1 }, { b: 1 }], keys: [k], rows: { x: 1 } }',
      'rules.rowColumns',
      '1',
      { found: 1, needed: 2 },
    ],
    ['{ unit: 1, keys: [a], rows: { x: yes } }', 'rules.number', 'yes', { found: 'yes' }],
    ['{ unit: 1, keys: [a], rows: { x: 1e5 } }', 'rules.number', '1e5', { found: '1e5' }],
    [
      '{ type: flag, keys: [a], rows: { x: 1 } }',
      'rules.notOneOf',
      '1',
      { option: '1', options: 'true, false' },
    ],
    ['{ typ: flag, keys: [a], rows: { x: true } }', 'rules.unknownKey', 'typ', { near: 'type' }],
    ['{ unit: 1, keys: [a], row: { x: 1 } }', 'rules.unknownKey', 'row', { near: 'rows' }],
    [
      '{ unit: 1, keys: [a], match: prefixes, rows: { x: 1 } }',
      'rules.notOneOf',
      'prefixes',
      { near: 'prefix' },
    ],
    [
      '{ unit: 1, keys: [a], dated: { 2020-01-01: { x: 1 } }, befor: 1 }',
      'rules.unknownKey',
      'befor',
      { key: 'befor', near: 'before' },
    ],
  ])('%s is refused', (text, code, place, values) => {
    expect(wrong(text)).toEqual([[code, place, expect.objectContaining(values)]]);
  });
});

describe('rows from a CSV file', () => {
  const dated =
    '{ unit: CNY/year/person, keys: [{ county: code }], match: prefix, dated: { 2024-01-01: { file: lines.csv } }, otherwise: unknown, before: unknown, range: [0, 100_000] }';

  it('are put in, in the order of their keys, with either line end', () => {
    for (const end of ['\n', '\r\n']) {
      const t = table(dated, {
        'lines.csv': ['county,value', '371502,31_000', '3715,30000.50', ''].join(end),
      });
      expect(t).toMatchObject({ match: 'prefix', otherwise: 'unknown', before: 'unknown', step: '0.01' });
      expect(t?.layers).toEqual([
        {
          from: '2024-01-01',
          rows: [
            { keys: ['3715'], values: ['30000.5'] },
            { keys: ['371502'], values: ['31000'] },
          ],
        },
      ]);
    }
  });

  it('have a column for each key and column of the table, also without dates', () => {
    const t = table(
      '{ keys: [{ n: 0..1 }, { poor: flag }], columns: [{ a: CNY }, { open: flag }], rows: { file: x.csv } }',
      {
        'x.csv': 'n,poor,a,open\n1,true,2/3,true\n0,false,5%,false\n',
      },
    );
    expect(t?.layers).toEqual([
      {
        rows: [
          { keys: ['0', 'false'], values: ['0.05', 'false'] },
          { keys: ['1', 'true'], values: ['2/3', 'true'] },
        ],
      },
    ]);
  });

  test('a file and nested rows say the same', () => {
    const cell = fc.tuple(
      fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,5}$/),
      fc.integer({ min: -3, max: 3 }),
      fc.integer(),
    );
    const cells = fc.uniqueArray(cell, {
      selector: ([code, n]) => `${code} ${n}`,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(cells, (all) => {
        const codes = [...new Set(all.map(([code]) => code))];
        const nested = codes.map((code) => {
          const rows = all.filter(([one]) => one === code).map(([, n, value]) => `${n}: ${value}`);
          return `"${code}": { ${rows.join(', ')} }`;
        });
        const block = (rows: string) =>
          `{ unit: 1, keys: [{ c: code }, { n: -3..3 }], rows: ${rows}, otherwise: 0 }`;
        const csv = ['c,n,value', ...all.map((row) => row.join(','))].join('\n');
        expect(table(block('{ file: x.csv }'), { 'x.csv': csv })).toEqual(
          table(block(`{ ${nested.join(', ')} }`)),
        );
      }),
    );
  });

  test('any text is read or refused, and a line of it is named', () => {
    const piece = fc.constantFrom('c', 'value', ',', '\n', '\r\n', '"', ' ', '1', '3715', '-', '\uFEFF', '');
    let read = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, headed) => {
        const text = (headed ? 'c,value\n' : '') + pieces.join('');
        const csv = readCsv(text);
        if (csv.ok) {
          read += 1;
          expect(csv.rows.every(({ fields }) => fields.length === csv.header.fields.length)).toBe(true);
          expect(csv.rows.map(({ line }) => line)).toEqual(csv.rows.map((_, i) => i + 2));
        } else {
          expect(csv.line).toBeGreaterThanOrEqual(1);
          expect(csv.line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it('a key may be called file', () => {
    const t = table('{ unit: 1, keys: [kind], rows: { file: 5 } }');
    expect(t?.layers).toEqual([{ rows: [{ keys: ['file'], values: ['5'] }] }]);
  });

  it.each([
    ['is missing', undefined, 'rules.fileMissing', { file: 'lines.csv' }],
    ['is empty', '', 'rules.csv', { line: 1, what: 'empty' }],
    ['has another header', 'county,income\n3715,1\n', 'rules.csv', { line: 1, what: 'header' }],
    ['has its header in another order', 'value,county\n3715,1\n', 'rules.csv', { line: 1, what: 'header' }],
    ['has a quote', 'county,value\n"3715",1\n', 'rules.csv', { line: 2, what: 'quote' }],
    ['has a field too many', 'county,value\n3715,1\n3716,1,2\n', 'rules.csv', { line: 3, what: 'fields' }],
    ['has an empty field', 'county,value\n3715,\n', 'rules.csv', { line: 2, what: 'field' }],
    ['has space around a field', 'county,value\n3715, 1\n', 'rules.csv', { line: 2, what: 'field' }],
    ['has an empty line', 'county,value\n\n3715,1\n', 'rules.csv', { line: 2, what: 'blank' }],
    [
      'has a cell that is no number',
      'county,value\n3715,1\n3716,n/a\n',
      'rules.csv',
      { line: 3, what: 'cell' },
    ],
    [
      'has a key twice',
      'county,value\n3715,1\n3716,2\n3715,1\n',
      'rules.csv',
      { line: 4, what: 'duplicate' },
    ],
    ['is too long', `county,value\n${'3715,1\n'.repeat(150_000)}`, 'rules.limit', { what: 'fileBytes' }],
  ])('one that %s is refused where it is named', (_, text, code, values) => {
    const found = wrong(dated, text === undefined ? {} : { 'lines.csv': text });
    expect(found).toEqual([[code, 'lines.csv', expect.objectContaining(values)]]);
  });

  it('all of them together stay within the bound of an expanded edition', () => {
    const layers = Array.from({ length: 9 }, (_, i) => `200${i}-01-01: { file: x.csv }`).join(', ');
    const text = `n,value\n${Array.from({ length: 130_000 }, (_, i) => `${i},1`).join('\n')}\n`.slice(
      0,
      1_000_000,
    );
    const found = wrong(`{ unit: 1, keys: [{ n: code }], dated: { ${layers} }, otherwise: 0 }`, {
      'x.csv': text.slice(0, text.lastIndexOf('\n') + 1),
    });
    expect(found).toMatchObject([
      ['rules.limit', expect.anything(), { what: 'expandedBytes', most: 8_388_608 }],
      ['rules.limit', expect.anything(), { what: 'expandedBytes', most: 8_388_608 }],
    ]);
  });

  it('a name that could lead elsewhere is none', () => {
    for (const name of ['../x.csv', 'a/b.csv', 'x.txt', '.csv'])
      expect(wrong(dated.replace('lines.csv', name))).toMatchObject([
        ['rules.fileName', expect.anything(), { found: name }],
      ]);
  });
});
