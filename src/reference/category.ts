import type { LinkedCategory } from '../rules/index.js';
import type { Case } from './case.js';
import { firstThat } from './not-known.js';

/** Whether the case belongs to a category: on its list, where it has one, and its condition holds. */
export function belongs(at: Case, id: string): boolean {
  const category = at.rules.categories.find((one) => one.id === id) as LinkedCategory;
  const { list, when } = category;
  const listed = (): boolean => list === undefined || (at.known.categories.get(id) ?? at.unsaid()) === true;
  const meets = (): boolean => when === undefined || at.expression(when) === true;
  return firstThat([listed, meets], (is) => !is).every((is) => is);
}

/** The best floor, or bypass, of the categories that the case belongs to, as an index of the tiers; `null`: of none. */
export function bestHeld(at: Case, effect: 'floor' | 'bypass'): number | null {
  let best: number | null = null;
  for (const category of at.rules.categories) {
    const tier = category[effect];
    if (tier === undefined || at.read({ kind: 'category', id: category.id }) !== true) continue;
    if (best === null || tier > best) best = tier;
  }
  return best;
}
