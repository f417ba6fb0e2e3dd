import { expect, test } from 'vitest';
import { column, lines, sheetOf } from './seeing.js';

const ID = '990102200001010010';

test('rows that are no person are named by a word of ours, and a person’s row never is', async () => {
  const sheet = await sheetOf(
    lines(
      '名单,,',
      '姓名,身份证号,金额',
      `甲某,${ID},1`,
      ',,',
      `合计某,${ID},2`,
      '合计：2人,,3',
      '填表人：某人,,',
      '备注某,x,',
    ),
  );
  expect(sheet.odd).toEqual([
    { row: 1, kind: 'title' },
    { row: 4, kind: 'blank' },
    { row: 6, kind: 'total', word: '合计' },
    { row: 7, kind: 'remark', word: '填表人' },
    { row: 8, kind: 'remark', word: '备注' },
  ]);
  expect(sheet.dataRows).toBe(2);
});

test('a household in repeated columns', async () => {
  const sheet = await sheetOf(
    lines(
      '户主姓名,户主身份证号,成员1姓名,成员1身份证号,成员1关系,成员2姓名,成员2身份证号',
      `甲某,${ID},乙某,${ID},子,丙某,${ID}`,
    ),
  );
  expect(sheet.shape).toEqual({
    kind: 'households',
    person: { name: 'A', id: 'B' },
    members: [
      { name: 'C', id: 'D', relation: 'E' },
      { name: 'F', id: 'G' },
    ],
    others: [],
  });
});

test('a household packed into one cell', async () => {
  const sheet = await sheetOf(
    lines(
      '户主姓名,户主身份证号,家庭成员姓名,家庭成员身份证号',
      `甲某,${ID},乙某、丙某,${ID}、`,
      `丁某,${ID},戊某,${ID}`,
    ),
  );
  expect(sheet.shape).toMatchObject({
    kind: 'packed',
    person: { name: 'A', id: 'B' },
    packed: { names: 'C', ids: 'D', separator: '、' },
  });
});

test('carers and guardians are put aside, whichever side they stand on', async () => {
  const sheet = await sheetOf(
    lines('监护人姓名,监护人身份证号,姓名,身份证号,与监护人关系', `甲某,${ID},乙某,${ID},孙子`),
  );
  expect(sheet.shape).toEqual({
    kind: 'persons',
    person: { name: 'C', id: 'D' },
    members: [],
    others: ['A', 'B'],
  });
});

test('which input of a run a sheet seems to be', async () => {
  const roles = async (header: string): Promise<unknown> => (await sheetOf(lines(header))).role;
  expect(await roles('学校标识码,姓名,身份证号,年级')).toBe('roster');
  expect(await roles('学校标识码,学校名称,所属区县,学段')).toBe('schools');
  expect(await roles('全国学籍号,姓名,家庭人口数')).toBe('facts');
  expect(await roles('全国学籍号')).toBe('aidedBefore');
  expect(await roles('类型,全国学籍号,结论,决定人,日期,理由')).toBe('decisions');
  expect(await roles('姓名,身份证号,类型')).toBe('list');
  expect(await roles('日期,金额,备注')).toBeNull();
});

test('a blank column between others keeps its letter', async () => {
  const sheet = await sheetOf(lines('姓名,,身份证号', `甲某,,${ID}`));
  expect(column(sheet, '身份证号').letter).toBe('C');
  expect(sheet.columns[1]).toMatchObject({ letter: 'B', meaning: 'empty', unique: false });
});
