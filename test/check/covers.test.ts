import { expect, test } from 'vitest';
import { daysOf, type Ground, groundOf } from '../../src/check/ground.js';
import type { Held } from '../../src/check/pairs/held.js';
import { isRange, type Side } from '../../src/check/pairs/side.js';
import { COARSE } from '../../src/check/prove.js';
import { View } from '../../src/check/view.js';
import { interpret, isCode, isFlag, type Possible } from '../../src/plan/index.js';
import { readRules } from '../../src/rules/index.js';
import { compare, type Exact, exact, subtract } from '../../src/value/index.js';
import { Dice } from '../agreement/arbitrary/dice.js';
import { FILES } from './exact/files.js';

// What the prover says of two students covers what they come to, whatever is still open of both; and with nothing open it
// is just that. What they come to says the interpreter of one student.

const PAIRS = 12;

function groundsOf(text: string): readonly Ground[] {
  const read = readRules(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return daysOf(read.value).flatMap((day) => groundOf(read.value, day) ?? []);
}

/** A value as the prover writes it; `null` where it is not one value. */
function sideOf({ codeNumber }: Ground, value: Possible | undefined): Exact | 'none' | null {
  if (value === undefined || value.missing) return null;
  if (isFlag(value)) return value.none ? 'none' : value.yes === value.no ? null : exact(value.yes ? 1n : 0n);
  if (isCode(value)) {
    const [code] = value.codes;
    return code === undefined ? 'none' : exact(BigInt(codeNumber(code)));
  }
  if (value.range === null) return 'none';
  return !value.none && compare(value.range.low, value.range.high) === 0 ? value.range.low : null;
}

const within = (side: Side, value: Exact | 'none'): boolean =>
  isRange(side)
    ? value !== 'none' && compare(side.low, value) <= 0 && compare(side.high, value) >= 0
    : side === value;

function positionIn(dice: Dice, held: Held): bigint {
  const segments = held.kind === 'same' ? held.segments : [];
  const { low, high } = dice.pick(segments);
  // The ends are where something turns.
  return dice.chance(30) ? low : dice.chance(30) ? high : low + BigInt(dice.whole(0, Number(high - low)));
}

/** How many values were held against what the prover says. */
function coverage(ground: Ground, dice: Dice): number {
  let compared = 0;
  const { plan, whole, domain } = ground;
  const first = whole.map((held) => positionIn(dice, held));
  const moved = dice.whole(0, first.length - 1);
  const second = first.map((at, input) => (input === moved ? positionIn(dice, whole[input] as Held) : at));
  const values = [first, second].map((at) =>
    interpret(plan.nodes, (input) => {
      const low = at[input] as bigint;
      return plan.inputs[input]?.kind === 'given' ? undefined : domain(input).possible({ low, high: low });
    }),
  );
  const known = first.map((at, input): Held => ({ kind: 'pairs', pairs: [[at, second[input] as bigint]] }));
  const open = known.map((held, input) =>
    input === moved || dice.chance(50) ? held : (whole[input] as Held),
  );
  for (const held of [known, open]) {
    const view = View.of(ground, new Map(held.entries()), COARSE);
    for (const [node] of plan.nodes.entries()) {
      const [x, y] = values.map((of) => sideOf(ground, of[node])) as [
        Exact | 'none' | null,
        Exact | 'none' | null,
      ];
      if (x === null || y === null) continue;
      compared += 1;
      const pieces = view.at(node);
      const apart = x === 'none' || y === 'none' ? null : subtract(y, x);
      const covering = pieces.filter(
        ({ a, b, d }) => within(a, x) && within(b, y) && (d === null || (apart !== null && within(d, apart))),
      );
      expect([node, covering.length > 0]).toEqual([node, true]);
      if (held === known) expect([node, pieces.length]).toEqual([node, 1]);
    }
  }
  return compared;
}

test.each(Object.entries(FILES).map(([name, text]) => ({ name, grounds: groundsOf(text) })))(
  'of two students under the rules about $name',
  ({ grounds }) => {
    const dice = new Dice(7);
    for (const ground of grounds)
      for (let i = 0; i < PAIRS; i += 1)
        // Constants at least are there for both.
        expect(coverage(ground, dice)).toBeGreaterThan(0);
  },
);
