import type { CategoryInput, Decision, Enrolment, FactInput, ScalarInput, Student } from '../roster/index.js';
import type { LinkedFact, LinkedShape } from '../rules/index.js';
import { add, exact, formatCivilDate, formatExact, fromDay, multiply } from '../value/index.js';
import type { Ground } from './ground.js';
import { easiestOf } from './moves.js';
import { firstOf, isSingle } from './pairs/held.js';
import type { View } from './view.js';

/** Where each input stands for one student. */
export type Positions = readonly bigint[];

/** The two students of a view: what is still open does not matter, and is the easiest that it can be. */
export function positionsOf(view: View): readonly [Positions, Positions] {
  const { ground } = view;
  const pairs = ground.plan.inputs.map((_, input): readonly [bigint, bigint] => {
    const held = view.heldOf(input);
    if (held.kind !== 'same' || isSingle(held)) return firstOf(held);
    const easy = easiestOf(ground, input);
    const at = held.segments.some(({ low, high }) => low <= easy && easy <= high) ? easy : firstOf(held)[0];
    return [at, at];
  });
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}

const made = new WeakMap<object, Positions>();

/** Where each input stands for a student that was made here. */
export const standsAt = (student: object): Positions | undefined => made.get(student);

/** Notes it. */
export function standingAt<T extends object>(student: T, positions: Positions): T {
  made.set(student, positions);
  return student;
}

const SCHOOL = '990001';
const ENROLLED = ['school', 'stage', 'setting', 'grade', 'boarder'];
const REASON = 'check';

/**
 * A student as a caller hands one in, with every fact of the rule set said; the `given` tier is used instead of the one
 * that follows.
 */
export function studentAt(ground: Ground, positions: Positions, given?: string): Student {
  const { rules, context } = ground;
  const facts: Record<string, FactInput> = {};
  const enrolled: Record<string, FactInput> = {};
  const decisions: Decision[] = [];
  const decided = { on: context.asOf, because: REASON };
  for (const fact of rules.facts) {
    const value = factAt(ground, fact, positions);
    if (fact.by !== undefined)
      decisions.push({ kind: 'fact', fact: fact.id, value, by: fact.by[0] ?? '', ...decided });
    else if (fact.document.origin === 'enrolment' && ENROLLED.includes(fact.id))
      enrolled[fact.id] = fact.type.kind === 'number' ? Number(value) : value;
    else facts[fact.id] = value;
  }
  const categories: CategoryInput[] = [];
  for (const [i, input] of ground.plan.inputs.entries()) {
    const at = positions[i] as bigint;
    if (input.kind === 'category' && at === 1n) categories.push({ category: input.id, status: 'in' });
    if (input.kind === 'veto')
      decisions.push({ kind: 'veto', veto: input.id, stands: at === 1n, by: REASON, ...decided });
    if (input.kind === 'points') {
      const by = discretionBy(ground, input.id);
      const points = numberAt(ground, i, at);
      decisions.push({ kind: 'points', part: input.id, points, by, paper: REASON, ...decided });
    }
  }
  return {
    key: 'check',
    enrolments: [{ school: SCHOOL, ...enrolled } as Enrolment],
    applied: true,
    facts,
    categories,
    otherCategories: 'out',
    ...(decisions.length === 0 ? {} : { decisions }),
    ...(rules.evidence.length === 0
      ? {}
      : { papers: rules.evidence.map(({ id }) => ({ paper: id, issued: context.asOf })) }),
    ...(given === undefined ? {} : { given: { tier: given } }),
  };
}

function discretionBy({ rules }: Ground, path: string): string {
  const found = (part: typeof rules.score): string | null => {
    if (part === null) return null;
    if (part.path === path && part.value.kind === 'discretion') return part.value.by[0] ?? null;
    if (part.value.kind !== 'section') return null;
    for (const inner of part.value.parts) {
      const by = found(inner);
      if (by !== null) return by;
    }
    return null;
  };
  return found(rules.score) ?? REASON;
}

function factAt(ground: Ground, fact: LinkedFact, positions: Positions): FactInput {
  const position = (sub: string): bigint => positions[ground.inputOf('fact', fact.id, sub)] as bigint;
  if (fact.type.kind === 'several') return fact.options.filter((option) => position(option) === 1n);
  if (fact.people === undefined) {
    const input = ground.inputOf('fact', fact.id);
    return scalarAt(ground, input, fact, positions[input] as bigint);
  }
  const { most, attributes } = fact.people;
  const list: Record<string, ScalarInput>[] = [];
  for (let k = 1; k <= most; k += 1) {
    if (position(String(k)) !== 1n) continue;
    const person: Record<string, ScalarInput> = {};
    for (const attribute of attributes) {
      const input = ground.inputOf('fact', fact.id, `${k}.${attribute.id}`);
      person[attribute.id] = scalarAt(ground, input, attribute, positions[input] as bigint);
    }
    list.push(person);
  }
  return { complete: true, list };
}

/** One position as a caller writes it. */
export function scalarAt(ground: Ground, input: number, shape: LinkedShape, at: bigint): ScalarInput {
  const { last, grid } = ground.domain(input);
  const none = shape.mayBeNone && at === last;
  if (none) return 'none';
  switch (shape.type.kind) {
    case 'flag':
      return at === 1n;
    case 'choice':
      return shape.options[Number(at)] ?? '';
    case 'code':
      return ground.codes[Number(at)] ?? '';
    case 'date': {
      const low = grid?.low ?? exact(0n);
      return formatCivilDate(fromDay(Number(low.n + at)));
    }
    default:
      return numberAt(ground, input, at);
  }
}

function numberAt(ground: Ground, input: number, at: bigint): string {
  const { grid } = ground.domain(input);
  return grid === undefined ? String(at) : formatExact(add(grid.low, multiply(exact(at), grid.step)));
}
