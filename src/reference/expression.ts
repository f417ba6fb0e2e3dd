import type { Expression, Meant } from '../rules/index.js';
import { fromExact, larger, minus, over, plus, type Quotient, rounded, times } from '../value/index.js';
import { between, dateOf, monthOf, shifted, yearOf } from './calendar.js';
import { type Case, OUTSIDE, type Place } from './case.js';
import { marginal, parameter, tableCell } from './lookup.js';
import { NOTHING, type Present, side, strict } from './meant.js';
import { firstThat } from './not-known.js';
import { attributeOf, overPeople } from './people.js';
import { pick } from './pick.js';
import { countOf, hasOptions } from './several.js';

type Operation = (Expression & { readonly kind: 'arithmetic' })['op'];
type Comparison = (Expression & { readonly kind: 'compare' })['op'];

/**
 * The meaning of a formula, section 4 of the rule language, on exact decimals and civil dates. It looks at no more than
 * it needs: one branch of an `if`, the members of `and` and `or` up to the first that decides. `undefined` is a fact that
 * gives no points because it is not known: it passes through everything but an `and` that is false anyway and an `or`
 * that is true anyway. `none` passes through whatever reckons, until `if_none` catches it.
 */
export function meaningOfExpression(e: Expression, at: Case, place: Place = OUTSIDE): Meant {
  const ask = (x: Expression): Meant => meaningOfExpression(x, at, place);
  const ofOne = (x: Expression, f: (x: Present) => Meant): Meant =>
    strict([ask(x)], ([one]) => f(one as Present));
  const ofNumber = (x: Expression, f: (x: Quotient) => Meant): Meant => ofOne(x, (one) => f(one as Quotient));
  switch (e.kind) {
    case 'number':
      return fromExact(e.value);
    case 'flag':
      return e.value;
    case 'option':
      return e.index;
    case 'none':
      return 'none';
    case 'read':
      return at.read(e.of, place);
    case 'attribute':
      return attributeOf(at, place, e.people, e.id);
    case 'chosen':
      return place.chosen.get(e.variable);
    case 'lookup':
      return tableCell(e, at, place);
    case 'parameter':
      return parameter(e, at, place);
    case 'marginal':
      return marginal(e, at, place);
    case 'arithmetic':
      return strict([ask(e.left), ask(e.right)], ([a, b]) => reckon(e.op, a as Quotient, b as Quotient));
    case 'negate':
      return ofNumber(e.of, (x) => minus(NOTHING, x));
    case 'abs':
      return ofNumber(e.of, (x) => larger(x, minus(NOTHING, x)));
    case 'least':
      return strict(e.of.map(ask), (all) => all.reduce((a, b) => (side(a, b) <= 0 ? a : b)));
    case 'greatest':
      return strict(e.of.map(ask), (all) => all.reduce((a, b) => (side(a, b) >= 0 ? a : b)));
    case 'round':
      return ofNumber(e.of, (x) => rounded(x, fromExact(e.step), e.mode));
    case 'compare':
      return strict([ask(e.left), ask(e.right)], ([a, b]) => holds(e.op, side(a as Present, b as Present)));
    case 'in':
      return ofOne(e.of, (x) => e.options.includes(x as number));
    case 'and':
      return decided(e.of, false, ask);
    case 'or':
      return decided(e.of, true, ask);
    case 'not':
      return ofOne(e.of, (x) => x === false);
    case 'if': {
      const when = ask(e.when);
      return when === undefined ? undefined : ask(when === true ? e.then : e.otherwise);
    }
    case 'isNone': {
      const x = ask(e.of);
      return x === undefined ? undefined : x === 'none';
    }
    case 'ifNone': {
      const x = ask(e.of);
      return x === 'none' ? ask(e.otherwise) : x;
    }
    case 'has':
      return hasOptions(at, e.fact, e.options, e.op === 'has_all');
    case 'countOf':
      return countOf(at, e.fact);
    case 'over':
      return overPeople(e, at, place);
    case 'pick':
      return pick(e, at, place);
    case 'date':
      return ofNumber(e.year, (year) => dateOf(year, e.month, e.day));
    case 'shift':
      return ofOne(e.of, (x) => shifted(x, e.count, e.unit, at.rules.dates));
    case 'yearOf':
      return ofOne(e.of, yearOf);
    case 'monthOf':
      return ofOne(e.of, monthOf);
    case 'between':
      return strict([ask(e.from), ask(e.to)], ([a, b]) =>
        between(e.op, a as Present, b as Present, at.rules.dates),
      );
  }
}

function reckon(op: Operation, a: Quotient, b: Quotient): Quotient {
  switch (op) {
    case '+':
      return plus(a, b);
    case '-':
      return minus(a, b);
    case '*':
      return times(a, b);
    case '/':
      return over(a, b);
  }
}

function holds(op: Comparison, by: number): boolean {
  switch (op) {
    case '=':
      return by === 0;
    case '!=':
      return by !== 0;
    case '<':
      return by < 0;
    case '<=':
      return by <= 0;
    case '>':
      return by > 0;
    case '>=':
      return by >= 0;
  }
}

/** `and` (decided by the first that is false) and `or` (by the first that is true); else missing if one is missing. */
function decided(of: readonly Expression[], by: boolean, ask: (e: Expression) => Meant): boolean | undefined {
  const found = firstThat(
    of.map((one) => () => ask(one)),
    (is) => is === by,
  );
  return found.includes(by) ? by : found.includes(undefined) ? undefined : !by;
}
