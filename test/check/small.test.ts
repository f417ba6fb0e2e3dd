import { expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { truthOf } from './small/brute-force.js';
import { comparedWith, disagrees, rulesOf } from './small/compare.js';

// The prover held against every student of small rule files, a few files at a time (brute-force.test.ts has more of them at once).

const FILES = 60;
const AT_ONCE = 4;

const known: { readonly seed: number; readonly verdict: () => readonly unknown[] }[] = [];
for (let seed = 1_001; known.length < FILES; seed += 1) {
  const rules = rulesOf(seed);
  const truth = rules === null ? null : truthOf(rules);
  if (rules !== null && truth !== null)
    known.push({ seed, verdict: () => comparedWith(seed, rules, truth, check).filter(disagrees) });
}

test.each(Array.from({ length: FILES / AT_ONCE }, (_, i) => known.slice(i * AT_ONCE, (i + 1) * AT_ONCE)))(
  'the prover says what is so of the rule files $seed and the three after it',
  (...files) => {
    for (const { verdict } of files) expect(verdict()).toEqual([]);
  },
);
