import type { Determination } from '../determine/index.js';
import { compareText } from '../roster/index.js';
import { canonicalJson } from '../value/index.js';
import { asJson } from './ledger.js';

/** The order of a record: school code, then student key. */
export function inRecordOrder(of: readonly Determination[]): readonly Determination[] {
  return [...of].sort((a, b) => compareText(a.school, b.school) || compareText(a.student, b.student));
}

/** One canonical line for one determination. */
export function determinationLine(determination: Determination): string {
  return `${canonicalJson(asJson(determination))}\n`;
}
