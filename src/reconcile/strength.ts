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
  'likeNameInPlace',
  'nearId',
  'guardianIdAndName',
  'guardianNameNearId',
  'guardianId',
  'guardianName',
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

/**
 * `ifNoOther`: strong unless somebody of the very name is. `namesake`: strong where nobody explains the row, see
 * `namesakes.ts`; `neighbour`: the same where nobody has the very name.
 */
export interface Strength {
  readonly why: CandidateWhy;
  readonly strong: 'yes' | 'ifNoOther' | 'namesake' | 'neighbour' | 'no';
  /** One thing that went wrong with the row, or none, would make it this student's. */
  readonly explains: boolean;
}

const explains = (why: CandidateWhy): Strength => ({ why, strong: 'yes', explains: true });
const strong = (why: CandidateWhy): Strength => ({ why, strong: 'yes', explains: false });
const ifNoOther = (why: CandidateWhy): Strength => ({ why, strong: 'ifNoOther', explains: false });
/** No ID, a name that is not quite the student's, and the place of the row. */
const NEIGHBOUR: Strength = { why: 'likeNameInPlace', strong: 'neighbour', explains: false };
const weak = (why: CandidateWhy): Strength => ({ why, strong: 'no', explains: false });

/**
 * Whether one candidate is strong, so that the category is not known for that student until a person has looked. By
 * rules and never by the score: strong is who could be meant if a single thing went wrong with the row, and for a
 * name that is equal or read alike also two things. A twin differs in a character of the name and two of the ID, so
 * with a name that is only near the birth date, or an ID two slips away, counts where nobody of the very name is strong.
 * Students of the very name with nothing else are looked at together, once it is known whether anybody explains the row.
 */
export function strengthOf(comparison: Comparison): Strength {
  const { slips, beginning, birth, area, sequence, rowHasId, guardian, sibling, sameNumber } = comparison;
  const { blank, place, school } = comparison;
  const names = NAMES[comparison.name];
  // The name of a brother or sister often differs in one character, so a name that is only near explains nothing.
  const named = names !== 'none' && names !== 'near';
  if (slips === 0) return named ? explains('sameId') : strong('sameId');
  if (sameNumber) return named ? explains('sameStudentNumber') : strong('sameStudentNumber');
  const nearId = slips !== null || beginning;
  const nearBirth = birth === 'swapped' || (birth === 'oneDigit' && (area || sequence || !rowHasId));
  switch (names) {
    case 'same':
      if (birth === 'same') return explains('sameNameAndBirth');
      if (nearId) return explains('sameNameNearId');
      if (nearBirth) return explains('sameNameNearBirth');
      if (area && sequence) return explains('sameNameAndSequence');
      if (guardian) return explains('sameNameGuardianId');
      if (sibling) return explains('sameNameSiblingId');
      return { why: blank === 'none' ? 'sameName' : 'sameNameNoId', strong: 'namesake', explains: false };
    case 'alike':
      if (nearId) return strong('likeNameNearId');
      if (birth === 'same' || birth === 'swapped') return strong('likeNameAndBirth');
      if (guardian) return strong('likeNameGuardianId');
      return blank === 'entry' && (school || place === 'in') ? NEIGHBOUR : weak('likeName');
    case 'near':
      if (slips === 1 || beginning) return strong('likeNameNearId');
      if (guardian) return strong('likeNameGuardianId');
      if (birth === 'same' && area) return ifNoOther('likeNameAndBirth');
      if (slips === 2 || (birth === 'swapped' && area && sequence)) return ifNoOther('likeNameNearId');
      if (blank === 'entry' && school) return NEIGHBOUR;
      if (birth === 'same') return weak('likeNameAndBirth');
      return weak(nearId ? 'likeNameNearId' : 'likeName');
    case 'unknown':
      if (nearId) return slips === 3 ? weak('nearId') : strong('nearId');
      return weak(guardian ? 'guardianId' : 'likeName');
    case 'none':
      return weak(guardian ? 'guardianId' : 'nearId');
  }
}
