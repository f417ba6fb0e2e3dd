import { type CheckedPart, type CheckedValue, partsOf } from '../../rules/index.js';
import { compare, type Exact, multiply, ZERO } from '../../value/index.js';
import { type Asking, finding, proved } from '../asking.js';
import { isRange } from '../pairs/side.js';
import type { CheckedProperty } from '../report.js';

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
 * reader refuses everything else. What stands here has been read, and so has been proved.
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
  const head = { id: 'noGap', property: 'noGap', severity: 'error', place: { path: '' } } as const;
  return [finding(head, { status: 'proved', because: { code: 'check.byReader', values: counts } })];
}

/** No part is worth more than its cap, or less than its least. */
export function caps(asking: Asking): readonly CheckedProperty[] {
  const { ground } = asking;
  return partsOf(ground.rules.score).flatMap((part) => {
    const node = ground.plan.outputs.parts.find(({ path }) => path === part.path)?.node;
    const bounds = boundsOf(part);
    if (bounds === null || node === undefined) return [];
    const id = part.path === '' ? 'score' : `score.${part.path}`;
    const head = { id: `cap ${id}`, property: 'cap', severity: 'error', place: { path: id } } as const;
    return proved(asking, head, (from) => ({
      views: [from(false)],
      fine: () => [from(true)],
      steps: [],
      broken: (view) => view.at(node).some(({ a }) => isRange(a) && compare(a.high, bounds) > 0),
      roots: [node],
      confirm: () => null,
    }));
  });
}

/** The most a capped part can be worth: weighted, and not rounded to something above. A weight below 0 turns it about. */
function boundsOf({ atMost, weight, round, when }: CheckedPart): Exact | null {
  if (atMost === undefined || round !== undefined || (weight !== undefined && weight.n < 0n)) return null;
  const most = weight === undefined ? atMost : multiply(atMost, weight);
  return when !== undefined && most.n < 0n ? ZERO : most;
}
