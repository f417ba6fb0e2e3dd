import { add, compare, type Exact, exact, floor, multiply, roundExact, ZERO } from '../value/index.js';
import { calendarValue } from './calendar.js';
import { type Domain, type Domains, valueAt } from './domain.js';
import type { Node, NodeId } from './node.js';

/** For every input with a grid: the positions at which a comparison with a constant turns, rising, and where none begins. */
export type Cuts = readonly (readonly bigint[])[];

/** A number that rests on one open input alone and moves only one way with it. */
interface Along {
  readonly input: number;
  readonly rising: boolean;
  at(x: Exact): Exact;
}

/**
 * Where an open number has to be split: where it, or something that rises or falls with it alone, passes a constant it
 * is compared with. Each comparison gives both sides of its constant, so that equality too is settled in every cell.
 */
export function cutsOf(nodes: readonly Node[], domains: Domains): Cuts {
  const cuts = new Map<number, Set<bigint>>();
  const known = new Map<NodeId, Along | Exact | null>();
  const along = (id: NodeId): Along | Exact | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = alongOf(nodes, id, along);
    known.set(id, found);
    return found;
  };
  const note = (a: Along | Exact | null, b: Along | Exact | null): void => {
    if (a === null || b === null || !isAlong(a) || isAlong(b)) return;
    const domain = domains.of(a.input, []);
    if (domain.grid === undefined || domain.finite) return;
    const mine = cuts.get(a.input) ?? new Set<bigint>();
    cuts.set(a.input, mine);
    for (const inclusive of [true, false]) {
      const position = firstBeyond(domain.grid, a, b, inclusive);
      if (position > 0n && position <= domain.grid.last) mine.add(position);
    }
  };
  for (const node of nodes) {
    if (node.kind === 'input') {
      const { grid, last, finite } = domains.of(node.input, []);
      if (grid !== undefined && !finite && last > grid.last)
        cuts.set(node.input, (cuts.get(node.input) ?? new Set()).add(last));
    }
    const pairs: readonly (readonly [NodeId, NodeId])[] =
      node.kind === 'compare'
        ? [[node.left, node.right]]
        : node.kind === 'least' || node.kind === 'greatest'
          ? node.of.flatMap((a) => node.of.map((b) => [a, b] as const))
          : [];
    for (const [a, b] of pairs) {
      note(along(a), along(b));
      note(along(b), along(a));
    }
  }
  const inputs = [...cuts.keys()].reduce((most, input) => (input > most ? input : most), -1);
  return Array.from({ length: inputs + 1 }, (_, input) =>
    [...(cuts.get(input) ?? [])].sort((a, b) => (a < b ? -1 : 1)),
  );
}

const isAlong = (x: Along | Exact): x is Along => 'input' in x;

/** First position whose value has passed a constant, counted the way the value rises; one behind the last where none has. */
function firstBeyond(
  grid: NonNullable<Domain['grid']>,
  along: Along,
  cut: Exact,
  inclusive: boolean,
): bigint {
  const passed = (position: bigint): boolean => {
    const side = compare(along.at(valueAt(grid, position)), cut);
    return along.rising ? (inclusive ? side >= 0 : side > 0) : inclusive ? side <= 0 : side < 0;
  };
  let [low, high] = [0n, grid.last + 1n];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (passed(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

function alongOf(
  nodes: readonly Node[],
  id: NodeId,
  along: (id: NodeId) => Along | Exact | null,
): Along | Exact | null {
  const node = nodes[id] as Node;
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'input':
      return { input: node.input, rising: true, at: (x) => x };
    case 'figure':
    case 'given':
    case 'ifNone':
      return along(node.of);
    case 'select':
      // What exists only under a condition moves as it does where it exists.
      return nodes[node.otherwise]?.kind === 'none' ? along(node.then) : null;
    case 'sum':
      return folded(node.of, along, add, (one) => one);
    case 'product':
      return folded([node.left, node.right], along, multiply, (one, by) =>
        compare(by, ZERO) < 0 ? { ...one, rising: !one.rising } : one,
      );
    case 'rounded':
      return moved(along(node.of), (x) => roundExact(x, node.step, node.mode));
    case 'calendar': {
      if (node.op.kind === 'month') return null;
      const of = node.of.map(along);
      const value = (days: readonly Exact[]): Exact =>
        exact(
          BigInt(
            calendarValue(
              node.op,
              days.map((x) => Number(floor(x))),
            ),
          ),
        );
      const [first, second] = of;
      if (first === null || first === undefined || second === null) return null;
      if (second === undefined) return moved(first, (x) => value([x]));
      if (isAlong(first)) {
        if (isAlong(second)) return null;
        return { input: first.input, rising: !first.rising, at: (x) => value([first.at(x), second]) };
      }
      return moved(second, (x) => value([first, x]));
    }
    default:
      return null;
  }
}

function moved(of: Along | Exact | null, by: (x: Exact) => Exact): Along | Exact | null {
  if (of === null) return null;
  return isAlong(of) ? { ...of, at: (x) => by(of.at(x)) } : by(of);
}

/** Constants put together with at most one number that moves. */
function folded(
  of: readonly NodeId[],
  along: (id: NodeId) => Along | Exact | null,
  how: (a: Exact, b: Exact) => Exact,
  turned: (one: Along, by: Exact) => Along,
): Along | Exact | null {
  let result: Along | Exact | null = null;
  for (const id of of) {
    const next = along(id);
    if (next === null) return null;
    if (result === null) result = next;
    else if (!isAlong(result) && !isAlong(next)) result = how(result, next);
    else if (isAlong(result) && isAlong(next)) return null;
    else {
      const [one, by]: readonly [Along, Exact] = isAlong(result)
        ? [result, next as Exact]
        : [next as Along, result];
      const { at } = one;
      result = { ...turned(one, by), at: (x) => how(at(x), by) };
    }
  }
  return result;
}
