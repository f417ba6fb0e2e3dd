import type { ClassResult } from './classes.js';
import type { EvalResult } from './evaluate.js';
import {
  FIRST,
  FIRST_NOT_PROMISED,
  FOUND_BY_PLACE,
  MOST_OTHERS_HELD,
  MOST_REVIEWED,
  MOST_SHOWN,
  OPEN,
  PROMISED,
} from './promises.js';
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

/** In a small city the few who were made to be confused weigh too much for a share of half a per cent. */
const LEAST_REVIEWED = 1000;
const perThousandReviewed = (part: number, { ends }: Tally, floor: number): boolean =>
  ends.review < LEAST_REVIEWED || part * 1000 >= floor * ends.review;

export function demandsOf({
  classes,
  doubles,
  parents,
  places,
  households,
  adversaries,
  city,
}: EvalResult): readonly Demand[] {
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
    ...places,
    ...households,
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
    demand('heldOpen', classes, ({ all }) => perThousandReviewed(all.strong, all, OPEN)),
    demand(
      'trueStudentFirst',
      classes.filter(({ id, family }) => !(id in FIRST_NOT_PROMISED) && !family.startsWith('lossless')),
      ({ all }) => perThousandReviewed(all.first, all, FIRST),
    ),
    demand('fewShown', classes, ({ all }) => all.candidates95 <= MOST_SHOWN),
    demand(
      'foundByPlace',
      places.filter(({ id }) => id !== 'nothing'),
      ({ all }) => perThousandFound(all, FOUND_BY_PLACE),
    ),
    demand(
      'parentsId',
      parents.filter(({ id }) => !id.startsWith('neither')),
      ({ all }) => lost(all) === 0 && perThousandReviewed(all.strong, all, OPEN),
    ),
    demand(
      'parentsIdLimitSaid',
      parents.filter(({ id }) => id.startsWith('neither')),
      ({ recallLimit }) => recallLimit,
    ),
    demand('childrenOfHeads', households, ({ missed }) => missed === 0),
    demand('noWrongChildren', households, ({ wrong }) => wrong === 0),
    demand(
      'childrenOfHeadsAutomatic',
      households.filter(({ id }) => id === 'guardianIds/none'),
      ({ matched, children }) => matched === children,
    ),
    demand('adversaries', adversaries, ({ held, rows }) => held === rows),
  ];
  if (city === undefined) return demands;
  const { all } = city;
  const reviewed = all.ends.review + all.ends.unlisted;
  const whole = [{ id: 'city' }];
  const oneKey = city.byKind.filter(({ id }) => id !== 'double' && id !== 'noKey');
  return [
    ...demands,
    demand('recallInCity', oneKey, ({ tally }) => lost(tally) === 0),
    demand('noWrongMatchInCity', city.byKind, ({ tally }) => tally.ends.wrong === 0),
    demand('reviewLoad', whole, () => reviewed * 100 <= MOST_REVIEWED * all.rows),
    demand('othersHeld', whole, () => all.othersHeld * 1000 <= MOST_OTHERS_HELD * all.rows),
  ];
}
