import { describe, expect, test } from 'vitest';
import { find, refusedOf, rulesOf, text } from './linking.js';

// No figure may need more than 240 digits, so that the reference arithmetic is exact: one more is refused.

const power = (zeros: number): string => `1${'0'.repeat(zeros)}`;
const TOO_MANY = { what: 'digits', most: 240 };

/** `g` has 40 digits, six of them 235; `k` reaches as far as is said. */
const facts = (k: string, unit = '"1"'): string =>
  `facts: { yes: { type: flag }, no: { type: flag }, g: { type: number, unit: "1", range: [0, ${power(39)}] }, k: { type: number, unit: ${unit}, ${k} } }`;
const SIX = 'g * g * g * g * g * g';

describe('a product', () => {
  test.each([
    [`range: [0, ${power(5)}]`, 0],
    [`range: [0, ${power(6)}]`, 1],
    [`range: [-${power(5)}, 0]`, 0],
    [`range: [-${power(6)}, 0]`, 1],
    // Each place behind the point is a digit too.
    [`range: [0, ${power(4)}], step: 0.1`, 0],
    [`range: [0, ${power(5)}], step: 0.1`, 1],
    [`range: [0, ${power(3)}], step: 0.01`, 0],
    [`range: [0, ${power(4)}], step: 0.01`, 1],
  ])('of 235 digits and %s', (k, refused) => {
    const found = refusedOf(`${facts(k)}\nfigures: { x: "${SIX} * k" }`);
    expect(found).toEqual(refused === 0 ? [] : [['rules.limit', 'figures.x', TOO_MANY]]);
  });

  test('and a quotient: the digits of both, and of the divisor', () => {
    const over = (divisor: string) =>
      refusedOf(`${facts(`range: ${divisor}`)}\nfigures: { x: "${SIX} / k" }`).map(([code]) => code);
    expect(over(`[1, ${power(4)}]`)).toEqual([]);
    expect(over(`[1, ${power(5)}]`)).toEqual(['rules.limit']);
    expect(over(`[-${power(4)}, -1]`)).toEqual([]);
    expect(over(`[-${power(5)}, -1]`)).toEqual(['rules.limit']);
  });

  test('and a sum, and what rounding or a schedule makes of it', () => {
    const made = (formula: string, k: string) =>
      refusedOf(
        `${facts(k, 'CNY')}\nschedules: { s: { unit: CNY, up_to: { 10: 0.125 }, otherwise: 1 } }\nfigures: { x: "${formula}" }`,
      ).map(([code]) => code);
    const wide = `range: [0, ${power(5)}], step: 1`;
    expect(made(`${SIX} * k`, wide)).toEqual([]);
    expect(made(`${SIX} * k + ${SIX} * k`, wide)).toEqual([]);
    expect(made(`10 * (${SIX} * k)`, wide)).toEqual(['rules.limit']);
    expect(made(`round(${SIX} * k, 1, up)`, wide)).toEqual([]);
    expect(made(`round(${SIX} * k, 0.1, up)`, wide)).toEqual(['rules.limit']);
    // The schedule has three places of its own.
    expect(made(`marginal(s, ${SIX} * k)`, `range: [0, ${power(2)}], step: 1`)).toEqual([]);
    expect(made(`marginal(s, ${SIX} * k)`, `range: [0, ${power(3)}], step: 1`)).toEqual(['rules.limit']);
  });
});

test('what goes over people: their digits together', () => {
  const over = (wide: string, size: string) =>
    refusedOf(
      `facts: { g: { type: number, unit: "1", range: [0, ${power(39)}] }, family: { type: people, size: [0, ${size}], of: { k: { type: number, unit: "1", ${wide} } } } }\nfigures: { x: "sum(${SIX} * k of family)" }`,
    ).map(([code, path]) => [code, path]);
  expect(over(`range: [0, ${power(5)}]`, '9')).toEqual([]);
  expect(over(`range: [0, ${power(5)}]`, '10')).toEqual([['rules.limit', 'figures.x']]);
});

test('a figure of several values', () => {
  const sum = (count: number) =>
    refusedOf(
      `${facts(`range: [0, ${power(5)}]`)}\nfigures: { big: "${SIX} * k", x: { sum: [${Array.from({ length: count }, () => '{ when: yes, is: big }').join(', ')}] } }`,
    );
  expect(sum(9)).toEqual([]);
  expect(sum(10)).toEqual([['rules.limit', 'figures.x', TOO_MANY]]);
});

