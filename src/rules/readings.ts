import type { CivilDate } from '../value/index.js';
import { type CheckedPart, type CheckedValue, readsOfValue } from './constructs/index.js';
import { type Reading, readings } from './formula/index.js';

/** Every name a construct reads, those of nested parts and forms included; with `asOf`, only by the logic in force then. */
export function valueReadings(value: CheckedValue, asOf?: CivilDate): readonly Reading[] {
  const nested = {
    value: (one: CheckedValue) => valueReadings(one, asOf),
    part: (one: CheckedPart) => partReadings(one, asOf),
  };
  return readsOfValue(value, asOf === undefined ? nested : { ...nested, asOf });
}

/** Every name the condition of a part reads. */
export function whenReadings(part: CheckedPart): readonly Reading[] {
  return part.when === undefined ? [] : readings(part.when);
}

/** Every name a part reads, its condition included. */
export function partReadings(part: CheckedPart, asOf?: CivilDate): readonly Reading[] {
  return [...whenReadings(part), ...valueReadings(part.value, asOf)];
}
