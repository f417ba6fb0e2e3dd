import type { Evidence, EvidenceCode, MatchWeights } from '../weights.js';
import type { Comparison } from './comparison.js';
import type { NameRelation } from './name-relation.js';

const OF_NAME: Readonly<Record<NameRelation, EvidenceCode | null>> = {
  same: 'nameSame',
  confusable: 'nameAlike',
  wildcard: 'nameAlike',
  sound: 'nameAlike',
  oneCharacter: 'nameNear',
  part: 'nameNear',
  surnameDiffers: 'surnameDiffers',
  unknown: null,
  none: 'nameDiffers',
};
const OF_SLIPS = ['idSame', 'idOneSlip', 'idTwoSlips', 'idThreeSlips'] as const;
const OF_BIRTH = {
  same: 'birthSame',
  oneDigit: 'birthOneDigit',
  swapped: 'birthSwapped',
  none: null,
} as const;

/**
 * What speaks for a candidate and against, each once, in the order of the table. The ID counts as a whole, by its closest
 * relation; only where it is further away do birth date, division and sequence count by themselves.
 *
 * `rarity`: thousandths of a bit that an equal name is worth: log2 of students over students of that name.
 */
export function evidenceFor(comparison: Comparison, weights: MatchWeights, rarity: number): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (code: EvidenceCode | null): void => {
    if (code !== null) evidence.push({ code, milliBits: code === 'nameSame' ? rarity : weights[code] });
  };
  const { slips, beginning, birth, area, sequence, hukou } = comparison;
  if (slips === 0) add('idSame');
  // A G number holds the ID, so the two are one piece of evidence.
  if (comparison.sameNumber && slips !== 0) add('numberSame');
  const byBeginning = beginning && (slips === null || weights.idBeginning > weights[OF_SLIPS[slips]!]);
  if (slips !== 0 && byBeginning) add('idBeginning');
  else if (slips !== 0 && slips !== null) add(OF_SLIPS[slips]!);
  else if (slips === null && !comparison.sameNumber) {
    add(OF_BIRTH[birth]);
    if (area || hukou) add('areaSame');
    if (sequence) add('sequenceSame');
  }
  if (comparison.place === 'in' && !evidence.some(({ code }) => code === 'areaSame')) add('hukouSame');
  if (comparison.school) add('schoolSame');
  add(OF_NAME[comparison.name]);
  if (comparison.otherId) add('idDiffers');
  if (comparison.guardian) add('guardianId');
  if (comparison.sibling && comparison.name === 'same') add('siblingId');
  return evidence;
}
