import { describe, expect, test } from 'vitest';
import type { Student } from '../../src/roster/index.js';
import { bothWays, RICH, RICH_TEXT, withSome } from './rich.js';
import { decision, rulesOf } from './sample.js';

const HEAD = `
format: 1
scheme: xx-outputs
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
`;

describe('a scheme that ends in its outputs', () => {
  const rules = rulesOf(`${HEAD}
facts:
  income: { type: number, unit: CNY/year, range: [0, 1_000], step: 100 }
  cap:    { type: number, unit: CNY/year, range: [0, 200], step: 100 }
  level:  { type: choice, of: [one, two, three] }
  lost_on: { type: date, none: allowed, range: [2025-01-01, 2025-01-03] }
scope: { small: { is: "income <= 900" } }
figures:
  share:   round(income / 4, 0.01, half_up)
  paid:    min(share, cap)
  aided:   level != one
  since:   lost_on
outputs: [paid, aided, since]
`);
  const whole: Student = {
    key: 'O1',
    enrolments: [],
    applied: false,
    facts: { income: 100, cap: 200, level: 'two', lost_on: '2025-01-02' },
  };
  const some = (facts: NonNullable<Student['facts']>): Student => ({
    ...whole,
    facts: { ...whole.facts, ...facts },
  });

  test('asks nobody to apply, and has neither tier nor awards', () => {
    const { outcome, recommended, reasons, awards, figures } = bothWays(whole, rules);
    expect({ outcome, recommended, reasons, awards }).toEqual({
      outcome: 'determined',
      recommended: undefined,
      reasons: [],
      awards: [],
    });
    expect(figures).toEqual([
      { figure: 'aided', value: true },
      { figure: 'paid', value: '25' },
      { figure: 'share', value: '25' },
      { figure: 'since', value: '2025-01-02' },
    ]);
  });

  test('may have an output that does not exist', () => {
    const { outcome, figures } = bothWays(some({ lost_on: 'none' }), rules);
    expect(outcome).toBe('determined');
    expect(figures).toContainEqual({ figure: 'since', value: 'none' });
  });

  test('is determined where every output is the same whatever is not known, and says so', () => {
    const { outcome, figures } = bothWays(some({ income: 0, cap: undefined }), rules);
    expect(outcome).toBe('determined');
    expect(figures).toContainEqual({ figure: 'paid', value: '0' });
  });

  test('otherwise says what each output can come to, and what to ask', () => {
    const open = bothWays(some({ income: 400, cap: undefined, level: undefined, lost_on: undefined }), rules);
    expect(open.outcome).toBe('undetermined');
    expect(open.open).toEqual({
      because: ['missingFact'],
      tiers: [],
      questions: [
        { kind: 'fact', id: 'level', leaves: 2 },
        { kind: 'fact', id: 'lost_on', leaves: 2 },
        { kind: 'fact', id: 'cap', leaves: 4 },
      ],
      outputs: [
        { figure: 'paid', between: { least: '0', most: '100' } },
        { figure: 'aided', among: [false, true] },
        { figure: 'since', between: { least: '2025-01-01', most: '2025-01-03' }, among: ['none'] },
      ],
      wide: false,
    });
    expect(open.figures).toEqual([{ figure: 'share', value: '100' }]);
  });

  test('says those that are settled, though others are not', () => {
    const { open, figures } = bothWays(some({ income: 0, cap: undefined, level: undefined }), rules);
    expect(open?.outputs?.map((one) => one.figure)).toEqual(['aided']);
    expect(figures.map((one) => one.figure)).toEqual(['paid', 'share', 'since']);
  });

  test('may be out of scope, and refuses a tier that a person decides', () => {
    expect(bothWays(some({ income: 1_000 }), rules).scope).toEqual({ predicate: 'small', facts: ['income'] });
    const decided = { ...whole, decisions: [decision({ kind: 'tier', tier: 'not_recognised' })] };
    const { outcome, issues, decided: person } = bothWays(decided, rules);
    expect({ outcome, person, codes: issues.map((issue) => issue.code) }).toEqual({
      outcome: 'determined',
      person: undefined,
      codes: ['decision.unknownTier'],
    });
  });
});

