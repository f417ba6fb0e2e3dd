import { type Determination, determine } from '../determine/index.js';
import type { Student } from '../roster/index.js';
import type { Standing } from './aspects.js';
import type { Ground } from './ground.js';
import { type Held, sameAt } from './pairs/held.js';
import { isSettled } from './pairs/side.js';
import type { View } from './view.js';
import { type Positions, positionsOf, standingAt, studentAt } from './witness.js';

/** The students of a view, said as plainly as can be while `shows` still holds of what is determined for them. */
export function smallestStudents(
  ground: Ground,
  standing: Standing,
  view: View,
  shows: (of: readonly Determination[]) => boolean,
  given: readonly (string | undefined)[] = [],
): readonly Student[] | null {
  const [first, second] = positionsOf(view);
  const pair = [first, second];
  const alike = first.every((at, i) => at === second[i]) && given.length < 2;
  const positions: readonly Positions[] = alike ? [first] : pair;
  const whole = positions.map((at, i) => studentAt(ground, at, given[i]));
  const holds = (students: readonly Student[]): boolean =>
    shows(students.map((student) => determine(ground.plan, student)));
  if (!holds(whole)) return null;
  const needless = needlessOf(ground, standing, view, first, second);
  const lean = whole.map((student) => without(ground, student, needless));
  const bare = lean.map(({ papers: _, ...student }) => student);
  const smallest = [bare, lean].find(holds) ?? whole;
  // What was shown last is what is told.
  if (smallest === whole) holds(whole);
  return smallest.map((student, i) => standingAt(student, positions[i] as Positions));
}

/** Inputs that can be anything, together, without the outcome of either changing. */
function needlessOf(
  ground: Ground,
  standing: Standing,
  view: View,
  first: Positions,
  second: Positions,
): ReadonlySet<string> {
  let here = ground.plan.inputs.reduce((at, _, input) => {
    const [x, y] = [first[input] as bigint, second[input] as bigint];
    return at.with(input, x === y ? sameAt(x) : { kind: 'pairs', pairs: [[x, y]] });
  }, view);
  const needless = new Set<string>();
  for (const name of namesOf(ground)) {
    const inputs = ground.plan.inputs.flatMap((one, i) => (`${one.kind} ${one.id}` === name ? [i] : []));
    if (inputs.some((input) => first[input] !== second[input])) continue;
    const open = inputs.reduce((at, input) => at.with(input, ground.whole[input] as Held), here);
    if (!standing.outcome.every((node) => isSettled(open.at(node)))) continue;
    needless.add(name);
    here = open;
  }
  return needless;
}

/** Facts and vetoes, each with all that is asked of it. */
function namesOf(ground: Ground): readonly string[] {
  const names = ground.plan.inputs
    .filter(({ kind }) => kind === 'fact' || kind === 'veto')
    .map(({ kind, id }) => `${kind} ${id}`);
  return [...new Set(names)];
}

function without({ rules }: Ground, student: Student, needless: ReadonlySet<string>): Student {
  const kept = (kind: string, id: string): boolean => {
    if (!needless.has(`${kind} ${id}`)) return true;
    const fact = kind === 'fact' ? rules.facts.find((one) => one.id === id) : undefined;
    return fact?.unknown.policy === 'block';
  };
  const facts = Object.fromEntries(Object.entries(student.facts ?? {}).filter(([id]) => kept('fact', id)));
  const enrolments = student.enrolments.map(
    (one) =>
      Object.fromEntries(Object.entries(one).filter(([id]) => id === 'school' || kept('fact', id))) as never,
  );
  const decisions = (student.decisions ?? []).filter((one) =>
    one.kind === 'fact' ? kept('fact', one.fact) : one.kind === 'veto' ? kept('veto', one.veto) : true,
  );
  const { decisions: _, ...rest } = student;
  return { ...rest, facts, enrolments, ...(decisions.length === 0 ? {} : { decisions }) };
}
