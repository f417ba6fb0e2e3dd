import { error, type Issue, isNonEmpty, type Result, success } from '../../value/index.js';
import type { Job } from '../job/index.js';
import type { Sheet, TableFile } from '../table.js';
import type { Layout } from './layout.js';

/** In the place of names of sheets: every one that is shown, holds something and is not put aside. */
const EVERY_SHEET = '*';

/** The sheets of a file that a layout reads. Issues, at the source in the job file: `job.unknownSheet`, `job.sheetChoice`, `job.sheetNotRead`. */
export function sheetsOf(table: TableFile, layout: Layout, job: Job): Result<readonly Sheet[]> {
  const place = job.place(layout.path);
  const names = table.sheets.map((sheet) => sheet.name);
  const values = { file: layout.file, sheets: names.join('、') };
  const isText = table.sheets.length === 1 && names[0] === '';
  const issues: Issue[] = [];
  const everySheet = layout.sheets?.includes(EVERY_SHEET) === true;
  const wanted = isText || everySheet ? undefined : layout.sheets;
  for (const sheet of [...(wanted ?? []), ...(isText ? [] : layout.otherSheets)])
    if (!names.includes(sheet)) issues.push(error('job.unknownSheet', { ...values, sheet }, place));
  const others = table.sheets.filter((s) => !layout.otherSheets.includes(s.name));
  const chosen =
    wanted === undefined
      ? others.filter((s) => !s.hidden && s.rows.length > 0)
      : table.sheets.filter((s) => wanted.includes(s.name));
  if (wanted === undefined && (everySheet ? chosen.length === 0 : chosen.length !== 1))
    issues.push(error('job.sheetChoice', values, place));
  return isNonEmpty(issues) ? { ok: false, issues } : success(chosen);
}

/** Sheets of a file that no source of the job reads and none puts aside: somebody may be on them. */
export function sheetsNotRead(
  table: TableFile,
  layouts: readonly Layout[],
  read: ReadonlySet<string>,
): readonly Sheet[] {
  const aside = new Set(layouts.flatMap((layout) => layout.otherSheets));
  return table.sheets.filter((s) => s.rows.length > 0 && !read.has(s.name) && !aside.has(s.name));
}
