import * as fc from 'fast-check';
import { draftFact, factRecipes } from './facts.js';
import {
  categoryRecipes,
  draftCategory,
  draftProgramme,
  draftTiers,
  draftVeto,
  programmeRecipes,
  vetoRecipes,
} from './outcomes.js';
import { draftPart, partRecipes } from './score.js';

/**
 * Whole rule files, small, as JSON (which is YAML), each accepted by `readRules` and in force on every day of the school
 * year 2025: facts of all kinds, parts with bands, options and conditions, categories with floors or points, tiers, vetoes,
 * programmes. For systems that must take *any* rules and not only those of today. Most are fair; some give the poorer less,
 * on purpose, so that what should find that has something to find. A failing file shrinks to few facts and parts.
 */
export function ruleFiles(): fc.Arbitrary<string> {
  const recipe = fc.record({
    facts: fc.array(factRecipes, { minLength: 1, maxLength: 4 }),
    parts: fc.array(partRecipes, { minLength: 1, maxLength: 5 }),
    atMost: fc.option(fc.integer({ min: 5, max: 40 }), { freq: 4 }),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
    categories: fc.array(categoryRecipes, { maxLength: 3 }),
    pointed: fc.boolean(),
    veto: fc.option(vetoRecipes, { freq: 3 }),
    programmes: fc.array(programmeRecipes, { maxLength: 3 }),
  });
  return recipe.map((made) => {
    const facts = made.facts.map(draftFact);
    const tiers = draftTiers(made.cuts);
    const pointed = made.pointed && made.categories.length > 0;
    const parts = named('part', made.parts, (part) => draftPart(part, facts));
    const file = {
      format: 1,
      scheme: 'xx-any',
      edition: 'any',
      status: 'draft',
      title: { zh: '任意办法', en: 'Any scheme' },
      standing: 'illustrative',
      effective: { from: '2025-09-01' },
      published: '2025-08-31',
      facts: Object.fromEntries(facts.map(({ id, declared }) => [id, declared])),
      ...(made.categories.length === 0
        ? {}
        : {
            lists: { civil: { title: { zh: '民政名单', en: 'List of civil affairs' } } },
            categories: named('category', made.categories, (one, at) =>
              draftCategory(one, at, tiers, pointed),
            ),
          }),
      score: {
        ...(made.atMost === null ? {} : { at_most: made.atMost }),
        parts: pointed ? { ...parts, lists: { categories: 'best' } } : parts,
      },
      tiers,
      ...(made.veto === null ? {} : { vetoes: { veto: draftVeto(made.veto, facts, tiers) } }),
      ...(made.programmes.length === 0
        ? {}
        : {
            programmes: named('grant', made.programmes, (one, at) => draftProgramme(one, at, facts, tiers)),
          }),
    };
    return `${JSON.stringify(file, null, 2)}\n`;
  });
}

const named = <T, U>(
  kind: string,
  all: readonly T[],
  draft: (one: T, at: number) => U,
): Readonly<Record<string, U>> =>
  Object.fromEntries(all.map((one, at) => [`${kind}_${at + 1}`, draft(one, at)]));
