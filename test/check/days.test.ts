import { describe, expect, test } from 'vitest';
import { daysOf, groundOf } from '../../src/check/ground.js';
import { check, contextAt } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// The days for which an edition is looked at, and how it is asked about each of them.

function rulesOf(effective: string, blocks: string, published = '2025-08-31') {
  const read = readRules(`format: 1
scheme: xx-days
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { ${effective} }
published: ${published}
facts:
  n: { type: number, unit: point, range: [0, 9], worse: higher }
${blocks}tiers: [{ id: general, from: 5 }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const line = (...dates: readonly string[]): string =>
  `parameters: { line: { unit: point, range: [0, 9], before: 1, dated: { ${dates.map((day, i) => `${day}: ${i + 2}`).join(', ')} } } }\nscore: { parts: { p: { points: "if n >= line then 5[point] else 0[point]" } } }\n`;

describe('the days of an edition are', () => {
  test('its first, and each on which something begins while it is in force, in order', () => {
    const dates = ['2024-01-01', '2025-09-01', '2025-09-02', '2026-08-31', '2026-09-01'];
    expect(daysOf(rulesOf('from: 2025-09-01, until: 2026-08-31', line(...dates)))).toEqual([
      '2025-09-01',
      '2025-09-02',
      '2026-08-31',
    ]);
  });

  test('without an end as far as dates go', () =>
    expect(daysOf(rulesOf('from: 2025-09-01', line('2026-01-01', '9000-01-01')))).toEqual([
      '2025-09-01',
      '2026-01-01',
      '9000-01-01',
    ]));

  test('each once, of parameters, tables, figures and amounts', () => {
    const blocks = `parameters: { line: { unit: point, range: [0, 9], dated: { 2025-01-01: 2, 2026-03-01: 3 } } }
tables: { worth: { unit: point, keys: [{ n: 0..9 }], dated: { 2025-01-01: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 2026-02-01: [1, 1, 2, 3, 4, 5, 6, 7, 8, 9] } } }
figures: { f: { unit: point, dated: { 2025-01-01: { is: n }, 2026-03-01: { is: n }, 2026-01-01: { is: n } } } }
score: { parts: { p: { points: "f + line + worth[n]" } } }
programmes: { g: { instrument: grant, for: tier >= general, per: year, payee: student, amount: { dated: { 2025-01-01: { by: tier, options: { general: "5[CNY/year]" }, otherwise: 0 }, 2027-01-01: { by: tier, options: { general: "6[CNY/year]" }, otherwise: 0 } } } } }
`;
    expect(daysOf(rulesOf('from: 2025-09-01', blocks))).toEqual([
      '2025-09-01',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2027-01-01',
    ]);
  });

  test('one where nothing is dated', () =>
    expect(daysOf(rulesOf('from: 2025-09-01', 'score: { parts: { p: { points: n } } }\n'))).toEqual([
      '2025-09-01',
    ]));
});

test('what is known is what was published, and later what is known on the day', () => {
  const rules = rulesOf('from: 2025-09-01', line('2026-01-01'), '2025-12-31');
  expect(contextAt(rules, '2025-09-01')).toEqual({
    period: '2025',
    asOf: '2025-09-01',
    knownAt: '2025-12-31',
    periodStart: '2025-09-01',
  });
  expect(contextAt(rules, '2026-01-01').knownAt).toBe('2026-01-01');
  expect(groundOf(rules, '2026-01-01')?.context.asOf).toBe('2026-01-01');
  // Before it is in force nobody can be asked.
  expect(groundOf(rules, '2025-08-31')).toBe(null);
});

test('what holds on one day and is not proved on a later one is not proved, and is said with the later', () => {
  const flags = ['a', 'b', 'ill'].map(
    (id) => `  ${id}: { type: flag, worse: ${id === 'ill' ? 'if_true' : 'none'} }\n`,
  );
  const later =
    'if ill and a and b then 9[point] else if ill and a then n else if ill then 3[point] else if a then n else 2[point]';
  const rules = rulesOf(
    'from: 2025-09-01',
    `${flags.join('')}figures: { worth: { unit: point, dated: { 2025-01-01: { is: "if ill then 9[point] else n" }, 2026-09-01: { is: "${later}" } } } }
score: { parts: { p: { points: worth } } }
`,
  );
  const said = (steps: number): readonly unknown[] =>
    check(rules, { steps })
      .properties.filter(({ id }) => id === 'monotone ill tier')
      .map(({ status, at }) => [status, at]);
  expect(said(0)).toEqual([['notProved', '2026-09-01']]);
  expect(said(9)).toEqual([['proved', undefined]]);
});
