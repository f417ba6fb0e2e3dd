import type { ClassResult } from './classes.js';
import type { EvalResult } from './evaluate.js';
import { PROMISED } from './promises.js';
import { isConserved, lost, type Tally } from './tally.js';

/** What has to hold, and whether it does. */
export interface Demand {
  readonly id: string;
  readonly holds: boolean;
  /** The classes in which it does not. */
  readonly failing: readonly string[];
}

const perThousandFound = (tally: Tally, floor: number): boolean =>
  (tally.rows - lost(tally) - tally.ends.wrong) * 1000 >= floor * tally.rows;

export function demandsOf({ classes, doubles, parents, adversaries, city }: EvalResult): readonly Demand[] {
  const demand = <T extends { readonly id: string }>(
    id: string,
    over: readonly T[],
    holds: (one: T) => boolean,
  ): Demand => {
    const failing = over.filter((one) => !holds(one)).map((one) => one.id);
    return { id, holds: failing.length === 0, failing };
  };
  const everything: readonly { readonly id: string; readonly conserved: boolean }[] = [
    ...classes,
    ...doubles,
    ...parents,
    ...adversaries,
    ...(city === undefined ? [] : [{ id: 'city', conserved: city.conserved && isConserved(city.all) }]),
  ];
  const noneLost = ({ all }: ClassResult): boolean => lost(all) === 0;
  const lossless = classes.filter(({ family }) => family === 'losslessId' || family === 'losslessName');
  const demands = [
    demand('conservation', everything, ({ conserved }) => conserved),
    demand('recallOfSingleErrors', classes, noneLost),
    demand(
      'noWrongMatch',
      [...classes, ...doubles, ...parents.map(({ id, all }) => ({ id, all, noKey: undefined }))],
      ({ all, noKey }) => all.ends.wrong + (noKey?.ends.wrong ?? 0) === 0,
    ),
    demand('subgroupGaps', classes, ({ bySubgroup }) =>
      Object.values(bySubgroup).every((tally) => lost(tally) === 0),
    ),
    demand('losslessAutomatic', lossless, ({ certain }) => certain.ends.matched === certain.rows),
    demand(
      'recallOfDoubleErrors',
      doubles.filter(({ id }) => id in PROMISED),
      ({ id, all }) => perThousandFound(all, PROMISED[id] ?? 0),
    ),
    demand(
      'parentsId',
      parents.filter(({ id }) => !id.startsWith('neither')),
      ({ all }) => lost(all) === 0,
    ),
    demand(
      'parentsIdLimitSaid',
      parents.filter(({ id }) => id.startsWith('neither')),
      ({ recallLimit }) => recallLimit,
    ),
    demand('adversaries', adversaries, ({ held, rows }) => held === rows),
  ];
  if (city === undefined) return demands;
  const oneKey = city.byKind.filter(({ id }) => id !== 'double' && id !== 'noKey');
  return [
    ...demands,
    demand('recallInCity', oneKey, ({ tally }) => lost(tally) === 0),
    demand('noWrongMatchInCity', city.byKind, ({ tally }) => tally.ends.wrong === 0),
  ];
}
