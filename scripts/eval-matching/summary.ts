import { upperBound } from './clopper-pearson.js';
import type { Demand } from './demands.js';
import type { EvalResult } from './evaluate.js';
import type { EvalOptions } from './options.js';
import { lost, type Tally } from './tally.js';

const counted = (tally: Tally) => ({
  ...tally,
  lost: lost(tally),
  lostAtMostPerMillion: tally.rows === 0 ? null : upperBound(lost(tally), tally.rows),
});

const inCounts = (tallies: Readonly<Record<string, Tally>>) =>
  Object.fromEntries(Object.entries(tallies).map(([id, tally]) => [id, counted(tally)]));

/** The report as plain data: whole numbers and codes, nothing of a row. */
export function summaryOf({ seed }: EvalOptions, result: EvalResult, demands: readonly Demand[]) {
  const classes = (of: EvalResult['classes']) =>
    of.map(({ id, family, conserved, all, bySubgroup, noKey }) => ({
      id,
      family,
      conserved,
      all: counted(all),
      bySubgroup: inCounts(bySubgroup),
      noKey: counted(noKey),
    }));
  const { city } = result;
  return {
    students: result.students,
    seed,
    city:
      city === undefined
        ? null
        : {
            files: city.files,
            conserved: city.conserved,
            all: counted(city.all),
            byKind: city.byKind.map(({ id, tally }) => ({ id, ...counted(tally) })),
            bySubgroup: city.bySubgroup.map(({ id, tally }) => ({ id, ...counted(tally) })),
            reasons: city.reasons,
          },
    classes: classes(result.classes),
    doubles: classes(result.doubles),
    parents: result.parents.map(({ id, conserved, recallLimit, all }) => ({
      id,
      conserved,
      recallLimit,
      ...counted(all),
    })),
    places: result.places.map(({ id, conserved, all }) => ({ id, conserved, ...counted(all) })),
    households: result.households,
    adversaries: result.adversaries.map(({ id, demand, rows, held, conserved }) => ({
      id,
      demand,
      rows,
      held,
      conserved,
    })),
    demands,
  };
}
