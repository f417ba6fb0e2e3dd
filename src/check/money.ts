import type { Determination } from '../determine/index.js';
import type { NodeId } from '../plan/index.js';
import { type Exact, exact, floor, least as lesser, type Range, ZERO } from '../value/index.js';
import type { Aspect, Standing } from './aspects.js';
import type { Ground } from './ground.js';
import { combined, SUM } from './pairs/arithmetic.js';
import { canFall } from './pairs/falling.js';
import { maskOf, pairsIn, YES } from './pairs/flags.js';
import { merged } from './pairs/merge.js';
import { alike, isAlike, isRange, isZero, type Piece, paired, point } from './pairs/side.js';
import type { View } from './view.js';

/** Programmes whose amounts can be added: of one currency and period, loans by themselves. */
export interface Purse {
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
  const all = [...byAmount];
  const amountsOf = (view: View): Amounts =>
    view.remembered(byAmount, (before: Amounts | undefined) => amountsIn(view, all, before));
  const sum = (view: View): readonly Piece[] =>
    view
      .remembered(ids, (before: Sums | undefined) => sumsIn(view, amountsOf(view), before))
      .sums.at(-1) as readonly Piece[];
  return {
    id: purse.id,
    roots: all.flatMap(([amount, entitled]) => [...entitled, amount]),
    pieces: sum,
    // Where what each can lose comes to nothing, nothing has to be added up.
    canFall: (view) => canLose(amountsOf(view)) && canFall(sum(view)),
    measure: (of) => granted(of, ids),
    show: (of) => {
      const paid = granted(of, ids);
      return paid === null ? of.outcome : String(floor(paid));
    },
  };
}

/** What each amount of a purse comes to. */
type Amounts = readonly (readonly Piece[])[];

/** The amounts of a view, and what they come to together so far. */
interface Sums {
  readonly amounts: Amounts;
  readonly sums: readonly (readonly Piece[])[];
}

/** Where nothing has changed, an amount is that of the view before. */
const amountsIn = (
  view: View,
  all: readonly (readonly [NodeId, readonly NodeId[]])[],
  before: Amounts | undefined,
): Amounts =>
  all.map(([amount, entitled], i) => {
    const earlier = before?.[i];
    const same = view.isAsBefore(amount) && entitled.every((node) => view.isAsBefore(node));
    return same && earlier !== undefined ? earlier : times(view, amount, entitled);
  });

/** As far as nothing has changed, the sums are those of the view before. */
function sumsIn(view: View, amounts: Amounts, before: Sums | undefined): Sums {
  const sums: (readonly Piece[])[] = [NOTHING];
  let unchanged = true;
  for (const [i, amount] of amounts.entries()) {
    unchanged &&= amount === before?.amounts[i];
    const known = unchanged ? before?.sums[i + 1] : undefined;
    const soFar = sums[i] as readonly Piece[];
    sums.push(known ?? (isNothing(amount) ? soFar : combined(soFar, amount, SUM, view.most)));
  }
  return { amounts, sums };
}

const NOTHING: readonly Piece[] = [alike(point(ZERO))];

/** Whether all that each amount can lose, together, is more than nothing, or is not known. */
function canLose(amounts: Amounts): boolean {
  let least = ZERO;
  for (const amount of amounts) {
    const lows = amount.map(({ d }) => d?.low ?? null);
    const [first, ...others] = lows;
    if (first === undefined || lows.includes(null)) return true;
    least = plus(least, (others as Exact[]).reduce(lesser, first as Exact));
  }
  return least.n < 0n;
}

/** Most programmes are not for the stage that is looked at. */
const isNothing = ([piece, ...more]: readonly Piece[]): boolean =>
  piece !== undefined && more.length === 0 && isAlike(piece) && isRange(piece.a) && isZero(piece.a);

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
