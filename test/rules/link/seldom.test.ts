import { describe, expect, test } from 'vitest';
import type { RuleDocument } from '../../../src/rules/index.js';
import { find, refusedDocument, refusedOf, rulesOf, text } from './linking.js';

describe('a tier rests on', () => {
  const reads = (veto: string): readonly string[] => {
    const rules = rulesOf(`
facts: { points: { type: number, unit: point, range: [0, 9] }, car: { type: flag }, lent: { type: flag } }
score: { parts: { points: { points: points } } }
tiers: [{ id: hard, from: 5 }]
vetoes: { car: { when: car, ${veto} against_floor: review } }
`);
    return [...rules.reads([{ kind: 'tier' }])].filter((one) => one === 'car' || one === 'lent').sort();
  };

  test.each(['not_recognised', 'zero_score'])('a veto and its exception: %s', (effect) => {
    expect(reads(`effect: ${effect}, unless: lent,`)).toEqual(['car', 'lent']);
    expect(reads(`effect: ${effect},`)).toEqual(['car']);
  });
});

describe('the score and the tier apart', () => {
  const rules = rulesOf(`
facts: { points: { type: number, unit: point, range: [0, 9] }, car: { type: flag }, fake: { type: flag }, orphan: { type: flag }, poor: { type: flag }, listed: { type: flag } }
categories: { lifts: { when: orphan, floor: hard }, passes: { when: poor, bypass: hard }, only: { when: listed } }
score: { parts: { points: { points: points } } }
tiers: [{ id: hard, from: 5 }]
vetoes: { caps: { when: car, effect: not_recognised, against_floor: review }, zeroes: { when: fake, effect: zero_score, against_floor: review } }
`);
  const reads = (kind: 'score' | 'score_tier' | 'tier') => [...rules.reads([{ kind }])].sort();

  test('the score rests on the vetoes that set it to 0, and on no others', () => {
    expect(reads('score')).toEqual(['fake', 'part points', 'points', 'score']);
    expect(reads('score_tier')).toEqual(['fake', 'part points', 'points', 'score', 'score_tier']);
  });

  test('the tier rests on every veto, and on categories that lift to one or go past the points', () => {
    const [lifted, seen] = [
      ['category lifts', 'orphan'],
      ['category passes', 'poor'],
    ];
    expect(reads('tier')).toEqual(
      [...reads('score_tier'), ...lifted, ...seen, 'car', 'tier', 'veto caps', 'veto zeroes'].sort(),
    );
  });

  test('nothing at all is read through a name of the day', () => {
    expect([...rules.reads([{ kind: 'as_of' }, { kind: 'period_start' }])]).toEqual([
      'as_of',
      'period_start',
    ]);
    expect([...rules.reads([])]).toEqual([]);
  });
});

describe('for whom nobody has to apply', () => {
  const universal = (blocks: string, of: string): boolean =>
    find(
      rulesOf(`
facts: { orphan: { type: flag }, points: { type: number, unit: point, range: [0, 9] } }
parameters: { c: { unit: CNY/year, is: 5 } }
${blocks}
programmes: { help: { instrument: grant, for: "${of}", amount: 5, per: year, payee: student } }
`).programmes,
      'help',
    ).universal;
  const CATEGORY = 'categories: { lone: { when: orphan } }';
  const SCORE = 'score: { parts: { points: { points: points } } }\ntiers: [{ id: hard, from: 5 }]';
  const CONDITION = 'tiers: [{ id: hard, when: orphan }]';

  test.each([
    ['', 'orphan', true],
    ['', 'true', true],
    ['figures: { lucky: orphan }', 'lucky', true],
    [CATEGORY, 'orphan', true],
    [SCORE, 'orphan', true],
    // A category, the score, one of its parts, or a tier that comes from either: hardship, also through a figure.
    [CATEGORY, 'lone', false],
    [`${CATEGORY}\nfigures: { lucky: lone }`, 'lucky', false],
    [SCORE, 'score > 3', false],
    [SCORE, 'score.points > 3', false],
    [SCORE, 'tier = hard', false],
    [SCORE, 'score_tier = hard', false],
    [CONDITION, 'tier = hard', false],
    [CONDITION, 'score_tier = hard', false],
  ])('%j for %s', (blocks, of, expected) => {
    expect(universal(blocks, of)).toBe(expected);
  });
});

