import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CaseFile, readCases } from '../../src/cases/index.js';
import { type Judged, MUTATIONS, mutantsOf, mutate, scoreOf, tallyOf } from '../../src/mutate/index.js';
import { readComposed, readRules, readText } from '../../src/rules/index.js';

const TEXT = `
format: 1
scheme: xx-mutate
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower }
  ill:    { type: flag, worse: if_true }
  fee:    { type: number, unit: CNY/year, range: [0, 5_000], worse: none }
lists: { civil: { title: 民政名单 } }
categories:
  dibao: { list: civil, floor: hard }
score:
  parts:
    money: { of: income, up_to: { 6_000: 40, 20_000: 20 }, otherwise: 0 }
    ill:   { when: ill, points: 15 }
tiers:
  - { id: special, from: 55 }
  - { id: hard, from: 40 }
programmes:
  grant: { instrument: grant, for: tier >= hard and fee > 0, amount: "round(fee / 3, 0.01, half_up)", per: year, payee: student }
`;

/** Worked by hand from the lines above. */
const CASES = `
format: 1
scheme: xx-mutate
edition: 2025
period: 2025-autumn
as_of: 2025-10-01
cases:
  - { id: poor,      facts: { income: 6_000, ill: false, fee: 100 }, expect: { tier: hard, score: 40, awards.grant.amount: 33.33 } }
  - { id: poor_plus, facts: { income: 6_001, ill: false, fee: 0 }, expect: { tier: not_recognised, score: 20 } }
`;

