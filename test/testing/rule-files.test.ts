import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { noOneMissed, ruleFiles } from '../../src/testing/index.js';

const CONTEXT = { period: '2025-autumn', asOf: '2025-10-10', knownAt: '2025-10-15' } as const;

function read(text: string): RuleSet {
  const rules = readRules(text);
  if (!rules.ok) throw new Error(rules.issues.map(({ code, place }) => `${code} ${place?.path}`).join('\n'));
  return rules.value;
}

/** What the engine promises of every rule file; whether more hardship or one more list hurts is up to the file. */
const UP_TO_THE_FILE = ['P9', 'P12', 'P13'];

describe('rule files of every kind', () => {
  test('are accepted, and the same by digest when they are read again', () => {
    fc.assert(
      fc.property(ruleFiles(), (text) => {
        expect(read(text).digests).toEqual(read(`${text}\n`.trim()).digests);
      }),
      { numRuns: 100 },
    );
  });

  test('keep all that the engine promises, whatever they say', () => {
    const kept = new Set<string>();
    fc.assert(
      fc.property(ruleFiles(), (text) => {
        const kit = noOneMissed(read(text), CONTEXT);
        for (const property of kit.properties) {
          if (UP_TO_THE_FILE.includes(property.id)) continue;
          expect(property.check({ students: 4 })?.words.en).toBeUndefined();
          kept.add(property.id);
        }
      }),
      { numRuns: 40 },
    );
    expect([...kept]).toEqual(
      expect.arrayContaining(['P1', 'P2', 'P5', 'P11', 'P25', 'P26', 'P27', 'P33', 'P51']),
    );
  });

  test('some give the poorer less, and are found by what should find them', () => {
    const unfair = fc.sample(ruleFiles(), { numRuns: 60, seed: 4 }).filter((text) =>
      noOneMissed(read(text), CONTEXT)
        .properties.filter(({ id }) => id === 'P9')
        .some((property) => property.check({ students: 40 }) !== null),
    );
    expect(unfair.length).toBeGreaterThan(0);
    expect(unfair.length).toBeLessThan(30);
  });

  test('every construct of the generator occurs', () => {
    const all = fc.sample(ruleFiles(), { numRuns: 500, seed: 1 }).join('');
    const constructs = [
      ...['flag', 'choice', 'number', 'several', 'people'].map((type) => `"type": "${type}"`),
      ...['below', 'up_to', 'options', 'best_of', 'when', 'each', 'several', 'categories'].map(
        (key) => `"${key}":`,
      ),
      ...['floor', 'vetoes', 'cap', 'zero_score', 'not_recognised', 'programmes'].map((word) => `"${word}"`),
    ];
    expect(constructs.filter((words) => !all.includes(words))).toEqual([]);
  });

  test('a failure shrinks to a file that a person reads at a glance', () => {
    const { counterexample } = fc.check(
      fc.property(ruleFiles(), (text) => !text.includes('"vetoes"')),
      { numRuns: 100, seed: 1 },
    );
    const rules = read(counterexample?.[0] ?? '');
    expect(rules.facts).toHaveLength(1);
    expect(rules.tiers.length).toBeLessThanOrEqual(1);
    expect(rules.programmes).toHaveLength(0);
  });
});
