import { error, exact, multiplyRanges } from '../../value/index.js';
import { nearest } from '../names.js';
import type { Formula } from './ast.js';
import { optionOf } from './check-logic.js';
import { AlreadyReported, bounded, type Checking, numberType, refuse, sure } from './checking.js';
import { type Expression, FLAG, type NumberFacts, type Type } from './expression.js';
import { Refused } from './refused.js';
import { PURE } from './units.js';
import { describeType, type Wanted } from './wanted.js';

type Of<K extends Formula['kind']> = Formula & { readonly kind: K };

const upTo = (least: number, most: number): NumberFacts => ({
  range: { low: exact(BigInt(least)), high: exact(BigInt(most)) },
  places: 0,
  size: 0,
});

/** The choice behind a fact with several options. */
function severalOf(c: Checking, fact: string, at: number): Type & { readonly kind: 'several' } {
  const meaning = c.names.meaning(fact);
  if (meaning === 'broken') throw new AlreadyReported();
  if (meaning === 'unknown') {
    const near = nearest(fact, c.names.known);
    return refuse('rules.unknownName', near === null ? { name: fact } : { name: fact, near }, at);
  }
  if (meaning.type.kind !== 'several' || meaning.of.kind !== 'fact')
    return refuse('rules.type', { found: describeType(meaning.type), needed: 'several' }, at);
  return meaning.type;
}

/** `has_any(marks, [a, b])`, `has_all(…)`. */
export function has(c: Checking, f: Of<'has'>): Expression {
  const [fact = f.at, ...places] = f.places ?? [];
  const { choice } = severalOf(c, f.fact, fact);
  const options = f.options.map((id, i) =>
    optionOf(c, { kind: 'name', id, at: places[i] ?? f.at }, { kind: 'choice', choice }),
  );
  return {
    kind: 'has',
    op: f.op,
    fact: f.fact,
    options: [...new Set(options)].sort((a, b) => a - b),
    type: FLAG,
  };
}

/** Over the members of a list of people; `count` also over a fact with several options. */
export function over(c: Checking, f: Of<'people'>, wanted: Wanted): Expression {
  const people = c.names.people(f.people);
  if (people === 'broken') throw new AlreadyReported();
  if (people === 'unknown') {
    if (f.op !== 'count' || f.where !== undefined) return notPeople(c, f);
    const { choice } = severalOf(c, f.people, f.places?.[0] ?? f.at);
    const all = c.names.choice(choice).options.length;
    return { kind: 'countOf', fact: f.people, type: numberType(PURE), ...upTo(0, all) };
  }
  if (c.looksAt !== null) return refuse('rules.nestedPeople', { people: f.people }, f.at);
  const inner = c.member(f.people);
  const where = f.where === undefined ? undefined : inner.flag(f.where);
  const base = {
    kind: 'over',
    op: f.op,
    people: f.people,
    ...(where === undefined ? {} : { where }),
  } as const;
  const surely = where === undefined ? people.least : 0;
  switch (f.op) {
    case 'count':
      return { ...base, type: numberType('person'), ...upTo(surely, people.most) };
    case 'any':
      return { ...base, type: FLAG };
    case 'all':
      return { ...base, of: inner.flag(f.of as Formula), type: FLAG };
    case 'sum': {
      const of = sure(inner.number(f.of as Formula, wanted), f.of as Formula);
      const many = { low: exact(BigInt(surely)), high: exact(BigInt(people.most)) };
      const range = multiplyRanges(of.range, many);
      const size = of.places === null ? of.size * people.most : of.size;
      return bounded({ ...base, of, type: of.type, range, places: of.places, size } as const, f.at);
    }
    case 'lowest':
    case 'highest': {
      const of = inner.check(f.of as Formula, wanted);
      if (of.type.kind !== 'number' && of.type.kind !== 'date')
        throw new Refused(error('rules.type', { found: describeType(of.type), needed: 'number' }), f.at);
      sure(of, f.of as Formula);
      const { range, places, size } = of as Expression & NumberFacts;
      // Of nobody: none.
      return { ...base, of, type: of.type, range, places, size, ...(surely > 0 ? {} : { maybeNone: true }) };
    }
  }
}

function notPeople(c: Checking, f: Of<'people'>): never {
  const at = f.places?.[0] ?? f.at;
  const meaning = c.names.meaning(f.people);
  if (meaning === 'broken') throw new AlreadyReported();
  if (meaning !== 'unknown')
    return refuse('rules.notPeople', { name: f.people, found: describeType(meaning.type) }, at);
  const near = nearest(f.people, c.names.known);
  return refuse('rules.unknownName', near === null ? { name: f.people } : { name: f.people, near }, at);
}

/** Over the options of a choice in their listed order; `first` and `last` give an option, or none. */
export function pick(c: Checking, f: Of<'pick'>): Expression {
  const [variable = f.at, chosen = f.at] = f.places ?? [];
  const choice = c.names.choiceNamed(f.choice);
  if (choice === undefined) {
    const near = nearest(f.choice, c.names.choices);
    return refuse(
      'rules.unknownChoice',
      near === null ? { choice: f.choice } : { choice: f.choice, near },
      chosen,
    );
  }
  const other =
    c.variableChoice(f.variable) !== undefined
      ? 'variable'
      : c.names.known.includes(f.variable)
        ? 'names'
        : null;
  if (other !== null) return refuse('rules.shadow', { name: f.variable, other }, variable);
  const where = c.variable(f.variable, f.choice).flag(f.where);
  const base = { kind: 'pick', op: f.op, variable: f.variable, choice: f.choice, where } as const;
  switch (f.op) {
    case 'any':
      return { ...base, type: FLAG };
    case 'count':
      return { ...base, type: numberType(PURE), ...upTo(0, choice.options.length) };
    default:
      return { ...base, type: { kind: 'choice', choice: f.choice }, maybeNone: true };
  }
}
