import { decimalPlaces } from '../../value/index.js';
import { type CheckedPart, type Extent, extentOf, sumExtent } from '../constructs/index.js';
import type { RouteDocument } from '../document.js';
import type { LinkedRoute } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { boundedExtent, spread } from './extent.js';
import type { Linker } from './linker.js';
import { partAt, partPathsOf } from './part.js';

/**
 * Settles a route of the score. Issues: `rules.maybeNone`, `rules.needsRounding`, `rules.unknownPart`; `rules.partTwice` where the points of a
 * part would be added twice.
 */
export function linkRoute(linker: Linker, route: RouteDocument, index: number): LinkedRoute | null {
  const path: Path = ['routes', index];
  const when = linker.checker().condition(route.when, [...path, 'when']);
  const base = linker.constant(route.base, [...path, 'base']);
  if (decimalPlaces(base) === null)
    return linker.refuse('rules.needsRounding', [...path, 'base'], { constant: route.base });
  const good = countsAreParts(linker, route.counts, [...path, 'counts']);
  if (when === null || !good) return null;
  const { id, counts } = route;
  return { id, when, base, counts, instead: route.against_ordinary === 'instead' };
}

function countsAreParts(linker: Linker, counts: readonly string[], path: Path): boolean {
  const { score } = linker.document;
  const known = score === undefined ? [] : partPathsOf(score.value);
  let good = true;
  for (const [i, part] of counts.entries()) {
    if (!known.includes(part)) {
      linker.unknown('rules.unknownPart', [...path, i], 'part', part, known);
      good = false;
      continue;
    }
    const other = counts.slice(0, i).find((one) => within(one, part) || within(part, one));
    if (other === undefined) continue;
    linker.refuse('rules.partTwice', [...path, i], { part, other });
    good = false;
  }
  return good;
}

const within = (part: string, section: string): boolean => part === section || part.startsWith(`${section}.`);

/** What the score can come to where a route can replace it. */
export function withRoutes(score: CheckedPart, routes: readonly LinkedRoute[]): Extent {
  return routes.reduce<Extent>((all, route) => {
    const parts = route.counts.map((path) => partAt(score, path)?.extent ?? {});
    const { atLeast, atMost } = score;
    const bounds = {
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(atMost === undefined ? {} : { atMost }),
    };
    return extentOf([all, boundedExtent(sumExtent([spread([route.base]), ...parts]), bounds, false)]);
  }, score.extent);
}
