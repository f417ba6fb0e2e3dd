import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePairs } from '../../../src/check/pairs/evaluate.js';
import { isAlike, isRange, type Piece } from '../../../src/check/pairs/side.js';
import type { CalendarOp, Node } from '../../../src/plan/index.js';
import { add, compare, contains, type Exact, exact, type Range, subtract } from '../../../src/value/index.js';
import { choiceOf, covers, days, half, operand, pairText, type ValuePair, valueIn } from './values.js';

// What is said of two students is no wider than it has to be: else what holds could not be proved.

const said = (node: Node, of: readonly Piece[], most = 100): readonly Piece[] => {
  const nodes: Node[] = of.map((_, input): Node => ({ kind: 'input', input }));
  return evaluatePairs(node, [...nodes, node], (id) => [of[id] as Piece], {
    input: (input) => [of[input] as Piece],
    code: () => 0,
    rows: () => [],
    most,
  });
};

/** One piece of numbers. */
const numeric = (of: fc.Arbitrary<readonly Piece[]>): fc.Arbitrary<Piece> =>
  of.map(([piece]) => piece as Piece).filter(({ d }) => d !== null);
const number = numeric(operand);
const day = numeric(days);

const range = (piece: Piece, side: 'a' | 'b' | 'd'): Range => piece[side] as Range;
const NUMBERS: Readonly<Record<string, Node>> = {
  sum: { kind: 'sum', of: [0, 1] },
  product: { kind: 'product', left: 0, right: 1 },
  least: { kind: 'least', of: [0, 1] },
  greatest: { kind: 'greatest', of: [0, 1] },
  'half up': { kind: 'rounded', of: 0, step: exact(1n), mode: 'half_up' },
  'half away': { kind: 'rounded', of: 0, step: exact(1n), mode: 'half_away' },
};
const calendar = (op: CalendarOp, of: readonly number[]): Node => ({ kind: 'calendar', op, of });
const DATES: Readonly<Record<string, Node>> = {
  year: calendar({ kind: 'year' }, [0]),
  'a month on': calendar({ kind: 'shift', count: 1, unit: 'month', over: 'next_first' }, [0]),
  age: calendar({ kind: 'age', leap: '02-28' }, [0, 1]),
  months: calendar({ kind: 'months', over: 'next_first' }, [0, 1]),
  days: calendar({ kind: 'days' }, [0, 1]),
};

describe('neither of the two is said to be more than the ends come to', () => {
  const held = (node: Node, pieces: readonly Piece[]): void => {
    const ends = (side: 'a' | 'b'): readonly Exact[] =>
      pieces
        .reduce<readonly (readonly Exact[])[]>(
          (all, piece) =>
            all.flatMap((one) => [range(piece, side).low, range(piece, side).high].map((x) => [...one, x])),
          [[]],
        )
        .map((of) => valueIn(node, of) as Exact);
    for (const found of said(node, pieces))
      for (const side of ['a', 'b'] as const) {
        const all = [...ends(side)].sort(compare);
        const most = { low: all[0] as Exact, high: all.at(-1) as Exact };
        const { low, high } = range(found, side);
        expect([contains(most, low), contains(most, high)]).toEqual([true, true]);
      }
    // Of what is the same for both the same comes for both.
    if (pieces.every(isAlike)) expect(said(node, pieces).every(isAlike)).toBe(true);
  };
  test.each(Object.entries(NUMBERS))('%s', (_, node) => {
    fc.assert(
      fc.property(number, number, (x, y) => held(node, [x, y])),
      { numRuns: 100 },
    );
  });
  test.each(Object.entries(DATES))('%s', (_, node) => {
    fc.assert(
      fc.property(day, day, (x, y) => held(node, [x, y])),
      { numRuns: 60 },
    );
  });
});

