import { expect, test } from 'vitest';
import { readCases } from '../../src/cases/index.js';
import { mutate } from '../../src/mutate/index.js';

// Which rows of a list count is a rule like any other: a slip in it takes a child's category away, and a case has to notice.

const RULES = `format: 1
scheme: xx-rows
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
choices:
  kinds: { of: [allowance, orphan_child, unsupported, other] }
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], worse: lower }
lists:
  civil: { title: 民政名单, attributes: { kind: { type: choice, of: kinds, title: 类型 }, level: { type: choice, of: [one, two], title: 级 } } }
categories:
  dibao:  { list: civil, row: kind = allowance and level != two, floor: general }
  orphan: { list: civil, row: "kind in [orphan_child, unsupported]", floor: hard }
score: { parts: { income: { of: income, up_to: { 5_000: 40 }, otherwise: 0 } } }
tiers:
  - { id: hard, from: 40 }
  - { id: general, from: 20 }
`;
const HEAD = `format: 1
scheme: xx-rows
edition: 2025
period: 2025-autumn
as_of: 2025-10-10
`;
/** By the lists alone a student belongs or not, whatever their rows say. */
const WITHOUT_ROWS = `cases:
  - { id: dibao, facts: { income: 9_000 }, categories: { dibao: in }, expect: { tier: general } }
  - { id: orphan, facts: { income: 9_000 }, categories: { orphan: in }, expect: { tier: hard } }
`;
const WITH_ROWS = `${WITHOUT_ROWS}tables:
  - id: rows
    facts: { income: 9_000 }
    columns: [listed.civil.kind, listed.civil.level, expect categories]
    rows: [[allowance, one, [dibao]], [allowance, two, []], [orphan_child, two, [orphan]], [unsupported, two, [orphan]], [other, one, []]]
`;

function fatesOf(cases: string): ReadonlyMap<string, string> {
  const read = readCases(`${HEAD}${cases}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const report = mutate(RULES, [read.value]);
  if (!report.ok) throw new Error(JSON.stringify(report.issues));
  return new Map(
    report.value.mutants
      .filter(({ path }) => path.at(-1) === 'row')
      .map(({ mutation, path, after, fate }) => [`${mutation} ${path[1]}: ${after}`, fate]),
  );
}

test('which rows of a list count is changed in every way, and noticed by cases that hand in rows', () => {
  const fates = fatesOf(WITH_ROWS);
  expect([...fates.keys()].sort()).toEqual(
    [
      'remove dibao: ',
      'bound dibao: kind != allowance and level != two',
      'bound dibao: …d = allowance and level = two',
      'word dibao: kind = orphan_child and level != two',
      'word dibao: kind = allowance and level != one',
      'formula dibao: kind = allowance or level != two',
      'guard dibao: kind = allowance',
      'guard dibao: level != two',
      'remove orphan: ',
      'guard orphan: kind in [orphan_child]',
      'guard orphan: kind in [unsupported]',
      'negate orphan: not (kind in [orphan_child, unsupported])',
    ].sort(),
  );
  expect([...fates].filter(([, fate]) => fate !== 'killed')).toEqual([]);
});

test('no case that only says that a student belongs notices any of it', () => {
  const fates = [...fatesOf(WITHOUT_ROWS).values()];
  expect(fates).toHaveLength(12);
  expect(fates.filter((fate) => fate !== 'survived')).toEqual([]);
});
