import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.js';
import { CORRECTED, FILES, FIRST, SECOND } from '../rules/editions/scheme.js';

// Editions of one scheme on the command line: each is read with what it amends and the tables beside it.

const top = mkdtempSync(join(tmpdir(), 'bulou-editions-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

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
    cwd: top,
  });
  return { exit, out, err, lines: out.trimEnd().split('\n') };
}

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(top, folder, name, '..'), { recursive: true });
    writeFileSync(join(top, folder, name), text);
  }
};

beforeAll(() => {
  write('sample', Object.fromEntries(FILES.map(({ file, text }) => [file, text])));
});

describe('bulou compare', () => {
  it('says what changed, where, and by which source, the weightiest first', async () => {
    const { exit, lines, err } = await bulou(
      'compare',
      'sample/2023.yaml',
      'sample/2025.yaml',
      '--lang',
      'en',
    );
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(lines).toEqual([
      'sample/2023.yaml (xx-sample 2023) → sample/2025.yaml (xx-sample 2025)',
      '',
      'Tiers',
      '  tiers.general.from: 20 → 18 [一般困难]',
      '  tiers.light: added { from: 10 } [轻度困难]',
      '',
      'Floors and vetoes',
      '  categories.poor: added { when: income < 3000, floor: general }',
      '  categories.dibao: removed { list: civil, floor: hard } (source 办法 → none)',
      '',
      'Programmes and amounts',
      '  programmes.meal: added { instrument: subsidy, for: tier >= light, amount: 400, payee: school, per: year }',
      '',
      'Score',
      '  figures.head: income / members → if health = grave then income / (members * 2) else income / members',
      '  score.family.money.up_to.6000: 40 → 42',
      '  score.health: { of: health, options: { good: 0, grave: 30, ill: 15 } } → { cases: [{ when: health = grave, is: 35 }, { when: health = ill, is: 12 }], take: best }',
      '',
      'Header',
      '  edition: 2023 → 2025',
      '  effective.from: 2023-09-01 → 2025-09-01',
      '  published: 2023-08-01 → 2025-08-01',
      '',
      'Titles and sources (no change of meaning)',
      '  title: 样例 → 样例三',
      '  sources.notice: added 通知',
      '',
      'They do not mean the same (document and meaning digests differ)',
    ]);
  });

  it('says it in Chinese', async () => {
    const { exit, lines } = await bulou('compare', 'sample/2024.yaml', 'sample/2024-b.yaml');
    expect(exit).toBe(1);
    expect(lines).toContain('档次');
    expect(lines).toContain('  tiers.general.from: 18 → 19 [一般困难]');
    expect(lines.at(-1)).toBe('含义不同（文件摘要和含义摘要都不同）');
  });

  it('exits 0 where nothing but words differ, and where nothing does', async () => {
    write('words', {
      'a.yaml': FIRST,
      'b.yaml': FIRST.replace('title: 困难,', 'title: { zh: 困难, en: Hard },').replace('办法', '新办法'),
    });
    const words = await bulou('compare', 'words/a.yaml', 'words/b.yaml', '--lang', 'en');
    expect(words.exit).toBe(0);
    expect(words.lines).toContain('  tiers.hard.title: 困难 → 困难 / Hard [Hard]');
    expect(words.lines.at(-1)).toContain('same meaning digest');
    const same = await bulou('compare', 'sample/2024.yaml', 'sample/2024.yaml');
    expect(same).toMatchObject({ exit: 0, err: '' });
    expect(same.lines).toHaveLength(2);
    expect(same.lines[1]).toContain('完全相同');
  });

  it('shortens long formulas to where they differ', async () => {
    const long = (value: number): string =>
      `if health = grave and rural and members > 3 and income < 20_000 then income / (members + ${value}) else income / (members + 1)`;
    const figures = (value: number): string =>
      FIRST.replace('head: income / members', `head: ${long(value)}`);
    write('long', { 'a.yaml': figures(2), 'b.yaml': figures(3) });
    const { lines } = await bulou('compare', 'long/a.yaml', 'long/b.yaml');
    expect(lines).toContain('  figures.head: … (members + 2) else income … → … (members + 3) else income …');
  });

  it('asks for one edition on either side, that can be read', async () => {
    expect(await bulou('compare', 'sample', 'sample/2023.yaml')).toMatchObject({ exit: 2, out: '' });
    expect(await bulou('compare', 'sample/2023.yaml', 'none.yaml')).toMatchObject({ exit: 3, out: '' });
    write('alone', { '2024.yaml': SECOND });
    const { exit, err } = await bulou('compare', 'sample/2023.yaml', 'alone/2024.yaml');
    expect(exit).toBe(3);
    expect(err).toContain('alone/2024.yaml:8:9: rules.amendsMissing');
  });
});

