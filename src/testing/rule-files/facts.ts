import * as fc from 'fast-check';

/** What a fact of a random rule file is made from. */
export interface FactRecipe {
  readonly kind: 'flag' | 'choice' | 'number' | 'several' | 'people';
  /** Options of a choice, last value of a number, most people: 2 to 5. */
  readonly size: number;
  /** Which way is harder; `null`: the file does not say. */
  readonly rising: boolean | null;
}

/** A fact as a rule file declares it, and how the rest of the file speaks of it. */
export interface DraftFact {
  readonly id: string;
  readonly recipe: FactRecipe;
  readonly options: readonly string[];
  readonly declared: Readonly<Record<string, unknown>>;
}

export const factRecipes: fc.Arbitrary<FactRecipe> = fc.record({
  kind: fc.constantFrom('flag', 'choice', 'number', 'several', 'people'),
  size: fc.integer({ min: 2, max: 5 }),
  rising: fc.oneof(
    { weight: 2, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constantFrom(false, null) },
  ),
});

const OPTIONS = ['fine', 'poor', 'worse', 'worst', 'desperate'] as const;

export function draftFact(recipe: FactRecipe, at: number): DraftFact {
  const { kind, size, rising } = recipe;
  const options = OPTIONS.slice(0, kind === 'several' ? 2 : size);
  const way = (up: string, down: string): string => (rising === null ? 'none' : rising ? up : down);
  const id = `fact_${at + 1}`;
  const title = { zh: `情况${at + 1}`, en: `Circumstance ${at + 1}` };
  const declared = (): Record<string, unknown> => {
    switch (kind) {
      case 'flag':
        return { type: 'flag', worse: way('if_true', 'if_false') };
      case 'choice':
        return { type: 'choice', of: options, worse: rising === true ? 'listed' : 'none' };
      case 'number':
        return { type: 'number', unit: 'point', range: [0, size], worse: way('higher', 'lower') };
      case 'several':
        return { type: 'several', of: options, worse: way('more', 'fewer') };
      case 'people': {
        const ill = { type: 'flag', worse: way('if_true', 'if_false'), title: { zh: '患病', en: 'Ill' } };
        return { type: 'people', size: [0, 2], worse: way('more', 'fewer'), of: { ill } };
      }
    }
  };
  return { id, recipe, options, declared: { ...declared(), title } };
}

/** A condition on a fact; `cut` says where, and is brought into its range. */
export function conditionOn({ id, recipe, options }: DraftFact, cut: number): string {
  switch (recipe.kind) {
    case 'flag':
      return cut % 4 === 3 ? `not ${id}` : id;
    case 'choice':
      return `${id} = ${options[cut % options.length]}`;
    case 'number':
      return `${id} >= ${1 + (cut % recipe.size)}`;
    case 'several':
      return `has_any(${id}, [${options[cut % options.length]}])`;
    case 'people':
      return `count(${id} where ill) >= ${1 + (cut % 2)}`;
  }
}
