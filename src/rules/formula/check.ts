import {
  addRanges,
  compare,
  contains,
  decimalPlaces,
  divide,
  divideRanges,
  type Exact,
  error,
  exact,
  greatestOf,
  hull,
  leastOf,
  MOST_DIGITS,
  multiplyRanges,
  negateRange,
  only,
  parseExact,
  type Range,
  ROUNDING_MODES,
  type RoundingMode,
  roundExact,
  ZERO,
} from '../../value/index.js';
import { nearest } from '../names.js';
import type { Formula } from './ast.js';
import {
  type Expression,
  FLAG,
  type NumberExpression,
  type NumberFacts,
  type Reading,
  type Type,
} from './expression.js';
import { type FormulaIssue, Refused } from './refused.js';
import { PURE, parseUnit, unitOver, unitTimes } from './units.js';

/** What a name of the rule file stands for. */
export interface Meaning {
  readonly of: Reading;
  readonly type: Type;
  /** With a number. */
  readonly range?: Range;
  readonly places?: number | null;
  readonly size?: number;
}

export interface ChoiceType {
  readonly options: readonly string[];
  readonly ordered: boolean;
}

export interface TableType {
  readonly keys: readonly Type[];
  readonly unit: string;
  readonly range: Range;
  readonly places: number | null;
  readonly size: number;
}

/** What a formula may refer to. Asking for a figure checks it first; a circle is found there. */
export interface Names {
  meaning(id: string): Meaning | 'unknown' | 'broken';
  choice(id: string): ChoiceType;
  /** `broken`: it is there, and what is wrong with it has been reported. */
  table(id: string): TableType | 'unknown' | 'broken';
  readonly known: readonly string[];
  readonly tables: readonly string[];
  readonly units: readonly string[];
}

/** The type a place asks for. */
export type Wanted = Type | { readonly kind: 'anyNumber' } | { readonly kind: 'any' };

export type Checked =
  | { readonly ok: true; readonly expression: Expression }
  | ({ readonly ok: false } & FormulaIssue);

/** Raised where a name is itself broken, so that one mistake is reported once. */
class AlreadyReported extends Error {}

/** A type as a person reads it. */
export function describeType(type: Wanted): string {
  switch (type.kind) {
    case 'number':
      return type.unit === PURE ? 'number' : `number ${type.unit}`;
    case 'choice':
      return `choice ${type.choice}`;
    case 'anyNumber':
      return 'number';
    default:
      return type.kind;
  }
}

const larger = (a: number, b: number): number => (a > b ? a : b);
const morePlaces = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : larger(a, b);

function digits(x: Exact): number {
  const most = x.n < 0n ? -x.n : x.n;
  return (most > x.d ? most : x.d).toString().length;
}

/**
 * Settles names, types, units and ranges of a formula. A bare number takes the unit its place asks for; as a
 * factor, or among bare numbers, it is pure. Issues: `rules.unknownName`, `rules.type`, `rules.unit`,
 * `rules.unknownOption`, `rules.notOrdered`, `rules.divisorZero`, `rules.limit`, `rules.unknownTable`, `rules.number`.
 * `null` means that a name it reads is broken and has been reported there.
 */
export function checkFormula(formula: Formula, wanted: Wanted, names: Names): Checked | null {
  try {
    return { ok: true, expression: new Checker(names).whole(formula, wanted) };
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, issue: refused.issue, at: refused.at };
    if (refused instanceof AlreadyReported) return null;
    throw refused;
  }
}

class Checker {
  private readonly names: Names;

  constructor(names: Names) {
    this.names = names;
  }

  whole(formula: Formula, wanted: Wanted): Expression {
    const expression = this.check(formula, wanted);
    this.expect(expression, wanted, formula.at);
    return expression;
  }

  private expect(e: Expression, wanted: Wanted, at: number): void {
    const fits =
      wanted.kind === 'any' ||
      (wanted.kind === 'anyNumber' ? e.type.kind === 'number' : e.type.kind === wanted.kind);
    if (!fits)
      throw new Refused(
        error('rules.type', { found: describeType(e.type), needed: describeType(wanted) }),
        at,
      );
    if (wanted.kind === 'number' && e.type.kind === 'number' && e.type.unit !== wanted.unit) {
      throw new Refused(error('rules.unit', { found: e.type.unit, needed: wanted.unit }), at);
    }
    if (wanted.kind === 'choice' && e.type.kind === 'choice' && e.type.choice !== wanted.choice) {
      throw new Refused(
        error('rules.type', { found: describeType(e.type), needed: describeType(wanted) }),
        at,
      );
    }
  }

