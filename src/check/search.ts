import type { NodeId } from '../plan/index.js';
import { compare, type Exact } from '../value/index.js';
import type { Ground } from './ground.js';
import { maskOf, NO, pairsIn, YES } from './pairs/flags.js';
import { type Held, isSingle } from './pairs/held.js';
import { isSettled } from './pairs/side.js';
import type { View } from './view.js';

/** What is looked for: `null` where it surely is not, else the nodes on which it still turns, and how much of it there can be. */
export type Question = (view: View) => Chance | null;

export interface Chance {
  readonly roots: readonly NodeId[];
  /** The less, the more promising: looked at first. */
  readonly rank: Exact;
}

export type Found<T> =
  /** In no pair of students: proved. */
  | { readonly kind: 'nowhere' }
  /** Here, whatever is still open. */
  | { readonly kind: 'here'; readonly what: T }
  /** More steps would be needed. `at`: what kept it open. */
  | { readonly kind: 'gaveUp'; readonly at: NodeId };

/** Counts what the prover does: no clock, so that the same rule set gives the same report everywhere. */
export class Steps {
  taken = 0;
}

/**
 * Looks through all pairs of students, splitting what is open only where it matters, the most promising first, and else
 * the easy cases (`backwards`: the hard ones). `most` bounds the cases. `accept` says whether a case that was found is one;
 * if not, the search goes on.
 */
export function search<T>(
  start: View,
  question: Question,
  most: number,
  steps: Steps,
  accept: (view: View) => T | null,
  backwards = false,
): Found<T> {
  let left = most;
  let open: NodeId | null = null;
  const chanceOf = (view: View): Chance | null => {
    steps.taken += 1;
    return question(view);
  };
  const visit = (view: View, chance: Chance): T | null => {
    const split = chooseSplit(view, chance.roots);
    if (split === null) return accept(view);
    const promising: { readonly next: View; readonly has: Chance }[] = [];
    for (const held of split.held) {
      if (left <= 0) {
        open ??= chance.roots[0] ?? 0;
        break;
      }
      left -= 1;
      const next = view.with(split.input, held);
      const has = chanceOf(next);
      if (has !== null) promising.push({ next, has });
    }
    if (backwards) promising.reverse();
    promising.sort((x, y) => compare(x.has.rank, y.has.rank));
    for (const { next, has } of promising) {
      const found = visit(next, has);
      if (found !== null) return found;
    }
    return null;
  };
  const chance = chanceOf(start);
  if (chance === null) return { kind: 'nowhere' };
  const found = visit(start, chance);
  if (found !== null) return { kind: 'here', what: found };
  return open === null ? { kind: 'nowhere' } : { kind: 'gaveUp', at: open };
}

/** The open inputs behind nodes that are not settled, the nearest first, along branches that can be taken. */
export function behind(
  view: View,
  from: readonly NodeId[],
  walls: ReadonlySet<NodeId> = new Set(),
): readonly number[] {
  const { plan } = view.ground;
  const found = new Set<number>();
  const visited = new Set<NodeId>(walls);
  const queue = [...from];
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at] as NodeId;
    const node = plan.nodes[id];
    if (node === undefined || visited.has(id)) continue;
    visited.add(id);
    if (node.kind === 'input') {
      if (!isSingle(view.heldOf(node.input))) found.add(node.input);
    } else if (isSettled(view.at(id))) {
      // Nothing turns on it.
    } else if (node.kind === 'select') {
      const when = pairsIn(maskOf(view.at(node.when)));
      queue.push(node.when);
      if (when.some(([a, b]) => a === YES || b === YES)) queue.push(node.then);
      if (when.some(([a, b]) => a === NO || b === NO)) queue.push(node.otherwise);
    } else queue.push(...view.ground.operandsOf(id));
  }
  return [...found];
}

interface Split {
  readonly input: number;
  readonly held: readonly Held[];
}

/** What moves first, then flags, choices, numbers where they are compared, and numbers by their ends and halves; of each the nearest. */
function chooseSplit(view: View, from: readonly NodeId[]): Split | null {
  const { ground } = view;
  // Behind the tier lies all of the score: what is nearer comes first.
  const { scoreTier, tier } = ground.plan.outputs;
  const walls = [scoreTier, tier].filter((node) => !from.includes(node));
  const all = behind(view, from);
  const moving = all.filter((input) => view.heldOf(input).kind !== 'same');
  const inFront = (): readonly number[] => (walls.length === 0 ? all : behind(view, from, new Set(walls)));
  const near = moving.length > 0 ? moving : inFront().filter((input) => !isCell(view, input));
  let best: { readonly rank: number; readonly input: number } | null = null;
  for (const input of near.length > 0 ? near : all) {
    const rank = rankOf(ground, input, view.heldOf(input));
    if (best === null || rank < best.rank) best = { rank, input };
  }
  return best === null
    ? null
    : { input: best.input, held: splitOf(ground, best.input, view.heldOf(best.input)) };
}

