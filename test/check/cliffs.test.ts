import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CheckReport, check } from '../../src/check/index.js';
import { reportText } from '../../src/cli/check-report.js';
import { readRules } from '../../src/rules/index.js';
import { bulouIn } from './bulou.js';

// One unit more, and the money jumps: which fact, from which value to which, of which programme, by how much.

const root = mkdtempSync(join(tmpdir(), 'bulou-cliff-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A grant of 3,000 up to 9,999, then of 1,000 up to 20,000; a lunch of 400 up to 20,000; a loan of 8,000 up to 50,000. */
const RULES = `format: 1
scheme: xx-cliff
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], step: 1, worse: lower, title: { zh: 家庭年收入, en: Household income } }
  ill: { type: flag, worse: if_true, title: { zh: 患病, en: Ill } }
score: { parts: { money: { of: income, below: { 10_000: 40 }, up_to: { 20_000: 20 }, otherwise: 0 } } }
tiers: [{ id: hard, from: 40 }, { id: general, from: 20 }]
programmes:
  grant: { title: { zh: 助学金, en: Grant }, instrument: grant, for: tier >= general, amount: { by: tier, options: { hard: 3_000, general: 1_000 }, otherwise: 0 }, per: year, payee: student }
  lunch: { title: { zh: 午餐补助, en: Lunch }, instrument: subsidy, for: income <= 20_000, amount: if ill then 400.50 else 400, per: year, payee: school }
  loan: { title: { zh: 助学贷款, en: Loan }, instrument: loan, for: income <= 50_000, amount: 8_000, per: year, payee: student }
`.replace(
  '{ of: income, below: { 10_000: 40 }, up_to: { 20_000: 20 }, otherwise: 0 }',
  '{ of: income, bands: [{ below: 10_000, is: 40 }, { up_to: 20_000, is: 20 }], otherwise: 0 }',
);

function cliffsAbove(above: string): CheckReport['cliffs'] {
  const read = readRules(RULES);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return check(read.value, { cliff: above }).cliffs;
}

const told = (cliffs: CheckReport['cliffs']) =>
  cliffs.map(
    ({ of, fact, from, to, before, after }) => `${of}: ${fact} ${from} → ${to}: ${before} → ${after}`,
  );

test('each programme by itself, together what can be had together, loans apart, the greatest first', () => {
  expect(told(cliffsAbove('300'))).toEqual([
    'programme loan: income 50000 → 50001: 800000 → 0',
    'programme grant: income 9999 → 10000: 300000 → 100000',
    'money CNY/year: income 9999 → 10000: 340000 → 140000',
    // For the one who is ill it is half a yuan more.
    'money CNY/year: income 20000 → 20001: 140050 → 0',
    'programme grant: income 20000 → 20001: 100000 → 0',
    'programme lunch: income 20000 → 20001: 40050 → 0',
  ]);
});

test('only what is more than was asked for', () => {
  expect(told(cliffsAbove('2_000'.replace('_', '')))).toEqual([
    'programme loan: income 50000 → 50001: 800000 → 0',
  ]);
  expect(told(cliffsAbove('1999.99'))).toHaveLength(3);
  expect(told(cliffsAbove('8000'))).toEqual([]);
});

test('every one is shown by two students who differ in that fact alone', () => {
  for (const { from, to, witness } of cliffsAbove('300')) {
    const [before, after] = witness.students;
    expect([before?.facts?.income, after?.facts?.income]).toEqual([from, to]);
    expect({ ...before?.facts, income: '' }).toEqual({ ...after?.facts, income: '' });
  }
});

test('in the terminal, in both languages', async () => {
  writeFileSync(join(root, 'rules.yaml'), RULES);
  const lines = async (lang: string, above: string) => {
    const { out } = await bulouIn(root, 'check', 'rules.yaml', '--cliff', above, '--lang', lang);
    const all = out.split('\n');
    const from = all.findIndex((line) => /台阶|cliffs/.test(line));
    return all.slice(from, all.indexOf('', from));
  };
  expect(await lines('zh', '300')).toEqual([
    '  台阶（多一个单位，钱的变动超过 300；从大到小，--all 全部列出）：',
    '     -8,000 元  助学贷款            家庭年收入  50,000 元/年 → 50,001 元/年  8,000 元 → 0 元',
    '     -2,000 元  助学金              家庭年收入  9,999 元/年 → 10,000 元/年   3,000 元 → 1,000 元  另有 1 处',
    '     -2,000 元  每学年资助金额合计  家庭年收入  9,999 元/年 → 10,000 元/年   3,400 元 → 1,400 元  另有 1 处',
    '    -400.50 元  午餐补助            家庭年收入  20,000 元/年 → 20,001 元/年  400.50 元 → 0 元',
  ]);
  expect((await lines('en', '300')).slice(0, 2)).toEqual([
    '  cliffs (one unit more moves the money by more than 300; the greatest first; --all lists all of them):',
    '     -8,000 yuan  Loan                             Household income  50,000 yuan a year → 50,001 yuan a year  8,000 yuan → 0 yuan',
  ]);
  expect(await lines('en', '9000')).toEqual([
    '  cliffs (one unit more moves the money by more than 9000; the greatest first): none',
  ]);
});

test('as JSON', async () => {
  writeFileSync(join(root, 'rules.yaml'), RULES);
  const { out } = await bulouIn(root, 'check', 'rules.yaml', '--cliff', '2000', '--json');
  const { report } = JSON.parse(out) as { report: CheckReport };
  expect(report.cliffs).toMatchObject([
    {
      of: 'programme loan',
      fact: 'income',
      from: '50000',
      to: '50001',
      currency: 'CNY',
      before: '800000',
      after: '0',
    },
  ]);
});

test('what was not gone through to the end is said', () => {
  const read = readRules(RULES);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { coverage } = check(read.value, { cliff: '300', steps: 0 });
  expect(
    coverage.outside.filter(({ code }) => code === 'check.cliffsOpen').map(({ values }) => values.of),
  ).toEqual(['programme grant', 'programme loan', 'programme lunch', 'money CNY/year']);
});

test('of very many the greatest are shown, and of what was not gone through the facts are named', () => {
  const read = readRules(RULES);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const report = check(read.value, { cliff: '300', steps: 0 });
  const [cliff] = cliffsAbove('300');
  if (cliff === undefined) throw new Error('there is no cliff');
  const many = Array.from({ length: 30 }, (_, i) => ({ ...cliff, of: `programme p${i}` }));
  const told = (all: boolean) =>
    reportText({ ...report, cliffs: many }, read.value, { lang: 'en', cliff: '300', all });
  expect(told(false).filter((line) => line.includes('-8,000 yuan'))).toHaveLength(20);
  expect(told(false)).toContain('    and 10 rows more');
  expect(told(false)).toContain('    too many cases: there may be more cliffs of Household income');
  expect(told(true).filter((line) => line.includes('-8,000 yuan'))).toHaveLength(30);
  expect(told(true)).toContain(
    '    there may be more cliffs: too many cases of "Household income" for "Lunch"',
  );
});
