import type { Known, KnownPeople, KnownScalar, KnownSet } from '../../../src/reference/index.js';
import type { FactInput, PeopleInput, ScalarInput } from '../../../src/roster/index.js';
import type { LinkedFact, LinkedShape } from '../../../src/rules/index.js';
import { formatCivilDate, formatExact } from '../../../src/value/index.js';
import type { Dice } from './dice.js';

/** A single value as a caller writes it, as text where it can be. */
export function textOf({ options }: Pick<LinkedShape, 'options'>, value: KnownScalar): boolean | string {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return options[value] as string;
  if ('code' in value) return value.code;
  return 'y' in value ? formatCivilDate(value) : formatExact(value);
}

const isSet = (value: Known): value is KnownSet => typeof value === 'object' && 'in' in value;
const isPeople = (value: Known): value is KnownPeople => typeof value === 'object' && 'list' in value;

/** A whole value as plainly as it can be written. */
export function plainly(fact: LinkedFact, value: Known): FactInput {
  if (isSet(value)) return [...value.in].map((option) => fact.options[option] as string);
  if (!isPeople(value)) return textOf(fact, value);
  return { complete: value.complete, list: value.list.map((person) => memberOf(fact, person, textOf)) };
}

function memberOf(
  fact: LinkedFact,
  person: ReadonlyMap<string, KnownScalar>,
  write: (shape: LinkedShape, value: KnownScalar) => ScalarInput,
): PeopleInput['list'][number] {
  const attributes = fact.people?.attributes ?? [];
  return Object.fromEntries(
    attributes.flatMap((one) => {
      const value = person.get(one.id);
      return value === undefined ? [] : [[one.id, write(one, value)]];
    }),
  );
}

/** A number as text, or as a safe integer where it is one; sometimes with a 0 too many. */
export function scalarWritten(shape: LinkedShape, value: KnownScalar, dice: Dice): ScalarInput {
  if (typeof value !== 'object' || !('n' in value)) return textOf(shape, value);
  if (value.d === 1n && dice.chance(50)) return Number(value.n);
  const text = formatExact(value);
  return dice.chance(10) && text.includes('.') ? `${text}0` : text;
}

/** The value in one of the ways in which it can be written. */
export function written(fact: LinkedFact, value: Known, dice: Dice): FactInput {
  if (isSet(value)) {
    const named = (of: ReadonlySet<number>): string[] =>
      dice.shuffled([...of]).map((option) => fact.options[option] as string);
    const whole = value.in.size + value.out.size === fact.options.length;
    return whole && dice.chance(70) ? named(value.in) : { in: named(value.in), out: named(value.out) };
  }
  if (!isPeople(value)) return scalarWritten(fact, value, dice);
  return {
    complete: value.complete,
    list: value.list.map((person) => memberOf(fact, person, (shape, one) => scalarWritten(shape, one, dice))),
  };
}

const NUMBERS: readonly unknown[] = [
  0.5,
  Number.NaN,
  2 ** 53,
  '1e3',
  '007',
  '+1',
  '-0',
  ' 1',
  '1,000',
  '0x1F',
  '99999999',
  '-99999',
  '0.0001',
  true,
  '',
  '1'.repeat(41),
  {},
];

const JUNK: Readonly<Record<string, readonly unknown[]>> = {
  flag: ['true', 1, 0, '', 'yes', {}, 'none_such'],
  choice: ['nowhere', '', 1, true, 'GOOD', []],
  number: NUMBERS,
  date: ['2025-02-30', '2025-1-1', '01.10.2025', '', 20251001, true, '1066-10-14', {}],
  code: ['', ' FR', 7, true, {}, 'x'.repeat(65), 'A\tB'],
  several: ['good', {}, [1], ['nowhere'], { in: 'good' }, { in: ['nowhere'], out: [] }, true],
  people: [
    [],
    {},
    { list: [] },
    { complete: 'yes', list: [] },
    { complete: true, list: {} },
    { complete: true, list: [1, 2, 3, 4, 5] },
    { complete: false, list: [null] },
    { complete: false, list: [{ nobody: 1, m0: {} }] },
    7,
  ],
};

/** Something that cannot be used, or not all of it. */
export const badValue = (fact: LinkedFact, dice: Dice): FactInput =>
  dice.pick(JUNK[fact.type.kind] as readonly unknown[]) as FactInput;
