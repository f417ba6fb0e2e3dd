import type { Move } from '../../src/check/moves.js';

/** How hard a position is, by the steps that a fact declares: comparable only where both have a rank. */
export function ranks(move: Move): (position: bigint) => bigint | null {
  const next = new Map<bigint, bigint>();
  let by: bigint | null = null;
  for (const held of move.held) {
    if (held.kind === 'pairs') for (const [easy, hard] of held.pairs) next.set(easy, hard);
    if (held.kind === 'steps') by = held.by;
  }
  if (by !== null) {
    // Of a number one position stands apart: what does not exist is the easiest.
    const [none] = next.keys();
    const sign = by;
    return (position) => (position === none ? -(2n ** 62n) : sign * position);
  }
  const harder = new Set(next.values());
  const chain: bigint[] = [...next.keys()].filter((position) => !harder.has(position)).slice(0, 1);
  for (let at = chain[0]; at !== undefined; at = next.get(at)) if (chain.at(-1) !== at) chain.push(at);
  const places = new Map(chain.map((position, i) => [position, BigInt(i)]));
  return (position) => places.get(position) ?? null;
}
