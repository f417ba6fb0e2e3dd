import {
  contains,
  type Exact,
  exact,
  onGrid,
  parseCivilDate,
  parseExact,
  type Range,
  toDay,
} from '../../value/index.js';
import type { Type } from '../formula/index.js';
import type { LinkedShape, Literal } from '../rule-set.js';

/** A value as canonical text, in the form that its type has; `null` where it is none of that type. */
export function literalOf(type: Type, options: readonly string[], text: string): Literal | null {
  switch (type.kind) {
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : null;
    case 'choice':
      return options.includes(text) ? options.indexOf(text) : null;
    case 'number':
      return parseExact(text);
    case 'date':
      return parseCivilDate(text);
    case 'code':
      return text === '' ? null : { code: text };
    default:
      return null;
  }
}

/** A number as itself, a date in days since 1970-01-01; nothing of any other value. */
export function numberOf(literal: Literal): Exact | null {
  if (typeof literal !== 'object') return null;
  if ('y' in literal) return exact(BigInt(toDay(literal)));
  return 'n' in literal ? literal : null;
}

/** A value that the fact can have: within its range and on its grid, or none where it may be none. */
export function possibleValue(shape: LinkedShape, text: string): Literal | null {
  if (text === 'none') return shape.mayBeNone ? 'none' : null;
  const literal = literalOf(shape.type, shape.options, text);
  const number = literal === null ? null : numberOf(literal);
  if (number === null || shape.range === undefined) return literal;
  const { range, step } = shape as { readonly range: Range; readonly step?: Exact };
  return contains(range, number) && (step === undefined || onGrid(number, range.low, step)) ? literal : null;
}