  private number(formula: Formula, wanted: Wanted): NumberExpression {
    const e = this.check(formula, wanted);
    this.expect(e, wanted.kind === 'number' ? wanted : { kind: 'anyNumber' }, formula.at);
    return e as NumberExpression;
  }

  private flag(formula: Formula): Expression {
    const e = this.check(formula, FLAG);
    this.expect(e, FLAG, formula.at);
    return e;
  }

  /** A number without a name in it and without a unit of its own: it takes the unit of its place. */
  private isBare(f: Formula): boolean {
    if (f.kind === 'number') return f.unit === null;
    if (f.kind === 'negate') return this.isBare(f.of);
    if (f.kind === 'arithmetic') return this.isBare(f.left) && this.isBare(f.right);
    if (f.kind === 'call') return f.name !== 'round' && f.args.every((arg) => this.isBare(arg));
    return false;
  }

  /** Numbers that must share one unit: the first that has a unit of its own tells it to the bare ones. */
  private alike(formulas: readonly Formula[], wanted: Wanted): readonly NumberExpression[] {
    const telling = formulas.find((f) => !this.isBare(f));
    if (telling === undefined)
      return formulas.map((f) => this.number(f, wanted.kind === 'number' ? wanted : { kind: 'anyNumber' }));
    const unit = this.number(telling, wanted.kind === 'number' ? wanted : { kind: 'anyNumber' }).type.unit;
    return formulas.map((f) => this.number(f, { kind: 'number', unit }));
  }

  private bounded<T extends NumberFacts>(e: T, at: number): T {
    if (digits(e.range.low) + e.size > MOST_DIGITS || digits(e.range.high) + e.size > MOST_DIGITS) {
      throw new Refused(error('rules.limit', { what: 'digits', most: MOST_DIGITS }), at);
    }
    return e;
  }

  private check(f: Formula, wanted: Wanted): Expression {
    switch (f.kind) {
      case 'number': {
        const plain = parseExact(f.text);
        if (plain === null) throw new Refused(error('rules.number', { found: f.text }), f.at);
        const value = f.percent ? divide(plain, exact(100n)) : plain;
        const own = f.unit === null ? null : parseUnit(f.unit, this.names.units);
        if (f.unit !== null && own === null)
          throw new Refused(error('rules.unknownUnit', { unit: f.unit }), f.at);
        const unit = own ?? (wanted.kind === 'number' ? wanted.unit : PURE);
        const places = decimalPlaces(value) ?? 0;
        return {
          kind: 'number',
          value,
          type: { kind: 'number', unit },
          range: only(value),
          places,
          size: places,
        };
      }
      case 'flag':
        return { kind: 'flag', value: f.value, type: FLAG };
      case 'name':
        return this.name(f.id, f.at, wanted);
      case 'lookup':
        return this.lookup(f);
      case 'call':
        return this.call(f, wanted);
      case 'negate': {
        const of = this.number(f.of, wanted);
        return {
          kind: 'negate',
          of,
          type: of.type,
          range: negateRange(of.range),
          places: of.places,
          size: of.size,
        };
      }
      case 'arithmetic':
        return f.op === '+' || f.op === '-' ? this.sum(f, wanted) : this.product(f);
      case 'compare':
        return this.comparison(f);
      case 'in': {
        const of = this.check(f.left, { kind: 'any' });
        if (of.type.kind !== 'choice') {
          throw new Refused(
            error('rules.type', { found: describeType(of.type), needed: 'choice' }),
            f.left.at,
          );
        }
        const options = f.options.map((option) =>
          this.option(option, of.type as { kind: 'choice'; choice: string }),
        );
        const listed: Expression = {
          kind: 'in',
          of,
          options: [...new Set(options)].sort((a, b) => a - b),
          type: FLAG,
        };
        return f.negated ? { kind: 'not', of: listed, type: FLAG } : listed;
      }
      case 'and':
      case 'or':
        return { kind: f.kind, of: f.of.map((part) => this.flag(part)), type: FLAG };
      case 'not':
        return { kind: 'not', of: this.flag(f.of), type: FLAG };
      case 'if':
        return this.conditional(f, wanted);
    }
  }

