import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRun, type SliceBy, type SliceEnd, sliceRun } from '../../../src/batch/index.js';
import { readLines } from '../../../src/batch/run/index.js';
import { slicesOf } from '../../../src/batch/slice/parts.js';
import { maskedRow } from '../../../src/batch/slice/sheets.js';
import type { Summary } from '../../../src/record/index.js';
import { ANNE, BO, CY, DI, FILES, idOf, JOB, runWorld, scratch } from '../run/world.js';

const folder = scratch();
afterAll(folder.remove);
const run = join(folder.path, 'run');
const out = (by: SliceBy): string => join(folder.path, by);

const EVE = idOf('20130707', 19);
/**
 * One child of a school that no table knows, one without a school, namesakes at two schools; and rows of a list that one
 * school can answer, that no single one can, and that none can.
 */
const CHANGES = {
  'roster.csv': `${FILES['roster.csv']}8899000009,方方,G${EVE},${EVE},1,990102,小学,一年级,农村,,
,圆圆,J990102201501010011,,1,990102,小学,一年级,农村,,
3499000002,丁丁,L990102201203040001,,2,990102,高中,二年级,农村,,
`,
  'civil.csv': `${FILES['civil.csv']}白成,${BO},低保\n没有,${idOf('20140101', 99)},低保\n丁丁,,低保\n`,
};
const ends = new Map<SliceBy, SliceEnd>();
beforeAll(async () => {
  const end = await runWorld(CHANGES, { out: run });
  expect(end.exit).toBe(1);
  for (const by of ['county', 'school'] as const)
    ends.set(by, await sliceRun(run, { by, out: out(by), replace: false, name: 'run' }));
});

const textsOf = async (
  by: SliceBy,
  file: string,
  of: (sheet: string) => boolean = () => true,
): Promise<readonly string[]> => {
  const book = await readXlsx(readFileSync(join(out(by), file)));
  return book.sheets
    .filter(({ name }) => of(name))
    .flatMap((sheet) => sheet.rows.flat())
    .map((cell) => String(cell ?? ''));
};

