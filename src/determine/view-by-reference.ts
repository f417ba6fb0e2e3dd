import {
  attempt,
  awardOf,
  beforeVetoes,
  leftBy,
  type Moment,
  NotKnown,
  type ReadCase,
  readCase,
  textOf,
  vetoHolds,
} from '../reference/index.js';
import { partsOf, type RuleSet } from '../rules/index.js';
import { type Quotient, written } from '../value/index.js';
import type { FigureValue } from './determination.js';
import type { KnownStudent, View } from './resolution.js';

/**
 * What comes of what is known alone: whatever a meaning that looks at no more than it needs can say without coming to
 * something unknown.
 */
export function viewByReference(rules: RuleSet, known: KnownStudent, moment: Moment): View {
  const at = readCase(rules, known, moment, 'known');
  const seen = <T>(look: () => T): readonly [] | readonly [T] => {
    const found = attempt(look);
    return found instanceof NotKnown ? [] : [found];
  };
  const outOfScope = rules.scope.find(({ is }) => seen(() => at.expression(is))[0] === false);
  const [score] = rules.score === null ? [] : seen(() => at.read({ kind: 'score' }) as Quotient);
  const [scoreTier] = seen(() => at.read({ kind: 'score_tier' }) as number);
  return {
    outOfScope: outOfScope?.id ?? null,
    ...(score === undefined ? {} : { score: written(score) }),
    ...(scoreTier === undefined ? {} : { scoreTier }),
    points: partsOf(rules.score)
      .filter(({ path }) => path !== '')
      .flatMap((part) => seen(() => at.part(part)).map((points) => [part.path, written(points)] as const))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    categories: new Map(
      rules.categories.flatMap(({ id }) =>
        seen(() => at.read({ kind: 'category', id })).map((is) => [id, is === true] as const),
      ),
    ),
    vetoes: vetoesSeen(rules, at),
    figures: new Map(
      rules.figures
        .filter(({ people }) => people === undefined)
        .flatMap(({ id, type }) =>
          seen(() => at.read({ kind: 'figure', id })).flatMap((value): [string, FigureValue][] =>
            value === undefined ? [] : [[id, textOf(rules, type, value)]],
          ),
        ),
    ),
    awards: new Map(
      rules.programmes.flatMap((one) =>
        seen(() => awardOf(at, one)).map((award) => [one.id, award] as const),
      ),
    ),
  };
}

/** What each veto that surely holds leaves; against a floor only once a person said of it. */
function vetoesSeen(rules: RuleSet, at: ReadCase): View['vetoes'] {
  const before = attempt(() => beforeVetoes(at));
  if (before instanceof NotKnown) return [];
  return rules.vetoes.flatMap((veto) => {
    if (attempt(() => vetoHolds(at, veto)) !== true) return [];
    const left = attempt(() => leftBy(at, veto, before.best, before.floor));
    return left instanceof NotKnown ? [] : [{ id: veto.id, ...left }];
  });
}