function casesOf(text: string): CaseFile {
  const read = readCases(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

function judged(cases: string): readonly Judged[] {
  const report = mutate(TEXT, [casesOf(cases)], { file: 'x.yaml' });
  if (!report.ok) throw new Error(JSON.stringify(report.issues));
  return report.value.mutants;
}

const at = (all: readonly Judged[], path: string): readonly string[] =>
  all
    .filter((one) => one.path.join('.') === path)
    .map(({ mutation, before, after, fate }) => `${mutation}: ${before} → ${after}: ${fate}`);

const treeOf = (text: string) => {
  const read = readText(text, 'x.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
};

describe('every mistake of a kind is made', () => {
  const all = judged(CASES);

  test('at a cut: one lower and one higher, and the bound the other way', () => {
    expect(at(all, 'score.parts.money.up_to.6_000')).toEqual([
      'shift: 6_000 → 5999: killed',
      'shift: 6_000 → 6001: killed',
      'swap: 40, 20 → 20, 40: killed',
      'shift: 40 → 39: killed',
      'shift: 40 → 41: killed',
    ]);
    expect(at(all, 'score.parts.money.up_to')).toEqual(['bound: up_to → below: killed']);
  });

  test('at a category: left out, its floor left out and moved', () => {
    expect(at(all, 'categories.dibao')).toEqual(['remove: dibao: {list:civil,floor:hard} → : survived']);
    expect(at(all, 'categories.dibao.floor')).toEqual([
      'floor: hard → special: survived',
      'remove: floor: hard → : survived',
    ]);
  });

  test('at a programme: its guards one by one, its condition, its rounding', () => {
    expect(at(all, 'programmes.grant.for')).toEqual([
      'bound: tier >= hard and fee > 0 → tier > hard and fee > 0: killed',
      'formula: tier >= hard and fee > 0 → tier >= hard or fee > 0: survived',
      'bound: tier >= hard and fee > 0 → tier >= hard and fee >= 0: survived',
      'shift: tier >= hard and fee > 0 → tier >= hard and fee > -1: survived',
      'shift: tier >= hard and fee > 0 → tier >= hard and fee > 1: survived',
      'negate: tier >= hard and fee > 0 → not (tier >= hard and fee > 0): killed',
      'guard: tier >= hard and fee > 0 → fee > 0: survived',
      'guard: tier >= hard and fee > 0 → tier >= hard: survived',
    ]);
    const rounding = at(all, 'programmes.grant.amount').filter((one) => one.includes(', up)'));
    expect(rounding).toEqual(['formula: round(fee / 3, 0.01, half_up) → round(fee / 3, 0.01, up): killed']);
  });

  test('nothing is changed that a determination cannot turn on', () => {
    const blocks = new Set(all.map(({ path }) => path[0]));
    expect([...blocks]).toEqual(['categories', 'score', 'tiers', 'programmes']);
    expect(all.every(({ path }) => !path.includes('title') && !path.includes('instrument'))).toBe(true);
  });

  test('a mutant is told where it stands in the file', () => {
    const lines = TEXT.split('\n');
    for (const { place, before, mutation } of all)
      if (mutation === 'shift' && !before.includes(' ') && !before.includes('('))
        expect(lines[(place.line as number) - 1]?.slice((place.column as number) - 1)).toMatch(
          new RegExp(`^"?${before}`),
        );
  });
});

describe('a better case notices more', () => {
  const more = `${CASES}  - { id: listed, facts: { income: 50_000, ill: true, fee: 3 }, categories: { dibao: in }, expect: { tier: hard, awards.grant.amount: 1 } }\n`;
  test('of the category and its floor', () => {
    const before = judged(CASES);
    const after = judged(more);
    expect(at(after, 'categories.dibao.floor').join()).not.toContain('survived');
    expect(scoreOf(after)).toBeGreaterThan(scoreOf(before));
  });

  test('but not if it is marked as made by running the rules', () => {
    const report = mutate(TEXT, [casesOf(more.replace('id: listed,', 'id: listed, generated: true,'))]);
    if (!report.ok) throw new Error('refused');
    expect(report.value.cases).toEqual({ counted: 2, generated: 1 });
    expect(tallyOf(report.value.mutants)).toEqual(tallyOf(judged(CASES)));
  });

  test('so does a proof of what no case says', () => {
    const refuted = (rules: { readonly digests: { readonly meaning: string } }) =>
      new Set(['always', rules.digests.meaning]);
    const report = mutate(TEXT, [casesOf(CASES)], { refuted });
    if (!report.ok) throw new Error('refused');
    // Every other meaning is refuted of something else here: nothing survives.
    expect(tallyOf(report.value.mutants)).toMatchObject({ survived: 0 });
    const always = mutate(TEXT, [casesOf(CASES)], { refuted: () => new Set(['always']) });
    expect(always.ok && tallyOf(always.value.mutants)).toMatchObject({ proved: 0 });
  });
});

test('cases that the file does not meet to begin with test nothing', () => {
  const report = mutate(TEXT, [casesOf(CASES.replace('score: 40', 'score: 41'))]);
  expect(report.ok ? [] : report.issues.map(({ code }) => code)).toEqual(['cases.notMet']);
});

test('a file that is refused has no mutants, and says why', () => {
  const report = mutate(TEXT.replace('tier >= hard', 'tier >= hardest'), []);
  expect(report).toMatchObject({ ok: false });
});

// --- on the schemes that come along ------------------------------------------------------------------------------------

const RULES = join(import.meta.dirname, '../../rules');
const schemes = readdirSync(RULES).filter((one) => !one.includes('.'));
const textOf = (scheme: string): string => {
  const [file = ''] = readdirSync(join(RULES, scheme)).filter((one) => one.endsWith('.yaml'));
  return readFileSync(join(RULES, scheme, file), 'utf8');
};

test('every kind of mistake is made somewhere in the schemes, and each differs from the file', () => {
  const made = new Set<string>();
  for (const scheme of schemes) {
    const { root } = treeOf(textOf(scheme));
    const before = JSON.stringify(root);
    for (const { mutation, root: mutant, path } of mutantsOf(root)) {
      made.add(mutation);
      const after = JSON.stringify(mutant);
      if (after === before) throw new Error(`${scheme} ${path.join('.')} is not changed`);
    }
    expect(JSON.stringify(root)).toBe(before);
  }
  expect([...made].sort()).toEqual([...MUTATIONS].sort());
});

test('the mutant is the file with that text changed', () => {
  const scheme = 'uk-maintenance';
  const text = textOf(scheme);
  const tree = treeOf(text);
  let compared = 0;
  const edits = mutantsOf(tree.root).filter(({ mutation, key }) => mutation === 'shift' && key !== true);
  for (const { path, before, after, root } of edits.filter((_, i) => i % 5 === 0)) {
    const { line, column } = tree.value(path);
    const lines = text.split('\n');
    const here = lines[line - 1] as string;
    if (!here.startsWith(before, column - 1)) continue;
    lines[line - 1] = here.slice(0, column - 1) + after + here.slice(column - 1 + before.length);
    const written = readRules(lines.join('\n'));
    const mutant = readComposed({ tree: { ...placeless, root }, depth: 0 });
    expect(written.ok && written.value.digests).toEqual(mutant.ok && mutant.value.digests);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(20);
});

const nowhere = { line: 1, column: 1 };
const placeless = { value: () => nowhere, key: () => nowhere, end: () => nowhere, inside: () => nowhere };
