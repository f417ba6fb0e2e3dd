import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectFile, jobFragment, OPEN } from '../../../src/batch/inspect/index.js';
import { type Job, readJob } from '../../../src/batch/job/index.js';
import { idOf } from '../run/world.js';
import { inspectText, lines } from './seeing.js';

const ID = '990102200001010010';
const HEAD = `format: 1
rules: rules.yaml
period: 2025-autumn
as_of: 2025-10-10
known_at: 2025-10-15
`;
const ROSTER = `roster:
  - file: roster.csv
    columns: {school: 学校标识码, name: 姓名}
`;

/** The job that the fragment makes with the fewest other lines. */
function job(fragment: string): ReturnType<typeof readJob> {
  const roster = /^roster:/m.test(fragment) ? '' : ROSTER;
  return readJob(HEAD + roster + fragment, { file: 'job.yaml' });
}

function accepted(fragment: string): Job {
  const result = job(fragment.replaceAll(OPEN.date, '2025-09-10'));
  expect(result.ok ? [] : result.issues).toEqual([]);
  if (!result.ok) throw new Error('refused');
  return result.value;
}

const CITY = join(import.meta.dirname, '../../../fixtures/city');
const FILES = ['', 'lists/'].flatMap((folder) =>
  readdirSync(join(CITY, folder))
    .filter((file) => /\.(csv|xlsx?)$/.test(file) && !file.startsWith('truth'))
    .map((file) => folder + file),
);

test('a roster names the guardians beside whom their number stands, and the code of the hukou', async () => {
  const rows = ['一宁', '小雨', '大山'].map((name, i) => {
    const [own, theirs] = [idOf('20150301', 11 + 2 * i), idOf('19800101', 31 + 2 * i)];
    return `2199000001,王${name},G${own},${own},小学,三年级,990102,李${name},${theirs}`;
  });
  const head = '学校标识码,姓名,全国学籍号,身份证件号,学段,年级,户口所在地,监护人姓名,监护人证件号';
  const { document } = accepted(jobFragment(await inspectText(lines(head, ...rows), 'roster.csv')));
  expect(document.roster[0]).toMatchObject({
    columns: { hukou: { header: '户口所在地' } },
    guardians: [{ name: { header: '监护人姓名' }, id: { header: '监护人证件号' } }],
  });
});

describe('the city', () => {
  test('is all here', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(18);
  });

  test.each(FILES)('%s gives a fragment that the job reader takes', async (file) => {
    const fragment = jobFragment(await inspectFile(file, readFileSync(join(CITY, file))));
    const { document } = accepted(fragment);
    const sections = ['schools', 'facts', 'lists', 'aided_before', 'decisions'].filter((key) =>
      Object.hasOwn(document, key),
    );
    expect(sections).toHaveLength(file.startsWith('roster') ? 0 : 1);
  });

  test('the household list of the second sheet, member by member', async () => {
    const file = 'lists/农村低保备案表.xls';
    const { document } = accepted(jobFragment(await inspectFile(file, readFileSync(join(CITY, file)))));
    const [source] = document.lists![OPEN.list]!;
    expect(source).toMatchObject({ file, sheet: ['农村低保'], other_sheets: ['封面'], header: [3] });
    expect(source!.holder).toEqual({ name: { header: '户主姓名' }, id: { header: '户主身份证号' } });
    expect(source!.members).toHaveLength(8);
  });

  test('the carer of a list is excluded', async () => {
    const file = 'lists/特困供养人员.xlsx';
    const { document } = accepted(jobFragment(await inspectFile(file, readFileSync(join(CITY, file)))));
    expect(document.lists![OPEN.list]![0]).toMatchObject({
      columns: { name: { header: '姓名' }, id: { header: '身份证号' } },
      exclude: ['照料人姓名', '照料人身份证号'],
    });
  });

  test('a roster with words translated', async () => {
    const file = 'roster-preschool.xls';
    const { document } = accepted(jobFragment(await inspectFile(file, readFileSync(join(CITY, file)))));
    const [source] = document.roster;
    expect(source).toMatchObject({ encoding: 'gb18030', unknown: ['NULL'], guardians: [{}, {}] });
    expect(source!.columns.grade).toEqual({ header: '年级', values: { 大班: '3', 中班: '2', 小班: '1' } });
    expect(source!.columns.boarder).toEqual({ header: '就读方式', values: { 走读: 'false', 住校: 'true' } });
    expect(source!.columns.stage).toEqual({ header: '学段', values: { 学前: 'preschool' } });
  });
});

test('what only a person knows is refused until it is filled in', async () => {
  const fragment = jobFragment(await inspectText(lines('姓名,身份证号', `甲某,${ID}`)));
  const refused = job(fragment);
  expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['job.noDate']);
  expect(accepted(fragment).document.lists).toHaveProperty(OPEN.list);
});

test('headers that YAML or a job would read as something else', async () => {
  const text = lines('姓名,身份证号,"# 备注: 类型",no,姓名,3,状态', `甲某,${ID},x,y,乙某,z,在册`);
  const { document } = accepted(jobFragment(await inspectText(text)));
  expect(document.lists![OPEN.list]![0]!.columns).toEqual({
    name: { header: '@A' },
    id: { header: '身份证号' },
  });
  const survey = lines('全国学籍号,no,"a: b # c",@x,{y}', 'G1,1,2,3,4');
  const facts = accepted(jobFragment(await inspectText(survey))).document.facts![0]!.facts;
  expect(Object.values(facts).map(({ header }) => header)).toEqual(['no', 'a: b # c', '@x', '{y}']);
});

test('a file that gives nothing gives no fragment', async () => {
  expect(jobFragment(await inspectText(''))).toBe('');
  expect(jobFragment(await inspectText(lines('说明', '本表由系统导出')))).toBe('');
});
