import type { InputOf } from './interpret.js';
import type { Node, NodeId } from './node.js';
import { hasValue, type Possible, type PossibleFlag } from './possible.js';

/**
 * Which nodes come of what is known alone, looking at no more than is needed: at one branch of a choice that is
 * known, at the member that decides an `all` or `any`. Such a node has one value whatever the open inputs are.
 */
export function seenNodes(
  nodes: readonly Node[],
  values: readonly Possible[],
  inputOf: InputOf,
  open: ReadonlySet<number>,
): readonly boolean[] {
  const seen: boolean[] = [];
  const at = (id: NodeId): boolean => seen[id] === true;
  const all = (of: readonly NodeId[]): boolean => of.every(at);
  const flag = (id: NodeId): PossibleFlag => values[id] as PossibleFlag;
  const look = (node: Node): boolean => {
    switch (node.kind) {
      case 'constant':
      case 'code':
      case 'none':
        return true;
      case 'input':
        return !open.has(node.input);
      case 'figure':
        return inputOf(node.given) !== undefined || at(node.of);
      case 'select': {
        if (!at(node.when)) return false;
        const { yes, no } = flag(node.when);
        return yes ? at(node.then) : no ? at(node.otherwise) : true;
      }
      case 'all':
        return node.of.some((id) => at(id) && flag(id).no) || all(node.of);
      case 'any':
        return node.of.some((id) => at(id) && flag(id).yes) || all(node.of);
      case 'ifNone':
        return at(node.of) && (hasValue(values[node.of] as Possible) || at(node.otherwise));
      case 'sum':
      case 'least':
      case 'greatest':
      case 'calendar':
        return all(node.of);
      case 'product':
      case 'quotient':
      case 'compare':
        return at(node.left) && at(node.right);
      case 'table':
        return all(node.keys);
      case 'rounded':
      case 'not':
      case 'row':
      case 'isNone':
      case 'given':
        return at(node.of);
    }
  };
  for (const node of nodes) seen.push(look(node));
  return seen;
}