describe('slices', () => {
  it('hold every student exactly once and add up to the run', async () => {
    for (const by of ['county', 'school'] as const) {
      const end = ends.get(by);
      expect(end?.exit).toBe(0);
      expect(end?.slices.reduce((sum, slice) => sum + slice.students, 0)).toBe(7);
      expect(end?.equations.length).toBeGreaterThan(5);
      expect(end?.equations.every((equation) => equation.holds)).toBe(true);
      expect(end?.equations.find(({ id }) => id === 'EQ7:slice')).toMatchObject({ left: 7, right: 7 });
    }
    expect(readdirSync(out('school')).sort()).toEqual(
      [
        '2199000001 第一小学.xlsx',
        '3499000002 第一中学.xlsx',
        '8899000009.xlsx',
        '_office.xlsx',
        '_unknown.xlsx',
        'slices.json',
      ].sort(),
    );
    expect(readdirSync(out('county')).sort()).toEqual([
      '_office.xlsx',
      '_unknown.xlsx',
      'slices.json',
      '东区.xlsx',
      '西区.xlsx',
    ]);
  });

  it('say so where they do not', async () => {
    const opened = await openRun(run);
    if (!opened.ok) throw new Error('run');
    const { file, determinations, plan } = opened.value;
    const read = async <T>(path: string): Promise<readonly T[]> => {
      const bytes = await file(path);
      if (!bytes.ok) throw new Error(path);
      return readLines<T>(bytes.value);
    };
    const cards = await read<never>('students.ndjson');
    const items = await read<never>('worklist.ndjson');
    const [summary] = (await read<Summary>('summary.json')) as readonly [Summary];
    const holds = (c: readonly never[], i: readonly never[]): boolean =>
      slicesOf('school', c, determinations, i, summary, plan.rules).equations.every((one) => one.holds);
    expect(holds(cards, items)).toBe(true);
    for (let i = 0; i < cards.length; i += 1) expect(holds(cards.toSpliced(i, 1), items)).toBe(false);
    expect(items.length).toBeGreaterThan(0);
    expect(holds(cards, items.slice(1))).toBe(false);
    expect(holds([...cards, cards[0] as never], items)).toBe(false);
  });

  it('show a school its own children and nobody else, and no number in full', async () => {
    const first = await textsOf('school', '2199000001 第一小学.xlsx');
    const second = await textsOf('school', '3499000002 第一中学.xlsx');
    expect(first.join('\n')).toContain('安安');
    expect(second.join('\n')).toContain('陈陈');
    expect(first.join('\n')).not.toMatch(/陈陈|方方|圆圆/);
    expect(second.join('\n')).not.toMatch(/安安|白白|方方/);
    for (const file of readdirSync(out('school')).filter(
      (name) => name.endsWith('.xlsx') && !name.startsWith('_'),
    ))
      for (const text of await textsOf('school', file)) {
        expect(text).not.toMatch(/[0-9]{14}/);
        for (const id of [ANNE, BO, CY, DI, EVE]) expect(text).not.toContain(id);
      }
    // Nobody can say which of two namesakes is meant who sees only one; that, and what nobody is near, is the office's.
    const listed = async (file: string): Promise<readonly string[]> =>
      textsOf('school', file, (sheet) => sheet === '名单核对');
    expect(await listed('2199000001 第一小学.xlsx')).toContain('白成');
    for (const file of ['2199000001 第一小学.xlsx', '3499000002 第一中学.xlsx'])
      expect(await listed(file)).not.toContain('丁丁');
    const both = (await textsOf('school', '_office.xlsx')).filter((text) => /^1\. .*\n2\. /.test(text));
    expect(both.join('\n')).toMatch(/第一小学\n2\. 第一中学|第一中学\n2\. 第一小学/);
    expect(await textsOf('school', '_office.xlsx')).toContain(idOf('20140101', 99));
  });

  it('come back filled in, with the student chosen by the masked number', async () => {
    const book = await readXlsx(readFileSync(join(out('school'), '2199000001 第一小学.xlsx')));
    const sheets = book.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
    const entries = sheets.find((sheet) => sheet.name === '名单核对');
    const header = entries?.rows[2]?.map(String) ?? [];
    const row = entries?.rows[3] ?? [];
    const set = (name: string, value: string): void => {
      row[header.indexOf(name)] = value;
    };
    expect(row[header.indexOf('名单姓名')]).toBe('白成');
    set('结论', '是这名学生');
    set('选定的学籍号', String(row[header.indexOf('全国学籍号')]));
    for (const [name, value] of [
      ['决定人', '第一小学'],
      ['日期', '2025/10/12'],
      ['理由', '曾用名'],
    ] as const)
      set(name, value);
    const filled = await writeXlsx({ sheets });
    const files: Record<string, string> = { ...FILES, ...CHANGES };
    const read = async (name: string): Promise<Uint8Array | null> =>
      name === 'back.xlsx'
        ? filled
        : files[name] === undefined
          ? null
          : new TextEncoder().encode(files[name]);
    const second = await runWorld({}, { read }, JOB.replace('# roster', 'answers: [back.xlsx]'));
    expect(second.issues.filter((issue) => issue.code.startsWith('answer'))).toEqual([]);
    expect(second.run?.determinations.find((d) => d.student === `G${BO}`)?.categories).toMatchObject([
      { status: 'in' },
    ]);
  });

  it('do not overwrite what is there, and refuse a run that was changed', async () => {
    const again = (options: { out: string; replace: boolean }) =>
      sliceRun(run, { by: 'school', name: 'run', ...options });
    expect(await again({ out: out('school'), replace: false })).toMatchObject({
      exit: 2,
      issues: [{ code: 'slice.outIsSlices' }],
    });
    const before = readFileSync(join(out('school'), '8899000009.xlsx'));
    expect((await again({ out: out('school'), replace: true })).exit).toBe(0);
    expect(readFileSync(join(out('school'), '8899000009.xlsx'))).toEqual(before);
    expect(await again({ out: run, replace: true })).toMatchObject({
      exit: 2,
      issues: [{ code: 'run.outNotEmpty' }],
    });
    const students = join(run, 'students.ndjson');
    const text = readFileSync(students, 'utf8');
    writeFileSync(students, text.replace('安安', '安心'));
    expect(await again({ out: join(folder.path, 'x'), replace: false })).toMatchObject({
      exit: 4,
      issues: [{ code: 'run.damaged' }],
    });
    writeFileSync(students, text);
  });
});

describe('masking', () => {
  const row = (listId: string, id: string) =>
    maskedRow({ cells: { listId, id, studentNumber: `G${id}` }, chosen: [`G${id}`] });

  it('hides the day of birth, and shows of a list what differs', () => {
    expect(row(BO, BO)).toMatchObject({
      cells: { listId: `990102********${BO.slice(14)}`, studentNumber: `G990102********${BO.slice(14)}` },
      chosen: [`G990102********${BO.slice(14)}`],
    });
    const slip = `${BO.slice(0, 9)}9${BO.slice(10)}`;
    expect(row(slip, BO).cells.listId).toBe(`990102***9****${BO.slice(14)}`);
    // A parent's number: the year tells it from a child's, the day is nobody's business.
    const parent = idOf('19850101', 22);
    expect(row(parent, BO).cells.listId).toBe(`9901021985****${parent.slice(14)}`);
    expect(row('12345', BO).cells.listId).not.toContain('12345');
  });

  it('hides numbers in an earlier answer too', () => {
    const earlier = `是这名学生 G${CY}（校办，2025-10-12：查 ${CY}）`;
    expect(maskedRow({ cells: { earlier } }).cells.earlier).toBe(
      `是这名学生 G990102********${CY.slice(14)}（校办，2025-10-12：查 990102********${CY.slice(14)}）`,
    );
  });

  it('keeps the lines of several candidates level', () => {
    const { cells } = maskedRow({
      cells: { listId: BO, id: `1. ${BO}\n2. ${DI}`, studentNumber: `1. G${BO}\n2. S-ab` },
    });
    expect(cells.id?.split('\n')).toHaveLength(2);
    expect(cells.id).not.toContain(DI);
    expect(cells.studentNumber).toMatch(/^1\. G990102\*{8}.{4}\n2\. \*+$/);
  });
});
