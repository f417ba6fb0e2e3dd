import { compareText } from '../roster/index.js';
import { type Issue, warning } from '../value/index.js';
import { placeOf } from './findings.js';
import type { EntryOutcome, StudentClaims } from './types.js';

/** What is said of outcomes and of students taken together, counted one after the other. */
export class OutcomeIssues {
  private readonly notHeld = new Map<string, { readonly first: EntryOutcome['entry']; count: number }>();
  private readonly differing = new Map<string, { onlyList: number; onlyComparison: number }>();

  /** Outcomes in the order of their places. */
  hear({ entry, namesakesNotHeld }: EntryOutcome): void {
    if (namesakesNotHeld !== true) return;
    const key = JSON.stringify([entry.list, entry.source.file]);
    const known = this.notHeld.get(key);
    if (known === undefined) this.notHeld.set(key, { first: entry, count: 1 });
    else known.count += 1;
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
      ...[...this.differing]
        .sort(([a], [b]) => compareText(a, b))
        .map(([category, counts]) => warning('match.comparisonDiffers', { category, ...counts })),
    ];
  }
}
