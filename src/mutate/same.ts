import { InputList } from '../plan/index.js';
import type { RuleSet } from '../rules/index.js';
import { lookAt, type Where } from './same/look.js';
import { toldOf } from './same/opens.js';
import { outcomeOf } from './same/outcome.js';
import { outsideOf } from './same/outside.js';
import { splitFor } from './same/splits.js';
import { type Stretch, stretchesOf } from './same/stretches.js';
import { type TermId, Terms } from './same/terms.js';

/** The most times that students are looked at in one stretch of days before it is given up. */
const MOST_LOOKS = 300;

/**
 * Whether two rule sets are proved to come to the same scope, tier, awards and outputs for every student of whom all is
 * known, on every day on which the edition can be asked. What can be and who decides has to be the same text; then all
 * students are parted, by what stands nearest to a difference, until what is left of the one is what is left of the other.
 * `false` says nothing: they may differ, or it was not found.
 */
export function provedSame(a: RuleSet, b: RuleSet): boolean {
  if (outsideOf(a.document) !== outsideOf(b.document)) return false;
  if (a.facts.some(({ people, unknown }) => people !== undefined && unknown.policy === 'no_points'))
    return false;
  const stretches = stretchesOf([a, b]);
  return stretches?.every((days) => sameIn(a, b, days)) ?? false;
}

/** First with values between assumed, which is quick; then, where those were too many at once, by inputs alone. */
function sameIn(a: RuleSet, b: RuleSet, days: Stretch): boolean {
  const inputs = new InputList(a);
  const [left, right] = [outcomeOf(a, days, inputs), outcomeOf(b, days, inputs)];
  const told = toldOf([a, b], [left, right], inputs, days);
  if (told === null) return false;
  const terms = new Terms();
  return [true, false].some((between) => {
    let looks = 0;
    const same = (where: Where): boolean => {
      looks += 1;
      if (looks > MOST_LOOKS) return false;
      const [x, y] = [lookAt(left, where, told, terms), lookAt(right, where, told, terms)];
      const at = x.roots.findIndex((root, i) => root !== y.roots[i]);
      if (at < 0) return true;
      const asked = { terms, left: x, right: y, where, told, between };
      return splitFor(asked, x.roots[at] as TermId, y.roots[at] as TermId)?.every(same) ?? false;
    };
    return same({ inputs: new Map(), assumed: new Map() });
  });
}
