import { expect, test } from 'vitest';
import type { Ground } from '../../src/check/ground.js';
import { sameAt } from '../../src/check/pairs/held.js';
import { alike, type Piece, point } from '../../src/check/pairs/side.js';
import { View } from '../../src/check/view.js';
import { type Node, operands } from '../../src/plan/index.js';
import { exact } from '../../src/value/index.js';

// A view works out what a node needs however long a chain that is.

const LONG = 30_000;

const side = (n: bigint): Piece => alike(point(exact(n)));

test('a chain of nodes is worked out however long it is', () => {
  const nodes: Node[] = [{ kind: 'input', input: 0 }];
  for (let i = 0; i < LONG; i += 1) nodes.push({ kind: 'not', of: i });
  const none = new Uint8Array(nodes.length);
  const all = new Uint8Array(nodes.length).fill(1);
  const ground = {
    plan: { nodes },
    whole: [sameAt(0n)],
    pieces: (_input: number, held: { segments: readonly { low: bigint }[] }) => [
      side(held.segments[0]?.low ?? 0n),
    ],
    changesWith: () => all,
    changesBehind: () => none,
    operandsOf: (id: number) => operands(nodes[id] as Node),
  } as unknown as Ground;
  const view = View.of(ground, new Map(), 24);
  expect(view.at(LONG)).toEqual([side(0n)]);
  const other = view.with(0, sameAt(1n));
  expect(other.at(LONG)).toEqual([side(1n)]);
  expect(other.at(LONG - 1)).toEqual([side(0n)]);
});
