import type { LinkedProgramme } from '../rules/index.js';
import { type Quotient, quotient, times, written } from '../value/index.js';
import type { Case } from './case.js';

/** `null`: not entitled; `unstated`: entitled to what no amount is published for; else minor units of the currency. */
export type CaseAward = bigint | 'unstated' | null;

export function awardOf(at: Case, programme: LinkedProgramme): CaseAward {
  if (at.expression(programme.for) !== true) return null;
  if (programme.amount === null) return 'unstated';
  const amount = at.value(programme.amount) as Quotient;
  return BigInt(written(times(amount, quotient(String(programme.minor)))));
}