test('places are handed on by what has a name: a figure, a fact that counts as another, a cell, points', () => {
  const over = (name: string, zeros: number) =>
    refusedOf(`
facts:
  yes: { type: flag }
  g: { type: number, unit: "1", range: [0, ${power(39)}] }
  p: { type: number, unit: "1", range: [0, 10], step: 0.01 }
  q: { type: number, unit: "1", range: [0, 10], only_if: yes, none: 0.25 }
  k: { type: number, unit: "1", range: [0, ${power(zeros)}] }
parameters: { c: { unit: "1", dated: { 2020-01-01: 9.25, 2021-01-01: 10 } } }
tables: { t: { unit: "1", keys: [{ n: 1..2 }], rows: [9.25, 10] } }
figures: { f: p, x: "${SIX} * ${name} * k" }
score: { parts: { a: { points: "p * 1[point]" } } }
tiers: [{ id: hard, from: 5 }]`).map(([code, path]) => [code, path]);
  // 235 digits, one more for the ten, and two behind the point.
  for (const name of ['p', 'f', 'q', 'c', 't[2]', '(score.a / 1[point])']) {
    const less = name.startsWith('(') ? 1 : 0;
    expect(over(name, 2 - less), name).toEqual([]);
    expect(over(name, 3 - less), name).toEqual([['rules.limit', 'figures.x']]);
  }
});

describe('a part', () => {
  const part = (written: string, more = '') =>
    refusedOf(
      `${facts(`range: [0, ${power(4)}]`)}\nscore: { parts: { x: { points: "${SIX} * 1[point]", ${written} } }${more} }\ntiers: [{ id: hard, from: 5 }]`,
    );
  test.each([
    [`weight: ${power(5)}`, `weight: ${power(6)}`],
    [`weight: -${power(5)}`, `weight: -${power(6)}`],
    ['round: { step: 0.00001, mode: up }', 'round: { step: 0.000001, mode: up }'],
    [`at_least: 0.00001`, `at_least: 0.000001`],
  ])('%s, and one more: %s', (most, tooMuch) => {
    // The points themselves have 235.
    expect(part(most)).toEqual([]);
    expect(part(tooMuch)).toEqual([['rules.limit', 'score.parts.x', TOO_MANY]]);
  });

  test('and the score itself, with what is given to it', () => {
    expect(part('weight: 1', `, weight: ${power(5)}`)).toEqual([]);
    expect(part('weight: 1', `, weight: ${power(6)}`)).toEqual([['rules.limit', 'score', TOO_MANY]]);
  });
});

