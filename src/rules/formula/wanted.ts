import type { Type } from './expression.js';
import { PURE } from './units.js';

/** The type a place asks for. */
export type Wanted = Type | { readonly kind: 'anyNumber' } | { readonly kind: 'any' };

/** A type as a person reads it. */
export function describeType(type: Wanted): string {
  switch (type.kind) {
    case 'number':
      return type.unit === PURE ? 'number' : `number ${type.unit}`;
    case 'choice':
    case 'several':
      return `${type.kind} ${type.choice}`;
    case 'people':
      return `people ${type.people}`;
    case 'anyNumber':
      return 'number';
    default:
      return type.kind;
  }
}
