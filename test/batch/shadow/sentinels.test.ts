import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Job,
  type RunEnd,
  type RunIo,
  readJob,
  runJob,
  runSentinels,
  type SentinelEnd,
} from '../../../src/batch/index.js';
import { encode } from '../../../src/batch/shadow/encode.js';
import { TRAPS } from '../../../src/batch/shadow/traps.js';
import { verifyRun } from '../../../src/verify/index.js';
import { folderOf, textsOf } from '../../verify/folder.js';
import { scratch } from '../run/world.js';
import { JOB, PUPILS, townFiles } from './town.js';

let job: Job;
let files: Readonly<Record<string, Uint8Array>>;
/** What became of the sentinels, and the shadow run itself. */
let sentinels: SentinelEnd;
let shadow: RunEnd;
const read: RunIo['read'] = async (name) => files[name] ?? null;
beforeAll(async () => {
  files = await townFiles();
  const parsed = readJob(JOB, { file: 'job.yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  job = parsed.value;
  sentinels = await runSentinels(job, { read }, async (twin, io) => {
    shadow = await runJob(twin, io);
    return shadow;
  });
});

describe('sentinels', () => {
  it('all arrive in a town whose lists have every shape', () => {
    const { exit, planted, issues } = sentinels;
    expect(issues).toEqual([{ code: 'shadow.arrived', severity: 'note', values: { count: planted } }]);
    expect(exit).toBe(0);
    // On each of four files of lists every trap that it can hold, and one in each of six stages and four settings.
    expect(planted).toBeGreaterThanOrEqual(3 * TRAPS.length + 24);
  });

  it('stand in every stage and setting, last in every file, and in every place for a person', () => {
    const texts = textsOf(shadow.run?.files ?? []);
    const own = (path: string) =>
      String(texts[path] ?? '')
        .split('\n')
        .filter((line) => line.includes('"sentinels/'))
        .map((line) => JSON.parse(line));
    const keys = new Set(own('ledger/roster.ndjson').map((row) => row.student));
    const studied = (texts['determinations.ndjson'] as string)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .filter((one) => keys.has(one.student))
      .map((one) => {
        const value = (fact: string) => one.facts.find((f: { fact: string }) => f.fact === fact)?.value;
        return value('stage');
      });
    expect(new Set(studied)).toEqual(
      new Set(['preschool', 'primary', 'junior', 'senior', 'vocational', 'higher']),
    );
    const members = (list: string) => own(`ledger/${list}.ndjson`).flatMap((row) => row.entries ?? []);
    const matched = members('edge').filter((entry) => entry.state === 'matched' && keys.has(entry.student));
    expect(new Set(matched.map((entry) => entry.member))).toEqual(new Set([1, 2, 3]));
    for (const list of ['civil', 'orphans', 'edge'])
      expect(
        own(`ledger/${list}.ndjson`)
          .at(-1)
          .entries.some((e: { state: string }) => e.state === 'matched'),
      ).toBe(true);
  });

  it('are borne out by the second matcher too', () => {
    const { checks } = verifyRun(folderOf(textsOf(shadow.run?.files ?? [])));
    expect(
      checks.flatMap((check) => check.findings).filter((finding) => finding.severity === 'error'),
    ).toEqual([]);
  });

  it('are written as the files beside which they stand', async () => {
    const texts = (name: string): string => new TextDecoder().decode(files[name]);
    const cells = texts('edge.csv')
      .trim()
      .split('\n')
      .map((line) => `<tr><td>${line.replaceAll(',', '</td><td>')}</td></tr>`);
    const offices: Readonly<Record<string, Uint8Array>> = {
      ...files,
      'civil.csv': encode(texts('civil.csv').replaceAll(',', '\t'), 'gb18030'),
      'edge.csv': encode(`<table>${cells.join('')}</table>`, 'utf-8'),
    };
    const said = readJob(
      JOB.replace('civil.csv', 'civil.csv\n      encoding: gb18030\n      delimiter: tab'),
      {
        file: 'job.yaml',
      },
    );
    if (!said.ok) throw new Error(JSON.stringify(said.issues));
    const written: string[] = [];
    const end = await runSentinels(
      said.value,
      { read: async (name) => offices[name] ?? null },
      async (twin, io) => {
        for (const { file, encoding } of Object.values(twin.document.lists ?? {}).flat())
          if (file?.startsWith('sentinels/') === true) {
            const bytes = (await io.read(file)) ?? new Uint8Array();
            const text = new TextDecoder(encoding ?? 'utf-8').decode(bytes);
            const kind = text.startsWith('PK')
              ? 'xlsx'
              : text.startsWith('<html')
                ? 'html'
                : text.slice(0, 3).trim();
            written.push(`${encoding ?? ''} ${kind}`);
          }
        return runJob(twin, io);
      },
    );
    expect(end.exit).toBe(0);
    expect(written.sort()).toEqual([' xlsx', 'gb18030 姓名', 'utf-8 html', 'utf-8 户主,']);
  });

  it('leave no trace in the real run', async () => {
    const folder = scratch();
    const out = `${folder.path}/run`;
    const before = await runJob(job, { read, out: null });
    const asked: string[] = [];
    await runSentinels(job, {
      read: async (name) => {
        asked.push(name);
        return read(name);
      },
    });
    const after = await runJob(job, { read, out });
    expect(textsOf(after.run?.files ?? [])).toEqual(textsOf(before.run?.files ?? []));
    expect(JSON.stringify(textsOf(after.run?.files ?? []))).not.toContain('sentinels/');
    expect(asked.filter((name) => name.startsWith('sentinels/'))).toEqual([]);
    expect(readdirSync(folder.path)).toEqual(['run']);
    expect(existsSync(out)).toBe(true);
    folder.remove();
  });

  /** Runs that lose somebody, and how the sentinels say it. */
  const WRONG: readonly (readonly [string, string, (texts: Record<string, string>) => void])[] = [
    [
      'a ledger without its last row',
      'shadow.lostEntry',
      (texts) => {
        texts['ledger/civil.ndjson'] = (texts['ledger/civil.ndjson'] ?? '').replace(/.*\n$/, '');
      },
    ],
    [
      'a roster without its last row',
      'shadow.lostRow',
      (texts) => {
        texts['ledger/roster.ndjson'] = (texts['ledger/roster.ndjson'] ?? '').replace(/.*\n$/, '');
      },
    ],
    [
      'determinations without the last',
      'shadow.lostOutcome',
      (texts) => {
        texts['determinations.ndjson'] = (texts['determinations.ndjson'] ?? '').replace(/.*\n$/, '');
      },
    ],
    [
      'a category that is lost',
      'shadow.lostCategory',
      (texts) => {
        texts['determinations.ndjson'] = (texts['determinations.ndjson'] ?? '').replaceAll(
          /("category":"orphan".*?"status":)"in"/g,
          '$1"out"',
        );
      },
    ],
    [
      'floors that are not applied',
      'shadow.lostFloor',
      (texts) => {
        texts['determinations.ndjson'] = (texts['determinations.ndjson'] ?? '').replaceAll(
          '"tier":"special"',
          '"tier":"general"',
        );
      },
    ],
  ];
  it.each(WRONG)('notice %s', async (_, how, change) => {
    const { exit, issues } = await runSentinels(job, { read }, async () => {
      if (shadow.run === undefined) throw new Error(JSON.stringify(shadow.issues));
      const texts = textsOf(shadow.run.files) as Record<string, string>;
      change(texts);
      const changed = Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
      return { ...shadow, run: { ...shadow.run, files: changed } };
    });
    expect(exit).toBe(5);
    const missed = issues.filter((issue) => issue.code.startsWith('shadow.lost'));
    expect(new Set(missed.map((issue) => issue.code))).toContain(how);
    for (const { name, id } of PUPILS)
      expect(JSON.stringify(issues)).not.toMatch(new RegExp(`${name}|${id}`));
  });

  it('say what they could not try, and take the words of a run where the job is refused', async () => {
    const only = readJob(
      JOB.replace(
        'columns: { name: 姓名, id: 证件号, student_number: 学籍号 }',
        'columns: { name: 姓名, id: 证件号, student_number: 学籍号 }\n      means: children_of_person',
      ),
      { file: 'job.yaml' },
    );
    if (!only.ok) throw new Error(JSON.stringify(only.issues));
    const { exit, issues } = await runSentinels(only.value, { read });
    expect(exit).toBe(0);
    expect(issues.map(({ code, values }) => [code, values.what])).toContainEqual([
      'shadow.without',
      'orphans orphans.xlsx',
    ]);
    const gone = await runSentinels(job, {
      read: async (name) => (name === 'civil.csv' ? null : read(name)),
    });
    expect([gone.exit, gone.planted, gone.issues.map((issue) => issue.code)]).toEqual([
      3,
      0,
      ['job.missingFile'],
    ]);
  });
});
