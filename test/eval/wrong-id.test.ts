import { expect, test } from 'vitest';
import { parentsOf, siblingsOf, twinOf } from '../../fixtures/corruption/person.js';
import { PARENTS_ID, WRONG_ID } from '../../fixtures/corruption/wrong-id.js';
import { passes } from '../../fixtures/generator/identifiers.js';
import { CITY, type Says, samplesOf, untrue } from './sample.js';

const everybody = new Map(CITY.homes.flatMap(({ members }) => members).map((person) => [person.id, person]));

const SAYS: Readonly<Record<string, Says>> = {
  idBlank: ({ cells }) => ['', ' ', '无', '/'].includes(cells.id),
  idOfSibling: ({ person, cells }) => {
    const of = everybody.get(cells.id);
    const twin = twinOf(person);
    return (
      of !== undefined &&
      (twin === undefined || twin.id === '' ? siblingsOf(person).includes(of) : of === twin)
    );
  },
  idUnrelated: ({ person, cells }) => {
    const of = everybody.get(cells.id);
    return of?.role === 'child' && of.home !== person.home && of.name !== person.name;
  },
  idReissuedDivision: ({ person, cells }) =>
    passes(cells.id) &&
    cells.id.slice(6, 17) === person.id.slice(6, 17) &&
    cells.id.slice(0, 6) !== person.id.slice(0, 6),
  idReissuedDate: ({ person, cells }) =>
    passes(cells.id) &&
    cells.id.slice(0, 6) + cells.id.slice(14, 17) === person.id.slice(0, 6) + person.id.slice(14, 17) &&
    cells.id.slice(6, 14) !== person.id.slice(6, 14),
  idOfParent: ({ person, cells }) => parentsOf(person).some(({ id }) => id === cells.id),
};

test('every operator is described', () => {
  expect([...WRONG_ID, PARENTS_ID].map(({ id }) => id)).toEqual(Object.keys(SAYS));
});

test.each([...WRONG_ID, PARENTS_ID])('$id does what it says', (operator) => {
  const samples = samplesOf(operator);
  expect(samples.length).toBeGreaterThan(100);
  expect(untrue(samples, SAYS[operator.id] ?? (() => false))).toEqual([]);
  for (const { person, cells } of samples) {
    expect(cells.id).not.toBe(person.id);
    expect(cells.id).toMatch(/^(99[0-9]{15}[0-9X]| ?|无|\/)$/);
    expect([cells.name, cells.idNotText]).toEqual([person.name, false]);
  }
});
