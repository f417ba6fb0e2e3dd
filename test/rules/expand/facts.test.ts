import { describe, expect, it } from 'vitest';
import { faults, long } from './written.js';

// Section 6: choices and facts.

const SECTION_6 = `
choices:
  disability:  { of: [grade_4, grade_3, grade_2, grade_1], ordered: true, titles: { grade_1: 一级 } }
  work_injury: { of: [g10, g9, g8, g7, g6, g5, g4, g3, g2, g1], ordered: true }
facts:
  stage:    { type: choice, of: [preschool, primary, junior, senior, vocational, higher], origin: enrolment, unknown: block, worse: none }
  income:   { type: number, unit: CNY/year, range: [0, 10_000_000], worse: lower, title: 家庭年收入 }
  married:  { type: flag, worse: none }
  spouse_income: { type: number, unit: CNY/year, range: [0, 10_000_000], only_if: married, none: 0 }
  lost_job_on:   { type: date, none: allowed, worse: later }
  minority: { type: flag, worse: if_true, protected: gd_2023 }
  senior_aid: { type: flag, origin: previous_run, worse: if_true }
  grade:    { type: choice, of: disability, worse: listed }
  assets:   { type: several, of: [villa, car], titles: { car: 小汽车 }, worse: fewer, unknown: { no_points: 未说明 } }
  county:   { type: code, worse: none, unknown: { assume: 371500, because: 本市, source: { in: notice, at: 第3项 } } }
  visited:  { type: flag, by: [visitor, head], origin: visit, evidence: { any_of: [photo], missing: ask }, unknown: { no_points: 未走访 } }
  born:     { type: date, range: [1990-01-01, 2020-12-31], worse: earlier }
  family:
    type: people
    size: [0, 12]
    worse: more
    of:
      relation: { type: choice, of: [father, mother, sibling, other] }
      birth: { type: date }
      in_school: { type: flag, worse: if_true, title: 在学 }
      wages: { type: number, unit: USD, range: [0, 9_000], none: 0 }
      grade: { type: choice, of: disability, worse: listed, none: allowed }
`;

describe('choices and facts', () => {
  const { choices, facts } = long(SECTION_6);

  it('choices are said once, inline ones under the name of their fact or attribute', () => {
    expect(Object.keys(choices).sort()).toEqual([
      'assets',
      'disability',
      'family.relation',
      'stage',
      'work_injury',
    ]);
    expect(choices.disability).toEqual({
      of: ['grade_4', 'grade_3', 'grade_2', 'grade_1'],
      ordered: true,
      titles: { grade_1: { zh: '一级' } },
    });
    expect(choices['family.relation']).toEqual({
      of: ['father', 'mother', 'sibling', 'other'],
      ordered: false,
      titles: {},
    });
    expect(choices.assets?.titles).toEqual({ car: { zh: '小汽车' } });
  });

  it('a plain list is a choice without order or titles', () => {
    const { choices } = long('choices: { filing: [single, joint] }\n');
    expect(choices.filing).toEqual({ of: ['single', 'joint'], ordered: false, titles: {} });
  });

  it.each([
    [
      'stage',
      { type: 'choice', choice: 'stage', worse: 'none', origin: 'enrolment', unknown: { policy: 'block' } },
    ],
    [
      'income',
      {
        type: 'number',
        unit: 'CNY/year',
        range: ['0', '10000000'],
        step: '0.01',
        worse: 'lower',
        origin: 'survey',
        unknown: { policy: 'ask' },
        title: { zh: '家庭年收入' },
      },
    ],
    [
      'spouse_income',
      {
        type: 'number',
        unit: 'CNY/year',
        range: ['0', '10000000'],
        step: '0.01',
        none: '0',
        only_if: 'married',
        worse: 'none',
        origin: 'survey',
        unknown: { policy: 'ask' },
      },
    ],
    [
      'lost_job_on',
      {
        type: 'date',
        range: ['1900-01-01', '2100-12-31'],
        none: 'allowed',
        worse: 'later',
        origin: 'survey',
        unknown: { policy: 'ask' },
      },
    ],
    [
      'minority',
      {
        type: 'flag',
        worse: 'if_true',
        origin: 'survey',
        unknown: { policy: 'ask' },
        protected: { in: 'gd_2023' },
      },
    ],
    [
      'grade',
      {
        type: 'choice',
        choice: 'disability',
        worse: ['grade_4', 'grade_3', 'grade_2', 'grade_1'],
        origin: 'survey',
        unknown: { policy: 'ask' },
      },
    ],
    [
      'assets',
      {
        type: 'several',
        choice: 'assets',
        worse: 'fewer',
        origin: 'survey',
        unknown: { policy: 'no_points', because: { zh: '未说明' } },
      },
    ],
    [
      'county',
      {
        type: 'code',
        worse: 'none',
        origin: 'survey',
        unknown: {
          policy: 'assume',
          value: '371500',
          because: { zh: '本市' },
          source: { in: 'notice', at: '第3项' },
        },
      },
    ],
    [
      'visited',
      {
        type: 'flag',
        worse: 'none',
        origin: 'visit',
        by: ['visitor', 'head'],
        evidence: { any_of: ['photo'], missing: 'ask' },
        unknown: { policy: 'no_points', because: { zh: '未走访' } },
      },
    ],
    [
      'born',
      {
        type: 'date',
        range: ['1990-01-01', '2020-12-31'],
        worse: 'earlier',
        origin: 'survey',
        unknown: { policy: 'ask' },
      },
    ],
    [
      'family',
      {
        type: 'people',
        size: ['0', '12'],
        worse: 'more',
        origin: 'survey',
        unknown: { policy: 'ask' },
        of: {
          relation: { type: 'choice', choice: 'family.relation', worse: 'none' },
          birth: { type: 'date', range: ['1900-01-01', '2100-12-31'], worse: 'none' },
          in_school: { type: 'flag', worse: 'if_true', title: { zh: '在学' } },
          wages: {
            type: 'number',
            unit: 'USD',
            range: ['0', '9000'],
            step: '0.01',
            none: '0',
            worse: 'none',
          },
          grade: {
            type: 'choice',
            choice: 'disability',
            none: 'allowed',
            worse: ['grade_4', 'grade_3', 'grade_2', 'grade_1'],
          },
        },
      },
    ],
  ])('%s', (id, form) => {
    expect(facts[id]).toEqual(form);
  });

  it.each([
    ['USD', '0.01'],
    ['CNY/year/person', '0.01'],
    ['person', '1'],
    ['1', '1'],
    ['km', '1'],
  ])('a number of %s has the grid %s where it says none', (unit, step) => {
    const { facts } = long(`units: [km]\nfacts: { x: { type: number, unit: ${unit}, range: [0, 1/2] } }\n`);
    expect(facts.x).toMatchObject({ range: ['0', '0.5'], step });
  });

  it('a number whose unit is no single one and no money has to say its grid', () => {
    expect(faults('facts:\n  x: { type: number, unit: person/day, range: [0, 1] }\n')).toEqual([
      ['rules.missingKey', '{ type: numbe', { key: 'step' }],
    ]);
    const { facts } = long('facts: { x: { type: number, unit: person/day, range: [0, 1], step: 50% } }\n');
    expect(facts.x?.step).toBe('0.5');
  });
});

