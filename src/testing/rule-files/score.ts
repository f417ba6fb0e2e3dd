import * as fc from 'fast-check';
import { conditionOn, type DraftFact } from './facts.js';

/** What a part of a random score is made from; positions are taken modulo what there is. */
export interface PartRecipe {
  readonly fact: number;
  readonly form: 'own' | 'condition' | 'best' | 'formula';
  readonly cut: number;
  /** In steps of half a point. */
  readonly worth: readonly [number, number, number];
  /** Whether more hardship is worth more: without it a file has something to be found. */
  readonly sorted: boolean;
  readonly atMost: number | null;
}

export const partRecipes: fc.Arbitrary<PartRecipe> = fc.record({
  fact: fc.nat(9),
  form: fc.constantFrom('own', 'condition', 'best', 'formula'),
  cut: fc.nat(9),
  worth: fc.tuple(halfPoints(), halfPoints(), halfPoints()),
  sorted: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  atMost: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 5 }),
});

function halfPoints(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 40 });
}

/** A part as a rule file states it. */
export function draftPart(
  recipe: PartRecipe,
  facts: readonly DraftFact[],
): Readonly<Record<string, unknown>> {
  const fact = facts[recipe.fact % facts.length] as DraftFact;
  const worth = recipe.worth.map((half) => half / 2);
  if (recipe.sorted) worth.sort((a, b) => a - b);
  return { ...pointsOf(recipe, fact, worth), ...(recipe.atMost === null ? {} : { at_most: recipe.atMost }) };
}

function pointsOf(
  { form, cut }: PartRecipe,
  fact: DraftFact,
  [low, middle, high]: readonly number[],
): Record<string, unknown> {
  const { id, options, recipe } = fact;
  if (form === 'condition') return { when: conditionOn(fact, cut), points: high };
  if (form === 'best')
    return {
      best_of: [
        { when: conditionOn(fact, cut), points: middle },
        { when: conditionOn(fact, cut + 1), points: high },
      ],
    };
  switch (recipe.kind) {
    case 'flag':
      return { when: id, points: high };
    case 'choice':
      return {
        of: id,
        options: { [options[0] as string]: low, [options[1] as string]: middle },
        otherwise: high,
      };
    case 'number':
      if (form === 'formula') return { points: `max(0, ${id} * 2 - ${cut})` };
      // A fact that is harder the lower it is has its points the other way round.
      return recipe.rising === false
        ? { of: id, up_to: { 0: high, 1: middle }, otherwise: low }
        : { of: id, below: { 1: low, 2: middle }, otherwise: high };
    case 'several':
      return {
        several: id,
        take: cut % 2 === 0 ? 'sum' : 'best',
        options: { [options[0] as string]: middle, [options[1] as string]: high },
      };
    case 'people':
      return { each: middle, of: `count(${id}${form === 'formula' ? ' where ill' : ''})` };
  }
}
