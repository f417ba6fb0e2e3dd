import { makeCity } from '../../fixtures/corruption/city.js';
import { rosterOf } from '../../fixtures/corruption/roster.js';
import { type AdversaryResult, evaluateAdversaries } from './adversaries.js';
import { type ClassResult, evaluateClasses, evaluateDoubles, rowsPerClass } from './classes.js';
import { evaluateHouseholds, type HouseholdsResult } from './households.js';
import type { EvalOptions } from './options.js';
import { evaluateParents, type ParentsResult } from './parents.js';
import { evaluatePlaces, type PlacesResult } from './places.js';
import { type CityResult, evaluateCity } from './whole-city.js';

export interface EvalResult {
  readonly students: number;
  readonly classes: readonly ClassResult[];
  readonly doubles: readonly ClassResult[];
  /** These five are left out where a single class is asked for. */
  readonly parents: readonly ParentsResult[];
  readonly places: readonly PlacesResult[];
  readonly households: readonly HouseholdsResult[];
  readonly adversaries: readonly AdversaryResult[];
  readonly city?: CityResult;
}

/** Everything that is measured, from the options alone. */
export function evaluate({ students, seed, only }: EvalOptions): EvalResult {
  const city = makeCity(seed, students);
  const roster = rosterOf(city.students, { guardianIds: true });
  const whole = only === undefined;
  return {
    students: city.students.length,
    classes: evaluateClasses(city, roster, only),
    doubles: evaluateDoubles(city, roster, only),
    parents: whole ? evaluateParents(city) : [],
    places: whole ? evaluatePlaces(city, roster) : [],
    households: whole ? evaluateHouseholds(city, rowsPerClass(city.students.length)) : [],
    adversaries: whole ? evaluateAdversaries(city, roster) : [],
    ...(whole ? { city: evaluateCity(city, roster) } : {}),
  };
}
