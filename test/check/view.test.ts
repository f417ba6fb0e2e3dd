import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aspectsOf, codePairs, standingOf } from '../../src/check/aspects.js';
import { daysOf, type Ground, groundOf } from '../../src/check/ground.js';
import { movesOf } from '../../src/check/moves.js';
import { evaluatePairs } from '../../src/check/pairs/evaluate.js';
import { canFall } from '../../src/check/pairs/falling.js';
import type { Held } from '../../src/check/pairs/held.js';
import { merged, samePieces } from '../../src/check/pairs/merge.js';
import { alike, type Piece, paired, type Side } from '../../src/check/pairs/side.js';
import { COARSE, FINE } from '../../src/check/prove.js';
import { View } from '../../src/check/view.js';
import type { NodeId } from '../../src/plan/index.js';
import type { RuleSet } from '../../src/rules/index.js';
import { exact } from '../../src/value/index.js';
import { seededWith } from './seeded/read.js';
import { rulesOf } from './small/compare.js';

// A view works out what it is asked for and keeps what has not changed. That must not be seen: it says of every node what is
// said when all nodes are worked out in order.

const SMALL = 60;

const small: RuleSet[] = [];
for (let seed = 1; small.length < SMALL; seed += 1) {
  const rules = rulesOf(seed);
  if (rules !== null) small.push(rules);
}
// Money of many programmes together. It is taken every other time.
const city = seededWith({ scheme: 'cn-sd-liaocheng', edits: [], finds: '' });

const grounds = [...small, city].map((rules) => {
  const ground = groundOf(rules, daysOf(rules)[0] ?? '') as Ground;
  const standing = standingOf(ground);
  return { ground, standing, aspects: aspectsOf(ground, standing) };
});

/** One thing that is narrowed: an input, or a node of which only some pieces are looked at. */
type Narrowing =
  | { readonly kind: 'with'; readonly input: number; readonly held: Held }
  | { readonly kind: 'where'; readonly node: NodeId; readonly pieces: readonly Piece[] };

/** All nodes in order, the forced ones as they are forced. */
function inOrder(
  ground: Ground,
  narrowings: readonly Narrowing[],
  most: number,
): readonly (readonly Piece[])[] {
  const held = new Map(narrowings.flatMap((one) => (one.kind === 'with' ? [[one.input, one.held]] : [])));
  const forced = new Map(narrowings.flatMap((one) => (one.kind === 'where' ? [[one.node, one.pieces]] : [])));
  const values: (readonly Piece[])[] = [];
  for (const [id, node] of ground.plan.nodes.entries())
    values.push(
      forced.get(id) ??
        evaluatePairs(node, ground.plan.nodes, (of) => values[of] as readonly Piece[], {
          input: (input) => ground.pieces(input, held.get(input) ?? (ground.whole[input] as Held)),
          code: (code) => ground.codeNumber(code),
          rows: (codes, prefix) => ground.rows(codes, prefix),
          most,
        }),
    );
  return values;
}

/** Every step that a fact declares, and joining a list. */
const movesIn = (ground: Ground): readonly { readonly input: number; readonly held: Held }[] => [
  ...ground.rules.facts.flatMap((fact) =>
    movesOf(ground, fact).flatMap(({ input, held }) => held.map((one) => ({ input, held: one }))),
  ),
  ...ground.plan.inputs.flatMap(({ kind }, input) =>
    kind === 'category' ? [{ input, held: { kind: 'pairs', pairs: [[0n, 1n]] } as const }] : [],
  ),
];

function positionOf(ground: Ground, input: number, pick: number): Held {
  const at = BigInt(pick) % (ground.domain(input).last + 1n);
  return { kind: 'same', segments: [{ low: at, high: at }] };
}

describe('a view that is worked out on demand', () => {
  const narrowings = fc.array(
    fc.record({
      which: fc.nat(),
      pick: fc.nat(),
      forces: fc.boolean(),
      asked: fc.array(fc.nat(), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  const whose = fc.oneof(fc.constant(SMALL), fc.nat(SMALL - 1));

  test('says of every node what it is when all are worked out in order', () => {
    fc.assert(
      fc.property(whose, fc.boolean(), narrowings, (at, fine, all) => {
        const { ground, standing, aspects } = grounds[at] as (typeof grounds)[number];
        const { plan } = ground;
        const most = fine ? FINE : COARSE;
        const done: Narrowing[] = [];
        let view = View.of(ground, new Map(), most);
        for (const { which, pick, forces, asked } of all) {
          // In some order some nodes are asked for first, so that views differ in what they have worked out.
          for (const node of asked) view.at(node % plan.nodes.length);
          const node = [plan.outputs.scoreTier, standing.floor, standing.best, plan.outputs.tier][
            which % 4
          ] as NodeId;
          const pairs = codePairs(view.at(node), 60) ?? [];
          const piece = pairs[pick % Math.max(1, pairs.length)];
          if (forces && piece !== undefined) {
            done.push({ kind: 'where', node, pieces: [piece] });
            view = view.where(node, [piece]);
          } else {
            // Something moves first, so that what follows is about two who differ.
            const moving = done.length === 0 ? movesIn(ground) : [];
            const move = moving[which % Math.max(1, moving.length)];
            const input = move?.input ?? which % plan.inputs.length;
            const held = move?.held ?? positionOf(ground, input, pick);
            done.push({ kind: 'with', input, held });
            view = view.with(input, held);
          }
          for (const aspect of aspects) expect(aspect.canFall(view)).toBe(canFall(aspect.pieces(view)));
        }
        const expected = inOrder(ground, done, most);
        const different = expected.flatMap((pieces, id) => (samePieces(pieces, view.at(id)) ? [] : [id]));
        expect(different).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('pieces that are put together', () => {
  const number = fc.integer({ min: -3, max: 3 });
  const half = (n: number) => exact(BigInt(n), 2n);
  const side: fc.Arbitrary<Side> = fc.oneof(
    fc.constantFrom<Side>('none', 'gone'),
    fc
      .tuple(number, number)
      .map(([x, y]): Side => ({ low: half(Math.min(x, y)), high: half(Math.max(x, y)) })),
  );
  const piece = fc
    .tuple(side, side, fc.boolean())
    .map(([a, b, same]) => (same ? alike(a) : paired(a, b, null)))
    .filter((one) => one !== null);
  const text = ({ a, b, d }: Piece): string =>
    JSON.stringify(a === b ? [a] : [a, b, d], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );

  test('each stands once, in order, whatever numbers they are found by', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const once = [...new Map(pieces.map((one) => [text(one), one])).keys()];
        expect(merged(pieces, 1_000).map(text)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});
