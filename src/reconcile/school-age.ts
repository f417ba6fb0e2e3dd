import { ageOn, type CivilDate } from '../value/index.js';
import type { MatchContext, ReadEntry } from './context.js';
import { relationOf } from './relation.js';

/** Whether somebody born on this day may be a student, the margin included. */
function isOfSchool(birth: CivilDate, { policy }: MatchContext): boolean {
  const age = ageOn(birth, policy.asOf);
  return age >= policy.schoolAges.youngest - policy.margin && age <= policy.schoolAges.oldest + policy.margin;
}

/** The same of a birth date of a reading, `YYYY-MM-DD`, which is one of the calendar. */
export const isSchoolAge = (birth: string, context: MatchContext): boolean =>
  isOfSchool(
    { y: Number(birth.slice(0, 4)), m: Number(birth.slice(5, 7)), d: Number(birth.slice(8, 10)) },
    context,
  );

/** The row's ID can be relied on and is outside the school ages by more than the margin. */
export function isOutOfAge({ reading: { own } }: ReadEntry, context: MatchContext): boolean {
  return own !== null && own.birth !== null && !isOfSchool(own.birth, context);
}

/** The row's ID can be relied on and is that of somebody of school age. */
export function hasSchoolAgeId({ reading: { own } }: ReadEntry, context: MatchContext): boolean {
  return own !== null && own.birth !== null && isOfSchool(own.birth, context);
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
