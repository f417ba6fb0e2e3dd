import { describe, expect, test } from 'vitest';
import type { PaperInput, Student } from '../../src/roster/index.js';
import { bothWays, PLAIN, RICH_TEXT, withSome } from './rich.js';
import { rulesOf } from './sample.js';

const codes = (student: Student): readonly string[] => bothWays(student).issues.map((issue) => issue.code);
const points = (student: Student, part: string): string | undefined =>
  bothWays(student).trace.find((one) => one.part === part)?.points;
const CARD: PaperInput = { paper: 'card', issued: '2019-05-01' };
const letter = (issued: string): PaperInput => ({ paper: 'letter', issued });

describe('a paper that is asked for', () => {
  test('on a fact: without it the value is not used', () => {
    const without = withSome({ disabled: true }, { papers: [] });
    expect(bothWays(without).issues).toMatchObject([
      {
        code: 'evidence.missing',
        values: { fact: 'disabled', papers: 'card, letter' },
        place: { path: 'facts.disabled' },
      },
    ]);
    expect(bothWays(without).facts.map((one) => one.fact)).not.toContain('disabled');
    // With the paper it would be 26 points, below every tier: then nobody has to show it.
    expect(bothWays(without).outcome).toBe('determined');
  });

  test('on a fact: any of them will do', () => {
    for (const papers of [[CARD], [letter('2025-09-01')]])
      expect(points(withSome({ disabled: true }, { papers }), 'disabled')).toBe('20');
  });

  test('on a part: it is open until shown', () => {
    // 10 + 20 + 5 + 1 with the card: on either side of no line; 24 + 5 + 1 reaches the first.
    const student = withSome(
      { disabled: true, marks: ['debt'] },
      { papers: [letter('2025-09-01')], decisions: [visit(4)] },
    );
    const { outcome, open, trace } = bothWays(student);
    expect({ outcome, open }).toMatchObject({
      outcome: 'undetermined',
      open: {
        because: ['missingFact'],
        tiers: ['low', 'not_recognised'],
        questions: [{ kind: 'evidence', id: 'proved', leaves: 1 }],
      },
    });
    expect(trace.map((one) => one.part)).not.toContain('proved');
    expect(points({ ...student, papers: [CARD] }, 'proved')).toBe('1');
    expect(bothWays({ ...student, papers: [CARD] }).recommended).toMatchObject({ tier: 'low', score: '30' });
  });

  test('on a part that gives no points either way: nobody has to show it, and the score is known', () => {
    const { recommended, trace } = bothWays(withSome({}, { papers: [] }));
    expect(recommended?.score).toBe('5');
    expect(trace).toContainEqual({ part: 'proved', points: '0' });
  });

  test('on a part that comes to nothing by what is known: nobody has to show it either', () => {
    const rules = rulesOf(`
format: 1
scheme: xx-needless
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts: { income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower } }
evidence: { proof: { title: 证明 } }
score: { parts: { income: { of: income, up_to: { 5_000: 40 }, otherwise: 0, evidence: { any_of: [proof], missing: ask } } } }
tiers: [{ id: hard, from: 40 }]
`);
    const saying = (income: number) =>
      bothWays({ key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: { income } }, rules);
    expect(saying(9_000)).toMatchObject({
      outcome: 'determined',
      recommended: { score: '0' },
      trace: [{ part: 'income', points: '0' }],
    });
    expect(saying(5_000)).toMatchObject({
      outcome: 'undetermined',
      open: { questions: [{ kind: 'evidence', id: 'income' }] },
    });
    expect(saying(5_000).trace).toEqual([]);
  });

  test('on a category: without it the list alone does not settle it', () => {
    const student: Student = { ...PLAIN, papers: [CARD], categories: [{ category: 'dibao', status: 'in' }] };
    const { outcome, open, categories } = bothWays(student);
    expect({ outcome, open }).toMatchObject({
      outcome: 'undetermined',
      open: {
        because: ['missingFact'],
        tiers: ['low', 'not_recognised'],
        questions: [{ kind: 'category', id: 'dibao', doubt: 'paperMissing' }],
      },
    });
    expect(categories.find((one) => one.category === 'dibao')).toMatchObject({
      status: 'unknown',
      doubt: 'paperMissing',
    });
    expect(bothWays({ ...student, papers: [letter('2025-09-01')] }).recommended?.tier).toBe('low');
  });

  test('a list asks for the child, even while its paper is missing', () => {
    const silent: Student = {
      ...PLAIN,
      applied: false,
      papers: [],
      categories: [{ category: 'dibao', status: 'in' }],
    };
    expect(bothWays(silent).outcome).toBe('undetermined');
    const { categories: _, ...listed } = silent;
    const doubted = {
      ...listed,
      categories: [{ category: 'dibao', status: 'unknown', doubt: 'paperMissing' }],
    };
    expect(bothWays(doubted as Student).outcome).toBe('undetermined');
  });
});