/** Few enough positions to be gone through one by one. */
const FEW = 24n;
const FEW_NUMBERS = 4n;

const isCell = (view: View, input: number): boolean => view.ground.plan.inputs[input]?.kind === 'cell';

function rankOf(ground: Ground, input: number, held: Held): number {
  if (ground.plan.inputs[input]?.kind === 'cell') return 5;
  if (held.kind !== 'same') return 0;
  if (ground.domain(input).finite) return countOf(held) <= 3n ? 1 : 2;
  return cutsInside(ground, input, held).length > 0 ? 3 : 4;
}

type Same = Held & { readonly kind: 'same' };

const countOf = ({ segments }: Same): bigint =>
  segments.reduce((sum, { low, high }) => sum + high - low + 1n, 0n);

const cutsInside = (ground: Ground, input: number, { segments }: Same): readonly bigint[] =>
  (ground.plan.cuts[input] ?? []).filter((cut) => segments.some(({ low, high }) => cut > low && cut <= high));

/** What an input can be in parts that together are all of it. */
function splitOf(ground: Ground, input: number, held: Held): readonly Held[] {
  switch (held.kind) {
    case 'pairs':
      return held.pairs.map((pair): Held => ({ kind: 'pairs', pairs: [pair] }));
    case 'steps':
      return splitSteps(ground, input, held);
    case 'same': {
      const counted = !ground.domain(input).finite && countOf(held) > FEW_NUMBERS;
      if (countOf(held) <= FEW && !counted) return singles(held);
      const [first, ...others] = held.segments;
      if (others.length > 0)
        return held.segments.map((segment): Held => ({ kind: 'same', segments: [segment] }));
      const { low, high } = first as { low: bigint; high: bigint };
      const inside = cutsInside(ground, input, held);
      if (inside.length === 0 && touchesEnd(ground, input, low, high)) {
        // What is most extreme shows at an end.
        const ends = [low, high].map((at): Held => ({ kind: 'same', segments: [{ low: at, high: at }] }));
        return [...ends, { kind: 'same', segments: [{ low: low + 1n, high: high - 1n }] }];
      }
      const cut = inside[inside.length >> 1] ?? (low + high + 1n) / 2n;
      return [
        { kind: 'same', segments: [{ low, high: cut - 1n }] },
        { kind: 'same', segments: [{ low: cut, high }] },
      ];
    }
  }
}

/** Whether both ends of a segment are ends of all that the input can be, or lie at a cut. */
function touchesEnd(ground: Ground, input: number, low: bigint, high: bigint): boolean {
  const whole = ground.whole[input] as Held;
  const cuts = ground.plan.cuts[input] ?? [];
  const segments = whole.kind === 'same' ? whole.segments : [];
  const begins = cuts.includes(low) || segments.some((segment) => segment.low === low);
  const ends = cuts.includes(high + 1n) || segments.some((segment) => segment.high === high);
  return begins && ends && high - low > 1n;
}

function singles(held: Same): readonly Held[] {
  const all: Held[] = [];
  for (const { low, high } of held.segments)
    for (let at = low; at <= high; at += 1n) all.push({ kind: 'same', segments: [{ low: at, high: at }] });
  return all;
}

/** At a cut the one step that passes it, and what lies on either side. */
function splitSteps(ground: Ground, input: number, held: Held & { readonly kind: 'steps' }): readonly Held[] {
  const { low, high, by } = held;
  const part = (from: bigint, to: bigint): readonly Held[] =>
    from > to ? [] : [{ kind: 'steps', low: from, high: to, by }];
  const cuts = (ground.plan.cuts[input] ?? [])
    .map((cut) => (by === 1n ? cut - 1n : cut))
    .filter((at) => at >= low && at <= high);
  const at = cuts[cuts.length >> 1];
  if (at !== undefined && high > low) {
    // Once the step stands alone there is nothing more to part.
    return [...part(at, at), ...part(low, at - 1n), ...part(at + 1n, high)];
  }
  const half = (low + high + 1n) / 2n;
  return [...part(low, half - 1n), ...part(half, high)];
}
