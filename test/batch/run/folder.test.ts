import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openRun } from '../../../src/batch/index.js';
import { writeFolder } from '../../../src/batch/run/folder.js';
import { digestBytes } from '../../../src/value/index.js';
import { ANNE, FILES, runWorld, scratch } from './world.js';

const root = scratch();
afterAll(root.remove);
let [count, out] = [0, ''];
beforeEach(() => {
  count += 1;
  out = join(root.path, String(count), 'run');
});
const around = (): string[] => readdirSync(join(root.path, String(count)));

describe('a run folder', () => {
  it('holds everything, sealed', async () => {
    await runWorld({}, { out });
    const paths = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
      .sort();
    expect(paths).toEqual([
      ...['determinations.ndjson', 'engine.json', 'evidence.ndjson', 'inputs.json'],
      ...['inputs/entries.ndjson', 'inputs/roster.ndjson', 'issues.ndjson', 'job.json'],
      ...['ledger/civil.ndjson', 'ledger/roster.ndjson', 'manifest.json'],
      ...[
        'notices.csv',
        'rules/check.json',
        'rules/digests.json',
        'rules/policy.json',
        'rules/rules.json',
        'seal.json',
        'students.ndjson',
        'summary.json',
        'unlisted.csv',
        'views/worklist.xlsx',
        'worklist-facts.csv',
        'worklist.csv',
        'worklist.ndjson',
      ],
    ]);
    const bytes = (path: string) => readFileSync(join(out, path));
    const manifest = JSON.parse(bytes('manifest.json').toString()) as {
      files: { path: string; bytes: number; sha256: string }[];
    };
    // Everything but the manifest itself, what made it, the seal over both, and the views for people.
    const outside = (p: string) =>
      ['manifest.json', 'engine.json', 'seal.json'].includes(p) || p.startsWith('views/');
    expect(manifest.files.map((file) => file.path)).toEqual(paths.filter((p) => !outside(p)));
    for (const file of manifest.files) {
      expect(digestBytes(bytes(file.path))).toBe(file.sha256);
      expect(bytes(file.path).length).toBe(file.bytes);
    }
    expect(JSON.parse(bytes('seal.json').toString())).toEqual({
      format: 'bulou-seal/0',
      manifest: digestBytes(bytes('manifest.json')),
      engine: digestBytes(bytes('engine.json')),
    });
    expect(around()).toEqual(['run']);
  });

  it('names every input with its bytes, digest, encoding and rows', async () => {
    await runWorld({}, { out });
    const { files } = JSON.parse(readFileSync(join(out, 'inputs.json'), 'utf8')) as {
      files: { name: string }[];
    };
    expect(files.map((file) => file.name)).toEqual([
      'aided.csv',
      'civil.csv',
      'decisions.csv',
      'roster.csv',
      'schools.csv',
      'survey.csv',
    ]);
    const civil = new TextEncoder().encode(FILES['civil.csv']);
    expect(files[1]).toEqual({
      name: 'civil.csv',
      bytes: civil.length,
      sha256: digestBytes(civil),
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      sheets: [{ sheet: '', rows: 4 }],
    });
  });

  it('says nothing of the clock', async () => {
    await runWorld({}, { out });
    const first = readFileSync(join(out, 'manifest.json'), 'utf8');
    await new Promise((resume) => setTimeout(resume, 1_100));
    await runWorld({}, { out, replace: true });
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(first);
  });

  it('does not overwrite an earlier run unless told to', async () => {
    await runWorld({}, { out });
    expect(await runWorld({}, { out })).toMatchObject({ exit: 2, issues: [{ code: 'run.outIsRun' }] });
    expect((await runWorld({}, { out, replace: true })).exit).toBe(1);
    expect(around()).toEqual(['run']);
  });

  it('never replaces what is no run', async () => {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'thesis.txt'), 'mine');
    expect(await runWorld({}, { out, replace: true })).toMatchObject({
      exit: 2,
      issues: [{ code: 'run.outNotEmpty' }],
    });
    expect(readFileSync(join(out, 'thesis.txt'), 'utf8')).toBe('mine');
  });

  it('takes an empty folder', async () => {
    mkdirSync(out, { recursive: true });
    expect((await runWorld({}, { out })).exit).toBe(1);
    expect(readdirSync(out)).toContain('seal.json');
  });

  it('does not write through a link, or into a file', async () => {
    mkdirSync(join(out, '..', 'real'), { recursive: true });
    symlinkSync('real', out);
    expect(await runWorld({}, { out })).toMatchObject({ exit: 2, issues: [{ code: 'run.outNotFolder' }] });
    writeFileSync(join(root.path, 'file'), '');
    expect(await runWorld({}, { out: join(root.path, 'file', 'run') })).toMatchObject({
      exit: 7,
      issues: [{ code: 'run.cannotWrite' }],
    });
  });

  it('appears whole or not at all', async () => {
    await runWorld({}, { out });
    const before = readFileSync(join(out, 'manifest.json'), 'utf8');
    // A file where a folder is due: the second write fails half-way, as a full disk would.
    const bytes = new Uint8Array([1]);
    const files = [
      { path: 'a', bytes },
      { path: 'a/b', bytes },
    ];
    await expect(writeFolder(out, files)).rejects.toThrow();
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before);
    expect(around()).toEqual(['run']);
  });

  it('says what a run in memory says, byte for byte', async () => {
    const [written, held] = [await runWorld({}, { out }), await runWorld()];
    expect(written.run?.files.map(({ path }) => path)).toEqual(held.run?.files.map(({ path }) => path));
    for (const { path, bytes } of held.run?.files ?? [])
      expect(new Uint8Array(readFileSync(join(out, path))), path).toEqual(bytes);
    expect(written.run?.determinations).toEqual(held.run?.determinations);
  });

  it('never takes the place of what came to stand there meanwhile', async () => {
    let asked = 0;
    const interrupted = (): boolean => {
      asked += 1;
      if (asked === 2) writeFileSync(out, 'mine');
      return false;
    };
    const end = await runWorld({}, { out, interrupted });
    expect(end).toMatchObject({ exit: 2, issues: [{ code: 'run.outNotFolder' }] });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect(around()).toEqual(['run']);
  });

  it('is not there where the run is interrupted while students are determined', async () => {
    let asked = 0;
    const interrupted = (): boolean => {
      asked += 1;
      return asked > 1;
    };
    expect((await runWorld({}, { out, interrupted })).exit).toBe(130);
    expect(asked).toBeGreaterThan(1);
    expect(around()).toEqual([]);
  });

  it('is not written where the run was interrupted', async () => {
    const end = await runWorld({}, { out, interrupted: () => true });
    expect(end).toMatchObject({ exit: 130, issues: [{ code: 'run.interrupted' }] });
    expect(around()).toEqual([]);
  });
});

