import { describe, expect, it } from 'vitest';
import { questions } from './form.js';
import { CY, FILES, runWorld } from './world.js';

describe('the worklist', () => {
  const listOf = async (changes: Record<string, string>) => questions(await runWorld(changes));

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
    const entry = items.find((item) => item.名单姓名 === '陈成');
    expect(entry).toMatchObject({
      事项: '名单待核对',
      名单: '民政名单',
      文件: 'civil.csv',
      行: '5',
      人序: '1',
    });
    expect(entry).toMatchObject({ 姓名: '陈陈', 全国学籍号: `G${CY}` });
  });
});
