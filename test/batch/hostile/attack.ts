import { expect } from 'vitest';
import { BATCH_MESSAGES, type RunEnd, readJob, runJob } from '../../../src/batch/index.js';
import { LANGUAGES, renderIssue } from '../../../src/explain/index.js';
import type { Issue } from '../../../src/value/index.js';
import { ANNE, BO, CY, DI, FILES, JOB } from '../run/world.js';

/** What is handed in instead of the small world's files. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** Everybody of the small world: no message may show one of them. */
const CANARIES = ['安安', '白白', '陈陈', '丁丁', '钱大', '安父', ANNE, BO, CY, DI, '丘处机', '19850101'];

/** Runs a job over the small world with some files replaced, exactly as the command does. */
export async function attack(files: Files, jobText: string = JOB): Promise<RunEnd> {
  const all: Files = { ...FILES, ...files };
  const job = readJob(jobText, { file: 'job.yaml' });
  if (!job.ok) return held({ exit: 3, issues: job.issues });
  const end = await runJob(job.value, {
    read: async (name) => {
      const content = all[name] ?? null;
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    out: null,
  });
  return held(end);
}

/** What holds whatever was handed in: the books balance, every row is in a ledger, and nobody is named. */
function held(end: RunEnd): RunEnd {
  for (const issue of end.issues) {
    const said =
      JSON.stringify(issue) + LANGUAGES.map((lang) => renderIssue(issue, lang, BATCH_MESSAGES)).join();
    for (const canary of CANARIES) expect(said, issue.code).not.toContain(canary);
  }
  const { run, exit } = end;
  if (run === undefined) {
    expect([3, 6]).toContain(exit);
    expect(end.issues.some((issue) => issue.severity === 'error')).toBe(true);
    return end;
  }
  const { equations } = run.summary;
  expect(equations.filter((equation) => !equation.holds)).toEqual([]);
  for (const id of ['EQ0', 'EQ1', 'EQ3']) expect(equations.map((equation) => equation.id)).toContain(id);
  expect(JSON.stringify(run.summary)).not.toMatch(new RegExp(CANARIES.join('|')));
  const counted = JSON.parse(text(end, 'inputs.json')) as {
    sheets: { role: string; list?: string; physical: number }[];
  };
  const rowsOf = (role: string): number =>
    counted.sheets.filter((sheet) => sheet.role === role).reduce((sum, sheet) => sum + sheet.physical, 0);
  expect(ledger(end, 'roster')).toHaveLength(rowsOf('roster'));
  expect(ledger(end, 'civil')).toHaveLength(rowsOf('lists'));
  return end;
}

export const text = (end: RunEnd, path: string): string =>
  new TextDecoder().decode(end.run?.files.find((file) => file.path === path)?.bytes);

interface LedgerLine {
  readonly row: number;
  readonly kind: string;
  readonly state?: string;
  readonly evidence?: string;
  readonly entries?: readonly {
    readonly state: string;
    readonly reason: string;
    readonly student?: string;
    readonly candidates?: readonly { readonly student: string; readonly strong: boolean }[];
  }[];
}

export const ledger = (end: RunEnd, name: 'roster' | 'civil'): LedgerLine[] =>
  text(end, `ledger/${name}.ndjson`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerLine);

/** States of the entries of the list, by row. */
export const entries = (end: RunEnd): Record<number, string> =>
  Object.fromEntries(
    ledger(end, 'civil').flatMap(({ row, entries: all = [] }) =>
      all.map(({ state, reason }) => [row, `${state} ${reason}`]),
    ),
  );

/** What every row of a ledger is, in order. */
export const kinds = (end: RunEnd, name: 'roster' | 'civil'): string[] =>
  ledger(end, name).map(({ kind, state }) => (state === undefined ? kind : `${kind} ${state}`));

/** The one finding of a code: where it stands and what it says. */
export function found(end: RunEnd, code: string) {
  const all = end.issues.filter((issue) => issue.code === code);
  expect(all, code).toHaveLength(1);
  const { severity, place = {}, values } = all[0] as Issue;
  return { severity, place, values };
}

export const codes = (end: RunEnd, severity?: Issue['severity']): string[] =>
  [
    ...new Set(
      end.issues
        .filter((issue) => severity === undefined || issue.severity === severity)
        .map(({ code }) => code),
    ),
  ].sort();

export const outcome = (end: RunEnd, id: string): string | undefined =>
  end.run?.determinations.find((one) => one.student === `G${id}`)?.outcome;

/** The category of the list that a student has. */
export const dibao = (end: RunEnd, id: string): string | undefined =>
  end.run?.determinations
    .find((one) => one.student === `G${id}`)
    ?.categories.find(({ category }) => category === 'dibao')?.status;

/** The small world's file with a text replaced. */
export function changed(name: string, from: string, to: string): Record<string, string> {
  const content = FILES[name] ?? '';
  expect(content).toContain(from);
  return { [name]: content.replace(from, to) };
}

export const more = (name: string, lines: string): Record<string, string> => ({
  [name]: `${FILES[name] ?? ''}${lines}`,
});