describe('the two are said to differ by no more than', () => {
  const differ = (node: Node, pieces: readonly Piece[]): readonly Range[] =>
    said(node, pieces).map((piece) => range(piece, 'd'));
  const inside = (found: Range, { low, high }: Range): void =>
    expect([compare(found.low, low) >= 0, compare(found.high, high) <= 0]).toEqual([true, true]);
  const hull = (x: Range, y: Range): Range => ({
    low: compare(x.low, y.low) < 0 ? x.low : y.low,
    high: compare(x.high, y.high) > 0 ? x.high : y.high,
  });

  test('what is added up differs together', () => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        const together = {
          low: add(range(x, 'd').low, range(y, 'd').low),
          high: add(range(x, 'd').high, range(y, 'd').high),
        };
        for (const d of differ(NUMBERS.sum as Node, [x, y])) inside(d, together);
      }),
      { numRuns: 100 },
    );
  });

  test.each(['least', 'greatest'])('the one of two that differs most, of the %s', (name) => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        for (const d of differ(NUMBERS[name] as Node, [x, y])) inside(d, hull(range(x, 'd'), range(y, 'd')));
      }),
      { numRuns: 100 },
    );
  });

  test('so many times as much, where one factor is a constant', () => {
    const two: Piece = {
      a: { low: half(4), high: half(4) },
      b: { low: half(4), high: half(4) },
      d: { low: half(0), high: half(0) },
    };
    fc.assert(
      fc.property(number, (x) => {
        const { low, high } = range(x, 'd');
        for (const pieces of [
          [x, two],
          [two, x],
        ])
          for (const d of differ(NUMBERS.product as Node, pieces))
            inside(d, { low: add(low, low), high: add(high, high) });
      }),
      { numRuns: 60 },
    );
  });

  test.each(['half up', 'half away'])('two steps more, rounded %s; and the way is kept', (name) => {
    fc.assert(
      fc.property(number, (x) => {
        const { low, high } = range(x, 'd');
        const way = {
          low: low.n >= 0n ? half(0) : subtract(low, half(4)),
          high: high.n <= 0n ? half(0) : add(high, half(4)),
        };
        for (const d of differ(NUMBERS[name] as Node, [x])) inside(d, way);
      }),
      { numRuns: 100 },
    );
  });

  test.each(['year', 'a month on'])('a later day is no earlier: %s', (name) => {
    fc.assert(
      fc.property(day, (x) => {
        for (const { low, high } of differ(DATES[name] as Node, [x])) {
          if (range(x, 'd').low.n >= 0n) expect(low.n >= 0n).toBe(true);
          if (range(x, 'd').high.n <= 0n) expect(high.n <= 0n).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(['age', 'months', 'days'])('between days that lie further apart there is no less: %s', (name) => {
    const zero = half(0);
    const ways = fc.constantFrom<readonly ['low' | 'high', 'low' | 'high']>(['high', 'low'], ['low', 'high']);
    fc.assert(
      fc.property(day, day, ways, fc.boolean(), (x, y, [first, second], still) => {
        // From a day that is no later to one that is no earlier, or the other way about.
        const turned = (piece: Piece, end: 'low' | 'high'): Piece => ({
          ...piece,
          d: end === 'high' ? { low: exact(-400n), high: zero } : { low: zero, high: exact(400n) },
        });
        const alike: Piece = { a: x.a, b: x.a, d: { low: zero, high: zero } };
        for (const { low, high } of differ(DATES[name] as Node, [
          still ? alike : turned(x, first),
          turned(y, second),
        ])) {
          if (second === 'low') expect(low.n >= 0n).toBe(true);
          else expect(high.n <= 0n).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** All pairs of a piece by quarters. */
function everyPair(piece: Piece): readonly ValuePair[] {
  const grid = Array.from({ length: 25 }, (_, i) => exact(BigInt(i - 12), 4n));
  return grid.flatMap((x) => grid.map((y): ValuePair => [x, y])).filter((pair) => covers(piece, pair));
}

describe('a comparison is said to be only what it can be', () => {
  test.each(['<', '<=', '='] as const)('%s', (op) => {
    const node: Node = { kind: 'compare', op, left: 0, right: 1 };
    const small = number.filter((piece) => everyPair(piece).length <= 60);
    fc.assert(
      fc.property(small, small, (x, y) => {
        const can = new Set(
          everyPair(x).flatMap((left) =>
            everyPair(y).map((right) =>
              pairText([valueIn(node, [left[0], right[0]]), valueIn(node, [left[1], right[1]])]),
            ),
          ),
        );
        const found = said(node, [x, y]).map(({ a, b }) => pairText([(a as Range).low, (b as Range).low]));
        // That two stay equal is said though one of them alone moves: it costs a split, and no truth.
        const stays = op === '=' ? pairText([half(2), half(2)]) : '';
        expect(found.filter((pair) => !can.has(pair) && pair !== stays)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is compared with something that moves one way alone turns one way alone', () => {
  const rising = number
    .map(({ a, b }) => [a as Range, b as Range] as const)
    .map(([x, y]): Piece => {
      const [from, to] = [
        { low: x.low, high: x.high },
        { low: add(x.low, half(1)), high: add(y.high, half(12)) },
      ];
      return { a: from, b: to, d: { low: half(0), high: half(20) } };
    });
  const still = number.map(({ a }): Piece => ({ a, b: a, d: { low: half(0), high: half(0) } }));
  const turned = ({ a, b, d }: Piece): Piece => ({
    a: b,
    b: a,
    d: { low: subtract(half(0), (d as Range).high), high: subtract(half(0), (d as Range).low) },
  });
  const pairs = (node: Node, of: readonly Piece[]): readonly string[] =>
    said(node, of).map(({ a, b }) => pairText([(a as Range).low, (b as Range).low]));
  const [up, down] = [pairText([half(0), half(2)]), pairText([half(2), half(0)])];

  test.each(['<', '<='] as const)('%s', (op) => {
    const node: Node = { kind: 'compare', op, left: 0, right: 1 };
    fc.assert(
      fc.property(still, rising, (x, y) => {
        expect(pairs(node, [x, y])).not.toContain(down);
        expect(pairs(node, [x, turned(y)])).not.toContain(up);
        expect(pairs(node, [y, x])).not.toContain(up);
        expect(pairs(node, [turned(y), x])).not.toContain(down);
      }),
      { numRuns: 60 },
    );
  });

  test('and with what does not move it stays', () => {
    const node: Node = { kind: 'compare', op: '=', left: 0, right: 1 };
    fc.assert(
      fc.property(number, (x) => {
        // They move alike, by as much.
        const one: Piece = { ...x, d: { low: half(1), high: half(1) } };
        expect(pairs(node, [one, { ...one }]).filter((pair) => pair === up || pair === down)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('a month is known within one year, and else is any', () => {
  const month = calendar({ kind: 'month' }, [0]);
  const at = (low: bigint, high: bigint): Range => ({ low: exact(low), high: exact(high) });
  // 2020-03-01 is day 18322, 2020-12-31 day 18627.
  const one = (r: Range): Piece => ({ a: r, b: r, d: at(0n, 0n) });
  expect(said(month, [one(at(18_322n, 18_627n))])).toMatchObject([{ a: at(3n, 12n) }]);
  expect(said(month, [one(at(18_322n, 18_628n))])).toMatchObject([{ a: at(1n, 12n) }]);
  expect(said(month, [one(at(18_322n, 18_322n))])).toMatchObject([{ a: at(3n, 3n) }]);
});

test('what is compared with itself is settled', () => {
  const x: Piece = {
    a: { low: half(0), high: half(4) },
    b: { low: half(0), high: half(6) },
    d: { low: half(0), high: half(6) },
  };
  const settled = (op: '<' | '<=' | '='): readonly Piece[] =>
    said({ kind: 'compare', op, left: 0, right: 0 }, [x]);
  const flag = (n: number) => ({ low: half(n), high: half(n) });
  expect(settled('<')).toMatchObject([{ a: flag(0), b: flag(0) }]);
  expect(settled('<=')).toMatchObject([{ a: flag(2), b: flag(2) }]);
  expect(settled('=')).toMatchObject([{ a: flag(2), b: flag(2) }]);
});

test('a choice between one and the same is that', () => {
  const flag: Piece = {
    a: { low: half(0), high: half(2) },
    b: { low: half(0), high: half(2) },
    d: { low: half(-2), high: half(2) },
  };
  const x: Piece = {
    a: { low: half(0), high: half(4) },
    b: { low: half(1), high: half(5) },
    d: { low: half(1), high: half(1) },
  };
  expect(said(choiceOf(0, 1, 1), [flag, x])).toEqual([x]);
  // Unless it may be that none is taken.
  const none: Piece = { a: 'none', b: 'none', d: null };
  expect(said(choiceOf(0, 1, 1), [none, x]).some(({ a }) => !isRange(a))).toBe(true);
});

describe('who leaves the condition under which something counts is no further than a step from its edge', () => {
  const at = (low: number, high: number): Range => ({ low: exact(BigInt(low)), high: exact(BigInt(high)) });
  const moving = (a: Range, b: Range, by: number): Piece => ({ a, b, d: at(by, by) });
  const texts = (pieces: readonly Piece[]): readonly string[] =>
    pieces
      .map(({ a, b }) =>
        [a, b].map((side) => (isRange(side) ? `${side.low.n}..${side.high.n}` : side)).join(' → '),
      )
      .sort();
  const six: Piece = { a: at(6, 6), b: at(6, 6), d: at(0, 0) };
  const alikeSix: Piece = { ...six, b: six.a };
  const quotient = (divisor: Range, y: Piece): readonly string[] =>
    texts(said({ kind: 'quotient', left: 0, right: 1, divisor }, [alikeSix, y]));

  test.each<readonly [string, Range, Piece, readonly string[]]>([
    ['down out of it', at(1, 3), moving(at(1, 3), at(0, 2), -1), ['2..3 → 3..6', '3..6 → gone']],
    ['up into it', at(1, 3), moving(at(0, 2), at(1, 3), 1), ['3..6 → 2..3', 'gone → 3..6']],
    ['up out of it', at(1, 3), moving(at(1, 3), at(2, 4), 1), ['2..3 → gone', '3..6 → 2..3']],
    ['down into it', at(1, 3), moving(at(2, 4), at(1, 3), -1), ['2..3 → 3..6', 'gone → 2..3']],
    ['within it', at(1, 3), moving(at(1, 2), at(2, 3), 1), ['3..6 → 2..3']],
    ['outside it', at(1, 3), moving(at(-3, -1), at(-2, 0), 1), ['gone → gone']],
    ['across it', at(1, 3), moving(at(0, 0), at(9, 9), 9), ['gone → gone']],
  ])('of a divisor that moves %s', (_, divisor, y, expected) =>
    expect(quotient(divisor, y)).toEqual(expected),
  );

  test('of a divisor of which one has none', () => {
    const one = (a: Piece['a'], b: Piece['a']) => quotient(at(1, 3), { a, b, d: null });
    expect(one('none', at(0, 2))).toEqual(['none → 3..6', 'none → gone']);
    expect(one(at(2, 9), 'none')).toEqual(['2..3 → none', 'gone → none']);
    expect(one('gone', at(1, 3))).toEqual(['gone → 2..6']);
    expect(one('none', at(7, 8))).toEqual(['none → gone']);
  });

  const table = (y: Piece): readonly string[] =>
    texts(said({ kind: 'table', keys: [0], sizes: [3], cells: [7, 8, 9].map((n) => exact(BigInt(n))) }, [y]));

  test.each<readonly [string, Piece, readonly string[]]>([
    ['up out of it', moving(at(0, 2), at(1, 3), 1), ['7..7 → 8..8', '8..8 → 9..9', '9..9 → gone']],
    ['down out of it', moving(at(0, 2), at(-1, 1), -1), ['7..7 → gone', '8..8 → 7..7', '9..9 → 8..8']],
    ['up into it', moving(at(-1, 1), at(0, 2), 1), ['7..7 → 8..8', '8..8 → 9..9', 'gone → 7..7']],
    ['down into it', moving(at(1, 3), at(0, 2), -1), ['8..8 → 7..7', '9..9 → 8..8', 'gone → 9..9']],
    ['within it', moving(at(0, 1), at(1, 2), 1), ['7..7 → 8..8', '8..8 → 9..9']],
    ['outside it', moving(at(3, 4), at(4, 5), 1), ['gone → gone']],
    ['just into it', moving(at(3, 3), at(2, 2), -1), ['gone → 9..9']],
    ['of one of whom it has none', { a: 'none', b: at(2, 3), d: null }, ['none → 9..9', 'none → gone']],
    ['of the other', { a: at(-1, 0), b: 'none', d: null }, ['7..7 → none', 'gone → none']],
  ])('of the key of a table that moves %s', (_, y, expected) => expect(table(y)).toEqual(expected));

  test('a key that is the same for both finds each of its rows', () => {
    const open = at(-2, 9);
    expect(table({ a: open, b: open, d: at(0, 0) })).toEqual(['7..7 → 7..7', '8..8 → 8..8', '9..9 → 9..9']);
  });
});

test('a choice that turns differs by no more than its branches, and what the branch then taken moves', () => {
  const at = (low: number, high: number): Range => ({ low: exact(BigInt(low)), high: exact(BigInt(high)) });
  const open = at(0, 9);
  const flag = (from: number, to: number): Piece => ({
    a: at(from, from),
    b: at(to, to),
    d: at(to - from, to - from),
  });
  const constant: Piece = { a: at(2, 2), b: at(2, 2), d: at(0, 0) };
  const nodes: readonly Node[] = [
    { kind: 'input', input: 0 },
    { kind: 'input', input: 1 },
    { kind: 'constant', value: exact(2n) },
    { kind: 'sum', of: [1, 2] },
    choiceOf(0, 3, 1),
  ];
  const turning = (when: Piece, x: Piece): readonly Piece[] => {
    const values: readonly Piece[][] = [[when], [x], [{ ...constant, b: constant.a }]];
    const around = {
      input: (input: number) => values[input] as Piece[],
      code: () => 0,
      rows: () => [],
      most: 100,
    };
    const sum = evaluatePairs(nodes[3] as Node, nodes, (id) => values[id] as Piece[], around);
    return evaluatePairs(nodes[4] as Node, nodes, (id) => (id === 3 ? sum : (values[id] as Piece[])), around);
  };
  const still: Piece = { a: open, b: open, d: at(0, 0) };
  expect(turning(flag(1, 0), still).map(({ d }) => d)).toEqual([at(-2, -2)]);
  expect(turning(flag(0, 1), still).map(({ d }) => d)).toEqual([at(2, 2)]);
  const rising: Piece = { a: at(0, 8), b: at(1, 9), d: at(1, 1) };
  expect(turning(flag(1, 0), rising).map(({ d }) => d)).toEqual([at(-1, -1)]);
  expect(turning(flag(0, 1), rising).map(({ d }) => d)).toEqual([at(3, 3)]);
});
