import type { Plan } from './compile.js';
import { type NodeId, operands } from './node.js';
import { type Possible, type PossibleFlag, settled } from './possible.js';

/** The open inputs that unsettled nodes rest on, following only branches that can be taken. */
export function inputsBehind(
  plan: Plan,
  values: readonly Possible[],
  from: readonly NodeId[],
  open: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  const visited = new Set<NodeId>();
  const stack = [...from];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (visited.has(id) || settled(values[id] as Possible)) continue;
    visited.add(id);
    const node = plan.nodes[id];
    if (node === undefined) continue;
    if (node.kind === 'input') {
      if (open.has(node.input)) found.add(node.input);
    } else if (node.kind === 'select' && settled(values[node.when] as Possible)) {
      stack.push((values[node.when] as PossibleFlag).yes ? node.then : node.otherwise);
    } else stack.push(...operands(node));
  }
  return found;
}
