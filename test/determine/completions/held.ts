import type { Ground } from '../../agreement/arbitrary/case.js';
import { Dice } from '../../agreement/arbitrary/dice.js';
import { schemeOf } from '../../agreement/pairs.js';
import { answered, kindOf, type Masked, outcomeOf, paid, setsOf, type Trial, trialOf } from './by-hand.js';

/** What came of trials: how many were exactly what was found by hand, and how many a stated superset of it. */
export interface Held {
  readonly trials: number;
  readonly equal: number;
  /** Too much to try everything: what was tried lies within what was said. */
  readonly within: number;
  /** The engine itself says that the tiers are more than the possible ones. */
  readonly wide: number;
  readonly open: number;
  readonly settled: number;
  /** Open awards with every amount named. */
  readonly amountsNamed: number;
  readonly amountsBetween: number;
  readonly fourQuestions: number;
  readonly narrowed: number;
}

type Counts = { -readonly [K in keyof Held]: number };

/** Goes through rule files until so many students were tried; throws at the first that does not hold. */
export function holdAgainst(first: number, wanted: number, most: number): Held {
  const held: Counts = {
    trials: 0,
    equal: 0,
    within: 0,
    wide: 0,
    open: 0,
    settled: 0,
    amountsNamed: 0,
    amountsBetween: 0,
    fourQuestions: 0,
    narrowed: 0,
  };
  for (let seed = first; held.trials < wanted; seed += 1) {
    const { ground, text } = schemeOf(seed, 4 + (seed % 3), 0);
    // What the file itself leaves open is not known of anybody.
    if (ground.open) continue;
    const dice = new Dice(seed ^ 0xc0de);
    for (let i = 0; i < 40 && held.trials < wanted; i += 1) {
      const trial = trialOf(ground, most, dice.fork());
      if (trial === null) continue;
      held.trials += 1;
      const wrong = wrongIn(ground, trial, held);
      if (wrong !== null) throw new Error([wrong, `seed ${seed}, trial ${i}`, text, shown(trial)].join('\n'));
    }
  }
  return held;
}

const shown = ({ masked, whole: { outcome, open, awards } }: Trial): string =>
  JSON.stringify({ masked: masked.map(({ kind, id }) => [kind, id]), outcome, open, awards });

function wrongIn(ground: Ground, trial: Trial, held: Counts): string | null {
  const { whole, singles, masked } = trial;
  const exact = masked.every(({ all }) => all);
  const outcomes = new Set(singles.map(({ is }) => outcomeOf(ground, is)));
  if (whole.outcome === 'determined' || whole.outcome === 'outOfScope') {
    held.settled += 1;
    held[exact ? 'equal' : 'within'] += 1;
    // Of several predicates that are false, a completion may come to an earlier one.
    const same = ({ is }: Trial['singles'][number]): boolean =>
      whole.outcome === 'outOfScope'
        ? is.outcome === 'outOfScope'
        : outcomeOf(ground, is) === outcomeOf(ground, whole);
    return singles.every(same) ? null : 'it was said to be settled';
  }
  if (whole.open === undefined) return `its outcome is ${whole.outcome}`;
  held.open += 1;
  if (whole.open.wide) held.wide += 1;
  held[exact && !whole.open.wide ? 'equal' : 'within'] += 1;
  const sure = exact && !whole.open.wide;
  return (
    wrongTiers(trial, sure) ??
    wrongAwards(trial, sure, held) ??
    (sure ? wrongQuestions(ground, trial, outcomes.size, held) : null)
  );
}

function wrongTiers({ whole, singles }: Trial, exact: boolean): string | null {
  const met = new Set(singles.flatMap(({ is }) => is.recommended?.tier ?? []));
  const said = new Set(whole.open?.tiers);
  const missed = [...met].find((tier) => !said.has(tier));
  if (missed !== undefined) return `${missed} is possible and not said`;
  const never = [...said].find((tier) => !met.has(tier));
  return exact && never !== undefined ? `${never} is said and never comes out` : null;
}

