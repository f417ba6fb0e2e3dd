import { expect, test } from 'vitest';
import { telling } from '../../../src/rules/constructs/telling.js';

// Of several formulas that must have one type, which settles it: the first that has one of its own, else the first bare
// number; one that is none tells nothing.

test.each<[readonly string[], number]>([
  [['c'], 0],
  [['1', 'c'], 1],
  [['c', 'd'], 0],
  [['none', '1'], 1],
  [['none', '1', 'c'], 2],
  [['none', 'none'], 0],
  [['1', '2'], 0],
  // A number with a unit has a type; without one it takes that of its place, signed, added or chosen.
  [['1', '2[CNY]', 'c'], 1],
  [['-1', 'c'], 1],
  [['-c', 'd'], 0],
  [['1 + 2', 'c'], 1],
  [['1 + c', 'd'], 0],
  [['c * 2', 'd'], 0],
  [['1 / 2', 'c'], 1],
  [['d + 2 days', 'c'], 0],
  [['if p then 1 else 2', 'c'], 1],
  [['if p then 1 else c', 'd'], 0],
  [['if p then c else 1', 'd'], 0],
  [['if p then none else none', '1'], 1],
  [['if p then none else 1', '2'], 0],
  [['none if_none 1', 'c'], 1],
  [['c if_none 1', 'd'], 0],
  [['1 if_none c', 'd'], 0],
  [['round(1, 1, up)', 'c'], 1],
  // The step does not tell: it takes the unit of what is rounded.
  [['round(1, 1[CNY], up)', 'c'], 1],
  [['round(c, 1, up)', 'd'], 0],
  [['min(1, 2)', 'c'], 1],
  [['max(1, c)', 'd'], 0],
  [['abs(-1)', 'c'], 1],
  [['clamp(1, 2, c)', 'd'], 0],
  [['clamp(1, 2, 3)', 'c'], 1],
  [['year(d)', 'c'], 0],
  [['1', 'age(d, e)'], 1],
  [['1', 'true'], 1],
  [['1', 'p and q'], 1],
  [['1', 'not p'], 1],
  [['1', 'a < 2'], 1],
  [['1', 'x is none'], 1],
  [['1', 'x in [a]'], 1],
  [['1', 't[2]'], 1],
  [['1', 'marginal(s, 2)'], 1],
  [['1', 'count(family)'], 1],
  [['1', 'has_any(m, [a])'], 1],
  [['1', 'first(x in level where p)'], 1],
  // What cannot be read is refused where it stands, and tells as little as a bare number.
  [['1 +', 'c'], 1],
  [['none', '1 +'], 1],
  [['1 +', '2'], 0],
])('%j: %i', (texts, teller) => {
  expect(telling(texts)).toBe(teller);
});
