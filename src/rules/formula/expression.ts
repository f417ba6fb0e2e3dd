import type { Exact, Range, RoundingMode } from '../../value/index.js';
import type { ChoiceOp, Comparison, PeopleOp, SpanUnit } from './ast.js';

/** What a formula or a name gives. Options of a choice are numbered in the order of its `of`. */
export type Type =
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'code' }
  /** A set of options; read through `count`, `has_any`, `has_all` and the construct `several`. */
  | { readonly kind: 'several'; readonly choice: string }
  /** Read only through what goes over people. */
  | { readonly kind: 'people'; readonly people: string };

export const FLAG: Type = { kind: 'flag' };
export const DATE: Type = { kind: 'date' };
export const CODE: Type = { kind: 'code' };

/** What is known of a number. Of a date likewise, in days since 1970-01-01. */
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

/** The same of anything that may be no number or date: then nothing. */
export type MaybeNumberFacts =
  | NumberFacts
  | { readonly range?: undefined; readonly places?: undefined; readonly size?: undefined };

/** A name that has a value: what a formula reads. */
export type Reading =
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'category'; readonly id: string }
  /** Points of one part of the score; its path as `family.rural`. */
  | { readonly kind: 'part'; readonly path: string }
  | { readonly kind: 'score' }
  | { readonly kind: 'score_tier' }
  | { readonly kind: 'tier' }
  /** Of the determination, not of the student. */
  | { readonly kind: 'as_of' }
  | { readonly kind: 'period_start' };

/** `none`: known not to exist. It passes through arithmetic, rounding and look-ups until `if_none` catches it. */
interface Common {
  readonly type: Type;
  readonly maybeNone?: true;
}

/**
 * A formula whose names, types, units and ranges are settled. The one form that both meanings read. Ranges are those
 * that hold where the expression stands: inside `if`, `and` and `first` a guard narrows them.
 */
export type Expression = Common &
  (
    | ({ readonly kind: 'number'; readonly value: Exact } & NumberFacts)
    | { readonly kind: 'flag'; readonly value: boolean }
    | { readonly kind: 'option'; readonly index: number }
    | { readonly kind: 'none' }
    | ({ readonly kind: 'read'; readonly of: Reading } & Partial<NumberFacts>)
    /** Of the member that is being looked at. */
    | ({ readonly kind: 'attribute'; readonly people: string; readonly id: string } & Partial<NumberFacts>)
    /** The option that is being looked at. */
    | { readonly kind: 'chosen'; readonly variable: string }
    | ({
        readonly kind: 'lookup';
        readonly table: string;
        /** Empty for a table without columns. */
        readonly column: string;
        readonly keys: readonly Expression[];
        /** The rows in force on this date; left out: at `as_of`. */
        readonly dated?: Expression;
        /** Names this look-up, so that a cell the file does not know is one unknown: its printed formula. */
        readonly site: string;
      } & Partial<NumberFacts>)
    | ({
        readonly kind: 'parameter';
        readonly id: string;
        readonly dated?: Expression;
        readonly site: string;
      } & NumberFacts)
    | ({
        readonly kind: 'marginal';
        readonly schedule: string;
        readonly keys: readonly Expression[];
        readonly dated?: Expression;
        readonly of: Expression;
      } & NumberFacts)
    | ({
        readonly kind: 'arithmetic';
        readonly op: '+' | '-' | '*' | '/';
        readonly left: Expression;
        /** With `/`: its range excludes 0 where it stands. */
        readonly right: Expression;
      } & NumberFacts)
    | ({ readonly kind: 'negate' | 'abs'; readonly of: Expression } & NumberFacts)
    | ({ readonly kind: 'least' | 'greatest'; readonly of: readonly Expression[] } & NumberFacts)
    | ({
        readonly kind: 'round';
        readonly of: Expression;
        readonly step: Exact;
        readonly mode: RoundingMode;
      } & NumberFacts)
    /** Two numbers, dates, flags, options of one choice, or codes (only `=` and `!=`); neither can be none. */
    | {
        readonly kind: 'compare';
        readonly op: Comparison;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'in'; readonly of: Expression; readonly options: readonly number[] }
    | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
    | { readonly kind: 'not'; readonly of: Expression }
    | ({
        readonly kind: 'if';
        readonly when: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      } & Partial<NumberFacts>)
    | { readonly kind: 'isNone'; readonly of: Expression }
    | ({
        readonly kind: 'ifNone';
        readonly of: Expression;
        readonly otherwise: Expression;
      } & Partial<NumberFacts>)
    /** Whether a `several` fact holds any or all of some options. */
    | {
        readonly kind: 'has';
        readonly op: 'has_any' | 'has_all';
        readonly fact: string;
        readonly options: readonly number[];
      }
    /** How many options a `several` fact holds. */
    | ({ readonly kind: 'countOf'; readonly fact: string } & NumberFacts)
    /** Over the members of a people fact for whom `where` holds. `any` and `all` give a flag; `all` asks `of`. */
    | ({
        readonly kind: 'over';
        readonly op: PeopleOp;
        readonly people: string;
        readonly of?: Expression;
        readonly where?: Expression;
      } & Partial<NumberFacts>)
    /** Over the options of a choice in their listed order. `first` and `last` give the option, or none. */
    | ({
        readonly kind: 'pick';
        readonly op: ChoiceOp;
        readonly variable: string;
        readonly choice: string;
        readonly where: Expression;
      } & Partial<NumberFacts>)
    /** 1 January to 31 December by `month` and `day`, constants that every year has. */
    | ({
        readonly kind: 'date';
        readonly year: Expression;
        readonly month: number;
        readonly day: number;
      } & NumberFacts)
    /** A date moved by a span; `count` may be below 0. */
    | ({
        readonly kind: 'shift';
        readonly of: Expression;
        readonly count: number;
        readonly unit: SpanUnit;
      } & NumberFacts)
    | ({ readonly kind: 'yearOf' | 'monthOf'; readonly of: Expression } & NumberFacts)
    /**
     * Whole years of age (`age`: by the rule for birthdays on 29 February), whole months, or days, from one date to
     * another: the greatest n so that `from` moved by n is not after `to`; below 0 where `to` comes first.
     */
    | ({
        readonly kind: 'between';
        readonly op: 'age' | 'months' | 'days';
        readonly from: Expression;
        readonly to: Expression;
      } & NumberFacts)
  );

