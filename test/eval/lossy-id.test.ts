import { expect, test } from 'vitest';
import { LOSSY_ID, TWO_SUBSTITUTIONS } from '../../fixtures/corruption/lossy-id.js';
import { passes } from '../../fixtures/generator/identifiers.js';
import { differing, oneLess, type Says, samplesOf, untrue } from './sample.js';

/** The places at which the two differ. */
const places = (a: string, b: string): readonly number[] =>
  [...a].flatMap((sign, i) => (sign === b[i] ? [] : [i]));

const exchangedAt = (a: string, b: string, apart: number): boolean => {
  const [first = -1, second = -1, ...more] = places(a, b);
  return more.length === 0 && second - first === apart && a[first] === b[second] && a[second] === b[first];
};

const SAYS: Readonly<Record<string, Says>> = {
  idSubstituted: ({ person, cells }) => differing(person.id, cells.id) === 1 && !passes(cells.id),
  idTransposed: ({ person, cells }) => exchangedAt(person.id, cells.id, 1) && !passes(cells.id),
  idJump: ({ person, cells }) => exchangedAt(person.id, cells.id, 2) && !passes(cells.id),
  idOmitted: ({ person, cells }) => cells.id.length === 17 && oneLess(cells.id, person.id),
  idDoubled: ({ person, cells }) =>
    cells.id.length === 19 && oneLess(person.id, cells.id) && /(.)\1/.test(cells.id),
  idInserted: ({ person, cells }) => cells.id.length === 19 && oneLess(person.id, cells.id),
  idMonthDay: ({ person, cells }) =>
    cells.id.slice(10, 12) === person.id.slice(12, 14) &&
    cells.id.slice(12, 14) === person.id.slice(10, 12) &&
    cells.id.slice(0, 10) + cells.id.slice(14) === person.id.slice(0, 10) + person.id.slice(14),
};

test('every operator is described', () => {
  expect(LOSSY_ID.map(({ id }) => id)).toEqual(Object.keys(SAYS));
});

test.each(LOSSY_ID)('$id does what it says', (operator) => {
  const samples = samplesOf(operator);
  expect(samples.length).toBeGreaterThan(100);
  expect(untrue(samples, SAYS[operator.id] ?? (() => false))).toEqual([]);
  for (const { person, cells } of samples) {
    expect(cells.id).not.toBe(person.id);
    expect(cells.id.slice(0, 2)).toBe('99');
    expect([cells.name, cells.idNotText]).toEqual([person.name, false]);
  }
});

test('the substitutions reach every place behind the first two', () => {
  const reached = new Set(
    samplesOf(LOSSY_ID[0] ?? TWO_SUBSTITUTIONS).flatMap(({ person, cells }) => places(person.id, cells.id)),
  );
  expect([...reached].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 2));
});

test('two substitutions are two', () => {
  const samples = samplesOf(TWO_SUBSTITUTIONS);
  expect(samples.length).toBeGreaterThan(100);
  expect(untrue(samples, ({ person, cells }) => differing(person.id, cells.id) === 2)).toEqual([]);
});
