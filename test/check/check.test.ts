import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CHECK_MESSAGES, type CheckedProperty, check, errorsIn, PROPERTIES } from '../../src/check/index.js';
import { reportText } from '../../src/cli/check-report.js';
import { readRules } from '../../src/rules/index.js';
import { canonicalJson, type Json } from '../../src/value/index.js';

const rulesOf = (text: string) => {
  const read = readRules(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
};

const file = (from: string, to: string): string => {
  const text = readFileSync(resolve('rules/cn-cq-cvc/undated.yaml'), 'utf8');
  expect(text.split(from)).toHaveLength(2);
  return text.replace(from, to);
};

const refuted = (found: readonly CheckedProperty[]): readonly string[] =>
  found.filter(({ status }) => status === 'refuted').map(({ id }) => id);

test('the same rule set gives the same report, byte for byte', () => {
  const text = file('one_stable: 25', 'one_stable: 5');
  const bytes = (): string => canonicalJson(check(rulesOf(text)) as unknown as Json);
  expect(bytes()).toBe(bytes());
});

test('a refutation is an error with two students who differ in one thing, and says so in both languages', () => {
  const rules = rulesOf(file('one_stable: 25', 'one_stable: 5'));
  const report = check(rules);
  expect(refuted(report.properties)).toEqual(['noGap health_points', 'monotone earning score']);
  const [finding] = errorsIn(report);
  const [before, after] = finding?.witness?.students ?? [];
  expect({ ...before, facts: { ...before?.facts, earning: '' } }).toEqual({
    ...after,
    facts: { ...after?.facts, earning: '' },
  });
  expect(finding?.witness?.differs).toBe('earning');
  const told = (lang: 'zh' | 'en') => reportText(report, rules, { lang }).join('\n');
  expect(told('en')).toContain('One step more hardship in "Work and earnings"');
  expect(told('zh')).toContain('更困难一步');
});

test('with too few steps nothing is called proved that was not', () => {
  const report = check(rulesOf(file('one_stable: 25', 'one_stable: 5')), { steps: 0 });
  expect(report.properties.find(({ id }) => id === 'monotone earning score')?.status).not.toBe('proved');
  const { proved, byConstruction, refuted: shown, notProved } = report.coverage;
  expect(proved + byConstruction + shown + notProved).toBe(report.properties.length);
});

test('every code of the prover has its sentence', () => {
  const sources = readdirSync(resolve('src/check'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const codes = sources.flatMap((name) =>
    [...readFileSync(resolve('src/check', name), 'utf8').matchAll(/code: '(check\.\w+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  const all = [...codes, ...PROPERTIES.map((property) => `check.${property}`)];
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((code) => CHECK_MESSAGES[code] === undefined)).toEqual([]);
});

test('whatever is refuted says what to do about it', () => {
  const told = Object.keys(CHECK_MESSAGES).filter((code) => CHECK_MESSAGES[`${code}.do`] !== undefined);
  // Lists together follow from one of them, which says it.
  const needed = [...PROPERTIES.filter((one) => one !== 'union'), 'rows', 'dominated', 'addedTwice'];
  expect(needed.map((one) => `check.${one}`).filter((code) => !told.includes(code))).toEqual([]);
});

test('more hardship is asked of the score where nothing comes after it, and else of what comes after it', () => {
  const asked = (rest: string): readonly string[] =>
    check(
      rulesOf(`format: 1
scheme: xx-score
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  n: { type: number, unit: point, range: [0, 20], worse: higher }
figures: { total: { is: score }, other: n * 2 }
score: { parts: { p: { points: n } } }
${rest}`),
    )
      .properties.filter(({ property }) => property === 'monotone')
      .map(({ id }) => id);
  expect(asked('outputs: [total]\n')).toEqual(['monotone n score']);
  expect(asked('outputs: [other, total]\n')).toEqual(['monotone n score']);
  // Of outputs that are not the score nothing is claimed.
  expect(asked('outputs: [other]\n')).toEqual([]);
  expect(asked('outputs: [total]\ntiers: [{ id: general, from: 5 }]\n')).toEqual(['monotone n tier']);
});
