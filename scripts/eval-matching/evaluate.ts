import { makeCity } from '../../fixtures/corruption/city.js';
import { rosterOf } from '../../fixtures/corruption/roster.js';
import { type AdversaryResult, evaluateAdversaries } from './adversaries.js';
import { type ClassResult, evaluateClasses, evaluateDoubles } from './classes.js';
import type { EvalOptions } from './options.js';
import { evaluateParents, type ParentsResult } from './parents.js';
import { type CityResult, evaluateCity } from './whole-city.js';

export interface EvalResult {
  readonly students: number;
  readonly classes: readonly ClassResult[];
  readonly doubles: readonly ClassResult[];
  /** These three are left out where a single class is asked for. */
  readonly parents: readonly ParentsResult[];
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
    adversaries: whole ? evaluateAdversaries(city, roster) : [],
    ...(whole ? { city: evaluateCity(city, roster) } : {}),
  };
}
