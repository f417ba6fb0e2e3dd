import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { type RunEnd, readTable } from '../../../src/batch/index.js';
import { type Filled, filledCsv, formRows, questions, textOf, WHO } from './form.js';
import { ANNE, BO, CY, DI, FILES, idOf, JOB, runWorld, scratch } from './world.js';

const folder = scratch();
afterAll(folder.remove);

const WITH_ANSWERS = JOB.replace('# roster', 'answers: [filled.csv]');
/** Two rows that nobody can be sure of: Bo's number under another name, and a name without a number. */
const UNSURE = { 'civil.csv': `${FILES['civil.csv']}白成,${BO},低保\n丁丁,,低保\n` };
const unsure = runWorld(UNSURE);
const again = (filled: string, changes: Record<string, string> = {}): Promise<RunEnd> =>
  runWorld({ ...UNSURE, ...changes, 'filled.csv': filled }, {}, WITH_ANSWERS);
const answerTo =
  (name: string, answer: Filled) =>
  (row: Record<string, string>): Filled | null =>
    row.名单姓名 === name ? { ...WHO, ...answer } : null;
const entryOf = (end: RunEnd, name: string) =>
  textOf(end, 'ledger/civil.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap(
      (line) =>
        (
          JSON.parse(line) as {
            entries?: { name: string; state: string; student?: string; proof?: object }[];
          }
        ).entries ?? [],
    )
    .find((entry) => entry.name === name);
const codes = (end: RunEnd) =>
  end.issues.map((issue) => issue.code).filter((code) => /^(?:answer|row\.decision|cell|read)/.test(code));
const asked = (end: RunEnd) =>
  questions(end)
    .map((row) => row.名单姓名)
    .filter((name) => name !== '');
const balanced = (end: RunEnd) => end.run?.summary.equations.find((one) => one.id === 'rows:answers');

