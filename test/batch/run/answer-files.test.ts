import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../fixtures/generator/writers/gb18030.js';
import { type Form, formColumns, visible } from '../../../src/batch/form/index.js';
import { readTable } from '../../../src/batch/index.js';
import { atMost } from '../../../src/batch/run/views.js';
import { formCsv, workbook } from '../../../src/batch/write/index.js';
import { filledCsv, formRows, questions, textOf, WHO } from './form.js';
import { ANNE, BO, DI, FILES, idOf, JOB, runWorld } from './world.js';

const UNSURE = { 'civil.csv': `${FILES['civil.csv']}白成,${BO},低保\n丁丁,,低保\n` };
const unsure = runWorld(UNSURE);
const stateOf = (end: Awaited<typeof unsure>, name: string): string | undefined =>
  new RegExp(`"name":"${name}".*?"state":"(\\w+)"`).exec(textOf(end, 'ledger/civil.ndjson'))?.[1];

describe('the files in which answers come back', () => {
  it('may be in the encoding of an office program, and their columns moved', async () => {
    const filled = filledCsv(await unsure, (row) =>
      row.名单姓名 === '白成' ? { ...WHO, 结论: '不是学生', 日期: '2025/10/12' } : null,
    );
    const mirrored = filled
      .split('\r\n')
      .map((line, i) =>
        i === 0
          ? line
          : line
              .slice(1, -1)
              .split('","')
              .reverse()
              .map((cell) => `"${cell}"`)
              .join(','),
      )
      .join('\r\n');
    const read = async (name: string): Promise<Uint8Array | null> => {
      if (name === 'filled.csv') return encodeGb18030(mirrored);
      const text = { ...FILES, ...UNSURE }[name];
      return text === undefined ? null : new TextEncoder().encode(text);
    };
    const end = await runWorld({}, { read }, JOB.replace('# roster', 'answers: [filled.csv]'));
    expect(end.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(stateOf(end, '白成')).toBe('notAStudent');
  });

  it('that contradict each other leave the question to a person', async () => {
    const say = async (conclusion: string) =>
      filledCsv(await unsure, (row) => (row.名单姓名 === '白成' ? { ...WHO, 结论: conclusion } : null));
    const job = JOB.replace('# roster', 'answers: [a.csv, b.csv]');
    const files = { ...UNSURE, 'a.csv': await say('不是学生'), 'b.csv': await say('已去世') };
    const end = await runWorld(files, {}, job);
    expect(end.issues.map((issue) => issue.code)).toContain('match.decisionsContradict');
    expect(stateOf(end, '白成')).toBe('review');
    expect(questions(end).some((row) => row.名单姓名 === '白成')).toBe(true);
    // Said twice alike, it is said.
    const alike = await runWorld({ ...files, 'b.csv': `${await say('不是学生')}\r\n` }, {}, job);
    expect(stateOf(alike, '白成')).toBe('notAStudent');
  });

  it('may be English from end to end', async () => {
    const english = JOB.replace('# roster', 'language: en');
    const end = await runWorld(UNSURE, {}, english);
    const { above, rows } = formRows(textOf(end, 'worklist.csv'));
    expect(above[1]?.[1]).toContain('fill in the yellow ones only');
    const row = rows.find((one) => one['Name on the list'] === '丁丁');
    expect(row).toMatchObject({ Matter: 'list entry', 'Student number': `G${DI}` });
    const own =
      /测试|民政名单|低保|助学金|免学费|困难|特别|一般|第一小学|第一中学|东区|西区|安安|白白|白成|陈陈|丁丁|安父|白母|陈父|civil|家长/g;
    for (const one of rows)
      expect(Object.values(one).join('').replace(own, '')).not.toMatch(/\p{Script=Han}/u);
    const filled = filledCsv(end, (one) =>
      one['Name on the list'] === '丁丁'
        ? { Conclusion: 'is this student', By: 'office', Date: '2025-10-12', Because: 'register seen' }
        : null,
    );
    const second = await runWorld(
      { ...UNSURE, 'filled.csv': filled },
      {},
      english.replace('language', 'answers: [filled.csv]\nlanguage'),
    );
    expect(stateOf(second, '丁丁')).toBe('matched');
  });
});

it('a workbook holds what is most at stake, and says where the rest is', () => {
  const rows = Array.from({ length: 20_001 }, (_, i) => ({ cells: { todo: String(i) } }));
  const form: Form = { sheet: '表', lang: 'zh', title: 't', notes: ['n'], columns: ['todo'], rows };
  expect(atMost(form).rows).toEqual(rows.slice(0, 20_000));
  expect(atMost(form).notes[1]).toContain('共 20,001 行');
  expect(atMost({ ...form, rows: rows.slice(1) })).toEqual({ ...form, rows: rows.slice(1) });
});

describe('hostile cells in a form', () => {
  const hostile = [
    '=HYPERLINK("http://x","y")',
    "+cmd|' /C calc'!A0",
    '@SUM(A1)',
    '\t=1',
    '　=1',
    '＝1',
    'a\u202eb',
    '\u0000',
    'x\ny',
    '"',
    '\ud800',
  ];
  const form: Form = {
    sheet: '表',
    lang: 'zh',
    title: 't',
    notes: [],
    columns: formColumns(['todo', 'listName']),
    rows: hostile.map((text) => ({ cells: { todo: text, listName: text, key: 'k' }, chosen: [text] })),
  };

  it('are text that nothing runs, with every sign seen, in the workbook', async () => {
    const bytes = await workbook([form]);
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.rows.slice(2).map((row) => row[0])).toEqual(hostile.map(visible));
    const table = await readTable({ name: 'a.xlsx', bytes });
    if (!table.ok) throw new Error(JSON.stringify(table.issues));
    const kinds = table.value.sheets
      .flatMap((one) => one.rows)
      .flatMap((row) => row.cells.map((cell) => cell.kind));
    expect(new Set(kinds)).toEqual(new Set(['text', 'blank']));
    expect(visible('a\u202eb\u0000')).toBe('a⟨U+202E⟩b⟨U+0000⟩');
  });

  it('begin no formula in the file', () => {
    const cells = formRows(formCsv(form)).rows.map((row) => row.名单姓名 ?? '');
    expect(cells).toHaveLength(hostile.length);
    for (const cell of cells) expect(cell).not.toMatch(/^[\s　]*[=+\-@＝]/u);
  });
});

