import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCases, runCases } from '../../src/cases/index.js';
import { check } from '../../src/check/index.js';
import { caseFileText } from '../../src/cli/check-case.js';
import { mutate } from '../../src/mutate/index.js';
import { readRules } from '../../src/rules/index.js';
import { bulouIn } from './bulou.js';

// The students that were found, as cases: what the rules say of them today, marked as made by running the rules.

const root = mkdtempSync(join(tmpdir(), 'bulou-check-'));
afterAll(() => rmSync(root, { recursive: true }));

const BROKEN = readFileSync(resolve('test/check/terminal/broken.yaml'), 'utf8');

function foundIn(text: string) {
  const read = readRules(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const report = check(read.value);
  const cases = readCases(caseFileText(report, read.value), { file: 'found.yaml' });
  if (!cases.ok) throw new Error(JSON.stringify(cases.issues));
  return { rules: read.value, report, cases: cases.value };
}

/** More hardship gives less. */
const edition = (name: string): string =>
  `format: 1
scheme: xx-two
edition: ${name}
title: 县
standing: illustrative
status: draft
effective: { from: ${name === 'first' ? '2025-09-01, until: 2026-08-31' : '2026-09-01'} }
published: 2025-08-31
facts: { ill: { type: flag, worse: if_true } }
score: { parts: { ill: { when: not ill, points: 10 } } }
tiers: [{ id: hard, from: 10 }]
`;

const found = foundIn(BROKEN);
const shown = found.report.properties.filter(
  ({ witness, property }) => witness !== undefined && property !== 'union',
);
const { cases } = found.cases;

test('every refutation with students is there, passes today, and says that it was made', () => {
  expect(shown.length).toBeGreaterThan(8);
  expect(cases).toHaveLength(shown.reduce((sum, { witness }) => sum + (witness?.students.length ?? 0), 0));
  expect(cases.every(({ generated }) => generated)).toBe(true);
  const { failed, results } = runCases(found.rules, found.cases);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(failed).toBe(0);
});

test('each shows its finding again: the second of two comes off worse in what is expected of it', () => {
  for (const [i, { id, witness }] of shown.entries()) {
    const [a, b] = [`found_${i + 1}_a`, `found_${i + 1}_b`].map((name) =>
      cases.find((one) => one.id === name),
    );
    if (witness?.students.length !== 2) continue;
    const tier = (of: typeof a): unknown => of?.expect.tier?.value;
    const money = (of: typeof a): number =>
      Object.entries(of?.expect ?? {})
        .filter(([path]) => /^awards\..*\.amount$/.test(path))
        .reduce((sum, [, { value }]) => sum + Number(value), 0);
    if (id.endsWith(' tier')) expect([tier(a), tier(b)]).toEqual(witness.shows);
    else expect(`${id}: ${money(b) < money(a)}`).toBe(`${id}: true`);
  }
});

test('a student of whom all is known and nothing can be decided is one of them', () => {
  const holes = cases.filter(({ expect: of }) => of.outcome?.value === 'undetermined');
  expect(holes.map(({ expect: of }) => of.questions?.value)).toEqual([['housing_points[housing]']]);
});

test('through the command: written, run by bulou test, and no longer true when the rule is mended', async () => {
  mkdirSync(join(root, 'cases'));
  writeFileSync(join(root, 'rules.yaml'), BROKEN);
  const checked = await bulouIn(root, 'check', 'rules.yaml', '--case', 'cases/found.yaml', '--lang', 'en');
  expect(checked.exit).toBe(3);
  expect(checked.err).toBe('the students that were found are in cases/found.yaml\n');
  expect(readFileSync(join(root, 'cases/found.yaml'), 'utf8')).toContain('\ngenerated: true\n');
  const tested = await bulouIn(root, 'test', 'rules.yaml', '--lang', 'en');
  expect(tested.exit).toBe(0);
  expect(tested.out).toContain('failed: 0');
  writeFileSync(join(root, 'rules.yaml'), BROKEN.replace('special: 2_000', 'special: 4_000'));
  const mended = await bulouIn(root, 'test', 'rules.yaml', '--lang', 'en');
  expect(mended.exit).toBe(1);
  expect(mended.out).toContain('awards.grant.amount');
});

test('they count for nothing where cases are tested by mistakes in the rules', () => {
  const small = edition('first');
  const { cases: written } = foundIn(small);
  const report = mutate(small, [written], { refuted: () => new Set() });
  expect(report.ok && report.value.cases).toEqual({ counted: 0, generated: 2 });
  expect(report.ok && report.value.mutants.some(({ fate }) => fate === 'killed')).toBe(false);
});

test('of several editions each has a file of its own, for a file holds one edition', async () => {
  const folder = join(root, 'two');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.yaml'), edition('first'));
  writeFileSync(join(folder, 'b.yaml'), edition('second'));
  const { err } = await bulouIn(folder, 'check', '.', '--case', 'found.yaml', '--lang', 'en');
  expect(err.trimEnd().split('\n')).toEqual([
    'the students that were found are in found-xx-two-first.yaml',
    'the students that were found are in found-xx-two-second.yaml',
  ]);
  for (const name of ['first', 'second']) {
    const cases = readCases(readFileSync(join(folder, `found-xx-two-${name}.yaml`), 'utf8'));
    expect(cases.ok && cases.value.edition).toBe(name);
  }
});
