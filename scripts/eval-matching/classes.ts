import type { City } from '../../fixtures/corruption/city.js';
import { classRows, type Damaging, orderOfStudents } from '../../fixtures/corruption/class-rows.js';
import { SINGLE_CLASSES } from '../../fixtures/corruption/classes.js';
import { DOUBLE_GROUPS, type DoubleGroup } from '../../fixtures/corruption/double.js';
import { keepsName, type Operator } from '../../fixtures/corruption/operator.js';
import type { Person } from '../../fixtures/corruption/person.js';
import { type Subgroup, subgroupsOf } from '../../fixtures/corruption/subgroups.js';
import type { RosterPerson } from '../../src/reconcile/index.js';
import type { JudgedRow } from './reconciled.js';
import { reconciled } from './reconciled.js';
import { type Tally, tallyOf } from './tally.js';

export interface ClassResult {
  readonly id: string;
  readonly family: string;
  readonly conserved: boolean;
  /** Rows that share a whole key with the roster: the ID or the name. */
  readonly all: Tally;
  readonly bySubgroup: Readonly<Record<Subgroup | 'others', Tally>>;
  /** Rows that share none: the roster has no ID of the child, and the name is damaged. Two faults, not one. */
  readonly noKey: Tally;
  /**
   * Rows that could be matched automatically if their cells read as they were meant: the roster has the ID, and it does
   * not end in three zeros, which are never relied on.
   */
  readonly certain: Tally;
  readonly failures: readonly JudgedRow[];
}

const canBeMatched = ({ student }: Person): boolean =>
  student?.id !== '' && student?.id.endsWith('000') !== true;

const judgedOf = (rows: readonly JudgedRow[]) => rows.map(({ judged }) => judged);

const isFailure = ({ judged: { end } }: JudgedRow): boolean =>
  end === 'unlisted' || end === 'dropped' || end === 'wrong';

function resultOf(
  id: string,
  family: string,
  rows: readonly JudgedRow[],
  conserved: boolean,
  sharesKey: (person: Person) => boolean,
): ClassResult {
  const whole = rows.filter(({ row }) => sharesKey(row.person));
  const of = (subgroup: Subgroup | 'others'): Tally =>
    tallyOf(
      judgedOf(
        whole.filter(({ row }) =>
          subgroup === 'others'
            ? subgroupsOf(row.person).length === 0
            : subgroupsOf(row.person).includes(subgroup),
        ),
      ),
    );
  return {
    id,
    family,
    conserved,
    all: tallyOf(judgedOf(whole)),
    bySubgroup: {
      dotted: of('dotted'),
      rare: of('rare'),
      noId: of('noId'),
      twin: of('twin'),
      others: of('others'),
    },
    certain: tallyOf(judgedOf(rows.filter(({ row }) => canBeMatched(row.person)))),
    noKey: tallyOf(judgedOf(rows.filter(({ row }) => !sharesKey(row.person)))),
    failures: whole.filter(isFailure),
  };
}

/** Where an operator leaves the name whole, the name is the key; where it leaves the ID, the roster has to have one. */
const keeps =
  (operator: Operator) =>
  (person: Person): boolean =>
    keepsName(operator) || person.student?.id !== '';

export const CLASS_IDS: readonly string[] = SINGLE_CLASSES.map(({ id }) => id);

/** So many rows a class: enough to see one in a hundred, and all that a small city has. */
export const rowsPerClass = (students: number): number => Math.max(600, Math.trunc(students / 10));

/** Each class on its own, on a clean roster. `only`: a single one. */
export function evaluateClasses(
  city: City,
  roster: readonly RosterPerson[],
  only: string | undefined,
): readonly ClassResult[] {
  const wanted = rowsPerClass(city.students.length);
  const students = orderOfStudents(city, wanted);
  return SINGLE_CLASSES.filter(({ id }) => only === undefined || id === only).map((operator) => {
    const { rows, conserved } = reconciled(roster, classRows(operator, students, wanted, city.seed));
    return resultOf(operator.id, operator.family, rows, conserved, keeps(operator));
  });
}

const TRIES = 12;

/** Any pair of the group that can happen to the person. */
export const damagingBy = ({ id, pairs }: DoubleGroup): Damaging => ({
  id,
  apply: (person, dice) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const cells = dice.pick(pairs).apply(person, dice);
      if (cells !== null) return cells;
    }
    return null;
  },
});

/** Two errors at once, by group. */
export function evaluateDoubles(
  city: City,
  roster: readonly RosterPerson[],
  only: string | undefined,
): readonly ClassResult[] {
  const wanted = rowsPerClass(city.students.length);
  const students = orderOfStudents(city, wanted);
  return DOUBLE_GROUPS.filter(({ id }) => only === undefined || id === only).map((group) => {
    const damaging = damagingBy(group);
    const { rows, conserved } = reconciled(roster, classRows(damaging, students, wanted, city.seed));
    const nameIsWhole = group.pairs.every(({ onName }) => keepsName(onName));
    return resultOf(
      group.id,
      'double',
      rows,
      conserved,
      (person) => nameIsWhole || person.student?.id !== '',
    );
  });
}

export const GROUP_IDS: readonly string[] = DOUBLE_GROUPS.map(({ id }) => id);
