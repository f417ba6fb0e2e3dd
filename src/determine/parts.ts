import { type CheckedPart, type CheckedValue, partsOf } from '../rules/index.js';

/** Points that a person gives. */
export type Discretion = CheckedValue & { readonly kind: 'discretion' };

/** The parts whose points a person gives. */
export function discretionsOf(score: CheckedPart | null): readonly Discretion[] {
  return partsOf(score).flatMap(({ value }) => (value.kind === 'discretion' ? [value] : []));
}
