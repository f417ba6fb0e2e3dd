import { type CalendarOp, calendarValue, type Node, type NodeId } from '../../plan/index.js';
import { addRanges, compare, type Exact, exact, floor, ONE, type Range } from '../../value/index.js';
import {
  combined,
  counting,
  folded,
  GREATEST,
  LEAST,
  PRODUCT,
  QUOTIENT,
  risingOf,
  roundedOf,
  SUM,
} from './arithmetic.js';
import { comparedOf } from './compared.js';
import {
  allOf,
  anyOf,
  bit,
  GONE,
  type Mask,
  maskOf,
  NO,
  NONE,
  notOf,
  pairsIn,
  piecesOf,
  type State,
  YES,
} from './flags.js';
import { hullOf, moreBy, type PiecesOf } from './linear.js';
import { lookedOf, rowedOf } from './looked.js';
import { apart, distinctSides, merged } from './merge.js';
import { alike, isAlike, isRange, meet, type Piece, paired, point, type Side } from './side.js';

/** What nodes need to know of the plan besides their operands. */
export interface Surroundings {
  /** What an input is for the two. */
  readonly input: (input: number) => readonly Piece[];
  /** The number of a code. */
  readonly code: (code: string) => number;
  /** For every code the row that it finds. */
  readonly rows: (codes: readonly string[], prefix: boolean) => readonly number[];
  /** The most pieces by which one node is described. */
  readonly most: number;
}

/** All that a node can be for two students, of what its operands can be: true of every pair, and perhaps too wide. */
export function evaluatePairs(
  node: Node,
  nodes: readonly Node[],
  at: PiecesOf,
  { input, code, rows, most }: Surroundings,
): readonly Piece[] {
  const mask = (id: NodeId): Mask => maskOf(at(id));
  switch (node.kind) {
    case 'constant':
      return [alike(point(node.value))];
    case 'code':
      return [alike(point(exact(BigInt(code(node.value)))))];
    case 'none':
      return [alike('none')];
    case 'input':
      return input(node.input);
    case 'figure':
    case 'given':
      return at(node.of);
    case 'sum':
      return folded(node.of.map(at), SUM, most);
    case 'product':
      return combined(at(node.left), at(node.right), PRODUCT, most);
    case 'quotient':
      return combined(at(node.left), counting(at(node.right), node.divisor), QUOTIENT, most);
    case 'rounded':
      return roundedOf(at(node.of), node.step, node.mode, most);
    case 'least':
      return folded(node.of.map(at), LEAST, most);
    case 'greatest':
      return folded(node.of.map(at), GREATEST, most);
    case 'compare':
      // Held against itself it is settled wherever there is a value.
      return piecesOf(
        node.left === node.right
          ? stateMask(at(node.left), node.op === '<' ? NO : YES)
          : comparedOf(node.op, at(node.left), at(node.right)),
      );
    case 'all':
      return piecesOf(allOf(node.of.map(mask)));
    case 'any':
      return piecesOf(anyOf(node.of.map(mask)));
    case 'not':
      return piecesOf(notOf(mask(node.of)));
    case 'select': {
      const when = mask(node.when);
      // Where both branches are one, it does not matter which is taken.
      return node.then === node.otherwise && (when & ~SETTLED) === 0
        ? at(node.then)
        : selected(when, node, nodes, at, most);
    }
    case 'table':
      return lookedOf(node.keys.map(at), node.sizes, node.cells, most);
    case 'row':
      return rowedOf(at(node.of), rows(node.codes, node.prefix), most);
    case 'calendar':
      return calendared(node.op, node.of.map(at), most);
    case 'isNone':
      return piecesOf(stateMask(at(node.of), NO, YES));
    case 'ifNone':
      return filled(at(node.of), at(node.otherwise), most);
  }
}

/** Whether a choice can be made one way for the one and the other way for the other: their branches are then compared as they are built. */
export const isCrossed = (when: Mask): boolean => (when & (bit(YES, NO) | bit(NO, YES))) !== 0;

/** More crossings than this are made of the hulls of both sides. */
const MOST_CROSSINGS = 400;

/** The one's side of these with the other's of those: of their difference nothing is known but where they lie. */
function crossed(
  first: readonly Side[],
  second: readonly Side[],
  difference: Range | null = null,
): readonly Piece[] {
  const narrow = (sides: readonly Side[]): readonly Side[] => {
    const ranges = sides.filter(isRange);
    if (first.length * second.length <= MOST_CROSSINGS || ranges.length === 0) return sides;
    const low = ranges.map((r) => r.low).reduce((x, y) => (compare(y, x) < 0 ? y : x));
    const high = ranges.map((r) => r.high).reduce((x, y) => (compare(y, x) > 0 ? y : x));
    return [{ low, high }, ...sides.filter((side) => !isRange(side))];
  };
  const found: Piece[] = [];
  for (const a of narrow(first))
    for (const b of narrow(second)) {
      const piece = paired(a, b, difference);
      if (piece !== null) found.push(piece);
    }
  return found;
}

