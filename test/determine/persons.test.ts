import { describe, expect, test } from 'vitest';
import type { Decision, Student } from '../../src/roster/index.js';
import { bothWays, PLAIN, VISIT, withSome } from './rich.js';

const codes = (student: Student): readonly string[] => bothWays(student).issues.map((issue) => issue.code);
const points = (student: Student, part: string): string | undefined =>
  bothWays(student).trace.find((one) => one.part === part)?.points;
const by = (...decisions: readonly Decision[]): Student => ({ ...PLAIN, decisions });
const visit = (change: Partial<typeof VISIT>): Decision => ({ ...VISIT, ...change });
const teacher = (given: string | number, on = '2025-09-20'): Decision => ({
  kind: 'points',
  part: 'home.teacher',
  points: given,
  by: 'teacher',
  on,
  because: '家访',
});
const figure = (value: string, change: Partial<Decision> = {}): Decision =>
  ({
    kind: 'figure',
    figure: 'money',
    value,
    by: 'bureau',
    on: '2025-09-20',
    because: '核定',
    ...change,
  }) as Decision;

describe('points that a person gives', () => {
  test('count; the latest word stands', () => {
    expect(points(by(visit({})), 'home.visit')).toBe('5');
    const twice = by(visit({ points: '12', on: '2025-09-25' }), visit({}));
    expect(points(twice, 'home.visit')).toBe('12');
    expect(points(by(visit({}), teacher('4.5')), 'home')).toBe('9.5');
  });

  test('not given, where they have to be: the whole range is open', () => {
    const student = withSome({ marks: ['ill'] }, { decisions: [] });
    const { outcome, open } = bothWays(student);
    expect({ outcome, open }).toEqual({
      outcome: 'undetermined',
      open: {
        because: ['discretion'],
        tiers: ['low', 'not_recognised'],
        questions: [{ kind: 'points', id: 'home.visit', leaves: 1 }],
        wide: false,
      },
    });
    expect(bothWays({ ...PLAIN, decisions: [] }).outcome).toBe('determined');
  });

  test('not given, where they need not be, are 0 and told as what could raise the score', () => {
    expect(points(PLAIN, 'home.teacher')).toBe('0');
    expect(bothWays(PLAIN).couldRaise).toEqual(['score.home.teacher']);
    expect(bothWays(by(visit({}), teacher(0))).couldRaise).toEqual([]);
  });

  test.each<[string, Partial<typeof VISIT>, string]>([
    ['by another role', { by: 'teacher' }, 'decision.role'],
    ['above the range', { points: 16 }, 'decision.range'],
    ['below the range', { points: '-1' }, 'decision.range'],
    ['off the step', { points: '4.5' }, 'decision.range'],
    ['as a float', { points: 0.5 }, 'decision.range'],
    ['as no number', { points: 'five' }, 'decision.range'],
    ['without a reason', { because: '  ' }, 'decision.reason'],
    ['without a paper', { paper: '' }, 'decision.paper'],
    ['for a part that is no discretion', { part: 'marks' }, 'decision.unknownPart'],
    ['for no part', { part: 'constructor' }, 'decision.unknownPart'],
  ])('%s: named, and not used', (_, change, code) => {
    const student = by(visit(change));
    expect(codes(student)).toEqual([code]);
    expect(points(student, 'home.visit')).toBeUndefined();
    // What cannot be used is not the latest word.
    expect(points(by(visit({ points: 3, on: '2025-09-01' }), visit(change)), 'home.visit')).toBe('3');
  });

  test('the range is told with the issue', () => {
    expect(bothWays(by(visit({}), teacher('5.5'))).issues).toMatchObject([
      { code: 'decision.range', values: { of: 'home.teacher', low: '0', high: '5', step: '0.5' } },
    ]);
  });

  test('differently on one day decide nothing', () => {
    const open = withSome({ marks: ['ill'] }, { decisions: [visit({}), visit({ points: 15 })] });
    expect(codes(open)).toEqual(['decision.pointsConflict']);
    expect(bothWays(open).open?.questions).toEqual([{ kind: 'points', id: 'home.visit', leaves: 1 }]);
    expect(codes(by(visit({}), visit({ points: '5' })))).toEqual([]);
  });

  test('differently on one day, where nothing said counts as 0: it goes back to a person', () => {
    const { outcome, open, issues } = bothWays(by(visit({}), teacher(1), teacher(2)));
    expect({ outcome, because: open?.because, questions: open?.questions }).toEqual({
      outcome: 'undetermined',
      because: ['conflict'],
      questions: [{ kind: 'decision', id: 'score.home.teacher', leaves: 1 }],
    });
    expect(issues.map((issue) => issue.code)).toEqual(['decision.pointsConflict']);
  });
});

