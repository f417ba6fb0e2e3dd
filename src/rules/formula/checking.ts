import { error, type Issue, MOST_DIGITS } from '../../value/index.js';
import { tooManyDigits } from '../digits.js';
import type { Formula } from './ast.js';
import type { Expression, NumberExpression, NumberFacts, Type } from './expression.js';
import type { Names } from './names.js';
import type { Narrowing } from './narrow.js';
import { printFormula } from './print.js';
import { Refused } from './refused.js';
import type { Wanted } from './wanted.js';

/** What the checks of single kinds of formula may ask of the whole. Each of them refuses by throwing {@link Refused}. */
export interface Checking {
  readonly names: Names;
  /** Any formula; the type is told but not demanded. */
  check(f: Formula, wanted: Wanted): Expression;
  /** A formula of exactly the wanted type. */
  whole(f: Formula, wanted: Wanted): Expression;
  number(f: Formula, wanted: Wanted): NumberExpression;
  /** A flag that is never none. */
  flag(f: Formula): Expression;
  /** A date; it may be none. */
  date(f: Formula): Expression & NumberFacts;
  /** Numbers that must share one unit: the first that has a unit of its own tells it to the bare ones. */
  alike(formulas: readonly Formula[], wanted: Wanted): readonly NumberExpression[];
  /** A number without a name in it and without a unit of its own: it takes the unit of its place. */
  isBare(f: Formula): boolean;
  /** The same, with what guards have settled. */
  behind(narrowing: Narrowing): Checking;
  readonly narrowing: Narrowing;
  /** The same, looking at a member of these people. */
  member(people: string): Checking;
  /** The same, looking at an option of a choice by this name. */
  variable(name: string, choice: string): Checking;
  /** The people of whom a member is looked at. */
  readonly looksAt: string | null;
  /** The choice of a name that stands for an option. */
  variableChoice(name: string): string | undefined;
}

/** Raised where a name is itself broken, so that one mistake is reported once. */
export class AlreadyReported extends Error {}

/** A number that the reference arithmetic is proved exact for. */
export function bounded<T extends NumberFacts>(e: T, at: number): T {
  if (tooManyDigits(e)) throw new Refused(error('rules.limit', { what: 'digits', most: MOST_DIGITS }), at);
  return e;
}

/** None passes through: what rests on something that may be none may be none. */
export function noneOf(...of: readonly Expression[]): { readonly maybeNone?: true } {
  return of.some((e) => e.maybeNone === true) ? { maybeNone: true } : {};
}

/** What is compared or decides may not be none: the file has to say what holds then. */
export function sure<T extends Expression>(e: T, f: Formula): T {
  if (e.maybeNone === true) throw new Refused(error('rules.maybeNone', { formula: printFormula(f) }), f.at);
  return e;
}

export const refuse = (code: string, values: Issue['values'], at: number): never => {
  throw new Refused(error(code, values), at);
};

export const numberType = (unit: string): Type & { readonly kind: 'number' } => ({ kind: 'number', unit });