describe('a row about the children of somebody', () => {
  const job = JOB.replace(
    'columns: { name: 姓名, id: 证件号 }\n      attributes',
    'means: children_of_person\n      columns: { name: 姓名, id: 证件号 }\n      attributes',
  );
  const WITH = job.replace('# roster', 'answers: [filled.csv]');
  const parent = idOf('19850101', 11);
  /** Bo's guardian has the name of Anne's, and no number. */
  const files = {
    'roster.csv': (FILES['roster.csv'] ?? '').replace(`白母,${idOf('19860101', 22)}`, '安父,'),
    'civil.csv': `姓名,证件号,类别\n安父,${parent},低保\n安父,${idOf('19850101', 13)},低保\n`,
  };
  const results = (end: Awaited<typeof unsure>, row: number) =>
    textOf(end, 'ledger/civil.ndjson')
      .split('\n')
      .filter((line) => line.includes(`"row":${row}}`))
      .flatMap((line) => (JSON.parse(line) as { entries: { state: string; student?: string }[] }).entries)
      .map(({ state, student }) => [state, student]);

  it('may be answered with several of them, and keeps those who are sure', async () => {
    const first = await runWorld(files, {}, job);
    expect(results(first, 2)).toEqual([
      ['matched', `G${ANNE}`],
      ['review', undefined],
    ]);
    const filled = filledCsv(first, (row) =>
      row.名单姓名 === '安父' && row.行 === '3'
        ? { ...WHO, 结论: '是这名学生', 选定的学籍号: `G${ANNE}、2` }
        : row.名单姓名 === '安父'
          ? { ...WHO, 结论: '不在本地就读' }
          : null,
    );
    const second = await runWorld({ ...files, 'filled.csv': filled }, {}, WITH);
    expect(second.issues.filter((issue) => issue.code.startsWith('answer'))).toEqual([]);
    expect(results(second, 2)).toContainEqual(['matched', `G${ANNE}`]);
    expect(
      second.run?.determinations
        .filter((d) => d.categories.some((c) => c.status === 'in'))
        .map((d) => d.student),
    ).toEqual([`G${ANNE}`, `G${BO}`].sort());
    expect(second.run?.summary.equations.every((equation) => equation.holds)).toBe(true);
  });
});