function selected(
  when: Mask,
  node: Node & { readonly kind: 'select' },
  nodes: readonly Node[],
  at: PiecesOf,
  most: number,
): readonly Piece[] {
  const taken = (state: State): readonly Piece[] => at(state === YES ? node.then : node.otherwise);
  if (when === bit(YES, YES) || when === bit(NO, NO)) {
    const branch = taken(when === bit(YES, YES) ? YES : NO);
    return branch.length <= most ? branch : merged(branch, most);
  }
  const found: Piece[] = [];
  for (const [x, y] of pairsIn(when)) {
    if (x === y && (x === YES || x === NO)) {
      found.push(...taken(x));
      continue;
    }
    const side = (state: State, of: 'a' | 'b'): readonly Side[] =>
      state === YES || state === NO ? distinctSides(taken(state), of) : [state === NONE ? 'none' : 'gone'];
    const branches = x === YES ? [node.then, node.otherwise] : [node.otherwise, node.then];
    const settled = (x === YES || x === NO) && (y === YES || y === NO);
    const difference = settled ? acrossBy(nodes, at, branches as [NodeId, NodeId]) : null;
    found.push(...crossed(side(x, 'a'), side(y, 'b'), difference));
  }
  return merged(found, most);
}

/**
 * From one branch for the first to another for the second: by how much the branches differ for the one student, and by how
 * much the branch then taken differs between the two; or the other way about. Of a student for whom a branch is no number
 * nothing follows from it.
 */
function acrossBy(nodes: readonly Node[], at: PiecesOf, [from, to]: readonly [NodeId, NodeId]): Range | null {
  const by = (side: 'a' | 'b', moved: NodeId): Range | null => {
    const taken = side === 'a' ? 'b' : 'a';
    if (at(moved).some((piece) => isRange(piece[taken]) && !isRange(piece[side]))) return null;
    const [more, d] = [moreBy(nodes, at, side, to, from), hullOf(at(moved), 'd')];
    return more === null || d === null ? null : addRanges(more, d);
  };
  const [first, second] = [by('a', to), by('b', from)];
  return first === null ? second : second === null ? first : (meet(first, second) ?? first);
}

/** A flag that is `value` where there is one, and `none` where it is known not to exist. */
function stateMask(pieces: readonly Piece[], value: State, none: State = NONE): Mask {
  const state = (side: Side): State => (side === 'none' ? none : side === 'gone' ? GONE : value);
  return pieces.reduce((mask, { a, b }) => mask | bit(state(a), state(b)), 0);
}

const SETTLED: Mask = bit(YES, YES) | bit(YES, NO) | bit(NO, YES) | bit(NO, NO);

function filled(of: readonly Piece[], otherwise: readonly Piece[], most: number): readonly Piece[] {
  const found = of.flatMap((piece): readonly Piece[] => {
    const { a, b } = piece;
    if (a !== 'none' && b !== 'none') return [piece];
    if (a === 'none' && b === 'none') return otherwise;
    return crossed(
      a === 'none' ? distinctSides(otherwise, 'a') : [a],
      b === 'none' ? distinctSides(otherwise, 'b') : [b],
    );
  });
  return merged(found, most);
}

const DAYS = (x: Exact): number => Number(floor(x));
const TWELVE: Range = { low: ONE, high: exact(12n) };

function calendared(op: CalendarOp, of: readonly (readonly Piece[])[], most: number): readonly Piece[] {
  const value = (...days: readonly Exact[]): Exact => exact(BigInt(calendarValue(op, days.map(DAYS))));
  const [first, second] = of as readonly [readonly Piece[], (readonly Piece[])?];
  if (op.kind === 'month') return months(first, value, most);
  if (second === undefined) return risingOf(first, (x) => value(x), most);
  // From a later day there is less, to a later day more.
  return combined(
    first,
    second,
    {
      value: (from, to) => ({ low: value(from.high, to.low), high: value(from.low, to.high) }),
      difference: (from, to) => {
        const whole = apart(
          { low: value(from.a.high, to.a.low), high: value(from.a.low, to.a.high) },
          { low: value(from.b.high, to.b.low), high: value(from.b.low, to.b.high) },
        );
        const noLess = from.d.high.n <= 0n && to.d.low.n >= 0n;
        const noMore = from.d.low.n >= 0n && to.d.high.n <= 0n;
        const zero = exact(0n);
        return {
          low: noLess && whole.low.n < 0n ? zero : whole.low,
          high: noMore && whole.high.n > 0n ? zero : whole.high,
        };
      },
    },
    most,
  );
}

/** The month of a date rises and falls: known only within one year. */
function months(of: readonly Piece[], value: (x: Exact) => Exact, most: number): readonly Piece[] {
  const year = (x: Exact): number => calendarValue({ kind: 'year' }, [DAYS(x)]);
  const side = (s: Side): Side =>
    !isRange(s) ? s : year(s.low) === year(s.high) ? { low: value(s.low), high: value(s.high) } : TWELVE;
  const found = of.map((piece) =>
    isAlike(piece) ? alike(side(piece.a)) : paired(side(piece.a), side(piece.b), null),
  );
  return merged(
    found.filter((piece) => piece !== null),
    most,
  );
}
