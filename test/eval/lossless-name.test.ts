import { expect, test } from 'vitest';
import { LOSSLESS_NAME } from '../../fixtures/corruption/lossless-name.js';
import { nameForms } from '../../src/roster/index.js';
import { differing, type Says, samplesOf, untrue } from './sample.js';

const oneShape: Says = ({ person, cells }) => differing(person.name, cells.name) === 1;

const SAYS: Readonly<Record<string, Says>> = {
  nameSpace: ({ person, cells }) => cells.name.replace(/\s/gu, '') === person.name,
  nameZeroWidth: ({ person, cells }) =>
    cells.name.replace(/\p{Default_Ignorable_Code_Point}/gu, '') === person.name,
  nameCompatibility: (sample) =>
    oneShape(sample) && sample.cells.name.normalize('NFC') === sample.person.name,
  nameKangxi: (sample) => oneShape(sample) && sample.cells.name.normalize('NFKC') === sample.person.name,
  nameRadical: (sample) => oneShape(sample) && /[\u{2E80}-\u{2EFF}]/u.test(sample.cells.name),
  namePrivateUse: (sample) => oneShape(sample) && /\p{Co}/u.test(sample.cells.name),
  nameTraditional: oneShape,
  nameDot: (sample) =>
    oneShape(sample) && sample.person.name.includes('·') && !sample.cells.name.includes('·'),
  nameRemark: ({ person, cells }) =>
    cells.name.startsWith(person.name) && /[（(【[].+[）)】\]]$/u.test(cells.name),
  nameNumber: ({ person, cells }) =>
    cells.name.normalize('NFKC').replace(/^[0-9]+[.、]|[0-9]$/gu, '') === person.name,
};

test('every operator is described', () => {
  expect(LOSSLESS_NAME.map(({ id }) => id)).toEqual(Object.keys(SAYS));
});

test.each(LOSSLESS_NAME)('$id does what it says and leaves the same name', (operator) => {
  const samples = samplesOf(operator);
  expect(samples.length).toBeGreaterThan(10);
  expect(untrue(samples, SAYS[operator.id] ?? (() => false))).toEqual([]);
  for (const { person, cells } of samples) {
    expect(cells.name).not.toBe(person.name);
    expect([cells.id, cells.idNotText]).toEqual([person.id, false]);
    const [was, is] = [nameForms(person.name), nameForms(cells.name)];
    expect({ n2: is.n2, certain: is.certain }).toEqual({ n2: was.n2, certain: true });
  }
});
