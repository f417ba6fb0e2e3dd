import { type Determination, determine } from '../../determine/index.js';
import type { NodeId } from '../../plan/index.js';
import type { Asking } from '../asking.js';
import { finding } from '../asking.js';
import type { Ground } from '../ground.js';
import { type Path, tierPath } from '../paths.js';
import type { Verdict } from '../prove.js';
import type { CheckedProperty } from '../report.js';
import { type Rows, rowsOf } from '../rows.js';
import { positionsOf, studentAt } from '../witness.js';
import { occurs } from './occurs.js';

/** Something that should be able to happen, and whether a determination shows that it did. */
interface Possibility {
  readonly id: string;
  readonly path: Path;
  readonly severity: 'error' | 'warning';
  /** A flag. */
  readonly node: NodeId;
  readonly shows: (of: Determination) => boolean;
}

/** What is asked for besides, built before anything is worked out. */
export interface Reaching {
  readonly possibilities: readonly Possibility[];
  readonly rows: readonly Rows[];
}

export function reachingOf(
  ground: Ground,
  inScope: NodeId,
  tier: NodeId,
  entitled: readonly NodeId[],
): Reaching {
  const { build, rules, plan } = ground;
  const is = (code: number): NodeId => build.compare('=', tier as never, build.code(code));
  const tiers = rules.tierIds.slice(1).map(
    (id, i): Possibility => ({
      id: `reachable tier ${id}`,
      path: tierPath(rules, id),
      severity: 'error',
      node: is(i + 1),
      shows: (of) => of.outcome === 'determined' && of.recommended?.tier === id,
    }),
  );
  const programmes = plan.outputs.programmes.map(
    ({ id }, i): Possibility => ({
      id: `reachable programme ${id}`,
      path: ['programmes', id, 'for'],
      severity: 'error',
      node: entitled[i] as NodeId,
      shows: (of) => of.awards.some((one) => one.programme === id && one.state === 'granted'),
    }),
  );
  const both = (node: NodeId): NodeId => build.all([inScope as never, node as never]);
  const categories = plan.outputs.categories.map(
    ({ id, node }): Possibility => ({
      id: `reachable category ${id}`,
      path: ['categories', id],
      severity: 'warning',
      node: both(node),
      shows: (of) =>
        of.categories.some((one) => one.category === id && one.holds === true) || isDerived(ground, id),
    }),
  );
  const vetoes = plan.outputs.vetoes.map(
    ({ id, holds }): Possibility => ({
      id: `reachable veto ${id}`,
      path: ['vetoes', id, 'when'],
      severity: 'warning',
      node: both(holds),
      shows: (of) => of.outcome !== 'outOfScope',
    }),
  );
  return { possibilities: [...tiers, ...programmes, ...categories, ...vetoes], rows: rowsOf(ground) };
}

/** A category that follows from the rules is in no record as such: that its condition holds is taken from the plan. */
const isDerived = ({ rules }: Ground, id: string): boolean =>
  rules.categories.find((one) => one.id === id)?.list === undefined;

/** Every tier, programme, category, veto and row can occur for some student. */
export function reachable(asking: Asking, reaching: Reaching): readonly CheckedProperty[] {
  return [
    ...reaching.possibilities.map((one) =>
      finding(
        { id: one.id, property: 'reachable', severity: one.severity, path: one.path },
        occurs(asking, one.node, stepsOf(asking), (view) =>
          one.shows(determine(asking.ground.plan, studentAt(asking.ground, positionsOf(view)[0]))),
        ),
      ),
    ),
    ...reaching.rows.map((one) => {
      const head = { id: `reachable rows ${one.id}`, property: 'reachable', severity: 'warning' } as const;
      const verdicts = one.rows.map(({ row, path, node }) => ({
        row,
        path,
        verdict: occurs(asking, node, [], () => true),
      }));
      const worst =
        verdicts.find(({ verdict }) => verdict.status === 'refuted') ??
        verdicts.find(({ verdict }) => verdict.status === 'notProved');
      const verdict: Verdict =
        worst === undefined
          ? { status: 'proved' }
          : worst.verdict.status === 'refuted'
            ? { status: 'refuted', because: { code: 'check.rowNever', values: { row: worst.row } } }
            : worst.verdict;
      return finding({ ...head, path: worst?.path ?? one.path }, verdict);
    }),
  ];
}

/** More conditions with a name than this are not looked at one by one. */
const MOST_NAMED = 6;

const stepsOf = ({ ground, standing }: Asking): readonly NodeId[] => [
  ...ground.plan.outputs.figures
    .filter(({ type }) => type.kind === 'flag')
    .slice(0, MOST_NAMED)
    .map(({ node }) => node),
  ground.plan.outputs.scoreTier,
  standing.floor,
  standing.best,
  ground.plan.outputs.tier,
];
