import { compare, type Exact, ZERO } from '../../value/index.js';
import { isRange, type Piece } from './side.js';

/** Whether the second of the two can come off worse. */
export const canFall = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ a, b, d }) => (d === null ? a !== b && isRange(a) : d.low.n < 0n));

/** By how much the second can come off worse: the least it can differ by. */
export const deepest = (pieces: readonly Piece[]): Exact =>
  pieces.reduce<Exact>((low, { d }) => (d !== null && compare(d.low, low) < 0 ? d.low : low), ZERO);
