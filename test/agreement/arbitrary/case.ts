import {
  exactly,
  FALSE,
  interpret,
  MISSING_FLAG,
  MISSING_NUMBER,
  type Plan,
  type Possible,
  type PossibleNumber,
  TRUE,
} from '../../../src/plan/index.js';
import { domainOf, type Known } from '../../../src/reference/index.js';
import type { Expression, LinkedFact, RuleSet } from '../../../src/rules/index.js';
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  least,
  multiply,
  onGrid,
  type Range,
  subtract,
} from '../../../src/value/index.js';
import type { Dice } from './dice.js';
import { expressionsOf, valuesOf } from './walk.js';

/** Everything there is to know of one student: the case behind what a caller then says of it. */
export interface Case {
  readonly facts: ReadonlyMap<string, Known>;
  readonly categories: ReadonlyMap<string, boolean>;
}

/** A rule set ready for making students. */
export interface Ground {
  readonly rules: RuleSet;
  readonly plan: Plan;
  /** For each numeric fact: values where something turns, and their neighbours. */
  readonly turns: ReadonlyMap<string, readonly Exact[]>;
  readonly domains: ReadonlyMap<string, readonly Known[] | null>;
}

export const MOST_VALUES = 200;

export function groundOf(rules: RuleSet, plan: Plan): Ground {
  const cuts = constantsOf(rules);
  const turns = new Map<string, readonly Exact[]>();
  for (const fact of rules.facts) {
    if (fact.range !== undefined) turns.set(fact.id, turnsOf(fact, cuts.get(fact.id) ?? []));
  }
  return {
    rules,
    plan,
    turns,
    domains: new Map(rules.facts.map((fact) => [fact.id, domainOf(fact, MOST_VALUES)])),
  };
}

/** The ends of a grid, and each constant with the grid values on it, below it and above it. */
function turnsOf(fact: LinkedFact, cuts: readonly Exact[]): readonly Exact[] {
  const { low, high } = fact.range as Range;
  const step = fact.step as Exact;
  const found = new Map<string, Exact>();
  const note = (x: Exact): void => {
    if (compare(x, low) >= 0 && compare(x, high) <= 0 && onGrid(x, low, step)) found.set(`${x.n}/${x.d}`, x);
  };
  for (const end of [low, add(low, step), high, subtract(high, step)]) note(end);
  for (const cut of cuts) {
    const below = add(low, multiply(exact(floor(divide(subtract(cut, low), step))), step));
    for (const x of [subtract(below, step), below, add(below, step), add(below, add(step, step))]) note(x);
  }
  return [...found.values()];
}

/** The constants that each fact meets in a comparison, a sum, a bound or a band, straight from the rule set. */
function constantsOf(rules: RuleSet): ReadonlyMap<string, Exact[]> {
  const found = new Map<string, Exact[]>();
  const meets = (e: Expression, constant: Exact): void => {
    if (e.kind === 'read' && e.of.kind === 'fact')
      found.set(e.of.id, [...(found.get(e.of.id) ?? []), constant]);
  };
  for (const e of expressionsOf(rules)) {
    const together =
      e.kind === 'compare' || e.kind === 'arithmetic'
        ? [e.left, e.right]
        : e.kind === 'least' || e.kind === 'greatest'
          ? e.of
          : [];
    for (const one of together)
      for (const other of together) if (other.kind === 'number') meets(one, other.value);
  }
  for (const value of valuesOf(rules))
    if (value.kind === 'bands') for (const band of value.bands) meets(value.of, band.cut);
  return found;
}

/** A value of a fact: three times in four where something turns. */
export function valueFor(ground: Ground, fact: LinkedFact, dice: Dice): Known {
  if (fact.type.kind === 'flag') return dice.chance(50);
  if (fact.type.kind === 'choice') return dice.whole(0, fact.options.length - 1);
  const turns = ground.turns.get(fact.id) as readonly Exact[];
  if (dice.chance(75)) return dice.pick(turns);
  const { low, high } = fact.range as Range;
  const step = fact.step as Exact;
  const last = Number(divide(subtract(high, low), step).n);
  return add(low, multiply(exact(BigInt(dice.whole(0, last))), step));
}

export function randomCase(ground: Ground, dice: Dice): Case {
  const facts = new Map<string, Known>();
  for (const fact of ground.rules.facts) facts.set(fact.id, valueFor(ground, fact, dice));
  const categories = new Map<string, boolean>();
  for (const category of ground.rules.categories)
    if (category.list !== undefined) categories.set(category.id, dice.chance(25));
  return { facts, categories };
}

/** The score of a case, and how far it is from the nearest cut of a tier. */
export interface Standing {
  readonly score: Exact;
  readonly distance: Exact;
  readonly tier: number;
}

const pointOf = (p: Possible | undefined): Exact => ((p as PossibleNumber).range as Range).low;

export function standingOf({ rules, plan }: Ground, one: Case): Standing {
  const inputs = plan.inputs.map((input): Possible => {
    if (input.kind === 'decision') return input.id === 'decided' ? FALSE : exactly(exact(0n));
    if (input.kind === 'veto') return FALSE;
    const value = input.kind === 'fact' ? one.facts.get(input.id) : one.categories.get(input.id);
    if (typeof value === 'boolean') return value ? TRUE : FALSE;
    if (typeof value === 'number') return exactly(exact(BigInt(value)));
    if (value !== undefined) return exactly(value);
    return rules.facts.find((fact) => fact.id === input.id)?.type.kind === 'flag'
      ? MISSING_FLAG
      : MISSING_NUMBER;
  });
  const values = interpret(plan.nodes, inputs);
  const score = pointOf(values[plan.outputs.score]);
  const distances = rules.tiers.map((tier) => magnitude(subtract(score, tier.from)));
  return { score, distance: distances.reduce(least), tier: Number(pointOf(values[plan.outputs.tier]).n) };
}

const magnitude = (x: Exact): Exact => (x.n < 0n ? { n: -x.n, d: x.d } : x);

/** Looks for a case near a cut: changes one fact after another and keeps what comes nearer. */
export function towardsCut(ground: Ground, start: Case, steps: number, dice: Dice): Case {
  let here = start;
  let { distance } = standingOf(ground, here);
  const read = ground.rules.facts.filter((fact) => ground.plan.scoreReads.has(fact.id));
  for (let i = 0; i < steps && read.length > 0 && compare(distance, exact(1n)) > 0; i += 1) {
    const fact = dice.pick(read);
    const next: Case = { ...here, facts: new Map(here.facts).set(fact.id, valueFor(ground, fact, dice)) };
    const found = standingOf(ground, next);
    if (compare(found.distance, distance) <= 0) [here, distance] = [next, found.distance];
  }
  return here;
}

/** The same case with one or two things changed. */
export function neighbour(ground: Ground, of: Case, dice: Dice): Case {
  const facts = new Map(of.facts);
  const categories = new Map(of.categories);
  for (const fact of dice.some(ground.rules.facts, 1, 2)) facts.set(fact.id, valueFor(ground, fact, dice));
  for (const id of categories.keys()) if (dice.chance(15)) categories.set(id, dice.chance(40));
  return { facts, categories };
}
