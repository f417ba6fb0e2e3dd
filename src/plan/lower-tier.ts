import type { Handle } from '../rules/index.js';
import { ZERO } from '../value/index.js';
import type { CoreBuilder } from './build.js';

/** The points of all parts, or by the best route that holds; 0 by a veto of the score. */
export function lowerScore(build: CoreBuilder): Handle {
  const { score, vetoes } = build.rules;
  if (score === null) return build.constant(ZERO);
  const zero = build.any(vetoes.filter((v) => v.zeroScore).map((v) => build.veto(v.id)));
  return build.select(zero, build.constant(ZERO), routed(build, build.part(score)));
}

/** Folded from the last route: each decides between itself and the best of those after it. */
function routed(build: CoreBuilder, ordinary: Handle): Handle {
  const { score, routes } = build.rules;
  const folded = routes.reduceRight<{ any: Handle | null; best: Handle }>(
    (rest, route) => {
      const counted = route.counts.map((path) => build.read({ kind: 'part', path }));
      let points = build.sum([build.constant(route.base), ...counted]);
      if (score?.atLeast !== undefined) points = build.greatest([points, build.constant(score.atLeast)]);
      if (score?.atMost !== undefined) points = build.least([points, build.constant(score.atMost)]);
      if (!route.instead) points = build.greatest([points, ordinary]);
      const holds = build.expression(route.when);
      if (rest.any === null) return { any: holds, best: build.select(holds, points, rest.best) };
      const both = build.select(rest.any, build.greatest([points, rest.best]), points);
      return { any: build.either(holds, rest.any), best: build.select(holds, both, rest.best) };
    },
    { any: null, best: ordinary },
  );
  return folded.best;
}

/** The tier by score, by its conditions, or by a formula: 0 below the last one. */
export function lowerScoreTier(build: CoreBuilder): Handle {
  const { tiers, tierOf } = build.rules;
  if (tierOf !== null) {
    const sizes = [tierOf.tiers.length];
    const cells = tierOf.tiers.map((tier) => ({ n: BigInt(tier), d: 1n }));
    const found = build.node({ kind: 'table', keys: [build.expression(tierOf.is)], sizes, cells });
    return build.ifNone(found, build.code(0));
  }
  // From the least aid to the most: a tier with more aid goes before those with less.
  return tiers.reduce<Handle>((lower, tier, i) => {
    const reached =
      tier.when !== undefined
        ? build.expression(tier.when)
        : build.compare('<=', build.constant(tier.from ?? ZERO), build.read({ kind: 'score' }));
    return build.select(reached, build.code(i + 1), lower);
  }, build.code(0));
}

/** The best tier among categories of one effect; 0 where none holds. */
function bestOf(build: CoreBuilder, effect: 'floor' | 'bypass'): Handle {
  const tiers = build.rules.categories.flatMap((category) => {
    const tier = category[effect];
    if (tier === undefined) return [];
    return [build.select(build.read({ kind: 'category', id: category.id }), build.code(tier), build.code(0))];
  });
  return build.greatest([build.code(0), ...tiers]);
}

/** What no veto takes silently: floors and tiers that categories give outright. */
export function lowerFloor(build: CoreBuilder): Handle {
  return build.greatest([bestOf(build, 'floor'), bestOf(build, 'bypass')]);
}

/** A tier that a category gives outright, else the one by score. */
export function lowerBase(build: CoreBuilder): Handle {
  const bypass = bestOf(build, 'bypass');
  return build.select(build.compare('<', build.code(0), bypass), bypass, build.read({ kind: 'score_tier' }));
}

/** The tier a person decided, though never less than floors give, or else the recommended one. */
export function lowerTier(build: CoreBuilder): Handle {
  const floor = lowerFloor(build);
  const best = build.greatest([lowerBase(build), floor]);
  const afterVetoes = (otherwise: Handle): Handle =>
    build.least([
      otherwise,
      ...build.rules.vetoes.map((veto) =>
        build.select(build.veto(veto.id), build.vetoed(veto.id).tier, otherwise),
      ),
    ]);
  return build.select(
    build.input('decision', 'decided'),
    // A floor gives way only to a veto that a person let stand against it.
    build.greatest([build.input('decision', 'tier'), afterVetoes(floor)]),
    afterVetoes(best),
  );
}
