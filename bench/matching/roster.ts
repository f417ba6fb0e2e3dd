import { diceFor } from '../../fixtures/corruption/person.js';
import { rosterOf } from '../../fixtures/corruption/roster.js';
import { type Dirt, ROSTER_DIRT, soil } from '../../fixtures/corruption/roster-dirt.js';
import type { RosterPerson } from '../../src/reconcile/index.js';
import { homeAt } from './homes.js';

const DIRT = Object.entries(ROSTER_DIRT) as readonly [Dirt, number][];
const ROWS = 100_000;

/**
 * The roster of the city of a seed, one student after the other and none of them kept. It has the stated share of dirt:
 * IDs with a wrong digit, IDs of another student, typos in names. A student who shares an ID has the one before.
 */
export function* rosterRows(seed: number, students: number): Generator<RosterPerson> {
  let count = 0;
  let last: RosterPerson | undefined;
  for (let index = 0; count < students; index += 1) {
    const people = homeAt(seed, index).members.filter(({ student }) => student !== undefined);
    for (const [i, row] of rosterOf(people, { guardianIds: true }).entries()) {
      if (count === students) return;
      const person = people[i];
      const clean: RosterPerson = { ...row, source: { file: 'roster.csv', row: count + 2 } };
      const dice = diceFor(seed, 'dirt', count);
      let thrown = dice.below(ROWS);
      const found = DIRT.find(([, share]) => {
        thrown -= share;
        return thrown < 0;
      });
      const soiled =
        found === undefined || person === undefined
          ? null
          : soil(found[0], clean, person, last ?? clean, dice);
      yield soiled ?? clean;
      last = clean;
      count += 1;
    }
  }
}
