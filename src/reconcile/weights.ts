/**
 * How much each agreement, and each disagreement, between an entry and a student speaks for their being one, in thousandths of a bit: a
 * published table, reasoned and not learned. It only ranks. No sum of it ever links anybody, and none drops anybody.
 * The weight of an equal name is not here: it is the logarithm of how rare the name is in the roster.
 */
export interface MatchWeights {
  readonly idSame: number;
  readonly numberSame: number;
  readonly idOneSlip: number;
  readonly idTwoSlips: number;
  readonly idThreeSlips: number;
  /** The fifteen digits or more that a spreadsheet left. */
  readonly idBeginning: number;
  /** These four count where the IDs are further apart. */
  readonly birthSame: number;
  readonly birthOneDigit: number;
  readonly birthSwapped: number;
  readonly areaSame: number;
  readonly sequenceSame: number;
  /** The hukou is in the area that the row or its list names; the school is the one that the row names. */
  readonly hukouSame: number;
  readonly schoolSame: number;
  /** Confusable, written with a wildcard, or read the same. */
  readonly nameAlike: number;
  /** One character, or a part of the name. */
  readonly nameNear: number;
  readonly surnameDiffers: number;
  /** Below zero: both names can be read and have nothing in common. */
  readonly nameDiffers: number;
  /** Below zero: both have an ID, the row's of a child and valid, and they are far apart. */
  readonly idDiffers: number;
  /** The ID is that of a guardian. It raises a candidate; alone it is evidence of a household, not of a person. */
  readonly guardianId: number;
  /** Of rows that speak for a household: the name is a guardian's, and the ID a slip or two away from the guardian's. */
  readonly guardianName: number;
  readonly guardianNearId: number;
  /**
   * The name is the student's and the ID that of another child of the same guardian: as much as the ID itself, because a
   * number copied from the row above is far likelier than a name that happens to be the sibling's. Under any other name it
   * says nothing.
   */
  readonly siblingId: number;
}

export const MATCH_WEIGHTS: MatchWeights = {
  idSame: 36_000,
  numberSame: 36_000,
  idOneSlip: 28_000,
  idTwoSlips: 20_000,
  idThreeSlips: 13_000,
  idBeginning: 19_000,
  birthSame: 12_000,
  birthOneDigit: 7_000,
  birthSwapped: 6_000,
  areaSame: 3_000,
  sequenceSame: 8_000,
  hukouSame: 3_000,
  schoolSame: 7_000,
  nameAlike: 9_000,
  nameNear: 3_000,
  surnameDiffers: 2_000,
  nameDiffers: -11_000,
  idDiffers: -6_000,
  guardianId: 18_000,
  guardianName: 10_000,
  guardianNearId: 12_000,
  siblingId: 36_000,
};

/** What the score of a candidate is made of. */
export const EVIDENCE_CODES = [
  'idSame',
  'numberSame',
  'idOneSlip',
  'idTwoSlips',
  'idThreeSlips',
  'idBeginning',
  'birthSame',
  'birthOneDigit',
  'birthSwapped',
  'areaSame',
  'sequenceSame',
  'hukouSame',
  'schoolSame',
  'nameSame',
  'nameAlike',
  'nameNear',
  'surnameDiffers',
  'nameDiffers',
  'idDiffers',
  'guardianId',
  'guardianName',
  'guardianNearId',
  'siblingId',
] as const satisfies readonly (keyof MatchWeights | 'nameSame')[];
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** One agreement or disagreement and its weight in thousandths of a bit. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly milliBits: number;
}
