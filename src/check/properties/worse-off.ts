import type { Determination } from '../../determine/index.js';
import { compare } from '../../value/index.js';
import type { Asking, ClaimFor } from '../asking.js';
import type { Aspect } from '../aspects.js';
import { smallestStudents } from '../confirm.js';
import { deepest } from '../pairs/falling.js';
import type { Held } from '../pairs/held.js';
import type { Witness } from '../report.js';
import type { View } from '../view.js';

/** Something that changes for the second of two students. */
export interface Change {
  readonly differs: string;
  readonly input: number;
  readonly held: readonly Held[];
  readonly given: readonly (readonly [input: number, held: Held])[];
}

/** Each step between two options by itself: what an option gives is then known. */
const apart = (held: Held): readonly Held[] =>
  held.kind === 'pairs' ? held.pairs.map((pair): Held => ({ kind: 'pairs', pairs: [pair] })) : [held];

/** That the second of two students never has less of something, when one input changes. */
export function neverLess(asking: Asking, aspect: Aspect, change: Change): ClaimFor {
  const views = (from: View): readonly View[] => {
    const given = change.given.reduce((view, [input, held]) => view.with(input, held), from);
    return change.held.flatMap(apart).map((held) => given.with(change.input, held));
  };
  return noLess(asking, aspect, views, change.differs);
}

/** The same of any views. `given`: the tiers that are given to the two instead of those that follow. */
export function noLess(
  { ground, standing }: Asking,
  aspect: Aspect,
  views: (from: View) => readonly View[],
  differs: string,
  given: readonly string[] = [],
): ClaimFor {
  return (from) => ({
    views: views(from(false)),
    fine: () => views(from(true)),
    steps: [ground.plan.outputs.scoreTier, standing.floor, standing.best, ground.plan.outputs.tier],
    broken: (view) => aspect.canFall(view),
    rank: (view) => deepest(aspect.pieces(view)),
    roots: aspect.roots,
    confirm: (view): Witness | null => {
      let shown: readonly string[] = [];
      const shows = ([first, second]: readonly Determination[]): boolean => {
        if (first === undefined || second === undefined) return false;
        const [before, after] = [aspect.measure(first), aspect.measure(second)];
        shown = [aspect.show(first), aspect.show(second)];
        return before !== null && after !== null && compare(after, before) < 0;
      };
      const students = smallestStudents(ground, standing, view, shows, given);
      const [before, after] = students ?? [];
      if (before === undefined || after === undefined) return null;
      return { students: [before, after], shows: shown, differs };
    },
  });
}

/** Whether what changes reaches something at all. */
export const reaches = ({ ground }: Asking, input: number, aspect: Aspect): boolean =>
  ground.behindInput(input).some((node) => aspect.roots.includes(node));
