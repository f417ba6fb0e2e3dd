import { describe, expect, test } from 'vitest';
import { type CheckReport, check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// What no rule file can break is said to hold by construction, and what one can is found. Of each the files that come closest.

const HEAD = `format: 1
scheme: xx-closest
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  poor: { type: flag, worse: if_true }
  rich: { type: flag, worse: none }
  level: { type: choice, of: [low, high], worse: none }
  size: { type: number, unit: person, range: [1, 9], worse: none }
  paid: { type: number, unit: point, range: [-50, 50], step: 0.5, worse: none }
lists: { civil: { title: 民政, attributes: { kind: { type: choice, of: [a, b] } } } }
`;

function reportOf(text: string): CheckReport {
  const read = readRules(HEAD + text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return check(read.value);
}

const statusOf = (report: CheckReport, id: string) =>
  report.properties.filter((one) => one.id === id).map(({ status }) => status);

const TIERS = 'tiers: [{ id: special, from: 60 }, { id: hard, from: 40 }, { id: general, from: 20 }]\n';
const LISTED = (more = '') => `categories: { orphan: { list: civil, floor: hard${more} } }\n`;
const SCORE = 'score: { parts: { poor: { when: poor, points: 60 }, paid: { points: paid } } }\n';

describe('a floor holds by construction', () => {
  test.each([
    [
      'a veto that says not recognised, against which a person must decide',
      `${SCORE}${TIERS}${LISTED()}vetoes: { rich: { when: rich, effect: not_recognised, against_floor: review } }\n`,
    ],
    [
      'a veto that yields',
      `${SCORE}${TIERS}${LISTED()}vetoes: { rich: { when: rich, effect: not_recognised, against_floor: floor_wins } }\n`,
    ],
    [
      'a veto of the score',
      `${SCORE}${TIERS}${LISTED()}vetoes: { rich: { when: rich, effect: zero_score, against_floor: review } }\n`,
    ],
    [
      'a veto that caps below it, beside one that caps lower',
      `${SCORE}${TIERS}${LISTED()}vetoes: { rich: { when: rich, effect: { cap: general }, against_floor: review }, more: { when: level = high, effect: not_recognised, against_floor: floor_wins } }\n`,
    ],
    ['points below 0', `score: { parts: { paid: { points: paid, weight: -1 } } }\n${TIERS}${LISTED()}`],
    [
      'points that a person gives',
      `score: { parts: { visit: { discretion: [-50, 50], by: [teacher], needs: [reason], undecided: 0 } } }\n${TIERS}${LISTED()}`,
    ],
    [
      'a figure that a person may set',
      `figures: { burden: { is: paid, override: { by: [teacher], needs: [reason] } } }\nscore: { parts: { burden: { points: burden } } }\n${TIERS}${LISTED()}`,
    ],
    [
      'a route that counts nothing',
      `score: { parts: { poor: { when: poor, points: 60 } }, routes: [{ id: apart, when: orphan, base: 0, counts: [], against_ordinary: instead }] }\n${TIERS}${LISTED()}`,
    ],
    [
      'another category that gives a lower tier outright',
      `${SCORE}${TIERS}categories: { orphan: { list: civil, floor: hard }, near: { list: civil, bypass: general } }\n`,
    ],
    [
      'tiers by conditions',
      `tiers: [{ id: special, when: poor }, { id: hard, when: level = high }, { id: general, when: rich }]\n${LISTED()}`,
    ],
    [
      'a tier by a formula that gives none',
      `choices: { tier_name: [special, hard, general] }\nfigures: { given: { gives: tier_name, first: [{ when: poor, is: special }, { otherwise: none }] } }\ntiers: { of: given, list: [{ id: special }, { id: hard }, { id: general }] }\n${LISTED()}`,
    ],
    ['a condition of its own', `${SCORE}${TIERS}${LISTED(', when: score_tier >= general')}`],
    [
      'a table that the file does not know',
      `tables: { worth: { unit: point, keys: [level], rows: { low: 0 }, otherwise: unknown, range: [0, 60], step: 1 } }\nscore: { parts: { level: { points: "worth[level]" } } }\n${TIERS}${LISTED()}`,
    ],
  ])('whatever stands against it: %s', (_, text) => {
    const report = reportOf(text);
    expect(statusOf(report, 'floor orphan')).toEqual(['byConstruction']);
    expect(report.coverage.byConstruction).toBe(
      report.properties.filter(({ status }) => status === 'byConstruction').length,
    );
  });
});

describe('a cap', () => {
  const cap = (part: string): CheckReport => reportOf(`score: { parts: { p: { ${part} } } }\n${TIERS}`);
  test.each([
    ['of points', 'points: paid, at_most: 10'],
    ['below 0', 'points: paid, at_most: -10'],
    ['of a part that counts only sometimes', 'points: paid, at_most: -10, when: poor'],
    ['with a weight', 'points: paid, at_most: 10, weight: 50%'],
    ['with a weight below 0', 'points: paid, at_most: 10, weight: -1'],
    ['of a section', 'at_most: 10, parts: { a: { points: paid }, b: { when: poor, points: 30 } }'],
  ])('%s holds by construction', (_, part) =>
    expect(statusOf(cap(part), 'cap score.p')).toEqual(['byConstruction']),
  );

  test.each([
    ['points: paid, at_most: 9.5, round: { step: 1, mode: half_up }', '10', '9.5'],
    ['points: paid, at_most: 9, weight: 50%, round: { step: 1, mode: up }', '5', '4.5'],
    ['points: paid, at_most: 9.5, weight: -1, round: { step: 1, mode: half_away }', '-10', '-9.5'],
  ])('is exceeded where it is rounded after: %s', (part, points, most) => {
    const report = cap(part);
    const found = report.properties.find(({ id }) => id === 'cap score.p');
    expect(found).toMatchObject({
      status: 'refuted',
      because: { code: 'check.overCap', values: { most } },
      witness: { shows: [points] },
    });
  });

  test('of the whole score too', () => {
    const report = reportOf(
      `score: { at_most: 59.5, round: { step: 1, mode: half_up }, parts: { p: { points: paid }, poor: { when: poor, points: 60 } } }\n${TIERS}`,
    );
    expect(report.properties.find(({ id }) => id === 'cap score')).toMatchObject({
      status: 'refuted',
      witness: { shows: ['60'] },
    });
  });

  test('is proved where rounding leaves it alone', () =>
    expect(
      statusOf(cap('points: paid, at_most: 10, round: { step: 1, mode: half_up }'), 'cap score.p'),
    ).toEqual(['proved']));
});

describe('a gap', () => {
  test('cannot be written but by saying so', () => {
    const report = reportOf(`${SCORE}${TIERS}`);
    expect(
      report.properties.filter(({ property }) => property === 'noGap').map(({ status }) => status),
    ).toEqual(['byConstruction']);
  });

  const withTable = (part: string): CheckReport =>
    reportOf(
      `tables: { worth: { unit: point, keys: [level], rows: { low: 0 }, otherwise: unknown, range: [0, 60], step: 1 } }\nscore: { parts: { p: { ${part} }, poor: { when: poor, points: 60 } } }\n${TIERS}`,
    );

  test('that somebody falls into is shown by a student of whom everything is known', () => {
    const report = withTable('points: "worth[level]"');
    const found = report.properties.find(({ id }) => id === 'noGap worth');
    expect(found).toMatchObject({
      status: 'refuted',
      severity: 'warning',
      because: { code: 'check.noValue' },
    });
    expect(found?.witness?.students).toEqual([
      expect.objectContaining({ facts: { level: 'high', poor: false } }),
    ]);
  });

  test.each([
    ['because it is never looked at', 'points: "if level = low then worth[level] else 0"'],
    ['because it could be anything and nothing would change', 'points: "worth[level]", weight: 0.1'],
  ])('into which nobody falls, %s, is proved to be none', (_, part) =>
    expect(statusOf(withTable(part), 'noGap worth')).toEqual(['proved']),
  );
});

test('a gap of some days only is said with the first of them, and stands where the file says unknown', () => {
  const text = `${HEAD.replace('from: 2025-09-01', 'from: 2020-09-01')}parameters: { line: { unit: point, dated: { 2021-09-01: 10, 2022-09-01: 20 }, before: unknown, range: [0, 60], step: 1 } }
score: { parts: { poor: { when: poor, points: line } } }
${TIERS}`;
  const read = readRules(text, { file: 'rules.yaml' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const report = check(read.value);
  expect(report.at).toEqual(['2020-09-01', '2021-09-01', '2022-09-01']);
  const found = report.properties.filter(({ id }) => id === 'noGap line');
  expect(found).toMatchObject([
    { status: 'refuted', at: '2020-09-01', place: { path: 'parameters.line.before' } },
  ]);
});

describe('that everybody gets an outcome', () => {
  test('holds by construction', () => {
    const report = reportOf(
      `${SCORE}${TIERS}programmes: { aid: { instrument: grant, for: poor, amount: "size * 10[CNY/year/person]", per: year, payee: student } }\n`,
    );
    expect(
      report.properties.filter(({ property }) => property === 'total').map(({ status }) => status),
    ).toEqual(['byConstruction', 'byConstruction']);
  });

  test.each([
    ['below 0', '"paid * 10[CNY/year/point]"', 'rules.amountNegative'],
    ['missing', '"fee"', 'rules.maybeNone'],
  ])('because an amount that could be %s is refused', (_, amount, code) => {
    const fee = 'facts:\n  fee: { type: number, unit: CNY/year, range: [0, 9], none: allowed, worse: none }';
    const programme = `programmes: { aid: { instrument: grant, for: poor, amount: ${amount}, per: year, payee: student } }\n`;
    const read = readRules(`${HEAD.replace('facts:', fee)}${SCORE}${TIERS}${programme}`);
    expect(read.ok ? [] : read.issues.map((one) => one.code)).toEqual([code]);
  });
});

test('what is by construction is not counted as proved', () => {
  const { coverage, properties } = reportOf(`${SCORE}${TIERS}${LISTED()}`);
  const { proved, byConstruction, refuted, notProved } = coverage;
  expect(byConstruction).toBe(3);
  expect(proved + byConstruction + refuted + notProved).toBe(properties.length);
});
