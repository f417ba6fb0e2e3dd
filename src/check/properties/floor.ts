import { compare, exact } from '../../value/index.js';
import { type Asking, byConstruction, proved } from '../asking.js';
import { canHold } from '../aspects.js';
import { bit, piecesOf, YES } from '../pairs/flags.js';
import { sameAt } from '../pairs/held.js';
import { isRange, type Piece } from '../pairs/side.js';
import type { CheckedProperty } from '../report.js';
import type { View } from '../view.js';
import { oneStudent } from './outcome.js';

const SURELY = piecesOf(bit(YES, YES));

/**
 * A student of a category never ends below its floor, or below the tier that it gives outright: whatever the score, and
 * unless a person lets a veto stand against it. The language decides so: the tier is the best of floors and score, and a
 * veto yields. It is gone through all the same, so that a mistake in deciding would show.
 */
export function floors(asking: Asking): readonly CheckedProperty[] {
  const { ground, standing } = asking;
  const { rules, plan } = ground;
  return rules.categories.flatMap(({ id, floor, bypass }) => {
    const least = [floor, bypass].filter((tier) => tier !== undefined);
    const node = plan.outputs.categories.find((one) => one.id === id)?.node;
    if (least.length === 0 || node === undefined) return [];
    const tier = least.reduce((a, b) => (b > a ? b : a));
    const views = (from: View): readonly View[] => {
      const yielding = plan.inputs.reduce(
        (view, input, i) => (input.kind === 'veto' ? view.with(i, sameAt(0n)) : view),
        from,
      );
      return [yielding];
    };
    /** The tiers of those who belong to the category and are in scope; none where nobody can. */
    const tiersOf = (view: View): readonly Piece[] =>
      canHold(view, node) && canHold(view, standing.inScope)
        ? view.where(node, SURELY).where(standing.inScope, SURELY).at(plan.outputs.tier)
        : [];
    const found = proved(
      asking,
      {
        id: `floor ${id}`,
        property: 'floor',
        severity: 'error',
        path: ['categories', id, floor === tier ? 'floor' : 'bypass'],
      },
      (from) => ({
        views: views(from(false)),
        fine: () => views(from(true)),
        steps: [plan.outputs.scoreTier, standing.floor, standing.best, plan.outputs.tier],
        broken: (view) =>
          tiersOf(view).some(({ a }) => !isRange(a) || compare(a.low, exact(BigInt(tier))) < 0),
        roots: [plan.outputs.tier, node, standing.inScope],
        confirm: (view) =>
          oneStudent(asking, view, (of) => {
            const belongs = of.categories.some((one) => one.category === id && one.holds === true);
            const reached = of.recommended?.tier ?? null;
            const below = reached !== null && rules.tierIds.indexOf(reached) < tier;
            return of.outcome === 'determined' && belongs && below ? reached : null;
          }),
      }),
    );
    return byConstruction(found, 'check.floorByConstruction');
  });
}
