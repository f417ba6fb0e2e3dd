import {
  grouped,
  type Language,
  periodLabel,
  STANDING_LABELS,
  say,
  type Titles,
} from '../../explain/index.js';
import type { RunFile } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Form } from '../form/index.js';
import type { Job } from '../job/index.js';
import { FileNames, workbook } from '../write/index.js';
import { type Notice, noticeSheets } from './notices.js';

/** What the run is called on its forms; a title that does not say that the rules are illustrative gets it said. */
export function titleOf(job: Job, rules: RuleSet, lang: Language): string {
  const title: { readonly zh: string; readonly en?: string | undefined } =
    job.document.title ?? rules.document.title;
  const words = lang === 'zh' ? title.zh : (title.en ?? title.zh);
  const tag = STANDING_LABELS[rules.document.standing][lang];
  const period = periodLabel(job.document.period, lang);
  return [words, period, ...(rules.document.standing === 'illustrative' ? [tag] : [])].join(' · ');
}

/**
 * What people open: the worklist, and the notices for other counties, as workbooks. Views stand outside the manifest, because
 * they say nothing that the files in it do not say, and packing may differ between machines.
 */
export async function viewFiles(
  forms: readonly Form[],
  notices: readonly Notice[],
  titles: Titles,
): Promise<readonly RunFile[]> {
  const names = new FileNames();
  const files: RunFile[] = [{ path: 'views/worklist.xlsx', bytes: await workbook(forms.map(atMost)) }];
  for (const notice of notices)
    files.push({
      path: `views/notices/${notice.county === '' ? '_unknown' : names.of(notice.county)}.xlsx`,
      bytes: await workbook(noticeSheets(notice, titles)),
    });
  return files;
}

/** Rows of a sheet that a person could still work through, and that fit into memory many times over. */
const MOST_ROWS = 20_000;

/** The form with what is most at stake; where that is not all, it says so. The files in the manifest hold every row. */
export function atMost(form: Form): Form {
  const { rows, notes, lang } = form;
  if (rows.length <= MOST_ROWS) return form;
  const [most, all] = [grouped(String(MOST_ROWS)), grouped(String(rows.length))];
  const note = say(
    lang,
    `共 ${all} 行，这里只有最要紧的 ${most} 行；全部都在结果文件夹的 CSV 文件里。请用 bulou slice 分给区县或学校。`,
    `These are the ${most} rows with most at stake of ${all}; all are in the CSV file of the run folder. Give them out with bulou slice.`,
  );
  return { ...form, notes: [...notes, note], rows: rows.slice(0, MOST_ROWS) };
}
