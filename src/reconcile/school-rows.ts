import { schoolKey } from './compare/place.js';
import type { RosterIndex } from './search/roster-index.js';

/** Rows of the roster by school. */
export type SchoolRows = (school: string) => readonly number[];

/** Made when the first row asks that names a school and has no ID to go by. */
export function schoolRows(index: RosterIndex): SchoolRows {
  const bySchool = new Map<string, number[]>();
  for (let row = 0; row < index.studentOf.length; row += 1) {
    const school = schoolKey(index.students.schoolOf(row));
    const known = bySchool.get(school);
    if (known === undefined) bySchool.set(school, [row]);
    else known.push(row);
  }
  return (school) => bySchool.get(school) ?? [];
}
