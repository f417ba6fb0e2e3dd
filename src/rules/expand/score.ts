import type { PartDocument, SectionDocument } from '../constructs/index.js';
import type { RouteDocument, RuleDocument } from '../document.js';
import type { Context } from './context.js';
import { about, members } from './raw.js';
import { expandPart } from './value.js';

/** The score and its routes; a scheme without points has none. */
export function expandScore(context: Context, raw: unknown): Pick<RuleDocument, 'score' | 'routes'> {
  if (raw === undefined) return { routes: [] };
  const { routes, ...score } = members(raw);
  return {
    score: expandPart(score, context) as PartDocument & { readonly value: SectionDocument },
    routes: ((routes as readonly unknown[] | undefined) ?? []).map((one) => routeOf(context, one)),
  };
}

function routeOf(context: Context, raw: unknown): RouteDocument {
  const r = members(raw);
  return {
    id: String(r.id),
    when: context.formula(String(r.when)),
    base: context.number(String(r.base)),
    counts: r.counts as readonly string[],
    against_ordinary: r.against_ordinary as RouteDocument['against_ordinary'],
    ...about(r),
  };
}
