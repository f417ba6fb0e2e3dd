import { type Determination, determine } from '../../determine/index.js';
import type { NodeId } from '../../plan/index.js';
import type { CheckedValue } from '../../rules/index.js';
import { partsOf } from '../../rules/index.js';
import { compareDates, ZERO } from '../../value/index.js';
import type { Asking } from '../asking.js';
import { finding } from '../asking.js';
import { canHold } from '../aspects.js';
import type { Ground } from '../ground.js';
import { canBe } from '../narrowing.js';
import type { Verdict } from '../prove.js';
import type { CheckedProperty } from '../report.js';
import { type Found, search } from '../search.js';
import type { View } from '../view.js';
import { positionsOf, studentAt } from '../witness.js';

/** Something that should be able to happen, and whether a determination shows that it did. */
interface Possibility {
  readonly id: string;
  readonly path: string;
  readonly severity: 'error' | 'warning';
  /** A flag. */
  readonly node: NodeId;
  readonly shows: (of: Determination) => boolean;
}

/** Rows of a construct, and the flag of each: that it is the one taken. */
export interface Rows {
  readonly id: string;
  readonly path: string;
  readonly rows: readonly { readonly row: string; readonly node: NodeId }[];
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
      path: 'tiers',
      severity: 'error',
      node: is(i + 1),
      shows: (of) => of.outcome === 'determined' && of.recommended?.tier === id,
    }),
  );
  const programmes = plan.outputs.programmes.map(
    ({ id }, i): Possibility => ({
      id: `reachable programme ${id}`,
      path: `programmes.${id}`,
      severity: 'error',
      node: entitled[i] as NodeId,
      shows: (of) => of.awards.some((one) => one.programme === id && one.state === 'granted'),
    }),
  );
  const both = (node: NodeId): NodeId => build.all([inScope as never, node as never]);
  const categories = plan.outputs.categories.map(
    ({ id, node }): Possibility => ({
      id: `reachable category ${id}`,
      path: `categories.${id}`,
      severity: 'warning',
      node: both(node),
      shows: (of) =>
        of.categories.some((one) => one.category === id && one.holds === true) || isDerived(ground, id),
    }),
  );
  const vetoes = plan.outputs.vetoes.map(
    ({ id, holds }): Possibility => ({
      id: `reachable veto ${id}`,
      path: `vetoes.${id}`,
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

function rowsOf(ground: Ground): readonly Rows[] {
  const { rules } = ground;
  return [
    ...partsOf(rules.score).flatMap(({ path, value }) =>
      ofValue(ground, `score.${path}`, `score.${path}`, value),
    ),
    ...rules.figures
      .filter(({ people }) => people === undefined)
      .flatMap(({ id, value }) => ofValue(ground, id, `figures.${id}`, value)),
    ...rules.programmes.flatMap(({ id, amount }) =>
      amount === null ? [] : ofValue(ground, `${id}.amount`, `programmes.${id}.amount`, amount),
    ),
  ];
}

function ofValue(ground: Ground, id: string, path: string, value: CheckedValue): readonly Rows[] {
  const { build } = ground;
  const chain = (conditions: readonly (readonly [string, NodeId])[], last: string | null): Rows => {
    const rows: { row: string; node: NodeId }[] = [];
    let before = build.truth(true) as NodeId;
    for (const [row, holds] of conditions) {
      rows.push({ row, node: build.all([before as never, holds as never]) });
      before = build.all([before as never, build.not(holds as never)]);
    }
    if (last !== null) rows.push({ row: last, node: before });
    return { id, path, rows };
  };
  switch (value.kind) {
    case 'bands': {
      const of = build.expression(value.of);
      const conditions = value.bands.map(({ edge, cut }, i): readonly [string, NodeId] => {
        const at = build.constant(cut);
        const holds =
          edge === 'below'
            ? build.compare('<', of, at)
            : edge === 'up_to'
              ? build.compare('<=', of, at)
              : build.compare('<=', at, of);
        return [`bands.${i + 1}`, holds];
      });
      return [chain(conditions, 'otherwise')];
    }
    case 'first':
      return [
        chain(
          value.cases.map(({ when }, i): readonly [string, NodeId] => [
            `first.${i + 1}`,
            build.expression(when),
          ]),
          'otherwise',
        ),
      ];
    case 'options': {
      const of = build.expression(value.of);
      const rows = value.values.map((_, i) => ({
        row: optionAt(ground, value, i),
        node: build.compare('=', of, build.code(i)),
      }));
      return [{ id, path, rows }];
    }
    case 'hits':
    case 'top':
      return [
        {
          id,
          path,
          rows: value.cases.map(({ when }, i) => ({
            row: `${value.kind}.${i + 1}`,
            node: build.expression(when),
          })),
        },
      ];
    case 'dated': {
      const current = value.layers.filter(({ from }) => compareDates(from, build.asOf) <= 0).at(-1);
      return current === undefined ? [] : ofValue(ground, id, path, current.value);
    }
    default:
      return [];
  }
}

function optionAt({ rules }: Ground, value: CheckedValue & { readonly kind: 'options' }, i: number): string {
  const { type } = value.of;
  const options = type.kind === 'choice' ? rules.choices[type.choice]?.options : undefined;
  return options?.[i] ?? String(i);
}

/** Every tier, programme, category, veto and row can occur for some student. */
export function reachable(asking: Asking, reaching: Reaching): readonly CheckedProperty[] {
  return [
    ...reaching.possibilities.map((one) =>
      finding(
        { id: one.id, property: 'reachable', severity: one.severity, place: { path: one.path } },
        occurs(asking, one.node, stepsOf(asking), (view) =>
          one.shows(determine(asking.ground.plan, studentAt(asking.ground, positionsOf(view)[0]))),
        ),
      ),
    ),
    ...reaching.rows.map((one) => {
      const head = { id: `reachable rows ${one.id}`, property: 'reachable', severity: 'warning' } as const;
      const verdicts = one.rows.map(({ row, node }) => ({ row, ...occurs(asking, node, [], () => true) }));
      const worst =
        verdicts.find(({ status }) => status === 'refuted') ??
        verdicts.find(({ status }) => status === 'notProved');
      const values = { row: worst?.row ?? '' };
      const verdict: Verdict =
        worst === undefined
          ? { status: 'proved' }
          : worst.status === 'refuted'
            ? { status: 'refuted', because: { code: 'check.rowNever', values } }
            : { status: 'notProved', because: worst.because ?? { code: 'check.rowNever', values } };
      return finding({ ...head, place: { path: one.path } }, verdict);
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

/** A student for whom a flag is true proves it; that there is none is what refutes it. */
function occurs(
  asking: Asking,
  node: NodeId,
  forks: readonly NodeId[],
  accept: (view: View) => boolean,
): Verdict {
  const { most, steps } = asking;
  const may = (view: View): boolean => canBe(view, forks, (at) => canHold(at, node));
  let refused = false;
  const question = (view: View) => (may(view) ? { roots: [node], rank: ZERO } : null);
  const look = (backwards: boolean): Found<true> =>
    search(
      asking.all(),
      question,
      most,
      steps,
      (view) => {
        const accepted = accept(view);
        refused ||= !accepted;
        return accepted ? true : null;
      },
      backwards,
    );
  const forwards = look(false);
  const found = forwards.kind === 'gaveUp' ? look(true) : forwards;
  if (found.kind === 'here') return { status: 'proved' };
  if (found.kind === 'nowhere' && !refused)
    return { status: 'refuted', because: { code: 'check.never', values: {} } };
  if (!may(asking.all(true))) return { status: 'refuted', because: { code: 'check.never', values: {} } };
  return {
    status: 'notProved',
    because: refused
      ? { code: 'check.restsOnUnknown', values: { cell: '' } }
      : { code: 'check.tooManyCases', values: { node: '', most } },
  };
}
