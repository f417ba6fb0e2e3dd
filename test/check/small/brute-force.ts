import { contextAt } from '../../../src/check/ground.js';
import { tell } from '../../../src/determine/told.js';
import {
  compile,
  interpret,
  type Plan,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
} from '../../../src/plan/index.js';
import type { Known, KnownPeople, KnownScalar, KnownSet } from '../../../src/reference/index.js';
import type { LinkedFact, LinkedShape, RuleSet } from '../../../src/rules/index.js';
import { add, type Exact, exact } from '../../../src/value/index.js';

// What is true of a small rule set, found out the slow way: every student, one by one, by the interpreter of one student,
// and every pair that differs in one thing.

/** What one student comes to. */
interface Outcome {
  /** -1: out of scope. */
  readonly tier: number;
  readonly money: bigint;
  readonly awards: readonly (bigint | null)[];
  readonly holds: ReadonlyMap<string, boolean>;
  readonly vetoes: ReadonlyMap<string, boolean>;
}

/** Something that can vary, and all that it can be. */
interface Axis {
  readonly kind: 'fact' | 'category' | 'veto' | 'points';
  readonly id: string;
  readonly values: readonly unknown[];
}

export interface Truth {
  /** By the name of a finding: whether it is so. */
  readonly holds: ReadonlyMap<string, boolean>;
  readonly students: number;
}

const MOST_STUDENTS = 1_000;

/** Every value of a single thing. */
function scalars(shape: LinkedShape): readonly KnownScalar[] {
  const none: readonly KnownScalar[] = shape.mayBeNone ? ['none'] : [];
  if (shape.type.kind === 'flag') return [false, true, ...none];
  if (shape.type.kind === 'choice') return [...shape.options.keys(), ...none];
  const values: Exact[] = [];
  const { low, high } = shape.range as { low: Exact; high: Exact };
  for (let x = low; x.n * high.d <= high.n * x.d; x = add(x, shape.step as Exact)) values.push(x);
  return [...values, ...none];
}

function everyValue(fact: LinkedFact): readonly Known[] {
  if (fact.type.kind === 'several') {
    const all = [...fact.options.keys()];
    return Array.from({ length: 2 ** all.length }, (_, bits): KnownSet => {
      const within = new Set(all.filter((i) => (bits >> i) % 2 === 1));
      return { in: within, out: new Set(all.filter((i) => !within.has(i))) };
    });
  }
  if (fact.people === undefined) return scalars(fact);
  const { least, most, attributes } = fact.people;
  let persons: readonly ReadonlyMap<string, KnownScalar>[] = [new Map()];
  for (const attribute of attributes)
    persons = persons.flatMap((one) =>
      scalars(attribute).map((value) => new Map(one).set(attribute.id, value)),
    );
  let lists: readonly (readonly ReadonlyMap<string, KnownScalar>[])[] = [[]];
  const found: KnownPeople[] = [];
  for (let k = 0; k <= most; k += 1) {
    if (k >= least) for (const list of lists) found.push({ complete: true, list });
    lists = lists.flatMap((list) => persons.map((person) => [...list, person]));
  }
  return found;
}

/** Whether the second is one step or more harder than the first, in the declared direction, and of what. */
function harder(fact: LinkedFact, a: Known, b: Known): string | null {
  const { worse } = fact.document;
  if (fact.type.kind === 'several') {
    const [x, y] = [a as KnownSet, b as KnownSet];
    const more = [...y.in].filter((i) => !x.in.has(i));
    const fewer = [...x.in].filter((i) => !y.in.has(i));
    if (worse === 'more' && more.length === 1 && fewer.length === 0)
      return `${fact.id}.${fact.options[more[0] as number]}`;
    if (worse === 'fewer' && fewer.length === 1 && more.length === 0)
      return `${fact.id}.${fact.options[fewer[0] as number]}`;
    return null;
  }
  if (fact.people !== undefined) return harderPeople(fact, a as KnownPeople, b as KnownPeople);
  return harderScalar(fact, worse, a as KnownScalar, b as KnownScalar) ? fact.id : null;
}

