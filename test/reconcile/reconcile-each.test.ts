import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchContext } from '../../src/reconcile/context.js';
import { readIdentity } from '../../src/reconcile/entry-reading.js';
import {
  type EntryOutcome,
  type ReconciledStudent,
  type RosterPerson,
  reconcile,
  reconcileEach,
} from '../../src/reconcile/index.js';
import { namesBeside } from '../../src/reconcile/names-beside.js';
import { resultsOf } from '../../src/reconcile/results.js';
import { indexRoster } from '../../src/reconcile/search/roster-index.js';
import { entries, roster } from './colliding.js';
import { listsOf, POLICY } from './world.js';

describe('reconcileEach', () => {
  it('hands over one by one what reconcile gives together, whatever the order of the roster', () => {
    fc.assert(
      fc.property(roster, entries, (people, rows) => {
        const whole = reconcile(people, listsOf(rows), [], POLICY);
        const outcomes: EntryOutcome[] = [];
        const students: ReconciledStudent[] = [];
        function* backwards(): Generator<RosterPerson> {
          yield* [...people].reverse();
        }
        const books = reconcileEach(backwards(), listsOf(rows), [], POLICY, {
          outcome: (outcome) => {
            expect(students).toEqual([]);
            outcomes.push(outcome);
          },
          student: (student) => students.push(student),
        });
        expect(outcomes).toEqual(whole.outcomes);
        expect(students.map(({ key, categories }) => [key, categories])).toEqual([...whole.categories]);
        expect(students.flatMap(({ key, claims }) => (claims === undefined ? [] : [[key, claims]]))).toEqual([
          ...whole.claims,
        ]);
        const { outcomes: _o, categories: _c, claims: _l, ...rest } = whole;
        expect(books).toEqual(rest);
      }),
      { numRuns: 100 },
    );
  });

  it('decides alike with and without looking for candidates: as many results, the same states, the same students', () => {
    fc.assert(
      fc.property(roster, entries, (people, rows) => {
        const index = indexRoster(people, POLICY.asOf);
        const reads = rows.map((one) => ({ entry: one, reading: readIdentity(one, POLICY.asOf) }));
        const context = matchContext(index, POLICY, namesBeside(reads));
        for (const read of reads) {
          const ends = (statesOnly: boolean) =>
            resultsOf(read, { ...context, statesOnly }, undefined).map(({ state, student }) => ({
              state,
              student,
            }));
          expect(ends(true)).toEqual(ends(false));
        }
      }),
      { numRuns: 100 },
    );
  });
});
