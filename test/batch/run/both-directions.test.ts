import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunEnd } from '../../../src/batch/index.js';
import { filledCsv, textOf, WHO } from './form.js';
import { ANNE, BO, FILES, idOf, JOB, runWorld, scratch } from './world.js';

const folder = scratch();
afterAll(folder.remove);

const rowsOf = (end: RunEnd, path: string) =>
  parse(textOf(end, path), { bom: true, columns: true }) as unknown as Record<string, string>[];
const equation = (end: RunEnd, id: string) => end.run?.summary.equations.find((one) => one.id === id);

describe('students whom the school makes hard-up and no list has', () => {
  it('are named with why, and those on a list are not', async () => {
    const end = await runWorld({});
    // Anne's points reach the highest tier and no list has her; Chen is on one; Bo's points reach nothing.
    expect(rowsOf(end, 'unlisted.csv')).toMatchObject([
      { 姓名: '安安', 全国学籍号: `G${ANNE}`, 依据: '按分数达到困难等级', 建议档次: '特别困难' },
    ]);
    const listed = await runWorld({ 'civil.csv': `${FILES['civil.csv']}安安,${ANNE},低保\n` });
    expect(rowsOf(listed, 'unlisted.csv')).toEqual([]);
  });

  it('are named by a review too, where nothing was applied for', async () => {
    const end = await runWorld({
      'rules.yaml': (FILES['rules.yaml'] ?? '').replace(
        'origin: roster, worse: none }',
        'origin: peer_review, worse: none }',
      ),
    });
    expect(rowsOf(end, 'unlisted.csv').map((row) => [row.姓名, row.依据])).toContainEqual([
      '丁丁',
      '没有申请，但有评议或走访',
    ]);
  });
});

describe('notices for other counties', () => {
  const hukou = (FILES['roster.csv'] ?? '').replace(`${BO},1,990102`, `${BO},1,880521`);
  const away = idOf('20140101', 33);
  const lists = {
    'civil.csv': `${FILES['civil.csv']}远远,${away},低保\n方方,${idOf('20140102', 35)},低保\n`,
  };

  it('name every student whom only the lists of another county can name', async () => {
    const end = await runWorld({ 'roster.csv': hukou }, { out: join(folder.path, 'a') });
    expect(rowsOf(end, 'notices.csv')).toEqual([
      {
        区县: '880521',
        事由: '户籍在贵地的学生',
        姓名: '白白',
        证件号: BO,
        名单或学段: '小学',
        核对结果或学校: '第一小学',
      },
    ]);
    expect(equation(end, 'notices:students')).toMatchObject({ left: 1, right: 1, holds: true });
    expect(readdirSync(join(folder.path, 'a/views/notices'))).toEqual(['880521.xlsx']);
    const book = await readXlsx(readFileSync(join(folder.path, 'a/views/notices/880521.xlsx')));
    const text = JSON.stringify(book.sheets.map((sheet) => sheet.rows));
    expect(text).toContain(BO);
    // Nothing of money, of the family, or of anybody else.
    expect(text).not.toMatch(/90000|白母|安安|陈陈|2199000001/);
  });

  it('name every entry that a person sent elsewhere, by the county that the person named', async () => {
    const first = await runWorld(lists);
    const filled = filledCsv(first, (row) =>
      row.名单姓名 === '远远'
        ? { ...WHO, 结论: '不在本地就读', '去向（区县）': '湖西县' }
        : row.名单姓名 === '方方'
          ? { ...WHO, 结论: '不属本区域' }
          : null,
    );
    const out = join(folder.path, 'b');
    const end = await runWorld(
      { ...lists, 'filled.csv': filled },
      { out },
      JOB.replace('# roster', 'answers: [filled.csv]'),
    );
    expect(rowsOf(end, 'notices.csv').map((row) => [row.区县, row.姓名, row.核对结果或学校])).toEqual([
      ['', '方方', '不属本区域'],
      ['湖西县', '远远', '不在本地就读'],
    ]);
    expect(equation(end, 'notices:entries')).toMatchObject({ left: 2, right: 2, holds: true });
    expect(readdirSync(join(out, 'views/notices')).sort()).toEqual(['_unknown.xlsx', '湖西县.xlsx']);
  });
});
