import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combined, SUM } from '../../../src/check/pairs/arithmetic.js';
import { evaluatePairs } from '../../../src/check/pairs/evaluate.js';
import { lookedOf } from '../../../src/check/pairs/looked.js';
import { distinctSides, merged, samePieces } from '../../../src/check/pairs/merge.js';
import {
  alike,
  isAlike,
  isRange,
  type Piece,
  paired,
  point,
  type Side,
} from '../../../src/check/pairs/side.js';
import type { Node } from '../../../src/plan/index.js';
import { compare, type Exact, exact } from '../../../src/value/index.js';
import { choiceOf, covers, operand, pairText, someOf } from './values.js';

// Many pieces are put together: what is said is then wider, and still true of every pair, and which way the second differs is kept.

const many = fc.array(operand, { minLength: 1, maxLength: 6 }).map((lists) => lists.flat());
const whole = (n: number): Exact => exact(BigInt(n));
const at = (n: number): Side => point(whole(n));

/** Which way the second differs, in words. */
function way({ a, b, d }: Piece): string {
  const kind = (side: Side): string => (isRange(side) ? 'number' : side);
  if (d === null) return `${kind(a)} ${kind(b)}`;
  if (d.low.n === 0n && d.high.n === 0n) return 'same';
  return d.low.n >= 0n ? 'more' : d.high.n <= 0n ? 'less' : 'any';
}

test.each([1, 3, 100])('nothing is lost where no more than %i stand apart', (most) => {
  fc.assert(
    fc.property(many, (pieces) => {
      const found = merged(pieces, most);
      const ways = found.map(way);
      if (found.length > most) expect(new Set(ways).size).toBe(ways.length);
      expect(new Set(ways)).toEqual(new Set(pieces.map(way)));
      for (const pair of pieces.flatMap(someOf))
        expect([pairText(pair), found.some((piece) => covers(piece, pair))]).toEqual([pairText(pair), true]);
      // No wider than what was put together.
      for (const end of ['low', 'high'] as const)
        for (const side of ['a', 'b', 'd'] as const)
          for (const one of found) {
            const range = one[side];
            if (range === null || !isRange(range)) continue;
            const like = pieces.filter((piece) => way(piece) === way(one)).map((piece) => piece[side]);
            expect(
              like.some((other) => other !== null && isRange(other) && compare(other[end], range[end]) === 0),
            ).toBe(true);
          }
    }),
    { numRuns: 60 },
  );
});

test('as many as may stand apart do', () => {
  const pieces = Array.from({ length: 12 }, (_, n) => alike(at(n)));
  expect(merged(pieces, 12)).toBe(pieces);
  expect(merged(pieces, 11)).toEqual([alike({ low: whole(0), high: whole(11) })]);
  expect(merged([...pieces, alike(at(3))], 12)).toHaveLength(12);
  expect(merged([], 0)).toEqual([]);
  expect(merged([alike(at(1))], 0)).toEqual([alike(at(1))]);
});

test('what is the same for both stays so when it is put together', () => {
  const found = merged(
    Array.from({ length: 12 }, (_, n) => alike(at(n))),
    11,
  );
  expect(found.map(isAlike)).toEqual([true]);
});

test('each side stands once', () => {
  fc.assert(
    fc.property(many, fc.constantFrom<'a' | 'b'>('a', 'b'), (pieces, side) => {
      const text = (one: Side): string => (isRange(one) ? pairText([one.low, one.high]) : one);
      expect(distinctSides(pieces, side).map(text)).toEqual([
        ...new Set(pieces.map((piece) => text(piece[side]))),
      ]);
    }),
    { numRuns: 60 },
  );
});

test('two nodes are the same where they are so piece by piece', () => {
  const copy = (pieces: readonly Piece[]): readonly Piece[] =>
    pieces.map((piece) =>
      piece.a === piece.b ? alike(isRange(piece.a) ? { ...piece.a } : piece.a) : { ...piece },
    );
  const text = (pieces: readonly Piece[]): string =>
    JSON.stringify(
      pieces.map(({ a, b, d }) => (a === b ? [a] : [a, b, d])),
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    );
  fc.assert(
    fc.property(operand, operand, (x, y) => {
      expect(samePieces(x, x)).toBe(true);
      expect(samePieces(x, copy(x))).toBe(true);
      expect(samePieces(x, y)).toBe(text(x) === text(y));
      expect(samePieces(x, [...x, ...y])).toBe(false);
    }),
    { numRuns: 100 },
  );
  const pair = (d: number): Piece => ({
    a: at(0),
    b: { low: whole(0), high: whole(9) },
    d: { low: whole(0), high: whole(d) },
  });
  expect(samePieces([pair(8)], [pair(9)])).toBe(false);
  expect(samePieces([{ ...pair(8), d: null }], [pair(8)])).toBe(false);
});

