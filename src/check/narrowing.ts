import type { NodeId } from '../plan/index.js';
import { codePairs } from './aspects.js';
import type { View } from './view.js';

/** More pairs than this are not looked at one by one. */
const MOST_PAIRS = 60;

/**
 * Whether something that is read off the roots can be, also when every pair of tiers that the steps of deciding can come to
 * is looked at by itself: what rests on one tier in two places is then not taken for two.
 */
export function canBe(
  view: View,
  steps: readonly NodeId[],
  ask: (view: View) => boolean,
  roots: readonly NodeId[],
): boolean {
  if (!ask(view)) return false;
  // What no root rests on parts nothing.
  const parting = steps.filter((step) => {
    const changes = view.ground.changesBehind(step);
    return roots.some((root) => changes[root] === 1);
  });
  return canBeIn(view, parting, ask);
}

/** Of a view of which it was said that it can be. */
function canBeIn(view: View, [first, ...rest]: readonly NodeId[], ask: (view: View) => boolean): boolean {
  if (first === undefined) return true;
  const pairs = codePairs(view.at(first), MOST_PAIRS);
  if (pairs === null || pairs.length < 2) return canBeIn(view, rest, ask);
  return pairs.some((pair) => {
    const part = view.where(first, [pair]);
    return ask(part) && canBeIn(part, rest, ask);
  });
}

/**
 * The students of a view, score by score, if `node` rests on it. Where points that add up are kept apart, each score that can
 * be reached is then looked at by itself: a tier between two of them has nobody.
 */
export function scoreByScore(view: View, node: NodeId): readonly View[] {
  const { score } = view.ground.plan.outputs;
  const pieces = view.at(score);
  if (pieces.length < 2 || view.ground.changesBehind(score)[node] !== 1) return [view];
  return pieces.map((piece) => view.where(score, [piece]));
}
