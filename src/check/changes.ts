import type { Award, Determination } from '../determine/index.js';
import { partsOf, type RuleSet } from '../rules/index.js';
import type { Change } from './report.js';

/** What comes out differently for the second of two students, in the order of deciding. */
export function changesOf(
  rules: RuleSet,
  [first, second]: readonly [Determination, Determination],
): readonly Change[] {
  const sections = new Set(
    partsOf(rules.score).flatMap(({ path, value }) => (value.kind === 'section' ? [path] : [])),
  );
  const each = (
    of: Change['of'],
    ids: readonly string[],
    said: (by: Determination, id: string) => string,
  ): readonly Change[] =>
    ids.flatMap((id): readonly Change[] => {
      const [before, after] = [said(first, id), said(second, id)];
      return before === after ? [] : [{ of, id, before, after }];
    });
  const parts =
    rules.score === null
      ? []
      : partsOf(rules.score)
          .map(({ path }) => path)
          .filter((path) => !sections.has(path));
  const figures = rules.figures.map(({ id }) => id);
  const figureOf = (by: Determination, id: string): string =>
    String(by.figures.find(({ figure }) => figure === id)?.value ?? '');
  return [
    ...each(
      'figure',
      figures.filter((id) => !rules.outputs.includes(id)),
      figureOf,
    ),
    ...each('part', parts, (by, id) => by.trace.find(({ part }) => part === id)?.points ?? ''),
    ...each('score', [''], (by) => by.recommended?.score ?? ''),
    ...each(
      'veto',
      rules.vetoes.map(({ id }) => id),
      (by, id) => lowers(by, id),
    ),
    ...each('scoreTier', [''], (by) => by.recommended?.scoreTier ?? ''),
    ...each(
      'floor',
      rules.categories.map(({ id }) => id),
      (by, id) => floors(by, id),
    ),
    ...each('tier', [''], (by) => tierOf(by)),
    ...each(
      'figure',
      figures.filter((id) => rules.outputs.includes(id)),
      figureOf,
    ),
    ...each(
      'programme',
      rules.programmes.map(({ id }) => id),
      (by, id) => given(by.awards.find(({ programme }) => programme === id)),
    ),
  ];
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

const lowers = ({ reasons }: Determination, id: string): string =>
  yes(reasons.some((one) => (one.code === 'vetoLowers' || one.code === 'zeroScoreVeto') && one.veto === id));

const floors = ({ reasons }: Determination, id: string): string =>
  yes(
    reasons.some(
      (one) =>
        (one.code === 'floorLifts' || one.code === 'floorHolds' || one.code === 'bypassGives') &&
        one.category === id,
    ),
  );

/** The tier, or where there is none the outcome. */
export const tierOf = ({ outcome, recommended }: Determination): string =>
  outcome === 'determined' ? (recommended?.tier ?? '') : outcome;

const given = (award: Award | undefined): string =>
  award?.state !== 'granted' ? '' : award.amount === null ? 'unstated' : (award.amount?.minor ?? '');