function wrongAwards({ whole, singles }: Trial, exact: boolean, held: Counts): string | null {
  for (const [i, award] of whole.awards.entries()) {
    const amounts = new Set(singles.map(({ is }) => paid(is.awards[i])));
    const all = [...amounts].sort((a, b) => (a < b ? -1 : 1));
    if (award.state !== 'open') {
      if (all.length !== 1 || all[0] !== paid(award)) return `${award.programme} was settled`;
      continue;
    }
    if (award.between === undefined) continue;
    const { least, most, among } = award.between;
    if (all.some((one) => one < BigInt(least) || BigInt(most) < one))
      return `${award.programme} lies outside`;
    if (among === undefined) {
      held.amountsBetween += 1;
      continue;
    }
    held.amountsNamed += 1;
    if (all.some((one) => !among.includes(String(one)))) return `${award.programme} comes to another amount`;
    if (exact && all.length !== among.length) return `${award.programme} never comes to one of ${among}`;
  }
  return null;
}

/** By hand: what it turns on, that this is the only smallest set that settles it, and what up to three leave. */
function wrongQuestions(ground: Ground, trial: Trial, outcomes: number, held: Counts): string | null {
  const { whole, masked, singles } = trial;
  const settles = (ask: readonly number[]): boolean =>
    answered(trial, ask).every((group) => new Set(group.map((is) => outcomeOf(ground, is))).size === 1);
  const sets = setsOf(masked.length, masked.length).filter(settles);
  const smallest = sets.filter(
    (one) => !sets.some((less) => less.length < one.length && isWithin(less, one)),
  );
  if (outcomes > 1 && smallest.length !== 1) return 'there is not one smallest set that settles it';
  const needed = outcomes === 1 ? [] : (smallest[0] as readonly number[]);
  // A fact that blocks is asked for even where it turns nothing; one that never exists need not be.
  const applies = (fact: string): boolean =>
    singles.some(({ is }) => is.facts.some((used) => used.fact === fact && used.value !== 'none'));
  const blocking = ground.rules.facts.filter(
    ({ id, unknown }) => unknown.policy === 'block' && ground.reads.has(id),
  );
  const blocks = ({ kind, id }: Masked): boolean =>
    kind === 'fact' && blocking.some((fact) => fact.id === id) && applies(id);
  const wanted = masked
    .filter((one, i) => needed.includes(i) || blocks(one))
    .map(({ kind, id }) => `${kind} ${id}`);
  const named = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;
  // Whether it exists can itself rest on what is masked: then it may be asked for all the same.
  const idle = masked.filter(
    (one, i) => !needed.includes(i) && blocking.some(({ id }) => id === one.id) && !blocks(one),
  );
  const asked = (whole.open?.questions ?? [])
    .map(named)
    .filter((question) => !idle.some((one) => named(one) === question));
  if ([...asked].sort().join() !== [...wanted].sort().join())
    return `it turns on ${wanted}, asked is ${asked}`;
  if (needed.length > 3) held.fourQuestions += 1;
  const { narrowest } = whole.open ?? {};
  if (narrowest === undefined || ground.rules.endsInOutputs) return null;
  held.narrowed += 1;
  const leaves = (ask: readonly number[]): number =>
    answered(trial, ask).reduce((most, group) => {
      const kinds = new Set(group.map(kindOf)).size;
      return kinds > most ? kinds : most;
    }, 0);
  const best = setsOf(masked.length, 3)
    .map(leaves)
    .reduce((a, b) => (b < a ? b : a));
  const chosen = narrowest.ask.map(({ kind, id }) =>
    masked.findIndex((one) => one.kind === kind && one.id === id),
  );
  return leaves(chosen) === best && narrowest.leaves === best
    ? null
    : `${best} can be left, not ${narrowest.leaves}`;
}

const isWithin = (less: readonly number[], more: readonly number[]): boolean =>
  less.every((one) => more.includes(one));
