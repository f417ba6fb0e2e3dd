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

/** Counts students by outcome, tier and programme, one after the other. Programmes are in the order of the rule set. */
export class TallyBook {
  private readonly rules: RuleSet;
  private readonly named: readonly string[];
  private readonly outcomes: Record<Outcome, number>;
  private readonly tiers: Record<string, number>;
  private readonly sums: ReadonlyMap<string, ProgrammeSum>;
  private students = 0;

  constructor(rules: RuleSet) {
    this.rules = rules;
    this.named = rules.tiers.length === 0 ? [] : rules.tierIds;
    this.outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
    this.tiers = Object.fromEntries(this.named.map((tier) => [tier, 0]));
    this.sums = new Map(rules.programmes.map(({ id }) => [id, new ProgrammeSum()] as const));
  }

  add({ determination }: Counted): void {
    this.students += 1;
    this.outcomes[determination.outcome] += 1;
    const tier = this.named.length === 0 ? null : tierOf(determination);
    if (tier !== null) this.tiers[tier] = (this.tiers[tier] ?? 0) + 1;
    for (const award of determination.awards) this.sums.get(award.programme)?.add(award);
  }

  tally(): Tally {
    const programmes = this.rules.programmes.map(({ id, document, currency }): ProgrammeTally => {
      const { granted, unstated, open, minor, least, most } = this.sums.get(id) as ProgrammeSum;
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
    return {
      students: this.students,
      outcomes: { ...this.outcomes },
      tiers: { ...this.tiers },
      programmes,
    };
  }
}

/** The tally of some students who are all at hand. */
export function tally(of: Iterable<Counted>, rules: RuleSet): Tally {
  const book = new TallyBook(rules);
  for (const one of of) book.add(one);
  return book.tally();
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
export class GroupBook {
  private readonly rules: RuleSet;
  private readonly key: (one: Counted) => string;
  private readonly books = new Map<string, TallyBook>();

  constructor(rules: RuleSet, key: (one: Counted) => string) {
    this.rules = rules;
    this.key = key;
  }

  add(one: Counted): void {
    const key = this.key(one);
    const book = this.books.get(key) ?? new TallyBook(this.rules);
    this.books.set(key, book);
    book.add(one);
  }

  groups(): readonly Group[] {
    return [...this.books]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, book]) => ({ key, tally: book.tally() }));
  }
}
