import type { LinkedShape, RuleSet } from '../rules/index.js';
import { add, divide, type Exact, floor, fromDay, type Range, subtract } from '../value/index.js';
import type { Assignment, Known, KnownScalar } from './assignment.js';

/**
 * Every value that something with this shape can have, or `null` where they are more than `most`. `codes`: the codes
 * that can make a difference, see {@link codesOf}. None comes last.
 */
export function domainOf(
  shape: LinkedShape,
  most: number,
  codes: readonly string[] = [],
): readonly KnownScalar[] | null {
  const values = presentValues(shape, most, codes);
  const all = values === null || !shape.mayBeNone ? values : [...values, 'none' as const];
  return all === null || all.length > most ? null : all;
}

function presentValues(
  shape: LinkedShape,
  most: number,
  codes: readonly string[],
): readonly KnownScalar[] | null {
  switch (shape.type.kind) {
    case 'flag':
      return [false, true];
    case 'choice':
      return shape.options.map((_, i) => i);
    case 'code':
      return codes.map((code) => ({ code }));
    case 'date':
      return grid(shape, most)?.map((day) => fromDay(Number(floor(day)))) ?? null;
    case 'number':
      return grid(shape, most);
    case 'several':
    case 'people':
      return null;
  }
}

function grid({ range, step }: LinkedShape, most: number): readonly Exact[] | null {
  const { low, high } = range as Range;
  const count = floor(divide(subtract(high, low), step as Exact)) + 1n;
  if (count > BigInt(most)) return null;
  const values = [low];
  for (let i = 1n; i < count; i += 1n) values.push(add(values[values.length - 1] as Exact, step as Exact));
  return values;
}

/** One value that a look-up without one can have, whichever: a flag, an option, or a number. */
export function firstOf(shape: LinkedShape): KnownScalar {
  switch (shape.type.kind) {
    case 'flag':
      return false;
    case 'choice':
      return 0;
    default:
      return (shape.range as Range).low;
  }
}

/** A code that is on no list. */
const fresh = (n: number): string => `·${n}`;

/**
 * The codes that an unknown one has to be tried as, since codes are only compared with each other and looked up in
 * tables: all keys of tables, all that something which does not exist counts as, all codes known of the student, and as
 * many others as there are facts and attributes.
 */
export function codesOf(rules: RuleSet, known: Assignment): readonly string[] {
  const keys = rules.tables
    .flatMap((table) => table.keys)
    .flatMap((key) => (key.kind === 'code' ? key.codes : []));
  const shapes = rules.facts.flatMap((fact): readonly LinkedShape[] => [
    fact,
    ...(fact.people?.attributes ?? []),
  ]);
  const unlisted = shapes.filter(({ type }) => type.kind === 'code').map((_, i) => fresh(i + 1));
  const instead = [...shapes, ...rules.figures].flatMap(({ noneIs }) =>
    noneIs === undefined ? [] : codesIn(noneIs),
  );
  const said = [...known.facts.values(), ...known.given.values()].flatMap(codesIn);
  return [...new Set([...keys, ...instead, ...said, ...unlisted])].sort();
}

function codesIn(value: Known): readonly string[] {
  if (typeof value !== 'object') return [];
  if ('code' in value) return [value.code];
  return 'list' in value ? value.list.flatMap((person) => [...person.values()].flatMap(codesIn)) : [];
}
