import { partsOf, type RuleSet } from '../../rules/index.js';
import type { KnownStudent, Resolver } from '../resolution.js';

/**
 * The student without papers that would change nothing: a part that gives no points even with its paper gives none
 * without it, so that nobody has to show it and the score is known.
 */
export function withoutNeedlessPapers(rules: RuleSet, known: KnownStudent, resolver: Resolver): KnownStudent {
  const waiting = partsOf(rules.score)
    .filter(({ path, evidence }) => evidence?.missing === 'ask' && !known.shown.has(path))
    .map(({ path }) => path);
  if (waiting.length === 0) return known;
  const shown = new Map([...known.shown, ...waiting.map((path) => [path, true] as const)]);
  const points = new Map(resolver.view({ ...known, shown }).points);
  const needless = waiting.filter((path) => points.get(path) === '0');
  return { ...known, shown: new Map([...known.shown, ...needless.map((path) => [path, true] as const)]) };
}
