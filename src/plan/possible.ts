import { compare, type Exact, equal, hull, only, type Range } from '../value/index.js';

/**
 * All that a node can be while some inputs are open. A number (or option, or date) lies in a range; a flag can be true,
 * can be false; a code is one of some. `missing`: it can also have no value, because it needs a fact that gives no points
 * when not known. `none`: it can be known not to exist. Where nothing at all is possible the node stands where it does
 * not count, such as a quotient behind a guard that is false.
 */
export interface PossibleNumber {
  readonly range: Range | null;
  readonly missing: boolean;
  readonly none: boolean;
  /** Where they are few: all values it can have, rising. Tiers and options stay apart that a range would join. */
  readonly among?: readonly Exact[];
}

export interface PossibleFlag {
  readonly yes: boolean;
  readonly no: boolean;
  readonly missing: boolean;
  readonly none: boolean;
}

export interface PossibleCode {
  readonly codes: readonly string[];
  readonly missing: boolean;
  readonly none: boolean;
}

export type Possible = PossibleNumber | PossibleFlag | PossibleCode;

/** More values than a scheme has tiers are kept apart only by splitting. */
const FEW = 16;

/** Distinct values, rising, or `undefined` where they are more than a few. */
export function few(values: readonly Exact[]): readonly Exact[] | undefined {
  const rising = [...values].sort(compare);
  const distinct = rising.filter((x, i) => i === 0 || !equal(x, rising[i - 1] as Exact));
  return distinct.length <= FEW ? distinct : undefined;
}

/** What besides a value can be. */
export interface Besides {
  readonly missing: boolean;
  readonly none: boolean;
}

export const NOTHING_BESIDES: Besides = { missing: false, none: false };

/** A number that can be any of some values, or, where those are many, anything in their range. */
export function possibly(
  range: Range | null,
  { missing, none }: Besides,
  among: readonly Exact[] | undefined,
): PossibleNumber {
  return among === undefined || range === null ? { range, missing, none } : { range, missing, none, among };
}

export const isFlag = (p: Possible): p is PossibleFlag => 'yes' in p;
export const isCode = (p: Possible): p is PossibleCode => 'codes' in p;

export const TRUE: PossibleFlag = { yes: true, no: false, ...NOTHING_BESIDES };
export const FALSE: PossibleFlag = { yes: false, no: true, ...NOTHING_BESIDES };
export const EITHER: PossibleFlag = { yes: true, no: true, ...NOTHING_BESIDES };
export const MISSING_FLAG: PossibleFlag = { yes: false, no: false, missing: true, none: false };
export const MISSING_NUMBER: PossibleNumber = { range: null, missing: true, none: false };
export const MISSING_CODE: PossibleCode = { codes: [], missing: true, none: false };
export const NO_NUMBER: PossibleNumber = { range: null, missing: false, none: true };
export const NO_FLAG: PossibleFlag = { yes: false, no: false, missing: false, none: true };
export const NO_CODE: PossibleCode = { codes: [], missing: false, none: true };
/** Stands where it does not count. */
export const UNREACHED: PossibleNumber = { range: null, missing: false, none: false };

export const exactly = (x: Exact): PossibleNumber => ({ range: only(x), ...NOTHING_BESIDES, among: [x] });

/** Whether it can have a value. */
export const hasValue = (p: Possible): boolean =>
  isFlag(p) ? p.yes || p.no : isCode(p) ? p.codes.length > 0 : p.range !== null;

/** Whether only one thing is possible, or nothing at all. */
export function settled(p: Possible): boolean {
  const others = Number(p.missing) + Number(p.none);
  if (isFlag(p)) return Number(p.yes) + Number(p.no) + others <= 1;
  if (isCode(p)) return p.codes.length + others <= 1;
  if (p.range === null) return others <= 1;
  return others === 0 && equal(p.range.low, p.range.high);
}

/** All that either of two can be. A bare none, and what does not count, takes the kind of the other. */
export function either(a: Possible, b: Possible): Possible {
  const besides = { missing: a.missing || b.missing, none: a.none || b.none };
  if (!hasValue(a)) return { ...b, ...besides };
  if (!hasValue(b)) return { ...a, ...besides };
  if (isFlag(a)) {
    const other = b as PossibleFlag;
    return { yes: a.yes || other.yes, no: a.no || other.no, ...besides };
  }
  if (isCode(a))
    return { codes: [...new Set([...a.codes, ...(b as PossibleCode).codes])].sort(), ...besides };
  const [x, y] = [a, b as PossibleNumber] as [
    PossibleNumber & { range: Range },
    PossibleNumber & { range: Range },
  ];
  const among = x.among === undefined || y.among === undefined ? undefined : few([...x.among, ...y.among]);
  return possibly(hull(x.range, y.range), besides, among);
}
