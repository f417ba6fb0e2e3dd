import type { CheckedPart, CheckedValue } from './constructs/index.js';
import { type Reading, readings } from './formula/index.js';

/** Every name a construct reads, those of nested parts included. */
export function valueReadings(value: CheckedValue): readonly Reading[] {
  switch (value.kind) {
    case 'formula':
      return readings(value.is);
    case 'options':
      return [...readings(value.of), ...value.values.flatMap(readings)];
    case 'bands':
      return [
        ...readings(value.of),
        ...value.bands.flatMap((band) => readings(band.is)),
        ...readings(value.otherwise),
      ];
    case 'best_of':
      return value.cases.flatMap((one) => [...readings(one.when), ...readings(one.is)]);
    case 'section':
      return value.parts.flatMap(partReadings);
  }
}

/** Every name the condition of a part reads. */
export function whenReadings(part: CheckedPart): readonly Reading[] {
  return part.when === undefined ? [] : readings(part.when);
}

/** Every name a part reads, its condition included. */
export function partReadings(part: CheckedPart): readonly Reading[] {
  return [...whenReadings(part), ...valueReadings(part.value)];
}
