import { at, isMapping, renamed, replaced } from '../edit.js';
import type { Edit, TreePath } from '../mutant.js';
import type { Site } from '../sites.js';

type Others = Readonly<Record<string, readonly string[]>>;

const TAKES: Others = { sum: ['best'], best: ['sum', 'least'], least: ['sum', 'best'] };

/** By the key under which a word stands: what stands there instead. */
const WORDS: Readonly<Record<string, Others>> = {
  mode: {
    half_up: ['up', 'down'],
    half_away: ['up', 'down'],
    half_even: ['up', 'down'],
    up: ['down'],
    down: ['up'],
    toward_zero: ['up'],
  },
  take: TAKES,
  categories: TAKES,
  against_floor: { review: ['floor_wins'], floor_wins: ['review'] },
  against_ordinary: { instead: ['best'], best: ['instead'] },
  effect: { not_recognised: ['zero_score'], zero_score: ['not_recognised'] },
  missing: { ask: ['note'], note: ['ask'] },
  undecided: { ask: ['0'], '0': ['ask'] },
  unknown: { ask: ['block'], block: ['ask'] },
  month_end: { next_first: ['last_day'], last_day: ['next_first'] },
  leap_birthday: { '02-28': ['03-01'], '03-01': ['02-28'] },
  assume: { true: ['false'], false: ['true'] },
};

/** Keys that say how a list or bands are read. */
const KEYS: Others = {
  best_of: ['sum_of'],
  sum_of: ['best_of'],
  least_of: ['best_of'],
  best: ['sum'],
  sum: ['best'],
};
const BOUNDS: Others = { below: ['up_to'], up_to: ['below'] };

/**
 * A word that the file gives nothing to decide: what becomes of a veto against a floor where no category has one, and
 * which of the categories counts where all are worth the same. Another word there is the same rule.
 */
function isIdle(root: unknown, path: TreePath): boolean {
  const categories = at(root, ['categories']);
  const all = isMapping(categories) ? Object.values(categories).filter(isMapping) : [];
  switch (path.at(-1)) {
    case 'against_floor':
      return all.every(({ floor, bypass }) => floor === undefined && bypass === undefined);
    case 'categories':
      return at(root, path) !== 'sum' && new Set(all.map(({ points }) => points)).size <= 1;
    default:
      return false;
  }
}

/** One word for another, and bounds that hold the other way. */
export function words(root: unknown, { path, value }: Site): readonly Edit[] {
  if (typeof value === 'string') {
    const others = isIdle(root, path) ? [] : (WORDS[String(path.at(-1))]?.[value] ?? []);
    return others.map((after) => ({
      mutation: 'word',
      path,
      before: value,
      after,
      root: replaced(root, path, after),
    }));
  }
  if (!isMapping(value)) return [];
  return Object.keys(value).flatMap((key) => {
    if (key !== 'below' && key !== 'up_to' && !Array.isArray(value[key])) return [];
    const keyPath = [...path, key];
    const to = (mutation: Edit['mutation'], others: readonly string[] = []): readonly Edit[] =>
      others.map((after) => ({
        mutation,
        path: keyPath,
        key: true,
        before: key,
        after,
        root: renamed(root, keyPath, after),
      }));
    return [...to('word', KEYS[key]), ...to('bound', BOUNDS[key])];
  });
}
