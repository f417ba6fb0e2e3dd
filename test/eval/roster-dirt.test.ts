import { expect, test } from 'vitest';
import { rosterOf } from '../../fixtures/corruption/roster.js';
import { ROSTER_DIRT, soilRoster } from '../../fixtures/corruption/roster-dirt.js';
import { passes } from '../../fixtures/generator/identifiers.js';
import { CITY, differing } from './sample.js';

const clean = rosterOf(CITY.students, { guardianIds: true });
const { rows, dirt } = soilRoster(clean, CITY.students, 7);
const changed = rows.flatMap((row, i) => (row === clean[i] ? [] : [{ row, was: clean[i] }]));

test('the clean roster is the truth, and has no guardian IDs where it should not', () => {
  expect(clean).toHaveLength(CITY.students.length);
  expect(clean.every(({ id }) => id === '' || passes(id))).toBe(true);
  expect(
    clean.every(({ guardians }) => guardians.length === 2 && guardians.every(({ id }) => passes(id))),
  ).toBe(true);
  const without = rosterOf(CITY.students, { guardianIds: false });
  expect(without.every(({ guardians }) => guardians.every(({ id, name }) => id === '' && name !== ''))).toBe(
    true,
  );
});

test('as many rows are dirty as the model says, at least one of each kind', () => {
  const count = (kind: string): number => changed.filter(({ row }) => dirt.get(row.key) === kind).length;
  for (const [kind, share] of Object.entries(ROSTER_DIRT))
    expect(count(kind)).toBe(Math.max(1, Math.round((clean.length * share) / 100_000)));
});

test('each kind is what it says', () => {
  for (const { row, was } of changed) {
    if (was === undefined) throw new Error('no row');
    const kind = dirt.get(row.key);
    if (kind === 'badId') expect([differing(row.id, was.id), passes(row.id)]).toEqual([1, false]);
    if (kind === 'duplicateId') expect(rows.filter(({ id }) => id === row.id)).toHaveLength(2);
    if (kind === 'nameTypo') expect([row.id, differing(row.name, was.name)]).toEqual([was.id, 1]);
  }
});

test('the other holder of a copied ID is named too', () => {
  const holders = rows.filter(({ key }) => dirt.get(key) === 'duplicateId');
  expect(holders.length % 2).toBe(0);
});
