import type { Exact, Range, RoundingMode } from '../value/index.js';
import type { CalendarOp } from './calendar.js';

/** Position of a node in its plan; a node refers only to earlier ones. */
export type NodeId = number;

/**
 * The closed list of the core. Flags, numbers and codes are all there is: options of a choice and tiers are numbered,
 * dates are days since 1970-01-01. Not knowing, not existing (`none`) and a fact that gives no points are carried by the
 * values (see `possible.ts`), not by nodes; only `isNone`, `ifNone` and `given` look at them. People are unrolled: a
 * list that may hold five persons is five times the same nodes.
 */
export type Node =
  | { readonly kind: 'constant'; readonly value: Exact }
  | { readonly kind: 'code'; readonly value: string }
  /** Known not to exist. */
  | { readonly kind: 'none' }
  /** What the plan is told, by its position in the plan's inputs. */
  | { readonly kind: 'input'; readonly input: number }
  /** Of itself the value behind it; where the input `given` is told, that. Keeps figures apart that are written alike. */
  | { readonly kind: 'figure'; readonly name: string; readonly of: NodeId; readonly given: number }
  | { readonly kind: 'sum'; readonly of: readonly NodeId[] }
  | { readonly kind: 'product'; readonly left: NodeId; readonly right: NodeId }
  /** The exact quotient. `divisor`: all that the divisor can be where the quotient counts; it holds no 0. */
  | { readonly kind: 'quotient'; readonly left: NodeId; readonly right: NodeId; readonly divisor: Range }
  | { readonly kind: 'rounded'; readonly of: NodeId; readonly step: Exact; readonly mode: RoundingMode }
  | { readonly kind: 'least' | 'greatest'; readonly of: readonly NodeId[] }
  | { readonly kind: 'compare'; readonly op: '<' | '<=' | '='; readonly left: NodeId; readonly right: NodeId }
  | { readonly kind: 'all' | 'any'; readonly of: readonly NodeId[] }
  | { readonly kind: 'not'; readonly of: NodeId }
  | { readonly kind: 'select'; readonly when: NodeId; readonly then: NodeId; readonly otherwise: NodeId }
  /** A dense table, row-major; flags count as 0 and 1. A key without a row is never where the value counts. */
  | {
      readonly kind: 'table';
      readonly keys: readonly NodeId[];
      readonly sizes: readonly number[];
      readonly cells: readonly Exact[];
    }
  /** The row of a code: its own, with `prefix` that of the longest beginning, else the one behind the last. */
  | { readonly kind: 'row'; readonly of: NodeId; readonly codes: readonly string[]; readonly prefix: boolean }
  | { readonly kind: 'calendar'; readonly op: CalendarOp; readonly of: readonly NodeId[] }
  | { readonly kind: 'isNone'; readonly of: NodeId }
  | { readonly kind: 'ifNone'; readonly of: NodeId; readonly otherwise: NodeId }
  /** The value, and 0 where it is missing because a fact that gives no points is not known. */
  | { readonly kind: 'given'; readonly of: NodeId };

/** The nodes that a node looks at. */
export function operands(node: Node): readonly NodeId[] {
  switch (node.kind) {
    case 'constant':
    case 'code':
    case 'none':
    case 'input':
      return [];
    case 'sum':
    case 'least':
    case 'greatest':
    case 'all':
    case 'any':
    case 'calendar':
      return node.of;
    case 'product':
    case 'quotient':
    case 'compare':
      return [node.left, node.right];
    case 'figure':
    case 'rounded':
    case 'not':
    case 'given':
    case 'row':
    case 'isNone':
      return [node.of];
    case 'ifNone':
      return [node.of, node.otherwise];
    case 'select':
      return [node.when, node.then, node.otherwise];
    case 'table':
      return node.keys;
  }
}
