import { describe, expect, it } from 'vitest';
import { inspectFile, jobFragment, OPEN, renderInspection } from '../../../src/batch/inspect/index.js';
import { readJob } from '../../../src/batch/job/index.js';
import { idOf } from '../run/world.js';
import { asXlsx, type Drawn } from '../source/shapes.js';

const id = (n: number): string => idOf('20140304', n);
const HEAD = `format: 1\nrules: r.yaml\nperiod: 2025-autumn\nas_of: 2025-10-10\nknown_at: 2025-10-15\nroster: [{ file: r.csv, columns: { school: 学校, name: 姓名 } }]\n`;

/** What is said of a drawn sheet, and the source that its fragment makes. */
async function seen(sheet: Drawn, file = 'list.xlsx') {
  const inspection = await inspectFile(file, asXlsx([sheet]));
  const fragment = jobFragment(inspection).replaceAll(OPEN.date, '2025-09-10');
  const job = readJob(HEAD + fragment, { file: 'job.yaml' });
  expect(job.ok ? [] : job.issues).toEqual([]);
  if (!job.ok) throw new Error('refused');
  const said = renderInspection(inspection, 'zh') + renderInspection(inspection, 'en');
  for (const person of ['王一', '王小', '李二', id(1)]) expect(said + fragment).not.toContain(person);
  const { lists = {}, comparisons = {}, facts = [] } = job.value.document;
  return { said, list: lists[OPEN.list]?.[0], comparison: comparisons[OPEN.list]?.[0], facts: facts[0] };
}
const header = (name: string) => ({ header: name });

describe('a fragment of a job', () => {
  it('for people under a heading of their own beside a merged head reads them, below a note with the date', async () => {
    const { list, said } = await seen({
      rows: [
        ['低保花名册'],
        ['填报单位：民政局', '', '', '填报日期：2025年9月30日', '', ''],
        ['序号', '户主', '', '家庭成员', '', ''],
        ['', '姓名', '身份证号', '姓名', '身份证号', '与户主关系'],
        ['1', '王一', id(1), '王小', id(3), '之子'],
        ['', '', '', '王大', id(5), '之女'],
        ['2', '李二', id(7), '李小', id(9), '之子'],
        ['城关镇小计', '', '', '3 人', '', ''],
        ['以下空白', '', '', '', '', ''],
      ],
      merged: ['A1:F1', 'A2:C2', 'D2:F2', 'A3:A4', 'B3:C3', 'D3:F3', 'A5:A6', 'B5:B6', 'C5:C6'],
    });
    expect(list).toMatchObject({
      header: [3, 4],
      columns: {
        name: header('家庭成员/姓名'),
        id: header('家庭成员/身份证号'),
        relation: header('家庭成员/与户主关系'),
      },
      exclude: ['户主/姓名', '户主/身份证号'],
      skip: { starts_with: ['城关镇小计', '以下空白'] },
    });
    expect(said).toContain('2025-09-30');
  });

  it('for households in grouped columns names them through both header rows', async () => {
    const { list, said } = await seen({
      rows: [
        ['低保备案表'],
        ['户主', '', '家庭成员1', '', '家庭成员2', ''],
        ['姓名', '身份证号', '姓名', '身份证号', '姓名', '身份证号'],
        ['王一', id(1), '王小', id(3), '王大', id(5)],
        ['李二', id(7), '李小', id(9), '', ''],
      ],
      merged: ['A1:F1', 'A2:B2', 'C2:D2', 'E2:F2'],
    });
    expect(list).toMatchObject({
      header: [2, 3],
      holder: { name: header('户主/姓名'), id: header('户主/身份证号') },
      members: [
        { name: header('家庭成员1/姓名'), id: header('家庭成员1/身份证号') },
        { name: header('家庭成员2/姓名'), id: header('家庭成员2/身份证号') },
      ],
    });
    expect(said).toContain('列名由几行表头用“/”连成');
  });

  it('for one person a row with the head of the household beside takes the person', async () => {
    const { list, said } = await seen({
      rows: [
        ['户主姓名', '户主身份证号', '姓名', '证件号码', '与户主关系'],
        ['王一', id(1), '王一', id(1), '户主'],
        ['', '', '王小', id(3), '长子'],
        ['李二', id(7), '李二', id(7), '户主'],
      ],
      merged: ['A2:A3', 'B2:B3'],
    });
    expect(list).toMatchObject({
      columns: { name: header('姓名'), id: header('证件号码'), relation: header('与户主关系') },
      exclude: ['户主姓名', '户主身份证号'],
    });
    expect(list).not.toHaveProperty('holder');
    expect(said).toContain('户主在 A B 列逐行重复');
  });

  it.each([
    ['；', '；'],
    ['\n', 'line'],
  ])('for people with their numbers in one cell finds the sign %j between them', async (sign, separator) => {
    const { list } = await seen({
      rows: [
        ['户主姓名', '户主身份证号', '家庭成员'],
        ['王一', id(1), [`王小(${id(3)})`, `王大(${id(5)})`].join(sign)],
        ['李二', id(7), `李小(${id(9)})`],
      ],
    });
    expect(list).toMatchObject({
      holder: { name: header('户主姓名'), id: header('户主身份证号') },
      packed: { people: header('家庭成员'), separator: [separator === 'line' ? '\n' : separator] },
    });
  });

  it('for a comparison result maps its categories, still to be named', async () => {
    const rows = ['低保', '低保', '低保', '孤儿', '孤儿', '孤儿'].map((kind, i) => [
      `G${id(i)}`,
      `王${i}`,
      kind,
    ]);
    const { comparison, list, said } = await seen(
      { rows: [['2025年秋季学期比对结果'], ['全国学籍号', '姓名', '困难类型'], ...rows], merged: ['A1:C1'] },
      'result.xlsx',
    );
    expect(comparison).toMatchObject({
      header: [2],
      system: OPEN.system,
      columns: {
        student_number: header('全国学籍号'),
        name: header('姓名'),
        category: { header: '困难类型', values: { 低保: '低保', 孤儿: '孤儿' } },
      },
    });
    expect(list).toBeUndefined();
    expect(said).toContain('comparison result');
  });

  it('for dates that may end a row names them, and decides nothing', async () => {
    const people = [1, 3, 5].map((n) => ['王一', id(n), '2024-01-01', '2025-12-31']);
    const inspection = await inspectFile(
      'l.xlsx',
      asXlsx([{ rows: [['姓名', '身份证号', '纳入时间', '停发日期'], ...people] }]),
    );
    const fragment = jobFragment(inspection);
    expect(fragment).toContain('纳入时间、停发日期');
    expect(fragment).not.toMatch(/^ +valid:/m);
  });

  it('for an amount in 万元 says by what it is multiplied', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => [`G${id(i)}`, `${i}.5`]);
    const { facts } = await seen({ rows: [['全国学籍号', '家庭年收入(万元)'], ...rows] });
    expect(Object.values(facts?.facts ?? {})).toEqual([{ header: '家庭年收入(万元)', times: 10_000 }]);
  });
});
