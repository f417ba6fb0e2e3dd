import { decimalPlaces, divide, error, exact, only, parseExact, type Range } from '../../value/index.js';
import type { Formula } from './ast.js';
import { calendarCall, isCalendar, moved } from './check-dates.js';
import { comparison, conditional, ifNone, membership } from './check-logic.js';
import { lookup, marginal, parameter } from './check-lookups.js';
import { named } from './check-names.js';
import { absolute, clamped, lesserOrGreater, negated, product, rounded, sum } from './check-numbers.js';
import { has, over, pick } from './check-people.js';
import { AlreadyReported, type Checking, sure } from './checking.js';
import {
  DATE,
  type Expression,
  FLAG,
  type NumberExpression,
  type NumberFacts,
  type Type,
} from './expression.js';
import type { Names } from './names.js';
import { type Narrowing, NOTHING_NARROWED, narrow } from './narrow.js';
import { type FormulaIssue, Refused } from './refused.js';
import { PURE, parseUnit } from './units.js';
import { describeType, type Wanted } from './wanted.js';

export type Checked =
  | { readonly ok: true; readonly expression: Expression }
  | ({ readonly ok: false } & FormulaIssue);

/**
 * Settles names, types, units and ranges of a formula, behind guards that have narrowed some names. A bare number takes
 * the unit its place asks for; as a factor, or among bare numbers, it is pure. Issues: `rules.unknownName`,
 * `rules.unknownTable`, `rules.unknownColumn`, `rules.unknownSchedule`, `rules.unknownChoice`, `rules.unknownOption`,
 * `rules.unknownUnit`, `rules.type`, `rules.unit`, `rules.notOrdered`, `rules.maybeNone`, `rules.divisorZero`,
 * `rules.keyOutside`, `rules.keyNotWhole`, `rules.notDated`, `rules.dateBeforeFirst`, `rules.dateRuleMissing`,
 * `rules.date`, `rules.notPeople`, `rules.notSeveral`, `rules.memberOutside`, `rules.nestedPeople`, `rules.shadow`,
 * `rules.roundingStep`, `rules.roundingMode`, `rules.arguments`, `rules.number`, `rules.limit`.
 * `null` means that a name it reads is broken and has been reported there.
 */
export function checkFormula(
  formula: Formula,
  wanted: Wanted,
  names: Names,
  given: Narrowing = NOTHING_NARROWED,
): Checked | null {
  try {
    const checker = new Checker(names, given, names.member ?? null, new Map());
    return { ok: true, expression: checker.whole(formula, wanted) };
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, issue: refused.issue, at: refused.at };
    if (refused instanceof AlreadyReported) return null;
    throw refused;
  }
}

class Checker implements Checking {
  readonly names: Names;
  readonly narrowing: Narrowing;
  readonly looksAt: string | null;
  private readonly variables: ReadonlyMap<string, string>;

  constructor(
    names: Names,
    narrowing: Narrowing,
    looksAt: string | null,
    variables: ReadonlyMap<string, string>,
  ) {
    this.names = names;
    this.narrowing = narrowing;
    this.looksAt = looksAt;
    this.variables = variables;
  }

  behind(narrowing: Narrowing): Checking {
    return new Checker(this.names, narrowing, this.looksAt, this.variables);
  }

  member(people: string): Checking {
    return new Checker(this.names, this.narrowing, people, this.variables);
  }

  variable(name: string, choice: string): Checking {
    return new Checker(
      this.names,
      this.narrowing,
      this.looksAt,
      new Map([...this.variables, [name, choice]]),
    );
  }

  variableChoice(name: string): string | undefined {
    return this.variables.get(name);
  }

  whole(formula: Formula, wanted: Wanted): Expression {
    const expression = this.check(formula, wanted);
    this.expect(expression, wanted, formula.at);
    return expression;
  }

  private expect(e: Expression, wanted: Wanted, at: number): void {
    const misfits = (): never => {
      throw new Refused(
        error('rules.type', { found: describeType(e.type), needed: describeType(wanted) }),
        at,
      );
    };
    const fits =
      wanted.kind === 'any' ||
      (wanted.kind === 'anyNumber' ? e.type.kind === 'number' : e.type.kind === wanted.kind);
    if (!fits) misfits();
    if (wanted.kind === 'number' && e.type.kind === 'number' && e.type.unit !== wanted.unit) {
      throw new Refused(error('rules.unit', { found: e.type.unit, needed: wanted.unit }), at);
    }
    if (wanted.kind === 'choice' && e.type.kind === 'choice' && e.type.choice !== wanted.choice) misfits();
  }

  number(formula: Formula, wanted: Wanted): NumberExpression {
    const e = this.check(formula, wanted);
    this.expect(e, wanted.kind === 'number' ? wanted : { kind: 'anyNumber' }, formula.at);
    if (!('range' in e) || e.range === undefined) {
      throw new Refused(
        error('rules.type', { found: e.kind === 'none' ? 'none' : describeType(e.type), needed: 'number' }),
        formula.at,
      );
    }
    return e as NumberExpression;
  }