describe('what a part can come to', () => {
  const GROUND = `
evidence: { proof: {} }
facts:
  yes: { type: flag }
  n: { type: number, unit: point, range: [-4, 10] }
  f: { type: number, unit: point, range: [2, 9], step: 0.5 }
`;
  test.each<[string, string]>([
    ['points: n', '-4..10 0'],
    ['points: f', '2..9 1'],
    ['points: n, when: yes', '-4..10 0'],
    ['points: f, when: yes', '0..9 1'],
    ['points: f, evidence: { any_of: [proof], missing: ask }', '0..9 1'],
    ['points: f, evidence: { any_of: [proof], missing: note }', '2..9 1'],
    ['points: n, at_least: 1', '1..10 0'],
    ['points: n, at_least: -9.25', '-4..10 2'],
    ['points: n, at_least: 20', '20..20 0'],
    ['points: n, at_most: 5.5', '-4..5.5 1'],
    ['points: n, at_most: -7', '-7..-7 0'],
    ['points: n, at_least: 1.125, at_most: 5.5', '1.125..5.5 3'],
    ['points: n, weight: 50%', '-2..5 1'],
    ['points: n, weight: -0.25', '-2.5..1 2'],
    ['points: f, weight: 0.1, at_most: 5', '0.2..0.5 2'],
    ['points: f, weight: 0.1, at_most: 5, when: yes', '0..0.5 2'],
    ['points: f, round: { step: 1, mode: down }', '2..9 0'],
    ['points: f, weight: 1/3, round: { step: 0.01, mode: half_up }', '0.67..3 2'],
    ['points: f, weight: 1/3, round: { step: 0.25, mode: up }', '0.75..3 2'],
    ['points: "f / 3", round: { step: 5, mode: up }', '5..5 0'],
    ['points: f, at_least: 10/3, round: { step: 0.1, mode: down }', '3.3..9 1'],
    ['points: f, at_most: 10/3, round: { step: 0.1, mode: down }', '2..3.3 1'],
    ['each: 2, of: n', '-8..20 0'],
    ['each: 0.25, of: f', '0.5..2.25 3'],
    ['best_of: [{ when: yes, points: n }, { when: yes, points: f }]', '-4..10 1'],
    ['least_of: [{ when: yes, points: f }]', '0..9 1'],
    ['sum_of: [{ when: yes, points: n }, { when: yes, points: f }]', '-4..19 1'],
    ['top: 1, of: [{ when: yes, points: n }, { when: yes, points: f }]', '0..19 1'],
    ['first: [{ when: n > 3, points: n }, { otherwise: f }]', '2..10 1'],
    ['of: f, up_to: { 4: n, 6: 12.25 }, otherwise: 1', '-4..12.25 2'],
    ['parts: { a: { points: n }, b: { points: f } }', '-2..19 1'],
    ['take: best, parts: { a: { points: n }, b: { points: f } }', '2..10 1'],
    ['take: least, parts: { a: { points: n }, b: { points: f } }', '-4..9 1'],
    ['discretion: [2, 9], by: [r], undecided: ask', '2..9 0'],
    ['discretion: [2, 9], by: [r], undecided: 0', '0..9 0'],
    ['discretion: [2.25, 9.25], step: 0.5, by: [r], undecided: ask', '2.25..9.25 2'],
    ['discretion: [2, 9], step: 0.5, by: [r], undecided: ask', '2..9 1'],
  ])('%s', (part, expected) => {
    const { score } = rulesOf(`${GROUND}
score: { parts: { x: { ${part} } } }
tiers: [{ id: hard, from: 5 }]`);
    const x =
      score?.value.kind === 'section'
        ? find(
            score.value.parts.map((one) => ({ ...one, id: one.path })),
            'x',
          )
        : null;
    const { range, places, size } = x?.extent ?? {};
    expect(`${text(range?.low)}..${text(range?.high)} ${places}`).toBe(expected);
    expect(size).toBeLessThanOrEqual(places ?? -1);
  });

  test.each<[string, string]>([
    ['points: "f / 3"', ''],
    ['points: f, weight: 1/3', ''],
    ['points: f, at_least: 10/3', ''],
    ['points: f, at_most: 10/3', ''],
    ['points: f, round: { step: 1/3, mode: up }', ''],
    ['each: 1/3, of: f', ''],
    ['each: 1, of: "f / 3"', ''],
    ['best_of: [{ when: yes, points: n }, { when: yes, points: "f / 3" }]', ''],
    ['sum_of: [{ when: yes, points: n }, { when: yes, points: "f / 3" }]', ''],
    ['first: [{ when: n > 3, points: "n / 3" }, { otherwise: f }]', ''],
    ['discretion: [1/3, 4/3], by: [r], undecided: ask', ''],
    ['discretion: [0, 1], step: 1/3, by: [r], undecided: ask', ''],
    ['parts: { a: { points: n }, b: { points: f } }, weight: 1/7', ''],
  ])('stays no quotient: %s', (part) => {
    const found = refusedOf(`${GROUND}
score: { parts: { x: { ${part} } } }
tiers: [{ id: hard, from: 5 }]`);
    expect(found).toEqual([['rules.needsRounding', 'score.parts.x', { step: '0.01' }]]);
  });
});

describe('the range of a score', () => {
  const score = (more: string, route: string) => {
    const rules = rulesOf(`
facts: { a: { type: flag }, n: { type: number, unit: point, range: [2, 10] }, f: { type: number, unit: point, range: [1, 4], step: 0.5 } }
tiers: [{ id: hard, from: 5 }]
score: { parts: { x: { points: n }, y: { points: f }, z: { points: 100 } }${more}, routes: [{ id: r, when: a, ${route}, against_ordinary: best }] }`);
    const { range, places } = rules.score?.extent ?? {};
    return `${text(range?.low)}..${text(range?.high)} ${places}`;
  };

  test.each<[string, string, string]>([
    ['', 'base: 70, counts: []', '70..114 1'],
    ['', 'base: 170, counts: []', '103..170 1'],
    ['', 'base: 1.25, counts: [x]', '3.25..114 2'],
    ['', 'base: 200, counts: [x, y]', '103..214 1'],
    ['', 'base: -5, counts: [y]', '-4..114 1'],
    [', at_most: 60', 'base: 200, counts: [x]', '60..60 1'],
    [', at_most: 110', 'base: 1, counts: [x]', '3..110 1'],
    [', at_least: 20', 'base: 1, counts: [x]', '20..114 1'],
  ])('with a route%s: %s', (more, route, expected) => {
    expect(score(more, route)).toBe(expected);
  });
});
