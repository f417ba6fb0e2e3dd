import type { City } from '../../fixtures/corruption/city.js';
import { LIST, listsOf, type Row } from '../../fixtures/corruption/lists.js';
import { LOSSY_ID } from '../../fixtures/corruption/lossy-id.js';
import { LOSSY_NAME } from '../../fixtures/corruption/lossy-name.js';
import type { Operator } from '../../fixtures/corruption/operator.js';
import { childrenOf, cleanCells, diceFor, type Home, type Person } from '../../fixtures/corruption/person.js';
import { rosterOf } from '../../fixtures/corruption/roster.js';
import { WRONG_ID } from '../../fixtures/corruption/wrong-id.js';
import { reconcile } from '../../src/reconcile/index.js';
import { POLICY } from './reconciled.js';

/** What may be wrong with the row of a head. */
const DAMAGES = ['none', 'idSubstituted', 'idOmitted', 'nameHomophone', 'idBlank'] as const;
const OPERATORS: readonly Operator[] = [...LOSSY_ID, ...LOSSY_NAME, ...WRONG_ID];

export interface HouseholdsResult {
  readonly id: string;
  readonly conserved: boolean;
  readonly rows: number;
  /** Children of the heads who are on the roster, by what became of them. */
  readonly children: number;
  readonly matched: number;
  readonly heldOpen: number;
  /** Neither, but the row is with a person. */
  readonly withPerson: number;
  readonly missed: number;
  /** Other families' children, matched or held open. */
  readonly wrong: number;
  readonly othersHeld: number;
}

const enrolled = (home: Home): readonly Person[] =>
  childrenOf(home).filter(({ student }) => student !== undefined);

/** Rows that name a father only and mean his household, for so many homes with children on the roster. */
export function evaluateHouseholds(city: City, wanted: number): readonly HouseholdsResult[] {
  const homes = city.homes.filter((home) => enrolled(home).length > 0).slice(0, wanted);
  return [true, false].flatMap((guardianIds) => {
    const roster = rosterOf(city.students, { guardianIds });
    return DAMAGES.map((damage): HouseholdsResult => {
      const rows = homes.flatMap((home, i): Row[] => {
        const father = home.members.find(({ role }) => role === 'father');
        if (father === undefined) return [];
        const operator = OPERATORS.find(({ id }) => id === damage);
        const cells =
          operator === undefined
            ? cleanCells(father)
            : operator.apply(father, diceFor(city.seed, `head ${damage}`, i));
        const row = {
          person: father,
          damage,
          file: 'heads.xls',
          withRelation: false,
          means: 'household',
        } as const;
        return cells === null ? [] : [{ ...row, cells }];
      });
      return judged(`${guardianIds ? 'guardianIds' : 'namesOnly'}/${damage}`, roster, rows);
    });
  });
}

function judged(id: string, roster: ReturnType<typeof rosterOf>, rows: readonly Row[]): HouseholdsResult {
  const { lists, rowOf } = listsOf(rows);
  const { outcomes, equations } = reconcile(roster, lists, [], POLICY);
  const count = { children: 0, matched: 0, heldOpen: 0, withPerson: 0, missed: 0, wrong: 0, othersHeld: 0 };
  for (const row of rows) {
    const own = outcomes.filter(({ entry }) => rowOf(entry) === row);
    const hit = new Set(own.flatMap(({ student }) => student ?? []));
    const open = new Set(
      own
        .filter(({ state }) => state === 'review')
        .flatMap(({ candidates }) => candidates.filter(({ strong }) => strong).map(({ student }) => student)),
    );
    const children = new Set(enrolled(row.person.home).flatMap(({ student }) => student?.key ?? []));
    for (const child of children) {
      count.children += 1;
      if (hit.has(child)) count.matched += 1;
      else if (open.has(child)) count.heldOpen += 1;
      else if (own.some(({ state }) => state === 'review')) count.withPerson += 1;
      else count.missed += 1;
    }
    count.wrong += [...hit].filter((student) => !children.has(student)).length;
    count.othersHeld += [...open].filter((student) => !children.has(student)).length;
  }
  const conserved =
    equations.every(({ holds }) => holds) && outcomes.every(({ entry }) => entry.list === LIST);
  return { id, conserved, rows: rows.length, ...count };
}
