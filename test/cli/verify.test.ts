import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.js';
import { CY, FILES, JOB, scratch } from '../batch/run/world.js';
import { resealed, type Texts } from '../verify/folder.js';

const root = scratch();
afterAll(root.remove);

async function bulou(...args: string[]) {
  let [out, err] = ['', ''];
  const exit = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTty: false,
    errIsTty: false,
    cwd: root.path,
  });
  return { exit, out, err };
}

const at = (path: string): string => join(root.path, path);

beforeAll(() => {
  mkdirSync(at('city'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(at(`city/${name}`), text);
  writeFileSync(at('city/job.yaml'), JOB);
});
beforeEach(async () => {
  rmSync(at('run'), { recursive: true, force: true });
  expect((await bulou('run', 'city/job.yaml', '--out', 'run')).exit).toBe(1);
});

it('verify: all of it holds', async () => {
  const en = await bulou('verify', 'run', '--lang', 'en');
  expect(en).toMatchObject({ exit: 0, err: '' });
  expect(en.out.split('\n').filter((line) => line.startsWith('holds'))).toHaveLength(12);
  expect(en.out).toContain('a second matcher comes to the same matches');
  const zh = await bulou('verify', 'run');
  expect(zh.exit).toBe(0);
  expect(zh.out).toContain('全部成立。');
});

it('verify: 3 for what is no run, 4 for other bytes, also of what stands beside', async () => {
  expect(await bulou('verify', 'city')).toMatchObject({ exit: 3, out: '' });
  appendFileSync(at('run/ledger/civil.ndjson'), '\n');
  const changed = await bulou('verify', 'run', '--lang', 'en');
  expect(changed.exit).toBe(4);
  expect(changed.out).toContain('ledger/civil.ndjson: verify.digest');
});

it('verify: 5 where manifest and seal fit and the second matcher disagrees, naming a place and nobody', async () => {
  const path = at('run/ledger/civil.ndjson');
  const text = readFileSync(path, 'utf8');
  const lost = text.replace(`"state":"matched","student":"G${CY}"`, '"state":"review"');
  expect(lost).not.toBe(text);
  writeFileSync(path, lost);
  const { files } = JSON.parse(readFileSync(at('run/manifest.json'), 'utf8')) as {
    files: { path: string }[];
  };
  const texts: Texts = Object.fromEntries(
    [...files.map((file) => file.path), 'manifest.json', 'engine.json', 'seal.json'].map((file) => [
      file,
      /json$/.test(file) ? readFileSync(at(`run/${file}`), 'utf8') : readFileSync(at(`run/${file}`)),
    ]),
  );
  for (const [file, content] of Object.entries(resealed(texts))) writeFileSync(at(`run/${file}`), content);
  const { exit, out } = await bulou('verify', 'run', '--lang', 'en');
  expect(exit).toBe(5);
  expect(out).toContain('civil.csv, row 2: verify.missed');
  expect(out).not.toContain(CY);
  expect(out).not.toContain('陈陈');
});

it('run --sentinels runs in shadow first, says so beside the summary, and writes the same run', async () => {
  const plain = await bulou('run', 'city/job.yaml', '--out', 'again', '--lang', 'en');
  const watched = await bulou('run', 'city/job.yaml', '--out', 'watched', '--sentinels', '--lang', 'en');
  expect(watched.exit).toBe(plain.exit);
  expect(watched.err).toMatch(/Shadow run: \d+ sentinels, and every one arrived/);
  expect(watched.out.replaceAll('watched', 'again')).toBe(plain.out);
  expect(readFileSync(at('watched/manifest.json'))).toEqual(readFileSync(at('again/manifest.json')));
});
