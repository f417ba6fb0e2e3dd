import { afterAll, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import type { RuleSet } from '../../src/rules/index.js';
import type { Truth } from './small/brute-force.js';
import { truthOf } from './small/brute-force.js';
import { BUGS } from './small/bugs.js';
import { type Compared, comparedWith, disagrees, rulesOf } from './small/compare.js';
import { planted, removePlanted } from './small/plant.js';
import { GUARDED_FROM } from './small/rule-file.js';

// The prover held against the slow way: on small random rule files every student, and every pair of them that differs in
// one thing. `npm run check:prover` does the same on tens of thousands.

const FILES = 120;
const GUARDED_FILES = 60;

interface Known {
  readonly seed: number;
  readonly rules: RuleSet;
  readonly truth: Truth;
}

const known: Known[] = [];
/** From two seeds on: with the second come values that count only on a condition. */
for (const [first, files] of [
  [1, FILES],
  [GUARDED_FROM, FILES + GUARDED_FILES],
] as const)
  for (let seed = first; known.length < files; seed += 1) {
    const rules = rulesOf(seed);
    const truth = rules === null ? null : truthOf(rules);
    if (rules !== null && truth !== null) known.push({ seed, rules, truth });
  }

test('what is proved is so, what is refuted is not, and every student who shows it does', () => {
  const all = known.flatMap(({ seed, rules, truth }): readonly Compared[] =>
    comparedWith(seed, rules, truth, check),
  );
  expect(all.filter(disagrees)).toEqual([]);
  const count = (status: Compared['status']): number => all.filter((one) => one.status === status).length;
  // The small files are within reach: next to nothing is left open.
  expect(count('notProved')).toBeLessThan(all.length / 100);
  expect(count('proved')).toBeGreaterThan(500);
  expect(count('refuted')).toBeGreaterThan(100);
  expect(all.filter(({ replays }) => replays === true).length).toBeGreaterThan(100);
});

afterAll(removePlanted);

test.each(BUGS)('planted in the prover: $what', async ({ seed, ...bug }) => {
  const prover = await planted(bug, `bug-${seed}-${bug.what.length}`);
  const rules = rulesOf(seed);
  const truth = rules === null ? null : truthOf(rules);
  if (rules === null || truth === null) throw new Error('there is no such rule file');
  expect(comparedWith(seed, rules, truth, check).filter(disagrees)).toEqual([]);
  expect(comparedWith(seed, rules, truth, prover).filter(disagrees)).not.toEqual([]);
});