function harderScalar(
  shape: LinkedShape,
  worse: string | readonly string[],
  a: KnownScalar,
  b: KnownScalar,
): boolean {
  if (worse === 'none' || a === b) return false;
  // Not existing is the easy end of everything that can be compared.
  if (b === 'none') return false;
  if (a === 'none') return typeof worse === 'string' || worse.includes(shape.options[b as number] as string);
  if (typeof worse !== 'string') {
    const at = (x: KnownScalar): number => worse.indexOf(shape.options[x as number] as string);
    return at(a) >= 0 && at(b) > at(a);
  }
  if (worse === 'listed') return (b as number) > (a as number);
  if (worse === 'if_true') return a === false && b === true;
  if (worse === 'if_false') return a === true && b === false;
  const [x, y] = [a as Exact, b as Exact];
  const difference = y.n * x.d - x.n * y.d;
  return worse === 'higher' ? difference > 0n : worse === 'lower' ? difference < 0n : false;
}

function harderPeople(fact: LinkedFact, a: KnownPeople, b: KnownPeople): string | null {
  const { worse, of } = fact.document;
  const same = (x: ReadonlyMap<string, KnownScalar>, y: ReadonlyMap<string, KnownScalar>): boolean =>
    [...x].every(([id, value]) => y.get(id) === value);
  const begins = (short: KnownPeople, long: KnownPeople): boolean =>
    long.list.length === short.list.length + 1 &&
    short.list.every((one, i) => same(one, long.list[i] as ReadonlyMap<string, KnownScalar>));
  if (worse === 'more' && begins(a, b)) return fact.id;
  if (worse === 'fewer' && begins(b, a)) return fact.id;
  if (a.list.length !== b.list.length) return null;
  const differing = a.list.flatMap((one, i) =>
    [...one].flatMap(([id, value]) => (b.list[i]?.get(id) === value ? [] : [[i, id] as const])),
  );
  const [first, ...more] = differing;
  if (first === undefined || more.length > 0) return null;
  const [i, id] = first;
  const attribute = fact.people?.attributes.find((one) => one.id === id) as LinkedShape;
  const [x, y] = [a.list[i]?.get(id) as KnownScalar, b.list[i]?.get(id) as KnownScalar];
  return harderScalar(attribute, of?.[id]?.worse ?? 'none', x, y) ? `${fact.id}.${id}` : null;
}

function axesOf(rules: RuleSet): readonly Axis[] {
  const discretions = (part: RuleSet['score']): Axis[] => {
    if (part === null) return [];
    if (part.value.kind === 'section') return part.value.parts.flatMap(discretions);
    if (part.value.kind !== 'discretion') return [];
    const { range, step } = part.value;
    const values: Exact[] = [];
    for (let x = range.low; x.n * range.high.d <= range.high.n * x.d; x = add(x, step)) values.push(x);
    return [{ kind: 'points', id: part.path, values }];
  };
  return [
    ...rules.facts.map((fact): Axis => ({ kind: 'fact', id: fact.id, values: everyValue(fact) })),
    ...rules.categories
      .filter(({ list }) => list !== undefined)
      .map(({ id }): Axis => ({ kind: 'category', id, values: [false, true] })),
    ...rules.vetoes
      .filter(({ againstFloor }) => againstFloor === 'review')
      .map(({ id }): Axis => ({ kind: 'veto', id, values: [false, true] })),
    ...discretions(rules.score),
  ];
}

const numberOf = (p: Possible | undefined): Exact => (p as PossibleNumber).range?.low ?? exact(0n);
const isTrue = (p: Possible | undefined): boolean => (p as PossibleFlag).yes;

function outcomeOf(plan: Plan, axes: readonly Axis[], at: readonly number[], tier?: number): Outcome {
  const value = (kind: Axis['kind']): Map<string, never> =>
    new Map(
      axes.flatMap((axis, i) =>
        axis.kind === kind ? [[axis.id, axis.values[at[i] as number] as never]] : [],
      ),
    );
  const told = tell(plan, {
    facts: value('fact'),
    categories: value('category'),
    vetoes: value('veto'),
    points: value('points'),
    shown: new Map(),
    given: tier === undefined ? new Map() : new Map([['tier', tier]]),
    cells: new Map(),
  });
  const values = interpret(plan.nodes, (input) => told.inputs[input]);
  const { scope, programmes, categories, vetoes } = plan.outputs;
  const inScope = scope.every(({ node }) => isTrue(values[node]));
  const awards = programmes.map(({ entitled, amount }) =>
    inScope && isTrue(values[entitled]) && amount !== null ? numberOf(values[amount]).n : null,
  );
  return {
    tier: inScope ? Number(numberOf(values[plan.outputs.tier]).n) : -1,
    money: awards.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n),
    awards,
    holds: new Map(categories.map(({ id, node }) => [id, inScope && isTrue(values[node])])),
    vetoes: new Map(vetoes.map(({ id, holds }) => [id, inScope && isTrue(values[holds])])),
  };
}

