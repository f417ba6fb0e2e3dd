import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Determination, determine } from '../../../src/determine/index.js';
import { compile } from '../../../src/plan/index.js';
import type { Student } from '../../../src/roster/index.js';
import {
  compareEditions,
  editionsAmong,
  type RuleSet,
  readLibrary,
  readRules,
} from '../../../src/rules/index.js';
import { canonicalJson, type Json } from '../../../src/value/index.js';
import { amendment, FILES, FIRST } from './scheme.js';

/** Patches that can stand beside each other in any order: path, and what stands there. */
const REPLACE = {
  'tiers.special.from': ['61', '75'],
  'tiers.hard.title': ['难', '{ zh: 难, en: Hard }'],
  'score.family.money.up_to.6_000': ['38', '44'],
  'score.family.rural': ['{ when: rural, points: 9 }', '{ when: not rural, points: 2 }'],
  'score.health.options.grave': ['29', '33'],
  'figures.head': ['income / (members + 1)', '{ is: income / members, title: 人均 }'],
  'categories.dibao.floor': ['general', 'special'],
  'programmes.grant.for': ['tier >= hard'],
} as const;
const ADD = {
  'score.family.sick': '{ when: health = ill, points: 3 }',
  'score.family.money.up_to.12_000.50': '30',
  'facts.luxury': '{ type: flag, worse: none }',
  'figures.half': 'income / 2',
  'categories.orphan': '{ list: civil, floor: special }',
  'tiers.light': '{ after: general, title: 轻度, from: 10 }',
  'tiers.middle': '{ after: hard, title: 中度, from: 30 }',
  'sources.notice': '{ title: 通知 }',
  'vetoes.rich': '{ when: income > 90_000, effect: not_recognised, against_floor: review }',
  'choices.level': '{ of: [low, high] }',
} as const;

const read = (text: string, more: readonly { file: string; text: string }[] = []): RuleSet => {
  const result = readRules(text, {
    predecessor: editionsAmong([{ file: '2023.yaml', text: FIRST }, ...more]),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

const block = (verb: string, patches: readonly (readonly [string, string])[]): string =>
  patches.length === 0 ? '' : `${verb}:\n${patches.map(([path, value]) => `  ${path}: ${value}\n`).join('')}`;

const header = (edition: string, amends: string, rest: string): string =>
  amendment(edition, amends, '2023-09-01', '2023-08-01', rest);

const some = <T extends object>(of: T) => fc.subarray(Object.keys(of) as (keyof T & string)[]);
const additions = some(ADD).map((paths) => paths.map((path) => [path, ADD[path]] as const));
const replacements = some(REPLACE).chain((paths) =>
  fc.tuple(
    ...paths.map((path) =>
      fc.constantFrom(...REPLACE[path]).map((value) => [path, value as string] as const),
    ),
  ),
);

const BASE = read(header('x', '2023', ''));

test('adding and then removing the same gives back the digests', () => {
  fc.assert(
    fc.property(additions, (patches) => {
      const added = { file: 'added.yaml', text: header('added', '2023', block('add', patches)) };
      const remove = patches.length === 0 ? '' : `remove: [${patches.map(([path]) => path).join(', ')}]\n`;
      const back = read(header('x', 'added', remove), [added]);
      expect(back.digests).toEqual(BASE.digests);
      const names = patches.filter(([path]) => !path.startsWith('sources.'));
      const there = read(header('x', '2023', block('add', patches))).digests;
      expect(there.document === BASE.digests.document).toBe(patches.length === 0);
      expect(there.meaning === BASE.digests.meaning).toBe(names.length === 0);
    }),
    { numRuns: 60 },
  );
});

test('replacing and then putting back gives back the digests', () => {
  const before: Readonly<Record<keyof typeof REPLACE, string>> = {
    'tiers.special.from': '60',
    'tiers.hard.title': '困难',
    'score.family.money.up_to.6_000': '40',
    'score.family.rural': '{ when: rural, points: 10 }',
    'score.health.options.grave': '30',
    'figures.head': 'income / members',
    'categories.dibao.floor': 'hard',
    'programmes.grant.for': 'tier >= general',
  };
  fc.assert(
    fc.property(replacements, (patches) => {
      const changed = { file: 'changed.yaml', text: header('changed', '2023', block('replace', patches)) };
      const put = patches.map(([path]) => [path, before[path]] as const);
      expect(read(header('x', 'changed', block('replace', put)), [changed]).digests).toEqual(BASE.digests);
    }),
    { numRuns: 60 },
  );
});

test('the order of patches does not matter', () => {
  const shuffled = fc
    .tuple(replacements, additions)
    .chain(([one, two]) =>
      fc.tuple(
        fc.constant([one, two] as const),
        fc.shuffledSubarray([...one], { minLength: one.length }),
        fc.shuffledSubarray([...two], { minLength: two.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([[replace, add], replaceToo, addToo]) => {
      const one = read(header('x', '2023', block('replace', replace) + block('add', add)));
      const two = read(header('x', '2023', block('add', addToo) + block('replace', replaceToo)));
      expect(canonicalJson(two.document as unknown as Json)).toBe(
        canonicalJson(one.document as unknown as Json),
      );
      // What was patched is what compare finds, each path once or more, and nothing beside it.
      const found = compareEditions(BASE.document, one.document).map(({ path }) => path);
      for (const [path] of [...replace, ...add]) {
        const canonical = path.replace('6_000', '6000').replace('12_000.50', '12000.5');
        expect(found.some((at) => at === canonical || at.startsWith(`${canonical}.`))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

const FACTS = {
  income: fc.integer({ min: 0, max: 200 }).map((n) => String(n * 500)),
  members: fc.integer({ min: 1, max: 10 }).map(String),
  health: fc.constantFrom('good', 'ill', 'grave'),
  rural: fc.boolean(),
};
const student = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.record(FACTS) }, fc.record(FACTS, { requiredKeys: [] })),
    fc.constantFrom('in', 'out', 'unknown'),
  )
  .map(
    ([facts, status]): Student => ({
      key: 'G1',
      enrolments: [{ school: 'a', stage: 'senior' }],
      applied: true,
      facts,
      categories: [{ category: 'dibao', status }],
      otherCategories: 'out',
    }),
  );

function determined(rules: RuleSet, asOf: string, one: Student): Determination {
  const plan = compile(rules, { period: '2025-autumn', asOf, knownAt: '2026-01-01' });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return determine(plan.value, one);
}

test('an edition that is added leaves every earlier one byte for byte, in whatever order the files are read', () => {
  const until = fc.integer({ min: 1, max: FILES.length });
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      until,
      fc.shuffledSubarray([...FILES], { minLength: FILES.length }),
      student,
      (count, all, one) => {
        const few = readLibrary(FILES.slice(0, count)).library.editions;
        const many = readLibrary(all).library.editions;
        expect(many).toHaveLength(FILES.length);
        for (const edition of few) {
          const same = many.find((other) => other.edition === edition.edition);
          if (same === undefined) throw new Error(edition.edition);
          expect(same.rules.digests).toEqual(edition.rules.digests);
          const asOf = edition.rules.document.effective.from;
          const before = determined(edition.rules, asOf, one);
          const now = determined(same.rules, asOf, one);
          expect(canonicalJson(now as unknown as Json)).toBe(canonicalJson(before as unknown as Json));
          seen.add(`${edition.edition} ${now.outcome} ${now.recommended?.tier ?? ''}`);
        }
      },
    ),
    { numRuns: 40 },
  );
  // The students are no strangers to the rules: they come out in many ways.
  expect(seen.size).toBeGreaterThan(6);
});
