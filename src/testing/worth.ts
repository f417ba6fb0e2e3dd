import type { Determination } from '../determine/index.js';
import type { Ground } from './ground.js';

/** What a determination is worth to the student, as far as it is settled: the least and the most of it. */
export interface Worth {
  /** Index of the tier, `not_recognised` 0; -1 out of scope; both 0 in a scheme without tiers. */
  readonly tier: readonly [least: number, most: number];
  /** Minor units of all programmes together; one without a stated amount is named under `granted` and counts for none here. */
  readonly money: readonly [least: bigint, most: bigint];
  /** Programmes that are surely granted. */
  readonly granted: readonly string[];
}

export function worthOf({ rules }: Ground, one: Determination): Worth {
  const sum = (end: 'least' | 'most'): bigint =>
    one.awards.reduce(
      (total, { state, amount, between }) =>
        total + BigInt(state === 'granted' ? (amount?.minor ?? 0) : (between?.[end] ?? 0)),
      0n,
    );
  const granted = one.awards.filter(({ state }) => state === 'granted').map(({ programme }) => programme);
  return { tier: tiersOf(rules.tierIds, one), money: [sum('least'), sum('most')], granted };
}

function tiersOf(tierIds: readonly string[], one: Determination): readonly [number, number] {
  if (one.outcome === 'outOfScope') return [-1, -1];
  const settled = (one.decided ?? one.recommended)?.tier;
  const possible =
    one.outcome === 'undetermined' ? (one.open?.tiers ?? []) : settled === undefined ? [] : [settled];
  const indices = possible.map((tier) => tierIds.indexOf(tier)).sort((a, b) => a - b);
  return [indices[0] ?? 0, indices.at(-1) ?? 0];
}

/** Whether the second is worth at least as much as the first, in tier and in money, at its least and at its most. */
export function atLeastAs(before: Worth, after: Worth): boolean {
  return (
    after.tier[0] >= before.tier[0] &&
    after.tier[1] >= before.tier[1] &&
    after.money[0] >= before.money[0] &&
    after.money[1] >= before.money[1]
  );
}

/** Whether the second lies within what the first leaves possible. */
export function withinOf(wide: Worth, narrow: Worth): boolean {
  return (
    (narrow.tier[0] === -1 || (wide.tier[0] <= narrow.tier[0] && narrow.tier[1] <= wide.tier[1])) &&
    wide.money[0] <= narrow.money[0] &&
    narrow.money[1] <= wide.money[1]
  );
}
