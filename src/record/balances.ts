import { type Determination, OUTCOMES } from '../determine/index.js';
import type { LinkedCategory, RuleSet } from '../rules/index.js';
import { type Balance, balance } from './balance.js';
import { tierOf } from './decided.js';
import type { Group, Tally } from './tally.js';

/** EQ4: students of the roster = Σ outcomes. `students` is counted where the roster was assembled. */
export function outcomeBalance(students: number, whole: Tally): Balance {
  return balance(
    'EQ4',
    students,
    OUTCOMES.reduce((sum, outcome) => sum + whole.outcomes[outcome], 0),
  );
}

/** Where the students of a category ended. */
export interface ListedTally {
  readonly category: string;
  readonly listed: number;
  readonly atOrAboveFloor: number;
  readonly undetermined: number;
  readonly outOfScope: number;
  readonly declined: number;
  /** On the list, determined, and the category's further condition (`when`) does not hold. */
  readonly conditionNotMet: number;
}

/** Counts, for every category that a list gives, where its listed students ended, one after the other. */
export class ListedBook {
  private readonly rules: RuleSet;
  private readonly counts: ReadonlyMap<
    LinkedCategory,
    Record<Exclude<keyof ListedTally, 'category'>, number>
  >;

  constructor(rules: RuleSet) {
    this.rules = rules;
    this.counts = new Map(
      rules.categories
        .filter((category) => category.list !== undefined)
        .map((category) => [
          category,
          { listed: 0, atOrAboveFloor: 0, undetermined: 0, outOfScope: 0, declined: 0, conditionNotMet: 0 },
        ]),
    );
  }

  add(d: Determination): void {
    for (const [category, count] of this.counts) {
      if (!d.categories.some((c) => c.category === category.id && c.status === 'in')) continue;
      const reaches = reachesFloor(d, category, this.rules);
      count.listed += 1;
      if (reaches) count.atOrAboveFloor += 1;
      if (d.outcome === 'undetermined' || d.outcome === 'outOfScope' || d.outcome === 'declined')
        count[d.outcome] += 1;
      if (!reaches && d.outcome === 'determined' && conditionFails(d, category)) count.conditionNotMet += 1;
    }
  }

  tallies(): readonly ListedTally[] {
    return [...this.counts].map(([{ id }, count]) => ({ category: id, ...count }));
  }
}

/** What belonging gives at least: its floor or its bypass. A category that gives no tier asks for nothing but an outcome. */
function reachesFloor(d: Determination, category: LinkedCategory, rules: RuleSet): boolean {
  const { floor = 0, bypass = 0 } = category;
  const least = bypass > floor ? bypass : floor;
  if (least === 0) return d.outcome === 'determined';
  const tier = tierOf(d);
  return tier !== null && rules.tierIds.indexOf(tier) >= least;
}

/** A category without a further condition always acts, so its students must reach the floor. */
function conditionFails(d: Determination, category: LinkedCategory): boolean {
  if (category.when === undefined) return false;
  return d.categories.find((one) => one.category === category.id)?.holds !== true;
}

/**
 * EQ5, per category: listed students = at or above the category's floor + undetermined + out of scope + declined; where
 * the category has a further condition, also those for whom it does not hold.
 */
export function listedBalances(tallies: readonly ListedTally[]): readonly Balance[] {
  return tallies.map((t) =>
    balance(
      `EQ5:${t.category}`,
      t.listed,
      t.atOrAboveFloor + t.undetermined + t.outOfScope + t.declined + t.conditionNotMet,
    ),
  );
}

/** EQ7: what was counted for the parts adds up to the whole, in students, outcomes, tiers and money. */
export function partBalances(name: string, whole: Tally, parts: readonly Group[]): readonly Balance[] {
  const sum = (of: (t: Tally) => number): number => parts.reduce((total, part) => total + of(part.tally), 0);
  const money = (programme: number): string =>
    String(parts.reduce((total, part) => total + BigInt(part.tally.programmes[programme]?.minor ?? 0), 0n));
  return [
    balance(
      `EQ7:${name}`,
      whole.students,
      sum((t) => t.students),
    ),
    ...OUTCOMES.map((outcome) =>
      balance(
        `EQ7:${name}/${outcome}`,
        whole.outcomes[outcome],
        sum((t) => t.outcomes[outcome]),
      ),
    ),
    ...Object.keys(whole.tiers).map((tier) =>
      balance(
        `EQ7:${name}/${tier}`,
        whole.tiers[tier] ?? 0,
        sum((t) => t.tiers[tier] ?? 0),
      ),
    ),
    ...whole.programmes.map((p, i) => balance(`EQ7:${name}/${p.programme}`, p.minor, money(i))),
  ];
}
