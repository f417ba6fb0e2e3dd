import { expect, test } from 'vitest';
import { SINGLE_CLASSES } from '../../fixtures/corruption/classes.js';
import { DOUBLE_GROUPS, doubleOf } from '../../fixtures/corruption/double.js';
import { damagesId } from '../../fixtures/corruption/operator.js';
import { diceFor } from '../../fixtures/corruption/person.js';
import { CITY, samplesOf } from './sample.js';

test('there are 54 classes of a single error, and the parent’s ID is none of them', () => {
  expect(SINGLE_CLASSES).toHaveLength(54);
  const ids = SINGLE_CLASSES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(54);
  expect(ids).not.toContain('idOfParent');
});

test.each(SINGLE_CLASSES)('$id is a pure function of the person and the dice', (operator) => {
  expect(samplesOf(operator)).toEqual(samplesOf(operator));
});

test('every ID operator with every name operator stands in exactly one group of double errors', () => {
  const ids = SINGLE_CLASSES.filter(damagesId);
  const names = SINGLE_CLASSES.filter((operator) => !damagesId(operator));
  const expected = ids.flatMap((id) => names.map((name) => doubleOf(id, name).id));
  const grouped = DOUBLE_GROUPS.filter(({ id }) => id !== 'twoEdits+name')
    .flatMap(({ pairs }) => pairs)
    .map(({ id }) => id);
  expect(grouped.sort()).toEqual(expected.sort());
});

test('a double error is the one and the other', () => {
  for (const { pairs } of DOUBLE_GROUPS)
    for (const pair of pairs.slice(0, 3))
      CITY.students.slice(0, 100).forEach((person, i) => {
        const both = pair.apply(person, diceFor(7, pair.id, i));
        if (both === null) return;
        // The ID operator throws first, so the same dice give its cell again.
        const first = pair.onId.apply(person, diceFor(7, pair.id, i));
        expect([both.id, both.idNotText]).toEqual([first?.id, first?.idNotText]);
        expect(both.name).not.toBe(person.name);
      });
});
