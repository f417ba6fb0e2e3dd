import type { Domain, Possible, Segment } from '../../plan/index.js';
import { isCode, isFlag } from '../../plan/index.js';
import { exact, multiply, ONE, ZERO } from '../../value/index.js';
import { alike, isRange, type Piece, paired, point, type Side } from './side.js';

/**
 * What is still open of one input for two students: the same for both, somewhere in some segments; one of several pairs
 * of positions; or a position of a segment for the first, and the next one (`by` 1 or -1) for the second.
 */
export type Held =
  | { readonly kind: 'same'; readonly segments: readonly Segment[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [bigint, bigint])[] }
  | { readonly kind: 'steps'; readonly low: bigint; readonly high: bigint; readonly by: 1n | -1n };

/** Few enough positions to be kept apart. */
const FEW = 24n;

export const sameAt = (position: bigint): Held => ({
  kind: 'same',
  segments: [{ low: position, high: position }],
});

export const anywhere = (domain: Domain): Held => ({
  kind: 'same',
  segments: [{ low: 0n, high: domain.last }],
});

/** A single position as a side; codes by their number. */
export function sideAt(domain: Domain, position: bigint, code: (text: string) => number): Side {
  const found: Possible = domain.possible({ low: position, high: position });
  if (isFlag(found)) return found.none ? 'none' : point(found.yes ? ONE : ZERO);
  if (isCode(found)) {
    const [text] = found.codes;
    return text === undefined ? 'none' : point(exact(BigInt(code(text))));
  }
  return found.range === null ? 'none' : found.range;
}

/** Whether there is only one position for each of the two. */
export function isSingle(held: Held): boolean {
  switch (held.kind) {
    case 'same':
      return held.segments.length === 1 && held.segments[0]?.low === held.segments[0]?.high;
    case 'pairs':
      return held.pairs.length === 1;
    case 'steps':
      return held.low === held.high;
  }
}

/** The first position that is left for each of the two. */
export function firstOf(held: Held): readonly [bigint, bigint] {
  switch (held.kind) {
    case 'same': {
      const at = held.segments[0]?.low ?? 0n;
      return [at, at];
    }
    case 'pairs':
      return held.pairs[0] ?? [0n, 0n];
    case 'steps':
      return [held.low, held.low + held.by];
  }
}

/** An input as pieces. */
export function piecesHeld(held: Held, domain: Domain, code: (text: string) => number): readonly Piece[] {
  const at = (position: bigint): Side => sideAt(domain, position, code);
  switch (held.kind) {
    case 'same':
      return held.segments.flatMap(({ low, high }) => sameIn(low, high, domain, at));
    case 'pairs':
      return held.pairs.flatMap(([x, y]): readonly Piece[] => {
        const piece = paired(at(x), at(y), null);
        return piece === null ? [] : [piece];
      });
    case 'steps': {
      const { low, high, by } = held;
      const { grid } = domain;
      if (grid === undefined) return [];
      const value = (from: bigint, to: bigint): Side => {
        const [first, last] = [at(from), at(to)];
        return isRange(first) && isRange(last) ? { low: first.low, high: last.high } : 'gone';
      };
      const d = point(multiply(exact(by), grid.step));
      const piece = paired(value(low, high), value(low + by, high + by), d);
      return piece === null ? [] : [piece];
    }
  }
}

/** Many positions are put together as the numbers from the first to the last; what does not exist is the last position. */
function sameIn(low: bigint, high: bigint, domain: Domain, at: (position: bigint) => Side): readonly Piece[] {
  if (high - low < FEW) {
    const found: Piece[] = [];
    for (let position = low; position <= high; position += 1n) found.push(alike(at(position)));
    return found;
  }
  const none = at(high) === 'none';
  const [first, end] = [at(low), at(none && domain.last === high ? high - 1n : high)];
  if (!isRange(first) || !isRange(end)) throw new TypeError('sameIn: a number is wanted');
  return [alike({ low: first.low, high: end.high }), ...(none ? [alike('none')] : [])];
}