describe('a worklist that was filled in', () => {
  it('is heard: with who, when and why, and not asked again', async () => {
    const first = await unsure;
    expect(asked(first).sort()).toEqual(['丁丁', '白成']);
    const filled = filledCsv(first, (row) =>
      row.名单姓名 === '丁丁'
        ? { ...WHO, 结论: '是这名学生', 选定的学籍号: `G${DI}` }
        : row.名单姓名 === '白成'
          ? { ...WHO, 结论: '不是学生' }
          : null,
    );
    const second = await again(filled);
    expect(codes(second)).toEqual([]);
    expect(entryOf(second, '丁丁')).toMatchObject({
      state: 'matched',
      student: `G${DI}`,
      proof: { by: '东区资助中心', on: '2025-10-12', because: '查户口簿' },
    });
    expect(entryOf(second, '白成')).toMatchObject({ state: 'notAStudent' });
    expect(asked(second)).toEqual([]);
    expect(second.run?.determinations.find((d) => d.student === `G${DI}`)?.categories).toMatchObject([
      { category: 'dibao', status: 'in' },
    ]);
    expect(balanced(second)).toMatchObject({ left: questions(first).length, holds: true });
    // The same again a third time: the form of the first run is enough, and the second asks nothing it answers.
    expect(textOf(await again(filled), 'ledger/civil.ndjson')).toBe(textOf(second, 'ledger/civil.ndjson'));
  });

  it('follows its row wherever it moves', async () => {
    const filled = filledCsv(await unsure, answerTo('白成', { 结论: '不在本地就读' }));
    const [header = '', ...rows] = (UNSURE['civil.csv'] ?? '').trimEnd().split('\n');
    const moved = await again(filled, { 'civil.csv': `${[header, ...rows.reverse()].join('\n')}\n` });
    expect(codes(moved)).toEqual([]);
    expect(entryOf(moved, '白成')).toMatchObject({ state: 'notEnrolledHere' });
  });

  it('is asked again, with the earlier answer beside it, when there is a candidate more', async () => {
    const filled = filledCsv(await unsure, answerTo('丁丁', { 结论: '是这名学生', 选定的学籍号: `G${DI}` }));
    const namesake = `3499000002,丁丁,L990102201203040001,,2,990102,高中,二年级,农村,,\n`;
    const second = await again(filled, { 'roster.csv': `${FILES['roster.csv']}${namesake}` });
    expect(codes(second)).toEqual(['answer.changed']);
    expect(entryOf(second, '丁丁')).toMatchObject({ state: 'review' });
    const [row] = questions(second).filter((one) => one.名单姓名 === '丁丁');
    expect(row?.上次的结论).toContain('是这名学生');
    expect(row?.上次的结论).toContain('东区资助中心，2025-10-12：查户口簿');
    expect(balanced(second)?.holds).toBe(true);
  });

  it('is named when its row is gone, and when the row needs nobody any more', async () => {
    const filled = filledCsv(await unsure, answerTo('白成', { 结论: '不是学生' }));
    const gone = await again(filled, { 'civil.csv': FILES['civil.csv'] ?? '' });
    expect(codes(gone)).toEqual(['answer.orphan']);
    expect(gone.issues.find((issue) => issue.code === 'answer.orphan')?.place).toMatchObject({
      file: 'filled.csv',
    });
    expect(questions(gone).map((row) => row.代码)).toContain('answer.orphan');
    const roster = (FILES['roster.csv'] ?? '').replace('白白', '白成');
    const settled = await again(filled, { 'roster.csv': roster });
    expect(codes(settled)).toEqual(['answer.overtaken']);
    expect(entryOf(settled, '白成')).toMatchObject({ state: 'matched', student: `G${BO}` });
  });

  it.each([
    ['决定人', { 决定人: '' }, 'row.decisionIncomplete', '决定人'],
    ['日期', { 日期: '' }, 'row.decisionIncomplete', '日期'],
    ['理由', { 理由: '' }, 'row.decisionIncomplete', '理由'],
    ['a conclusion', { 结论: '' }, 'row.decisionIncomplete', '结论'],
    ['a conclusion of the list', { 结论: '大概是' }, 'answer.conclusion', '结论'],
    ['a day', { 日期: '10 月 12 日' }, 'cell.date', '日期'],
    ['a day before known_at', { 日期: '2025-10-16' }, 'row.decisionLate', '日期'],
    ['its key', { '核对码（勿改）': 'E-1' }, 'answer.noKey', '核对码（勿改）'],
  ])('is an item and no decision without %s', async (_, change, code, header) => {
    const second = await again(filledCsv(await unsure, answerTo('白成', { 结论: '不是学生', ...change })));
    expect(codes(second)).toEqual([code]);
    expect(second.issues.find((issue) => issue.code === code)?.place).toMatchObject({
      file: 'filled.csv',
      header,
    });
    expect(entryOf(second, '白成')).toMatchObject({ state: 'review' });
    expect(asked(second)).toContain('白成');
    expect(questions(second).map((row) => row.代码)).toContain(code);
    expect(balanced(second)?.holds).toBe(true);
  });

  it('takes the only candidate where none is named, and asks where there are several', async () => {
    const one = await again(filledCsv(await unsure, answerTo('丁丁', { 结论: '是这名学生' })));
    expect(entryOf(one, '丁丁')).toMatchObject({ state: 'matched', student: `G${DI}` });
    const namesake = {
      'roster.csv': `${FILES['roster.csv']}3499000002,丁丁,L990102201203040001,,2,990102,高中,二年级,农村,,\n`,
    };
    const first = await runWorld({ ...UNSURE, ...namesake });
    const row = questions(first).find((question) => question.名单姓名 === '丁丁');
    expect(row?.全国学籍号?.split('；')).toHaveLength(2);
    const none = await again(filledCsv(first, answerTo('丁丁', { 结论: '是这名学生' })), namesake);
    expect(codes(none)).toEqual(['answer.chosen']);
    const second = await again(
      filledCsv(first, answerTo('丁丁', { 结论: '是这名学生', 选定的学籍号: '2' })),
      namesake,
    );
    expect(codes(second)).toEqual([]);
    expect(row?.全国学籍号).toContain(`2. ${entryOf(second, '丁丁')?.student}`);
  });

  it('can set a tier or decline for a student, until something is known anew', async () => {
    const first = await runWorld({});
    const forCy = (answer: Filled) => (row: Record<string, string>) =>
      row.姓名 === '陈陈' && row.事项 === '待定学生' ? { ...WHO, ...answer } : null;
    const cy = (end: RunEnd) => end.run?.determinations.find((d) => d.student === `G${CY}`);
    expect(cy(first)?.outcome).toBe('undetermined');
    const filled = filledCsv(first, forCy({ 结论: '特别困难' }));
    const decided = await runWorld({ 'filled.csv': filled }, {}, WITH_ANSWERS);
    expect(codes(decided)).toEqual([]);
    expect(cy(decided)).toMatchObject({
      outcome: 'determined',
      decided: { tier: 'special', by: '东区资助中心' },
    });
    const roster = { 'roster.csv': (FILES['roster.csv'] ?? '').replace('农村,陈父', '不详,陈父') };
    const anew = await runWorld({ ...roster, 'filled.csv': filled }, {}, WITH_ANSWERS);
    expect(codes(anew)).toEqual(['answer.changed']);
    expect(cy(anew)?.decided).toBeUndefined();
    expect(questions(anew).find((row) => row.事项 === '待定学生')?.上次的结论).toContain('特别困难');
    const paperless = filledCsv(first, forCy({ 结论: '自愿放弃' }));
    expect(codes(await runWorld({ 'filled.csv': paperless }, {}, WITH_ANSWERS))).toEqual([
      'row.decisionIncomplete',
    ]);
    const declined = filledCsv(first, forCy({ 结论: '自愿放弃', 材料: '声明第 1 号' }));
    expect(cy(await runWorld({ 'filled.csv': declined }, {}, WITH_ANSWERS))).toMatchObject({
      outcome: 'declined',
      declined: { paper: '声明第 1 号' },
    });
  });

  it('keeps the paper with the reason, and takes a remark beside a data row for what it is', async () => {
    const survey = { 'survey.csv': (FILES['survey.csv'] ?? '').replace('5000,5', '九千,5') };
    const first = await runWorld({ ...UNSURE, ...survey });
    const filled = filledCsv(first, (row) =>
      row.事项 === '数据待核实'
        ? { ...WHO, 理由: '已改正' }
        : row.名单姓名 === '白成'
          ? { ...WHO, 结论: '已去世', 材料: '证明第 2 号' }
          : null,
    );
    const second = await again(filled, survey);
    expect(entryOf(second, '白成')).toMatchObject({
      state: 'deceased',
      proof: { because: '查户口簿（证明第 2 号）' },
    });
    const ours = second.issues.filter((issue) => issue.code.startsWith('answer.'));
    expect(ours).toMatchObject([{ code: 'answer.dataRow', severity: 'note' }]);
    expect(balanced(second)?.holds).toBe(true);
  });

  it('can state facts that were not known, one row each', async () => {
    const first = await runWorld({});
    const { rows } = formRows(textOf(first, 'worklist-facts.csv'));
    expect(rows.map((row) => [row.姓名, row.要做的事])).toEqual(
      expect.arrayContaining([['陈陈', expect.stringContaining('income')]]),
    );
    const values: Record<string, string> = { income: '5000', members: '6', health: 'ill' };
    const fill = (row: Record<string, string>): Filled | null => {
      const value = Object.entries(values).find(([fact]) => row.要做的事?.startsWith(fact))?.[1];
      return value === undefined ? null : { ...WHO, 填写值: value };
    };
    const filled = filledCsv(first, fill, 'worklist-facts.csv');
    const second = await runWorld({ 'filled.csv': filled }, {}, WITH_ANSWERS);
    expect(codes(second)).toEqual([]);
    const cy = second.run?.determinations.find((d) => d.student === `G${CY}`);
    expect(cy?.outcome).toBe('determined');
    expect(cy?.facts.find((fact) => fact.fact === 'income')).toMatchObject({
      value: '5000',
      origin: 'decision',
    });
    const bad = filledCsv(
      first,
      (row) => (row.要做的事?.startsWith('income') ? { ...WHO, 填写值: '约五千' } : null),
      'worklist-facts.csv',
    );
    expect(codes(await runWorld({ 'filled.csv': bad }, {}, WITH_ANSWERS))).toEqual(['cell.number']);
  });

  it('refuses a file that is no form of ours', async () => {
    const end = await runWorld({ 'filled.csv': FILES['civil.csv'] ?? '' }, {}, WITH_ANSWERS);
    expect(end).toMatchObject({ exit: 3, issues: [{ code: 'answer.noForm', place: { path: 'answers.0' } }] });
    const other = filledCsv(await runWorld({}), () => null).replace('bulou-form/0', 'bulou-form/9');
    expect((await again(other)).issues).toMatchObject([{ code: 'answer.format' }]);
    const lost = filledCsv(await runWorld({}), () => null).replace('"决定人"', '"谁"');
    expect((await again(lost)).issues).toMatchObject([
      { code: 'answer.noColumn', values: { column: '决定人' } },
    ]);
  });
});

