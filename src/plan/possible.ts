import { type Exact, equal, only, type Range } from '../value/index.js';

/**
 * All that a node can be while some inputs are open. A number lies in a range; a flag can be true, can be false.
 * `missing` says that it can also have no value, because it needs a fact that gives no points when not known.
 */
export interface PossibleNumber {
  readonly range: Range | null;
  readonly missing: boolean;
}

export interface PossibleFlag {
  readonly yes: boolean;
  readonly no: boolean;
  readonly missing: boolean;
}

export type Possible = PossibleNumber | PossibleFlag;

export const isFlag = (p: Possible): p is PossibleFlag => 'yes' in p;

export const TRUE: PossibleFlag = { yes: true, no: false, missing: false };
export const FALSE: PossibleFlag = { yes: false, no: true, missing: false };
export const EITHER: PossibleFlag = { yes: true, no: true, missing: false };
export const MISSING_FLAG: PossibleFlag = { yes: false, no: false, missing: true };
export const MISSING_NUMBER: PossibleNumber = { range: null, missing: true };

export const exactly = (x: Exact): PossibleNumber => ({ range: only(x), missing: false });

/** Whether only one thing is possible. */
export function settled(p: Possible): boolean {
  if (isFlag(p)) return Number(p.yes) + Number(p.no) + Number(p.missing) === 1;
  if (p.range === null) return true;
  return !p.missing && equal(p.range.low, p.range.high);
}
