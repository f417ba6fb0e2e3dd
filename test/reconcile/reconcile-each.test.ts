import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchContext } from '../../src/reconcile/context.js';
import { readIdentity } from '../../src/reconcile/entry-reading.js';
import {
  type EntryOutcome,
  type ListEntry,
  type ReconciledStudent,
  type RosterPerson,
  reconcile,
  reconcileEach,
} from '../../src/reconcile/index.js';
import { resultsOf } from '../../src/reconcile/results.js';
import { indexRoster } from '../../src/reconcile/search/roster-index.js';
import { entry, idOf, listsOf, POLICY, person } from './world.js';

const IDS = ['20140305', '20141225', '20120811'].flatMap((birth) =>
  [17, 217, 219].map((n) => idOf(birth, n)),
);
const ADULT = idOf('19860214', 118);
const NAMES = ['王一', '王二', '李一', '王一一', '王喆', '王□'];

/** Students whose rows come apart: a key may be on any row. */
const roster = fc
  .array(
    fc.record({
      key: fc.constantFrom('s3', 's1', 's2', 't'),
      id: fc.constantFrom(...IDS, ''),
      name: fc.constantFrom(...NAMES),
      hukou: fc.constantFrom('990102', '990103', ''),
      guardians: fc.constantFrom([], [{ name: '王父', id: ADULT }]),
    }),
    { maxLength: 7 },
  )
  .map((rows) =>
    rows.map(({ key, ...row }, i): RosterPerson => person(key, { ...row, source: { file: 'r', row: i } })),
  );
const entries = fc
  .array(
    fc.record({
      id: fc.constantFrom(...IDS, ADULT, IDS[0]!.slice(1), ''),
      name: fc.constantFrom(...NAMES, '王父'),
      list: fc.constantFrom('rural', 'orphans'),
      relation: fc.constantFrom('', '之子', '户主'),
      means: fc.constantFrom('person' as const, 'person' as const, 'household' as const, 'children' as const),
      current: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((rows) =>
    rows.map(
      ({ current, ...row }, i): ListEntry => entry({ ...row, row: 2 + i, in: current ? ['dibao'] : [] }),
    ),
  );

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
        const context = matchContext(index, POLICY, reads);
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
