/**
 * How much each agreement between an entry and a student speaks for their being one, in thousandths of a bit: a
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
  /** Confusable, written with a wildcard, or read the same. */
  readonly nameAlike: number;
  /** One character, or a part of the name. */
  readonly nameNear: number;
  readonly surnameDiffers: number;
  /** The ID is that of a guardian. It raises a candidate; alone it is evidence of a household, not of a person. */
  readonly guardianId: number;
  /** The ID is that of a student with the same guardian; of the same kind, and as little enough alone. */
  readonly siblingId: number;
}

export const MATCH_WEIGHTS: MatchWeights = {
  idSame: 36_000,
  numberSame: 36_000,
  idOneSlip: 28_000,
  idTwoSlips: 20_000,
  idThreeSlips: 13_000,
  idBeginning: 30_000,
  birthSame: 12_000,
  birthOneDigit: 7_000,
  birthSwapped: 6_000,
  areaSame: 3_000,
  sequenceSame: 8_000,
  nameAlike: 9_000,
  nameNear: 5_000,
  surnameDiffers: 2_000,
  guardianId: 18_000,
  siblingId: 18_000,
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
  'nameSame',
  'nameAlike',
  'nameNear',
  'surnameDiffers',
  'guardianId',
  'siblingId',
] as const satisfies readonly (keyof MatchWeights | 'nameSame')[];
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** One agreement and its weight in thousandths of a bit. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly milliBits: number;
}
