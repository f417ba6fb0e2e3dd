import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectFile, jobFragment, renderInspection } from '../../../src/batch/inspect/index.js';
import { inspectText, lines } from './seeing.js';

const ID = '990102200001010010';
const TEXT = lines('名单,,', '姓名,身份证号,状态', ...Array(3).fill(`甲某某,'${ID},在册`), '合计,3,');

test('in Chinese', async () => {
  expect(renderInspection(await inspectText(TEXT), 'zh')).toBe(
    [
      'list.csv (csv, utf-8)',
      '[] 6 × 3 · 看来是 部门名单'.slice(3),
      '  表头在第 2 行 · 数据 3 行，自第 3 行起',
      '  不是人的行: 标题 1 · 合计 6',
      '  A   姓名 · 姓名',
      '  B   身份证号 · 身份证件号',
      '      18 位 3，校验通过 3，前有撇号 3',
      '  C   状态 · 选项',
      '      在册 3',
      '',
    ].join('\n'),
  );
});

test('in English, with a refusal in words', async () => {
  expect(renderInspection(await inspectText(TEXT), 'en')).toContain(
    '6 × 3 · seems to be department list\n  header in row 2 · 3 rows of data from row 3\n',
  );
  expect(renderInspection(await inspectText(lines('姓名,备注', '"甲,x')), 'en')).toBe(
    'list.csv\n! 2: read.quoteUnclosed: A quote opened here is never closed; the rows after it cannot be told apart.\n',
  );
});

test('a limit is named in words', async () => {
  expect(renderInspection(await inspectText(','.repeat(10_000)), 'zh')).toContain(
    '超出读取上限（列数：最多 10000）',
  );
});

const CITY = join(import.meta.dirname, '../../../fixtures/city');

test('the city’s lists are shown without a name and without a number of anyone', async () => {
  const people = readFileSync(join(CITY, 'roster-higher.csv'), 'utf8').split('\n').slice(1);
  const names = new Set(
    people
      .flatMap((line) => [5, 17, 20].map((i) => line.split(',')[i] ?? ''))
      .filter((name) => name.length > 2),
  );
  expect(names.size).toBeGreaterThan(100);
  for (const file of [
    'roster-higher.csv',
    'lists/脱贫户名单.xlsx',
    'lists/低保边缘家庭.xlsx',
    'survey.xlsx',
  ]) {
    const inspection = await inspectFile(file, readFileSync(join(CITY, file)));
    const all =
      JSON.stringify(inspection) +
      renderInspection(inspection, 'zh') +
      renderInspection(inspection, 'en') +
      jobFragment(inspection);
    expect(all).not.toMatch(/[0-9]{12}/);
    for (const name of names) expect(all.includes(name)).toBe(false);
  }
});

test('never throws, and never shows what stands in a cell with digits', async () => {
  const cell = fc.oneof(
    fc.constantFrom('姓名', '身份证号', '合计', '是', '', '学校名称', `'${ID}`, ID, '1,200', '一年级'),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
      async (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const inspection = await inspectText(text);
        const shown =
          renderInspection(inspection, 'zh') + renderInspection(inspection, 'en') + jobFragment(inspection);
        expect(shown).not.toContain(ID);
      },
    ),
    { numRuns: 300 },
  );
});
