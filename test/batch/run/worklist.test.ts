import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvFile } from '../../../src/batch/run/csv.js';
import { CY, FILES, runWorld } from './world.js';

describe('cells for spreadsheet programs', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '　=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\u200b=1',
    '\u0000=1',
    '=HYPERLINK("http://x","y")',
  ])('guards %j', (text) => {
    const cell = csvCell(text);
    expect(cell.startsWith("'") || cell.startsWith('"\'')).toBe(true);
  });
  it.each(['安安', '12', 'G990102201503010110', '', "d'Artagnan", '（一）'])('leaves %j', (text) =>
    expect(csvCell(text)).toBe(text),
  );

  it('come back as they were, guarded or not', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', 'a', '"', ',', '\n', '\r', '安', ' ', "'"),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const records = parse(csvFile(['x', 'y'], rows), {
          bom: true,
          record_delimiter: '\r\n',
        }) as unknown as string[][];
        expect(records.slice(1)).toHaveLength(rows.length);
        for (const [i, row] of rows.entries())
          for (const [j, cell] of row.entries()) {
            const back = records[i + 1]?.[j] ?? '';
            expect(back === cell || back === `'${cell}`).toBe(true);
            expect(/^[=+\-@]/.test(back)).toBe(false);
          }
      }),
    );
  });
});

describe('the worklist', () => {
  const listOf = async (changes: Record<string, string>) => {
    const end = await runWorld(changes);
    const bytes = end.run?.files.find((file) => file.path === 'worklist.csv')?.bytes;
    return parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), {
      bom: true,
      columns: true,
    }) as unknown as Record<string, string>[];
  };

  it('says what to do, for whom, and what hangs on it', async () => {
    const [item, ...rest] = await listOf({});
    expect(rest).toEqual([]);
    expect(item).toMatchObject({
      序号: '1',
      事项: '待定学生',
      区县: '西区',
      学校: '第一中学',
      班级: '2',
      姓名: '陈陈',
      全国学籍号: `G${CY}`,
      文件: 'roster.csv',
      行: '4',
    });
    expect(item?.要做的事).toContain('家庭情况调查表');
  });

  it('puts first what moves somebody most', async () => {
    const items = await listOf({
      'civil.csv': `${FILES['civil.csv']}陈成,${CY},低保\n吴吴,12345,低保\n`,
      'survey.csv': (FILES['survey.csv'] ?? '').replace('5000,5', '九千,5'),
      'roster.csv': `${FILES['roster.csv']}2199000001,,,,1,,小学,,,,\n`,
    });
    expect(items[0]?.事项).toBe('名册无法辨认');
    const stakes = items.map((item) => Number(item.可能影响的档次数));
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    expect(items.map((item) => item.序号)).toEqual(items.map((_, i) => String(i + 1)));
    expect(items.map((item) => item.代码)).toContain('cell.number');
    const entry = items.find((item) => item.姓名 === '陈成');
    expect(entry).toMatchObject({
      事项: '名单待核对',
      名单: '民政名单',
      文件: 'civil.csv',
      行: '5',
      人序: '1',
    });
    expect(entry?.要做的事).toContain(`陈陈 G${CY}`);
  });
});
