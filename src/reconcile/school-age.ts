import { ageOn, parseCivilDate } from '../value/index.js';
import type { MatchContext, ReadEntry } from './context.js';
import { relationOf } from './relation.js';

/** Whether somebody born on this day (`YYYY-MM-DD`) may be a student, the margin included. */
export function isSchoolAge(birth: string, { policy }: MatchContext): boolean {
  const date = parseCivilDate(birth);
  if (date === null) return false;
  const age = ageOn(date, policy.asOf);
  return age >= policy.schoolAges.youngest - policy.margin && age <= policy.schoolAges.oldest + policy.margin;
}

/**
 * Whether the row says child and its ID is that of no child: then it is somebody else's, and says as much about the child
 * as a blank cell.
 */
export function hasAnothersId(read: ReadEntry, context: MatchContext): boolean {
  const { births, own } = read.reading;
  return (
    own !== null &&
    births.length > 0 &&
    !births.some((birth) => isSchoolAge(birth, context)) &&
    relationOf(context, read.entry.relation) === 'child'
  );
}