describe('a paper that is only noted', () => {
  test('on a fact, a part and a category: they count, and the paper goes on the worklist', () => {
    const student = withSome(
      { rented: true },
      { papers: [CARD], categories: [{ category: 'rural', status: 'in' }] },
    );
    const { issues, recommended } = bothWays(student);
    expect(issues.map(({ values, place }) => [values.kind, values.of, values.papers, place?.path])).toEqual([
      ['fact', 'rented', 'letter', 'facts.rented'],
      ['category', 'rural', 'letter', 'categories.rural'],
      ['part', 'rented', 'letter', 'score.rented'],
    ]);
    expect(new Set(issues.map((issue) => issue.code))).toEqual(new Set(['evidence.noted']));
    expect(points(student, 'rented')).toBe('2');
    expect(recommended?.tier).toBe('low');
  });

  test('a part that gives no points needs none', () => {
    expect(codes(withSome({}, { papers: [CARD] }))).toEqual([]);
  });
});

test('what asks for nothing needs no paper: the easy end of a fact, and none', () => {
  const rules = rulesOf(
    RICH_TEXT.replaceAll('evidence: { any_of: [card, letter], missing: ask } }', 'evidence: ASK }')
      .replace(
        'marks:     { type: several, of: [jobless, ill, debt], worse: more }',
        'marks: { type: several, of: [jobless, ill, debt], worse: more, evidence: ASK }',
      )
      .replace(
        'income:    { type: number, unit: CNY/year, range: [0, 9_000], worse: lower }',
        'income: { type: number, unit: CNY/year, range: [0, 9_000], worse: lower, evidence: ASK }',
      )
      .replace(
        'married:   { type: flag, worse: none }',
        'married: { type: flag, worse: none, evidence: ASK }',
      )
      .replaceAll('ASK', '{ any_of: [card], missing: ask }'),
  );
  const missing = (student: Student): readonly (string | number | undefined)[] =>
    bothWays({ ...student, papers: [] }, rules)
      .issues.filter((issue) => issue.code === 'evidence.missing')
      .map((issue) => issue.values.fact);
  const easy = { disabled: false, marks: [], income: 9_000, married: undefined, rented: false };
  expect(missing(withSome(easy))).toEqual([]);
  // Which of married and not is worse, the rule file does not say: then both rest on the paper.
  expect(missing(withSome({ ...easy, married: false }))).toEqual(['married']);
  expect(missing(withSome({ ...easy, income: 8_999, marks: ['debt'], disabled: true }))).toEqual([
    'disabled',
    'income',
    'marks',
  ]);
  expect(missing(withSome({ ...easy, marks: { out: ['debt'] } }))).toEqual(['marks']);
});

describe('how long a paper holds', () => {
  test.each([
    ['2025-04-01', true],
    ['2025-03-31', false],
    ['2025-10-01', true],
    ['2025-10-02', false],
  ])('a letter of %s, good for six months, holds on 1 October: %s', (issued, holds) => {
    const student = withSome({ disabled: true }, { papers: [letter(issued)] });
    expect(points(student, 'disabled')).toBe(holds ? '20' : undefined);
  });

  test('the last day of a shorter month is its end', () => {
    // 31 March and six months is 30 September.
    const on = (asOf: string) =>
      bothWays(withSome({ disabled: true }, { papers: [letter('2025-03-31')] }), undefined, {
        period: '2025-autumn',
        asOf,
        knownAt: '2025-10-15',
      }).issues.map((issue) => issue.code);
    expect(on('2025-09-30')).not.toContain('evidence.missing');
    expect(on('2025-10-01')).toContain('evidence.missing');
  });
});

test('papers that cannot be used are named', () => {
  const papers = [
    CARD,
    { paper: 'diploma', issued: '2025-01-01' },
    { paper: 'letter', issued: '2025-02-30' },
    { paper: 'letter' },
    'card',
  ] as unknown as readonly PaperInput[];
  const student = withSome({}, { papers });
  expect([...codes(student)].sort()).toEqual([
    'paper.date',
    'paper.unknown',
    'student.unreadable',
    'student.unreadable',
  ]);
  expect(points(withSome({ disabled: true }, { papers }), 'disabled')).toBe('20');
});

function visit(points: number): NonNullable<Student['decisions']>[number] {
  return {
    kind: 'points',
    part: 'home.visit',
    points,
    paper: 'no-1',
    by: 'reviewer',
    on: '2025-09-20',
    because: '入户',
  };
}