  private name(id: string, at: number, wanted: Wanted): Expression {
    if (wanted.kind === 'choice') {
      const index = this.names.choice(wanted.choice).options.indexOf(id);
      if (index >= 0) return { kind: 'option', index, type: wanted };
    }
    const meaning = this.names.meaning(id);
    if (meaning === 'broken') throw new AlreadyReported();
    if (meaning === 'unknown') {
      const near = nearest(id, this.names.known);
      throw new Refused(error('rules.unknownName', near === null ? { name: id } : { name: id, near }), at);
    }
    const { of, type, range, places, size } = meaning;
    if (range === undefined) return { kind: 'read', of, type };
    return { kind: 'read', of, type, range, places: places ?? null, size: size ?? places ?? 0 };
  }

  private option(f: Formula, type: { readonly kind: 'choice'; readonly choice: string }): number {
    const { options } = this.names.choice(type.choice);
    const index = f.kind === 'name' ? options.indexOf(f.id) : -1;
    if (index >= 0) return index;
    const found = f.kind === 'name' ? f.id : f.kind;
    const near = nearest(found, options);
    const values = { option: found, choice: type.choice, options: options.join(', ') };
    throw new Refused(error('rules.unknownOption', near === null ? values : { ...values, near }), f.at);
  }

  private lookup(f: Formula & { readonly kind: 'lookup' }): Expression {
    const table = this.names.table(f.table);
    if (table === 'broken') throw new AlreadyReported();
    if (table === 'unknown') {
      const near = nearest(f.table, this.names.tables);
      throw new Refused(
        error('rules.unknownTable', near === null ? { table: f.table } : { table: f.table, near }),
        f.at,
      );
    }
    if (table.keys.length !== f.keys.length) {
      const values = {
        name: f.table,
        found: f.keys.length,
        least: table.keys.length,
        most: table.keys.length,
      };
      throw new Refused(error('rules.arguments', values), f.at);
    }
    const keys = f.keys.map((key, i) => this.whole(key, table.keys[i] as Type));
    const type: Type = { kind: 'number', unit: table.unit };
    return {
      kind: 'lookup',
      table: f.table,
      keys,
      type,
      range: table.range,
      places: table.places,
      size: table.size,
    };
  }

  private call(f: Formula & { readonly kind: 'call' }, wanted: Wanted): Expression {
    const [first, second, third] = f.args as [Formula, Formula, Formula];
    switch (f.name) {
      case 'round':
        return this.round(first, second, third, wanted, f.at);
      case 'abs': {
        const of = this.number(first, wanted);
        const range = greatestOf(of.range, negateRange(of.range));
        const low = contains(of.range, ZERO) ? ZERO : range.low;
        return {
          kind: 'abs',
          of,
          type: of.type,
          range: { low, high: range.high },
          places: of.places,
          size: of.size,
        };
      }
      case 'clamp': {
        const [x, low, high] = this.alike(f.args, wanted) as [
          NumberExpression,
          NumberExpression,
          NumberExpression,
        ];
        const floored = this.extreme('greatest', [x, low]);
        return this.extreme('least', [floored, high]);
      }
      default:
        return this.extreme(f.name === 'min' ? 'least' : 'greatest', this.alike(f.args, wanted));
    }
  }

  private extreme(kind: 'least' | 'greatest', of: readonly NumberExpression[]): NumberExpression {
    const first = of[0] as NumberExpression;
    const range = of.map((e) => e.range).reduce(kind === 'least' ? leastOf : greatestOf);
    return {
      kind,
      of,
      type: first.type,
      range,
      places: of.map((e) => e.places).reduce(morePlaces),
      size: of.map((e) => e.size).reduce(larger),
    };
  }

  private round(x: Formula, step: Formula, mode: Formula, wanted: Wanted, at: number): Expression {
    const of = this.number(x, wanted);
    const grid = this.number(step, of.type);
    if (grid.kind !== 'number' || compare(grid.value, ZERO) <= 0) {
      throw new Refused(error('rules.roundingStep'), step.at);
    }
    const name = mode.kind === 'name' ? mode.id : '';
    const named = ROUNDING_MODES.find((m) => m === name);
    if (named === undefined) {
      throw new Refused(
        error('rules.roundingMode', { found: name, modes: ROUNDING_MODES.join(', ') }),
        mode.at,
      );
    }
    const rounded = (value: Exact): Exact => roundExact(value, grid.value, named as RoundingMode);
    const range = { low: rounded(of.range.low), high: rounded(of.range.high) };
    const places = grid.places as number;
    const e = {
      kind: 'round',
      of,
      step: grid.value,
      mode: named,
      type: of.type,
      range,
      places,
      size: places,
    } as const;
    return this.bounded(e, at);
  }