  date(formula: Formula): Expression & NumberFacts {
    const e = this.whole(formula, DATE);
    if ('range' in e && e.range !== undefined) return e as Expression & NumberFacts;
    throw new Refused(error('rules.type', { found: 'none', needed: 'date' }), formula.at);
  }

  flag(formula: Formula): Expression {
    return sure(this.whole(formula, FLAG), formula);
  }

  isBare(f: Formula): boolean {
    if (f.kind === 'number') return f.unit === null;
    if (f.kind === 'negate') return this.isBare(f.of);
    if (f.kind === 'arithmetic') return this.isBare(f.left) && this.isBare(f.right);
    if (f.kind === 'if') return this.isBare(f.then) && this.isBare(f.otherwise);
    if (f.kind === 'call')
      return f.name !== 'round' && !isCalendar(f.name) && f.args.every((arg) => this.isBare(arg));
    return false;
  }

  alike(formulas: readonly Formula[], wanted: Wanted): readonly NumberExpression[] {
    const asked: Wanted = wanted.kind === 'number' ? wanted : { kind: 'anyNumber' };
    const telling = formulas.find((f) => !this.isBare(f));
    if (telling === undefined) return formulas.map((f) => this.number(f, asked));
    const { unit } = this.number(telling, asked).type;
    return formulas.map((f) => this.number(f, { kind: 'number', unit }));
  }

  check(f: Formula, wanted: Wanted): Expression {
    switch (f.kind) {
      case 'number':
        return this.constant(f, wanted);
      case 'span':
        throw new Refused(error('rules.type', { found: f.unit, needed: describeType(wanted) }), f.at);
      case 'flag':
        return { kind: 'flag', value: f.value, type: FLAG };
      case 'none': {
        if (wanted.kind === 'any' || wanted.kind === 'anyNumber')
          throw new Refused(error('rules.type', { found: 'none', needed: describeType(wanted) }), f.at);
        return { kind: 'none', type: wanted, maybeNone: true };
      }
      case 'name':
        return f.dated === undefined ? named(this, f, wanted) : parameter(this, f);
      case 'lookup':
        return lookup(this, f);
      case 'marginal':
        return marginal(this, f);
      case 'call':
        return this.call(f, wanted);
      case 'has':
        return has(this, f);
      case 'people':
        return over(this, f, wanted);
      case 'pick':
        return pick(this, f);
      case 'negate':
        return negated(this, f.of, wanted);
      case 'arithmetic': {
        if (f.right.kind === 'span') return moved(this, f, f.right);
        return f.op === '+' || f.op === '-' ? sum(this, f, wanted) : product(this, f);
      }
      case 'compare':
        return comparison(this, f);
      case 'in':
        return membership(this, f);
      case 'and':
      case 'or':
        return this.logic(f);
      case 'not':
        return { kind: 'not', of: this.flag(f.of), type: FLAG };
      case 'if':
        return conditional(this, f, wanted);
      case 'isNone': {
        const is: Expression = { kind: 'isNone', of: this.check(f.of, { kind: 'any' }), type: FLAG };
        return f.negated ? { kind: 'not', of: is, type: FLAG } : is;
      }
      case 'ifNone':
        return ifNone(this, f, wanted);
    }
  }

  /** A part stands behind those before it: they have held, or not held, where it matters. */
  private logic(f: Formula & { readonly kind: 'and' | 'or' }): Expression {
    let here: Checking = this;
    const of = f.of.map((part) => {
      const e = here.flag(part);
      here = here.behind(narrow(e, f.kind === 'and', here.narrowing));
      return e;
    });
    return { kind: f.kind, of, type: FLAG };
  }

  private constant(f: Formula & { readonly kind: 'number' }, wanted: Wanted): Expression {
    const plain = parseExact(f.text);
    if (plain === null) throw new Refused(error('rules.number', { found: f.text }), f.at);
    const value = f.percent ? divide(plain, exact(100n)) : plain;
    const own = f.unit === null ? null : parseUnit(f.unit, this.names.units);
    if (f.unit !== null && own === null)
      throw new Refused(error('rules.unknownUnit', { unit: f.unit }), f.at);
    const type: Type = { kind: 'number', unit: own ?? (wanted.kind === 'number' ? wanted.unit : PURE) };
    const places = decimalPlaces(value) ?? 0;
    const range: Range = only(value);
    return { kind: 'number', value, type, range, places, size: places };
  }

  private call(f: Formula & { readonly kind: 'call' }, wanted: Wanted): Expression {
    if (isCalendar(f.name)) return calendarCall(this, f);
    switch (f.name) {
      case 'round':
        return rounded(this, f, wanted);
      case 'abs':
        return absolute(this, f, wanted);
      case 'clamp':
        return clamped(this, f, wanted);
      default:
        return lesserOrGreater(this, f, wanted);
    }
  }
}