describe('very many', () => {
  const singles = (count: number, by: number): readonly Piece[] =>
    Array.from({ length: count }, (_, n) => alike(at(n * by)));

  test('up to 12,000 pairs are added up one by one, more of them together', () => {
    expect(combined(singles(100, 1), singles(120, 100), SUM, 20_000)).toHaveLength(12_000);
    expect(combined(singles(101, 1), singles(120, 101), SUM, 20_000)).toEqual([
      alike({ low: whole(0), high: whole(100 + 119 * 101) }),
    ]);
  });

  const choice = (first: readonly Piece[], second: readonly Piece[]): readonly Piece[] => {
    const flag: Piece = { a: at(1), b: at(0), d: point(whole(-1)) };
    const of: readonly (readonly Piece[])[] = [[flag], first, second];
    const nodes: readonly Node[] = [
      { kind: 'input', input: 0 },
      { kind: 'input', input: 1 },
      { kind: 'input', input: 2 },
      choiceOf(0, 1, 2),
    ];
    return evaluatePairs(nodes[3] as Node, nodes, (id) => of[id] as readonly Piece[], {
      input: (input) => of[input] as readonly Piece[],
      code: () => 0,
      rows: () => [],
      most: 1_000,
    });
  };

  test('up to 400 crossings from one branch to another are looked at one by one, more of them together', () => {
    expect(choice(singles(20, 1), singles(20, 7))).toHaveLength(400);
    const [first, second] = [singles(21, 1), singles(20, 7)];
    expect(choice(first, second)).toMatchObject([
      { a: { low: whole(0), high: whole(20) }, b: { low: whole(0), high: whole(133) } },
    ]);
    // In whatever order they stand, and with those who have none.
    const turned = choice([...first.toReversed(), alike('none')], second.toReversed());
    expect(turned).toHaveLength(2);
    expect(turned).toMatchObject([
      { a: { low: whole(0), high: whole(20) }, b: { low: whole(0), high: whole(133) } },
      { a: 'none', b: { low: whole(0), high: whole(133) } },
    ]);
    const none = Array.from({ length: 401 }, () => alike('none'));
    expect(choice(none, [alike('gone')])).toEqual([{ a: 'none', b: 'gone', d: null }]);
  });

  test('a choice that is settled has no more pieces than it may have', () => {
    const yes = piecesOfFlag(1);
    const of: readonly (readonly Piece[])[] = [yes, singles(6, 1), singles(4, 10)];
    const nodes: readonly Node[] = [
      ...of.map((_, input): Node => ({ kind: 'input', input })),
      choiceOf(0, 1, 2),
    ];
    const with_ = (most: number) =>
      evaluatePairs(nodes[3] as Node, nodes, (id) => of[id] as readonly Piece[], {
        input: (input) => of[input] as readonly Piece[],
        code: () => 0,
        rows: () => [],
        most,
      });
    expect(with_(6)).toEqual(singles(6, 1));
    expect(with_(5)).toEqual([alike({ low: whole(0), high: whole(5) })]);
  });

  test('up to 20,000 pairs of rows are looked up one by one, more of them as any', () => {
    const open = (count: number): readonly Piece[] => {
      const all: Side = { low: whole(0), high: whole(count - 1) };
      return [paired(all, { ...all }, null) as Piece];
    };
    const cells = Array.from({ length: 142 }, (_, n) => whole(n === 50 ? -3 : n));
    const found = lookedOf([open(141)], [141], cells, 30_000);
    expect(
      found.every(({ a, b }) => [a, b].every((side) => isRange(side) && compare(side.low, side.high) === 0)),
    ).toBe(true);
    expect(found.length).toBe(141 * 141);
    const any = lookedOf([open(142)], [142], cells, 30_000);
    expect(any).toHaveLength(9);
    for (const a of ['none', 'gone', whole(-3), whole(141)] as const)
      for (const b of ['none', 'gone', whole(-3), whole(141)] as const)
        expect(
          any.some(
            (piece) => (piece.a !== piece.b && covers(piece, [a, b])) || (a === b && covers(piece, [a, b])),
          ),
        ).toBe(true);
    expect(any.filter(({ a }) => isRange(a)).map(({ a }) => a)).toMatchObject(
      Array.from({ length: 3 }, () => ({ low: whole(-3), high: whole(141) })),
    );
  });
});

function piecesOfFlag(n: number): readonly Piece[] {
  return [alike(at(n))];
}
