import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { inspectFile, type Meaning } from '../../../src/batch/inspect/index.js';
import { column, lines, sheetOf } from './seeing.js';

const VALID = '990102200001010010';

async function meaning(header: string, ...values: readonly string[]): Promise<Meaning> {
  const sheet = await sheetOf(lines(`姓名,全国学籍号,${header}`, ...values.map((value) => `甲某,,${value}`)));
  return sheet.columns[2]!.meaning;
}

describe('meaning', () => {
  test('of known headers', async () => {
    const cases: readonly (readonly [string, Meaning])[] = [
      ['户主姓名', 'name'],
      ['监护人', 'name'],
      ['身份证件号', 'residentId'],
      ['身份证件类型', 'text'],
      ['残疾证号', 'disabilityCertificate'],
      ['学校标识码', 'schoolCode'],
      ['学校名称', 'text'],
      ['户口所在地行政区划', 'divisionCode'],
      ['纳入月份', 'date'],
      ['家庭年收入(元)', 'money'],
      ['高档消费资产', 'text'],
      ['与户主关系', 'relation'],
      ['乡镇', 'place'],
      ['联系电话', 'private'],
      ['序号', 'serial'],
      ['备注', 'text'],
    ];
    for (const [header, expected] of cases)
      expect([header, await meaning(header, 'x')]).toEqual([header, expected]);
  });

  test('of cells, where the header says nothing', async () => {
    expect(await meaning('甲', VALID, VALID, '990102000101001')).toBe('residentId');
    expect(await meaning('甲', `${VALID}44`, `${VALID}32B1`)).toBe('disabilityCertificate');
    expect(await meaning('甲', `G${VALID}`, `G${VALID}`)).toBe('studentNumber');
    expect(await meaning('甲', '2199000016', "'3499000045")).toBe('schoolCode');
    expect(await meaning('甲', '20250901', '2025-09-02', '202509')).toBe('date');
    expect(await meaning('甲', '1', '2.5', '1,200')).toBe('number');
    expect(await meaning('甲', '是', '否', '')).toBe('flag');
    expect(await meaning('甲', ...Array(3).fill('有效'), ...Array(3).fill('注销'))).toBe('option');
    expect(await meaning('甲', '有效', '注销')).toBe('text');
  });
});

describe('identity columns', () => {
  test('are counted by form, checksum and damage, and show no digit', async () => {
    const cells = [
      VALID,
      `'${VALID}`,
      '990102200001010012',
      '990102880821516',
      `${VALID}44B1`,
      `G${VALID}`,
      '99010220000101',
      '１２',
      '',
      '不详',
    ];
    const sheet = await sheetOf(lines('姓名,身份证号', ...cells.map((cell) => `甲某,${cell}`)));
    const id = column(sheet, '身份证号');
    expect(id.identity).toMatchObject({
      filled: 8,
      eighteen: 3,
      fifteen: 1,
      certificate: 1,
      studentNumber: 1,
      other: 2,
      valid: 5,
      invalid: 1,
    });
    expect(id.identity?.findings['id.apostrophe']).toBe(1);
    expect([id.blank, id.unknown]).toEqual([1, ['不详']]);
    expect(JSON.stringify(sheet)).not.toMatch(/9901022/);
  });

  test('count number cells as damaged', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['姓名', '身份证号'],
            ['甲某', Number(VALID)],
          ],
        },
      ],
    });
    const id = column((await inspectFile('a.xlsx', bytes)).sheets[0]!, '身份证号');
    expect(id.identity).toMatchObject({ filled: 1, damaged: 1 });
    expect(id.kinds).toEqual({ number: 1 });
  });
});

describe('options', () => {
  const rows = (...values: readonly string[]): string =>
    lines('姓名,身份证号,学校,状态,备注', ...values.map((value) => `张某,${VALID},某校,${value},张某困难`));

  test('are shown of flags and options, most frequent first', async () => {
    const sheet = await sheetOf(rows('退出', '在册', '在册', '在册', '退出', '退出', '在册'));
    expect(column(sheet, '状态').options).toEqual([
      { text: '在册', count: 4 },
      { text: '退出', count: 3 },
    ]);
  });

  test('are never shown of names, identities, free text, or words that could be names', async () => {
    const sheet = await sheetOf(rows(...Array(30).fill('x')));
    for (const header of ['姓名', '身份证号', '备注', '学校'])
      expect(column(sheet, header).options).toBeUndefined();
    const staff = await sheetOf(rows(...Array(9).fill('王小明'), ...Array(9).fill('李红')));
    expect(column(staff, '状态').options).toBeUndefined();
    expect(JSON.stringify(staff)).not.toMatch(/王小明|李红|张某/);
  });

  test('are not shown where a word stands for one person, or where they are many', async () => {
    expect(column(await sheetOf(rows('甲病', '乙病', '丙病')), '状态').options).toBeUndefined();
    const many = Array.from({ length: 13 }, (_, i) =>
      Array(3).fill(`类${String.fromCharCode(97 + i)}`),
    ).flat();
    expect(column(await sheetOf(rows(...many)), '状态').options).toBeUndefined();
  });

  test('of columns that a job must translate are shown however rare', async () => {
    const sheet = await sheetOf(
      lines('姓名,学校标识码,年级', '甲某,2199000016,一年级', '乙某,2199000016,二年级'),
    );
    expect(column(sheet, '年级').options).toHaveLength(2);
  });
});

test('thousands separators and texts for “not known” are counted', async () => {
  const sheet = await sheetOf(lines('全国学籍号;家庭年收入(元)', 'x;1,200', 'y;/', 'z;NULL', 'w;300'));
  expect(column(sheet, '家庭年收入(元)')).toMatchObject({ thousands: 1, unknown: ['/', 'NULL'], blank: 0 });
});
