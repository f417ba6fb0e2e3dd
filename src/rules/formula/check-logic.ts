import { error, hull } from '../../value/index.js';
import { larger, morePlaces } from '../digits.js';
import { nearest } from '../names.js';
import type { Formula } from './ast.js';
import { type Checking, noneOf, refuse, sure } from './checking.js';
import { type Expression, FLAG, type NumberExpression, type NumberFacts, type Type } from './expression.js';
import { narrow } from './narrow.js';
import { printFormula } from './print.js';
import { Refused } from './refused.js';
import { describeType, type Wanted } from './wanted.js';

type Of<K extends Formula['kind']> = Formula & { readonly kind: K };
type ChoiceOf = Type & { readonly kind: 'choice' };

/** A name that stands for nothing by itself: perhaps an option of what is on the other side. */
function standsAlone(c: Checking, f: Formula): boolean {
  if (f.kind !== 'name' || f.dated !== undefined) return true;
  if (f.id === 'as_of' || f.id === 'period_start' || c.variableChoice(f.id) !== undefined) return true;
  if (c.names.meaning(f.id) !== 'unknown' || c.names.parameter(f.id) !== 'unknown') return true;
  const people = c.looksAt === null ? 'unknown' : c.names.people(c.looksAt);
  return typeof people !== 'string' && people.attribute(f.id) !== 'unknown';
}

/** The type that one side tells the other, or `null` where it does not tell. */
function tells(c: Checking, f: Formula): Type | null {
  if (c.isBare(f) || f.kind === 'none' || !standsAlone(c, f)) return null;
  try {
    return c.check(f, { kind: 'any' }).type;
  } catch (refused) {
    // Both branches of an `if` may be options; the other side says of which choice.
    if (f.kind === 'if' && refused instanceof Refused && refused.issue.code === 'rules.unknownName')
      return null;
    throw refused;
  }
}

/** Two values of one type, neither of them none. Options and dates have an order, codes and flags only equality. */
export function comparison(c: Checking, f: Of<'compare'>): Expression {
  const type = tells(c, f.left) ?? tells(c, f.right);
  if (type === null || type.kind === 'number') {
    const [left, right] = c.alike([f.left, f.right], { kind: 'anyNumber' }) as [
      NumberExpression,
      NumberExpression,
    ];
    return { kind: 'compare', op: f.op, left: sure(left, f.left), right: sure(right, f.right), type: FLAG };
  }
  const side = (a: Formula): Expression => {
    if (type.kind === 'choice' && a.kind === 'name' && !standsAlone(c, a))
      return { kind: 'option', index: optionOf(c, a, type), type };
    return c.whole(a, type);
  };
  const [left, right] = [side(f.left), side(f.right)];
  const equality = f.op === '=' || f.op === '!=';
  const ordered = type.kind === 'date' || (type.kind === 'choice' && c.names.choice(type.choice).ordered);
  if (!equality && !ordered)
    throw new Refused(error('rules.notOrdered', { found: describeType(type) }), f.at);
  return { kind: 'compare', op: f.op, left: sure(left, f.left), right: sure(right, f.right), type: FLAG };
}

/** `x in [a, b]`: options of a choice, or numbers. */
export function membership(c: Checking, f: Of<'in'>): Expression {
  const of = sure(c.check(f.left, { kind: 'any' }), f.left);
  const listed = of.type.kind === 'number' ? amongNumbers(c, f) : amongOptions(c, f, of);
  return f.negated ? { kind: 'not', of: listed, type: FLAG } : listed;
}

function amongNumbers(c: Checking, f: Of<'in'>): Expression {
  const equals = f.options.map((option) =>
    comparison(c, { kind: 'compare', op: '=', left: f.left, right: option, at: option.at }),
  );
  return { kind: 'or', of: equals, type: FLAG };
}

function amongOptions(c: Checking, f: Of<'in'>, of: Expression): Expression {
  const { type } = of;
  if (type.kind !== 'choice')
    throw new Refused(error('rules.type', { found: describeType(type), needed: 'choice' }), f.left.at);
  const options = f.options.map((option) => optionOf(c, option, type));
  return { kind: 'in', of, options: [...new Set(options)].sort((a, b) => a - b), type: FLAG };
}

/** The number of an option by its name. */
export function optionOf(c: Checking, f: Formula, type: ChoiceOf): number {
  const { options } = c.names.choice(type.choice);
  const found = printFormula(f);
  const index = options.indexOf(found);
  if (index >= 0) return index;
  const near = nearest(found, options);
  const values = { option: found, choice: type.choice, options: options.join(', ') };
  return refuse('rules.unknownOption', near === null ? values : { ...values, near }, f.at);
}

const rangeOf = (e: Expression): NumberFacts | null =>
  'range' in e && e.range !== undefined ? (e as Expression & NumberFacts) : null;

/** What either of two numbers or dates can be; a branch that is only none adds nothing. */
function joined(a: Expression, b: Expression): Partial<NumberFacts> {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  if (x === null || y === null) {
    const one = x ?? y;
    return one === null ? {} : { range: one.range, places: one.places, size: one.size };
  }
  return {
    range: hull(x.range, y.range),
    places: morePlaces(x.places, y.places),
    size: larger(x.size, y.size),
  };
}

/** Each branch stands behind the condition that leads to it. */
export function conditional(c: Checking, f: Of<'if'>, wanted: Wanted): Expression {
  const when = c.flag(f.when);
  const yes = c.behind(narrow(when, true, c.narrowing));
  const no = c.behind(narrow(when, false, c.narrowing));
  // The branch that has a type of its own tells the other: not a bare number, not none.
  const thenTells =
    f.then.kind !== 'none' && (!c.isBare(f.then) || f.otherwise.kind === 'none' || c.isBare(f.otherwise));
  const { type } = thenTells ? yes.check(f.then, wanted) : no.check(f.otherwise, wanted);
  const then = yes.whole(f.then, type);
  const otherwise = no.whole(f.otherwise, type);
  return { kind: 'if', when, then, otherwise, type, ...joined(then, otherwise), ...noneOf(then, otherwise) };
}

/** The value, and another where it is none. */
export function ifNone(c: Checking, f: Of<'ifNone'>, wanted: Wanted): Expression {
  const told = c.isBare(f.of) ? c.check(f.otherwise, wanted).type : undefined;
  const of = c.check(f.of, told ?? wanted);
  const otherwise = c.whole(f.otherwise, of.type);
  return { kind: 'ifNone', of, otherwise, type: of.type, ...joined(of, otherwise), ...noneOf(otherwise) };
}
