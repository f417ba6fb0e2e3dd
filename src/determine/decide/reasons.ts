import type { LinkedCategory, RuleSet } from '../../rules/index.js';
import type { Reason } from '../determination.js';
import type { KnownStudent, View } from '../resolution.js';

/**
 * Why the tier is what it is, by what is surely known: the tier by score or condition, vetoes that zero the score,
 * categories that give a tier or hold a floor, and, where the outcome is settled, what vetoes left.
 */
export function reasonsOf(
  rules: RuleSet,
  view: View,
  known: KnownStudent,
  settled: boolean,
): readonly Reason[] {
  // A tier that was given follows from nothing.
  if (rules.tiers.length === 0 || known.given.has('tier')) return [];
  const named = (code: number): string => rules.tierIds[code] as string;
  const holds = ({ id }: LinkedCategory): boolean => view.categories.get(id) === true;
  const bypasses = rules.categories.filter((one) => one.bypass !== undefined);
  const bypass = greatest(bypasses.filter(holds).map((one) => one.bypass as number));
  // While it is open whether a category gives the tier, the tier by score alone is not what floors lift from.
  const bypassesKnown = bypasses.every(({ id }) => view.categories.has(id));
  const base = bypassesKnown ? (bypass ?? view.scoreTier) : undefined;
  const floor = greatest(
    rules.categories
      .filter(holds)
      .flatMap((one) => [one.floor, one.bypass].filter((tier) => tier !== undefined)),
  );
  const best = floor !== undefined && (base === undefined || floor > base) ? floor : base;

  const zeroing = rules.vetoes.filter((veto) => veto.zeroScore && view.vetoes.some((v) => v.id === veto.id));
  const lifting = rules.categories.filter((one) => one.floor !== undefined && holds(one));
  return [
    ...(bypass === undefined ? byScore(rules, view, known) : []),
    ...zeroing.map(({ id }): Reason => ({ code: 'zeroScoreVeto', veto: id })),
    ...bypasses
      .filter(holds)
      .map((one): Reason => ({ code: 'bypassGives', category: one.id, tier: named(one.bypass as number) })),
    ...lifting.map((one): Reason => {
      const lifts = base !== undefined && (one.floor as number) > base;
      return {
        code: lifts ? 'floorLifts' : 'floorHolds',
        category: one.id,
        tier: named(one.floor as number),
      };
    }),
    ...(settled ? byVetoes(rules, view, floor ?? 0, best ?? 0) : []),
  ];
}

const greatest = (tiers: readonly number[]): number | undefined =>
  tiers.length === 0 ? undefined : tiers.reduce((most, tier) => (tier > most ? tier : most));

/** The tier before categories and vetoes: by the score, or by the conditions or the formula of the tiers. */
function byScore(rules: RuleSet, { score, scoreTier }: View, known: KnownStudent): readonly Reason[] {
  if (scoreTier === undefined || known.given.has('score_tier')) return [];
  const tier = rules.tierIds[scoreTier] as string;
  const reached = scoreTier > 0;
  if (rules.tierOf !== null || rules.tiers.some((one) => one.when !== undefined))
    return [reached ? { code: 'tierApplies', tier } : { code: 'noTierApplies' }];
  if (score === undefined) return [];
  const from = rules.document.tiers.find((one) => one.id === tier)?.from;
  if (!reached || from === undefined) return [{ code: 'scoreBelowAll', score }];
  return [{ code: 'scoreReaches', tier, score, from }];
}

function byVetoes(rules: RuleSet, view: View, floor: number, best: number): readonly Reason[] {
  return view.vetoes.flatMap(({ id, tier, meetsFloor }): readonly Reason[] => {
    const named = rules.tierIds[tier] as string;
    if (meetsFloor && tier === floor) return [{ code: 'vetoYieldsToFloor', veto: id, tier: named }];
    // A veto that caps above where the student stands takes nothing.
    return tier < best ? [{ code: 'vetoLowers', veto: id, tier: named }] : [];
  });
}
