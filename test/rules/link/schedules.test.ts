import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkedSlices } from '../../../src/rules/index.js';
import { marginalAt, marginalOver } from '../../../src/rules/link/slices.js';
import { add, compare, contains, exact, multiply, subtract } from '../../../src/value/index.js';
import { find, refusedOf, rulesOf, text } from './linking.js';

const SCHEDULES =
  `
choices: { filing: [single, joint] }
`.replace('[single, joint]', '{ of: [single, joint] }') +
  `
facts: { income: { type: number, unit: USD, range: [-50_000, 50_000], step: 1 }, filing_as: { type: choice, of: filing } }
schedules:
  contribution: { unit: USD, up_to: { 21_300: 22%, 26_700: 25%, 32_000: 29%, 37_500: 34%, 42_900: 40% }, otherwise: 47%, at_least: -1_826, printed: { 26_700: 6_036, 42_900: 11_603 } }
  health:
    unit: USD
    keys: [filing]
    rows: { joint: { up_to: { 250_000: 1.45% }, otherwise: 2.35% }, single: { up_to: { 200_000: 1.45% }, otherwise: 2.35% } }
  later:
    unit: USD
    dated: { 2020-01-01: { up_to: { 100: 0 }, otherwise: 1 }, 2024-01-01: { up_to: { 10: 1 }, otherwise: -1 } }
figures:
  part: marginal(contribution, income)
  care: marginal(health[filing_as], income)
  odd:  marginal(later, income)
outputs: [part, care, odd]`;

describe('schedules', () => {
  const rules = () => rulesOf(SCHEDULES);

  test('slices by their cuts, row-major over the options in their listed order', () => {
    const { keys, layers } = find(rules().schedules, 'health');
    expect(keys).toEqual([{ choice: 'filing', size: 2 }]);
    expect(layers[0]?.is.map(({ bands }) => text(bands[0]?.upTo))).toEqual(['200000', '250000']);
    expect(find(rules().schedules, 'later').layers.map(({ from }) => from?.y)).toEqual([2020, 2024]);
    const [slices] = find(rules().schedules, 'contribution').layers[0]?.is ?? [];
    expect([text(slices?.last), text(slices?.atLeast)]).toEqual(['0.47', '-1826']);
  });

  test('the range of the sum is exact, also where rates fall', () => {
    const range = (id: string) => [
      text(find(rules().figures, id).range?.low),
      text(find(rules().figures, id).range?.high),
    ];
    // 11,603 at 42,900, and 47% of the 7,100 beyond.
    expect(range('part')).toEqual(['-1826', '14940']);
    expect(range('care')).toEqual(['-725', '725']);
    // Either layer: 49,900 from the first, 10 - 49,990 from the second.
    expect(range('odd')).toEqual(['-50000', '49900']);
  });
});

/** Rising cuts above 0 and any rates. */
const slices: fc.Arbitrary<LinkedSlices> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
    rates: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 5, maxLength: 5 }),
    floor: fc.option(fc.integer({ min: -50, max: 50 })),
  })
  .map(({ cuts, rates, floor }) => ({
    bands: [...cuts]
      .sort((a, b) => a - b)
      .map((cut, i) => ({ upTo: exact(BigInt(cut)), rate: exact(BigInt(rates[i] ?? 0), 10n) })),
    last: exact(BigInt(rates[4] ?? 0), 10n),
    ...(floor === null ? {} : { atLeast: exact(BigInt(floor)) }),
  }));

/** The rate of the slice right above a whole number. */
function rateAbove({ bands, last }: LinkedSlices, x: number): LinkedSlices['last'] {
  return bands.find(({ upTo }) => compare(exact(BigInt(x)), upTo) < 0)?.rate ?? last;
}

describe('the sum of slices', () => {
  test('is 0 at 0, and from one whole number to the next grows by the rate there', () => {
    fc.assert(
      fc.property(slices, fc.integer({ min: -80, max: 80 }), ({ bands, last }, x) => {
        const plain = { bands, last };
        expect(marginalAt(plain, exact(0n))).toEqual(exact(0n));
        const step = subtract(marginalAt(plain, exact(BigInt(x + 1))), marginalAt(plain, exact(BigInt(x))));
        expect(step).toEqual(rateAbove(plain, x));
      }),
    );
  });

  test('over a range holds every value, and reaches both its ends', () => {
    fc.assert(
      fc.property(slices, fc.integer({ min: -80, max: 80 }), fc.nat(90), (one, low, width) => {
        const over = marginalOver(one, { low: exact(BigInt(low)), high: exact(BigInt(low + width)) });
        const at = Array.from({ length: width + 1 }, (_, i) => marginalAt(one, exact(BigInt(low + i))));
        for (const value of at) expect(contains(over, value)).toBe(true);
        expect(at.some((value) => compare(value, over.low) === 0)).toBe(true);
        expect(at.some((value) => compare(value, over.high) === 0)).toBe(true);
      }),
    );
  });

  test('is written with the places of the number, the rates and the cuts', () => {
    const one: LinkedSlices = {
      bands: [{ upTo: exact(1n, 4n), rate: exact(1n, 10n) }],
      last: exact(1n, 2n),
    };
    const x = exact(7n, 10n);
    expect(marginalAt(one, x)).toEqual(
      add(multiply(exact(1n, 10n), exact(1n, 4n)), multiply(exact(1n, 2n), subtract(x, exact(1n, 4n)))),
    );
  });
});

