import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Holding, readCases } from '../../src/cases/index.js';
import { readRules } from '../../src/rules/index.js';

const LINES = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
const rulesOf = (lines: readonly number[]) => {
  const read = readRules(`
format: 1
scheme: xx-holding
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts: { grade: { type: number, unit: 1, range: [1, ${lines.length}], step: 1, worse: none } }
tables: { paid: { unit: CNY, keys: [{ grade: 1..${lines.length} }], rows: [${lines.join(', ')}] } }
figures: { paid_to: "paid[grade]" }
outputs: [paid_to]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
};

test('cases held against many rule sets in any order notice what they notice of each alone', () => {
  const rows = LINES.slice(2).map((paid, i) => `[${i + 3}, ${paid}]`);
  const read = readCases(`
format: 1
scheme: xx-holding
edition: 2025
period: 2025-autumn
as_of: 2025-10-01
tables: [{ id: paid, columns: [grade, expect paid_to], rows: [${rows.join(', ')}] }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { cases } = read.value;
  // One line of each is wrong; of the first two no case says anything.
  const wrong = LINES.map((_, at) => rulesOf(LINES.map((paid, i) => (i === at ? paid + 1 : paid))));
  const right = rulesOf(LINES);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: LINES.length - 1 }), { maxLength: 30 }), (order) => {
      const holding = new Holding(cases);
      for (const at of order) expect(holding.holds(wrong[at] ?? right)).toBe(at < 2);
    }),
    { numRuns: 20 },
  );
});
