import { describe, expect, test } from 'vitest';
import { refusedOf, rulesOf } from './linking.js';

type Values = Readonly<Record<string, string | number>>;

/** One of each block whose ids share a namespace. */
const BLOCKS: Readonly<Record<string, (id: string) => string>> = {
  facts: (id) => `facts: { ${id}: { type: flag } }`,
  figures: (id) => `figures: { ${id}: 1 }`,
  categories: (id) => `categories: { ${id}: { when: true } }`,
  tables: (id) => `tables: { ${id}: { unit: CNY, keys: [{ n: 1..1 }], rows: [1] } }`,
  parameters: (id) => `parameters: { ${id}: { unit: CNY, is: 1 } }`,
  schedules: (id) => `schedules: { ${id}: { unit: CNY, up_to: { 1: 1 }, otherwise: 1 } }`,
};
const blocks = Object.keys(BLOCKS);
const pairs = blocks.flatMap((a, i) => blocks.slice(i + 1).map((b) => [a, b] as const));

describe('one namespace', () => {
  test.each(pairs)('the same name in %s and %s', (a, b) => {
    const text = `${BLOCKS[a]?.('same')}\n${BLOCKS[b]?.('same')}`;
    expect(refusedOf(text)).toEqual([['rules.shadow', `${b}.same`, { name: 'same', other: a }]]);
    expect(refusedOf(`${BLOCKS[a]?.('one')}\n${BLOCKS[b]?.('two')}`)).toEqual([]);
  });

  test.each(blocks.filter((block) => block !== 'facts'))(
    'an attribute of people named as one of %s',
    (block) => {
      const people = 'facts: { family: { type: people, size: [0, 3], of: { same: { type: flag } } } }';
      expect(refusedOf(`${people}\n${BLOCKS[block]?.('same')}`)).toEqual([
        ['rules.shadow', 'facts.family.of.same', { name: 'same', other: block }],
      ]);
    },
  );

  test('an attribute named as a fact; two lists may both have it', () => {
    const people = '{ type: people, size: [0, 3], of: { born: { type: date } } }';
    expect(refusedOf(`facts: { born: { type: date }, family: ${people} }`)).toEqual([
      ['rules.shadow', 'facts.family.of.born', { name: 'born', other: 'facts' }],
    ]);
    expect(refusedOf(`facts: { family: ${people}, returns: ${people} }`)).toEqual([]);
  });

  test.each([...blocks, 'attribute'])('a word of the formulas names none of %s', (block) => {
    const attribute = 'facts: { family: { type: people, size: [0, 3], of: { age: { type: flag } } } }';
    const text = block === 'attribute' ? attribute : (BLOCKS[block]?.('age') ?? '');
    const path = block === 'attribute' ? 'facts.family.of.age' : `${block}.age`;
    expect(refusedOf(text)).toEqual([['rules.reserved', path, { name: 'age' }]]);
  });

  test('choices live apart', () => {
    expect(
      refusedOf('choices: { stage: { of: [low, high] } }\nfacts: { stage: { type: choice, of: stage } }'),
    ).toEqual([]);
    expect(refusedOf('choices: { tier: { of: [low, high] } }')).toEqual([
      ['rules.reserved', 'choices.tier', { name: 'tier' }],
    ]);
  });
});

describe('options', () => {
  test.each<[string, string]>([
    ['a fact', 'rural: { type: flag }'],
    ['an attribute', 'family: { type: people, size: [0, 2], of: { rural: { type: flag } } }'],
  ])('named as %s', (_, fact) => {
    expect(refusedOf(`facts:\n  home: { type: choice, of: [town, rural] }\n  ${fact}`)).toEqual([
      ['rules.ambiguousOption', 'facts.home.of.1', { option: 'rural', choice: 'home' }],
    ]);
  });

  test.each(['figures', 'categories', 'parameters'])('named as one of %s', (block) => {
    expect(
      refusedOf(`facts: { home: { type: choice, of: [town, rural] } }\n${BLOCKS[block]?.('rural')}`),
    ).toEqual([['rules.ambiguousOption', 'facts.home.of.1', { option: 'rural', choice: 'home' }]]);
  });

  test('named as a table or schedule are read with brackets, so that nothing is ambiguous', () => {
    for (const block of ['tables', 'schedules'])
      expect(
        refusedOf(`facts: { home: { type: choice, of: [town, rural] } }\n${BLOCKS[block]?.('rural')}`),
      ).toEqual([]);
  });

  test.each<[string, string, string, string, Values]>([
    [
      'of an attribute named as a fact',
      'facts: { rural: { type: flag }, family: { type: people, size: [0, 2], of: { home: { type: choice, of: [town, rural] } } } }',
      'rules.ambiguousOption',
      'facts.family.of.home.of.1',
      { option: 'rural', choice: 'family.home' },
    ],
    [
      'of a list named as its attribute',
      'lists: { civil: { attributes: { kind: { type: choice, of: [low, risk] }, risk: { type: flag } } } }',
      'rules.ambiguousOption',
      'lists.civil.attributes.kind',
      { option: 'risk', choice: 'civil.kind' },
    ],
    [
      'that are words of the formulas',
      'facts: { home: { type: choice, of: [town, none] } }',
      'rules.reserved',
      'facts.home.of.1',
      { name: 'none' },
    ],
    [
      'said twice',
      'facts: { home: { type: choice, of: [town, town] } }',
      'rules.duplicateOption',
      'facts.home.of.1',
      { option: 'town', choice: 'home' },
    ],
  ])('%s', (_, text, code, path, values) => {
    expect(refusedOf(text)).toEqual([[code, path, values]]);
  });

  test('of a list may be named as a fact: a row knows no facts', () => {
    const text = `facts: { rural: { type: flag } }
lists: { civil: { attributes: { kind: { type: choice, of: [rural, other] } } } }
categories: { poor: { list: civil, row: kind = rural } }`;
    expect(rulesOf(text).categories[0]?.row).toMatchObject({ kind: 'compare' });
  });
});