/** A numeric expression, with its range. */
export type NumberExpression = Expression &
  NumberFacts & { readonly type: { readonly kind: 'number'; readonly unit: string } };

/** The expressions directly inside one. */
export function inside(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'flag':
    case 'option':
    case 'none':
    case 'read':
    case 'attribute':
    case 'chosen':
    case 'has':
    case 'countOf':
      return [];
    case 'lookup':
      return e.dated === undefined ? e.keys : [...e.keys, e.dated];
    case 'parameter':
      return e.dated === undefined ? [] : [e.dated];
    case 'marginal':
      return [...e.keys, e.of, ...(e.dated === undefined ? [] : [e.dated])];
    case 'arithmetic':
    case 'compare':
      return [e.left, e.right];
    case 'negate':
    case 'abs':
    case 'not':
    case 'round':
    case 'in':
    case 'isNone':
    case 'shift':
    case 'yearOf':
    case 'monthOf':
      return [e.of];
    case 'least':
    case 'greatest':
    case 'and':
    case 'or':
      return e.of;
    case 'if':
      return [e.when, e.then, e.otherwise];
    case 'ifNone':
      return [e.of, e.otherwise];
    case 'over':
      return [...(e.of === undefined ? [] : [e.of]), ...(e.where === undefined ? [] : [e.where])];
    case 'pick':
      return [e.where];
    case 'date':
      return [e.year];
    case 'between':
      return [e.from, e.to];
  }
}

/** Every name an expression reads, direct ones only. */
export function readings(e: Expression): readonly Reading[] {
  switch (e.kind) {
    case 'read':
      return [e.of];
    case 'has':
    case 'countOf':
      return [{ kind: 'fact', id: e.fact }];
    case 'over':
      return [{ kind: 'fact', id: e.people }, ...inside(e).flatMap(readings)];
    default:
      return inside(e).flatMap(readings);
  }
}
