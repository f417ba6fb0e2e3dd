import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { reportText } from '../../src/cli/check-report.js';
import { readRules } from '../../src/rules/index.js';
import { expectGolden } from '../golden.js';
import { bulouIn } from './bulou.js';

// What a rule officer sees, in both languages: of a file that holds, and of one with ten slips.

const HERE = 'test/check/terminal';
const EXITS = { good: 0, broken: 3 } as const;

describe.each(['good', 'broken'] as const)('bulou check of a %s file', (name) => {
  test.each(['zh', 'en'])('in %s', async (lang) => {
    const { exit, out, err } = await bulouIn(resolve('.'), 'check', `${HERE}/${name}.yaml`, '--lang', lang);
    expect(err).toBe('');
    expect(exit).toBe(EXITS[name]);
    expectGolden(resolve(HERE, `${name}.${lang}.txt`), out);
  });
});

const read = readRules(readFileSync(resolve(HERE, 'broken.yaml'), 'utf8'), { file: 'broken.yaml' });
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const rules = read.value;
const report = check(rules);

test('long lists collapse, and with everything asked for they do not', () => {
  // The same findings at twelve places more.
  const finding = report.properties.find(({ id }) => id === 'monotone income tier');
  if (finding === undefined) throw new Error('nothing is refuted');
  const more = Array.from({ length: 42 }, (_, i) => ({
    ...finding,
    id: `monotone f${i} tier`,
    place: { file: 'broken.yaml', line: 1_000 + i, column: 1 },
  }));
  const long = { ...report, properties: more };
  const short = reportText(long, rules, { lang: 'en' });
  expect(short.filter((line) => line.includes('what to do'))).toHaveLength(10);
  expect(short.filter((line) => /^ {4}error .*\[monotone f/.test(line))).toHaveLength(20);
  expect(short).toContain('    and 12 more (--all lists them)');
  const whole = reportText(long, rules, { lang: 'en', all: true });
  expect(whole.filter((line) => line.includes('what to do'))).toHaveLength(42);
});

test('what is read is said stage by stage, what all of them read only once', () => {
  const { reads } = report;
  const [all] = reads;
  const two = {
    ...report,
    reads: [
      { ...all, stage: 'primary' },
      { ...all, stage: 'senior', facts: [...(all?.facts ?? []), 'boarder'] },
    ],
  };
  const told = reportText(two as typeof report, rules, { lang: 'en' });
  expect(told.find((line) => line.includes('the outcome rests on'))).toMatch(
    /^ {2}the outcome rests on \(at every stage\): Health, /,
  );
  expect(told.slice(-2)).toEqual(['    primary school: nothing else', '    senior high school: also Boards']);
});

test('programmes without an amount are named as outside the proofs', () => {
  expect(report.coverage.outside).toContainEqual({ code: 'check.unstatedAmounts', values: { of: 'books' } });
  expect(reportText(report, rules, { lang: 'zh' }).join('\n')).toContain(
    '没有写金额的项目，不断言钱数：免费教科书',
  );
});

test('as JSON: one line a file, with the place of every finding', async () => {
  const { exit, out, err } = await bulouIn(
    resolve('.'),
    'check',
    `${HERE}/good.yaml`,
    `${HERE}/broken.yaml`,
    '--json',
  );
  expect({ exit, err }).toEqual({ exit: 3, err: '' });
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; report: typeof report });
  expect(lines.map(({ file }) => file)).toEqual([`${HERE}/broken.yaml`, `${HERE}/good.yaml`]);
  for (const { file, report: of } of lines)
    for (const { place } of of.properties)
      expect(place).toMatchObject({
        file,
        line: expect.any(Number),
        column: expect.any(Number),
        end: { line: expect.any(Number), column: expect.any(Number) },
      });
});

test('as JSON a file that is refused has its issues', async () => {
  const { exit, out } = await bulouIn(resolve('.'), 'check', 'test/rules/bad/tab.yaml', '--json');
  expect(exit).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ file: 'test/rules/bad/tab.yaml', issues: [{ severity: 'error' }] });
});

test.each([
  ['en', 'docs/check.md'],
  ['zh', 'docs/check.zh-CN.md'],
])('the guide shows what is printed (%s)', (lang, guide) => {
  const [, block = ''] = /```text\n([\s\S]*?)```/.exec(readFileSync(resolve(guide), 'utf8')) ?? [];
  const printed = readFileSync(resolve(HERE, `broken.${lang}.txt`), 'utf8').split('\n');
  const lines = block.split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
});