describe('the worklist as a workbook', () => {
  const XLSX = JOB.replace('# roster', 'answers: [filled.xlsx]');
  const written = async (name: string, changes: Record<string, string> = UNSURE) => {
    await runWorld(changes, { out: join(folder.path, name) });
    return readFileSync(join(folder.path, name, 'views/worklist.xlsx'));
  };

  it('holds the rows of the file, every cell as text, with drop-downs and a header that stays', async () => {
    const bytes = await written('a', { ...UNSURE, 'civil.csv': `${UNSURE['civil.csv']}=1+1,,低保\n` });
    const table = await readTable({ name: 'worklist.xlsx', bytes });
    if (!table.ok) throw new Error(JSON.stringify(table.issues));
    const [sheet] = table.value.sheets;
    const cells = sheet?.rows.flatMap((row) => row.cells).filter((cell) => cell.kind !== 'blank') ?? [];
    expect(new Set(cells.map((cell) => cell.kind))).toEqual(new Set(['text']));
    expect(cells.map((cell) => cell.text)).toEqual(expect.arrayContaining(['=1+1', BO, `G${DI}`]));
    const book = await readXlsx(bytes);
    const [worklist, facts] = book.sheets;
    expect(book.sheets.map((one) => one.name)).toEqual(['待办清单', '待补信息']);
    expect(worklist?.freezePane).toMatchObject({ rows: 3, columns: 1 });
    const offered = worklist?.dataValidations?.map((one) => one.values ?? one.formula1) ?? [];
    expect(JSON.stringify(offered)).toContain('不在本地就读');
    expect(JSON.stringify(offered)).toContain(`G${DI}`);
    expect(facts?.dataValidations?.length).toBeGreaterThan(0);
    expect(await written('b', { ...UNSURE, 'civil.csv': `${UNSURE['civil.csv']}=1+1,,低保\n` })).toEqual(
      bytes,
    );
  });

  it('is read back filled in, by a program that knows nothing of it, and its date cells are dates', async () => {
    const bytes = await written('c');
    const book = await readXlsx(bytes);
    const rows = (book.sheets[0]?.rows ?? []).map((row) => [...row]);
    const header = rows[2]?.map(String) ?? [];
    const at = (name: string): number => header.indexOf(name);
    const row = rows.find((one) => one[at('名单姓名')] === '丁丁') ?? [];
    row[at('结论')] = '是这名学生';
    row[at('决定人')] = '东区资助中心';
    row[at('日期')] = new Date(Date.UTC(2025, 9, 12));
    row[at('理由')] = '查户口簿';
    const sheets = [
      {
        name: '待办清单',
        rows,
        columns: header.map((name) => ({ style: name === '日期' ? { numFmt: 'yyyy-mm-dd' } : {} })),
      },
    ];
    const filled = await writeXlsx({ sheets });
    const read = async (name: string): Promise<Uint8Array | null> => {
      if (name === 'filled.xlsx') return filled;
      const text = { ...FILES, ...UNSURE }[name];
      return text === undefined ? null : new TextEncoder().encode(text);
    };
    const second = await runWorld({}, { read }, XLSX);
    expect(codes(second)).toEqual([]);
    expect(entryOf(second, '丁丁')).toMatchObject({ state: 'matched', proof: { on: '2025-10-12' } });
  });
});

