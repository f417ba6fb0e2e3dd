import { type CheckedPart, nearest, type RuleSet } from '../rules/index.js';
import { error, type Issue } from '../value/index.js';
import type { Expected, RuleCase, Said } from './case-file.js';
import { KNOWN_PATHS, parsePath } from './expectation.js';
import { unknownName } from './unknown-name.js';

/** Paths of the parts of a score, without the score itself. */
function partPaths(score: CheckedPart | null): readonly string[] {
  if (score === null) return [];
  const inside = score.value.kind === 'section' ? score.value.parts.flatMap(partPaths) : [];
  return score.path === '' ? inside : [score.path, ...inside];
}

/** Everything that a case may give instead of having it computed, and the kind of its type. */
export function givableOf(rules: RuleSet): ReadonlyMap<string, string> {
  const figures = rules.figures.filter((figure) => figure.people === undefined);
  const scored =
    rules.score === null ? [] : ['score', ...partPaths(rules.score).map((path) => `score.${path}`)];
  const tiers = rules.tiers.length === 0 ? [] : ['score_tier', 'tier'];
  return new Map<string, string>([
    ...figures.map(({ id, type }) => [id, type.kind] as const),
    ...scored.map((path) => [path, 'number'] as const),
    ...tiers.map((path) => [path, 'choice'] as const),
  ]);
}

/**
 * Names in `expect` that the rule file does not have: such an expectation could never be met, or never fail. Issues:
 * `cases.unknownName`, and `cases.unknownPath` where a path is neither one that every determination has nor a figure.
 */
export function unknownExpectations(rules: RuleSet, one: RuleCase): readonly Issue[] {
  const parts = partPaths(rules.score);
  const programmes = rules.programmes.map((programme) => programme.id);
  const figures = rules.figures.filter((figure) => figure.people === undefined).map(({ id }) => id);
  const known: Readonly<Record<string, readonly [kind: string, names: readonly string[]]>> = {
    tier: ['tier', rules.tierIds],
    decided: ['tier', rules.tierIds],
    score_tier: ['tier', rules.tierIds],
    tiers: ['tier', rules.tierIds],
    granted: ['programme', programmes],
    outputs: ['figure', figures],
    categories: ['category', rules.categories.map(({ id }) => id)],
  };
  return Object.entries(one.expect).flatMap(([path, said]): readonly Issue[] => {
    const parsed = parsePath(path);
    switch (parsed?.kind) {
      case 'part':
        return check('part', [parsed.part], parts, said);
      case 'award':
        return check('programme', [parsed.programme], programmes, said);
      case 'output':
        return check('figure', [parsed.figure], figures, said);
      case 'figure':
        return figures.includes(parsed.figure) ? [] : [unknownPath(path, figures, said)];
      default: {
        const [kind, names] = known[path] ?? ['', null];
        const expected = typeof said.value === 'string' ? [said.value] : said.value;
        return names === null ? [] : check(kind, expected, names, said);
      }
    }
  });
}

function unknownPath(path: string, figures: readonly string[], said: Said<Expected>): Issue {
  const near = nearest(path, [...KNOWN_PATHS, ...figures]);
  return error('cases.unknownPath', near === null ? { found: path } : { found: path, near }, said.place);
}

function check(
  kind: string,
  names: readonly string[],
  known: readonly string[],
  said: Said<unknown>,
): readonly Issue[] {
  return names
    .filter((name) => !known.includes(name) && name !== '-')
    .map((name) => unknownName(kind, name, known, said));
}
