import type { Comparison } from '../../../src/reconcile/compare/comparison.js';

/** A row and a student who agree in nothing: tests say what they do agree in. */
export const NOTHING: Comparison = {
  name: 'none',
  slips: null,
  sameNumber: false,
  beginning: false,
  birth: 'none',
  area: false,
  sequence: false,
  rowHasId: true,
  guardian: false,
  sibling: false,
  blank: 'none',
  otherId: false,
  hukou: false,
  place: 'unknown',
  school: false,
};
