import type { Determination } from '../determine/index.js';
import { lowerBase, lowerFloor, type NodeId } from '../plan/index.js';
import { compare, type Exact, exact, floor, parseExact, type Range, ZERO } from '../value/index.js';
import type { Ground } from './ground.js';
import { combined, SUM } from './pairs/arithmetic.js';
import { maskOf, pairsIn, YES } from './pairs/flags.js';
import { merged } from './pairs/merge.js';
import { alike, isAlike, isRange, type Piece, paired, point } from './pairs/side.js';
import type { View } from './view.js';

/** Something of which more is better: the tier, money of one currency and period, or the score where nothing comes after it. */
export interface Aspect {
  /** `tier`, `score`, `money CNY/year`, `loan CNY/year`. */
  readonly id: string;
  /** What it rests on. */
  readonly roots: readonly NodeId[];
  /** What it can come to for the two. */
  pieces(view: View): readonly Piece[];
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
    measure: (of) => tierOf(ground, of),
    show: (of) => (of.outcome === 'outOfScope' ? 'outOfScope' : (of.recommended?.tier ?? of.outcome)),
  };
}

/** Programmes whose amounts can be added: of one currency and period, loans by themselves. */
interface Purse {
  readonly id: string;
  readonly currency: string;
  readonly programmes: readonly number[];
}

export function pursesOf({ rules }: Ground): readonly Purse[] {
  const purses = new Map<string, { currency: string; programmes: number[] }>();
  for (const [i, programme] of rules.programmes.entries()) {
    if (programme.amount === null || programme.currency === null) continue;
    const { instrument, per } = programme.document;
    const id = `${instrument === 'loan' ? 'loan' : 'money'} ${programme.currency}/${per}`;
    const purse = purses.get(id) ?? { currency: programme.currency, programmes: [] };
    purse.programmes.push(i);
    purses.set(id, purse);
  }
  return [...purses].map(([id, purse]) => ({ id, ...purse }));
}

/** What one student is granted of some programmes, in minor units. */
function granted(of: Determination, ids: ReadonlySet<string>): Exact | null {
  if (of.outcome === 'outOfScope') return ZERO;
  if (of.outcome !== 'determined') return null;
  let sum = 0n;
  for (const award of of.awards) {
    if (!ids.has(award.programme)) continue;
    if (award.state === 'open') return null;
    sum += BigInt(award.amount?.minor ?? '0');
  }
  return exact(sum);
}

export function moneyAspect(ground: Ground, standing: Standing, purse: Purse): Aspect {
  const { programmes } = ground.plan.outputs;
  const ids = new Set(purse.programmes.map((i) => programmes[i]?.id ?? ''));
  const byAmount = new Map<NodeId, NodeId[]>();
  for (const i of purse.programmes) {
    const amount = programmes[i]?.amount ?? null;
    if (amount === null) continue;
    byAmount.set(amount, [...(byAmount.get(amount) ?? []), standing.entitled[i] as NodeId]);
  }
  return {
    id: purse.id,
    roots: [...byAmount].flatMap(([amount, entitled]) => [...entitled, amount]),
    pieces: (view) =>
      [...byAmount].reduce<readonly Piece[]>(
        (sum, [amount, entitled]) => combined(sum, times(view, amount, entitled), SUM, view.most),
        [alike(point(ZERO))],
      ),
    measure: (of) => granted(of, ids),
    show: (of) => {
      const sum = granted(of, ids);
      return sum === null ? of.outcome : String(floor(sum));
    },
  };
}

/** One amount as often as it is granted: what both have of it counts once against itself, whatever it is. */
function times(view: View, amount: NodeId, entitled: readonly NodeId[]): readonly Piece[] {
  let counts: readonly (readonly [number, number])[] = [[0, 0]];
  for (const node of entitled) {
    const next = new Map<string, readonly [number, number]>();
    for (const [x, y] of counts)
      for (const [a, b] of pairsIn(maskOf(view.at(node)))) {
        const both = [x + (a === YES ? 1 : 0), y + (b === YES ? 1 : 0)] as const;
        next.set(both.join(' '), both);
      }
    counts = [...next.values()];
  }
  const found = counts.flatMap(([m, k]) => view.at(amount).flatMap((piece) => timesOne(piece, m, k)));
  return merged(found, view.most);
}

const scaled = ({ low, high }: Range, by: number): Range => ({
  low: { n: low.n * BigInt(by), d: low.d },
  high: { n: high.n * BigInt(by), d: high.d },
});

const reduced = (r: Range): Range => ({ low: exact(r.low.n, r.low.d), high: exact(r.high.n, r.high.d) });

/** `k` times the second less `m` times the first is `(k - m)` times the first and `k` times the difference. */
function timesOne(piece: Piece, m: number, k: number): readonly Piece[] {
  const side = (of: Piece['a'], by: number) =>
    by === 0 ? point(ZERO) : isRange(of) ? reduced(scaled(of, by)) : of;
  const a = side(piece.a, m);
  if (m === k && isAlike(piece)) return [alike(a)];
  const more = k - m;
  let d: Range | null = null;
  if (piece.d !== null && isRange(piece.a)) {
    const first = more >= 0 ? scaled(piece.a, more) : turned(scaled(piece.a, -more));
    const second = scaled(piece.d, k);
    d = reduced({ low: plus(first.low, second.low), high: plus(first.high, second.high) });
  }
  const result = paired(a, side(piece.b, k), d);
  return result === null ? [] : [result];
}

const turned = ({ low, high }: Range): Range => ({
  low: { n: -high.n, d: high.d },
  high: { n: -low.n, d: low.d },
});
const plus = (x: Exact, y: Exact): Exact => ({ n: x.n * y.d + y.n * x.d, d: x.d * y.d });

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

/** Whether the second of the two can come off worse. */
export const canFall = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ a, b, d }) => (d === null ? a !== b && isRange(a) : d.low.n < 0n));

/** By how much the second can come off worse: the least it can differ by. */
export const deepest = (pieces: readonly Piece[]): Exact =>
  pieces.reduce<Exact>((low, { d }) => (d !== null && compare(d.low, low) < 0 ? d.low : low), ZERO);

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