describe('a scheme without tiers that pays', () => {
  const rules = rulesOf(`${HEAD}
facts: { stage: { type: choice, of: [junior, senior], origin: enrolment }, fee: { type: number, unit: CNY/year, range: [0, 5_000] } }
programmes:
  books:  { instrument: exemption, for: stage = junior, amount: { unstated: 免费提供 }, per: year, payee: school }
  waiver: { instrument: waiver, for: stage = senior, amount: fee, per: year, payee: school }
`);
  const of = (stage: 'junior' | 'senior' | undefined, fee?: number): Student => ({
    key: 'P1',
    enrolments: [{ school: 'a', ...(stage === undefined ? {} : { stage }) }],
    applied: true,
    facts: { fee },
  });

  test('is determined by its awards alone', () => {
    const { outcome, recommended, awards } = bothWays(of('senior', 300), rules);
    expect({ outcome, recommended, minor: awards[1]?.amount?.minor }).toEqual({
      outcome: 'determined',
      recommended: undefined,
      minor: '30000',
    });
    expect(bothWays(of('junior'), rules).outcome).toBe('determined');
  });

  test('is open where an award is', () => {
    expect(bothWays(of('senior'), rules).open).toMatchObject({ tiers: [], questions: [{ id: 'fee' }] });
    expect(bothWays(of(undefined, 300), rules).open).toMatchObject({
      tiers: [],
      questions: [{ id: 'stage' }],
    });
  });

  test('asks who applied, as it pays', () => {
    expect(bothWays({ ...of('senior', 300), applied: false }, rules).outcome).toBe('notApplied');
  });
});

describe('a scheme without tiers that pays and ends in its outputs', () => {
  const number = 'type: number, unit: CNY/year, range: [0, 9], step: 1';
  const rules = rulesOf(`${HEAD}
facts: { a: { ${number} }, b: { ${number} } }
figures: { x: a + 1, y: b + 1 }
programmes: { grant: { instrument: grant, for: a >= 1, amount: x, per: year, payee: student } }
outputs: [x, y]
`);
  const of = (facts: NonNullable<Student['facts']>): Student => ({
    key: 'Q1',
    enrolments: [{ school: 'a' }],
    applied: true,
    facts,
  });

  test('is open where an output is, though every award is settled', () => {
    const { outcome, open, awards } = bothWays(of({ a: 5 }), rules);
    expect({ outcome, questions: open?.questions.map(({ id }) => id), state: awards[0]?.state }).toEqual({
      outcome: 'undetermined',
      questions: ['b'],
      state: 'granted',
    });
  });

  test('is determined where both are', () => {
    expect(bothWays(of({ a: 5, b: 0 }), rules).outcome).toBe('determined');
  });
});

describe('reasons of tiers that are not by score', () => {
  const facts = 'facts: { income: { type: number, unit: CNY/year, range: [0, 1_000], step: 100 } }';
  const student = (income: number): Student => ({
    key: 'T1',
    enrolments: [{ school: 'a' }],
    applied: true,
    facts: { income },
    otherCategories: 'out',
  });

  test('by conditions, in the order of the file', () => {
    const rules = rulesOf(`${HEAD}${facts}
tiers: [{ id: top, when: income < 300 }, { id: low, when: income < 600 }]
`);
    const said = (income: number) => {
      const { recommended, reasons } = bothWays(student(income), rules);
      return [recommended?.tier, recommended?.score, ...reasons];
    };
    expect(said(200)).toEqual(['top', undefined, { code: 'tierApplies', tier: 'top' }]);
    expect(said(300)).toEqual(['low', undefined, { code: 'tierApplies', tier: 'low' }]);
    expect(said(600)).toEqual(['not_recognised', undefined, { code: 'noTierApplies' }]);
  });

  test('by a formula', () => {
    const rules = rulesOf(`${HEAD}
choices: { level: { of: [low, top] } }
${facts}
tables: { line: { unit: CNY/year, keys: [level], rows: { low: 600, top: 300 } } }
tiers: { of: "last(t in level where income < line[t])", list: [{ id: top }, { id: low }] }
`);
    expect(bothWays(student(200), rules).reasons).toEqual([{ code: 'tierApplies', tier: 'top' }]);
    expect(bothWays(student(1_000), rules).reasons).toEqual([{ code: 'noTierApplies' }]);
  });
});

