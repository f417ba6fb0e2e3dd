import type { LinkedShape, Literal, Meant, RuleSet, Type } from '../rules/index.js';
import {
  type CivilDate,
  compareDates,
  formatCivilDate,
  fromExact,
  order,
  type Quotient,
  quotient,
  written,
} from '../value/index.js';
import type { KnownScalar } from './assignment.js';

/** A value that is there: neither none nor missing. */
export type Present = Exclude<Meant, undefined | 'none'>;

export const NOTHING: Quotient = quotient('0');

/** A whole number as a number of the reference meaning. */
export const whole = (n: number): Quotient => quotient(String(n));

const isNumber = (x: Present): x is Quotient => typeof x === 'object' && 'num' in x;
const isDate = (x: Present): x is CivilDate => typeof x === 'object' && 'y' in x;
const isCode = (x: Present): x is { readonly code: string } => typeof x === 'object' && 'code' in x;

/** A value as a caller or the rule file wrote it. */
export function fromKnown(value: KnownScalar | Literal): Present | 'none' {
  return typeof value === 'object' && 'n' in value ? fromExact(value) : value;
}

/** The value that a shape takes where it was said to be `said`: none may count as something. */
export function countedAs(shape: Pick<LinkedShape, 'noneIs'>, said: Meant): Meant {
  return said === 'none' && shape.noneIs !== undefined ? fromKnown(shape.noneIs) : said;
}

/**
 * What a function of numbers, dates or keys gives: missing where one of them is missing, else none where one is none,
 * else `f` of them. What a fact that gives no points would have said could be anything, none included, so it goes first.
 */
export function strict(values: readonly Meant[], f: (present: readonly Present[]) => Meant): Meant {
  if (values.includes(undefined)) return undefined;
  return values.includes('none') ? 'none' : f(values as readonly Present[]);
}

/** Negative, 0 or positive, for two values of one type. Codes have no order: 0 or not 0. */
export function side(a: Present, b: Present): number {
  if (isNumber(a)) return order(a, b as Quotient);
  if (isDate(a)) return compareDates(a, b as CivilDate);
  if (isCode(a)) return a.code === (b as { readonly code: string }).code ? 0 : 1;
  return Number(a) - Number(b);
}

/**
 * The written form of a value: a flag as itself, a number as the shortest plain decimal or `n/d`, an option by its id
 * (a tier by its id), a date `YYYY-MM-DD`, a code as it is, `none`.
 */
export function textOf(rules: RuleSet, type: Type, value: Present | 'none'): boolean | string {
  if (value === 'none' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    const options = type.kind === 'choice' ? rules.choices[type.choice]?.options : undefined;
    return (options ?? rules.tierIds)[value] as string;
  }
  if (isNumber(value)) return written(value);
  return isDate(value) ? formatCivilDate(value) : value.code;
}
