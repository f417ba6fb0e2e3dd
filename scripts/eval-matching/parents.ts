import type { City } from '../../fixtures/corruption/city.js';
import { classRows, orderOfStudents } from '../../fixtures/corruption/class-rows.js';
import type { Home, Person } from '../../fixtures/corruption/person.js';
import { rosterOf } from '../../fixtures/corruption/roster.js';
import { PARENTS_ID } from '../../fixtures/corruption/wrong-id.js';
import { rowsPerClass } from './classes.js';
import { type JudgedRow, POLICY, reconciled } from './reconciled.js';
import { type Tally, tallyOf } from './tally.js';

/** What there is to notice a parent's ID in a child's row by, and whether a namesake alone is enough for the policy. */
export const CONFIGURATIONS = [
  { id: 'guardianIds', guardianIds: true, withRelation: false, strictAdults: true },
  { id: 'oneGuardian', guardianIds: true, oneGuardian: true, withRelation: false, strictAdults: true },
  { id: 'relation', guardianIds: false, withRelation: true, strictAdults: true },
  { id: 'neither', guardianIds: false, withRelation: false, strictAdults: true },
  { id: 'guardianIdsNotStrict', guardianIds: true, withRelation: false, strictAdults: false },
  { id: 'relationNotStrict', guardianIds: false, withRelation: true, strictAdults: false },
  { id: 'neitherNotStrict', guardianIds: false, withRelation: false, strictAdults: false },
] as const;

export interface ParentsResult {
  readonly id: (typeof CONFIGURATIONS)[number]['id'];
  readonly conserved: boolean;
  readonly all: Tally;
  readonly recallLimit: boolean;
  readonly failures: readonly JudgedRow[];
}

/** One child of each home: two children with one parent's ID would give each other away. */
function oneOfEach(students: readonly Person[]): readonly Person[] {
  const seen = new Set<Home>();
  return students.filter(({ home }) => {
    if (seen.has(home)) return false;
    seen.add(home);
    return true;
  });
}

/** The class that is never averaged in: a parent's valid ID in the child's row. */
export function evaluateParents(city: City): readonly ParentsResult[] {
  const wanted = rowsPerClass(city.students.length);
  const students = oneOfEach(orderOfStudents(city, wanted));
  return CONFIGURATIONS.map(({ id, withRelation, strictAdults, ...roster }) => {
    const { rows, conserved, recallLimit } = reconciled(
      rosterOf(city.students, roster),
      classRows(PARENTS_ID, students, wanted, city.seed, withRelation),
      { ...POLICY, strictAdults },
    );
    return {
      id,
      conserved,
      recallLimit,
      all: tallyOf(rows.map(({ judged }) => judged)),
      failures: rows.filter(({ judged: { end } }) => end !== 'matched' && end !== 'review'),
    };
  });
}
