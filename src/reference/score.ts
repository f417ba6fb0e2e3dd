import type { CheckedPart, LinkedRoute } from '../rules/index.js';
import { fromExact, larger, plus, type Quotient } from '../value/index.js';
import type { Case } from './case.js';
import { fromKnown, NOTHING } from './meant.js';
import { firstThat } from './not-known.js';
import { bounded } from './part.js';
import { vetoHolds } from './veto.js';

/** The score: as given, else by the parts or the best route that holds; a `zero_score` veto comes last. */
export function scoreOf(at: Case): Quotient {
  const given = at.known.given.get('score');
  if (given !== undefined) return fromKnown(given) as Quotient;
  const zeroing = at.rules.vetoes.filter((veto) => veto.zeroScore);
  const holds = firstThat(
    zeroing.map((veto) => () => vetoHolds(at, veto)),
    (is) => is,
  );
  if (holds.includes(true)) return NOTHING;
  const score = at.rules.score as CheckedPart;
  const routes = at.rules.routes.filter((route) => at.expression(route.when) === true);
  const candidates = routes.map((route) => {
    const byRoute = bounded(score, pointsByRoute(at, route));
    return route.instead ? byRoute : larger(byRoute, at.part(score));
  });
  return candidates.length === 0 ? at.part(score) : candidates.reduce(larger);
}

/** The base of a route and the points of the parts that it counts, as if nothing stood around them. */
function pointsByRoute(at: Case, { base, counts }: LinkedRoute): Quotient {
  return counts.map((path) => at.read({ kind: 'part', path }) as Quotient).reduce(plus, fromExact(base));
}
