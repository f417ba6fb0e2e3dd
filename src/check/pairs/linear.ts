import type { Node, NodeId } from '../../plan/index.js';
import {
  add,
  addRanges,
  type Exact,
  greatest,
  greatestOf,
  least,
  leastOf,
  multiply,
  multiplyRanges,
  ONE,
  only,
  type Range,
  ZERO,
} from '../../value/index.js';
import { bit, maskOf, NO, YES } from './flags.js';
import { isRange, type Piece } from './side.js';

/** A node as a sum of others, each so many times, and a constant. */
interface Linear {
  readonly constant: Exact;
  readonly terms: ReadonlyMap<NodeId, Exact>;
}

const NOTHING: Linear = { constant: ZERO, terms: new Map() };

function plus(x: Linear, y: Linear, by: Exact): Linear {
  const terms = new Map(x.terms);
  for (const [id, times] of y.terms) {
    const sum = add(terms.get(id) ?? ZERO, multiply(times, by));
    if (sum.n === 0n) terms.delete(id);
    else terms.set(id, sum);
  }
  return { constant: add(x.constant, multiply(y.constant, by)), terms };
}

/** What a node can be for the two. */
export type PiecesOf = (node: NodeId) => readonly Piece[];

/** Along what only adds, and along the branch of a choice that is known. */
class Forms {
  private readonly nodes: readonly Node[];
  private readonly at: PiecesOf;
  private readonly known = new Map<NodeId, Linear>();

  constructor(nodes: readonly Node[], at: PiecesOf) {
    this.nodes = nodes;
    this.at = at;
  }

  of(id: NodeId): Linear {
    const before = this.known.get(id);
    if (before !== undefined) return before;
    const form = this.formOf(id);
    this.known.set(id, form);
    return form;
  }

  /** The node that a name, or a choice that is known, comes to. */
  meant(id: NodeId): NodeId {
    const node = this.nodes[id] as Node;
    if (node.kind === 'figure' || node.kind === 'given') return this.meant(node.of);
    if (node.kind !== 'select') return id;
    const branch = this.branchOf(node);
    return branch === null ? id : this.meant(branch);
  }

  private branchOf(node: Node & { readonly kind: 'select' }): NodeId | null {
    const when = maskOf(this.at(node.when));
    return when === bit(YES, YES) ? node.then : when === bit(NO, NO) ? node.otherwise : null;
  }

  private formOf(id: NodeId): Linear {
    const node = this.nodes[id] as Node;
    switch (node.kind) {
      case 'constant':
        return { constant: node.value, terms: new Map() };
      case 'figure':
      case 'given':
        return this.of(node.of);
      case 'sum':
        return node.of.reduce<Linear>((sum, one) => plus(sum, this.of(one), ONE), NOTHING);
      case 'product': {
        const [left, right] = [this.of(node.left), this.of(node.right)];
        if (left.terms.size === 0) return plus(NOTHING, right, left.constant);
        if (right.terms.size === 0) return plus(NOTHING, left, right.constant);
        break;
      }
      case 'select': {
        const branch = this.branchOf(node);
        if (branch !== null) return this.of(branch);
        break;
      }
      default:
    }
    return { constant: ZERO, terms: new Map([[id, ONE]]) };
  }
}

/** All that the numbers among some pieces come to, on one side. */
export function hullOf(pieces: readonly Piece[], side: 'a' | 'b' | 'd'): Range | null {
  let all: Range | null = null;
  for (const piece of pieces) {
    const one = piece[side];
    if (one === null || !isRange(one)) continue;
    all = all === null ? one : { low: least(all.low, one.low), high: greatest(all.high, one.high) };
  }
  return all;
}

/** Greatests within greatests are looked into so far. */
const DEEPEST = 3;

/**
 * By how much one node is more than another for one and the same student: what both count is not taken twice. `null`
 * where a number may be missing.
 */
export function moreBy(
  nodes: readonly Node[],
  at: PiecesOf,
  side: 'a' | 'b',
  one: NodeId,
  other: NodeId,
): Range | null {
  const forms = new Forms(nodes, at);
  const difference = (x: NodeId, y: NodeId, depth: number): Range | null => {
    const [first, second] = [nodes[forms.meant(x)] as Node, nodes[forms.meant(y)] as Node];
    if (depth < DEEPEST && (first.kind === 'greatest' || first.kind === 'least'))
      return outermost(
        first.kind,
        first.of.map((of) => difference(of, y, depth + 1)),
      );
    // Less the greatest of some is the least of what each leaves.
    if (depth < DEEPEST && (second.kind === 'greatest' || second.kind === 'least'))
      return outermost(
        second.kind === 'greatest' ? 'least' : 'greatest',
        second.of.map((of) => difference(x, of, depth + 1)),
      );
    const left = plus(forms.of(x), forms.of(y), { n: -1n, d: 1n });
    let sum: Range = only(left.constant);
    for (const [id, times] of left.terms) {
      const all = hullOf(at(id), side);
      if (all === null) return null;
      sum = addRanges(sum, multiplyRanges(all, only(times)));
    }
    return sum;
  };
  return difference(one, other, 0);
}

function outermost(kind: 'greatest' | 'least', of: readonly (Range | null)[]): Range | null {
  if (of.includes(null)) return null;
  return (of as readonly Range[]).reduce(kind === 'greatest' ? greatestOf : leastOf);
}
