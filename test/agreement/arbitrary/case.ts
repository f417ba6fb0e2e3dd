import { tell } from '../../../src/determine/told.js';
import { interpret, type Plan, type Possible, type PossibleNumber } from '../../../src/plan/index.js';
import { codesOf, domainOf, type Known, type KnownScalar } from '../../../src/reference/index.js';
import type { Expression, LinkedFact, LinkedShape, RuleSet } from '../../../src/rules/index.js';
import {
  add,
  type CivilDate,
  compare,
  divide,
  type Exact,
  exact,
  floor,
  fromDay,
  least,
  multiply,
  onGrid,
  parseCivilDate,
  type Range,
  shiftDate,
  subtract,
  toDay,
} from '../../../src/value/index.js';
import { TODAY } from './days.js';
import type { Dice } from './dice.js';
import { CODES } from './fact-kinds.js';
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
  /** For each fact and attribute (`family.m0`) on a grid: values where something turns, and their neighbours. */
  readonly turns: ReadonlyMap<string, readonly Exact[]>;
  /** For each fact and attribute: how many values it can have; `null`: too many to go through. */
  readonly sizes: ReadonlyMap<string, number | null>;
  /** Facts that the outcome rests on, and those that the score does. */
  readonly reads: ReadonlySet<string>;
  readonly scoreReads: ReadonlySet<string>;
  /** A look-up can come to a value that the file does not have. */
  readonly open: boolean;
}

export const MOST_VALUES = 200;

const ASKED = parseCivilDate(TODAY) as CivilDate;

const NOTHING_KNOWN = {
  facts: new Map(),
  categories: new Map(),
  vetoes: new Map(),
  points: new Map(),
  shown: new Map(),
  given: new Map(),
  cells: new Map(),
} as const;

export function groundOf(rules: RuleSet, plan: Plan): Ground {
  const cuts = constantsOf(rules);
  const turns = new Map<string, readonly Exact[]>();
  const sizes = new Map<string, number | null>();
  const codes = [...codesOf(rules, NOTHING_KNOWN), ...CODES];
  const note = (id: string, shape: LinkedShape): void => {
    if (shape.range !== undefined) turns.set(id, turnsOf(shape, cuts.get(id) ?? []));
    if (shape.type.kind === 'several' || shape.type.kind === 'people') return;
    sizes.set(id, domainOf(shape, MOST_VALUES, codes)?.length ?? null);
  };
  for (const fact of rules.facts) {
    note(fact.id, fact);
    for (const attribute of fact.people?.attributes ?? []) note(`${fact.id}.${attribute.id}`, attribute);
  }
  return {
    rules,
    plan,
    turns,
    sizes,
    reads: rules.outcomeReads,
    scoreReads: rules.score === null ? new Set() : rules.reads([{ kind: 'score' }]),
    open: plan.inputs.some(({ kind }) => kind === 'cell'),
  };
}

/** The ends of a grid, and each constant with the grid values on it, below it and above it. */
function turnsOf(shape: LinkedShape, cuts: readonly Exact[]): readonly Exact[] {
  const { low, high } = shape.range as Range;
  const step = shape.step as Exact;
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
    const id =
      e.kind === 'read' && e.of.kind === 'fact'
        ? e.of.id
        : e.kind === 'attribute'
          ? `${e.people}.${e.id}`
          : null;
    if (id !== null) found.set(id, [...(found.get(id) ?? []), constant]);
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
  for (const value of valuesOf(rules)) {
    if (value.kind === 'bands') for (const band of value.bands) meets(value.of, band.cut);
    // The days so long before today.
    if (value.kind === 'recent')
      for (const { span } of value.bands)
        meets(value.of, exact(BigInt(toDay(shiftDate(ASKED, -span.count, span.unit, rules.dates)))));
  }
  return found;
}

