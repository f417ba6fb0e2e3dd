import { expect, test } from 'vitest';
import { EXCEL } from '../../fixtures/corruption/excel.js';
import { type Says, samplesOf, untrue } from './sample.js';

const near = (text: string, id: string): boolean => {
  const apart = BigInt(text) - BigInt(id);
  return apart >= -128n && apart <= 128n;
};

const SAYS: Readonly<Record<string, Says>> = {
  excelZeros: ({ person, cells }) => cells.id === `${person.id.slice(0, 15)}000` && !cells.idNotText,
  // A double has 53 bits, so that numbers of this size are 64 or 128 apart; written short they may be 50 more.
  excelDouble: ({ person, cells }) =>
    Number(cells.id) === Number(person.id) && near(cells.id, person.id) && !cells.idNotText,
  excelNumberCell: ({ cells }) => /^[0-9]{18}$/.test(cells.id) && cells.idNotText,
  excelScientific15: ({ person, cells }) =>
    cells.id === `${person.id.slice(0, 1)}.${person.id.slice(1, 15)}E+17` && !cells.idNotText,
  excelScientific6: ({ person, cells }) =>
    cells.id === `${person.id.slice(0, 1)}.${person.id.slice(1, 6)}E+17` && !cells.idNotText,
};

test('every operator is described', () => {
  expect(EXCEL.map(({ id }) => id)).toEqual(Object.keys(SAYS));
});

test.each(EXCEL)('$id does what it says, to numbers only', (operator) => {
  const samples = samplesOf(operator);
  expect(samples.length).toBeGreaterThan(100);
  expect(untrue(samples, SAYS[operator.id] ?? (() => false))).toEqual([]);
  for (const { person, cells } of samples) {
    expect(person.id).toMatch(/^[0-9]{18}$/);
    expect(cells.name).toBe(person.name);
  }
});

test('nearly every double differs from the ID, and both ways of writing it come up', () => {
  const double = EXCEL[1];
  if (double === undefined) throw new Error('no operator');
  const ends = samplesOf(double).map(({ cells }) => cells.id.endsWith('00'));
  expect(ends.filter((short) => short).length).toBeGreaterThan(50);
  expect(ends.filter((short) => !short).length).toBeGreaterThan(50);
});
