import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../src/cli/program.js';

const root = mkdtempSync(join(tmpdir(), 'bulou-mutate-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const RULES = `
format: 1
scheme: xx-command
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower }
figures:
  poor: income <= 6_000
outputs: [poor]
`;
const CASES = `
format: 1
scheme: xx-command
edition: 2025
period: 2025-autumn
as_of: 2025-10-01
cases:
  - { id: poor, facts: { income: 6_000 }, expect: { poor: true } }
`;
const BETTER = `${CASES}  - { id: not_poor, facts: { income: 6_000.01 }, expect: { poor: false } }
  - { id: beyond, facts: { income: 6_001 }, expect: { poor: false } }
`;

beforeAll(() => {
  for (const [scheme, cases] of [
    ['weak', CASES],
    ['strong', BETTER],
  ] as const) {
    mkdirSync(join(root, scheme, 'cases'), { recursive: true });
    writeFileSync(join(root, scheme, '2025.yaml'), RULES);
    writeFileSync(join(root, scheme, 'cases', 'all.yaml'), cases);
  }
});

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
    cwd: root,
  });
  return { exit, out, err };
}

test('what no case notices is listed with its place, and the exit code says that there is something to do', async () => {
  const { exit, out, err } = await bulou('mutate', 'weak', '--lang', 'en');
  expect({ exit, err }).toEqual({ exit: 1, err: '' });
  expect(out.split('\n')).toEqual([
    'weak/2025.yaml:13:9: moved by one: figures.poor: income <= 6_000 → income <= 6001',
    '                 cases  mutants  by cases  by check  unnoticed  explained  same meaning  no rule file  noticed',
    'xx-command 2025      1        3         2         0          1          0             0             0   66.6 %',
    '',
  ]);
});

test('where every mistake is noticed the exit is clean', async () => {
  const { exit, out } = await bulou('mutate', 'strong');
  expect(exit).toBe(0);
  expect(out).toContain('查出率');
  expect(out).toContain('100.0 %');
});

test('what a case file explains is told with its reason, and is nothing to do; a reason that is no longer true is', async () => {
  const explained = (to: string, cases = CASES): string => `${cases}unnoticed:
  - { at: figures.poor, to: ${to}, because: { zh: 没有人收入是 6001, en: Nobody has 6001 } }
`;
  mkdirSync(join(root, 'explained', 'cases'), { recursive: true });
  writeFileSync(join(root, 'explained', '2025.yaml'), RULES);
  writeFileSync(join(root, 'explained', 'cases', 'all.yaml'), explained('income <= 6001'));
  const good = await bulou('mutate', 'explained', '--lang', 'en');
  expect({ exit: good.exit, err: good.err }).toEqual({ exit: 0, err: '' });
  expect(good.out.split('\n').slice(0, 2)).toEqual([
    'explained/2025.yaml:13:9: moved by one: figures.poor: income <= 6_000 → income <= 6001',
    '  explained: Nobody has 6001',
  ]);
  expect(good.out).toContain('66.6 %');
  expect((await bulou('mutate', 'explained')).out).toContain('\n  查不出，有说明：没有人收入是 6001\n');

  // Noticed already; no such change; noticed since there is a case for it.
  for (const [to, cases] of [
    ['income <= 5999', CASES],
    ['income <= 7000', CASES],
    ['income <= 6001', BETTER],
  ] as const) {
    writeFileSync(join(root, 'explained', 'cases', 'all.yaml'), explained(to, cases));
    const stale = await bulou('mutate', 'explained', '--lang', 'en');
    expect(stale.exit).toBe(1);
    expect(stale.err).toContain(`all.yaml:${cases.split('\n').length + 1}:11`);
    expect(stale.err).toContain(`"figures.poor → ${to}"`);
  }
});

test('with --summary only the table; a file that is refused ends in exit 3', async () => {
  const { out } = await bulou('mutate', 'weak', 'strong', '--summary', '--lang', 'en');
  expect(out.split('\n').map((line) => line.slice(0, 15).trim())).toEqual([
    '',
    'xx-command 2025',
    'xx-command 2025',
    'all',
    '',
  ]);
  writeFileSync(join(root, 'strong', '2025.yaml'), RULES.replace('income <=', 'incom <='));
  expect((await bulou('mutate', 'strong')).exit).toBe(3);
  expect((await bulou('mutate', 'nowhere')).exit).toBe(3);
});
