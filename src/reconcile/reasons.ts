/** Why an entry ended where it did. One code belongs to one state, `decision` apart. */
export const ENTRY_REASONS = [
  // matched
  'exactId',
  'exactStudentNumber',
  'guardianIdAndName',
  // Any state that a person can give
  'decision',
  // review: the keys hit somebody
  'nameDiffers',
  'nameUnreadable',
  'sharedInRoster',
  'sharedStudentNumber',
  'keysDisagree',
  'rosterIdInvalid',
  // review: nobody has the key, or there is none
  'idDamaged',
  'idInvalid',
  'idUnreadable',
  'idMissing',
  'sameNameOtherId',
  'othersNear',
  'noCandidate',
  // review: several rows together
  'sharedId',
  'studentOfTwoNames',
  // review: the row speaks for a household, or for a parent's children
  'headOfHousehold',
  'headNoStudent',
  'parentOfStudents',
  'parentNoStudent',
  // review: a number outside the school ages, but something speaks against leaving the row out
  'outOfAgeNamesake',
  'outOfAgeChildRelation',
  'outOfAgeRelationUnclear',
  'outOfAgeGuardianId',
  'outOfAgeStudentNumber',
  'outOfAgeUnbelievable',
  'outOfAgeNear',
  // review: the person's decision cannot be used
  'decisionUnclear',
  // notAStudent
  'adultByBirthDate',
  'tooYoungByBirthDate',
  'tooYoungForChildren',
  // duplicate
  'sameStudent',
  'samePerson',
  // lapsed, invalid
  'notCurrent',
  'nothingToRead',
] as const;
export type EntryReason = (typeof ENTRY_REASONS)[number];
