import type { Folder } from './folder.js';
import { eachAt, type Members, membersAt, textAt } from './json.js';
import type { Checking } from './report.js';

/** Outcomes in which a listed student may be without a tier, each for its own reason. */
const WITHOUT_TIER = ['outOfScope', 'declined'];

/**
 * Floors, read back from what was written: whoever belongs to a category, and fulfils its further condition where it
 * has one, has at least its tier, whoever decided; where the tier is open, every tier that is possible is at least that.
 */
export function checkFloors({ rules, determined }: Folder, check: Checking): void {
  const tiers = eachAt(rules, 'tiers').map((tier) => textAt(tier, 'id'));
  const rank = (tier: string): number => (tiers.includes(tier) ? tiers.length - tiers.indexOf(tier) : 0);
  const floors = [...membersAt(rules, 'categories')].flatMap(([id, said]) => {
    if (!(said instanceof Map)) return [];
    const category: Members = said;
    const [floor, bypass] = [rank(textAt(category, 'floor')), rank(textAt(category, 'bypass'))];
    const least = floor > bypass ? floor : bypass;
    return least > 0 ? [{ id, least, conditional: category.has('when') }] : [];
  });
  for (const one of determined) {
    const own = one.categories.filter(({ status }) => status === 'in');
    for (const { id, least, conditional } of floors) {
      const category = own.find((belonging) => belonging.category === id);
      if (category === undefined || (conditional && !category.holds)) continue;
      check.compared += 1;
      if (WITHOUT_TIER.includes(one.outcome)) continue;
      const tiers = one.outcome === 'determined' ? [one.tier] : one.openTiers;
      const lowest = tiers.reduce<number | null>(
        (low, tier) => (low === null || rank(tier) < low ? rank(tier) : low),
        null,
      );
      if (lowest === null || lowest < least) {
        const place = category.evidence[0] ?? { file: 'determinations.ndjson' };
        check.error('verify.belowFloor', { category: id, outcome: one.outcome }, place);
      }
    }
  }
}
