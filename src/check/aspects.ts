import type { Determination } from '../determine/index.js';
import { lowerBase, lowerFloor, type NodeId } from '../plan/index.js';
import { compare, type Exact, exact, floor, parseExact } from '../value/index.js';
import type { Ground } from './ground.js';
import { moneyAspect, pursesOf } from './money.js';
import { canFall } from './pairs/falling.js';
import { maskOf, pairsIn, YES } from './pairs/flags.js';
import { alike, isRange, type Piece, paired, point } from './pairs/side.js';
import type { View } from './view.js';

/** Something of which more is better: the tier, money of one currency and period, or the score where nothing comes after it. */
export interface Aspect {
  /** `tier`, `score`, `money CNY/year`, `loan CNY/year`. */
  readonly id: string;
  /** What it rests on. */
  readonly roots: readonly NodeId[];
  /** What it can come to for the two. */
  pieces(view: View): readonly Piece[];
  /** Whether the second of the two can come off worse. */
  canFall(view: View): boolean;
  /** What it is by a determination; `null`: that says nothing of it. */
  measure(of: Determination): Exact | null;
  /** The same as a text. */
  show(of: Determination): string;
}

/** Nodes of the core that properties ask for besides those of the plan. */
export interface Standing {
  /** The tier, or -1 out of scope. */
  readonly tier: NodeId;
  readonly inScope: NodeId;
  readonly floor: NodeId;
  readonly best: NodeId;
  /** By programme: entitled, and in scope. */
  readonly entitled: readonly NodeId[];
  /** By programme what is paid in minor units, 0 where nothing is; `null` where the amount is not stated. */
  readonly paid: readonly (NodeId | null)[];
  /** All that a determination comes to: tier, entitlements, what is paid, outputs that decide. */
  readonly outcome: readonly NodeId[];
}

export function standingOf({ build, plan }: Ground): Standing {
  const scope = plan.outputs.scope.map(({ node }) => node as never);
  const inScope = build.all(scope);
  const floor = lowerFloor(build);
  const tier = build.select(inScope, plan.outputs.tier as never, build.code(-1));
  const { programmes, deciding } = plan.outputs;
  const entitled = programmes.map((one) => build.all([...scope, one.entitled as never]));
  const paid = programmes.map(({ amount }, i) =>
    amount === null ? null : build.select(entitled[i] as never, amount as never, build.code(0)),
  );
  const outputs = deciding.map(({ node }) => build.select(inScope, node as never, build.code(-1)));
  return {
    inScope,
    floor,
    best: build.greatest([lowerBase(build), floor]),
    tier,
    entitled,
    paid,
    outcome: [tier, ...entitled, ...paid.filter((node) => node !== null), ...outputs],
  };
}

const tierOf = (ground: Ground, of: Determination): Exact | null => {
  if (of.outcome === 'outOfScope') return exact(-1n);
  const id = of.outcome === 'determined' ? (of.recommended?.tier ?? null) : null;
  return id === null ? null : exact(BigInt(ground.rules.tierIds.indexOf(id)));
};

export function tierAspect(ground: Ground, standing: Standing): Aspect {
  return {
    id: 'tier',
    roots: [standing.tier],
    pieces: (view) => view.at(standing.tier),
    canFall: (view) => canFall(view.at(standing.tier)),
    measure: (of) => tierOf(ground, of),
    show: (of) => (of.outcome === 'outOfScope' ? 'outOfScope' : (of.recommended?.tier ?? of.outcome)),
  };
}

/** Outputs that are the score itself, in a scheme that goes no further. */
export function scoreAspect(ground: Ground): Aspect | null {
  const { rules, plan } = ground;
  if (!rules.endsInOutputs || rules.score === null) return null;
  const figure = rules.outputs.find((id) => {
    const value = rules.figures.find((one) => one.id === id)?.value;
    return value?.kind === 'formula' && value.is.kind === 'read' && value.is.of.kind === 'score';
  });
  if (figure === undefined) return null;
  const { score } = plan.outputs;
  const traced = (of: Determination): string | null => {
    const value = of.figures.find((one) => one.figure === figure)?.value;
    return of.outcome === 'determined' && typeof value === 'string' ? value : null;
  };
  return {
    id: 'score',
    roots: [score],
    pieces: (view) => view.at(score),
    canFall: (view) => canFall(view.at(score)),
    measure: (of) => {
      const text = traced(of);
      return text === null ? null : parseExact(text);
    },
    show: (of) => traced(of) ?? of.outcome,
  };
}

export function aspectsOf(ground: Ground, standing: Standing): readonly Aspect[] {
  const score = scoreAspect(ground);
  return [
    ...(ground.rules.tiers.length > 0 ? [tierAspect(ground, standing)] : []),
    ...(score === null ? [] : [score]),
    ...pursesOf(ground).map((purse) => moneyAspect(ground, standing, purse)),
  ];
}

/** Whether a flag can be true for the first, or (`second`) for the second. */
export const canHold = (view: View, node: NodeId): boolean =>
  pairsIn(maskOf(view.at(node))).some(([a]) => a === YES);

/** Every pair of codes that a node of a few codes can be. */
export function codePairs(pieces: readonly Piece[], most: number): readonly Piece[] | null {
  const found = new Map<string, Piece>();
  for (const { a, b, d } of pieces) {
    if (!isRange(a) || !isRange(b)) return null;
    for (let x = floor(a.low); x <= floor(a.high); x += 1n) {
      const [low, high] =
        d !== null && d.low.n === 0n && d.high.n === 0n ? [x, x] : [floor(b.low), floor(b.high)];
      for (let y = low; y <= high; y += 1n) {
        const apart = exact(y - x);
        if (d !== null && (compare(apart, d.low) < 0 || compare(apart, d.high) > 0)) continue;
        const piece = x === y ? alike(point(exact(x))) : paired(point(exact(x)), point(exact(y)), null);
        if (piece !== null) found.set(`${x} ${y}`, piece);
        if (found.size > most) return null;
      }
    }
  }
  return [...found.values()];
}
