import { add, greatest, least, type Range, subtract, ZERO } from '../../value/index.js';
import { bit, GONE, type Mask, NO, NONE, type State, YES } from './flags.js';
import { apart } from './merge.js';
import { isAlike, isRange, isZero, type Piece, type Side } from './side.js';

type Op = '<' | '<=' | '=';

const above = (x: { readonly n: bigint }): boolean => x.n > 0n;
const under = (x: { readonly n: bigint }): boolean => x.n < 0n;
const holdsZero = (u: Range): boolean => !above(u.low) && !under(u.high);

/** What a comparison can be for one student, of `u = right - left`. */
function statesOf(op: Op, u: Range): readonly State[] {
  const yes = op === '<=' ? !under(u.high) : op === '<' ? above(u.high) : holdsZero(u);
  const no = op === '<=' ? under(u.low) : op === '<' ? !above(u.low) : !isZero(u);
  return [...(yes ? [YES] : []), ...(no ? [NO] : [])];
}

function oneSide(op: Op, left: Side, right: Side): readonly State[] {
  if (left === 'gone' || right === 'gone') return [GONE];
  if (left === 'none' || right === 'none') return [NONE];
  return statesOf(op, apart(left, right));
}

/**
 * Whether a comparison can be `first` for the one and the opposite for the other, where each is possible by itself:
 * whether from some `u` on the one side of 0 the difference reaches across.
 */
function crosses(op: Op, first: State, u: Range, du: Range): boolean {
  if (op === '=') return !isZero(du);
  const [down, up] = [du.low, du.high];
  if (first === YES) {
    const start = greatest(ZERO, u.low);
    // With `<` the first lies above 0, so that from 0 itself any step down crosses.
    return op === '<=' || start.n === 0n ? under(add(start, down)) : !above(add(start, down));
  }
  const end = least(ZERO, u.high);
  return op === '<' || end.n === 0n ? above(add(end, up)) : !under(add(end, up));
}

/** By how much `right - left` differs. */
function differenceOf(left: Piece, right: Piece): Range | null {
  if (left.d === null || right.d === null) return null;
  return { low: subtract(right.d.low, left.d.high), high: subtract(right.d.high, left.d.low) };
}

/** All that a comparison can be for the two. */
export function comparedOf(op: Op, left: readonly Piece[], right: readonly Piece[]): Mask {
  let mask = 0;
  for (const x of left)
    for (const y of right) {
      const first = oneSide(op, x.a, y.a);
      if (isAlike(x) && isAlike(y)) {
        for (const state of first) mask |= bit(state, state);
        continue;
      }
      const du = differenceOf(x, y);
      const u = isRange(x.a) && isRange(y.a) ? apart(x.a, y.a) : null;
      for (const s of first)
        for (const t of oneSide(op, x.b, y.b))
          if (s === t || du === null || u === null || crosses(op, s, u, du)) mask |= bit(s, t);
    }
  return mask;
}
