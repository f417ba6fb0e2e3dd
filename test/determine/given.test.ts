import { describe, expect, test } from 'vitest';
import type { ScalarInput, Student } from '../../src/roster/index.js';
import { bothWays, PLAIN, RICH_TEXT, withSome } from './rich.js';
import { rulesOf } from './sample.js';

const giving = (given: Readonly<Record<string, ScalarInput>>, of: Student = PLAIN): Student => ({
  ...of,
  given,
});

describe('figures, parts and tiers that the caller gives', () => {
  test('a figure is used in place of the computed one, and marked', () => {
    const { figures, trace } = bothWays(giving({ pupils: 3, poor: true, since: '2020-01-01' }));
    expect(figures).toEqual([
      { figure: 'money', value: '5000' },
      { figure: 'poor', value: true, given: true },
      { figure: 'pupils', value: '3', given: true },
      { figure: 'since', value: '2020-01-01', given: true },
    ]);
    expect(trace).toContainEqual({ part: 'pupils', points: '15' });
    expect(trace).toContainEqual({ part: 'poor', points: '10' });
  });

  test('a part, and one that holds others', () => {
    expect(bothWays(PLAIN).couldRaise).toEqual(['score.home.teacher']);
    const { trace, recommended, couldRaise } = bothWays(giving({ 'score.home': '12.5', 'score.marks': 30 }));
    expect(couldRaise).toEqual([]);
    expect(bothWays(giving({ 'score.home.teacher': 1 })).couldRaise).toEqual([]);
    expect(bothWays(giving({ 'score.home.visit': 1 })).couldRaise).toEqual(['score.home.teacher']);
    expect(trace).toContainEqual({ part: 'home', points: '12.5', given: true });
    expect(trace).toContainEqual({ part: 'marks', points: '30', given: true });
    expect(recommended).toEqual({ tier: 'low', scoreTier: 'low', score: '42.5' });
  });

  test('the score, and the tier by score', () => {
    const byScore = bothWays(giving({ score: 60 }));
    expect(byScore.recommended).toEqual({ tier: 'top', scoreTier: 'top', score: '60', given: ['score'] });
    expect(byScore.reasons).toEqual([{ code: 'scoreReaches', tier: 'top', score: '60', from: '60' }]);
    const byTier = bothWays(giving({ score_tier: 'low' }));
    expect(byTier.recommended).toMatchObject({ tier: 'low', scoreTier: 'low', given: ['score_tier'] });
    expect(byTier.reasons).toEqual([]);
  });

  test('the tier follows from nothing', () => {
    const student = giving({ tier: 'top' }, { ...PLAIN, categories: [{ category: 'rural', status: 'in' }] });
    const { recommended, reasons } = bothWays(student);
    expect(recommended).toMatchObject({ tier: 'top', given: ['tier'] });
    expect(reasons).toEqual([]);
  });

  test('what lies behind is not asked, not even where it must be given', () => {
    const rules = rulesOf(
      RICH_TEXT.replace(
        '[0, 9_000], worse: lower }\n  checked',
        '[0, 9_000], unknown: block, worse: lower }\n  checked',
      ),
    );
    const nothing: Student = { key: 'R2', enrolments: [], applied: true };
    expect(bothWays(giving({ tier: 'top' }, nothing), rules)).toMatchObject({
      outcome: 'determined',
      recommended: { tier: 'top' },
      couldRaise: ['score.home.teacher'],
    });
    expect(bothWays(giving({ score: 60 }, nothing), rules).couldRaise).toEqual([]);
    const open = withSome({ income: undefined });
    expect(bothWays(open, rules).open?.questions).toEqual([{ kind: 'fact', id: 'income', leaves: 1 }]);
    expect(bothWays(giving({ money: 1_000 }, open), rules).recommended?.score).toBe('15');
  });

  test('a figure that may be none can be given as none', () => {
    const student = giving({ since: 'none' }, withSome({ lost_on: '2025-01-01' }));
    expect(bothWays(student).figures).toContainEqual({ figure: 'since', value: 'none', given: true });
  });

  test.each<[string, string, unknown, string, object]>([
    ['no figure', 'monye', 1, 'given.unknown', {}],
    ['no part', 'score.hoem', 1, 'given.unknown', {}],
    ['an empty part', 'score.', 1, 'given.unknown', {}],
    ['what objects inherit', 'constructor', 1, 'given.unknown', {}],
    ['a fact', 'income', 1, 'given.unknown', {}],
    ['a number as a word', 'money', 'low', 'given.type', { given: 'money', needed: 'number' }],
    ['a float', 'money', 0.5, 'given.type', { given: 'money' }],
    ['a flag as a text', 'poor', 'true', 'given.type', { needed: 'flag' }],
    ['a date as a number', 'since', 20200101, 'given.type', { needed: 'date' }],
    ['a tier that there is not', 'tier', 'best', 'given.type', { options: 'not_recognised, low, top' }],
    ['none, where there is always one', 'money', 'none', 'given.type', {}],
    ['more than it can be', 'score.marks', 36, 'given.outOfRange', { low: '0', high: '35' }],
    ['a date out of range', 'since', '1990-01-01', 'given.outOfRange', { low: '2015-01-01' }],
    ['finer than it can be', 'score.home', '0.25', 'given.places', { places: 1 }],
    ['finer than money is', 'money', '0.001', 'given.places', { places: 2 }],
  ])('%s is named, and it is computed', (_, path, value, code, values) => {
    const { issues, trace, figures } = bothWays(giving({ [path]: value as ScalarInput }));
    expect(issues).toMatchObject([{ code, values, place: { path: `given.${path}` } }]);
    expect({ trace, figures }).toEqual({ trace: bothWays(PLAIN).trace, figures: bothWays(PLAIN).figures });
  });
});
