import type { Plan } from '../../plan/index.js';
import type { DepartmentList, ListEntry } from '../../reconcile/index.js';
import { daysBetween, formatCivilDate, fromDay, parseCivilDate, toDay } from '../../value/index.js';
import { comparedCategories, type Job } from '../job/index.js';
import type { Layout } from './layout.js';
import { type ListLike, listOf, type SheetRows } from './sheet-rows.js';

/** Sheets of one file that give one list are one list as it was handed over. */
export function addList(
  lists: Map<string, DepartmentList>,
  placed: ListLike,
  layout: Layout,
  rows: SheetRows,
  entries: readonly ListEntry[],
  plan: Plan,
  job: Job,
): void {
  const list = listOf(placed, plan);
  const key = JSON.stringify([list, placed.role, layout.file]);
  const before = lists.get(key);
  const days = job.document.policy?.lists_at_most_days;
  const [asOf, date] = [parseCivilDate(job.document.as_of), parseCivilDate(layout.listDate ?? '')];
  const stale = days !== undefined && asOf !== null && date !== null && daysBetween(date, asOf) > days;
  // A row with an entry is counted by its entries, apart from the rows that are left.
  const withEntries = new Set(entries.map((entry) => entry.source.row)).size;
  lists.set(key, {
    list,
    file: layout.file,
    categories: comparedCategories(plan.rules, placed.list) ?? [],
    covers: together(before?.covers, layout.covers ?? []),
    stale: stale || (before?.stale ?? false),
    evidence: placed.role === 'comparisons' ? 'comparison' : 'list',
    ...(layout.listDate === undefined ? {} : { asOf: layout.listDate }),
    ...(days === undefined || date === null
      ? {}
      : { validUntil: formatCivilDate(fromDay(toDay(date) + days)) }),
    entries: [...(before?.entries ?? []), ...entries],
    rowsWithEntries: withEntries + (before?.rowsWithEntries ?? 0),
    rowsOfNoPerson: rows.noPerson + (before?.rowsOfNoPerson ?? 0),
    physicalRows: rows.physical + (before?.physicalRows ?? 0),
  });
}

/** No prefix at all means everybody, so it swallows the rest. */
function together(before: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  if (before === undefined) return more;
  return before.length === 0 || more.length === 0 ? [] : [...before, ...more];
}
