import * as fc from 'fast-check';
import type { FactInput, PeopleInput, ScalarInput } from '../roster/index.js';
import { type LinkedFact, type LinkedShape, partsOf } from '../rules/index.js';
import {
  add,
  type CivilDate,
  divide,
  type Exact,
  exact,
  floor,
  formatCivilDate,
  formatExact,
  fromDay,
  multiply,
  ONE,
  parseCivilDate,
  type Range,
  subtract,
  toDay,
} from '../value/index.js';
import type { Draft } from './draft.js';
import type { Ground } from './ground.js';
import { nearTurn } from './near.js';

/** A value in the written form of its shape. */
export function scalar(
  ground: Ground,
  id: string,
  shape: LinkedShape,
  event = false,
): fc.Arbitrary<ScalarInput> {
  const there = present(ground, id, shape, event);
  if (!shape.mayBeNone) return there;
  return fc.oneof({ weight: 4, arbitrary: there }, { weight: 1, arbitrary: fc.constant('none') });
}

function present(ground: Ground, id: string, shape: LinkedShape, event: boolean): fc.Arbitrary<ScalarInput> {
  switch (shape.type.kind) {
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...shape.options);
    case 'code':
      return fc.constantFrom(...codes(ground), 'Z0');
    default:
      return onGrid(ground, id, shape, event);
  }
}

/** Keys of tables by code: other codes are all alike. */
const codes = ({ rules }: Ground): readonly string[] =>
  rules.tables.flatMap(({ keys }) => keys.flatMap((key) => (key.kind === 'code' ? key.codes : [])));

/** Three times in four where something turns: a cut, one step beside it, an end of the range. */
function onGrid(ground: Ground, id: string, shape: LinkedShape, event: boolean): fc.Arbitrary<ScalarInput> {
  const { low } = shape.range as Range;
  const step = shape.step ?? ONE;
  const last = lastOf(ground, shape, event);
  const turns = turnsOf(ground, id, last);
  const position = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...turns) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: last }) },
  );
  return position.map((at) => written(shape, add(low, multiply(exact(at), step))));
}

const written = (shape: LinkedShape, value: Exact): string =>
  shape.type.kind === 'date' ? formatCivilDate(fromDay(Number(floor(value)))) : formatExact(value);

/** The last position of a grid; an event that is counted from has happened by the day asked for. */
function lastOf({ context }: Ground, shape: LinkedShape, event: boolean): bigint {
  const { low, high } = shape.range as Range;
  const last = floor(divide(subtract(high, low), shape.step ?? ONE));
  if (!event) return last;
  const today = BigInt(toDay(parseCivilDate(context.asOf) as CivilDate)) - floor(low);
  return today < last ? today : last;
}

/** Positions at which a plan turns on a fact, or on an attribute of the first person of a list. */
function turnsOf({ plan }: Ground, path: string, last: bigint): readonly bigint[] {
  const [fact, attribute] = path.split('.');
  const sub = attribute === undefined ? undefined : `1.${attribute}`;
  const input = plan.inputs.findIndex((one) => one.kind === 'fact' && one.id === fact && one.sub === sub);
  const cuts = plan.cuts[input] ?? [];
  const all = [0n, last, ...cuts.flatMap((cut) => [cut, cut - 1n, cut + 1n])];
  return [...new Set(all)].filter((at) => at >= 0n && at <= last).sort((a, b) => (a < b ? -1 : 1));
}

/** All that a fact can be, in its written form. */
export function fact(ground: Ground, of: LinkedFact): fc.Arbitrary<FactInput> {
  if (of.type.kind === 'several') return fc.subarray([...of.options]);
  if (of.people === undefined) return scalar(ground, of.id, of, of.event);
  const { least, most, attributes } = of.people;
  const member = fc.record(
    Object.fromEntries(attributes.map((one) => [one.id, scalar(ground, `${of.id}.${one.id}`, one)])),
  ) as fc.Arbitrary<PeopleInput['list'][number]>;
  return fc
    .array(member, { minLength: least, maxLength: most })
    .map((list): PeopleInput => ({ complete: true, list }));
}

/**
 * Students of whom everything is known, most of them where something turns: every value three times in four at a cut or
 * beside it, and every third student moved along one number until its outcome turns.
 */
export function drafts(ground: Ground): fc.Arbitrary<Draft> {
  const { rules } = ground;
  const record = <T>(
    entries: readonly (readonly [string, fc.Arbitrary<T>])[],
  ): fc.Arbitrary<Record<string, T>> => fc.record(Object.fromEntries(entries), { noNullPrototype: true });
  const plain = fc.record(
    {
      facts: record(rules.facts.map((one) => [one.id, fact(ground, one)] as const)),
      categories: record(
        rules.categories
          .filter(({ list }) => list !== undefined)
          .map(
            ({ id }) => [id, fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.boolean())] as const,
          ),
      ),
      points: record(
        partsOf(rules.score).flatMap(({ path, value }) =>
          value.kind === 'discretion'
            ? [[path, fc.constantFrom(formatExact(value.range.low), formatExact(value.range.high))] as const]
            : [],
        ),
      ),
    },
    { noNullPrototype: true },
  );
  const numbers = rules.facts.filter(({ type }) => type.kind === 'number' || type.kind === 'date');
  if (numbers.length === 0) return plain;
  const move = fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...numbers.map(({ id }) => id)), fc.boolean()) },
  );
  return fc
    .tuple(plain, move)
    .map(([draft, by]) => (by === null ? draft : nearTurn(ground, draft, by[0], by[1])));
}

/** A row of a department list: what it says of each attribute, `undefined` where it says nothing. */
export function listRows(
  ground: Ground,
  list: string,
): fc.Arbitrary<Readonly<Record<string, string | undefined>>> {
  const attributes = ground.rules.lists.find(({ id }) => id === list)?.attributes ?? [];
  return fc.record(
    Object.fromEntries(
      attributes.map(({ id, type, options }) => [
        id,
        fc.option(fc.constantFrom(...(type.kind === 'flag' ? ['true', 'false'] : options)), {
          nil: undefined,
        }),
      ]),
    ),
    { noNullPrototype: true },
  );
}
