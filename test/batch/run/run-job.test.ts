import { describe, expect, it } from 'vitest';
import type { RunEnd } from '../../../src/batch/index.js';
import { ANNE, BO, CY, DI, FILES, idOf, JOB, runWorld } from './world.js';

const outcomes = (end: RunEnd) =>
  Object.fromEntries((end.run?.determinations ?? []).map((d) => [d.student.slice(1), d.outcome]));
const found = (end: RunEnd, code: string) => end.issues.filter((issue) => issue.code === code);
const codes = (end: RunEnd) =>
  [...new Set(end.issues.filter((i) => i.severity !== 'note').map((i) => i.code))].sort();
const file = (end: RunEnd, path: string): string => {
  const bytes = end.run?.files.find((one) => one.path === path)?.bytes;
  return new TextDecoder().decode(bytes);
};
const ndjson = (end: RunEnd, path: string) =>
  file(end, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, never>);

/** A file with one text replaced. */
const changed = (name: string, from: string, to: string): Record<string, string> => {
  const text = FILES[name] ?? '';
  expect(text).toContain(from);
  return { [name]: text.replace(from, to) };
};

describe('a run', () => {
  it('determines everybody once, with facts, lists and school joined', async () => {
    const end = await runWorld();
    expect(codes(end)).toEqual([]);
    expect(outcomes(end)).toEqual({
      [ANNE]: 'determined',
      [BO]: 'determined',
      [CY]: 'undetermined',
      [DI]: 'notApplied',
    });
    const anne = end.run?.determinations.find((d) => d.student === `G${ANNE}`);
    // 30 of income, 5 of rural hukou, 20 of health, 5 of a household of five.
    expect(anne?.recommended).toEqual({ tier: 'special', scoreTier: 'special', score: '60' });
    expect(anne?.facts.find((f) => f.fact === 'income')).toEqual({
      fact: 'income',
      value: '5000',
      origin: 'given',
      source: { file: 'survey.csv', row: 2 },
    });
    const cy = end.run?.determinations.find((d) => d.student === `G${CY}`);
    expect(cy?.categories).toMatchObject([
      { category: 'dibao', status: 'in', evidence: [{ list: 'civil', file: 'civil.csv', row: 2 }] },
    ]);
    expect(cy?.facts.find((f) => f.fact === 'fee')?.source).toEqual({ file: 'schools.csv', row: 3 });
    expect(end.exit).toBe(1);
  });

  it('is clean where nothing is left to do', async () => {
    const survey = `${FILES['survey.csv']}G${CY},陈陈,90000,2,好\n`;
    const end = await runWorld({ 'survey.csv': survey });
    expect(end.run?.items).toEqual([]);
    expect(end.exit).toBe(0);
  });

  it('puts every physical row into the ledger', async () => {
    const end = await runWorld();
    expect(ndjson(end, 'ledger/civil.ndjson').map((line) => [line.row, line.kind])).toEqual([
      [1, 'header'],
      [2, 'entries'],
      [3, 'entries'],
      [4, 'skipped'],
    ]);
    expect(ndjson(end, 'ledger/roster.ndjson').map((line) => line.kind)).toEqual([
      'header',
      'person',
      'person',
      'person',
      'person',
    ]);
    const first = ndjson(end, 'ledger/civil.ndjson')[1];
    expect(first).toMatchObject({ entries: [{ state: 'matched', reason: 'exactId', student: `G${CY}` }] });
  });

  it('records in order of school and student, one canonical line each', async () => {
    const lines = ndjson(await runWorld(), 'determinations.ndjson');
    const keys = lines.map((line) => `${line.school} ${line.student}`);
    expect(keys).toEqual([...keys].sort());
    expect(keys).toHaveLength(4);
  });

  it('balances its books', async () => {
    const equations = (await runWorld()).run?.summary.equations ?? [];
    const ids = equations.map((equation) => equation.id);
    for (const id of [
      'EQ0',
      'EQ1',
      'EQ2',
      'EQ3',
      'EQ4',
      'EQ5:dibao',
      'EQ7:school',
      'EQ7:area',
      'EQ7:area/grant',
      'rows:civil/civil.csv',
    ])
      expect(ids).toContain(id);
    expect(equations.filter((equation) => !equation.holds)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives the same bytes whatever the order of the rows of facts and lists', async () => {
    const turn = (text = ''): string => {
      const [head, ...rest] = text.trimEnd().split('\n');
      return `${[head, ...rest.reverse()].join('\n')}\n`;
    };
    const survey = turn(FILES['survey.csv']);
    const [a, b] = [await runWorld(), await runWorld({ 'survey.csv': survey })];
    const without = (end: RunEnd): string =>
      file(end, 'determinations.ndjson').replace(/"row":\d+/g, '"row":0');
    expect(without(b)).toBe(without(a));
    const again = await runWorld();
    expect(again.run?.files.filter((f) => f.path !== 'engine.json')).toEqual(
      a.run?.files.filter((f) => f.path !== 'engine.json'),
    );
  });
});

describe('an input that refuses the run', () => {
  it.each([
    ['a missing file', { 'survey.csv': null }, 'job.missingFile', 'facts.0.file'],
    ['a missing rule file', { 'rules.yaml': null }, 'job.rulesMissing', 'rules'],
    [
      'an unknown column',
      changed('survey.csv', '年收入', '收入'),
      'job.unknownColumn',
      'facts.0.facts.income',
    ],
    ['an empty file', { 'aided.csv': '' }, 'read.empty', null],
    [
      'an unknown identity column',
      { 'civil.csv': `姓名,证件号,类别,监护人身份证号\n` },
      'job.idColumnUnread',
      'lists.civil.0',
    ],
  ] as const)('%s', async (_, changes, code, path) => {
    const end = await runWorld(changes);
    expect(end).toMatchObject({ exit: 3, issues: [{ code, severity: 'error' }] });
    expect(end.run).toBeUndefined();
    if (path !== null) expect(end.issues[0]?.place).toMatchObject({ file: 'job.yaml', path });
  });

  it('lists the columns that there are', async () => {
    const end = await runWorld(changed('survey.csv', '年收入', '收入'));
    expect(end.issues[0]?.values).toEqual({
      file: 'survey.csv',
      sheet: '',
      header: '年收入',
      headers: '学籍号、姓名、收入、人口、健康',
    });
  });

  it('the same content read twice for one purpose', async () => {
    const job = JOB.replace('  - file: aided.csv\n', '  - files: [aided.csv, again.csv]\n');
    const end = await runWorld({ 'again.csv': FILES['aided.csv'] ?? '' }, {}, job);
    expect(end).toMatchObject({
      exit: 3,
      issues: [{ code: 'job.sameContent', values: { file: 'again.csv', other: 'aided.csv' } }],
    });
  });

  it('rules that are not in force', async () => {
    const end = await runWorld({}, {}, JOB.replace('as_of: 2025-10-10', 'as_of: 2025-08-10'));
    expect(end).toMatchObject({ exit: 3, issues: [{ code: 'plan.notInForce' }] });
  });

  it('a job that names what the rules do not have', async () => {
    const end = await runWorld({}, {}, JOB.replace('income: 年收入', 'incme: 年收入'));
    expect(end).toMatchObject({ exit: 3, issues: [{ code: 'job.unknownFact' }] });
  });
});

describe('bad data stays in the books', () => {
  it('an unreadable cell is not known, named with its place, and asked', async () => {
    const end = await runWorld(changed('survey.csv', '5000,5,病', '约5000,5,病了'));
    expect(found(end, 'cell.number')[0]?.place).toEqual({ file: 'survey.csv', row: 2, header: '年收入' });
    expect(found(end, 'cell.label')[0]).toMatchObject({
      place: { row: 2, header: '健康' },
      values: { labels: '好、病' },
    });
    const anne = end.run?.determinations.find((d) => d.student === `G${ANNE}`);
    expect(anne?.outcome).toBe('undetermined');
    expect(anne?.open?.questions.map((q) => q.id).sort()).toEqual(['health', 'income']);
    expect(end.exit).toBe(1);
  });

  it('an unknown stage leaves the student undetermined', async () => {
    const end = await runWorld(changed('roster.csv', '小学,一年级,农村', '小学校,一年级,农村'));
    expect(found(end, 'cell.label')[0]?.place).toEqual({ file: 'roster.csv', row: 2, header: '学段' });
    expect(outcomes(end)[ANNE]).toBe('undetermined');
  });

  it('a blank cell, a token and a missing form are not known', async () => {
    const end = await runWorld(changed('survey.csv', '5000,5,病', '不详,/,'));
    expect(codes(end)).toEqual([]);
    expect(outcomes(end)[ANNE]).toBe('undetermined');
  });

  it('an exact repeat of a roster row counts once', async () => {
    const rows = (FILES['roster.csv'] ?? '').split('\n');
    const end = await runWorld({ 'roster.csv': `${rows.join('\n')}${rows[1]}\n` });
    expect(end.run?.summary).toMatchObject({ students: { students: 4 }, roster: { rows: 5, duplicates: 1 } });
    expect(found(end, 'roster.exactDuplicate')).toHaveLength(1);
  });

  it('a student in two schools is one student with a conflict', async () => {
    const rows = (FILES['roster.csv'] ?? '').split('\n');
    const end = await runWorld({
      'roster.csv': `${rows.join('\n')}${rows[1]?.replace('2199000001', '3499000002')}\n`,
    });
    expect(end.run?.summary.students.students).toBe(4);
    expect(outcomes(end)[ANNE]).toBe('undetermined');
    expect(end.run?.determinations.find((d) => d.student === `G${ANNE}`)?.open?.because).toContain(
      'conflict',
    );
  });

  it('a row that is nobody we know is counted and worked on first', async () => {
    const end = await runWorld({ 'roster.csv': `${FILES['roster.csv']}2199000001,,,,1,,小学,,,,\n` });
    expect(end.run?.summary.roster).toEqual({ rows: 5, duplicates: 0, invalid: 1 });
    expect(end.run?.items[0]).toMatchObject({ kind: 'invalidRow' });
  });

  it('two forms that differ make the fact unknown; two that agree count once', async () => {
    const more = (line: string) => ({ 'survey.csv': `${FILES['survey.csv']}${line}\n` });
    const differ = await runWorld(more(`G${ANNE},安安,50000,5,病`));
    expect(found(differ, 'row.conflict')[0]).toMatchObject({
      values: { fact: 'income', first: 2 },
      place: { row: 4 },
    });
    expect(
      differ.run?.determinations.find((d) => d.student === `G${ANNE}`)?.open?.questions.map((q) => q.id),
    ).toEqual(['income']);
    const same = await runWorld(more(`G${ANNE},安安,5000,5,病`));
    expect(codes(same)).toEqual(['row.repeated']);
    expect(outcomes(same)[ANNE]).toBe('determined');
  });

  it('a third form does not make a torn fact known again', async () => {
    const lines = [`G${ANNE},安安,50000,5,病`, `G${ANNE},安安,50000,5,病`].join('\n');
    const end = await runWorld({ 'survey.csv': `${FILES['survey.csv']}${lines}\n` });
    expect(
      end.run?.determinations.find((d) => d.student === `G${ANNE}`)?.facts.some((f) => f.fact === 'income'),
    ).toBe(false);
  });

  it('a form under another name is not used, and its student has still asked', async () => {
    const end = await runWorld(changed('survey.csv', '安安,5000', '丁丁,5000'));
    expect(found(end, 'row.nameDiffers')[0]?.place).toEqual({ file: 'survey.csv', row: 2 });
    expect(outcomes(end)[ANNE]).toBe('undetermined');
  });

  it('a name that lost a character contradicts nobody', async () => {
    const end = await runWorld(changed('survey.csv', '安安,5000', '安?,5000'));
    expect(outcomes(end)[ANNE]).toBe('determined');
  });

  it('a form, a decision and an aid of nobody are named', async () => {
    const stranger = `G${idOf('20140101', 19)}`;
    const end = await runWorld({
      'survey.csv': `${FILES['survey.csv']}${stranger},某某,1,1,好\n,,1,1,好\n`,
      'aided.csv': `${FILES['aided.csv']}${stranger}\n`,
      'decisions.csv': `${FILES['decisions.csv']}放弃,${stranger},,,,,,,监护人,2025-10-01,自愿,声明\n`,
    });
    expect(found(end, 'row.studentUnknown').map((i) => i.place?.file)).toEqual([
      'survey.csv',
      'decisions.csv',
    ]);
    expect(found(end, 'row.noKey')[0]?.place).toMatchObject({ row: 5 });
    expect(found(end, 'row.leftSinceAided')[0]?.values).toEqual({ count: 1 });
    expect(end.run?.summary.equations.every((equation) => equation.holds)).toBe(true);
  });

  it('a school that the table does not have, or has twice', async () => {
    const end = await runWorld({
      'schools.csv': '代码,名称,区县,学费\n2199000001,第一小学,东区,\n2199000001,小学,西区,\n',
    });
    expect(found(end, 'row.schoolUnknown')[0]?.values).toEqual({ count: 1 });
    expect(found(end, 'row.schoolTwice')[0]?.values).toEqual({ first: 2 });
    expect(end.run?.summary.byArea.map((group) => [group.key, group.tally.students])).toEqual([
      ['', 1],
      ['东区', 3],
    ]);
  });

  it('a list that is too old leaves its category open, for those who asked', async () => {
    const end = await runWorld({}, {}, JOB.replace('list_date: 2025-09-01', 'list_date: 2025-06-01'));
    expect(codes(end)).toContain('match.listStale');
    expect(outcomes(end)[BO]).toBe('undetermined');
    expect(outcomes(end)[DI]).toBe('notApplied');
  });

  it('a list that nobody handed in leaves its category open', async () => {
    const job = JOB.replace(/lists:[\s\S]*?aided_before:/, 'aided_before:');
    const end = await runWorld({}, {}, job);
    expect(codes(end)).toContain('match.listMissing');
    expect(outcomes(end)[BO]).toBe('undetermined');
  });

  it('a child registered elsewhere is not cleared by a list that does not cover it', async () => {
    const end = await runWorld(changed('roster.csv', `${BO},1,990102`, `${BO},1,880102`));
    expect(outcomes(end)[BO]).toBe('undetermined');
  });
});

describe('what people decided', () => {
  const decided = (line: string) => runWorld({ 'decisions.csv': `${FILES['decisions.csv']}${line}\n` });

  it('declines, sets a tier, states a fact', async () => {
    expect(outcomes(await decided(`放弃,G${ANNE},,,,,,,监护人,2025-10-01,自愿,声明`))[ANNE]).toBe('declined');
    const tier = await decided(`认定,G${BO},,,,,,general,工作组,2025-10-01,火灾,纪要`);
    expect(tier.run?.determinations.find((d) => d.student === `G${BO}`)?.decided?.tier).toBe('general');
    const fact = await decided(`走访,G${BO},income,5000,,,,,走访组,2025-10-01,入户,记录`);
    expect(
      fact.run?.determinations.find((d) => d.student === `G${BO}`)?.facts.find((f) => f.fact === 'income'),
    ).toMatchObject({ value: '5000', origin: 'decision' });
  });

  it('settles an entry of a list', async () => {
    const civil = changed('civil.csv', '陈陈', '陈程');
    const before = await runWorld(civil);
    expect(before.run?.summary.lists[0]?.states).toMatchObject({ matched: 0, review: 1 });
    const end = await runWorld({
      ...civil,
      'decisions.csv': `${FILES['decisions.csv']}名单,G${CY},,,civil.csv,2,1,matched,专干,2025-10-01,户口簿,\n`,
    });
    expect(end.run?.summary.lists[0]?.states).toMatchObject({ matched: 1, review: 0 });
  });

  it.each([
    ['without a reason', `放弃,G${ANNE},,,,,,,监护人,2025-10-01,,声明`, 'row.decisionIncomplete'],
    ['without a paper', `放弃,G${ANNE},,,,,,,监护人,2025-10-01,自愿,`, 'row.decisionIncomplete'],
    ['without a kind', `,G${ANNE},,,,,,,监护人,2025-10-01,自愿,声明`, 'row.decisionIncomplete'],
    ['of an unknown kind', `其他,G${ANNE},,,,,,,监护人,2025-10-01,自愿,声明`, 'cell.label'],
    ['after what is known', `放弃,G${ANNE},,,,,,,监护人,2025-10-16,自愿,声明`, 'row.decisionLate'],
    ['on no day', `放弃,G${ANNE},,,,,,,监护人,2025-02-30,自愿,声明`, 'cell.date'],
    ['about a fact that is none', `走访,G${ANNE},incme,1,,,,,走访组,2025-10-01,入户,`, 'cell.label'],
    ['with a value that is none', `走访,G${ANNE},income,很少,,,,,走访组,2025-10-01,入户,`, 'cell.number'],
    ['with a tier that is none', `认定,G${ANNE},,,,,,特困,工作组,2025-10-01,因,`, 'cell.label'],
    ['about a list that is none', `名单,,,,other.csv,2,1,deceased,村委,2025-10-01,因,`, 'row.decisionNoList'],
    ['about no row', `名单,,,,civil.csv,x,1,deceased,村委,2025-10-01,因,`, 'cell.number'],
  ])('is not used and named: %s', async (_, line, code) => {
    const [end, without] = [await decided(line), await runWorld()];
    expect(codes(end)).toContain(code);
    expect(outcomes(end)).toEqual(outcomes(without));
    expect(end.run?.summary.equations.every((equation) => equation.holds)).toBe(true);
  });
});

describe('nothing of a person is in what is said', () => {
  it('names no name, number or cell in an issue', async () => {
    const canary = '丘处机';
    const end = await runWorld({
      'survey.csv': `学籍号,姓名,年收入,人口,健康\nG${ANNE},${canary},${canary},${canary},${canary}\n${canary},${canary},1,1,好\n`,
      'civil.csv': `姓名,证件号,类别\n${canary},${canary},${canary}\n${canary},${ANNE},低保\n`,
      'decisions.csv': `${FILES['decisions.csv']}${canary},${canary},${canary},${canary},${canary},${canary},${canary},${canary},${canary},${canary},${canary},${canary}\n`,
    });
    const said = JSON.stringify(end.issues) + file(end, 'issues.ndjson') + file(end, 'summary.json');
    expect(end.issues.length).toBeGreaterThan(5);
    expect(said).not.toContain(canary);
    for (const id of [ANNE, BO, CY, DI]) expect(said).not.toContain(id);
  });
});