describe('two rows that say the same', () => {
  const twice = (...kinds: string[]) => ({
    'civil.csv': `${FILES['civil.csv']}${kinds.map((kind) => `丁丁,,${kind}\n`).join('')}`,
  });
  const keyOf = (row: Record<string, string> | undefined): string => row?.['核对码（勿改）'] ?? '';
  const ofDi = (end: RunEnd) => questions(end).filter((row) => row.名单姓名 === '丁丁');

  it('are told apart, and asked again when one of them goes', async () => {
    const first = await runWorld(twice('低保', '低保'));
    const rows = ofDi(first);
    expect(new Set(rows.map(keyOf)).size).toBe(2);
    const filled = filledCsv(first, (row) => (row.行 === rows[1]?.行 ? { ...WHO, 结论: '不是学生' } : null));
    const second = await runWorld({ ...twice('低保', '低保'), 'filled.csv': filled }, {}, WITH_ANSWERS);
    expect(codes(second)).toEqual([]);
    expect(ofDi(second)).toHaveLength(1);
    const third = await runWorld({ ...twice('低保'), 'filled.csv': filled }, {}, WITH_ANSWERS);
    expect(codes(third)).toEqual(['answer.orphan']);
    expect(entryOf(third, '丁丁')).toMatchObject({ state: 'review' });
    // The other way round the earlier answer stands beside the question.
    const one = filledCsv(first, (row) =>
      keyOf(row) === keyOf(rows[0]) ? { ...WHO, 结论: '不是学生' } : null,
    );
    const fourth = await runWorld({ ...twice('低保'), 'filled.csv': one }, {}, WITH_ANSWERS);
    expect(codes(fourth)).toEqual(['answer.changed']);
    expect(ofDi(fourth)[0]?.上次的结论).toContain('不是学生');
  });

  it('and give different things keep each its own answer when they change places', async () => {
    const first = await runWorld(twice('低保', '不详'));
    const rows = ofDi(first);
    const last = Math.max(...rows.map((row) => Number(row.行)));
    const filled = filledCsv(first, (row) =>
      row.名单姓名 !== '丁丁'
        ? null
        : Number(row.行) === last
          ? { ...WHO, 结论: '不是学生' }
          : { ...WHO, 结论: '是这名学生' },
    );
    for (const kinds of [
      ['低保', '不详'],
      ['不详', '低保'],
    ]) {
      const end = await runWorld({ ...twice(...kinds), 'filled.csv': filled }, {}, WITH_ANSWERS);
      expect(codes(end)).toEqual([]);
      expect(end.run?.determinations.find((d) => d.student === `G${DI}`)?.categories).toMatchObject([
        { category: 'dibao', status: 'in' },
      ]);
    }
  });

  it('by what the list says, whatever it gives, are one question for one row', async () => {
    const filled = filledCsv(
      await runWorld(twice('低保')),
      answerTo('丁丁', { 结论: '是这名学生', 选定的学籍号: `G${DI}` }),
    );
    const other = await runWorld({ ...twice('不详'), 'filled.csv': filled }, {}, WITH_ANSWERS);
    expect(codes(other)).toEqual([]);
    expect(ofDi(other)).toEqual([]);
  });
});

it('says nothing of a person in what it finds', async () => {
  const filled = filledCsv(await unsure, () => ({ ...WHO, 结论: '也许', 日期: 'x' }));
  const end = await again(filled);
  expect(JSON.stringify(end.issues)).not.toMatch(
    new RegExp(`${ANNE}|${CY}|丁丁|白成|${idOf('19850101', 11)}`),
  );
});
