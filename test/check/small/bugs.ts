import type { Bug } from './plant.js';

/** A bug, and the seed of a rule file that shows it. */
export interface ShownBug extends Bug {
  readonly seed: number;
}

const bug = (seed: number, what: string, file: string, find: string, replace: string): ShownBug => ({
  seed,
  what,
  file,
  find,
  replace,
});

/** Mistakes that a prover could make: each lets it believe, or deny, what is not so. */
export const BUGS: readonly ShownBug[] = [
  bug(
    4,
    'of a sum only the first moves',
    'pairs/arithmetic.ts',
    'difference: (x, y) => addRanges(x.d, y.d) }',
    'difference: (x) => x.d }',
  ),
  bug(
    745,
    'rounding never falls',
    'pairs/arithmetic.ts',
    'low: d.low.n >= 0n ? ZERO : wide.low,',
    'low: ZERO,',
  ),
  bug(
    5,
    'a comparison never turns false',
    'pairs/compared.ts',
    "return op === '<=' || start.n === 0n ? under(add(start, down)) : !above(add(start, down));",
    'return false;',
  ),
  bug(
    7,
    'a comparison never turns true',
    'pairs/compared.ts',
    "return op === '<' || end.n === 0n ? above(add(end, up)) : !under(add(end, up));",
    'return false;',
  ),
  bug(
    4,
    'equal options never part',
    'pairs/compared.ts',
    "if (op === '=') return !isZero(du);",
    "if (op === '=') return false;",
  ),
  bug(8, 'not is left out', 'pairs/flags.ts', '(state === NO ? YES : state === YES ? NO : state)', 'state'),
  bug(
    8,
    'of several grounds the first decides',
    'pairs/flags.ts',
    'a === NO || b === NO ? NO : a === YES && b === YES ? YES : GONE',
    'a',
  ),
  bug(
    8,
    'any is all',
    'pairs/flags.ts',
    'a === YES || b === YES ? YES : a === NO && b === NO ? NO : GONE',
    'a === NO || b === NO ? NO : YES',
  ),
  bug(
    4,
    'only the first branch of a choice is looked at',
    'pairs/evaluate.ts',
    'at(state === YES ? node.then : node.otherwise)',
    'at(node.then)',
  ),
  bug(
    5,
    'across branches only the branches differ',
    'pairs/evaluate.ts',
    'return more === null || d === null ? null : addRanges(more, d);',
    'return more;',
  ),
  bug(21, 'a step stands still', 'pairs/held.ts', 'value(low + by, high + by)', 'value(low, high)'),
  bug(
    1,
    'the last position is left out',
    'search.ts',
    'at <= high; at += 1n) all.push',
    'at < high; at += 1n) all.push',
  ),
  bug(
    56,
    'behind a cut nothing is looked at',
    'search.ts',
    '[...part(at, at), ...part(low, at - 1n), ...part(at + 1n, high)]',
    '[...part(at, at), ...part(low, at - 1n)]',
  ),
  bug(122, 'a fall must be certain', 'pairs/falling.ts', ': d.low.n < 0n));', ': d.high.n < 0n));'),
  bug(4, 'what is newly granted counts nothing', 'money.ts', 'const more = k - m;', 'const more = 0;'),
  bug(
    7,
    'the second is granted what the first is',
    'money.ts',
    'y + (b === YES ? 1 : 0)',
    'y + (a === YES ? 1 : 0)',
  ),
  bug(
    52,
    'out of scope is as good as not recognised',
    'aspects.ts',
    'plan.outputs.tier as never, build.code(-1));',
    'plan.outputs.tier as never, build.code(0));',
  ),
  bug(4, 'true is taken for false', 'aspects.ts', 'some(([a]) => a === YES);', 'some(([a]) => a !== YES);'),
  bug(2, 'every pair of tiers must be broken', 'narrowing.ts', 'return pairs.some(', 'return pairs.every('),
  bug(
    2,
    'a list is left instead of joined',
    'properties/membership.ts',
    'pairs: [[0n, 1n]]',
    'pairs: [[1n, 0n]]',
  ),
  bug(
    4,
    'the next tier is the same one',
    'properties/order.ts',
    'point(exact(BigInt(i + 1)))',
    'point(exact(BigInt(i)))',
  ),
  bug(5, 'the first step of a list is left out', 'moves.ts', 'chain.slice(1).map', 'chain.slice(2).map'),
  bug(
    9,
    'downward is upward',
    'moves.ts',
    'pairs.push(upward ? [at, at + 1n] : [at + 1n, at])',
    'pairs.push([at, at + 1n])',
  ),
  // Of a value that counts only on a condition: who just meets it, and no longer does with one step more.
  bug(
    1_000_070,
    'who leaves the condition of a quotient is not seen',
    'pairs/arithmetic.ts',
    "...beside(a, piece.b, piece.d, divisor).map((side): Piece => ({ a: side, b: 'gone', d: null })),",
    '',
  ),
  bug(
    1_000_014,
    'who comes to meet the condition of a quotient is not seen',
    'pairs/arithmetic.ts',
    "(side): Piece => ({ a: 'gone', b: side, d: null }),\n      ),",
    "(side): Piece => ({ a: 'gone', b: side, d: null }),\n      ).slice(2),",
  ),
  bug(
    1_000_095,
    'who goes beyond the rows of a table is not seen',
    'pairs/looked.ts',
    'if (second.beyond) for (const x of first.rows)',
    'if (false) for (const x of first.rows)',
  ),
  bug(
    1_000_034,
    'who comes to the rows of a table is not seen',
    'pairs/looked.ts',
    '      if (first.beyond)\n',
    '      if (false)\n',
  ),
  bug(
    1_002_641,
    'a branch that is no number for the one says how far the other has come',
    'pairs/evaluate.ts',
    'if (at(moved).some((piece) => isRange(piece[taken]) && !isRange(piece[side]))) return null;',
    '',
  ),
];
