import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryTask } from '../../src/reconcile/entry-task.js';
import {
  type EntryDecision,
  type EntryOutcome,
  openReconciliation,
  openShard,
  type ReconciledStudent,
  type ReconciliationBooks,
  type RosterPerson,
  reconcileEach,
} from '../../src/reconcile/index.js';
import type { Verdict } from '../../src/reconcile/verdict.js';
import { entries, roster } from './colliding.js';
import { decision, listsOf, POLICY } from './world.js';

/** What crosses from one process to another. */
const sent = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

/** Everything that is handed over, as bytes. */
function heard() {
  const outcomes: EntryOutcome[] = [];
  const students: ReconciledStudent[] = [];
  return {
    sink: {
      outcome: (outcome: EntryOutcome) => outcomes.push(outcome),
      student: (student: ReconciledStudent) => students.push(student),
    },
    bytes: (books: ReconciliationBooks) => JSON.stringify([outcomes, students, books]),
  };
}

/** A permutation that a list of weights says: the lightest first. */
const permuted = <T>(items: readonly T[], weights: readonly number[]): T[] =>
  items
    .map((item, i) => [weights[i % weights.length]! + i / 1e6, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const decisions = fc.array(
  fc.record({
    row: fc.integer({ min: 2, max: 9 }),
    state: fc.constantFrom('matched' as const, 'notEnrolledHere' as const),
    student: fc.constantFrom('s1', 's2', 'nobody'),
  }),
  { maxLength: 2 },
);
const weights = fc.array(fc.nat(1000), { minLength: 11, maxLength: 11 });

describe('a run that is shared', () => {
  it('gives the same bytes, however the entries are shared out and whatever the order of the roster in each shard', () => {
    fc.assert(
      fc.property(
        roster,
        entries,
        decisions,
        fc.array(weights, { minLength: 1, maxLength: 3 }),
        weights,
        fc.boolean(),
        (people, rows, decided, shards, order, certified) => {
          const policy = certified ? POLICY : { ...POLICY, certificate: null };
          const lists = listsOf(rows);
          const said = decided.map(
            ({ student, ...one }): EntryDecision =>
              decision(one.state === 'matched' ? { ...one, student } : one),
          );
          const whole = heard();
          const wanted = whole.bytes(reconcileEach(people, lists, said, policy, whole.sink));

          const open = openReconciliation(permuted(people, order), permuted(lists, order), said, policy);
          const tasks: { readonly place: number; readonly task: EntryTask }[] = [];
          for (let place = 0; place < open.size; place += 1) {
            const task = open.taskAt(place);
            if (task !== null) tasks.push({ place, task: sent(task) });
          }
          const deciders = shards.map((one) =>
            openShard(permuted<RosterPerson>(people, one), sent(open.heads), policy),
          );
          const results = new Map<number, readonly Verdict[]>();
          for (const [i, { place, task }] of permuted(tasks, order).entries())
            results.set(place, sent(deciders[(order[i % order.length]! + i) % deciders.length]!(task)));
          const shared = heard();
          expect(shared.bytes(open.close((place) => results.get(place)!, shared.sink))).toBe(wanted);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leaves what is matched by its keys, and by nobody else contradicted, to no shard', () => {
    fc.assert(
      fc.property(roster, entries, (people, rows) => {
        const open = openReconciliation(people, listsOf(rows), [], POLICY);
        const outcomes: EntryOutcome[] = [];
        const asked = new Set<number>();
        const ask = (place: number): readonly Verdict[] => {
          asked.add(place);
          return open.decide(open.taskAt(place)!);
        };
        open.close(ask, { outcome: (outcome) => outcomes.push(outcome), student: () => undefined });
        const places = [...new Set(outcomes.map(({ entry }) => entry))];
        for (const [place, entry] of places.entries()) {
          const own = outcomes.filter((outcome) => outcome.entry === entry);
          if (own.every(({ state }) => state === 'matched')) expect(asked).not.toContain(place);
          if (own.some(({ state }) => state === 'review')) expect(asked).toContain(place);
        }
      }),
      { numRuns: 100 },
    );
  });
});
