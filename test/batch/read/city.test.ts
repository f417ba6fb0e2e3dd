import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { table } from './reading.js';

const CITY = join(import.meta.dirname, '../../../fixtures/city');

/** File, format, encoding, and for each sheet the physical row of its column names and one of them. */
const FILES = [
  ['roster-basic.csv', 'csv', 'gb18030', [['', 1, '全国学籍号']]],
  [
    'roster-senior.xlsx',
    'xlsx',
    undefined,
    [
      ['学籍信息', 3, '全国学籍号'],
      ['说明', 1, '说明'],
    ],
  ],
  ['roster-preschool.xls', 'tsv', 'gb18030', [['', 1, '全国学籍号']]],
  ['roster-higher.csv', 'csv', 'utf-8', [['', 1, '全国学籍号']]],
  ['aided-before.csv', 'csv', 'utf-8', [['', 1, '全国学籍号']]],
  [
    'survey.xlsx',
    'xlsx',
    undefined,
    [
      ['填表说明', 1, '填表说明'],
      ['调查表', 2, '家庭人口数'],
    ],
  ],
  ['lists/脱贫户名单.xlsx', 'xlsx', undefined, [['脱贫人口', 3, '证件号码']]],
  ['lists/防返贫监测对象.csv', 'csv', 'gb18030', [['', 1, '证件号码']]],
  [
    'lists/农村低保备案表.xls',
    'xls',
    undefined,
    [
      ['封面', 2, '望湖市民政局'],
      ['农村低保', 3, '成员8身份证号'],
    ],
  ],
  [
    'lists/城镇低保备案表.xls',
    'xls',
    undefined,
    [
      ['封面', 2, '望湖市民政局'],
      ['城镇低保', 3, '成员5身份证号'],
    ],
  ],
  ['lists/特困供养人员.xlsx', 'xlsx', undefined, [['特困供养', 3, '照料人姓名']]],
  [
    'lists/孤儿和事实无人抚养儿童.xls',
    'xls',
    undefined,
    [
      ['孤儿', 3, '监护人姓名'],
      ['事实无人抚养儿童', 3, '监护人姓名'],
    ],
  ],
  ['lists/持证残疾人.xls', 'tsv', 'gb18030', [['', 1, '残疾证号']]],
  ['lists/重点困境儿童.csv', 'csv', 'utf-8', [['', 1, '身份证号']]],
] as const;

test.each(FILES)(
  '%s is read as what it is, with its rows at their places',
  async (path, format, encoding, sheets) => {
    const file = await table(readFileSync(join(CITY, path)), {}, path);
    expect([file.format, file.encoding]).toEqual([format, encoding]);
    expect(file.sheets.map(({ name }) => name)).toEqual(sheets.map(([name]) => name));
    sheets.forEach(([, row, header], i) => {
      const { rows } = file.sheets[i]!;
      expect(rows.every((one, at) => one.row === at + 1)).toBe(true);
      expect(rows[row - 1]!.cells.map(({ text }) => text)).toContain(header);
    });
  },
);
