import { describe, expect, it } from 'vitest';
import type { RunEnd } from '../../../src/batch/index.js';
import { linkJob, readJob } from '../../../src/batch/job/index.js';
import { readRules } from '../../../src/rules/index.js';
import { KIND_FILES, KIND_JOB, KIND_RULES } from './kinds.js';
import { ANNE, BO, runWorld } from './world.js';

const run = (changes: Readonly<Record<string, string>> = {}): Promise<RunEnd> =>
  runWorld({ ...KIND_FILES, ...changes }, {}, KIND_JOB);
const of = (end: RunEnd, id: string) => {
  const found = end.run?.determinations.find((d) => d.student === `G${id}`);
  if (found === undefined) throw new Error(JSON.stringify(end.issues));
  return found;
};
const factOf = (end: RunEnd, id: string, fact: string) =>
  of(end, id).facts.find((used) => used.fact === fact)?.value;
const pointsOf = (end: RunEnd, id: string, part: string) =>
  of(end, id).trace.find((one) => one.part === part)?.points;
const cell = (from: string, to: string): Record<string, string> => {
  const text = KIND_FILES['survey.csv'] ?? '';
  expect(text).toContain(from);
  return { 'survey.csv': text.replace(from, to) };
};

describe('facts of every kind in a run', () => {
  it('reads dates, codes and sets, and what is known not to exist', async () => {
    const end = await run();
    expect(end.issues.filter((issue) => issue.severity !== 'note')).toEqual([]);
    expect(factOf(end, ANNE, 'disaster_on')).toBe('2025-03-09');
    expect(factOf(end, ANNE, 'county')).toBe('0371');
    expect(factOf(end, ANNE, 'marks')).toEqual({ in: ['debts', 'flood'] });
    expect(factOf(end, BO, 'disaster_on')).toBe('none');
    expect(factOf(end, BO, 'county')).toBe('0200');
    expect(factOf(end, BO, 'marks')).toEqual({ in: [] });
    expect(['disaster', 'county', 'marks'].map((part) => pointsOf(end, ANNE, part))).toEqual(['9', '3', '4']);
    expect(['disaster', 'county', 'marks'].map((part) => pointsOf(end, BO, part))).toEqual(['0', '0', '0']);
  });

  it('takes nothing as given, and knows nothing of people', async () => {
    const end = await run();
    for (const d of end.run?.determinations ?? []) {
      expect(d.figures.some((figure) => figure.given === true)).toBe(false);
      expect(d.facts.map((used) => used.fact)).not.toContain('family');
    }
  });

  it.each([
    ['a date in another form', '2025/3/9', '2025-03-09', 'cell.dateForm', 'disaster_on'],
    ['a day that the calendar does not have', '2025/3/9', '2025/2/30', 'cell.dateForm', 'disaster_on'],
    ['a date out of range', '2025/3/9', '1999/3/9', 'cell.dateRange', 'disaster_on'],
    ['an option that there is not', '水灾、负债', '水灾、旱灾', 'cell.label', 'marks'],
    ['separators alone', '水灾、负债', '、；、', 'cell.label', 'marks'],
  ])('%s counts as not known and is named', async (_, from, to, code, fact) => {
    const end = await run(cell(from, to));
    expect(end.issues.map((issue) => issue.code)).toContain(code);
    expect(factOf(end, ANNE, fact)).toBeUndefined();
    expect(JSON.stringify(end.issues)).not.toContain(to);
  });

  it('does not take two rows that say different sets for one that says both', async () => {
    const survey = KIND_FILES['survey.csv'] ?? '';
    const [, anne = ''] = survey.split('\n');
    const same = await run({ 'survey.csv': `${survey}${anne.replace('水灾、负债', '负债；水灾')}\n` });
    expect(same.issues.map((issue) => issue.code)).toContain('row.repeated');
    expect(same.issues.map((issue) => issue.code)).not.toContain('row.conflict');
    expect(factOf(same, ANNE, 'marks')).toEqual({ in: ['debts', 'flood'] });
    const torn = await run({ 'survey.csv': `${survey}${anne.replace('水灾、负债', '水灾')}\n` });
    expect(torn.issues.map((issue) => issue.code)).toContain('row.conflict');
    expect(factOf(torn, ANNE, 'marks')).toBeUndefined();
  });
});