describe('refused', () => {
  test.each<[string, string, string, string, Readonly<Record<string, string | number>>]>([
    [
      'a printed figure that differs',
      '{ unit: USD, up_to: { 100: 10% }, otherwise: 20%, printed: { 100: 10, 200: 31 } }',
      'rules.printedDiffers',
      'schedules.x.printed.200',
      { at: '200', said: '31', computed: '30' },
    ],
    [
      'a first cut that is not above 0',
      '{ unit: USD, up_to: { 0: 10%, 100: 20% }, otherwise: 20% }',
      'rules.cutsNotIncreasing',
      'schedules.x.up_to.0',
      { cut: '0', before: '0' },
    ],
    [
      'a rate that never ends',
      '{ unit: USD, up_to: { 100: 1/3 }, otherwise: 20% }',
      'rules.needsRounding',
      'schedules.x.up_to.100',
      { constant: '1/3' },
    ],
    [
      'an unknown unit',
      '{ unit: km, up_to: { 100: 10% }, otherwise: 20% }',
      'rules.unknownUnit',
      'schedules.x.unit',
      { unit: 'km' },
    ],
    [
      'an unknown choice',
      '{ unit: USD, keys: [filng], rows: { single: { up_to: { 1: 1 }, otherwise: 1 } } }',
      'rules.unknownChoice',
      'schedules.x.keys.0',
      { choice: 'filng', near: 'filing' },
    ],
    [
      'an option that is none',
      '{ unit: USD, keys: [filing], rows: { singel: { up_to: { 1: 1 }, otherwise: 1 }, joint: { up_to: { 1: 1 }, otherwise: 1 } } }',
      'rules.unknownOption',
      'schedules.x.rows.singel',
      { option: 'singel', near: 'single', choice: 'filing', options: 'single, joint' },
    ],
    [
      'a hole',
      '{ unit: USD, keys: [filing], rows: { joint: { up_to: { 1: 1 }, otherwise: 1 } } }',
      'rules.rowsNotTotal',
      'schedules.x.rows',
      { missing: 'single' },
    ],
  ])('%s', (_, schedule, code, path, values) => {
    expect(refusedOf(`choices: { filing: { of: [single, joint] } }\nschedules:\n  x: ${schedule}`)).toEqual([
      [code, path, values],
    ]);
  });

  test('by two keys: every row of both, in the order of the options', () => {
    const blocks = (rows: string) => `
choices: { filing: { of: [single, joint] }, home: { of: [own, let] } }
schedules: { x: { unit: USD, keys: [filing, home], rows: ${rows} } }`;
    const row = (cut: number) => `{ up_to: { ${cut}: 1 }, otherwise: 2 }`;
    const all = `{ joint: { let: ${row(4)}, own: ${row(3)} }, single: { own: ${row(1)}, let: ${row(2)} } }`;
    const { keys, layers } = find(rulesOf(blocks(all)).schedules, 'x');
    expect(keys).toEqual([
      { choice: 'filing', size: 2 },
      { choice: 'home', size: 2 },
    ]);
    expect(layers[0]?.is.map(({ bands }) => text(bands[0]?.upTo))).toEqual(['1', '2', '3', '4']);
    const some = `{ joint: { let: ${row(4)} }, single: { own: ${row(1)}, let: ${row(2)} } }`;
    expect(refusedOf(blocks(some))).toEqual([
      ['rules.rowsNotTotal', 'schedules.x.rows', { missing: 'joint, own' }],
    ]);
  });

  test('asked before its first layer', () => {
    const blocks = `
facts: { income: { type: number, unit: USD, range: [0, 9] } }
schedules: { x: { unit: USD, dated: { 2026-01-01: { up_to: { 1: 1 }, otherwise: 2 } } } }
figures: { due: "marginal(x, income)" }`;
    expect(refusedOf(blocks).map(([code, path]) => [code, path])).toEqual([
      ['rules.dateBeforeFirst', 'figures.due'],
    ]);
  });
});
