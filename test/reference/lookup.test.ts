import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/reference/index.js';
import type {
  Expression,
  LinkedColumn,
  LinkedKey,
  LinkedSlices,
  LinkedTable,
  Meant,
} from '../../src/rules/index.js';
import { type Exact, written } from '../../src/value/index.js';
import {
  ANY,
  CODE,
  choice,
  DATE,
  day,
  exactly,
  FLAG,
  fact,
  factOf,
  knowing,
  LEVELS,
  MOMENT,
  NONE,
  NUMBER,
  num,
  option,
  rulesOf,
  shown,
} from './hand.js';

const cells = (...all: readonly (string | 'unknown')[]): readonly (Exact | 'unknown')[] =>
  all.map((text) => (text === 'unknown' ? text : exactly(text)));
const column = (
  layer: LinkedColumn['layers'][number]['is'],
  more: Partial<LinkedColumn> = {},
): LinkedColumn => ({
  name: '',
  type: NUMBER,
  layers: [{ from: null, is: layer }],
  ...more,
});
const LEVEL: LinkedKey = { kind: 'choice', choice: 'level', size: 3, outside: false };
const whole = (low: number, high: number, more: boolean): LinkedKey => ({
  kind: 'whole',
  low,
  high,
  more,
  size: high - low + 2,
  outside: true,
});
const codes = (all: readonly string[], prefix: boolean): LinkedKey => ({
  kind: 'code',
  codes: all,
  prefix,
  size: all.length + 1,
  outside: true,
});

function look(
  table: Omit<LinkedTable, 'id'>,
  keys: readonly Expression[],
  more: { readonly column?: string; readonly dated?: Expression; readonly here?: string } = {},
): Meant | string {
  const { column: name = '', dated, here } = more;
  const e: Expression = {
    kind: 'lookup',
    table: 't',
    column: name,
    keys,
    site: 't[…]',
    type: NUMBER,
    ...(dated === undefined ? {} : { dated }),
  };
  const facts = [factOf('here', { type: CODE }), factOf('when', { type: DATE })];
  return shown(
    e,
    rulesOf({ facts, tables: [{ id: 't', ...table }] }),
    knowing(here === undefined ? {} : { here: { code: here } }),
  );
}

