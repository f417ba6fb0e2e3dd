import type { NodeId } from '../plan/index.js';
import type { Ground } from './ground.js';
import { evaluatePairs, type Surroundings } from './pairs/evaluate.js';
import type { Held } from './pairs/held.js';
import type { Piece } from './pairs/side.js';

/** All that every node can be for two students who differ in one thing, while some inputs are open. */
export class View {
  readonly ground: Ground;
  readonly held: ReadonlyMap<number, Held>;
  private readonly values: readonly (readonly Piece[])[];
  /** Nodes of which only a part is looked at. */
  private readonly forced: ReadonlyMap<NodeId, readonly Piece[]>;
  readonly most: number;

  private constructor(
    ground: Ground,
    held: ReadonlyMap<number, Held>,
    values: readonly (readonly Piece[])[],
    forced: ReadonlyMap<NodeId, readonly Piece[]>,
    most: number,
  ) {
    this.ground = ground;
    this.held = held;
    this.values = values;
    this.forced = forced;
    this.most = most;
  }

  /** Two students that are alike, whatever they are. `most`: pieces a node. */
  static of(ground: Ground, held: ReadonlyMap<number, Held>, most: number): View {
    const values: (readonly Piece[])[] = [];
    const around = surroundings(ground, held, most);
    for (const node of ground.plan.nodes) values.push(evaluatePairs(node, ground.plan.nodes, values, around));
    return new View(ground, held, values, new Map(), most);
  }

  at(node: NodeId): readonly Piece[] {
    return this.values[node] as readonly Piece[];
  }

  heldOf(input: number): Held {
    return this.held.get(input) ?? (this.ground.whole[input] as Held);
  }

  /** With one input narrowed: only what changes with it is worked out anew. */
  with(input: number, held: Held): View {
    const next = new Map(this.held).set(input, held);
    return this.again(this.ground.behindInput(input), next, this.forced);
  }

  /** Looking only at where a node is one of some pieces. */
  where(node: NodeId, pieces: readonly Piece[]): View {
    const forced = new Map(this.forced).set(node, pieces);
    return this.again([node, ...this.ground.behindNode(node)], this.held, forced);
  }

  private again(
    nodes: readonly NodeId[],
    held: ReadonlyMap<number, Held>,
    forced: ReadonlyMap<NodeId, readonly Piece[]>,
  ): View {
    const values = [...this.values];
    const around = surroundings(this.ground, held, this.most);
    for (const id of nodes) {
      const node = this.ground.plan.nodes[id];
      if (node !== undefined)
        values[id] = forced.get(id) ?? evaluatePairs(node, this.ground.plan.nodes, values, around);
    }
    return new View(this.ground, held, values, forced, this.most);
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
