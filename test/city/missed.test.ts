import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Run, readJob, runJob } from '../../src/batch/index.js';
import { verifyRun } from '../../src/verify/index.js';
import { folderOf, textsOf } from '../verify/folder.js';

const city = fileURLToPath(new URL('../../fixtures/city/', import.meta.url));
const table = (file: string): Record<string, string>[] =>
  parse(readFileSync(city + file, 'utf8'), { columns: true, bom: true });

let run: Run;

beforeAll(async () => {
  const job = readJob(readFileSync(`${city}job.yaml`, 'utf8'), { file: 'job.yaml' });
  if (!job.ok) throw new Error(JSON.stringify(job.issues));
  const read = async (file: string): Promise<Uint8Array | null> => readFileSync(`${city}${file}`);
  const end = await runJob(job.value, { read, out: null });
  if (end.run === undefined) throw new Error(JSON.stringify(end.issues));
  run = end.run;
});

/** How the run sees each truly listed student: what became of the category, and what the list row ended as. */
function fates() {
  const byStudent = new Map(run.determinations.map((d) => [d.student, d]));
  return table('truth.csv')
    .filter((line) => line.现行 === '是')
    .map((line) => {
      const determination = byStudent.get(line.全国学籍号 as string);
      const category = determination?.categories.find((one) => one.category === line.类别);
      return { line, determination, status: category?.status, doubt: category?.doubt };
    });
}

describe('the checked-in city, against its truth', () => {
  it('knows every student who is truly on a list', () => {
    expect(fates().filter((fate) => fate.determination === undefined)).toEqual([]);
  });

  it('finds every undamaged row, and no damaged one is taken for another student', () => {
    const clean = fates().filter((fate) => fate.line.损坏 === 'none');
    expect(clean.length).toBeGreaterThan(150);
    expect(clean.filter((fate) => fate.status !== 'in').map((fate) => fate.line)).toEqual([]);
  });

  it('gives nobody a category that the truth does not know', () => {
    const truth = new Set(fates().map(({ line }) => `${line.全国学籍号} ${line.类别}`));
    const given = run.determinations.flatMap((d) =>
      d.categories
        // `disabled` is the list itself, without the condition of hardship: the truth has it as disabled_poor.
        .filter((one) => one.status === 'in')
        .map((one) => `${d.student} ${one.category === 'disabled' ? 'disabled_poor' : one.category}`),
    );
    expect(given.filter((pair) => !truth.has(pair))).toEqual([]);
    expect(given.length).toBeGreaterThan(250);
  });

  it('misses nobody: who is not found for certain is held open, and a person is asked', () => {
    const all = fates();
    const missed = all.filter((fate) => fate.status === 'out');
    const open = all.filter((fate) => fate.status === 'unknown');
    console.log(
      `truly listed ${all.length}: in ${all.length - open.length - missed.length}, open ${open.length}, missed ${missed.length}`,
    );
    expect(missed.map(({ line }) => `${line.名单文件} ${line.工作表} ${line.行号}: ${line.损坏}`)).toEqual(
      [],
    );
    expect(new Set(open.map((fate) => fate.doubt))).toEqual(new Set(['openMatch']));
    const reviewed = run.items.filter((item) => item.kind === 'entry').length;
    expect(reviewed).toBeGreaterThanOrEqual(open.length);
  });

  it('leaves no student without an outcome, and no listed one below the floor in silence', () => {
    expect(run.determinations.length).toBe(3_000);
    const order = ['not_recognised', ...[...run.rules.document.tiers].reverse().map((tier) => tier.id)];
    for (const d of run.determinations) {
      if (d.outcome !== 'determined') continue;
      const tier = order.indexOf(d.decided?.tier ?? (d.recommended?.tier as string));
      for (const one of d.categories) {
        const floor = run.rules.document.categories[one.category]?.floor;
        if (one.holds === true && floor !== undefined)
          expect(tier).toBeGreaterThanOrEqual(order.indexOf(floor));
      }
    }
  });

  it('balances every equation', () => {
    expect(run.summary.equations.length).toBeGreaterThan(100);
    expect(run.summary.equations.filter((one) => !one.holds)).toEqual([]);
  });

  it('is borne out by the second matcher, and by every other check that does not trust the engine', () => {
    const { checks } = verifyRun(folderOf(textsOf(run.files)));
    expect(checks.flatMap((check) => check.findings).filter((one) => one.severity === 'error')).toEqual([]);
    expect(checks.filter((check) => check.compared < 10)).toEqual([]);
  });
});
