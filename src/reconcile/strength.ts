import type { Comparison } from './compare/comparison.js';
import type { NameRelation } from './compare/name-relation.js';

export const CANDIDATE_WHYS = [
  'sameId',
  'sameStudentNumber',
  'sameNameAndBirth',
  'sameNameNearId',
  'sameNameNearBirth',
  'sameNameAndSequence',
  'sameNameGuardianId',
  'sameNameSiblingId',
  'sameNameNoId',
  'likeNameNearId',
  'likeNameAndBirth',
  'likeNameGuardianId',
  'nearId',
  'guardianId',
  'sameName',
  'likeName',
] as const;
/** Why a student is a candidate, by the strongest reason. */
export type CandidateWhy = (typeof CANDIDATE_WHYS)[number];

/** The names of both agree, or agree as far as they can be read; or have something in common. */
type Names = 'same' | 'alike' | 'near' | 'unknown' | 'none';
const NAMES: Readonly<Record<NameRelation, Names>> = {
  same: 'same',
  confusable: 'alike',
  wildcard: 'alike',
  sound: 'alike',
  oneCharacter: 'near',
  part: 'near',
  surnameDiffers: 'near',
  unknown: 'unknown',
  none: 'none',
};

/** `ifNoOther`: strong unless somebody of the very name is. */
export interface Strength {
  readonly why: CandidateWhy;
  readonly strong: 'yes' | 'ifNoOther' | 'no';
}

const strong = (why: CandidateWhy): Strength => ({ why, strong: 'yes' });
const weak = (why: CandidateWhy): Strength => ({ why, strong: 'no' });

/**
 * Whether one candidate is strong, so that the category is not known for that student until a person has looked. By
 * rules and never by the score: strong is who could be meant if a single thing went wrong with the row, and for a
 * name that is equal or read alike also two things. A twin differs in a character of the name and two of the ID, so
 * with a name that is only near the birth date, or an ID two slips away, counts where nobody of the very name is strong.
 * So does a student of the name for whom the roster has no ID to speak for or against it.
 *
 * `onlyOne`: nobody else in the roster has the name.
 */
export function strengthOf(comparison: Comparison, onlyOne: boolean): Strength {
  const { slips, beginning, birth, area, sequence, rowHasId, guardian, sibling, sameNumber, blank } =
    comparison;
  const names = NAMES[comparison.name];
  if (slips === 0) return strong('sameId');
  if (sameNumber) return strong('sameStudentNumber');
  const nearId = slips !== null || beginning;
  const nearBirth = birth === 'swapped' || (birth === 'oneDigit' && (area || sequence || !rowHasId));
  switch (names) {
    case 'same':
      if (birth === 'same') return strong('sameNameAndBirth');
      if (nearId) return strong('sameNameNearId');
      if (nearBirth) return strong('sameNameNearBirth');
      if (area && sequence) return strong('sameNameAndSequence');
      if (guardian) return strong('sameNameGuardianId');
      if (sibling) return strong('sameNameSiblingId');
      if (blank !== 'none' && onlyOne) return strong('sameNameNoId');
      return blank === 'row' ? { why: 'sameNameNoId', strong: 'ifNoOther' } : weak('sameName');
    case 'alike':
      if (nearId) return strong('likeNameNearId');
      if (birth === 'same' || birth === 'swapped') return strong('likeNameAndBirth');
      return guardian ? strong('likeNameGuardianId') : weak('likeName');
    case 'near':
      if (slips === 1 || beginning) return strong('likeNameNearId');
      if (guardian) return strong('likeNameGuardianId');
      if (birth === 'same') return { why: 'likeNameAndBirth', strong: area ? 'ifNoOther' : 'no' };
      if (slips === 2 || (birth === 'swapped' && area && sequence))
        return { why: 'likeNameNearId', strong: 'ifNoOther' };
      return weak(nearId ? 'likeNameNearId' : 'likeName');
    case 'unknown':
      if (nearId) return slips === 3 ? weak('nearId') : strong('nearId');
      return weak(guardian ? 'guardianId' : 'likeName');
    case 'none':
      return weak(guardian ? 'guardianId' : 'nearId');
  }
}