/** A single value: three times in four where something turns. */
export function scalarFor(ground: Ground, id: string, shape: LinkedShape, dice: Dice): KnownScalar {
  if (shape.mayBeNone && dice.chance(20)) return 'none';
  switch (shape.type.kind) {
    case 'flag':
      return dice.chance(50);
    case 'choice':
      return dice.whole(0, shape.options.length - 1);
    case 'code':
      return { code: dice.pick(CODES) };
    case 'date':
      return dayFor(ground, id, shape, dice);
    default:
      return onGridOf(ground, id, shape, dice);
  }
}

/** A day: one in three that not every month, or not every year, has. */
function dayFor(ground: Ground, id: string, shape: LinkedShape, dice: Dice): CivilDate {
  const { low, high } = shape.range as Range;
  const first = Number(floor(low));
  const count = Number(floor(high)) - first + 1;
  const odd = dice.times(count < 60 ? count : 0, (i) => fromDay(first + i)).filter(({ d }) => d >= 29);
  if (odd.length > 0 && dice.chance(33)) return dice.pick(odd);
  return fromDay(Number(floor(onGridOf(ground, id, shape, dice))));
}

function onGridOf(ground: Ground, id: string, shape: LinkedShape, dice: Dice): Exact {
  if (dice.chance(shape.type.kind === 'date' ? 40 : 75))
    return dice.pick(ground.turns.get(id) as readonly Exact[]);
  const { low, high } = shape.range as Range;
  const step = shape.step as Exact;
  const last = Number(divide(subtract(high, low), step).n);
  return add(low, multiply(exact(BigInt(dice.whole(0, last))), step));
}

/** A value of a fact; of a set all options settled, of people a complete list. */
export function valueFor(ground: Ground, fact: LinkedFact, dice: Dice): Known {
  if (fact.type.kind === 'several') {
    const within = new Set([...fact.options.keys()].filter(() => dice.chance(40)));
    return { in: within, out: new Set([...fact.options.keys()].filter((option) => !within.has(option))) };
  }
  if (fact.people === undefined) return scalarFor(ground, fact.id, fact, dice);
  const { least: fewest, most, attributes } = fact.people;
  const person = (): ReadonlyMap<string, KnownScalar> =>
    new Map(attributes.map((one) => [one.id, scalarFor(ground, `${fact.id}.${one.id}`, one, dice)]));
  return { complete: true, list: dice.times(dice.whole(fewest, most), person) };
}

export function randomCase(ground: Ground, dice: Dice): Case {
  const facts = new Map<string, Known>();
  for (const fact of ground.rules.facts) facts.set(fact.id, valueFor(ground, fact, dice));
  const categories = new Map<string, boolean>();
  for (const category of ground.rules.categories)
    if (category.list !== undefined) categories.set(category.id, dice.chance(25));
  return { facts, categories };
}

/** The score of a case, and how far it is from the nearest cut of a tier; 1,000 where no tier has one. */
export interface Standing {
  readonly score: Exact;
  readonly distance: Exact;
}

const FAR = exact(1000n);

const pointOf = (p: Possible | undefined): Exact => (p as PossibleNumber).range?.low ?? exact(0n);

export function standingOf(ground: Ground, one: Case): Standing {
  const score = pointOf(valuesAt(ground, one)[ground.plan.outputs.score]);
  const distances = ground.rules.tiers.flatMap(({ from }) =>
    from === undefined ? [] : [magnitude(subtract(score, from))],
  );
  return { score, distance: distances.reduce(least, FAR) };
}

/** What every node of the plan comes to, as far as it rests on facts and lists. */
export function valuesAt({ plan }: Ground, one: Case): readonly Possible[] {
  const told = tell(plan, { ...NOTHING_KNOWN, facts: one.facts, categories: one.categories });
  return interpret(plan.nodes, (input) => told.inputs[input]);
}

const magnitude = (x: Exact): Exact => (x.n < 0n ? { n: -x.n, d: x.d } : x);

/** Looks for a case near a cut: changes one fact after another and keeps what comes nearer. */
export function towardsCut(ground: Ground, start: Case, steps: number, dice: Dice): Case {
  let here = start;
  let { distance } = standingOf(ground, here);
  if (distance === FAR) return here;
  const read = ground.rules.facts.filter((fact) => ground.scoreReads.has(fact.id));
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
