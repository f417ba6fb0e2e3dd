import * as fc from 'fast-check';
import { conditionOn, type DraftFact } from './facts.js';

export interface CategoryRecipe {
  /** The tier below which nobody of the category is, from the top; `null`: none. */
  readonly floor: number | null;
  readonly points: number;
}

export interface VetoRecipe {
  readonly fact: number;
  readonly cut: number;
  readonly effect: 'not_recognised' | 'zero_score' | 'cap';
  readonly against: 'review' | 'floor_wins';
}

export interface ProgrammeRecipe {
  readonly who: 'from' | 'only' | 'condition';
  readonly tier: number;
  readonly fact: number;
  readonly cut: number;
  /** In yuan. */
  readonly amounts: readonly number[];
  readonly sorted: boolean;
}

export const categoryRecipes: fc.Arbitrary<CategoryRecipe> = fc.record({
  floor: fc.option(fc.nat(3), { freq: 4 }),
  points: fc.nat(10),
});

export const vetoRecipes: fc.Arbitrary<VetoRecipe> = fc.record({
  fact: fc.nat(9),
  cut: fc.nat(9),
  effect: fc.constantFrom('not_recognised', 'zero_score', 'cap'),
  against: fc.constantFrom('review', 'floor_wins'),
});

export const programmeRecipes: fc.Arbitrary<ProgrammeRecipe> = fc.record({
  who: fc.constantFrom('from', 'only', 'condition'),
  tier: fc.nat(3),
  fact: fc.nat(9),
  cut: fc.nat(9),
  amounts: fc.array(
    fc.integer({ min: 0, max: 50 }).map((hundreds) => hundreds * 100),
    { minLength: 4, maxLength: 4 },
  ),
  sorted: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

const TIERS = [
  { id: 'special', title: { zh: '特别困难', en: 'Special hardship' } },
  { id: 'hard', title: { zh: '比较困难', en: 'Hardship' } },
  { id: 'general', title: { zh: '一般困难', en: 'Some hardship' } },
  { id: 'slight', title: { zh: '轻度困难', en: 'Slight hardship' } },
] as const;

/** Tiers from the highest cut down, as a rule file states them. */
export const draftTiers = (cuts: readonly number[]) =>
  [...cuts].sort((a, b) => b - a).map((from, at) => ({ ...(TIERS[at] as (typeof TIERS)[number]), from }));
type Tiers = ReturnType<typeof draftTiers>;

const tierAt = (tiers: Tiers, at: number): string => (tiers[at % tiers.length] as Tiers[number]).id;

export const draftCategory = (
  { floor, points }: CategoryRecipe,
  at: number,
  tiers: Tiers,
  pointed: boolean,
) => ({
  list: 'civil',
  title: { zh: `名单类别${at + 1}`, en: `Category ${at + 1}` },
  ...(floor === null ? {} : { floor: tierAt(tiers, floor) }),
  ...(pointed ? { points } : {}),
});

export const draftVeto = (
  { fact, cut, effect, against }: VetoRecipe,
  facts: readonly DraftFact[],
  tiers: Tiers,
) => ({
  title: { zh: '不予认定的情形', en: 'Not to be recognised' },
  when: conditionOn(facts[fact % facts.length] as DraftFact, cut),
  effect: effect === 'cap' ? { cap: tierAt(tiers, cut) } : effect,
  against_floor: against,
});

export function draftProgramme(
  recipe: ProgrammeRecipe,
  at: number,
  facts: readonly DraftFact[],
  tiers: Tiers,
) {
  const { who, tier, fact, cut, sorted } = recipe;
  const amounts = sorted ? [...recipe.amounts].sort((a, b) => b - a) : recipe.amounts;
  const written = (value: number): string => `${value}[CNY/year]`;
  return {
    title: { zh: `助学金${at + 1}`, en: `Grant ${at + 1}` },
    instrument: 'grant',
    for:
      who === 'condition'
        ? conditionOn(facts[fact % facts.length] as DraftFact, cut)
        : `tier ${who === 'from' ? '>=' : '='} ${tierAt(tiers, tier)}`,
    amount: {
      by: 'tier',
      options: Object.fromEntries(tiers.map(({ id }, i) => [id, written(amounts[i] as number)])),
      otherwise: written(0),
    },
    per: 'year',
    payee: 'student',
  };
}
