import type { Exact, RoundingMode } from '../value/index.js';

/** Position of a node in its plan; a node refers only to earlier ones. */
export type NodeId = number;

/**
 * The closed list of the core. Flags and numbers are all there is: options of a choice and tiers are numbered. Not
 * knowing, and a fact that gives no points, are carried by the values (see `possible.ts`), not by nodes; only
 * `given` looks at them.
 */
export type Node =
  | { readonly kind: 'constant'; readonly value: Exact }
  /** A fact, a list membership or a decision, by its position in the plan's inputs. */
  | { readonly kind: 'input'; readonly input: number }
  | { readonly kind: 'sum'; readonly of: readonly NodeId[] }
  | { readonly kind: 'product'; readonly left: NodeId; readonly right: NodeId }
  /** The exact quotient; the divisor's range holds no 0. */
  | { readonly kind: 'quotient'; readonly left: NodeId; readonly right: NodeId }
  | { readonly kind: 'rounded'; readonly of: NodeId; readonly step: Exact; readonly mode: RoundingMode }
  | { readonly kind: 'least' | 'greatest'; readonly of: readonly NodeId[] }
  | { readonly kind: 'compare'; readonly op: '<' | '<=' | '='; readonly left: NodeId; readonly right: NodeId }
  | { readonly kind: 'all' | 'any'; readonly of: readonly NodeId[] }
  | { readonly kind: 'not'; readonly of: NodeId }
  | { readonly kind: 'select'; readonly when: NodeId; readonly then: NodeId; readonly otherwise: NodeId }
  /** A dense table, row-major; flags count as 0 and 1. */
  | {
      readonly kind: 'table';
      readonly keys: readonly NodeId[];
      readonly sizes: readonly number[];
      readonly cells: readonly Exact[];
    }
  /** The value, and 0 where it is missing because a fact that gives no points is not known. */
  | { readonly kind: 'given'; readonly of: NodeId };

/** The nodes that a node looks at. */
export function operands(node: Node): readonly NodeId[] {
  switch (node.kind) {
    case 'constant':
    case 'input':
      return [];
    case 'sum':
    case 'least':
    case 'greatest':
    case 'all':
    case 'any':
      return node.of;
    case 'product':
    case 'quotient':
    case 'compare':
      return [node.left, node.right];
    case 'rounded':
    case 'not':
    case 'given':
      return [node.of];
    case 'select':
      return [node.when, node.then, node.otherwise];
    case 'table':
      return node.keys;
  }
}
