import { describe, expect, test } from 'vitest';
import { type Ground, groundOf } from '../../src/check/ground.js';
import { easiestOf, hasDirection, movesOf } from '../../src/check/moves.js';
import { FINE } from '../../src/check/prove.js';
import { View } from '../../src/check/view.js';
import { positionsOf, studentAt } from '../../src/check/witness.js';
import { type LinkedFact, readRules } from '../../src/rules/index.js';

// Each step from easier to harder that a fact declares, and the easiest that a student can be.

/** `points`: what the fact is asked for. */
function groundWith(
  fact: string,
  points = 'when: before, points: 5',
): { readonly ground: Ground; readonly fact: LinkedFact } {
  const read = readRules(`format: 1
scheme: xx-moves
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
dates: { month_end: last_day, leap_birthday: 03-01 }
facts:
  before: { type: flag, worse: none }
  it: ${fact}
score: { parts: { p: { ${points} } } }
tiers: [{ id: general, from: 5 }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const it = read.value.facts.find(({ id }) => id === 'it') as LinkedFact;
  return { ground: groundOf(read.value, '2025-09-01') as Ground, fact: it };
}

/** What moves, as `subject: from→to, …` by position, and what must be so besides. */
function movesIn(text: string, points?: string): readonly string[] {
  const { ground, fact } = groundWith(text, points);
  return movesOf(ground, fact).map(({ subject, input, held, given, fact: of }) => {
    const { id, sub } = ground.plan.inputs[input] ?? {};
    expect([of, id]).toEqual(['it', 'it']);
    const steps = held.map((one) =>
      one.kind === 'pairs'
        ? one.pairs.map(([x, y]) => `${x}→${y}`).join(' ')
        : one.kind === 'steps'
          ? `${one.low}..${one.high} by ${one.by}`
          : 'stays',
    );
    const where = given.map(([other, { kind, ...at }]) => {
      expect([kind, at]).toEqual(['same', { segments: [{ low: 1n, high: 1n }] }]);
      return `where ${ground.plan.inputs[other]?.sub} is there`;
    });
    return [`${subject}${sub === undefined ? '' : ` (${sub})`}: ${steps.join(', ')}`, ...where].join(' ');
  });
}

const EVENT = 'none: allowed, range: [2025-08-29, 2025-09-04]';
const RECENT = 'recent: it, up_to: { 10 days: 5 }, otherwise: 0';
const COLOURS = 'of: [a, b, c, d]';

describe('harder by one step', () => {
  test.each<readonly [string, readonly string[]]>([
    ['{ type: flag, worse: if_true }', ['it: 0→1']],
    ['{ type: flag, worse: if_false }', ['it: 1→0']],
    ['{ type: flag, worse: none }', []],
    ['{ type: flag, none: allowed, worse: if_true }', ['it: 0→1, 2→0']],
    ['{ type: flag, none: allowed, worse: if_false }', ['it: 1→0, 2→1']],
    [`{ type: choice, ${COLOURS}, worse: listed }`, ['it: 0→1 1→2 2→3']],
    [`{ type: choice, ${COLOURS}, worse: [d, b, a] }`, ['it: 3→1 1→0']],
    [`{ type: choice, ${COLOURS}, worse: none }`, []],
    // What does not exist is the easy end.
    [`{ type: choice, ${COLOURS}, none: allowed, worse: listed }`, ['it: 0→1 1→2 2→3, 4→0']],
    [`{ type: choice, ${COLOURS}, none: allowed, worse: [d, b, a] }`, ['it: 3→1 1→0, 4→3']],
    ['{ type: number, unit: point, range: [0, 9], worse: higher }', ['it: 0..8 by 1']],
    ['{ type: number, unit: point, range: [0, 9], worse: lower }', ['it: 1..9 by -1']],
    ['{ type: number, unit: point, range: [0, 9], worse: none }', []],
    ['{ type: number, unit: point, range: [2, 3], step: 0.5, worse: higher }', ['it: 0..1 by 1']],
    ['{ type: number, unit: point, range: [0, 9], none: allowed, worse: higher }', ['it: 0..8 by 1, 10→0']],
    ['{ type: number, unit: point, range: [0, 9], none: allowed, worse: lower }', ['it: 1..9 by -1, 10→9']],
    ['{ type: date, range: [2025-09-01, 2025-09-05], worse: later }', ['it: 0..3 by 1']],
    ['{ type: date, range: [2025-09-01, 2025-09-05], worse: earlier }', ['it: 1..4 by -1']],
    ['{ type: several, of: [fire, flood], worse: more }', ['it.fire (fire): 0→1', 'it.flood (flood): 0→1']],
    ['{ type: several, of: [fire, flood], worse: fewer }', ['it.fire (fire): 1→0', 'it.flood (flood): 1→0']],
    ['{ type: several, of: [fire, flood], worse: none }', []],
    [
      '{ type: people, size: [1, 3], worse: more, of: { ill: { type: flag, worse: if_true }, kin: { type: choice, of: [near, far], worse: none } } }',
      ['it (2): 0→1', 'it.ill (1.ill): 0→1 where 1 is there'],
    ],
    [
      '{ type: people, size: [0, 2], worse: fewer, of: { pay: { type: number, unit: point, range: [0, 5], none: allowed, worse: lower } } }',
      ['it (1): 1→0', 'it.pay (1.pay): 1..5 by -1, 6→5 where 1 is there'],
    ],
    ['{ type: people, size: [2, 2], worse: more, of: { ill: { type: flag, worse: none } } }', []],
    [
      '{ type: people, size: [0, 2], worse: none, of: { ill: { type: flag, worse: if_false } } }',
      ['it.ill (1.ill): 1→0 where 1 is there'],
    ],
  ])('%s', (text, expected) => expect(movesIn(text)).toEqual(expected));

  test.each([
    ['none: allowed, range: [2025-08-01, 2025-08-10]', ['it: 0..8 by 1, 10→0']],
    ['range: [2025-08-30, 2025-09-01]', ['it: 0..1 by 1']],
    ['range: [2025-08-30, 2025-09-02]', ['it: 0..1 by 1']],
    ['none: allowed, range: [2025-09-01, 2025-09-09]', ['it: 9→0']],
    ['none: allowed, range: [2025-09-02, 2025-09-09]', []],
  ])('an event from today on back, %s', (range, expected) =>
    expect(movesIn(`{ type: date, ${range}, worse: later }`, RECENT)).toEqual(expected),
  );

  test('an event is not still to come', () =>
    expect(movesIn(`{ type: date, ${EVENT}, worse: later }`, RECENT)).toEqual(['it: 0..2 by 1, 7→0']));
});

test('a fact states a direction, or something of it does', () => {
  const states = (text: string): boolean => hasDirection(groundWith(text).fact);
  expect(states('{ type: flag, worse: if_true }')).toBe(true);
  expect(states('{ type: flag, worse: none }')).toBe(false);
  const people = (worse: string, own: string): boolean =>
    states(
      `{ type: people, size: [0, 2], worse: ${worse}, of: { ill: { type: flag, worse: ${own} }, old: { type: flag, worse: none } } }`,
    );
  expect([people('more', 'none'), people('none', 'if_true'), people('none', 'none')]).toEqual([
    true,
    true,
    false,
  ]);
});

describe('the easiest of', () => {
  test.each<readonly [string, unknown]>([
    ['{ type: flag, worse: if_true }', false],
    ['{ type: flag, worse: if_false }', true],
    ['{ type: flag, worse: none }', false],
    [`{ type: choice, ${COLOURS}, worse: listed }`, 'a'],
    [`{ type: choice, ${COLOURS}, worse: [d, b, a] }`, 'd'],
    [`{ type: choice, ${COLOURS}, worse: none }`, 'a'],
    [`{ type: choice, ${COLOURS}, none: allowed, worse: [c, b] }`, 'c'],
    ['{ type: number, unit: point, range: [-2, 9], step: 0.5, worse: higher }', '-2'],
    ['{ type: number, unit: point, range: [-2, 9.5], step: 0.5, worse: lower }', '9.5'],
    ['{ type: number, unit: point, range: [1, 9], worse: none }', '1'],
    ['{ type: number, unit: point, range: [1, 9], none: allowed, worse: lower }', '9'],
    ['{ type: date, range: [2025-09-01, 2025-09-05], worse: later }', '2025-09-01'],
    ['{ type: date, range: [2025-08-01, 2025-09-05], worse: earlier }', '2025-09-05'],
    ['{ type: several, of: [fire, flood], worse: more }', []],
    ['{ type: several, of: [fire, flood], worse: fewer }', ['fire', 'flood']],
    [
      '{ type: people, size: [1, 3], worse: more, of: { ill: { type: flag, worse: if_false }, kin: { type: choice, of: [near, far], worse: [far, near] }, pay: { type: number, unit: CNY, range: [0, 5], worse: lower } } }',
      { complete: true, list: [{ ill: true, kin: 'far', pay: '5' }] },
    ],
  ])('%s', (text, expected) => {
    const { ground } = groundWith(text);
    const [first, second] = positionsOf(View.of(ground, new Map(), FINE));
    expect(second).toEqual(first);
    expect(studentAt(ground, first).facts).toEqual({ before: false, it: expected });
    for (const [input, at] of first.entries()) expect(easiestOf(ground, input)).toBe(at);
  });

  test('an event: the latest that can have been, or the first', () => {
    const easiest = (worse: string): unknown => {
      const { ground } = groundWith(`{ type: date, ${EVENT}, worse: ${worse} }`, RECENT);
      return studentAt(ground, positionsOf(View.of(ground, new Map(), FINE))[0]).facts?.it;
    };
    expect([easiest('earlier'), easiest('later')]).toEqual(['2025-09-01', '2025-08-29']);
    const { ground } = groundWith(
      '{ type: date, none: allowed, range: [2025-09-02, 2025-09-09], worse: later }',
      RECENT,
    );
    expect(studentAt(ground, positionsOf(View.of(ground, new Map(), FINE))[0]).facts?.it).toBe('none');
  });

  test('what is left, where the easiest is not', () => {
    const { ground } = groundWith('{ type: number, unit: point, range: [0, 9], worse: lower }');
    const input = ground.inputOf('fact', 'it');
    const easiest = (low: bigint, high: bigint): unknown => {
      const view = View.of(ground, new Map([[input, { kind: 'same', segments: [{ low, high }] }]]), FINE);
      return studentAt(ground, positionsOf(view)[0]).facts?.it;
    };
    expect([easiest(3n, 9n), easiest(3n, 8n), easiest(9n, 9n), easiest(4n, 4n)]).toEqual([
      '9',
      '3',
      '9',
      '4',
    ]);
  });
});

describe('a student is written as a caller writes one', () => {
  const at = (text: string, position: bigint): unknown => {
    const { ground } = groundWith(text);
    const input = ground.inputOf('fact', 'it');
    const positions = ground.plan.inputs.map((_, i) => (i === input ? position : 0n));
    return studentAt(ground, positions).facts?.it;
  };
  test.each<readonly [string, bigint, unknown]>([
    ['{ type: number, unit: point, range: [-2, 9], step: 0.25, worse: higher }', 5n, '-0.75'],
    ['{ type: number, unit: point, range: [0, 9], none: allowed, worse: higher }', 10n, 'none'],
    ['{ type: number, unit: point, range: [0, 9], none: allowed, worse: higher }', 9n, '9'],
    [`{ type: choice, ${COLOURS}, none: allowed, worse: listed }`, 4n, 'none'],
    [`{ type: choice, ${COLOURS}, none: allowed, worse: listed }`, 3n, 'd'],
    ['{ type: date, none: allowed, range: [2025-09-01, 2025-09-05], worse: later }', 5n, 'none'],
    ['{ type: date, none: allowed, range: [2025-09-01, 2025-09-05], worse: later }', 2n, '2025-09-03'],
    ['{ type: flag, none: allowed, worse: if_true }', 2n, 'none'],
    ['{ type: flag, none: allowed, worse: if_true }', 1n, true],
  ])('%s at %s', (text, position, expected) => expect(at(text, position)).toEqual(expected));
});

test('of the enrolment is said what the file takes from there, by the names that it has for it; grades as numbers', () => {
  const read = readRules(`format: 1
scheme: xx-enrolled
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  stage: { type: choice, of: [primary, junior], origin: enrolment, worse: none }
  setting: { type: choice, of: [ordinary, home], worse: none }
  grade: { type: number, unit: 1, range: [2, 6], origin: enrolment, worse: none }
  boarder: { type: flag, origin: enrolment, worse: none }
  campus: { type: choice, of: [north, south], origin: enrolment, worse: none }
  checked: { type: flag, by: [teacher, office], worse: if_false }
score: { parts: { p: { when: boarder, points: 5 } } }
tiers: [{ id: general, from: 5 }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const ground = groundOf(read.value, '2025-09-01') as Ground;
  const student = studentAt(ground, positionsOf(View.of(ground, new Map(), FINE))[0]);
  expect(student.enrolments).toEqual([{ school: '990001', stage: 'primary', grade: 2, boarder: false }]);
  expect(student.facts).toEqual({ setting: 'ordinary', campus: 'north' });
  expect(student.decisions).toEqual([
    { kind: 'fact', fact: 'checked', value: true, by: 'teacher', on: '2025-09-01', because: 'check' },
  ]);
  expect(student).not.toHaveProperty('papers');
  expect(student).not.toHaveProperty('given');
  expect(studentAt(ground, positionsOf(View.of(ground, new Map(), FINE))[0], 'general').given).toEqual({
    tier: 'general',
  });
});