test('a file of two thousand facts and figures is read, and not of one more', () => {
  const { document } = rulesOf('figures: { x: 1 }');
  const [fact, figure] = [
    { type: 'flag', worse: 'none', origin: 'survey', unknown: { policy: 'ask' } },
    document.figures.x,
  ] as const;
  const many = (count: number, one: unknown, name: string): object =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, one]));
  const refused = (facts: number, figures: number) =>
    refusedDocument({
      ...document,
      outputs: ['figure0'],
      facts: many(facts, fact, 'fact'),
      figures: many(figures, figure, 'figure'),
    } as RuleDocument);
  expect(refused(1_500, 500)).toEqual([]);
  expect(refused(1_500, 501)).toEqual([['rules.limit', ['facts'], { what: 'factsAndFigures', most: 2_000 }]]);
});

test('a table by tier, and one whose cells are tiers', () => {
  const rules = rulesOf(`
facts: { points: { type: number, unit: point, range: [0, 9] } }
score: { parts: { points: { points: points } } }
tiers: [{ id: hard, from: 5 }]
tables:
  given: { unit: CNY, keys: [tier], rows: { hard: 5 }, otherwise: 1 }
  least: { keys: [{ n: 1..2 }], columns: [{ least: tier }, { share: "1" }, { open: flag }], rows: { 1: [hard, 2, true], 2: [not_recognised, 3, false] } }
`);
  expect(find(rules.tables, 'given').keys).toEqual([
    { kind: 'choice', choice: 'tier', size: 2, outside: false },
  ]);
  expect(find(rules.tables, 'least').columns.map(({ name, type }) => [name, type])).toEqual([
    ['least', { kind: 'choice', choice: 'tier' }],
    ['share', { kind: 'number', unit: '1' }],
    ['open', { kind: 'flag' }],
  ]);
  expect(
    find(rules.tables, 'least')
      .columns[0]?.layers[0]?.is.slice(0, 2)
      .map((one) => text(one)),
  ).toEqual(['1', '0']);
});

test('one that is `otherwise` and nothing else is wrong at its place', () => {
  const found = (first: string) =>
    refusedOf(`figures: { x: { first: ${first} } }`).map(([code, path]) => [code, path]);
  expect(found('[{ otherwise: nosuch }]')).toEqual([['rules.unknownName', 'figures.x.first.0.otherwise']]);
  expect(found('[{ when: true, is: 1 }, { otherwise: nosuch }]')).toEqual([
    ['rules.unknownName', 'figures.x.first.1.otherwise'],
  ]);
});

test('the row of a list may go over the options of a choice', () => {
  const rules = rulesOf(`
choices: { level: { of: [low, mid, high], ordered: true } }
lists: { civil: { attributes: { kind: { type: choice, of: level } } } }
categories: { poor: { list: civil, row: any(g in level where g > kind and g != mid) } }
`);
  expect(find(rules.categories, 'poor').row).toMatchObject({ kind: 'pick', choice: 'level' });
});

test('a header keeps why there is a gap, or an overlap', () => {
  const { document } = rulesOf(
    'effective: { from: 2025-09-01, until: 2026-08-31, gap: 停办, overlap: { zh: 并行, en: both } }',
  );
  expect(document.effective).toEqual({
    from: '2025-09-01',
    until: '2026-08-31',
    gap: { zh: '停办' },
    overlap: { zh: '并行', en: 'both' },
  });
});

test('what is wrong with an attribute of people is said at the attribute', () => {
  const found = (attribute: string) =>
    refusedOf(`
choices: { level: { of: [low, high] } }
facts: { family: { type: people, size: [0, 3], of: { one: ${attribute} } } }`);
  expect(found('{ type: number, unit: person/year, range: [0, 9] }')).toEqual([
    ['rules.missingKey', 'facts.family.of.one', { key: 'step' }],
  ]);
  expect(found('{ type: choice, of: level, ordered: true }')).toEqual([
    ['rules.unknownKey', 'facts.family.of.one.ordered', { key: 'ordered' }],
  ]);
});

test('of a list of people there are thirty at most', () => {
  const found = (most: number) =>
    refusedOf(`facts: { family: { type: people, size: [0, ${most}], of: {} } }`);
  expect(found(30)).toEqual([]);
  expect(found(31)).toEqual([['rules.limit', 'facts.family.size.1', { what: 'people', most: 30 }]]);
});

describe('a row whose key is no number', () => {
  test.each(['1/0', '1/2', '1.5', 'x', '1..', '..3', '+', '1e3', '0/0'])('%s', (key) => {
    const found = refusedOf(`
facts: { n: { type: number, unit: person, range: [1, 2] } }
tables: { t: { unit: CNY, keys: [{ n: 1..2 }], rows: { "${key}": 10 }, otherwise: 0 } }
figures:
  decided: t[n]
outputs: [decided]
`).map(([code, path]) => [code, path]);
    expect(found).toEqual([['rules.unknownOption', `tables.t.rows.${key}`]]);
  });
});

