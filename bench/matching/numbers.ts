import { afterSeptember } from '../../fixtures/generator/dates.js';
import { residentId } from '../../fixtures/generator/identifiers.js';

/** Numbers of one division and day go up in steps, so that a twin's stands right behind and odd ones stay male. */
const STEP = 4;
const STEPS = 248;
/** Primes that divide no number of days or steps: consecutive places, and divisions, fall on days that are far apart. */
const STRIDE = 1_299_709;
const SHIFT = 611_953;

/** Birth years of one kind of people, the first counted from September, and of how many such people a home has room for. */
export interface Years {
  readonly first: number;
  readonly count: number;
  readonly perHome: number;
}

/** A birth date and a number, and the ID of both. */
export interface Registration {
  readonly birth: number;
  readonly sequence: number;
  readonly id: string;
}

/** A home as its registrations are reckoned: the division, its number among all, and the home's number within it. */
export interface Address {
  readonly division: string;
  readonly divisionNumber: number;
  readonly home: number;
}

/**
 * The registration of person `slot` of a home: a bijection, so that no two people of one division and of years that do not
 * overlap share an ID, and nobody has to remember which were given out. Throws where a division has no more room.
 */
export function registration(at: Address, years: Years, slot: number, odd: boolean): Registration {
  const days = years.count * 365;
  const room = days * STEPS;
  const place = at.home * years.perHome + slot;
  if (place >= room) throw new Error(`no room for home ${at.home} in ${years.count} birth years`);
  const spread = (place * STRIDE + at.divisionNumber * SHIFT) % room;
  const day = spread % days;
  const sequence = Math.trunc(spread / days) * STEP + (odd ? 1 : 2);
  const birth = afterSeptember(years.first + Math.trunc(day / 365), day % 365);
  return { birth, sequence, id: residentId(at.division, birth, sequence) };
}

/** That of a twin: the same day, the next number of the same kind. */
export function nextRegistration(division: string, { birth, sequence }: Registration): Registration {
  return { birth, sequence: sequence + 2, id: residentId(division, birth, sequence + 2) };
}
