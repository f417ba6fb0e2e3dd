import { type Award, type Determination, determine } from '../../../src/determine/index.js';
import { discretionsOf } from '../../../src/determine/parts.js';
import { domainOf, type Known } from '../../../src/reference/index.js';
import type { Decision, Student } from '../../../src/roster/index.js';
import { formatExact } from '../../../src/value/index.js';
import { type Case, type Ground, randomCase, towardsCut } from '../../agreement/arbitrary/case.js';
import type { Dice } from '../../agreement/arbitrary/dice.js';
import { plainStudent } from '../../agreement/arbitrary/students.js';

// What is possible, found by hand: every completion of what is masked becomes a student of whom all is known, each is
// determined alone, and what comes out is put together. Nothing here knows how the engine goes through possibilities.

/** A fact or a list that is masked, with the values that are tried for it. */
export interface Masked {
  readonly kind: 'fact' | 'category';
  readonly id: string;
  readonly values: readonly Known[] | readonly boolean[];
  /** These are all that it can be. */
  readonly all: boolean;
}

export interface Trial {
  readonly masked: readonly Masked[];
  readonly whole: Determination;
  /** Of every completion the positions of its values, and what it comes to. */
  readonly singles: readonly { readonly chosen: readonly number[]; readonly is: Determination }[];
}

const MOST_VALUES = 16;
const NONE: ReadonlySet<string> = new Set();

/**
 * One student with one to four things masked, so that there are at most `most` completions; `null` where nothing of it
 * can be masked and tried.
 */
export function trialOf(ground: Ground, most: number, dice: Dice): Trial | null {
  const truth = towardsCut(ground, randomCase(ground, dice), 6, dice);
  const masked = fitting(dice.some(maskable(ground, dice), 1, 4), most);
  if (masked.length === 0) return null;
  const decisions = decidedOf(ground, dice);
  const said = (one: Case, facts: ReadonlySet<string>, lists: ReadonlySet<string>): Student => {
    const plain = plainStudent(ground, one, facts, false);
    const categories = (plain.categories ?? []).map((category) =>
      lists.has(category.category)
        ? { ...category, status: 'unknown' as const, doubt: 'listStale' as const }
        : category,
    );
    return { ...plain, categories, decisions: [...(plain.decisions ?? []), ...decisions] };
  };
  const hidden = (kind: Masked['kind']): ReadonlySet<string> =>
    new Set(masked.filter((one) => one.kind === kind).map(({ id }) => id));
  const whole = determine(ground.plan, said(truth, hidden('fact'), hidden('category')));
  const singles = everyChoice(masked).map((chosen) => {
    const facts = new Map(truth.facts);
    const categories = new Map(truth.categories);
    for (const [i, { kind, id, values }] of masked.entries()) {
      const value = values[chosen[i] as number];
      if (kind === 'fact') facts.set(id, value as Known);
      else categories.set(id, value as boolean);
    }
    return { chosen, is: determine(ground.plan, said({ facts, categories }, NONE, NONE)) };
  });
  // An event that is still to come is not known, whatever is said of it; and some things only a person settles.
  const usable = [whole, ...singles.map(({ is }) => is)].every(({ issues }) =>
    issues.every(({ code }) => code !== 'fact.afterAsOf'),
  );
  return usable && singles.every(({ is }) => is.outcome !== 'undetermined')
    ? { masked, whole, singles }
    : null;
}

/** Facts with values that can be listed or tried, and lists. */
function maskable(ground: Ground, dice: Dice): readonly Masked[] {
  const facts = ground.rules.facts.flatMap((fact): readonly Masked[] => {
    if (!/ask|block/.test(fact.unknown.policy)) return [];
    if (fact.people !== undefined || fact.type.kind === 'several' || fact.type.kind === 'code') return [];
    const all = domainOf(fact, MOST_VALUES);
    if (all !== null) return [{ kind: 'fact', id: fact.id, values: all, all: true }];
    if (fact.type.kind === 'date') return [];
    const turns = dice.some(ground.turns.get(fact.id) ?? [], 1, MOST_VALUES);
    return [{ kind: 'fact', id: fact.id, values: turns, all: false }];
  });
  const lists = ground.rules.categories
    .filter(({ list }) => list !== undefined)
    .map(({ id }): Masked => ({ kind: 'category', id, values: [false, true], all: true }));
  return [...facts, ...lists];
}

/** As many as leave few enough completions to go through, in the order of their names. */
function fitting(chosen: readonly Masked[], most: number): readonly Masked[] {
  const kept: Masked[] = [];
  let count = 1;
  for (const one of chosen) {
    if (count * one.values.length > most) continue;
    count *= one.values.length;
    kept.push(one);
  }
  return kept.sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
}

/** What persons have to decide of everybody, the same in every completion: vetoes against floors, and points. */
function decidedOf(ground: Ground, dice: Dice): readonly Decision[] {
  const by = { on: '2025-09-20', because: '复核' } as const;
  return [
    ...ground.rules.vetoes.map(
      ({ id }): Decision => ({ kind: 'veto', veto: id, stands: dice.chance(50), by: 'review', ...by }),
    ),
    ...discretionsOf(ground.rules.score).map(({ part, range }): Decision => {
      const points = formatExact(dice.pick([range.low, range.high]));
      return { kind: 'points', part, points, by: 'teacher', paper: 'no-3', ...by };
    }),
  ];
}

function everyChoice(masked: readonly Masked[]): readonly (readonly number[])[] {
  return masked.reduce<readonly (readonly number[])[]>(
    (found, { values }) => found.flatMap((chosen) => [...values.keys()].map((at) => [...chosen, at])),
    [[]],
  );
}

/** The kind of a settled outcome: scope, tier, and which programmes are granted. */
export const kindOf = ({ outcome, scope, recommended, awards }: Determination): string =>
  JSON.stringify([
    outcome,
    scope?.predicate,
    recommended?.tier,
    awards.filter(({ state }) => state === 'granted').map(({ programme }) => programme),
  ]);

/** All of a settled outcome that counts: with the amounts, and the outputs of a scheme that ends in them. */
export function outcomeOf({ rules }: Ground, one: Determination): string {
  const outputs = rules.endsInOutputs && one.outcome !== 'outOfScope' ? rules.outputs : [];
  return JSON.stringify([
    kindOf(one),
    one.awards.map(({ amount }) => amount?.minor),
    outputs.map((id) => one.figures.find(({ figure }) => figure === id)?.value),
  ]);
}

/** What an award that is settled comes to, 0 where it is not given or out of scope. */
export const paid = (award: Award | undefined): bigint => BigInt(award?.amount?.minor ?? 0);

/** Groups of completions that answer some of what is masked alike. */
export function answered(trial: Trial, ask: readonly number[]): readonly (readonly Determination[])[] {
  const groups = new Map<string, Determination[]>();
  for (const { chosen, is } of trial.singles) {
    const answer = ask.map((i) => chosen[i]).join(' ');
    groups.set(answer, [...(groups.get(answer) ?? []), is]);
  }
  return [...groups.values()];
}

/** Every set of one to `most` of so many things. */
export function setsOf(count: number, most: number): readonly (readonly number[])[] {
  const all = Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, i) => i).filter((i) => (bits >> i) % 2 === 1),
  );
  return all.filter((one) => one.length > 0 && one.length <= most);
}
