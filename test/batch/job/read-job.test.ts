import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linkJob, readJob } from '../../../src/batch/job/index.js';
import { readRules } from '../../../src/rules/index.js';
import { JOB, RULES } from '../run/world.js';

const issuesOf = (text: string) => {
  const job = readJob(text, { file: 'job.yaml' });
  return job.issues.map(({ code, place, values }) => ({
    code,
    at: `${place?.line}:${place?.column}`,
    path: place?.path,
    values,
  }));
};

/** The job with one piece of text replaced. */
const changed = (from: string, to: string): string => {
  expect(JOB).toContain(from);
  return JOB.replace(from, to);
};

describe('reading a job file', () => {
  it('reads the small job and the job of the city', () => {
    expect(issuesOf(JOB)).toEqual([]);
    const city = readJob(readFileSync('fixtures/city/job.yaml', 'utf8'), { file: 'fixtures/city/job.yaml' });
    expect(city.issues).toEqual([]);
    expect(city.ok && Object.keys(city.value.document.lists ?? {})).toHaveLength(9);
  });

  it('reads the short form of a column as the long one', () => {
    const long = changed('school: 学校,', 'school: { header: 学校 },');
    const [a, b] = [JOB, long].map((text) => readJob(text, { file: 'job.yaml' }));
    expect(a?.ok && b?.ok && b.value.document).toEqual(a?.ok && a.value.document);
  });

  it('keeps texts as they are written', () => {
    const job = readJob(changed('covers: ["99"]', 'covers: ["0099"]'), { file: 'job.yaml' });
    expect(job.ok && job.value.document.lists?.civil?.[0]?.covers).toEqual(['0099']);
  });

  it.each([
    ['an unknown key', 'period:', 'perod: x\nperiod:', 'job.unknownKey', '3:1'],
    ['an unknown key far inside', 'hukou: 户口', 'hukuo: 户口', 'job.unknownKey', '12:78'],
    ['a key twice', 'known_at:', 'as_of: 2025-10-11\nknown_at:', 'job.duplicateKey', '5:1'],
    ['an alias', 'period: 2025-autumn', 'period: &p 2025-autumn', 'job.alias', '3:9'],
    ['a tag', 'period: 2025-autumn', 'period: !x 2025-autumn', 'job.tag', '3:9'],
    ['an empty value', 'period: 2025-autumn', 'period:', 'job.emptyValue', '3:1'],
    ['a missing key', 'period: 2025-autumn\n', '', 'job.missingKey', '1:1'],
    ['a wrong format', 'format: 1', 'format: 2', 'job.notOneOf', '1:9'],
    ['a date of another form', 'as_of: 2025-10-10', 'as_of: 2025/10/10', 'job.date', '4:8'],
    ['a day that is none', 'as_of: 2025-10-10', 'as_of: 2025-02-30', 'job.noDate', '4:1'],
    ['a period of another form', 'period: 2025-autumn', 'period: 2025-1', 'job.period', '3:9'],
    [
      'a list where a mapping is due',
      'columns: { name: 姓名, id: 证件号 }',
      'columns: [姓名]',
      'job.kind',
      undefined,
    ],
    ['neither file nor files', '  - file: roster.csv\n', '  - header: 1\n', 'job.fileOrFiles', undefined],
    [
      'a list newer than what is known',
      'list_date: 2025-09-01',
      'list_date: 2025-11-01',
      'job.listAfterKnownAt',
      undefined,
    ],
    ['ages the wrong way round', 'school_ages: [3, 24]', 'school_ages: [24, 3]', 'job.ages', undefined],
    [
      'data above the header',
      'file: survey.csv',
      'file: survey.csv\n    header: 2\n    from_row: 2',
      'job.fromRow',
      undefined,
    ],
    [
      'persons and households at once',
      'columns: { name: 姓名, id: 证件号 }',
      'columns: { name: 姓名 }\n      holder: { name: 姓名, id: 证件号 }',
      'job.twoShapes',
      undefined,
    ],
    [
      'a list without persons',
      'columns: { name: 姓名, id: 证件号 }',
      'columns: {}',
      'job.noPerson',
      undefined,
    ],
  ])('refuses %s', (_, from, to, code, at) => {
    const issues = issuesOf(changed(from, to));
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues.every((issue) => issue.code.startsWith('job.') && issue.at !== 'undefined:undefined')).toBe(
      true,
    );
    if (at !== undefined) expect(issues.find((issue) => issue.code === code)?.at).toBe(at);
  });

  it('guesses what a misspelt key meant', () => {
    expect(issuesOf(changed('hukou: 户口', 'hukuo: 户口'))[0]?.values).toMatchObject({ near: 'hukou' });
  });
});

describe('a job against its rule file', () => {
  const rules = readRules(RULES);
  const linked = (text: string) => {
    const job = readJob(text, { file: 'job.yaml' });
    if (!job.ok || !rules.ok) throw new Error('not readable');
    return linkJob(job.value, rules.value).map(({ code, values, place }) => ({
      code,
      values,
      path: place?.path,
    }));
  };

  it('finds nothing wrong with the small job', () => expect(linked(JOB)).toEqual([]));

  it.each([
    ['a list that it does not have', '  civil:\n', '  civic:\n', 'job.unknownList', 'lists.civic', 'civil'],
    [
      'a fact that it does not have',
      'income: 年收入',
      'incme: 年收入',
      'job.unknownFact',
      'facts.0.facts.incme',
      'income',
    ],
    [
      'an enrolment fact',
      'income: 年收入',
      'stage: 年收入',
      'job.enrolmentFact',
      'facts.0.facts.stage',
      undefined,
    ],
    [
      'an option that it does not have',
      '病: ill',
      '病: il',
      'job.unknownOption',
      'facts.0.facts.health.values.病',
      'ill',
    ],
    [
      'a stage that there is not',
      '小学: primary',
      '小学: primry',
      'job.unknownOption',
      'roster.0.columns.stage.values.小学',
      'primary',
    ],
    [
      'an attribute that it does not have',
      'kind: { header: 类别',
      'knd: { header: 类别',
      'job.unknownAttribute',
      'lists.civil.0.attributes.knd',
      'kind',
    ],
    [
      'an option of an attribute',
      '低保: on_dibao',
      '低保: on_dibo',
      'job.unknownOption',
      'lists.civil.0.attributes.kind.values.低保',
      'on_dibao',
    ],
    [
      'a flag that is none',
      '农村: true',
      '农村: yes',
      'job.unknownOption',
      'roster.0.facts.rural.values.农村',
      undefined,
    ],
    [
      'a number out of range',
      'members: 人口',
      'members: { header: 人口, values: { 多: 99 } }',
      'job.unknownOption',
      'facts.0.facts.members.values.多',
      undefined,
    ],
    [
      'a grade that is none',
      '一年级: 1',
      '一年级: 一',
      'job.unknownOption',
      'roster.0.columns.grade.values.一年级',
      '1',
    ],
  ])('names %s, with its place', (_, from, to, code, path, near) => {
    const [issue, ...rest] = linked(changed(from, to));
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({ code, path });
    expect(issue?.values.near).toBe(near);
  });
});
