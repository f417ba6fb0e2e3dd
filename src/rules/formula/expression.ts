import type { Exact, Range, RoundingMode } from '../../value/index.js';
import type { Comparison } from './ast.js';

/** What a formula or a name gives. Options of a choice are numbered in the order of its `of`. */
export type Type =
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'number'; readonly unit: string };

export const FLAG: Type = { kind: 'flag' };

export interface NumberFacts {
  /** All values it can take, by the declared ranges of what it reads. */
  readonly range: Range;
  /** Decimal places that always suffice to write it, or `null` for a quotient that has not been rounded. */
  readonly places: number | null;
  /**
   * Decimal digits behind the point and in the denominator together. With the digits of the range it bounds the
   * digits of numerator and denominator, so that the reference arithmetic is proved exact.
   */
  readonly size: number;
}

/** A name that has a value: what a formula reads. */
export type Reading =
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'category'; readonly id: string }
  | { readonly kind: 'score' }
  | { readonly kind: 'score_tier' }
  | { readonly kind: 'tier' };

/** A formula whose names, types, units and ranges are settled. The one form that both meanings read. */
export type Expression =
  | ({ readonly kind: 'number'; readonly value: Exact } & NumberFacts & { readonly type: Type })
  | { readonly kind: 'flag'; readonly value: boolean; readonly type: Type }
  | { readonly kind: 'option'; readonly index: number; readonly type: Type }
  | ({ readonly kind: 'read'; readonly of: Reading; readonly type: Type } & Partial<NumberFacts>)
  | ({
      readonly kind: 'lookup';
      readonly table: string;
      readonly keys: readonly Expression[];
      readonly type: Type;
    } & NumberFacts)
  | ({
      readonly kind: 'arithmetic';
      readonly op: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
      readonly type: Type;
    } & NumberFacts)
  | ({ readonly kind: 'negate' | 'abs'; readonly of: Expression; readonly type: Type } & NumberFacts)
  | ({
      readonly kind: 'least' | 'greatest';
      readonly of: readonly Expression[];
      readonly type: Type;
    } & NumberFacts)
  | ({
      readonly kind: 'round';
      readonly of: Expression;
      readonly step: Exact;
      readonly mode: RoundingMode;
      readonly type: Type;
    } & NumberFacts)
  | {
      readonly kind: 'compare';
      readonly op: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly type: Type;
    }
  | { readonly kind: 'in'; readonly of: Expression; readonly options: readonly number[]; readonly type: Type }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[]; readonly type: Type }
  | { readonly kind: 'not'; readonly of: Expression; readonly type: Type }
  | ({
      readonly kind: 'if';
      readonly when: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
      readonly type: Type;
    } & Partial<NumberFacts>);

/** A numeric expression, with its range. */
export type NumberExpression = Expression &
  NumberFacts & { readonly type: { readonly kind: 'number'; readonly unit: string } };

/** Every name an expression reads, direct ones only. */
export function readings(e: Expression): readonly Reading[] {
  switch (e.kind) {
    case 'number':
    case 'flag':
    case 'option':
      return [];
    case 'read':
      return [e.of];
    case 'lookup':
      return e.keys.flatMap(readings);
    case 'arithmetic':
    case 'compare':
      return [...readings(e.left), ...readings(e.right)];
    case 'negate':
    case 'abs':
    case 'not':
    case 'round':
    case 'in':
      return readings(e.of);
    case 'least':
    case 'greatest':
    case 'and':
    case 'or':
      return e.of.flatMap(readings);
    case 'if':
      return [...readings(e.when), ...readings(e.then), ...readings(e.otherwise)];
  }
}
