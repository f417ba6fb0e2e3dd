import { type Issue, warning } from '../value/index.js';
import { placeOf } from './findings.js';
import type { EntryReason } from './reasons.js';
import type { EntryOutcome, StudentClaims } from './types.js';

type Counts = Map<string, { readonly first: EntryOutcome['entry']; count: number }>;

/** Reasons with which a row has no number that says who it is about. */
const WITHOUT_NUMBER: ReadonlySet<string> = new Set(['idMissing', 'idUnreadable'] satisfies EntryReason[]);

/**
 * Whether nobody can say who an entry is about: nothing of it can be read, or it has no number and nobody of the roster
 * is near. It may be anybody, and so holds nobody open.
 */
export const isAnybody = ({ state, reason, candidates, namesakesNotHeld }: EntryOutcome): boolean =>
  state === 'invalid' ||
  (state === 'review' &&
    WITHOUT_NUMBER.has(reason) &&
    namesakesNotHeld !== true &&
    !candidates.some(({ strong }) => strong));

/** What is said of outcomes and of students taken together, counted one after the other. */
export class OutcomeIssues {
  private readonly notHeld: Counts = new Map();
  private readonly anybody: Counts = new Map();
  private readonly differing = new Map<string, { onlyList: number; onlyComparison: number }>();

  /** Outcomes in the order of their places. */
  hear(outcome: EntryOutcome): void {
    if (outcome.namesakesNotHeld === true) count(this.notHeld, outcome);
    if (isAnybody(outcome)) count(this.anybody, outcome);
  }

  compare({ compared }: StudentClaims): void {
    for (const { category, agree } of compared) {
      if (agree === 'both') continue;
      const known = this.differing.get(category) ?? { onlyList: 0, onlyComparison: 0 };
      known[agree] += 1;
      this.differing.set(category, known);
    }
  }

  issues(): Issue[] {
    return [
      ...[...this.notHeld.values()].map(({ first, count }) =>
        warning('match.namesakesNotHeld', { list: first.list, count }, placeOf(first.source)),
      ),
      ...[...this.anybody.values()].map(({ first, count }) =>
        warning('match.nobodyHeld', { list: first.list, count }, placeOf(first.source)),
      ),
      ...[...this.differing].map(([category, counts]) =>
        warning('match.comparisonDiffers', { category, ...counts }),
      ),
    ];
  }
}

function count(counts: Counts, { entry }: EntryOutcome): void {
  const key = JSON.stringify([entry.list, entry.source.file]);
  const known = counts.get(key);
  if (known === undefined) counts.set(key, { first: entry, count: 1 });
  else known.count += 1;
}
