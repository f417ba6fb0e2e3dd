import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Run, readJob, runJob } from '../../../src/batch/index.js';
import { ENTRY_STATES } from '../../../src/reconcile/index.js';

const city = resolve('fixtures/city');
const truthOf = (name: string) =>
  parse(readFileSync(resolve(city, name)), { columns: true }) as unknown as Record<string, string>[];
const population = JSON.parse(readFileSync(resolve(city, 'population.json'), 'utf8')) as {
  students: number;
  applicants: number;
  byStage: Record<string, number>;
  bySetting: Record<string, number>;
  schools: number;
};

let run: Run;
let exit: number;
beforeAll(async () => {
  const job = readJob(readFileSync(resolve(city, 'job.yaml'), 'utf8'), { file: 'fixtures/city/job.yaml' });
  if (!job.ok) throw new Error(JSON.stringify(job.issues));
  const end = await runJob(job.value, {
    read: (name) => readFile(resolve(city, name)).catch(() => null),
    out: null,
  });
  if (end.run === undefined) throw new Error(JSON.stringify(end.issues));
  run = end.run;
  exit = end.exit;
});

interface LedgerRow {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly kind: string;
  readonly entries?: readonly {
    readonly member: number;
    readonly state: string;
    readonly student?: string;
    readonly candidates?: readonly { readonly student: string }[];
  }[];
}
const ledger = (): LedgerRow[] =>
  run.files
    .filter((file) => file.path.startsWith('ledger/') && file.path !== 'ledger/roster.ndjson')
    .flatMap((file) =>
      new TextDecoder()
        .decode(file.bytes)
        .split('\n')
        .filter((line) => line !== ''),
    )
    .map((line) => JSON.parse(line) as LedgerRow);

