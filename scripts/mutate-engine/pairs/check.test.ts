import { expect, test } from 'vitest';
import { check } from '../../../src/check/index.js';
import { truthOf } from '../../../test/check/small/brute-force.js';
import { comparedWith, disagrees, rulesOf } from '../../../test/check/small/compare.js';

// Small random rule files other than those of the suite, of which every student is gone through once, before there is any
// mutant: what `npm run check:prover` does with tens of thousands.

const FILES = 300;
const AT_ONCE = 10;

const known: { readonly seed: number; readonly verdict: () => readonly unknown[] }[] = [];
for (let seed = 50_001; known.length < FILES; seed += 1) {
  const rules = rulesOf(seed);
  const truth = rules === null ? null : truthOf(rules);
  if (rules !== null && truth !== null)
    known.push({ seed, verdict: () => comparedWith(seed, rules, truth, check).filter(disagrees) });
}

test.each(Array.from({ length: FILES / AT_ONCE }, (_, i) => known.slice(i * AT_ONCE, (i + 1) * AT_ONCE)))(
  'the prover says what is so of the rule files $seed and the nine after it',
  (...files) => {
    for (const { verdict } of files) expect(verdict()).toEqual([]);
  },
);