describe('bulou check on editions', () => {
  it('reads a folder as a library', async () => {
    const { exit, out, err } = await bulou('check', 'sample', '--lang', 'en');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    for (const edition of ['2023', '2024', '2024-b', '2025']) expect(out).toContain(`xx-sample ${edition} (`);
    expect(out).toContain('in force from 2025-09-01, published on 2025-08-01');
    expect(out).toContain(
      'facts 4, figures 1, parts 4, tables 0, categories 1, tiers 4, programmes 2, cases 0',
    );
    expect(out).toMatch(/document sha256:[0-9a-f]{12}, meaning sha256:[0-9a-f]{12}\n/);
  });

  it('reads one amending file with what it amends', async () => {
    const { exit, out } = await bulou('check', 'sample/2024-b.yaml', '--expanded');
    expect(exit).toBe(0);
    expect(JSON.parse(out).tiers.at(-1)).toMatchObject({ id: 'general', from: '19' });
  });

  it('says what is wrong between the editions of a folder', async () => {
    write('twice', {
      '2023.yaml': FIRST,
      '2024.yaml': SECOND,
      '2024-b.yaml': CORRECTED.replace('2024-10-01', '2024-08-01'),
    });
    const { exit, out } = await bulou('check', 'twice');
    expect(exit).toBe(3);
    expect(out).toContain('library.equalDates');
    // Asked for by name, the files are looked at one by one.
    expect((await bulou('check', 'twice/2024.yaml')).exit).toBe(0);
  });

  it('points into the file that is to blame', async () => {
    write('blame', { '2023.yaml': FIRST.replace('floor: hard', 'floor: herd'), '2024.yaml': SECOND });
    const { exit, out } = await bulou('check', 'blame/2024.yaml');
    expect(exit).toBe(3);
    expect(out).toMatch(/^blame\/2023\.yaml:\d+:\d+: rules\.unknownOption/);
    // And says it once, however many editions rest on it.
    expect((await bulou('check', 'blame')).out.match(/rules\.unknownOption/g)).toHaveLength(1);
  });

  it('serves the tables beside an edition', async () => {
    const table = `tables:
  line: { unit: CNY/year, keys: [{ county: code }], rows: { file: line.csv }, otherwise: 0 }
`;
    write('table', {
      '2023.yaml': FIRST.replace('figures:', `${table}figures:`),
      'line.csv': 'county,value\n4401,30000\n4402,20000\n',
    });
    const { exit, out } = await bulou('check', 'table', '--expanded');
    expect(exit).toBe(0);
    expect(out).toContain('"4402"');
    rmSync(join(top, 'table/line.csv'));
    expect((await bulou('check', 'table')).out).toContain('rules.fileMissing');
  });
});

describe('bulou test on editions', () => {
  const cases = (edition: string, asOf: string, tier: string): string => `format: 1
scheme: xx-sample
edition: ${edition}
period: 2025-autumn
as_of: ${asOf}
cases:
  - { id: just, facts: { income: 60_000, members: 4, health: good, rural: false }, expect: { score: 20, tier: ${tier} } }
`;

  it('runs the cases of each edition, and adds up', async () => {
    write('tested', {
      '2023.yaml': FIRST,
      '2024.yaml': SECOND,
      'cases/a.yaml': cases('2023', '2023-10-01', 'general'),
      'cases/b.yaml': cases('2024', '2024-10-01', 'general'),
    });
    const { exit, out } = await bulou('test', 'tested', '--lang', 'en');
    expect(exit).toBe(0);
    expect(out).toContain('xx-sample 2023 (illustrative, draft): cases passed: 1, failed: 0');
    expect(out).toContain('xx-sample 2024 (illustrative, draft): cases passed: 1, failed: 0');
    expect(out).toContain('2 editions in all: cases passed: 2, failed: 0');
    expect(out).not.toContain(' ms');
  });

  it('says how long each file took, if asked', async () => {
    const { out } = await bulou('test', 'tested', '--time', '--lang', 'en');
    expect(out).toMatch(/tested\/2023\.yaml: load and link \d+\.\d ms, compile \d+\.\d ms/);
    expect(out).toMatch(/tested\/2024\.yaml: load and link/);
  });

  it('says once that a case file cannot be read', async () => {
    write('unread', { '2023.yaml': FIRST, '2024.yaml': SECOND, 'cases/a.yaml': 'format: 1\n' });
    const { exit, out } = await bulou('test', 'unread', '--lang', 'en');
    expect(exit).toBe(3);
    expect(out.match(/unread\/cases\/a\.yaml:.*"scheme"/g)).toHaveLength(1);
  });
});