describe('opening a run folder', () => {
  it('gives its plan and determinations', async () => {
    const end = await runWorld({}, { out });
    const run = await openRun(out);
    expect(run.ok && run.value.determinations).toEqual(end.run?.determinations);
    expect(run.ok && run.value.plan.rules.digests).toEqual(end.run?.rules.digests);
  });

  it.each(['manifest.json', 'rules/rules.json', 'determinations.ndjson'])(
    'sees that %s was changed',
    async (path) => {
      await runWorld({}, { out });
      const file = join(out, path);
      writeFileSync(file, readFileSync(file, 'utf8').replace('2025', '2026'));
      const run = await openRun(out);
      expect(run).toMatchObject({ ok: false, issues: [{ code: 'run.damaged', values: { file: path } }] });
    },
  );

  it('sees what is no run', async () => {
    mkdirSync(out, { recursive: true });
    expect(await openRun(out, 'run')).toMatchObject({
      ok: false,
      issues: [{ code: 'run.notARun', values: { folder: 'run', file: 'manifest.json' } }],
    });
  });
});

it('keeps the folder to its owner', async () => {
  const { statSync } = await import('node:fs');
  await runWorld({}, { out });
  expect(statSync(out).mode & 0o077).toBe(0);
  expect(statSync(join(out, 'determinations.ndjson')).mode & 0o077).toBe(0);
  expect(readFileSync(join(out, 'determinations.ndjson'), 'utf8')).toContain(ANNE);
});
