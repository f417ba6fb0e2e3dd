import { type Award, OUTCOMES, type Outcome } from '../determine/index.js';
import { compareText } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { type Counted, tierOf } from './decided.js';

/** What one programme comes to over some students, in minor units of its currency for its own `per`. */
export interface ProgrammeTally {
  readonly programme: string;
  readonly instrument: string;
  readonly per: string;
  readonly currency: string | null;
  /** Students who get it, and those among them whose amount the rule file does not state. */
  readonly granted: number;
  readonly unstated: number;
  readonly minor: string;
  /** Students for whom it is not settled, and the least and most that they can come to together. */
  readonly open: number;
  readonly openLeast: string;
  readonly openMost: string;
}

/** Some students, counted. */
export interface Tally {
  readonly students: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Determined students by tier, `not_recognised` included; empty for a scheme without tiers. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly programmes: readonly ProgrammeTally[];
}

/** Counts students by outcome, tier and programme. Programmes are in the order of the rule set. */
export function tally(of: readonly Counted[], rules: RuleSet): Tally {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const named = rules.tiers.length === 0 ? [] : rules.tierIds;
  const tiers: Record<string, number> = Object.fromEntries(named.map((tier) => [tier, 0]));
  for (const { determination } of of) {
    outcomes[determination.outcome] += 1;
    const tier = named.length === 0 ? null : tierOf(determination);
    if (tier !== null) tiers[tier] = (tiers[tier] ?? 0) + 1;
  }
  const sums = new Map(rules.programmes.map(({ id }) => [id, new ProgrammeSum()] as const));
  for (const { determination } of of)
    for (const award of determination.awards) sums.get(award.programme)?.add(award);
  const programmes = rules.programmes.map(({ id, document, currency }): ProgrammeTally => {
    const { granted, unstated, open, minor, least, most } = sums.get(id) as ProgrammeSum;
    return {
      programme: id,
      instrument: document.instrument,
      per: document.per,
      currency,
      granted,
      unstated,
      minor: String(minor),
      open,
      openLeast: String(least),
      openMost: String(most),
    };
  });
  return { students: of.length, outcomes, tiers, programmes };
}

class ProgrammeSum {
  granted = 0;
  unstated = 0;
  open = 0;
  minor = 0n;
  least = 0n;
  most = 0n;

  add(award: Award): void {
    if (award.state === 'granted') {
      this.granted += 1;
      if (award.amount === null || award.amount === undefined) this.unstated += 1;
      else this.minor += BigInt(award.amount.minor);
    }
    if (award.state === 'open') {
      this.open += 1;
      this.least += BigInt(award.between?.least ?? 0);
      this.most += BigInt(award.between?.most ?? 0);
    }
  }
}

export interface Group {
  readonly key: string;
  readonly tally: Tally;
}

/** Tallies by some property of the students, in the order of its text; `''` where it is not known. */
export function tallyBy(
  of: readonly Counted[],
  key: (one: Counted) => string,
  rules: RuleSet,
): readonly Group[] {
  const groups = new Map<string, Counted[]>();
  for (const one of of) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, members]) => ({ key: name, tally: tally(members, rules) }));
}
