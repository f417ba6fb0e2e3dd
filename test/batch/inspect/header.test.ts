import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { inspectFile } from '../../../src/batch/inspect/index.js';
import { lines, sheetOf } from './seeing.js';

const ROW = '990102200001010010';

test('the header is found below titles, and data begins below it', async () => {
  const sheet = await sheetOf(
    lines('花名册,,', '填报单位：某局,,2025-09-10', '姓名,身份证号,备注', `甲某,${ROW},`, `乙某,${ROW},`),
  );
  expect([sheet.header, sheet.firstRow, sheet.dataRows, sheet.dated]).toEqual([[3], 4, 2, '2025-09-10']);
  expect(sheet.columns.map(({ letter, header }) => letter + header)).toEqual(['A姓名', 'B身份证号', 'C备注']);
});

test('group rows above the names belong to the header', async () => {
  const rows = [
    ['登记表', null, null, null],
    ['基本信息', null, '监护人', null],
    ['姓名', '身份证号', '监护人姓名', '监护人身份证号'],
    ['甲某', ROW, '乙某', ROW],
  ];
  const merges = [
    { startRow: 0, endRow: 0, startCol: 0, endCol: 3 },
    { startRow: 1, endRow: 1, startCol: 0, endCol: 1 },
    { startRow: 1, endRow: 1, startCol: 2, endCol: 3 },
  ];
  const bytes = await writeXlsx({ sheets: [{ name: 'S', rows, merges }] });
  const [sheet] = (await inspectFile('a.xlsx', bytes)).sheets;
  expect(sheet!.header).toEqual([2, 3]);
  expect(sheet!.odd).toEqual([
    { row: 1, kind: 'title' },
    { row: 2, kind: 'group' },
  ]);
});

test('names that nobody knows are a header where the rows below hold values', async () => {
  expect((await sheetOf(lines('aa,bb', 'x,1', 'y,2'))).header).toEqual([1]);
});

test('a file without header has none: a row of people is never taken for one', async () => {
  for (const text of [
    lines(`张某,${ROW}`, `李某,${ROW}`),
    lines('张某,某某学校,一年级', '李某,某某学校,二年级'),
    lines('张某,村', '李某,村'),
    lines('张某', '李某'),
  ]) {
    const sheet = await sheetOf(text);
    expect(sheet.header).toEqual([]);
    expect(sheet.columns).toEqual([]);
    expect(sheet.role).toBeNull();
  }
});

test('repeated names are marked: a job must name those columns by letter', async () => {
  const sheet = await sheetOf(lines('姓名,身份证号,姓 名,', `甲某,${ROW},乙某,x`));
  expect(sheet.columns.map(({ unique }) => unique)).toEqual([false, true, false, false]);
});
