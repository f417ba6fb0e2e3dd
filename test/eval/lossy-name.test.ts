import { expect, test } from 'vitest';
import { LOSSY_NAME } from '../../fixtures/corruption/lossy-name.js';
import { soundOf } from '../../fixtures/corruption/sounds.js';
import { nameForms } from '../../src/roster/index.js';
import { differing, oneLess, type Says, samplesOf, untrue } from './sample.js';

const changedAt = (a: string, b: string): number => [...a].findIndex((sign, i) => sign !== [...b][i]);

const SAYS: Readonly<Record<string, Says>> = {
  nameHomophone: ({ person, cells }) => {
    const at = changedAt(person.name, cells.name);
    const [was = '', is = ''] = [[...person.name][at], [...cells.name][at]];
    return differing(person.name, cells.name) === 1 && soundOf(was) !== null && soundOf(was) === soundOf(is);
  },
  nameCharacter: ({ person, cells }) =>
    differing(person.name, cells.name) === 1 && changedAt(person.name, cells.name) > 0,
  nameSurname: ({ person, cells }) =>
    differing(person.name, cells.name) === 1 && changedAt(person.name, cells.name) === 0,
  nameDropped: ({ person, cells }) => oneLess(cells.name, person.name),
  nameInserted: ({ person, cells }) => oneLess(person.name, cells.name),
  nameSwapped: ({ person, cells }) =>
    differing(person.name, cells.name) === 2 &&
    [...person.name].sort().join('') === [...cells.name].sort().join(''),
  // Behind two characters and more a bracket reads as a remark; the name is another one then, and certain.
  namePlaceholder: ({ cells }) =>
    cells.name.includes('(韦华)') || (/[?□〓⿰\u{FFFD}]/u.test(cells.name) && !nameForms(cells.name).certain),
  namePinyin: ({ cells }) => /^[^a-z]+[a-z]+[^a-z]*$/u.test(cells.name),
  nameTruncated: ({ person, cells }) =>
    person.name.startsWith(cells.name) && [...cells.name].length >= 4 && person.name.includes('·'),
  nameDotDropped: ({ person, cells }) => person.name.replace('·', '') === cells.name,
  nameRenamed: ({ cells }) => cells.name.length > 1,
  nameBlank: ({ cells }) => cells.name.trim() === '',
};

test('every operator is described', () => {
  expect(LOSSY_NAME.map(({ id }) => id)).toEqual(Object.keys(SAYS));
});

test.each(LOSSY_NAME)('$id does what it says', (operator) => {
  const samples = samplesOf(operator);
  expect(samples.length).toBeGreaterThan(20);
  expect(untrue(samples, SAYS[operator.id] ?? (() => false))).toEqual([]);
  for (const { person, cells } of samples) {
    expect(cells.name).not.toBe(person.name);
    expect([cells.id, cells.idNotText]).toEqual([person.id, false]);
    // The dot is no part of what is compared; everything else that is lost changes the name.
    expect(nameForms(cells.name).n2 === nameForms(person.name).n2).toBe(operator.id === 'nameDotDropped');
  }
});
