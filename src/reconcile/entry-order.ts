import { compareText } from '../roster/index.js';
import type { ListEntry } from './types.js';

const content = (entry: ListEntry): string =>
  JSON.stringify([
    entry.name,
    entry.id,
    entry.studentNumber,
    entry.relation,
    entry.idNotText,
    entry.standing.in,
    entry.standing.unknown,
    entry.area,
    entry.school,
    entry.means,
    entry.householdComplete,
    entry.evidence,
  ]);

/** Order of list, file, sheet, row, member; two entries at one place, which should not be, by their cells. */
export function compareEntries(a: ListEntry, b: ListEntry): number {
  return (
    compareText(a.list, b.list) ||
    compareText(a.source.file, b.source.file) ||
    compareText(a.source.sheet ?? '', b.source.sheet ?? '') ||
    a.source.row - b.source.row ||
    a.member - b.member ||
    compareText(content(a), content(b))
  );
}
