import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// What is said of rule files that are used: what does not hold, what is left open, and that all else is proved, in no more
// cases than it takes.

interface Said {
  readonly proved: number;
  readonly byConstruction: number;
  /** No more than these. */
  readonly steps: number;
  readonly refuted?: readonly string[];
  readonly notProved?: readonly string[];
}

const SAID: Readonly<Record<string, Said>> = {
  'cn-ah': { proved: 6, byConstruction: 1, steps: 88 },
  'cn-base-sections': {
    proved: 17,
    byConstruction: 2,
    steps: 200,
    refuted: ['membership orphan score', 'union'],
  },
  'cn-cq-cvc': { proved: 23, byConstruction: 4, steps: 192, refuted: ['noGap health_points'] },
  'cn-decimal-sheet': { proved: 14, byConstruction: 2, steps: 260, refuted: ['noGap burden_points'] },
  'cn-gd': {
    proved: 57,
    byConstruction: 5,
    steps: 703,
    refuted: ['noGap disposable_income', 'protected rural', 'protected special_area'],
  },
  'cn-ha-mvc': {
    proved: 12,
    byConstruction: 3,
    steps: 2_259,
    refuted: ['noGap health_points', 'monotone siblings score'],
    notProved: ['noGap school_points', 'monotone siblings.health score'],
  },
  'cn-hb-changjiang': { proved: 6, byConstruction: 2, steps: 74 },
  'cn-sn-college': { proved: 50, byConstruction: 2, steps: 403, refuted: ['noGap urban_dibao'] },
  'dmn-0004': { proved: 6, byConstruction: 1, steps: 277 },
  'dmn-0020': { proved: 1, byConstruction: 0, steps: 23 },
  'dmn-0087': { proved: 8, byConstruction: 1, steps: 376 },
  'dmn-0115': { proved: 1, byConstruction: 0, steps: 34 },
  'dmn-0118': { proved: 1, byConstruction: 1, steps: 42 },
  'fr-college-lycee': { proved: 5, byConstruction: 1, steps: 250 },
  'uk-maintenance': { proved: 3, byConstruction: 1, steps: 1_679, refuted: ['noGap rates'] },
  'us-sai': { proved: 6, byConstruction: 1, steps: 94 },
};

const FILES = Object.entries(SAID).map(([scheme, said]) => {
  const folder = resolve('rules', scheme);
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const read = readRules(readFileSync(join(folder, file), 'utf8'));
  if (!read.ok) throw new Error(scheme);
  return { scheme, said, rules: read.value };
});

test.each(FILES)('what is said of $scheme', ({ said, rules }) => {
  const { properties, coverage, steps } = check(rules);
  const named = (status: string) => properties.filter((one) => one.status === status).map(({ id }) => id);
  expect(named('refuted')).toEqual(said.refuted ?? []);
  expect(named('notProved')).toEqual(said.notProved ?? []);
  expect(coverage).toMatchObject({ proved: said.proved, byConstruction: said.byConstruction });
  expect(steps).toBeLessThanOrEqual(said.steps);
  // Each finding takes a step, but for what is known of a list, a table or the reader as such.
  expect(steps).toBeGreaterThanOrEqual(coverage.proved);
});
