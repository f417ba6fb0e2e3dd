import { add, error, exact, greatest, least, type Range, subtract } from '../../value/index.js';
import { nearest } from '../names.js';
import type { Formula } from './ast.js';
import { optionOf } from './check-logic.js';
import { parameter } from './check-lookups.js';
import { AlreadyReported, type Checking, refuse } from './checking.js';
import { DATE, type Expression, type NumberFacts, type Type } from './expression.js';
import { nameOf } from './narrow.js';
import { Refused } from './refused.js';
import type { Wanted } from './wanted.js';

type Name = Formula & { readonly kind: 'name' };

/** A year and a bit: a period begins near the day for which it is asked. */
const NEAR = exact(400n);

/** A name: an option of the wanted choice, an option or member that is being looked at, or a value of the file. */
export function named(c: Checking, f: Name, wanted: Wanted): Expression {
  const { id, at } = f;
  const variable = c.variableChoice(id);
  if (variable !== undefined)
    return { kind: 'chosen', variable: id, type: { kind: 'choice', choice: variable } };
  const attribute = c.looksAt === null ? null : attributeNamed(c, c.looksAt, id);
  if (attribute !== null) return attribute;
  if (wanted.kind === 'choice') {
    const index = c.names.choice(wanted.choice).options.indexOf(id);
    if (index >= 0) return { kind: 'option', index, type: wanted };
  }
  if (id === 'as_of') return dated({ kind: 'as_of' }, c.names.asOf);
  if (id === 'period_start') {
    const { low, high } = c.names.asOf;
    return dated({ kind: 'period_start' }, { low: subtract(low, NEAR), high: add(high, NEAR) });
  }
  if (c.names.parameter(id) !== 'unknown') return guarded(c, parameter(c, f));
  const meaning = c.names.meaning(id);
  if (meaning === 'broken') throw new AlreadyReported();
  if (meaning === 'unknown') {
    const near = nearest(id, [...c.names.known, ...c.names.parameters, ...attributesInSight(c)]);
    // Where an option is asked for, a name that is near no value is meant to be one.
    if (
      wanted.kind === 'choice' &&
      (near === null || nearest(id, c.names.choice(wanted.choice).options) !== null)
    )
      optionOf(c, f, wanted);
    const known = c.names.closed === true ? { known: c.names.known.join(', ') } : {};
    return refuse('rules.unknownName', { name: id, ...(near === null ? {} : { near }), ...known }, at);
  }
  if (meaning.people !== undefined && meaning.people !== c.looksAt)
    return refuse('rules.memberOutside', { name: id, people: meaning.people }, at);
  const { of, type, range, places, size } = meaning;
  if (type.kind === 'several' || type.kind === 'people')
    throw new Refused(error('rules.onlyThrough', { name: id, type: type.kind }), at);
  return guarded(c, {
    kind: 'read',
    of,
    type,
    ...(range === undefined ? {} : { range, places, size }),
    ...(meaning.maybeNone === undefined ? {} : { maybeNone: true }),
  });
}

const dated = (of: { readonly kind: 'as_of' | 'period_start' }, range: Range): Expression => ({
  kind: 'read',
  of,
  type: DATE,
  range,
  places: 0,
  size: 0,
});

function attributesInSight(c: Checking): readonly string[] {
  const people = c.looksAt === null ? 'unknown' : c.names.people(c.looksAt);
  return typeof people === 'string' ? [] : people.attributes;
}

function attributeNamed(c: Checking, peopleId: string, id: string): Expression | null {
  const people = c.names.people(peopleId);
  if (people === 'broken') throw new AlreadyReported();
  const attribute = people === 'unknown' ? 'unknown' : people.attribute(id);
  if (attribute === 'unknown') return null;
  const { type, range, places, size } = attribute;
  return guarded(c, {
    kind: 'attribute',
    people: peopleId,
    id,
    type,
    ...(range === undefined ? {} : { range, places, size }),
    ...(attribute.maybeNone === undefined ? {} : { maybeNone: true }),
  });
}

type Guardable = { readonly type: Type; readonly maybeNone?: true } & Partial<NumberFacts>;

/** The name as guards before it have left it. */
export function guarded<T extends Expression & Guardable>(c: Checking, e: T): T {
  const name = nameOf(e);
  const known = name === null ? undefined : c.narrowing.get(name);
  if (known === undefined) return e;
  const { maybeNone, ...rest } = e;
  const kept = known.notNone === true || maybeNone === undefined ? rest : e;
  if (known.range === undefined || e.range === undefined) return kept as T;
  const range = { low: greatest(e.range.low, known.range.low), high: least(e.range.high, known.range.high) };
  return { ...kept, range } as T;
}
