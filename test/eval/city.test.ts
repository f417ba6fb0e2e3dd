import { expect, test } from 'vitest';
import { makeCity } from '../../fixtures/corruption/city.js';
import { cityRows } from '../../fixtures/corruption/city-rows.js';
import { SINGLE_CLASSES } from '../../fixtures/corruption/classes.js';
import { SHARE } from '../../fixtures/corruption/operator.js';
import { twinOf } from '../../fixtures/corruption/person.js';
import { POPULATION, STUDENT_SHARE } from '../../fixtures/corruption/population.js';
import { SUBGROUPS, subgroupsOf } from '../../fixtures/corruption/subgroups.js';
import { passes } from '../../fixtures/generator/identifiers.js';
import { CITY, differing } from './sample.js';

const city = makeCity(3, 4000);
const everybody = city.homes.flatMap(({ members }) => members);

test('the same seed gives the same city, another seed another one', () => {
  const names = (seed: number): readonly string[] =>
    makeCity(seed, 200).students.map(({ name, id }) => name + id);
  expect(names(1)).toEqual(names(1));
  expect(names(2)).not.toEqual(names(1));
});

test('every ID is artificial, passes its check and is one person’s', () => {
  const ids = everybody.map(({ id }) => id).filter((id) => id !== '');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !passes(id) || !id.startsWith('99'))).toEqual([]);
  expect(new Set(city.students.map(({ student }) => student?.key)).size).toBe(city.students.length);
});

test('nine deliveries in a thousand give twins, whose numbers stand side by side', () => {
  const born = city.students.filter(({ adversary }) => !adversary);
  const twins = born.filter(({ twin }) => twin);
  // Two of 1009 children born by a thousand deliveries and nine more: about 18 in a thousand.
  expect(twins.length * 1000).toBeGreaterThan(10 * born.length);
  expect(twins.length * 1000).toBeLessThan(27 * born.length);
  for (const person of twins) {
    const other = twinOf(person);
    if (other === undefined || person.id === '' || other.id === '') continue;
    expect(person.id.slice(0, 14)).toBe(other.id.slice(0, 14));
    expect(differing(person.id, other.id)).toBeLessThanOrEqual(4);
    expect(person.name).not.toBe(other.name);
  }
});

test.each(SUBGROUPS)('there are children of the subgroup %s', (subgroup) => {
  const members = CITY.students.filter((person) => subgroupsOf(person).includes(subgroup));
  expect(members.length).toBeGreaterThan(12);
});

const rows = cityRows(city);
const students = rows.filter(({ person }) => person.student !== undefined);

test('every student is on the lists once, and the others are there in their shares', () => {
  expect(new Set(students.map(({ person }) => person)).size).toBe(city.students.length);
  expect(students).toHaveLength(city.students.length);
  for (const { id, share } of POPULATION) {
    const count = rows.filter(({ damage, person }) => person.student === undefined && damage === id).length;
    expect(count, id).toBe(Math.trunc((city.students.length * share) / STUDENT_SHARE));
  }
});

test('each family strikes at its rate, and its rows stand in few files', () => {
  const familyOf = new Map(SINGLE_CLASSES.map(({ id, family }) => [id, family]));
  const files = new Set(rows.map(({ file }) => file)).size;
  for (const family of ['losslessId', 'lossyId', 'excel', 'losslessName', 'lossyName'] as const) {
    const struck = students.filter(({ damage }) => familyOf.get(damage) === family);
    const rate = (struck.length * 100_000) / students.length;
    // A rounding for each operator, and rare characters that too few people have.
    expect(rate, family).toBeGreaterThan(SHARE[family] * 0.8);
    expect(rate, family).toBeLessThan(SHARE[family] * 1.2);
    const whole = family === 'excel' || family === 'losslessId';
    const where = new Set(struck.map(({ file }) => file)).size;
    if (whole) expect(where, family).toBeLessThan(Math.max(8, files / 5));
  }
});
