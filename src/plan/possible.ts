import { compare, type Exact, equal, only, type Range } from '../value/index.js';

/**
 * All that a node can be while some inputs are open. A number lies in a range; a flag can be true, can be false.
 * `missing` says that it can also have no value, because it needs a fact that gives no points when not known.
 */
export interface PossibleNumber {
  readonly range: Range | null;
  readonly missing: boolean;
  /** Where they are few: all values it can have, rising. Tiers and options stay apart that a range would join. */
  readonly among?: readonly Exact[];
}

const FEW = 8;

/** Distinct values, rising, or `undefined` where they are more than a few. */
export function few(values: readonly Exact[]): readonly Exact[] | undefined {
  const rising = [...values].sort(compare);
  const distinct = rising.filter((x, i) => i === 0 || !equal(x, rising[i - 1] as Exact));
  return distinct.length <= FEW ? distinct : undefined;
}

/** A number that can be any of some values, or, where those are many, anything in their range. */
export function possibly(
  range: Range | null,
  missing: boolean,
  among: readonly Exact[] | undefined,
): PossibleNumber {
  return among === undefined || range === null ? { range, missing } : { range, missing, among };
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

export const exactly = (x: Exact): PossibleNumber => ({ range: only(x), missing: false, among: [x] });

/** Whether only one thing is possible. */
export function settled(p: Possible): boolean {
  if (isFlag(p)) return Number(p.yes) + Number(p.no) + Number(p.missing) === 1;
  if (p.range === null) return true;
  return !p.missing && equal(p.range.low, p.range.high);
}
