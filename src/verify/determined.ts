import { eachAt, isMembers, type Members, membersAt, textAt, textsAt } from './json.js';
import type { Spot } from './report.js';
import { spotAt } from './spot.js';

/** A category that a student has, or that is open. One that the record calls `out` is not kept. */
export interface Belonging {
  readonly category: string;
  readonly status: string;
  readonly doubt: string;
  readonly holds: boolean;
  readonly evidence: readonly Spot[];
}

/** What of a determination is checked. A city has many, so nothing else is kept. */
export interface Determined {
  readonly student: string;
  readonly school: string;
  readonly outcome: string;
  /** Where it is determined: a person's tier, else the recommended one; `''` where there is none. */
  readonly tier: string;
  /** Where it is open: every tier that is possible. */
  readonly openTiers: readonly string[];
  readonly categories: readonly Belonging[];
  readonly granted: readonly { readonly programme: string; readonly minor: bigint }[];
}

export function determinedOf(record: Members): Determined {
  const outcome = textAt(record, 'outcome');
  const decided = textAt(membersAt(record, 'decided'), 'tier');
  const recommended = textAt(membersAt(record, 'recommended'), 'tier');
  return {
    student: textAt(record, 'student'),
    school: textAt(record, 'school'),
    outcome,
    tier: outcome !== 'determined' ? '' : decided === '' ? recommended : decided,
    openTiers: outcome === 'undetermined' ? textsAt(membersAt(record, 'open'), 'tiers') : [],
    categories: eachAt(record, 'categories')
      .filter((one) => textAt(one, 'status') !== 'out')
      .map((one) => ({
        category: textAt(one, 'category'),
        status: textAt(one, 'status'),
        doubt: textAt(one, 'doubt'),
        holds: one.get('holds') === true,
        evidence: eachAt(one, 'evidence').map(spotAt),
      })),
    granted: eachAt(record, 'awards')
      .filter((award) => textAt(award, 'state') === 'granted')
      .map((award) => {
        const amount = award.get('amount');
        const minor = isMembers(amount) ? textAt(amount, 'minor') : '';
        return { programme: textAt(award, 'programme'), minor: wholeOf(minor) };
      }),
  };
}

/** An amount in minor units; none where it is not stated. */
export const wholeOf = (digits: string): bigint => (/^-?[0-9]+$/.test(digits) ? BigInt(digits) : 0n);