/** Every finding of a rule set, by going through all of its students; `null` where there are too many. */
export function truthOf(rules: RuleSet): Truth | null {
  const compiled = compile(rules, contextAt(rules, rules.document.effective.from));
  if (!compiled.ok) return null;
  const plan = compiled.value;
  const axes = axesOf(rules);
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_STUDENTS) return null;
  const strides = axes.map((_, i) =>
    axes.slice(i + 1).reduce((product, { values }) => product * values.length, 1),
  );
  const place = (student: number): readonly number[] =>
    axes.map(({ values }, i) => Math.floor(student / (strides[i] as number)) % values.length);
  const outcomes = Array.from({ length: count }, (_, student) => outcomeOf(plan, axes, place(student)));
  const holds = new Map<string, boolean>();
  const claim = (id: string, is: boolean): void => {
    holds.set(id, (holds.get(id) ?? true) && is);
  };
  const possible = (id: string, is: boolean): void => {
    holds.set(id, (holds.get(id) ?? false) || is);
  };
  for (const [student, outcome] of outcomes.entries()) {
    const at = place(student);
    for (const [i, id] of rules.tierIds.entries())
      if (i > 0) possible(`reachable tier ${id}`, outcome.tier === i);
    for (const [i, { id }] of rules.programmes.entries()) {
      possible(`reachable programme ${id}`, outcome.awards[i] !== null);
      claim(`total ${id}`, (outcome.awards[i] ?? 0n) >= 0n);
    }
    for (const [id, is] of outcome.holds) possible(`reachable category ${id}`, is);
    for (const [id, is] of outcome.vetoes) possible(`reachable veto ${id}`, is);
    const letStand = axes.some((axis, i) => axis.kind === 'veto' && at[i] === 1);
    for (const { id, floor = 0, bypass = 0 } of rules.categories)
      if (floor + bypass > 0)
        claim(
          `floor ${id}`,
          letStand || outcome.holds.get(id) !== true || outcome.tier >= Math.max(floor, bypass),
        );
    for (const [i, axis] of axes.entries()) {
      const fact = axis.kind === 'fact' ? rules.facts.find(({ id }) => id === axis.id) : undefined;
      for (const [j, value] of axis.values.entries()) {
        if (j === at[i]) continue;
        const subject =
          axis.kind === 'category'
            ? at[i] === 0
              ? `membership ${axis.id}`
              : null
            : fact === undefined
              ? null
              : prefixed('monotone', harder(fact, axis.values[at[i] as number] as Known, value as Known));
        if (subject === null) continue;
        const other = outcomes[student + (j - (at[i] as number)) * (strides[i] as number)] as Outcome;
        claim(`${subject} tier`, other.tier >= outcome.tier);
        claim(`${subject} money CNY/year`, other.money >= outcome.money);
      }
    }
    if (rules.programmes.length > 0) {
      const given = rules.tierIds.map((_, tier) => outcomeOf(plan, axes, at, tier));
      for (const [i, id] of rules.tierIds.entries()) {
        if (i === 0) continue;
        const [before, after] = [given[i - 1] as Outcome, given[i] as Outcome];
        claim(`sumOrder money CNY/year ${id}`, after.money >= before.money);
        for (const [k, programme] of rules.programmes.entries()) {
          const [x, y] = [before.awards[k] ?? null, after.awards[k] ?? null];
          claim(`amountOrder ${programme.id} ${id}`, x === null || y === null || y >= x);
        }
      }
    }
  }
  return { holds, students: count };
}

const prefixed = (kind: string, subject: string | null): string | null =>
  subject === null ? null : `${kind} ${subject}`;
