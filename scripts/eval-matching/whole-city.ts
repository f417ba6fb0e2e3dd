import type { City } from '../../fixtures/corruption/city.js';
import { cityRows } from '../../fixtures/corruption/city-rows.js';
import { SINGLE_CLASSES } from '../../fixtures/corruption/classes.js';
import { damagesId, isLossless, keepsName } from '../../fixtures/corruption/operator.js';
import { POPULATION } from '../../fixtures/corruption/population.js';
import { soilRoster } from '../../fixtures/corruption/roster-dirt.js';
import { SUBGROUPS, subgroupsOf } from '../../fixtures/corruption/subgroups.js';
import type { RosterPerson } from '../../src/reconcile/index.js';
import { type JudgedRow, reconciled } from './reconciled.js';
import { type Tally, tallyOf } from './tally.js';

/**
 * Rows of students by what is wrong. `noKey`: neither name nor ID is whole on both sides, as where the roster has no ID
 * and the row's name is damaged; nobody can promise that such a child is found.
 */
const OF_STUDENTS = [
  'clean',
  'single',
  'dirtyRoster',
  'dirtyRosterAndRow',
  'idOfParent',
  'double',
  'noKey',
] as const;

export interface CityResult {
  readonly files: number;
  readonly conserved: boolean;
  readonly all: Tally;
  /** Rows by what they are: students whose row is clean, damaged, or stands against a dirty roster row; others. */
  readonly byKind: readonly { readonly id: string; readonly tally: Tally }[];
  readonly bySubgroup: readonly { readonly id: string; readonly tally: Tally }[];
  /** Rows in review by reason, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[];
  readonly failures: readonly JudgedRow[];
}

/** What leaves the name, and what leaves the ID, as it was. */
const NAME_WHOLE = new Set(['none', ...SINGLE_CLASSES.filter(keepsName).map(({ id }) => id)]);
const ID_WHOLE = new Set([
  'none',
  ...SINGLE_CLASSES.filter((one) => isLossless(one) || !damagesId(one)).map(({ id }) => id),
]);

const OTHERS = POPULATION.map(({ id }) => id);

/** The whole city at the stated rates, clustered by file, against a roster with the stated dirt. */
export function evaluateCity(city: City, clean: readonly RosterPerson[]): CityResult {
  const { rows: roster, dirt } = soilRoster(clean, city.students, city.seed);
  const damaged = cityRows(city);
  const { rows, conserved } = reconciled(roster, damaged);
  const onRoster = new Map(roster.map((row) => [row.key, row]));
  const kindOf = ({ row: { person, damage } }: JudgedRow): string => {
    const { student } = person;
    if (student === undefined) return damage;
    if (damage === 'double' || damage === 'idOfParent') return damage;
    const own = onRoster.get(student.key);
    const byName = own?.name === person.name && NAME_WHOLE.has(damage);
    const byId = own?.id === person.id && person.id !== '' && ID_WHOLE.has(damage);
    if (!byName && !byId) return 'noKey';
    if (dirt.has(student.key)) return damage === 'none' ? 'dirtyRoster' : 'dirtyRosterAndRow';
    return damage === 'none' ? 'clean' : 'single';
  };
  const tally = (of: readonly JudgedRow[]): Tally => tallyOf(of.map(({ judged }) => judged));
  const kinds = [...OF_STUDENTS, ...OTHERS];
  const students = rows.filter(({ row }) => row.person.student !== undefined);
  const reasons = new Map<string, number>();
  for (const { judged } of rows)
    if (judged.end === 'review' || judged.end === 'unlisted')
      reasons.set(judged.reason, (reasons.get(judged.reason) ?? 0) + 1);
  return {
    files: new Set(damaged.map(({ file }) => file)).size,
    conserved,
    all: tally(rows),
    byKind: kinds.map((id) => ({ id, tally: tally(rows.filter((row) => kindOf(row) === id)) })),
    bySubgroup: [
      ...SUBGROUPS.map((id) => ({
        id: id as string,
        tally: tally(students.filter(({ row }) => subgroupsOf(row.person).includes(id))),
      })),
      { id: 'others', tally: tally(students.filter(({ row }) => subgroupsOf(row.person).length === 0)) },
    ],
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, rows: count }))
      .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1)),
    failures: rows.filter(
      ({ judged: { end } }) => end === 'unlisted' || end === 'dropped' || end === 'wrong',
    ),
  };
}
