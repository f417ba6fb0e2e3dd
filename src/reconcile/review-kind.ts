import type { Candidate } from './candidate.js';
import type { EntryReason } from './reasons.js';

/**
 * What kind of work an entry in review is, the most pressing first.
 *
 * - `nameDiffers`: a student has the number, the name is another or cannot be read.
 * - `idShared`: rows of the lists have one number under different names.
 * - `sharedInRoster`: more than one student has the number, or the numbers point to different ones.
 * - `near`: somebody is strong: a slip in the number, a name read the same.
 * - `adultIdConflict`: the number is that of no child, and something speaks against leaving the row out.
 * - `noId`: there is no number.
 * - `weak`: there are candidates, none of them strong.
 * - `notFound`: of school age and not in the roster. Not out of scope, and of interest to those who keep children in
 *   school (控辍保学).
 * - `headNoStudent`: the row speaks for a household or a parent, and no student of theirs was found.
 * - `unreadable`: nothing can be compared.
 */
export const REVIEW_KINDS = [
  'nameDiffers',
  'idShared',
  'sharedInRoster',
  'near',
  'adultIdConflict',
  'noId',
  'weak',
  'notFound',
  'headNoStudent',
  'unreadable',
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

const BY_REASON: Partial<Readonly<Record<EntryReason, ReviewKind>>> = {
  sharedId: 'idShared',
  studentOfTwoNames: 'idShared',
  sharedInRoster: 'sharedInRoster',
  sharedStudentNumber: 'sharedInRoster',
  keysDisagree: 'sharedInRoster',
  outOfAgeNamesake: 'adultIdConflict',
  outOfAgeChildRelation: 'adultIdConflict',
  outOfAgeRelationUnclear: 'adultIdConflict',
  outOfAgeGuardianId: 'adultIdConflict',
  outOfAgeStudentNumber: 'adultIdConflict',
  outOfAgeUnbelievable: 'adultIdConflict',
  outOfAgeNear: 'adultIdConflict',
  headNoStudent: 'headNoStudent',
  parentNoStudent: 'headNoStudent',
};

const hasKey = ({ why }: Candidate): boolean => why === 'sameId' || why === 'sameStudentNumber';

/** The kind of an entry in review, from why nothing was decided and who it may be. */
export function reviewKind(reason: EntryReason, candidates: readonly Candidate[]): ReviewKind {
  const known = BY_REASON[reason];
  if (known !== undefined) return known;
  if ((reason === 'nameDiffers' || reason === 'nameUnreadable') && candidates.some(hasKey))
    return 'nameDiffers';
  if (candidates.some((candidate) => candidate.strong)) return 'near';
  if (reason === 'idMissing') return 'noId';
  if (candidates.length > 0) return 'weak';
  return reason === 'idUnreadable' || reason === 'nameUnreadable' ? 'unreadable' : 'notFound';
}