test('an amount that may be none is refused', () => {
  const amount = (none: string, is: string) =>
    refusedOf(`
facts: { rent: { type: number, unit: CNY/year, range: [0, 900]${none} } }
programmes: { help: { instrument: grant, for: true, amount: "${is}", per: year, payee: student } }
`);
  expect(amount('', 'rent')).toEqual([]);
  expect(amount(', none: allowed', 'rent')).toEqual([
    ['rules.maybeNone', 'programmes.help.amount', { formula: 'rent' }],
  ]);
  expect(amount(', none: allowed', 'rent if_none 0')).toEqual([]);
});

describe('rows that stand for several numbers', () => {
  const cells = (key: string, rows: string, more = '') => {
    const rules = rulesOf(`
facts: { n: { type: number, unit: person, range: [3, 9] } }
tables: { t: { unit: CNY, keys: [{ n: ${key} }], rows: ${rows}${more} } }
figures:
  decided: t[n]
outputs: [decided]
`);
    // Behind them one for what is outside.
    return find(rules.tables, 't')
      .columns[0]?.layers[0]?.is.slice(0, 7)
      .map((one) => text(one));
  };

  test('are each of them', () => {
    expect(cells('3..9', '{ 3..4: 10, 5: 20, 6..9: 30 }')).toEqual([
      '10',
      '10',
      '20',
      '30',
      '30',
      '30',
      '30',
    ]);
    expect(cells('3..9', '{ 3: 10, 4+: 20 }')).toEqual(['10', ...Array.from({ length: 6 }, () => '20')]);
  });

  test('are refused where they go backwards', () => {
    const codes = refusedOf(`
facts: { n: { type: number, unit: person, range: [3, 9] } }
tables: { t: { unit: CNY, keys: [{ n: 3..9 }], rows: { 4..3: 10 }, otherwise: 0 } }
figures:
  decided: t[n]
outputs: [decided]
`).map(([code]) => code);
    expect(codes).toEqual(['rules.unknownOption']);
  });
});

test('tiers that follow from conditions alone do not rest on the score', () => {
  const rules = rulesOf(`
facts: { points: { type: number, unit: point, range: [0, 9] }, poor: { type: flag } }
score: { parts: { points: { points: points } } }
tiers: [{ id: hard, when: poor }]
`);
  expect([...rules.reads([{ kind: 'tier' }])].sort()).toEqual(['poor', 'score_tier', 'tier']);
});

test('a list and a list of people of one name cannot both write a choice for one attribute', () => {
  const kin = 'kin: { type: choice, of: [near, far] }';
  expect(
    refusedOf(`
lists: { family: { attributes: { ${kin} } } }
facts: { family: { type: people, size: [0, 2], of: { ${kin} } } }
`),
  ).toEqual([['rules.shadow', 'lists.family.attributes.kin', { name: 'family.kin', other: 'facts' }]]);
});

test('a source that is not there is shown at the part that names it, however deep', () => {
  const found = refusedDocument({
    ...rulesOf(`
sources: { law: { title: 条例 } }
facts: { poor: { type: flag } }
score: { parts: { home: { parts: { poor: { when: poor, points: 3, source: { in: law } } } } } }
tiers: [{ id: hard, from: 1 }]
`).document,
    sources: {},
  });
  expect(found.map(([code, path]) => [code, path.join('.')])).toEqual([
    ['rules.unknownSource', 'score.value.parts.home.value.parts.poor.source'],
  ]);
});

test('two dates that may fall on one day have no months between them that could be divided by', () => {
  const found = (from: string) =>
    refusedOf(`
dates: { month_end: last_day, leap_birthday: 03-01 }
facts: { a: { type: date, range: [2025-01-01, 2025-06-30] }, b: { type: date, range: [${from}, 2025-12-31] } }
figures: { m: "round(1 / (months_between(a, b) / 1[month]), 0.01, half_up)" }
outputs: [m]
`).map(([code, , { from: low }]) => [code, low]);
  expect(found('2025-06-30')).toEqual([['rules.divisorZero', '0']]);
});

test('the step of a table is kept where it has no range', () => {
  const { document } = rulesOf(`
facts: { c: { type: choice, of: [red, blue] } }
tables: { t: { unit: point, keys: [c], rows: { red: 1, blue: 2.5 }, step: 0.5 } }
figures: { x: "t[c]" }
outputs: [x]
`);
  expect(document.tables.t?.step).toBe('0.5');
});