describe('facts that are refused', () => {
  it.each([
    ['x: { type: nubmer }', 'rules.notOneOf', 'nubmer', { near: 'number' }],
    ['x: { type: date, worse: if_true }', 'rules.notOneOf', 'if_true', { options: 'later, earlier, none' }],
    ['x: { typ: flag }', 'rules.unknownKey', 'typ', { key: 'typ', near: 'type' }],
    ['x: { type: flag, onlyif: y }', 'rules.unknownKey', 'onlyif', { near: 'only_if' }],
    ['x: { type: number, unit: 1 }', 'rules.missingKey', 'x', { key: 'range' }],
    [
      'x: { type: number, unit: 1, range: [0, 1], none: allwed }',
      'rules.notOneOf',
      'allwed',
      { near: 'allowed' },
    ],
    ['x: { type: several, of: [a, b], none: allowed }', 'rules.unknownKey', 'none', { key: 'none' }],
    [
      'x: { type: people, size: [0, 2], of: { a: { type: flag, worse: if_treu } } }',
      'rules.notOneOf',
      'if_treu',
      { near: 'if_true' },
    ],
    [
      'x: { type: people, size: [0, 2], of: { a: { type: several } } }',
      'rules.notOneOf',
      'several',
      { option: 'several' },
    ],
    [
      'x: { type: people, size: [0, 31], of: { a: { type: flag } } }',
      'rules.limit',
      '31',
      { what: 'people', most: 30 },
    ],
    [
      'x: { type: date, range: [1990-01-01, 2030-02-30] }',
      'rules.date',
      '2030-02-30',
      { found: '2030-02-30' },
    ],
    [
      'x: { type: flag, evidence: { any_of: [a], mising: ask } }',
      'rules.unknownKey',
      'mising',
      { near: 'missing' },
    ],
    ['x: { type: flag, each: month }', 'rules.unknownKey', 'each', { key: 'each' }],
  ])('%s', (fact, code, place, values) => {
    const found = faults(`facts:\n  ${fact}\n`);
    expect(found).toEqual([[code, place, expect.objectContaining(values)]]);
  });

  it('a set has no one value to assume', () => {
    expect(
      faults('facts:\n  x: { type: several, of: [a, b], unknown: { assume: a, because: b } }\n'),
    ).toContainEqual(['rules.unknownKey', 'assume', expect.objectContaining({ key: 'assume' })]);
  });

  it('order and titles are said where the options stand', () => {
    const choices = 'choices: { level: { of: [a, b] } }\n';
    const found = faults(
      `${choices}facts:\n  x: { type: choice, of: level, ordered: true, titles: { a: 甲 } }\n`,
    );
    expect(found).toMatchObject([
      ['rules.unknownKey', 'true', { key: 'ordered' }],
      ['rules.unknownKey', '{ a: 甲 } }', { key: 'titles' }],
    ]);
  });
});