describe('a category that gives its tier', () => {
  const orphan = (change: Partial<Student> = {}, facts: NonNullable<Student['facts']> = {}): Student =>
    withSome(facts, { categories: [{ category: 'orphan', status: 'in' }], ...change });
  const codes = (student: Student, rules = RICH): readonly string[] =>
    bothWays(student, rules).reasons.map((reason) => Object.values(reason).join(' '));

  test('is the reason, and the score is none', () => {
    expect(bothWays(orphan()).recommended).toEqual({ tier: 'top', scoreTier: 'not_recognised', score: '5' });
    expect(codes(orphan())).toEqual(['bypassGives orphan top']);
  });

  test('may give less than the score; floors lift from there', () => {
    const rules = rulesOf(RICH_TEXT.replace('bypass: top', 'bypass: low'));
    const rich = orphan({}, { marks: ['jobless', 'ill', 'debt'], lost_on: '2025-09-01' });
    expect(bothWays(rich, rules).recommended).toMatchObject({ tier: 'low', scoreTier: 'top', score: '70' });
    expect(codes(rich, rules)).toEqual(['bypassGives orphan low']);
    const both = [
      { category: 'orphan', status: 'in' },
      { category: 'rural', status: 'in' },
    ] as const;
    const lifted = rulesOf(
      RICH_TEXT.replace('bypass: top', 'bypass: low').replace(
        'rural:  { list: civil, floor: low',
        'rural:  { list: civil, floor: top',
      ),
    );
    expect(codes(orphan({ categories: both }), lifted)).toEqual([
      'bypassGives orphan low',
      'floorLifts rural top',
    ]);
    expect(codes(orphan({ categories: both }), rules)).toEqual([
      'bypassGives orphan low',
      'floorHolds rural low',
    ]);
  });

  test('while it is open, nothing is said to be lifted', () => {
    const open = withSome(
      {},
      {
        categories: [
          { category: 'orphan', status: 'unknown', doubt: 'openMatch' },
          { category: 'rural', status: 'in' },
        ],
      },
    );
    expect(codes(open)).toEqual(['scoreBelowAll 5', 'floorHolds rural low']);
    expect(bothWays(open).open?.tiers).toEqual(['top', 'low']);
  });

  test('is held by a veto as a floor is', () => {
    const rules = rulesOf(
      `${RICH_TEXT}vetoes: { rich: { when: income > 8_000, effect: not_recognised, against_floor: floor_wins } }\n`,
    );
    const rich = orphan({}, { income: 8_500 });
    expect(bothWays(rich, rules).recommended?.tier).toBe('top');
    expect(codes(rich, rules)).toEqual(['bypassGives orphan top', 'vetoYieldsToFloor rich top']);
    expect(codes(withSome({ income: 8_500, marks: ['jobless', 'ill'] }), rules)).toEqual([
      'scoreReaches low 35 30',
      'vetoLowers rich not_recognised',
    ]);
  });
});

test.each(['flag', 'code'])(
  'what is known not to exist is one outcome, whichever %s it was that does not exist',
  (type) => {
    const rules = rulesOf(`
format: 1
scheme: xx-none
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  here:  { type: flag, worse: none }
  there: { type: ${type}, none: allowed, worse: none }
  never: { type: ${type}, none: allowed, worse: none }
figures: { shown: "if here then there else if there is none then never else there" }
outputs: [shown]
`);
    const { open } = bothWays(
      { key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: { never: 'none' } },
      rules,
    );
    // Whether here or not: it is what is there, and where nothing is, what never is.
    expect(open?.questions.map(({ id }) => id)).toEqual(['there']);
  },
);
