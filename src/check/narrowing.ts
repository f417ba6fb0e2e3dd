import type { NodeId } from '../plan/index.js';
import { codePairs } from './aspects.js';
import type { View } from './view.js';

/** More pairs than this are not looked at one by one. */
const MOST_PAIRS = 60;

/**
 * Whether something can be, also when every pair of tiers that the steps of deciding can come to is looked at by itself:
 * what rests on one tier in two places is then not taken for two.
 */
export function canBe(view: View, steps: readonly NodeId[], ask: (view: View) => boolean): boolean {
  if (!ask(view)) return false;
  const [first, ...rest] = steps;
  if (first === undefined) return true;
  const pairs = codePairs(view.at(first), MOST_PAIRS);
  if (pairs === null || pairs.length < 2) return canBe(view, rest, ask);
  return pairs.some((pair) => canBe(view.where(first, [pair]), rest, ask));
}
