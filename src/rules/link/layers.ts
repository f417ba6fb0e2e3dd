import { type CivilDate, compareDates, toDay } from '../../value/index.js';
import type { Path } from '../text/index.js';
import type { Findings } from './findings.js';

/**
 * The dates from which layers hold, rising; `null` for the one layer that holds always. Issues: `rules.missingKey`,
 * `rules.date`, `rules.cutsNotIncreasing`.
 */
export function datesOf(
  findings: Findings,
  layers: readonly { readonly from?: string }[],
  path: Path,
): readonly (CivilDate | null)[] | null {
  if (layers.length === 0) return findings.refuse('rules.missingKey', path, { key: 'dated' });
  if (layers.length === 1 && layers[0]?.from === undefined) return [null];
  const dates: CivilDate[] = [];
  for (const [i, { from = '' }] of layers.entries()) {
    const at: Path = [...path, 'layers', i];
    const date = findings.date(from, at);
    if (date === null) return null;
    const before = dates[i - 1];
    if (before !== undefined && compareDates(before, date) >= 0) {
      const values = { cut: from, before: layers[i - 1]?.from ?? '' };
      return findings.refuse('rules.cutsNotIncreasing', at, values);
    }
    dates.push(date);
  }
  return dates;
}

/** Whether there are layers by date, and the first day that can be asked, where nothing is said of what held before. */
export function datedness(
  dates: readonly (CivilDate | null)[],
  before: string | undefined,
): { readonly dated: boolean; readonly earliest?: number } {
  const first = dates[0] ?? null;
  if (first === null) return { dated: false };
  return before === undefined ? { dated: true, earliest: toDay(first) } : { dated: true };
}
