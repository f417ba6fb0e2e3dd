import type { Node, NodeId } from '../plan/index.js';
import type { Ground } from './ground.js';
import { evaluatePairs, isCrossed, type Surroundings } from './pairs/evaluate.js';
import { maskOf } from './pairs/flags.js';
import type { Held } from './pairs/held.js';
import { samePieces } from './pairs/merge.js';
import type { Piece } from './pairs/side.js';

type Forced = ReadonlyMap<NodeId, readonly Piece[]>;

/** All that every node can be for two students who differ in one thing, while some inputs are open. */
export class View {
  readonly ground: Ground;
  readonly held: ReadonlyMap<number, Held>;
  readonly most: number;
  /** Nodes of which only a part is looked at. */
  private readonly forced: Forced;
  /** The view that this one narrows, and by node whether it can be another there. */
  private readonly before: View | null;
  private readonly changes: Uint8Array | null;
  /** What has been worked out: a question looks at few of the nodes. */
  private readonly values: (readonly Piece[] | undefined)[];
  private readonly around: Surroundings;
  private made: Map<object, unknown> | null = null;

  private constructor(
    ground: Ground,
    held: ReadonlyMap<number, Held>,
    forced: Forced,
    most: number,
    narrows: readonly [View, Uint8Array] | null,
  ) {
    this.ground = ground;
    this.held = held;
    this.forced = forced;
    this.most = most;
    [this.before, this.changes] = narrows ?? [null, null];
    this.values = new Array(ground.plan.nodes.length);
    this.around = surroundings(ground, held, most);
  }

  /** Two students that are alike, whatever they are. `most`: pieces a node. */
  static of(ground: Ground, held: ReadonlyMap<number, Held>, most: number): View {
    return new View(ground, held, new Map(), most, null);
  }

  readonly at = (node: NodeId): readonly Piece[] => this.values[node] ?? this.workOut(node);

  heldOf(input: number): Held {
    return this.held.get(input) ?? (this.ground.whole[input] as Held);
  }

  /** With one input narrowed: only what changes with it is worked out anew. */
  with(input: number, held: Held): View {
    const next = new Map(this.held).set(input, held);
    return new View(this.ground, next, this.forced, this.most, [this, this.ground.changesWith(input)]);
  }

  /** Looking only at where a node is one of some pieces. */
  where(node: NodeId, pieces: readonly Piece[]): View {
    const forced = new Map(this.forced).set(node, pieces);
    return new View(this.ground, this.held, forced, this.most, [this, this.ground.changesBehind(node)]);
  }

  /** Something that is made of this view once, perhaps of what was made of the view before. `of`: what it is made for. */
  remembered<T>(of: object, make: (before: T | undefined) => T): T {
    this.made ??= new Map();
    const known = (this.made.get(of) as T | undefined) ?? make(this.before?.made?.get(of) as T | undefined);
    this.made.set(of, known);
    return known;
  }

  /** Whether a node is known to be what it was in the view before. */
  isAsBefore(node: NodeId): boolean {
    return this.before !== null && this.before.values[node] === this.at(node);
  }

  private isChanged(node: NodeId): boolean {
    return this.changes === null || this.changes[node] === 1;
  }

  private workOut(node: NodeId): readonly Piece[] {
    if (!this.isChanged(node)) {
      const value = this.before?.at(node) as readonly Piece[];
      this.values[node] = value;
      return value;
    }
    // What it needs with it, the earlier first: however long a chain of nodes is, calls do not nest with it.
    const needed = [node];
    const marked = new Set(needed);
    for (const id of needed) {
      if (this.forced.has(id)) continue;
      for (const operand of this.ground.operandsOf(id)) {
        if (this.values[operand] !== undefined || !this.isChanged(operand) || marked.has(operand)) continue;
        marked.add(operand);
        needed.push(operand);
      }
    }
    if (needed.length > 1) needed.sort((a, b) => a - b);
    for (const id of needed) this.values[id] = this.valueOf(id);
    return this.values[node] as readonly Piece[];
  }

  private valueOf(id: NodeId): readonly Piece[] {
    const forced = this.forced.get(id);
    if (forced !== undefined) return forced;
    const { nodes } = this.ground.plan;
    const node = nodes[id] as Node;
    const earlier = this.before?.values[id];
    if (earlier !== undefined && this.restsOnTheSame(node, id)) return earlier;
    const value = evaluatePairs(node, nodes, this.at, this.around);
    // What comes out the same is the same, so that what rests on it need not be worked out.
    return earlier !== undefined && samePieces(earlier, value) ? earlier : value;
  }

  /** Whether a node has the operands that it has in the view before. What looks further than at those is worked out anew. */
  private restsOnTheSame(node: Node, id: NodeId): boolean {
    if (node.kind === 'input' || (node.kind === 'select' && isCrossed(maskOf(this.at(node.when)))))
      return false;
    const earlier = this.before?.values ?? [];
    return this.ground.operandsOf(id).every((of) => earlier[of] === this.at(of));
  }
}

function surroundings(ground: Ground, held: ReadonlyMap<number, Held>, most: number): Surroundings {
  return {
    input: (input) => ground.pieces(input, held.get(input) ?? (ground.whole[input] as Held)),
    code: (code) => ground.codeNumber(code),
    rows: (codes, prefix) => ground.rows(codes, prefix),
    most,
  };
}
