import { SINGLE_CLASSES } from '../../fixtures/corruption/classes.js';
import { DOUBLE_GROUPS } from '../../fixtures/corruption/double.js';
import { listsOf, type Row } from '../../fixtures/corruption/lists.js';
import { substituted } from '../../fixtures/corruption/lossy-id.js';
import { FAMILIES, type Family, type Operator, SHARE } from '../../fixtures/corruption/operator.js';
import { cleanCells, diceFor, type Home, type Person } from '../../fixtures/corruption/person.js';
import { PARENTS_ID } from '../../fixtures/corruption/wrong-id.js';
import type { Random } from '../../fixtures/generator/random.js';
import type { DepartmentList } from '../../src/reconcile/index.js';
import { homeAt, homesFor } from './homes.js';

/** Homes of one township, whose rows stand in one file. */
const HOMES_IN_FILE = 250;
const ROWS = 100_000;
/** See `fixtures/corruption/city-rows.ts`: people make mistakes here and there, an export damages all of a file. */
const ONE_IN: Readonly<Record<Family, number>> = {
  losslessId: 1,
  excel: 1,
  losslessName: 1,
  lossyId: 8,
  wrongId: 8,
  lossyName: 8,
};
const OPERATORS = FAMILIES.map((family) =>
  [...SINGLE_CLASSES, PARENTS_ID].filter((o) => o.family === family),
);
const PAIRS = DOUBLE_GROUPS.filter(({ id }) => id !== 'twoEdits+name').flatMap(({ pairs }) => pairs);

const cleanRow = (person: Person, number: number): Row => ({
  person,
  cells: cleanCells(person),
  damage: 'none',
  file: `township-${String(number + 1).padStart(4, '0')}.xls`,
  withRelation: number % 2 === 0,
});

/** The operator that strikes a file, if one does: families at their rates, operators by their weights. */
function striking(dice: Random): Operator | null {
  for (const [at, family] of FAMILIES.entries()) {
    const operators = OPERATORS[at] ?? [];
    if (dice.chance(SHARE[family] * ONE_IN[family], ROWS))
      return operators[dice.weighted(operators.map(({ weight }) => weight))] ?? null;
  }
  return null;
}

/** The rows of one township, damaged at the stated rates, all of them or here and there by one thing. */
function townshipRows(seed: number, number: number, homes: readonly Home[]): readonly Row[] {
  const dice = diceFor(seed, 'township', number);
  const operator = striking(dice);
  return homes
    .flatMap(({ members }) => members)
    .map((person): Row => {
      const row = cleanRow(person, number);
      if (person.student === undefined) {
        // Of 51 adults on the lists one has a typo.
        if (person.role === 'child' || !dice.chance(1, 51)) return row;
        return {
          ...row,
          cells: { ...row.cells, id: substituted(person.id, dice) },
          damage: 'adultsWithTypo',
        };
      }
      const two = dice.chance(SHARE.double, ROWS);
      if (!two && (operator === null || !dice.chance(1, ONE_IN[operator.family]))) return row;
      const cells = (two ? dice.pick(PAIRS) : operator)?.apply(person, dice) ?? null;
      return cells === null ? row : { ...row, cells, damage: two ? 'double' : (operator?.id ?? '') };
    });
}

/** Out of a hundred homes as the generator makes them, so many people. */
const PEOPLE_IN_HUNDRED_HOMES = 418;

/**
 * Department lists with about so many entries: the homes on the lists are spread over the whole city, township by
 * township, and all who live there are on them, students and others, in the shares of the corruption model.
 */
export function benchLists(seed: number, students: number, entries: number): readonly DepartmentList[] {
  const homes = homesFor(students);
  const wanted = Math.trunc((entries * 100) / PEOPLE_IN_HUNDRED_HOMES);
  const listed = wanted < homes ? wanted : homes;
  const lists: DepartmentList[] = [];
  for (let number = 0; number * HOMES_IN_FILE < listed; number += 1) {
    const inFile: Home[] = [];
    for (let i = number * HOMES_IN_FILE; i < listed && inFile.length < HOMES_IN_FILE; i += 1)
      inFile.push(homeAt(seed, Math.trunc((i * homes) / listed)));
    lists.push(...listsOf(townshipRows(seed, number, inFile)).lists);
  }
  return lists;
}
