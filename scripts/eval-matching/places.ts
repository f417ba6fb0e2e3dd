import type { City } from '../../fixtures/corruption/city.js';
import { classRows, orderOfStudents } from '../../fixtures/corruption/class-rows.js';
import { DOUBLE_GROUPS } from '../../fixtures/corruption/double.js';
import type { RosterPerson } from '../../src/reconcile/index.js';
import { damagingBy, rowsPerClass } from './classes.js';
import { reconciled } from './reconciled.js';
import { type Tally, tallyOf } from './tally.js';

/** What a list without IDs may say of where its people belong. */
export const PLACES = [
  { id: 'nothing', withArea: false, withSchool: false },
  { id: 'area', withArea: true, withSchool: false },
  { id: 'school', withArea: false, withSchool: true },
  { id: 'areaAndSchool', withArea: true, withSchool: true },
] as const;

export interface PlacesResult {
  readonly id: (typeof PLACES)[number]['id'];
  readonly conserved: boolean;
  readonly all: Tally;
}

/** No ID and a damaged name: nothing of the row is a key, and only where the child belongs can lead to it. */
export function evaluatePlaces(city: City, roster: readonly RosterPerson[]): readonly PlacesResult[] {
  const group = DOUBLE_GROUPS.find(({ id }) => id === 'blankId+name');
  if (group === undefined) return [];
  const wanted = rowsPerClass(city.students.length);
  const rows = classRows(damagingBy(group), orderOfStudents(city, wanted), wanted, city.seed);
  return PLACES.map(({ id, withArea, withSchool }) => {
    const result = reconciled(
      roster,
      rows.map((row) => ({ ...row, withArea, withSchool })),
    );
    return { id, conserved: result.conserved, all: tallyOf(result.rows.map(({ judged }) => judged)) };
  });
}
