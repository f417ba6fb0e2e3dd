import { compareText } from '../roster/index.js';
import type { IdentityReading } from './entry-reading.js';
import { nearId } from './near-id.js';
import type { IndexedPerson, Link, RosterIndex } from './roster-index.js';
import type { Candidate } from './types.js';

const WHY_ORDER: readonly Candidate['why'][] = [
  'sameId',
  'sameStudentNumber',
  'sameNameAndBirth',
  'sameNameNearId',
  'sameNameGuardianId',
  'sameNameNoId',
  'sameName',
];

/** Why a student of the same name is one, by the strongest reason. */
function namesake(
  index: RosterIndex,
  reading: IdentityReading,
  holder: IndexedPerson,
  onlyHolder: boolean,
): Candidate['why'] {
  const other = holder.reading;
  if (reading.births.some((birth) => other.births.includes(birth))) return 'sameNameAndBirth';
  const ids = [other.id.id ?? other.id.compact, other.number.residentId ?? ''];
  const own = [reading.id.id ?? reading.id.compact, reading.number.residentId ?? ''];
  if (own.some((a) => a.length > 9 && ids.some((b) => b.length > 9 && nearId(a, b)))) return 'sameNameNearId';
  // A parent's ID typed into the child's row: it raises the child as a candidate, and never links.
  const wards = reading.id.id === null ? [] : (index.guardians.get(reading.id.id) ?? []);
  if (wards.some((ward) => ward.student === holder.person.key)) return 'sameNameGuardianId';
  const blank = reading.id.id === null || (other.id.id === null && other.births.length === 0);
  return blank && onlyHolder ? 'sameNameNoId' : 'sameName';
}

/**
 * All students who share an ID, a student number or a name with the entry: none is cut off. The strong first,
 * then by key. Strong is: the same ID; the same student number; the same name with the same birth date, or with
 * IDs at most two slips apart, or with the ID of the student's own guardian, or with no readable ID on one side and
 * nobody else of that name.
 */
export function candidatesFor(
  index: RosterIndex,
  reading: IdentityReading,
  links: ReadonlyMap<string, readonly Link[]>,
): Candidate[] {
  const best = new Map<string, Candidate['why']>();
  const offer = (student: string, why: Candidate['why']): void => {
    const known = best.get(student);
    if (known === undefined || WHY_ORDER.indexOf(why) < WHY_ORDER.indexOf(known)) best.set(student, why);
  };
  for (const [student, ways] of links) for (const { why } of ways) offer(student, why);
  if (reading.name.readable) {
    const holders = index.byName.get(reading.name.key) ?? [];
    const onlyHolder = holders.every((h) => h.person.key === holders[0]?.person.key);
    for (const holder of holders) offer(holder.person.key, namesake(index, reading, holder, onlyHolder));
  }
  return [...best]
    .map(([student, why]): Candidate => ({ student, strong: why !== 'sameName', why }))
    .sort((a, b) => Number(b.strong) - Number(a.strong) || compareText(a.student, b.student));
}
