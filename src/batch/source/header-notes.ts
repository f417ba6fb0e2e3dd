import type { Issue } from '../../value/index.js';
import type { PlacedSource } from '../job/index.js';
import { columnLetter } from '../read/index.js';
import { sayable } from './header-words.js';
import { headersOf } from './layout.js';
import { headerKey, placeOf, type SourceSheet } from './sheet.js';

/**
 * What a job makes of the column names of a sheet, for the record: `row.headerNormalised` for a name that is written in
 * another way than in the job (width, white space, invisible characters), and `row.columnsUnread` for columns that
 * nothing of the source names.
 */
export function headerNotes(sheet: SourceSheet, source: PlacedSource['source']): readonly Issue[] {
  const asked = headersOf(source);
  const [exact, keys] = [new Set(asked), new Map(asked.map((name) => [headerKey(name), name] as const))];
  const row = sheet.layout.header.at(-1) ?? 1;
  const issues: Issue[] = [];
  const unread: string[] = [];
  const note = (code: string, values: Issue['values']): void => {
    issues.push({ code, severity: 'note', place: placeOf(sheet, row), values });
  };
  sheet.headers.forEach((header, i) => {
    const letter = columnLetter(i + 1);
    const named = keys.get(headerKey(header));
    if (header === '' || exact.has(header) || exact.has(`@${letter}`)) return;
    if (named === undefined) unread.push(sayable(header) ? header : letter);
    else note('row.headerNormalised', { header: named, letter });
  });
  if (unread.length > 0) note('row.columnsUnread', { count: unread.length, headers: unread.join('、') });
  return issues;
}
