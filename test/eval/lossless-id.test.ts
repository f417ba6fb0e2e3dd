import { expect, test } from 'vitest';
import { LOSSLESS_ID } from '../../fixtures/corruption/lossless-id.js';
import { isIdKey, readIdentifier } from '../../src/roster/index.js';
import { differing, type Says, samplesOf, untrue } from './sample.js';

const SAYS: Readonly<Record<string, Says>> = {
  idSpaces: ({ person, cells }) => cells.id.replace(/\s/gu, '') === person.id,
  idZeroWidth: ({ person, cells }) => cells.id.replace(/\p{Cf}/gu, '') === person.id,
  idBom: ({ person, cells }) => cells.id === `\u{FEFF}${person.id}`,
  idTab: ({ person, cells }) => cells.id.replace(/[\t\r]/g, '') === person.id,
  idApostrophe: ({ person, cells }) =>
    /^['"‘’][0-9]{17}[0-9X]"?$/.test(cells.id) && cells.id.includes(person.id),
  idLabel: ({ person, cells }) => cells.id.endsWith(person.id) && cells.id.length > 18,
  idFullWidth: ({ person, cells }) =>
    cells.id.normalize('NFKC') === person.id && differing(cells.id, person.id) === 18,
  idLowerX: ({ person, cells }) => cells.id === `${person.id.slice(0, 17)}x`,
  idTimesX: ({ person, cells }) => person.id.endsWith('X') && /^[0-9]{17}[×✕]$/u.test(cells.id),
  idCyrillicX: ({ person, cells }) =>
    person.id.endsWith('X') && /^[0-9]{17}[\u{425}\u{445}]$/u.test(cells.id),
  idStarX: ({ person, cells }) => person.id.endsWith('X') && /^[0-9]{17}\*$/.test(cells.id),
  idLetterO: ({ person, cells }) => cells.id.replace(/[Oo〇○О]/u, '0') === person.id,
  idLetterL: ({ person, cells }) => cells.id.replace(/[lI|i]/, '1') === person.id,
  idStudentNumber: ({ person, cells }) => cells.id === `G${person.id}`,
  idDisability: ({ person, cells }) => /^[1-7][1-4](B1)?$/.test(cells.id.replace(person.id, '')),
};

test('every operator is described', () => {
  expect(LOSSLESS_ID.map(({ id }) => id)).toEqual(Object.keys(SAYS));
});

test.each(LOSSLESS_ID)('$id does what it says and loses nothing', (operator) => {
  const samples = samplesOf(operator);
  expect(samples.length).toBeGreaterThan(10);
  expect(untrue(samples, SAYS[operator.id] ?? (() => false))).toEqual([]);
  for (const { person, cells } of samples) {
    expect(cells.id).not.toBe(person.id);
    expect([cells.name, cells.idNotText]).toEqual([person.name, false]);
    const readings = readIdentifier({ text: cells.id }, { y: 2025, m: 10, d: 10 }).readings;
    const back = readings.filter((reading) => isIdKey(reading) && reading.text === person.id);
    expect(back.map(({ valid }) => valid)).toEqual([true]);
    // An ID that ends in three zeros is never relied on: a spreadsheet may have written them, but no student number.
    const zeros = person.id.endsWith('000') && operator.id !== 'idStudentNumber';
    expect(back.map(({ exact }) => exact)).toEqual([!zeros]);
  }
});
