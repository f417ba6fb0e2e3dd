import { expect, test } from 'vitest';
import { diceFor } from '../../fixtures/corruption/person.js';
import { POPULATION, STUDENT_SHARE } from '../../fixtures/corruption/population.js';
import { ageOn } from '../../fixtures/generator/dates.js';
import { passes } from '../../fixtures/generator/identifiers.js';
import { CITY, differing } from './sample.js';

const everybody = CITY.homes.flatMap(({ members }) => members);
const [outsiders, adults, typo, outside] = POPULATION;

test('the shares are those of the model', () => {
  expect(POPULATION.map(({ id, share }) => [id, share])).toEqual([
    ['outsiders', 6],
    ['adults', 50],
    ['adultsWithTypo', 1],
    ['justOutside', 4],
  ]);
  expect(STUDENT_SHARE).toBe(39);
});

test('each population is of those whom it says, and none of them is a student', () => {
  const ages = (population: typeof outsiders): readonly number[] =>
    everybody
      .filter((person) => person.student === undefined && population?.isOne(person))
      .map(({ birth }) => ageOn(birth));
  expect(ages(outsiders).length).toBeGreaterThan(50);
  expect(ages(outsiders).every((age) => age >= 3 && age <= 24)).toBe(true);
  expect(ages(outside).length).toBeGreaterThan(20);
  expect(ages(outside).every((age) => age < 3 || (age > 24 && age < 30))).toBe(true);
  expect(ages(adults).length).toBeGreaterThan(500);
  expect(ages(adults).every((age) => age >= 35)).toBe(true);
  for (const population of POPULATION)
    expect(
      CITY.students.filter((person) => population.isOne(person) && population.id !== 'outsiders'),
    ).toEqual([]);
});

test('clean rows are clean, and a typo is one wrong digit', () => {
  const grown = everybody.filter((person) => adults?.isOne(person));
  for (const [i, person] of grown.entries()) {
    const dice = diceFor(7, 'typo', i);
    expect(adults?.apply(person, dice)).toEqual({ name: person.name, id: person.id, idNotText: false });
    const damaged = typo?.apply(person, dice).id ?? '';
    expect(differing(damaged, person.id)).toBe(1);
    expect(passes(damaged)).toBe(false);
  }
});
