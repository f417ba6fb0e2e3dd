import * as fc from 'fast-check';
import type { Ground } from '../../src/check/ground.js';
import type { PlanInput } from '../../src/plan/index.js';
import type { FactInput, PeopleInput, ScalarInput, Student } from '../../src/roster/index.js';
import type { LinkedFact, LinkedShape } from '../../src/rules/index.js';
import { drafts } from '../../src/testing/arbitraries.js';
import type { Draft } from '../../src/testing/draft.js';
import {
  type CivilDate,
  divide,
  exact,
  parseCivilDate,
  parseExact,
  subtract,
  toDay,
} from '../../src/value/index.js';
import type { Positions } from '../check/uniform.js';

/** Students of the kit for rule authors, most of them where something turns. */
export function kitStudents(ground: Ground, count: number, seed: number): readonly Positions[] {
  const facts = new Map(ground.rules.facts.map((fact) => [fact.id, fact]));
  return fc
    .sample(drafts(ground), { numRuns: count, seed })
    .map((draft) => ground.plan.inputs.map((input, at) => positionOf(ground, facts, draft, input, at)));
}

/** A student as the prover hands one out. What is not said does not matter, and is the first that it can be. */
export function positionsOf(ground: Ground, student: Student): Positions {
  const { enrolments, decisions = [], categories = [] } = student;
  const facts: Record<string, FactInput> = { ...(enrolments[0] as object), ...student.facts };
  const points: Record<string, string> = {};
  const standing = new Set<string>();
  for (const one of decisions) {
    if (one.kind === 'fact') facts[one.fact] = one.value;
    if (one.kind === 'points') points[one.part] = String(one.points);
    if (one.kind === 'veto' && one.stands) standing.add(one.veto);
  }
  const listed = categories.flatMap(({ category, status }) =>
    status === 'in' ? [[category, true] as const] : [],
  );
  const draft: Draft = { facts, categories: Object.fromEntries(listed), points };
  const byId = new Map(ground.rules.facts.map((fact) => [fact.id, fact]));
  return ground.plan.inputs.map((input, at) => {
    if (input.kind === 'veto') return standing.has(input.id) ? 1n : 0n;
    if (input.kind !== 'fact' || facts[input.id] !== undefined)
      return positionOf(ground, byId, draft, input, at);
    const held = ground.whole[at];
    return held?.kind === 'same' ? (held.segments[0]?.low ?? 0n) : 0n;
  });
}

function positionOf(
  ground: Ground,
  facts: ReadonlyMap<string, LinkedFact>,
  draft: Draft,
  { kind, id, sub }: PlanInput,
  at: number,
): bigint {
  switch (kind) {
    case 'fact':
      return ofFact(ground, facts.get(id) as LinkedFact, draft.facts[id] as FactInput, sub, at);
    case 'category':
      return draft.categories[id] === true ? 1n : 0n;
    case 'points':
      return onGrid(ground, at, draft.points[id] ?? '0', 'number');
    case 'evidence':
      return 1n;
    default:
      return 0n;
  }
}

function ofFact(
  ground: Ground,
  fact: LinkedFact,
  value: FactInput,
  sub: string | undefined,
  at: number,
): bigint {
  if (fact.type.kind === 'several') return (value as readonly string[]).includes(sub ?? '') ? 1n : 0n;
  if (fact.people === undefined) return ofScalar(ground, fact, value as ScalarInput, at);
  const [number = '', name] = (sub ?? '').split('.');
  const person = (value as PeopleInput).list[Number(number) - 1];
  if (name === undefined || person === undefined) return person === undefined ? 0n : 1n;
  const attribute = fact.people.attributes.find((one) => one.id === name) as LinkedShape;
  return ofScalar(ground, attribute, person[name] as ScalarInput, at);
}

function ofScalar(ground: Ground, shape: LinkedShape, value: ScalarInput, at: number): bigint {
  if (value === 'none' && shape.mayBeNone) return ground.domain(at).last;
  switch (shape.type.kind) {
    case 'flag':
      return value === true ? 1n : 0n;
    case 'choice':
      return BigInt(shape.options.indexOf(String(value)));
    case 'code':
      return BigInt(Math.max(0, ground.codes.indexOf(String(value))));
    default:
      return onGrid(ground, at, String(value), shape.type.kind);
  }
}

function onGrid(ground: Ground, at: number, text: string, kind: string): bigint {
  const { grid } = ground.domain(at);
  if (grid === undefined) throw new TypeError('onGrid: neither a number nor a date');
  const value = kind === 'date' ? exact(BigInt(toDay(parseCivilDate(text) as CivilDate))) : parseExact(text);
  if (value === null) throw new TypeError('onGrid: not written as a number');
  return divide(subtract(value, grid.low), grid.step).n;
}