describe('a cell of a table', () => {
  test('by options and flags, row after row', () => {
    const table = {
      keys: [LEVEL, { kind: 'flag', size: 2, outside: false }],
      columns: [column(cells('1', '2', '3', '4', '5', '6'))],
    } as const;
    const flag = (value: boolean): Expression => ({ kind: 'flag', value, type: FLAG });
    const all = LEVELS.flatMap((_, i) => [false, true].map((value) => look(table, [option(i), flag(value)])));
    expect(all).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('that nobody knows is the first that it could be: a flag false, an option the first, a number its least', () => {
    const level = choice('level');
    const open = { range: { low: exactly('3'), high: exactly('9') }, step: exactly('1') };
    const of = (more: Partial<LinkedColumn>): unknown =>
      look({ keys: [LEVEL], columns: [column(cells('unknown', 'unknown', 'unknown'), more)] }, [option(1)]);
    expect([of({ type: FLAG }), of({ type: level }), of({ open })]).toEqual([false, 0, '3']);
  });

  test('by whole numbers: outside, or the last row for more', () => {
    const of = (more: boolean, key: string): unknown =>
      look({ keys: [whole(2, 4, more)], columns: [column(cells('20', '30', '40', '-1'))] }, [num(key)]);
    expect(['1', '2', '4', '5', '99'].map((key) => of(false, key))).toEqual(['-1', '20', '40', '-1', '-1']);
    expect(['1', '2', '4', '5', '99'].map((key) => of(true, key))).toEqual(['-1', '20', '40', '40', '40']);
  });

  test('each_more is added for what lies beyond the last row', () => {
    const table = {
      keys: [whole(2, 4, true)],
      columns: [column(cells('20', '30', '40', '-1'))],
      eachMore: exactly('7.5'),
    };
    expect(['2', '4', '5', '10'].map((key) => look(table, [num(key)]))).toEqual(['20', '40', '47.5', '85']);
  });

  test('by codes: the same code, or the longest that begins it', () => {
    const of = (prefix: boolean, here: string): unknown =>
      look(
        { keys: [codes(['37', '3715', '44'], prefix)], columns: [column(cells('1', '2', '3', '0'))] },
        [fact('here', CODE)],
        {
          here,
        },
      );
    expect(['37', '3715', '371502', '4', '45'].map((here) => of(false, here))).toEqual([
      '1',
      '2',
      '0',
      '0',
      '0',
    ]);
    expect(['37', '3715', '371502', '3701', '4', '45'].map((here) => of(true, here))).toEqual([
      ...['1', '2', '2', '1', '0', '0'],
    ]);
  });

  test('by its column, in the type of the column', () => {
    const columns = [
      column(cells('5', '6', '7'), { name: 'most' }),
      column(cells('0', '1', '0'), { name: 'free', type: FLAG }),
      column(cells('2', '1', '0'), { name: 'other', type: choice('level') }),
    ];
    const of = (name: string): unknown => look({ keys: [LEVEL], columns }, [option(1)], { column: name });
    expect([of('most'), of('free'), of('other')]).toEqual(['6', true, 1]);
  });

  test('none and missing keys', () => {
    const table = { keys: [LEVEL, LEVEL], columns: [column(cells(...Array.from({ length: 9 }, () => '1')))] };
    expect(look(table, [option(0), NONE])).toBe('none');
    expect(look(table, [fact('here', choice('level')), NONE])).toBe(undefined);
  });
});

describe('by date', () => {
  const LAYERS: LinkedColumn['layers'] = [
    { from: day('2020-01-01'), is: cells('1', '2', '3') },
    { from: day('2024-01-01'), is: cells('10', '20', '30') },
  ];
  const table = (more: Partial<LinkedColumn> = {}) => ({
    keys: [LEVEL],
    columns: [column([], { layers: LAYERS, ...more })],
  });
  const on = (text: string): Expression => ({
    kind: 'date',
    year: num(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8)),
    type: DATE,
    ...ANY,
  });

  test.each([
    ['2020-01-01', '2'],
    ['2023-12-31', '2'],
    ['2024-01-01', '20'],
    ['2099-01-01', '20'],
    ['2019-12-31', '99'],
  ])('on %s', (date, result) => {
    expect(look(table({ before: exactly('99') }), [option(1)], { dated: on(date) })).toBe(result);
  });

  test('without a date at as_of, and of no date none', () => {
    expect(look(table(), [option(1)])).toBe('20');
    expect(look(table(), [option(1)], { dated: NONE })).toBe('none');
  });

  test('a parameter likewise', () => {
    const layers = [
      { from: day('2003-01-01'), is: exactly('26') },
      { from: day('2020-06-08'), is: exactly('28') },
    ];
    const rules = rulesOf({ parameters: [{ id: 'age_limit', unit: 'year', layers, before: exactly('20') }] });
    const at = (dated?: Expression): unknown =>
      shown(
        {
          kind: 'parameter',
          id: 'age_limit',
          site: 'age_limit',
          type: NUMBER,
          ...ANY,
          ...(dated ? { dated } : {}),
        },
        rules,
      );
    expect([at(), at(on('2020-06-07')), at(on('2020-06-08')), at(on('2002-12-31'))]).toEqual([
      '28',
      '26',
      '28',
      '20',
    ]);
  });
});

describe('a value that the file does not have', () => {
  const open = { range: { low: exactly('5'), high: exactly('9') }, step: exactly('2') };
  const rules = rulesOf({
    facts: [factOf('here', { type: CODE })],
    tables: [{ id: 'line', keys: [codes(['37'], true)], columns: [column(cells('1', 'unknown'), { open })] }],
    parameters: [
      {
        id: 'wage',
        unit: '1',
        layers: [{ from: day('2026-01-01'), is: exactly('3') }],
        before: 'unknown',
        open,
      },
    ],
  });
  const line: Expression = {
    kind: 'lookup',
    table: 'line',
    column: '',
    keys: [fact('here', CODE)],
    site: 'line[here]',
    type: NUMBER,
  };
  const wage: Expression = { kind: 'parameter', id: 'wage', site: 'wage', type: NUMBER, ...ANY };
  const at = (here: string, cell?: string) =>
    readCase(
      rules,
      knowing(
        { here: { code: here } },
        { cells: new Map(cell === undefined ? [] : [['line[here]', exactly(cell)]]) },
      ),
      MOMENT,
    );

  test('is named by its look-up only where it is come to', () => {
    const known = at('3715');
    expect(written(known.expression(line) as never)).toBe('1');
    expect(known.reached.size).toBe(0);
    const unknown = at('44');
    unknown.expression(line);
    unknown.expression(wage);
    expect([...unknown.reached.keys()]).toEqual(['line[here]', 'wage']);
    expect(unknown.reached.get('line[here]')).toMatchObject(open);
  });

  test('is what the case says', () => {
    const said = at('44', '7');
    expect(written(said.expression(line) as never)).toBe('7');
    expect(said.reached.size).toBe(0);
  });

  test('is one for each member and option', () => {
    const suffixed = at('44');
    const family = { persons: new Map([['family', 2]]), chosen: new Map(), suffix: ' #2' };
    suffixed.expression(line, family);
    suffixed.expression(line, { ...family, suffix: ' #2 #low' });
    expect([...suffixed.reached.keys()]).toEqual(['line[here] #2', 'line[here] #2 #low']);
  });
});

describe('a schedule', () => {
  const slices = (atLeast?: string): LinkedSlices => ({
    bands: [
      { upTo: exactly('21300'), rate: exactly('0.22') },
      { upTo: exactly('26700'), rate: exactly('0.25') },
    ],
    last: exactly('0.29'),
    ...(atLeast === undefined ? {} : { atLeast: exactly(atLeast) }),
  });
  const of = (
    x: string,
    rows: readonly LinkedSlices[] = [slices('-1826')],
    keys: readonly Expression[] = [],
  ): unknown =>
    shown(
      { kind: 'marginal', schedule: 's', keys, of: num(x), type: NUMBER, ...ANY },
      rulesOf({
        schedules: [
          {
            id: 's',
            unit: '1',
            keys: keys.map(() => ({ choice: 'level', size: 3 })),
            layers: [{ from: null, is: rows }],
          },
        ],
      }),
    );

  test.each([
    ['0', '0'],
    ['100', '22'],
    ['-100', '-22'],
    ['-8300', '-1826'],
    ['-9000', '-1826'],
    ['21300', '4686'],
    ['21301', '4686.25'],
    ['26700', '6036'],
    ['26800', '6065'],
  ])('at %s', (x, result) => {
    expect(of(x)).toBe(result);
  });

  test('without bands one rate everywhere', () => {
    const flat: LinkedSlices = { bands: [], last: exactly('0.5') };
    expect([of('-4', [flat]), of('4', [flat])]).toEqual(['-2', '2']);
  });

  test('by options', () => {
    const rows = ['0.1', '0.2', '0.3'].map((rate): LinkedSlices => ({ bands: [], last: exactly(rate) }));
    expect(of('10', rows, [option(2)])).toBe('3');
  });

  test('grows with x, and by the rate of the slice that x is in', () => {
    const x = fc.integer({ min: -20_000, max: 60_000 });
    fc.assert(
      fc.property(x, (at) => {
        const rate = at < 21_300 ? 0.22 : at < 26_700 ? 0.25 : 0.29;
        const [here, next] = [of(String(at), [slices()]), of(String(at + 1), [slices()])].map(Number);
        expect((next as number) - (here as number)).toBeCloseTo(rate, 6);
      }),
    );
  });
});
