import { readdir } from 'node:fs/promises';
import { type Language, say, Titles } from '../../explain/index.js';
import { type Balance, lines, type RunFile, type Summary } from '../../record/index.js';
import { error, type Issue, type Json, type Result } from '../../value/index.js';
import {
  type Card,
  cannotWrite,
  EXIT,
  type Exit,
  type ItemRecord,
  openRun,
  readLines,
  writeFolder,
} from '../run/index.js';
import { FileNames, workbook } from '../write/index.js';
import { type Slice, type SliceBy, slicesOf } from './parts.js';
import { sheetsOf } from './sheets.js';

/** One slice as it was written. */
export interface WrittenSlice {
  readonly file: string;
  readonly kind: Slice['kind'];
  readonly title: string;
  readonly students: number;
  /** Items as the run counts them, and facts that could be found out. */
  readonly items: number;
  readonly facts: number;
}

export interface SliceEnd {
  readonly exit: Exit;
  readonly issues: readonly Issue[];
  readonly slices: readonly WrittenSlice[];
  readonly equations: readonly Balance[];
}

const MARK = 'slices.json';

/**
 * Writes a workbook for every county or school of a run, and one for what no single unit can answer. Nothing is written
 * where the slices do not add up to the run (exit 5). Issues: those of {@link openRun}, `run.equation`, `run.outNotEmpty`,
 * `slice.outIsSlices`, `run.cannotWrite`.
 */
export async function sliceRun(
  folder: string,
  options: { readonly by: SliceBy; readonly out: string; readonly replace: boolean; readonly name: string },
): Promise<SliceEnd> {
  const none = { slices: [], equations: [] };
  const taken = await takenBy(options.out);
  if (taken === 'other')
    return { exit: EXIT.usage, issues: [error('run.outNotEmpty', { out: options.out })], ...none };
  if (taken === 'slices' && !options.replace)
    return { exit: EXIT.usage, issues: [error('slice.outIsSlices', { out: options.out })], ...none };
  const run = await openRun(folder, options.name);
  const refuse = ({ issues }: Extract<Result<unknown>, { readonly ok: false }>): SliceEnd => ({
    exit: issues.some((issue) => issue.code === 'run.damaged') ? EXIT.integrity : EXIT.refused,
    issues,
    ...none,
  });
  if (!run.ok) return refuse(run);
  const { file, plan, determinations } = run.value;
  const [students, worklist, summaryBytes, job] = [
    await file('students.ndjson'),
    await file('worklist.ndjson'),
    await file('summary.json'),
    await file('job.json'),
  ];
  if (!students.ok) return refuse(students);
  if (!worklist.ok) return refuse(worklist);
  if (!summaryBytes.ok) return refuse(summaryBytes);
  if (!job.ok) return refuse(job);
  const [summary] = readLines<Summary>(summaryBytes.value) as readonly [Summary];
  const [document] = readLines<{ readonly language?: 'zh' | 'en' }>(job.value);
  const titles = new Titles(plan.rules, document?.language ?? 'zh');
  const { slices, equations } = slicesOf(
    options.by,
    readLines<Card>(students.value),
    determinations,
    readLines<ItemRecord>(worklist.value),
    summary,
    plan.rules,
  );
  const broken = equations.filter((equation) => !equation.holds);
  if (broken.length > 0) {
    const issues = broken.map(({ id, left, right }) => error('run.equation', { equation: id, left, right }));
    return { exit: EXIT.equation, issues, slices: [], equations };
  }
  const tiers = [...plan.rules.tierIds].reverse().map((tier) => titles.tier(tier));
  const written: WrittenSlice[] = [];
  const files: RunFile[] = [];
  const names = new FileNames();
  for (const slice of slices) {
    const path = `${fileName(slice, options.by, names)}.xlsx`;
    const title = titleOf(slice, titles.lang);
    files.push({ path, bytes: await workbook(sheetsOf(slice, title, titles, tiers)) });
    const { kind, students: own } = slice;
    const facts = slice.items.filter((item) => item.kind === 'fact').length;
    const items = slice.items.length - facts;
    written.push({ file: path, kind, title, students: own.length, items, facts });
  }
  const record = { format: 'bulou-slices/0', by: options.by, slices: written, equations };
  files.push({ path: MARK, bytes: new TextEncoder().encode(lines([record as unknown as Json])) });
  try {
    await writeFolder(options.out, files);
  } catch (cause) {
    return { exit: EXIT.environment, issues: [cannotWrite(options.out, cause)], ...none };
  }
  return { exit: EXIT.clean, issues: [], slices: written, equations };
}

/** What stands where the slices are to go. */
async function takenBy(out: string): Promise<'nothing' | 'slices' | 'other'> {
  const names: readonly string[] = await readdir(out).catch(() => []);
  return names.length === 0 ? 'nothing' : names.includes(MARK) ? 'slices' : 'other';
}

function titleOf({ kind, title }: Slice, lang: Language): string {
  if (kind === 'office') return say(lang, '由本级核对', 'for the office itself');
  return kind === 'unknown' ? say(lang, '不知道是哪个单位的学生', 'students of no known unit') : title;
}

/** The name of a slice's file: a school by its code and name, for names alone are not unique. */
function fileName({ kind, key, title }: Slice, by: SliceBy, names: FileNames): string {
  if (kind !== 'unit') return kind === 'office' ? '_office' : '_unknown';
  return names.of(by === 'school' && title !== key ? `${key} ${title}` : key);
}