describe('a figure that a person sets', () => {
  test('is used in place of the computed one, and marked', () => {
    const { figures, trace } = bothWays(by(VISIT, figure('1_500'.replace('_', ''))));
    expect(figures).toContainEqual({ figure: 'money', value: '1500', given: true });
    expect(figures).toContainEqual({ figure: 'poor', value: true });
    expect(trace).toContainEqual({ part: 'poor', points: '10' });
  });

  test('what lies behind it is not asked', () => {
    const open = { ...withSome({ income: undefined }), decisions: [VISIT, figure('1999')] };
    expect(bothWays(open)).toMatchObject({ outcome: 'determined', recommended: { score: '15' } });
  });

  test.each<[string, Decision, string]>([
    ['by another role', figure('1500', { by: 'teacher' }), 'decision.role'],
    ['without a reason', figure('1500', { because: '' }), 'decision.reason'],
    ['beyond what it can come to', figure('99999'), 'decision.value'],
    ['finer than it can come to', figure('1500.005'), 'decision.value'],
    ['as no number', figure('low'), 'decision.value'],
    ['that nobody may set', figure('1', { figure: 'pupils' } as never), 'decision.unknownFigure'],
    ['that there is not', figure('1', { figure: 'monye' } as never), 'decision.unknownFigure'],
  ])('%s: named, and not used', (_, decision, code) => {
    const student = by(VISIT, decision);
    expect(codes(student)).toEqual([code]);
    expect(bothWays(student).figures).toContainEqual({ figure: 'money', value: '5000' });
  });

  test('two that differ on one day go back to a person', () => {
    const { open, issues, figures } = bothWays(by(VISIT, figure('1500'), figure('1600')));
    expect(open).toMatchObject({
      because: ['conflict'],
      questions: [{ kind: 'decision', id: 'money', leaves: 1 }],
    });
    expect(issues.map((issue) => issue.code)).toEqual(['decision.figureConflict']);
    expect(figures).toContainEqual({ figure: 'money', value: '5000' });
    expect(codes(by(VISIT, figure('1500'), figure('1500.0')))).toEqual([]);
  });
});

describe('a fact that only some may state', () => {
  const checked = (role: string, value = true): Decision => ({
    kind: 'fact',
    fact: 'checked',
    value,
    by: role,
    on: '2025-09-20',
    because: '查实',
  });

  test('counts when one of them states it', () => {
    expect(points(by(VISIT, checked('teacher')), 'checked')).toBe('3');
    expect(bothWays(by(VISIT, checked('teacher'))).facts).toContainEqual({
      fact: 'checked',
      value: true,
      origin: 'decision',
    });
  });

  test('does not when anybody else does, by a decision or a form', () => {
    expect(codes(by(VISIT, checked('guardian')))).toEqual(['decision.role']);
    expect(points(by(VISIT, checked('guardian')), 'checked')).toBe('0');
    const told = bothWays(withSome({ checked: true }));
    expect(told.issues).toMatchObject([
      { code: 'fact.role', values: { fact: 'checked', roles: 'teacher' }, place: { path: 'facts.checked' } },
    ]);
    expect(told.facts).toContainEqual({ fact: 'checked', value: false, origin: 'assumed' });
  });

  test('a word of somebody else on a later day takes nothing back', () => {
    const later = { ...checked('guardian', false), on: '2025-09-30' };
    expect(points(by(VISIT, checked('teacher'), later), 'checked')).toBe('3');
  });
});

test('a person may state options and people, and the same said twice is no conflict', () => {
  const states = (fact: string, value: unknown): Decision =>
    ({ kind: 'fact', fact, value, by: 'visit', on: '2025-09-20', because: '入户' }) as Decision;
  const same = by(
    VISIT,
    states('marks', ['ill', 'debt']),
    states('marks', ['debt', 'ill']),
    states('family', { complete: true, list: [{ in_school: true, pay: 1 }] }),
    states('family', { list: [{ pay: 1, in_school: true }], complete: true }),
  );
  expect(codes(same)).toEqual([]);
  expect(points(same, 'marks')).toBe('25');
  expect(codes(by(VISIT, states('marks', ['ill']), states('marks', ['debt'])))).toEqual([
    'decision.conflict',
  ]);
});
