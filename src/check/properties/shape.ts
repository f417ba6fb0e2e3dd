import type { Determination } from '../../determine/index.js';
import { type CheckedValue, partsOf } from '../../rules/index.js';
import { compare, type Exact, formatExact, multiply, parseExact } from '../../value/index.js';
import { type Asking, byConstruction, finding, proved } from '../asking.js';
import { isRange } from '../pairs/side.js';
import { type Path, partPath } from '../paths.js';
import type { CheckedProperty } from '../report.js';
import { gaps } from './gaps.js';
import { oneStudent } from './outcome.js';

/** Everything of one kind in a rule set, however deep. */
function valuesIn({ ground }: Asking): readonly CheckedValue[] {
  const inside = (value: CheckedValue): readonly CheckedValue[] =>
    value.kind === 'dated' ? [value, ...value.layers.flatMap((layer) => inside(layer.value))] : [value];
  const { rules } = ground;
  return [
    ...partsOf(rules.score).flatMap(({ value }) => inside(value)),
    ...rules.figures.flatMap(({ value }) => inside(value)),
    ...rules.programmes.flatMap(({ amount }) => (amount === null ? [] : inside(amount))),
  ];
}

/**
 * No gap and no overlap: bands are written by where they end, options and look-ups are total or say otherwise, and the
 * reader refuses everything else. A gap is left only where the file itself says that it does not know: see {@link gaps}.
 */
export function noGap(asking: Asking): readonly CheckedProperty[] {
  const { rules } = asking.ground;
  const values = valuesIn(asking);
  const of = (kinds: readonly string[]): number => values.filter(({ kind }) => kinds.includes(kind)).length;
  const counts = {
    bands: of(['bands', 'recent']),
    options: of(['options', 'several', 'first']),
    tables: rules.tables.length,
  };
  if (counts.bands + counts.options + counts.tables + rules.tiers.length === 0) return [];
  const head = { id: 'noGap', property: 'noGap', severity: 'error', path: [] } as const;
  return [
    finding(head, { status: 'byConstruction', because: { code: 'check.byReader', values: counts } }),
    ...gaps(asking),
  ];
}

/**
 * No part is worth more than its cap. That holds by how a part is worked out, but for one that is rounded after its cap:
 * 9.5 points at most, rounded up, are 10. A weight below 0 turns a cap about.
 */
export function caps(asking: Asking): readonly CheckedProperty[] {
  const { ground } = asking;
  return partsOf(ground.rules.score).flatMap((part) => {
    const node = ground.plan.outputs.parts.find(({ path }) => path === part.path)?.node;
    const { atMost, weight, round, when, path } = part;
    if (atMost === undefined || node === undefined) return [];
    const most = weight === undefined ? atMost : multiply(atMost, weight);
    const turned = weight !== undefined && weight.n < 0n;
    const beyond = (x: Exact): boolean => (turned ? compare(x, most) < 0 : compare(x, most) > 0);
    // Where the part does not count it is worth 0, whatever its cap.
    const breaks = (x: Exact): boolean => beyond(x) && !(when !== undefined && x.n === 0n);
    const id = path === '' ? 'score' : `score.${path}`;
    const at: Path = [...partPath(path), round === undefined ? 'at_most' : 'round'];
    const head = { id: `cap ${id}`, property: 'cap', severity: 'error', path: at } as const;
    const found = proved(asking, head, (from) => ({
      views: [from(false)],
      fine: () => [from(true)],
      steps: [],
      broken: (view) => view.at(node).some(({ a }) => isRange(a) && [a.low, a.high].some((x) => breaks(x))),
      roots: [node],
      confirm: (view) =>
        oneStudent(asking, view, (of) => {
          const points = pointsOf(asking, of, path);
          const worth = points === undefined ? null : parseExact(points);
          return worth !== null && breaks(worth) ? (points ?? null) : null;
        }),
    }));
    if (round === undefined) return byConstruction(found, 'check.capByConstruction');
    const over = { code: 'check.overCap', values: { most: formatExact(most) } };
    return found.map((one) => (one.status === 'refuted' ? { ...one, because: over } : one));
  });
}

/** The points of a part; of the whole score where it is told. */
function pointsOf({ aspects }: Asking, of: Determination, path: string): string | undefined {
  if (path !== '') return of.trace.find((one) => one.part === path)?.points;
  const whole = aspects.find(({ id }) => id === 'score');
  return of.recommended?.score ?? (whole?.measure(of) == null ? undefined : whole.show(of));
}