  private sum(f: Formula & { readonly kind: 'arithmetic' }, wanted: Wanted): Expression {
    const [left, right] = this.alike([f.left, f.right], wanted) as [NumberExpression, NumberExpression];
    const range = addRanges(left.range, f.op === '+' ? right.range : negateRange(right.range));
    const places = morePlaces(left.places, right.places);
    const size = places === null ? left.size + right.size : places;
    return this.bounded(
      { kind: 'arithmetic', op: f.op, left, right, type: left.type, range, places, size } as const,
      f.at,
    );
  }

  private product(f: Formula & { readonly kind: 'arithmetic' }): Expression {
    const left = this.number(f.left, { kind: 'anyNumber' });
    const right = this.number(f.right, { kind: 'anyNumber' });
    if (f.op === '*') {
      const places = left.places === null || right.places === null ? null : left.places + right.places;
      const type = { kind: 'number', unit: unitTimes(left.type.unit, right.type.unit) } as const;
      const range = multiplyRanges(left.range, right.range);
      const size = left.size + right.size;
      return this.bounded(
        { kind: 'arithmetic', op: '*', left, right, type, range, places, size } as const,
        f.at,
      );
    }
    if (contains(right.range, ZERO)) throw new Refused(error('rules.divisorZero'), f.right.at);
    const type = { kind: 'number', unit: unitOver(left.type.unit, right.type.unit) } as const;
    const range = divideRanges(left.range, right.range);
    const size = left.size + right.size + larger(digits(right.range.low), digits(right.range.high));
    return this.bounded(
      { kind: 'arithmetic', op: '/', left, right, type, range, places: null, size } as const,
      f.at,
    );
  }

  private comparison(f: Formula & { readonly kind: 'compare' }): Expression {
    const equality = f.op === '=' || f.op === '!=';
    // A choice on either side tells the other side where its option stands.
    const tell = (a: Formula): Expression | null => {
      if (a.kind !== 'name' && a.kind !== 'if') return null;
      try {
        const e = this.check(a, { kind: 'any' });
        return e.type.kind === 'number' ? null : e;
      } catch (refused) {
        if (refused instanceof Refused && refused.issue.code === 'rules.unknownName') return null;
        throw refused;
      }
    };
    const told = tell(f.left) ?? tell(f.right);
    if (told === null) {
      const [left, right] = this.alike([f.left, f.right], { kind: 'anyNumber' }) as [
        NumberExpression,
        NumberExpression,
      ];
      return { kind: 'compare', op: f.op, left, right, type: FLAG };
    }
    const type = told.type;
    const side = (a: Formula): Expression => {
      if (type.kind !== 'choice' || a.kind !== 'name') return this.whole(a, type);
      const meaning = this.names.meaning(a.id);
      if (meaning !== 'unknown') return this.whole(a, type);
      return { kind: 'option', index: this.option(a, type), type };
    };
    const left = side(f.left);
    const right = side(f.right);
    if (!equality && (type.kind !== 'choice' || !this.names.choice(type.choice).ordered)) {
      throw new Refused(error('rules.notOrdered', { found: describeType(type) }), f.at);
    }
    return { kind: 'compare', op: f.op, left, right, type: FLAG };
  }

  private conditional(f: Formula & { readonly kind: 'if' }, wanted: Wanted): Expression {
    const when = this.flag(f.when);
    const telling = this.isBare(f.then) ? f.otherwise : f.then;
    const told = this.check(telling, wanted);
    const inner: Wanted = told.type;
    const then = this.whole(f.then, inner);
    const otherwise = this.whole(f.otherwise, inner);
    if (inner.kind !== 'number') return { kind: 'if', when, then, otherwise, type: told.type };
    const [a, b] = [then as NumberExpression, otherwise as NumberExpression];
    const places = morePlaces(a.places, b.places);
    return {
      kind: 'if',
      when,
      then,
      otherwise,
      type: told.type,
      range: hull(a.range, b.range),
      places,
      size: larger(a.size, b.size),
    };
  }
}