describe('decisions of persons', () => {
  const decided = (...rows: readonly string[]) =>
    run({ 'decisions.csv': `${KIND_FILES['decisions.csv']}${rows.map((row) => `${row}\n`).join('')}` });
  const row = (kind: string, about: string, value: string, by = 'teacher', because = '走访'): string =>
    `${kind},G${ANNE},${about},${value},,,,,${by},2025-10-12,${because},`;

  it('give points to a part, under its path or with score. in front', async () => {
    for (const about of ['teacher', 'score.teacher']) {
      const end = await decided(row('评分', about, '4'));
      expect(pointsOf(end, ANNE, 'teacher')).toBe('4');
      expect(of(end, ANNE).couldRaise).not.toContain('score.teacher');
    }
    expect(of(await run(), ANNE).couldRaise).toContain('score.teacher');
  });

  it('set a figure that the rules let them set', async () => {
    expect(pointsOf(await run(), ANNE, 'poor')).toBe('0');
    const end = await decided(row('核定', 'line', '50', 'county_office'));
    expect(of(end, ANNE).figures.find((figure) => figure.figure === 'line')).toEqual({
      figure: 'line',
      value: '50',
      given: true,
    });
    expect(pointsOf(end, ANNE, 'poor')).toBe('1');
  });

  it('state facts of every kind', async () => {
    expect(factOf(await decided(row('走访', 'marks', 'one_dead')), ANNE, 'marks')).toEqual({
      in: ['one_dead'],
    });
    expect(factOf(await decided(row('走访', 'disaster_on', '2024-01-02')), ANNE, 'disaster_on')).toBe(
      '2024-01-02',
    );
    expect(factOf(await decided(row('走访', 'proved', 'true')), ANNE, 'proved')).toBe(true);
  });

  it.each([
    ['points beyond the range', row('评分', 'teacher', '6'), 'cell.tooLarge'],
    ['points off the step', row('评分', 'teacher', '0.5'), 'cell.offGrid'],
    ['a part that nobody judges', row('评分', 'marks', '1'), 'cell.label'],
    ['a figure that nobody sets', row('核定', 'income', '1'), 'cell.label'],
    ['points without a value', row('评分', 'teacher', ''), 'row.decisionIncomplete'],
    ['people in a cell', row('走访', 'family', '3'), 'cell.people'],
  ])('%s are not used and named', async (_, text, code) => {
    const end = await decided(text);
    expect(end.issues.map((issue) => issue.code)).toContain(code);
    expect(pointsOf(end, ANNE, 'teacher')).toBe('0');
    expect(pointsOf(end, ANNE, 'poor')).toBe('0');
  });

  it('of somebody whom the rules do not name are left to the determination, which names them', async () => {
    const end = await decided(row('评分', 'teacher', '4', 'school_group'));
    expect(pointsOf(end, ANNE, 'teacher')).toBe('0');
    expect(of(end, ANNE).issues.map((issue) => issue.code)).toEqual(['decision.role']);
  });
});

describe('a job against facts of every kind', () => {
  const rules = readRules(KIND_RULES);
  const linked = (from: string, to: string) => {
    expect(KIND_JOB).toContain(from);
    const job = readJob(KIND_JOB.replace(from, to), { file: 'job.yaml' });
    if (!job.ok || !rules.ok) throw new Error(JSON.stringify([job.issues, rules.issues]));
    return linkJob(job.value, rules.value).map(({ code, place }) => `${code} ${place?.path}`);
  };

  it('finds nothing wrong with the job', () => expect(linked('', '')).toEqual([]));

  it.each([
    ['people', 'income: 年收入', 'family: 年收入', 'job.peopleFact facts.0.facts.family'],
    [
      'a fact that only some may state',
      'income: 年收入',
      'proved: 年收入',
      'job.factByRole facts.0.facts.proved',
    ],
    [
      'none for what always has a value',
      'income: 年收入',
      'income: { header: 年收入, none: 无 }',
      'job.notNone facts.0.facts.income.none',
    ],
    [
      'a date form for a number',
      'income: 年收入',
      'income: { header: 年收入, date: YYYY/M/D }',
      'job.columnKey facts.0.facts.income.date',
    ],
    [
      'a separator for a date',
      'date: YYYY/M/D',
      'separator: 、',
      'job.columnKey facts.0.facts.disaster_on.separator',
    ],
    [
      'an option of a set that there is not',
      '负债: debts',
      '负债: debt',
      'job.unknownOption facts.0.facts.marks.values.负债',
    ],
    [
      'a day out of range',
      'date: YYYY/M/D,',
      'values: { 年初: 1999-01-01 },',
      'job.unknownOption facts.0.facts.disaster_on.values.年初',
    ],
  ])('names %s', (_, from, to, said) => expect(linked(from, to)).toEqual([said]));

  it('refuses a way of writing dates that is none', () => {
    const job = readJob(KIND_JOB.replace('YYYY/M/D', 'YY/M/D'), { file: 'job.yaml' });
    expect(job.issues.map(({ code, values }) => [code, values.found])).toEqual([
      ['job.datePattern', 'YY/M/D'],
    ]);
  });
});

describe('the first day of the period', () => {
  const rules = KIND_RULES.replace('poor: { when: line < 100', 'poor: { when: period_start < as_of');
  const withStart = KIND_JOB.replace('as_of:', 'period_start: 2025-09-01\nas_of:');

  it('comes from the job, and is missed where a rule asks for it', async () => {
    const without = await runWorld({ ...KIND_FILES, 'rules.yaml': rules }, {}, KIND_JOB);
    expect([without.exit, without.issues.map((issue) => issue.code)]).toEqual([3, ['plan.periodStart']]);
    const end = await runWorld({ ...KIND_FILES, 'rules.yaml': rules }, {}, withStart);
    expect(pointsOf(end, ANNE, 'poor')).toBe('1');
    const manifest = end.run?.files.find((file) => file.path === 'manifest.json')?.bytes;
    expect(new TextDecoder().decode(manifest)).toContain('"periodStart":"2025-09-01"');
  });

  it('is a day of the calendar', () => {
    const job = readJob(withStart.replace('2025-09-01', '2025-09-31'), { file: 'job.yaml' });
    expect(job.issues.map((issue) => issue.code)).toEqual(['job.noDate']);
  });
});
