import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadExpanded, type RuleDocument, readRules } from '../../src/rules/index.js';

const file = new URL('../../rules/cn-sd-liaocheng/2025-autumn.yaml', import.meta.url);
const read = readRules(readFileSync(file, 'utf8'));
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const { document, digests } = read.value;

it('an edition in its canonical form is the same rules', () => {
  const again = loadExpanded(JSON.parse(JSON.stringify(document)));
  expect(again.ok && again.value.digests).toEqual(digests);
});

it.each(['', 'forty', '1e3', '1/0', '0x10'])(
  'a number that is none is refused there, never 0: %j',
  (from) => {
    const [first, ...others] = document.tiers as [RuleDocument['tiers'][number]];
    const damaged = { ...document, tiers: [{ ...first, from }, ...others] };
    const result = loadExpanded(damaged);
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => issue.code)).toContain('rules.number');
  },
);
