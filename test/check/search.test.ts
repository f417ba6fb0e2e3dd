import { describe, expect, test } from 'vitest';
import { type Ground, groundOf } from '../../src/check/ground.js';
import { type Held, isSingle } from '../../src/check/pairs/held.js';
import { isPoint } from '../../src/check/pairs/side.js';
import { FINE } from '../../src/check/prove.js';
import { behind, type Question, Steps, search } from '../../src/check/search.js';
import { View } from '../../src/check/view.js';
import { readRules } from '../../src/rules/index.js';
import { type Exact, exact, ZERO } from '../../src/value/index.js';

// A search that finds nothing has looked at everybody: the cases into which it parts all students are all of them, none twice,
// and none is left in which it still turns on something.

function groundWith(facts: string, points: string, more = ''): Ground {
  const read = readRules(`format: 1
scheme: xx-search
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
${facts}
${more}score: { parts: { p: { ${points} } } }
tiers: [{ id: hard, from: 9 }, { id: general, from: 5 }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return groundOf(read.value, '2025-09-01') as Ground;
}

/** How many pairs of positions are left of an input. */
function countOf(held: Held): number {
  if (held.kind === 'pairs') return held.pairs.length;
  if (held.kind === 'steps') return Number(held.high - held.low) + 1;
  return held.segments.reduce((sum, { low, high }) => sum + Number(high - low) + 1, 0);
}

/** Every pair of positions that is left of an input. */
function pairsOf(held: Held): readonly string[] {
  if (held.kind === 'pairs') return held.pairs.map(([x, y]) => `${x} ${y}`);
  const all: string[] = [];
  const segments = held.kind === 'steps' ? [held] : held.segments;
  for (const { low, high } of segments)
    for (let at = low; at <= high; at += 1n) all.push(`${at} ${held.kind === 'steps' ? at + held.by : at}`);
  return all;
}

interface Gone {
  readonly cases: readonly View[];
  readonly asked: number;
  readonly kind: string;
}

/** All the cases of a search that accepts none. */
function casesOf(start: View, root: number, most = 100_000, backwards = false): Gone {
  const cases: View[] = [];
  const steps = new Steps();
  let asked = 0;
  const question: Question = () => {
    asked += 1;
    return { roots: [root], rank: ZERO };
  };
  const refuse = (view: View): null => {
    cases.push(view);
    return null;
  };
  const { kind } = search(start, question, most, steps, refuse, backwards);
  expect(steps.taken).toBe(asked);
  return { cases, asked, kind };
}

const FACTS = `  n: { type: number, unit: point, range: [0, 90], worse: higher }
  d: { type: number, unit: point, range: [-3, 3], step: 0.5, none: allowed, worse: lower }
  few: { type: number, unit: point, range: [0, 3], worse: none }
  ill: { type: flag, worse: if_true }
  work: { type: choice, of: [steady, odd, idle, unsaid], worse: [odd, steady, idle] }
  marks: { type: several, of: [fire, flood], worse: more }
  lost: { type: date, none: allowed, range: [2025-01-01, 2025-12-31], worse: later }
`;

const POINTS: Readonly<Record<string, string>> = {
  'a number': 'points: n',
  'a number with cuts': 'of: n, up_to: { 3: 1, 10: 2, 44: 3, 45: 4, 89: 5 }, otherwise: 6',
  'a number by a line': 'when: n > 30, points: 5',
  'a number by its first value': 'when: n > 0, points: 5',
  'a number of which few': 'points: few',
  'a number that may be none': 'points: "if d is none then 1[point] else d"',
  'a flag and a choice': 'when: ill and work = odd, points: 9',
  'marks and a line': 'when: "n < 40 or has_any(marks, [fire])", points: 9',
  'a date': 'recent: lost, up_to: { 10 days: 2, 3 months: 4 }, otherwise: 0',
};
const grounds = Object.entries(POINTS).map(([name, points]) => {
  const ground = groundWith(FACTS, points, 'dates: { month_end: last_day, leap_birthday: 03-01 }\n');
  const behindIt = ground.plan.inputs.flatMap((_, input) =>
    ground.behindInput(input).includes(ground.plan.outputs.score) ? [input] : [],
  );
  return { name, ground, inputs: behindIt };
});

const STEPS: readonly Held[] = [
  { kind: 'steps', low: 0n, high: 89n, by: 1n },
  { kind: 'steps', low: 1n, high: 90n, by: -1n },
  { kind: 'steps', low: 3n, high: 3n, by: 1n },
  {
    kind: 'pairs',
    pairs: [
      [0n, 4n],
      [4n, 2n],
      [2n, 90n],
    ],
  },
];

describe('the cases of a search', () => {
  const held = (ground: Ground, view: View, root: number, inputs: readonly number[], found: Gone): void => {
    expect(found.kind).toBe('nowhere');
    const seen: string[] = [];
    for (const one of found.cases) {
      const pieces = one.at(root);
      expect(pieces).toHaveLength(1);
      // One value for each of the two.
      expect(pieces.every(({ a, b }) => isPoint(a) && isPoint(b))).toBe(true);
      seen.push(
        ...inputs.reduce<readonly string[]>(
          (all, input) => all.flatMap((text) => pairsOf(one.heldOf(input)).map((pair) => `${text}, ${pair}`)),
          [''],
        ),
      );
    }
    const every = inputs.reduce((product, input) => product * countOf(view.heldOf(input)), 1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(every);
    expect(ground.plan.inputs.length).toBeGreaterThan(0);
  };

  test.each(grounds)('are all students, of $name', ({ ground, inputs }) => {
    const root = ground.plan.outputs.score;
    const view = View.of(ground, new Map(), FINE);
    for (const backwards of [false, true])
      held(ground, view, root, inputs, casesOf(view, root, 100_000, backwards));
  });

  test.each(grounds.filter(({ name }) => name.startsWith('a number') && !/none|few/.test(name)))(
    'are all steps of $name',
    ({ ground, inputs }) => {
      const root = ground.plan.outputs.score;
      for (const one of STEPS) {
        const view = View.of(ground, new Map(), FINE).with(ground.inputOf('fact', 'n'), one);
        held(ground, view, root, inputs, casesOf(view, root));
      }
    },
  );

  test.each(grounds)('are no more than were asked for, of $name', ({ ground }) => {
    const root = ground.plan.outputs.score;
    const view = View.of(ground, new Map(), FINE);
    const whole = casesOf(view, root);
    for (const most of [0, 1, 2, 5]) {
      const found = casesOf(view, root, most);
      expect(found.asked).toBeLessThanOrEqual(most + 1);
      expect(found.kind).toBe(whole.asked - 1 > most ? 'gaveUp' : 'nowhere');
    }
    // Just as many as are needed are enough.
    expect(casesOf(view, root, whole.asked - 1).kind).toBe('nowhere');
    expect(casesOf(view, root, whole.asked - 2).kind).toBe('gaveUp');
  });

  test('are few where little turns on them', () => {
    const asked = Object.fromEntries(
      grounds.map(({ name, ground }) => [
        name,
        casesOf(View.of(ground, new Map(), FINE), ground.plan.outputs.score).asked,
      ]),
    );
    // With its cuts a number falls into as many parts as are told apart, and halves of halves.
    expect(asked['a number by a line']).toBe(3);
    expect(asked['a number by its first value']).toBe(3);
    expect(asked['a number with cuts']).toBeLessThanOrEqual(17);
    expect(asked['a flag and a choice']).toBe(7);
    expect(asked['a number of which few']).toBe(5);
  });
});

describe('what is looked at first', () => {
  const ground = groundWith(FACTS, 'points: n');
  const root = ground.plan.outputs.score;
  const input = ground.inputOf('fact', 'n');
  const view = View.of(ground, new Map(), FINE);
  const first = (rank: (at: View) => Exact, backwards = false): bigint | null => {
    const found = search(
      view,
      (at) => ({ roots: [root], rank: rank(at) }),
      1_000,
      new Steps(),
      (at) => {
        const held = at.heldOf(input);
        return held.kind === 'same' ? (held.segments[0]?.low ?? null) : null;
      },
      backwards,
    );
    return found.kind === 'here' ? found.what : null;
  };
  const least = (at: View): Exact => {
    const side = at.at(root)[0]?.a;
    return typeof side === 'object' ? side.low : ZERO;
  };

  test('is the easy end, backwards the hard one', () => {
    expect(first(() => ZERO)).toBe(0n);
    expect(first(() => ZERO, true)).not.toBe(0n);
  });

  test('is the most promising', () => {
    expect(first((at) => exact(-least(at).n))).toBe(90n);
    expect(first(least)).toBe(0n);
  });
});

describe('what still matters', () => {
  const ground = groundWith(FACTS, 'points: "if ill then few else if work = odd then n else 1[point]"');
  const root = ground.plan.outputs.score;
  const named = (view: View): readonly string[] =>
    behind(view, [root]).map((input) => ground.plan.inputs[input]?.id ?? '');
  const at = (id: string, position: bigint, view: View): View =>
    view.with(ground.inputOf('fact', id), { kind: 'same', segments: [{ low: position, high: position }] });
  const all = View.of(ground, new Map(), FINE);

  test('is all that is open along branches that can be taken, the nearest first', () => {
    expect(named(all)).toEqual(['ill', 'few', 'n', 'work']);
    expect(named(at('ill', 1n, all))).toEqual(['few']);
    expect(named(at('ill', 0n, all))).toEqual(['n', 'work']);
    expect(named(at('work', 1n, at('ill', 0n, all)))).toEqual(['n']);
    expect(named(at('work', 0n, at('ill', 0n, all)))).toEqual([]);
    expect(named(at('few', 2n, all))).toEqual(['ill', 'n', 'work']);
  });

  test('is seen for either of the two', () => {
    const moving = (from: bigint, to: bigint): View =>
      all.with(ground.inputOf('fact', 'ill'), { kind: 'pairs', pairs: [[from, to]] });
    for (const view of [moving(0n, 1n), moving(1n, 0n)])
      expect([...named(view)].sort()).toEqual(['few', 'n', 'work']);
  });

  test('is nothing behind a wall', () => {
    expect(behind(all, [root], new Set([root]))).toEqual([]);
  });

  test('is not an input of which one position is left', () =>
    expect(behind(all, [root]).every((input) => !isSingle(all.heldOf(input)))).toBe(true));
});