describe('names that are not known', () => {
  const KNOWN = `
facts: { income: { type: number, unit: CNY, range: [0, 9] }, marks: { type: several, of: [dibao, orphan] }, family: { type: people, size: [0, 2], of: { wage: { type: number, unit: CNY, range: [0, 9] } } } }
parameters: { minimum: { unit: CNY, is: 1 } }
tables: { ceiling: { unit: CNY, keys: [{ n: 1..1 }], rows: [1] } }
schedules: { rates: { unit: CNY, up_to: { 1: 1 }, otherwise: 1 } }
score: { parts: { home: { parts: { rural: { points: 1 } } } } }
tiers: [{ id: hard, from: 1 }]
figures: { x: FORMULA }`;
  test.each<[string, string, Values]>([
    ['incme + 0', 'rules.unknownName', { name: 'incme', near: 'income' }],
    ['minimun + 0', 'rules.unknownName', { name: 'minimun', near: 'minimum' }],
    ['score.home.rual', 'rules.unknownName', { name: 'score.home.rual', near: 'score.home.rural' }],
    ['ceilng[1]', 'rules.unknownTable', { table: 'ceilng', near: 'ceiling' }],
    ['"marginal(rats, income)"', 'rules.unknownSchedule', { schedule: 'rats', near: 'rates' }],
    ['sum(wge of family)', 'rules.unknownName', { name: 'wge', near: 'wage' }],
    ['sum(wage of famly)', 'rules.unknownName', { name: 'famly', near: 'family' }],
    ['"has_any(mark, [dibao])"', 'rules.unknownName', { name: 'mark', near: 'marks' }],
  ])('%s', (formula, code, values) => {
    const text = KNOWN.replace(
      'FORMULA',
      formula.includes('[') && !formula.startsWith('"') ? `"${formula}"` : formula,
    );
    expect(refusedOf(text)).toEqual([[code, 'figures.x', values]]);
  });

  test('without a score or tiers these names are not known', () => {
    for (const name of ['score', 'score_tier', 'tier'])
      expect(refusedOf(`figures: { x: ${name} }`).map(([code]) => code)).toEqual(['rules.unknownName']);
  });
});

describe('what names one another in a circle', () => {
  test.each<[string, string, string, string, string?]>([
    ['figures', 'figures: { a: b + 1, b: a + 1 }', 'figures.b', 'a → b → a'],
    [
      'a fact and a figure',
      'facts: { a: { type: flag, only_if: b, none: false } }\nfigures: { b: not a }',
      'figures.b',
      'a → b → a',
    ],
    [
      'a part that reads another',
      'score: { parts: { a: { points: score.b }, b: { points: 1 } } }\ntiers: [{ id: hard, from: 1 }]',
      'score.parts.a.points',
      'score → score.b',
      'score.b',
    ],
    [
      'a category with points that reads the score',
      'categories: { a: { when: score > 1, points: 5 } }\nscore: { parts: { listed: { categories: best } } }\ntiers: [{ id: hard, from: 1 }]',
      'categories.a.when',
      'score → a → score',
    ],
    [
      'a route that reads the tier by score',
      'score: { parts: { a: { points: 1 } }, routes: [{ id: r, when: score_tier = hard, base: 1, counts: [], against_ordinary: best }] }\ntiers: [{ id: hard, from: 1 }]',
      'score.routes.0.when',
      'score → score_tier → score',
    ],
    [
      'a tier that reads itself',
      'tiers: [{ id: hard, when: score_tier = hard }]',
      'tiers.0.when',
      'score_tier → score_tier',
    ],
    [
      'a category that lifts the tier it reads',
      'categories: { a: { when: tier = hard, floor: hard } }\ntiers: [{ id: hard, when: true }]',
      'categories.a.when',
      'a → tiers → a',
    ],
  ])('%s', (_, text, path, loop, part) => {
    const values = part === undefined ? { loop } : { loop, part };
    expect(refusedOf(text)).toEqual([['rules.circle', path, values]]);
  });
});

test('sources are listed, wherever they are named', () => {
  const text = `
parameters: { p: { unit: CNY, is: 1, source: notce } }
schedules: { s: { unit: CNY, up_to: { 1: 1 }, otherwise: 1, source: notce } }
evidence: { e: { source: notce } }
facts: { f: { type: flag, unknown: { assume: true, because: 默认, source: notce } } }
score: { parts: { a: { points: 1, source: notce } }, routes: [{ id: r, when: f, base: 1, counts: [], against_ordinary: best, source: notce }] }
tiers: [{ id: hard, from: 1, source: notce }]
sources: { notice: { title: 通知 } }`;
  const found = refusedOf(text);
  expect(found.map(([, path]) => path).sort()).toEqual([
    'evidence.e.source',
    'facts.f.unknown.source',
    'parameters.p.source',
    'schedules.s.source',
    'score.parts.a.source',
    'score.routes.0.source',
    'tiers.0.source',
  ]);
  expect(new Set(found.map(([code]) => code))).toEqual(new Set(['rules.unknownSource']));
});
