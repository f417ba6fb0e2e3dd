import { ageOn, type CivilDate, compareDates } from '../value/index.js';
import { dateInDigits } from './calendar-digits.js';
import { checkCharacter } from './check-character.js';
import { hasKnownProvince, isDivisionNotYet } from './division.js';
import type { IdentifierFinding } from './identifier.js';

/** What an ID is judged by, beside its form. */
export interface IdentifierRules {
  /** The day a birth date must not be after; `null`: birth dates are only looked up in the calendar. */
  readonly asOf: CivilDate | null;
  /** The greatest age in whole years on that day. */
  readonly maxAge: number;
}

export interface Judgement {
  readonly valid: boolean;
  readonly birth: CivilDate | null;
  readonly findings: readonly IdentifierFinding[];
}

const NONE: readonly IdentifierFinding[] = [];

/** Why a birth date cannot be one, on the day of the rules. */
export function judgeBirth(birth: CivilDate | null, rules: IdentifierRules): readonly IdentifierFinding[] {
  if (birth === null) return ['id.birthDate'];
  if (rules.asOf === null) return NONE;
  if (compareDates(birth, rules.asOf) > 0) return ['id.bornAfterAsOf'];
  return ageOn(birth, rules.asOf) > rules.maxAge ? ['id.tooOld'] : NONE;
}

/**
 * Judges 18 characters in the form of an ID (GB 11643): check character by MOD 11-2 and birth date. The division code
 * is looked at and never decides: codes are revoked and renamed, and people are registered late.
 */
export function judgeId(id: string, rules: IdentifierRules): Judgement {
  const birth = dateInDigits(id, 6);
  const passes = checkCharacter(id) === id.charAt(17);
  const ofBirth = judgeBirth(birth, rules);
  const wrong: readonly IdentifierFinding[] = passes ? ofBirth : ['id.checksum', ...ofBirth];
  const division = id.slice(0, 6);
  const odd: readonly IdentifierFinding[] =
    isResidencePermit(id) || hasKnownProvince(division)
      ? birth !== null && isDivisionNotYet(division, birth)
        ? ['id.divisionNotInForce']
        : NONE
      : ['id.divisionUnknown'];
  return { valid: wrong.length === 0, birth, findings: wrong.length === 0 ? odd : [...wrong, ...odd] };
}

/**
 * A residence permit of Hong Kong (810000), Macau (820000) or Taiwan (830000) residents, or a foreigner's permanent
 * residence card of the form since December 2023: 9, the province that issued it, the country, birth date, serial
 * number, check character. All share the checksum of the resident ID.
 */
export function isResidencePermit(id: string): boolean {
  return /^8[123]0000/.test(id) || (id.startsWith('9') && hasKnownProvince(id.slice(1, 3)));
}
