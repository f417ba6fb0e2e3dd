import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Domain } from '../../src/plan/domain.js';
import { cutsOf, exactly, interpret, type Node, type PossibleFlag } from '../../src/plan/index.js';
import { type Exact, exact, type RoundingMode } from '../../src/value/index.js';

// Where an open number has to be split: between two cuts nothing that is compared with a constant turns.

const LAST = 30n;
const valueAt = (position: bigint): Exact => exact(position - 10n, 2n);
const grid = { low: valueAt(0n), step: exact(1n, 2n), last: LAST };
const DOMAIN: Domain = {
  last: LAST,
  finite: false,
  grid,
  possible: ({ low }) => exactly(valueAt(low)),
};
const domains = { of: () => DOMAIN };

const small = fc.integer({ min: -7, max: 7 }).map((n) => exact(BigInt(n), 2n));
const op = fc.constantFrom<'<' | '<=' | '='>('<', '<=', '=');
const mode = fc.constantFrom<RoundingMode>('up', 'down', 'half_up');
const days = fc.integer({ min: -3, max: 3 });

interface Made {
  readonly by: Exact;
  readonly plus: Exact;
  readonly than: Exact;
  readonly op: '<' | '<=' | '=';
  readonly mode: RoundingMode;
  readonly shape: 'line' | 'rounded' | 'days' | 'given' | 'under a condition' | 'of figures';
  readonly turned: boolean;
  readonly shift: number;
}

const made: fc.Arbitrary<Made> = fc.record({
  by: small,
  plus: small,
  than: small,
  op,
  mode,
  shape: fc.constantFrom<Made['shape']>(
    'line',
    'rounded',
    'days',
    'given',
    'under a condition',
    'of figures',
  ),
  turned: fc.boolean(),
  shift: days,
});

/** A number that rises or falls with the input, compared with a constant. */
function nodesOf(m: Made): readonly Node[] {
  const nodes: Node[] = [];
  const put = (node: Node): number => nodes.push(node) - 1;
  const constant = (value: Exact): number => put({ kind: 'constant', value });
  const input = put({ kind: 'input', input: 0 });
  const line = (): number => {
    const by = constant(m.by);
    const product = put({ kind: 'product', left: m.turned ? by : input, right: m.turned ? input : by });
    return put({ kind: 'sum', of: [constant(m.plus), product, constant(exact(1n))] });
  };
  const along = (): number => {
    switch (m.shape) {
      case 'line':
        return line();
      case 'rounded':
        return put({ kind: 'rounded', of: line(), step: exact(1n), mode: m.mode });
      case 'days': {
        const fixed = constant(exact(3n));
        const whole = put({ kind: 'rounded', of: input, step: exact(1n), mode: 'down' });
        const op = { kind: 'shift', count: m.shift, unit: 'week', over: 'last_day' } as const;
        const shifted = put({ kind: 'calendar', op, of: [whole] });
        return put({
          kind: 'calendar',
          op: { kind: 'days' },
          of: m.turned ? [fixed, shifted] : [shifted, fixed],
        });
      }
      case 'given':
        return put({ kind: 'given', of: line() });
      case 'under a condition': {
        const [when, then, otherwise] = [put({ kind: 'all', of: [] }), line(), put({ kind: 'none' })];
        return put({ kind: 'select', when, then, otherwise });
      }
      case 'of figures':
        return put({ kind: 'ifNone', of: line(), otherwise: constant(exact(0n)) });
    }
  };
  const [left, right] = [along(), constant(m.than)];
  put({ kind: 'compare', op: m.op, left: m.turned ? right : left, right: m.turned ? left : right });
  return nodes;
}

/** The positions at which the comparison comes out otherwise than one before. */
function turnsOf(nodes: readonly Node[]): readonly bigint[] {
  const at = (position: bigint): boolean =>
    (interpret(nodes, () => exactly(valueAt(position))).at(-1) as PossibleFlag).yes;
  const turns: bigint[] = [];
  for (let position = 1n; position <= LAST; position += 1n)
    if (at(position) !== at(position - 1n)) turns.push(position);
  return turns;
}

test('a comparison turns nowhere but at a cut, and there are at most two for each', () => {
  let turned = 0;
  fc.assert(
    fc.property(made, (m) => {
      const nodes = nodesOf(m);
      const cuts = cutsOf(nodes, domains)[0] ?? [];
      const turns = turnsOf(nodes);
      turned += turns.length;
      expect(cuts).toEqual(expect.arrayContaining([...turns]));
      expect(cuts.length).toBeLessThanOrEqual(2);
      for (const cut of cuts) expect(cut >= 1n && cut <= LAST).toBe(true);
    }),
    {
      numRuns: 400,
      examples: [
        [
          {
            by: exact(1n),
            plus: exact(0n),
            than: exact(2n),
            op: '<',
            mode: 'up',
            shape: 'line',
            turned: false,
            shift: 0,
          },
        ],
      ],
    },
  );
  expect(turned).toBeGreaterThan(0);
});

test('the cuts of several comparisons rise, each once', () => {
  fc.assert(
    fc.property(fc.array(small, { minLength: 2, maxLength: 8 }), (constants) => {
      const nodes: Node[] = [{ kind: 'input', input: 0 }];
      for (const value of constants) {
        const right = nodes.push({ kind: 'constant', value }) - 1;
        nodes.push({ kind: 'compare', op: '<', left: 0, right });
      }
      const cuts = cutsOf(nodes, domains)[0] ?? [];
      expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => (a < b ? -1 : 1)));
      for (const { n, d } of constants) {
        // From this position on the number is at least the constant, from the next it is above it.
        const position = (2n * n) / d + 10n;
        for (const cut of [position, position + 1n]) if (cut > 0n && cut <= LAST) expect(cuts).toContain(cut);
      }
    }),
  );
});

test('what is gone through one by one, and what moves with two inputs, has no cuts', () => {
  const compare = (left: number, right: number): Node => ({ kind: 'compare', op: '<', left, right });
  const two: Node = { kind: 'constant', value: exact(2n) };
  const one: readonly Node[] = [{ kind: 'input', input: 0 }, two, compare(0, 1)];
  expect(cutsOf(one, { of: () => ({ ...DOMAIN, finite: true }) })).toEqual([]);
  const both: readonly Node[] = [
    { kind: 'input', input: 0 },
    { kind: 'input', input: 1 },
    { kind: 'sum', of: [0, 1] },
    two,
    compare(2, 3),
  ];
  expect(cutsOf(both, domains)).toEqual([]);
  // Behind the last value there is none, and that is a cut.
  expect(cutsOf([{ kind: 'input', input: 0 }], { of: () => ({ ...DOMAIN, last: LAST + 1n }) })).toEqual([
    [LAST + 1n],
  ]);
});
