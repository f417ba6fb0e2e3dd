import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Exit, type SliceBy, sliceRun } from '../../batch/index.js';
import { grouped, type Language } from '../../explain/index.js';
import { issueLine } from '../issues.js';
import { type Terminal, table, tell } from '../terminal.js';

export interface SliceOptions {
  readonly by: SliceBy;
  readonly out?: string;
  readonly replace?: boolean;
  readonly lang: Language;
}

/** `bulou slice RUN --by county|school`: the workbook that each county or school verifies, and whether they add up. */
export async function sliceCommand(folder: string, options: SliceOptions, terminal: Terminal): Promise<Exit> {
  const { lang, by } = options;
  const line = issueLine(lang);
  const run = resolve(terminal.cwd, folder);
  const out =
    options.out === undefined
      ? join(dirname(run), `${basename(run)}-by-${by}`)
      : resolve(terminal.cwd, options.out);
  const end = await sliceRun(run, { by, out, replace: options.replace ?? false, name: folder });
  for (const issue of end.issues) terminal.err(`${line(issue)}\n`);
  if (end.slices.length === 0) return end.exit;
  const sum = (of: 'students' | 'items' | 'facts'): string =>
    grouped(String(end.slices.reduce((total, slice) => total + slice[of], 0)));
  const rows = [
    [
      tell(lang, { zh: '文件', en: 'file' }),
      tell(lang, { zh: '学生', en: 'students' }),
      tell(lang, { zh: '待办', en: 'items' }),
      tell(lang, { zh: '待补信息', en: 'facts' }),
    ],
    ...end.slices.map(({ file, students, items, facts }) => [
      file,
      ...[students, items, facts].map((n) => (n === 0 ? '·' : grouped(String(n)))),
    ]),
    [tell(lang, { zh: '合计', en: 'all' }), sum('students'), sum('items'), sum('facts')],
  ];
  const where = relative(terminal.cwd, out);
  const holding = end.equations.filter((equation) => equation.holds).length;
  const books =
    lang === 'zh'
      ? `EQ7：各份相加等于全体，${holding} 条等式全部成立`
      : `EQ7: the slices add up to the run; all ${holding} equations hold`;
  terminal.out(
    `${[...table(rows), '', books, tell(lang, { zh: `写在 ${where}`, en: `They are in ${where}` })].join('\n')}\n`,
  );
  return end.exit;
}