describe('the city', () => {
  it('has every student in exactly one outcome', () => {
    const { summary, determinations } = run;
    expect(determinations).toHaveLength(population.students);
    expect(new Set(determinations.map((d) => d.student)).size).toBe(population.students);
    expect(summary.students.students).toBe(population.students);
    expect(Object.fromEntries(summary.byStage.map((g) => [g.key, g.tally.students]))).toEqual(
      population.byStage,
    );
    expect(Object.fromEntries(summary.bySetting.map((g) => [g.key, g.tally.students]))).toEqual(
      population.bySetting,
    );
    expect(summary.bySchool).toHaveLength(population.schools);
    // Eight areas and the zone, whose schools have no division code.
    expect(summary.byArea.map((g) => g.key).sort()).toEqual(
      ['东湖区', '临泉市', '北川县', '南亭县', '柳林县', '沙岭县', '石桥县', '西河区', '高新区'].sort(),
    );
    expect(exit).toBe(1);
  });

  it('balances every book', () => {
    expect(run.summary.equations.filter((equation) => !equation.holds)).toEqual([]);
    for (const [id, sides] of [
      ['EQ0', 782],
      ['EQ1', 997],
      ['EQ3', 3006],
      ['EQ4', 3000],
    ] as const)
      expect(run.summary.equations.find((equation) => equation.id === id)).toEqual({
        id,
        left: sides,
        right: sides,
        holds: true,
      });
  });

  it('counts the rows that the departments wrote', () => {
    const counted = JSON.parse(readFileSync(resolve(city, 'population.json'), 'utf8')) as {
      lists: { file?: string; sheets?: unknown }[] & Record<string, unknown>;
    };
    const sheets =
      JSON.stringify(counted)
        .match(/\{"list":"[^}]*"physicalRows":[^}]*\}/g)
        ?.map((text) => JSON.parse(text) as Record<string, number | string>) ?? [];
    expect(sheets).toHaveLength(10);
    for (const { file, sheet, physicalRows, rowsWithEntries, rowsOfNoPerson } of sheets) {
      const rows = ledger().filter((row) => row.file === file && (row.sheet ?? '') === sheet);
      expect(rows).toHaveLength(physicalRows as number);
      expect(rows.filter((row) => row.kind === 'entries')).toHaveLength(rowsWithEntries as number);
      expect(rows.filter((row) => row.kind !== 'entries')).toHaveLength(rowsOfNoPerson as number);
    }
  });

  it('has every entry of the departments in exactly one state, and no entry that they did not write', () => {
    const place = (file: unknown, sheet: unknown, row: unknown, member: unknown): string =>
      JSON.stringify([file, sheet ?? '', Number(row), Number(member)]);
    const ended = ledger().flatMap((row) =>
      (row.entries ?? []).map(
        (entry) => [place(row.file, row.sheet, row.row, entry.member), entry.state] as const,
      ),
    );
    const written = truthOf('truth-entries.csv').map((entry) =>
      place(entry.名单文件, entry.工作表, entry.行号, entry.人序),
    );
    expect(ended.map(([at]) => at).sort()).toEqual([...written].sort());
    expect(ended.every(([, state]) => ENTRY_STATES.includes(state as never))).toBe(true);
  });

  it('never matches an entry to another student, and loses none whose keys are whole', () => {
    const truth = new Map(
      truthOf('truth.csv').map((line) => [
        JSON.stringify([line.名单文件, line.工作表 ?? '', Number(line.行号), Number(line.人序)]),
        { student: line.全国学籍号 ?? '', damage: line.损坏 ?? '', current: line.现行 === '是' },
      ]),
    );
    const [wrong, lost]: [string[], string[]] = [[], []];
    // Identity and name survive these, by the meaning of the damage.
    const whole = new Set(['none', 'id_lower_x', 'id_fullwidth', 'id_spaces', 'id_apostrophe', 'duplicate']);
    for (const row of ledger()) {
      for (const entry of row.entries ?? []) {
        const at = JSON.stringify([row.file, row.sheet ?? '', row.row, entry.member]);
        const true_ = truth.get(at);
        if (entry.state === 'matched' && entry.student !== true_?.student) wrong.push(at);
        if (true_ === undefined || !true_.current) continue;
        if (whole.has(true_.damage) && entry.state !== 'matched' && entry.state !== 'duplicate')
          lost.push(at);
        // Whatever the damage, a student on a list is matched or looked at by a person: never put aside.
        if (!['matched', 'duplicate', 'review'].includes(entry.state)) lost.push(at);
      }
    }
    expect(wrong).toEqual([]);
    expect(lost).toEqual([]);
  });

  it('keeps carers and guardians out of the lists', () => {
    const rows = new TextDecoder().decode(
      run.files.find((file) => file.path === 'ledger/destitute.ndjson')?.bytes,
    );
    expect(rows.split('\n').filter((line) => line.includes('"entries":['))).toHaveLength(34);
    expect(ledger().filter((row) => row.kind === 'entries' && (row.entries?.length ?? 0) > 9)).toEqual([]);
  });

  it('leaves nobody of a floor below it, and nobody who applied unanswered', () => {
    for (const one of run.summary.listed)
      expect(one.listed).toBe(
        one.atOrAboveFloor + one.undetermined + one.outOfScope + one.declined + one.conditionNotMet,
      );
    const applied = truthNumbersOfApplicants();
    const silent = run.determinations.filter((d) => applied.has(d.student) && d.outcome === 'notApplied');
    expect(applied.size).toBeGreaterThan(400);
    expect(silent).toEqual([]);
  });

  it('has an item for every undetermined student and every entry in review', () => {
    const { items, students, lists } = run.summary;
    expect(items.student).toBe(students.outcomes.undetermined);
    expect(items.entry).toBe(lists.reduce((sum, list) => sum + list.states.review + list.states.invalid, 0));
    expect(items.invalidRow).toBe(1);
    expect(run.items).toHaveLength(Object.values(items).reduce((a, b) => a + b, 0));
  });

  it('finds the bad cells of the survey, and says nothing of what is in them', () => {
    const bad = run.issues.filter((issue) => issue.code.startsWith('cell.'));
    expect(bad.length).toBeGreaterThanOrEqual(50);
    expect(bad.every((issue) => issue.place?.row !== undefined && issue.place.header !== undefined)).toBe(
      true,
    );
    expect(JSON.stringify(run.issues)).not.toMatch(/约|1,200|三万|[0-9]{15}/);
  });
});

/** Whoever handed in a form: read here without the code under test, from what it recorded as the source of a fact. */
function truthNumbersOfApplicants(): Set<string> {
  return new Set(
    run.determinations
      .filter((d) => d.facts.some((fact) => fact.source?.file === 'survey.xlsx'))
      .map((d) => d.student),
  );
}
