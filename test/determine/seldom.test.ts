import { describe, expect, test } from 'vitest';
import { determine } from '../../src/determine/index.js';
import type { Student } from '../../src/roster/index.js';
import { bothWays } from './rich.js';
import { decided, KNOWN, like, listed, planOf, rulesOf, TEXT, withFacts } from './sample.js';

// What few rule files say and few students meet; by the plan, and the definition says the same.

const changed = (...changes: readonly (readonly [string, string])[]) =>
  rulesOf(
    changes.reduce((text, [from, to]) => {
      expect(text.split(from)).toHaveLength(2);
      return text.replace(from, to);
    }, TEXT),
  );

const VETO = 'luxury: { when: luxury, unless: repaid, effect: not_recognised, against_floor: review }';

describe('vetoes', () => {
  const capped = changed([VETO, 'luxury: { when: luxury, effect: { cap: general }, against_floor: review }']);
  const by = (student: Student, rules = capped) => {
    const { recommended, reasons } = decided(student, rules, planOf(rules));
    return [recommended?.tier, reasons.filter(({ code }) => code.startsWith('veto'))];
  };

  test('one that caps lowers to its cap', () => {
    expect(by(withFacts({ luxury: true }))).toEqual([
      'general',
      [{ code: 'vetoLowers', veto: 'luxury', tier: 'general' }],
    ]);
  });

  test('one that caps where the student stands, or above, takes nothing and is no reason', () => {
    expect(by(withFacts({ luxury: true, income: 20_000, rural: false, peer: 0 }))).toEqual(['general', []]);
    expect(by(withFacts({ luxury: true, income: 90_000, rural: false, peer: 0 }))).toEqual([
      'not_recognised',
      [],
    ]);
  });

  test('of several the lowest stands, in whatever order they are named', () => {
    for (const [a, b] of [
      ['not_recognised', '{ cap: general }'],
      ['{ cap: general }', 'not_recognised'],
    ]) {
      const two = `a: { when: luxury, effect: ${a}, against_floor: review }\n  b: { when: luxury, effect: ${b}, against_floor: review }`;
      expect(by(withFacts({ luxury: true }), changed([VETO, two]))[0]).toBe('not_recognised');
    }
  });
});

describe('money that is open', () => {
  const rules = changed(['scope: { not_rich: { is: "income <= 90_000" } }', '']);
  const grantOf = (student: Student) =>
    decided(student, rules, planOf(rules)).awards.find(({ programme }) => programme === 'grant');

  test('has its least where every answer gives some, whichever answer comes first', () => {
    const open = grantOf(withFacts({ health: 'grave', income: undefined }));
    expect(open?.between).toEqual({
      currency: 'CNY',
      least: '230000',
      most: '350000',
      among: ['230000', '350000'],
    });
    const other = grantOf(withFacts({ health: undefined }, listed('dibao')));
    expect(other?.between).toEqual({
      currency: 'CNY',
      least: '230000',
      most: '350000',
      among: ['230000', '350000'],
    });
  });
});

describe('a list entry that cannot be read', () => {
  const student = (categories: unknown): Student => like({ categories, otherCategories: 'out' } as never);

  test('may be about any category: none is out for want of it', () => {
    expect(decided(student([])).outcome).toBe('determined');
    const { outcome, issues, open } = decided(student([17]));
    expect([outcome, issues.map(({ code }) => code)]).toEqual(['undetermined', ['category.unreadable']]);
    expect(open?.questions.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['category orphan']);
  });
});

const figures = (facts: string, more: string) =>
  rulesOf(`
format: 1
scheme: xx-figures
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
${facts}
${more}
`);

test('a figure of each person is that of the person, beside figures of nobody', () => {
  const rules = figures(
    `facts:
  family: { type: people, size: [0, 3], worse: more, of: { pay: { type: number, unit: CNY/year, range: [0, 9_000], worse: lower } } }
  base:   { type: number, unit: CNY/year, range: [0, 9_000], worse: lower }`,
    `figures:
  total: sum(share of family)
  begin: base
  share: { for: family, is: "max(pay - begin, 0[CNY/year])" }
outputs: [total]`,
  );
  const student = (pays: readonly (number | undefined)[], base: number): Student => ({
    key: 'a',
    enrolments: [{ school: 'a' }],
    applied: true,
    facts: {
      family: { complete: true, list: pays.map((pay) => (pay === undefined ? {} : { pay })) },
      base,
    },
  });
  const totalOf = (...of: Parameters<typeof student>) =>
    bothWays(student(...of), rules).figures.find(({ figure }) => figure === 'total')?.value;
  expect(totalOf([1_000, 2_500, 400], 500)).toBe('2500');
  expect(totalOf([], 500)).toBe('0');
});

test('what a look-up finds is not known of each option by itself', () => {
  const rules = figures(
    `choices: { rung: [r0, r1, r2] }
facts:
  income: { type: number, unit: CNY/year, range: [0, 9_000], worse: lower }
  county: { type: code, worse: none }`,
    `tables:
  ceiling: { unit: CNY/year, keys: [rung, { county: code }], rows: { r0: { "37": 5_000 }, r1: { "37": 4_000 }, r2: { "37": 3_000 } }, otherwise: unknown, range: [2_000, 4_000], step: 1_000 }
figures:
  rungs: count(t in rung where income <= ceiling[t, county])
outputs: [rungs]`,
  );
  const student = (county: string): Student => ({
    key: 'a',
    enrolments: [{ school: 'a' }],
    applied: true,
    facts: { income: 3_500, county },
  });
  expect(bothWays(student('37'), rules).figures).toEqual([{ figure: 'rungs', value: '2' }]);
  const { open } = bothWays(student('44'), rules);
  expect(open?.questions.map(({ id }) => id).length).toBe(3);
  expect(open?.outputs).toEqual([{ figure: 'rungs', between: { least: '0', most: '3' } }]);
});

test('where there are too many cells to settle more, that every tier was met is known, or that it was not', () => {
  const flags = Array.from({ length: 14 }, (_, i) => `f${i}`);
  const wide = (top: number): boolean | undefined => {
    const rules = figures(
      `facts: { ${flags.map((id) => `${id}: { type: flag, worse: if_true }`).join(', ')} }`,
      `score: { parts: { ${flags.map((id, i) => `${id}: { when: ${id}, points: ${3 ** i % 1009} }`).join(', ')} } }
tiers: [{ id: top, from: ${top} }, { id: low, from: 1_203 }]`,
    );
    const nothing: Student = { ...KNOWN, facts: {}, categories: [] };
    const { outcome, open } = determine(planOf(rules), nothing);
    expect(outcome).toBe('undetermined');
    expect(open?.tiers).toEqual(['top', 'low', 'not_recognised']);
    return open?.wide;
  };
  expect(wide(2_000)).toBe(false);
});
