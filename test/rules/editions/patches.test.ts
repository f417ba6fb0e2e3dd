import { describe, expect, test } from 'vitest';
import { compose } from '../../../src/rules/editions/index.js';
import { amending, among, composed, FIRST, header } from './composing.js';

const at = (root: unknown, ...steps: (string | number)[]): unknown =>
  steps.reduce<unknown>((here, step) => (here as Record<string, unknown>)[step], root);

describe('replace', () => {
  test.each([
    ['tiers.general.from: 18', ['tiers', 2, 'from'], '18'],
    ['score.family.low_income.points: 5', ['score', 'parts', 'family', 'parts', 'low_income', 'points'], '5'],
    ['score.at_most: 90', ['score', 'at_most'], '90'],
    ['score.parts.family.at_most: 30', ['score', 'parts', 'family', 'at_most'], '30'],
    // `parts` may be written or left out, at each step by itself.
    [
      'score.parts.family.low_income.points: 6',
      ['score', 'parts', 'family', 'parts', 'low_income', 'points'],
      '6',
    ],
    [
      'score.family.parts.low_income.points: 7',
      ['score', 'parts', 'family', 'parts', 'low_income', 'points'],
      '7',
    ],
    [
      'score.parts.family.parts.low_income.points: 8',
      ['score', 'parts', 'family', 'parts', 'low_income', 'points'],
      '8',
    ],
    ['score.parts.health.options.ill: 32', ['score', 'parts', 'health', 'options', 'ill'], '32'],
    ['score.parts: { one: { points: 1 } }', ['score', 'parts', 'one', 'points'], '1'],
    [
      'score.family.fees.up_to.20_000.50: 7',
      ['score', 'parts', 'family', 'parts', 'fees', 'up_to', '20_000.50'],
      '7',
    ],
    [
      'score.family.fees.up_to.20_000: 8',
      ['score', 'parts', 'family', 'parts', 'fees', 'up_to', '20_000'],
      '8',
    ],
    ['score.health.options.ill: 31', ['score', 'parts', 'health', 'options', 'ill'], '31'],
    [
      'tables.income.dated.2023-01-01: { "4401": 1 }',
      ['tables', 'income', 'dated', '2023-01-01', '4401'],
      '1',
    ],
    ['tables.income.dated.2023-01-01.4401: 2', ['tables', 'income', 'dated', '2023-01-01', '4401'], '2'],
    ['figures.head: fees / 4', ['figures', 'head'], 'fees / 4'],
    ['figures.long.is: fees / 5', ['figures', 'long', 'is'], 'fees / 5'],
    ['figures.long: fees / 6', ['figures', 'long'], 'fees / 6'],
    ['choices.health.of: [good, ill]', ['choices', 'health', 'of', 1], 'ill'],
    ['sources.law.title: 新办法', ['sources', 'law', 'title'], '新办法'],
    ['score.health: { when: rural, points: 2 }', ['score', 'parts', 'health', 'points'], '2'],
  ])('%s', (patch, steps, value) => {
    const { root, issues } = composed(`replace: { ${patch.includes('"') ? patch : patch} }\n`);
    expect(issues).toEqual([]);
    expect(at(root, ...steps)).toBe(value);
  });

  test('a whole entry of a list keeps its place and its id', () => {
    const { root } = composed('replace: { tiers.hard: { title: 难, from: 35 } }\n');
    expect(at(root, 'tiers')).toEqual([
      { id: 'special', title: '特别困难', from: '60' },
      { id: 'hard', title: '难', from: '35' },
      { id: 'general', title: '一般困难', from: '20' },
    ]);
    expect(composed('replace: { tiers.hard: { id: hard, from: 35 } }\n').issues).toEqual([]);
    expect(composed('replace: { tiers.hard: { id: harder, from: 35 } }\n').issues).toEqual([
      {
        code: 'rules.patchId',
        values: { path: 'tiers.hard', found: 'harder', needed: 'hard' },
        at: '2024.yaml:1',
      },
    ]);
  });

  test.each([
    ['tiers.genral.from: 18', 'tiers.general.from'],
    ['score.low_income.points: 5', 'score.family.low_income.points'],
    ['score.family.lowincome.points: 5', 'score.family.low_income.points'],
    ['low_income: { points: 5 }', 'score.family.low_income'],
    ['figures.head.is: 1', 'figures.head'],
    ['score.family.fees.up_to.9500: 1', 'score.family.fees.up_to.9_500'],
    ['score.family.fees.up_to.20_000.50.is: 1', 'score.family.fees.up_to.20_000.50'],
    ['score.family.fees.up_to.20_000.is: 1', 'score.family.fees.up_to.20_000'],
    ['tiers.general.frm: 18', 'tiers.general.from'],
    ['choices.helth.of.ill: ill', 'choices.health.of.ill'],
    ['score.family.fee.up_to.9_500: 1', 'score.family.fees.up_to.9_500'],
    // More than one is called so.
    ['rural.when: true', null],
    ['tiers.hard.when: rural', null],
    ['programmes.grant.amount: 1', null],
  ])('%s is not there', (patch, near) => {
    const path = patch.slice(0, patch.indexOf(':'));
    expect(composed(`replace:\n  ${patch}\n`).issues).toEqual([
      { code: 'rules.patchMissing', values: near === null ? { path } : { path, near }, at: '2024.yaml:2' },
    ]);
  });
});

describe('add', () => {
  test.each([
    [
      'tables.income.dated.2024-01-01: { file: income-2023.csv }',
      ['tables', 'income', 'dated', '2024-01-01', 'file'],
      'income-2023.csv',
    ],
    [
      'score.family.minority: { when: rural, points: 1 }',
      ['score', 'parts', 'family', 'parts', 'minority', 'points'],
      '1',
    ],
    ['score.new: { when: rural, points: 1 }', ['score', 'parts', 'new', 'points'], '1'],
    ['score.parts.new: { when: rural, points: 1 }', ['score', 'parts', 'new', 'points'], '1'],
    [
      'score.parts.family.new: { when: rural, points: 1 }',
      ['score', 'parts', 'family', 'parts', 'new', 'points'],
      '1',
    ],
    [
      'score.family.parts.new: { when: rural, points: 1 }',
      ['score', 'parts', 'family', 'parts', 'new', 'points'],
      '1',
    ],
    ['score.parts.family.weight: 40%', ['score', 'parts', 'family', 'weight'], '40%'],
    ['score.family.weight: 50%', ['score', 'parts', 'family', 'weight'], '50%'],
    ['score.family.rural.weight: 50%', ['score', 'parts', 'family', 'parts', 'rural', 'weight'], '50%'],
    [
      'score.family.fees.up_to.12_000.75: 1',
      ['score', 'parts', 'family', 'parts', 'fees', 'up_to', '12_000.75'],
      '1',
    ],
    [
      'score.family.fees.up_to.20_000.25: 1',
      ['score', 'parts', 'family', 'parts', 'fees', 'up_to', '20_000.25'],
      '1',
    ],
    ['parameters.wage: { unit: EUR, is: 3 }', ['parameters', 'wage', 'is'], '3'],
    ['outputs: [head]', ['outputs', 0], 'head'],
    ['sources.notice: { title: 通知 }', ['sources', 'notice', 'title'], '通知'],
    [
      'score.routes.orphan: { first: true, when: rural, base: 60, counts: [health] }',
      ['score', 'routes', 0],
      { id: 'orphan', when: 'rural', base: '60', counts: ['health'] },
    ],
    [
      'choices.health.of.chronic: { after: ill }',
      ['choices', 'health', 'of'],
      ['good', 'ill', 'chronic', 'disabled'],
    ],
  ])('%s', (patch, steps, value) => {
    const { root, issues } = composed(`add:\n  ${patch}\n`);
    expect(issues).toEqual([]);
    expect(at(root, ...(steps as string[]))).toEqual(value);
  });

  test('sources of the amending file are added to those that are there', () => {
    const { root, issues } = composed('sources: { notice: { title: 通知 } }\n');
    expect(issues).toEqual([]);
    expect(Object.keys(at(root, 'sources') as object)).toEqual(['law', 'notice']);
    expect(composed('sources: { law: { title: 通知 } }\n').issues).toEqual([
      { code: 'rules.patchExists', values: { path: 'sources.law' }, at: '2024.yaml:1' },
    ]);
  });

  test('entries of a list say which they follow, in any order of the patches', () => {
    const one = 'tiers.light: { after: general, from: 10 }';
    const two = 'tiers.lightest: { after: light, from: 5 }';
    const three = 'tiers.utmost: { first: true, from: 80 }';
    for (const order of [
      [one, two, three],
      [three, two, one],
      [two, one, three],
    ]) {
      const { root, issues } = composed(`add:\n${order.map((patch) => `  ${patch}\n`).join('')}`);
      expect(issues).toEqual([]);
      expect((at(root, 'tiers') as { id: string }[]).map(({ id }) => id)).toEqual([
        'utmost',
        'special',
        'hard',
        'general',
        'light',
        'lightest',
      ]);
    }
  });

  test.each([
    ['tiers.light: { from: 10 }', 'rules.patchPlace', { path: 'tiers.light' }],
    ['tiers.light: { first: true, after: hard, from: 10 }', 'rules.patchPlace', { path: 'tiers.light' }],
    ['tiers.light: { first: yes, from: 10 }', 'rules.patchPlace', { path: 'tiers.light' }],
    ['tiers.light: { after: nobody, from: 10 }', 'rules.patchMissing', { path: 'tiers.nobody' }],
    ['tiers.light: { after: light, from: 10 }', 'rules.patchMissing', { path: 'tiers.light' }],
    ['tiers.hard: { first: true, from: 10 }', 'rules.patchExists', { path: 'tiers.hard' }],
    ['score.family.rural: { points: 10 }', 'rules.patchExists', { path: 'score.family.rural' }],
    [
      'score.famly.new: { points: 10 }',
      'rules.patchMissing',
      { path: 'score.famly.new', near: 'score.family' },
    ],
    ['tables.new.unit: CNY', 'rules.patchMissing', { path: 'tables.new.unit' }],
    ['effective.until: 2025-01-01', 'rules.patchHeader', { path: 'effective.until' }],
    ['amends: 2022', 'rules.patchHeader', { path: 'amends' }],
  ])('%s is refused', (patch, code, values) => {
    expect(composed(`add:\n  ${patch}\n`).issues).toEqual([{ code, values, at: '2024.yaml:2' }]);
  });

  test('two entries at one place have no order', () => {
    const patches = 'add:\n  tiers.a: { after: hard, from: 30 }\n  tiers.b: { after: hard, from: 35 }\n';
    expect(composed(patches).issues).toEqual([
      { code: 'rules.patchPlace', values: { path: 'tiers.b', other: 'tiers.a' }, at: '2024.yaml:3' },
    ]);
  });
});

test('a part that is named as something a section says itself is reached through `parts`', () => {
  const NAMED = FIRST.replace(
    '        rural: {',
    '        weight: { when: rural, points: 2 }\n        rural: {',
  );
  const family = (patches: string): unknown => at(composed(patches, NAMED).root, 'score', 'parts', 'family');
  expect(family('add: { score.family.weight: 50% }\n')).toMatchObject({
    weight: '50%',
    parts: { weight: { points: '2' } },
  });
  expect(family('replace: { score.family.parts.weight.points: 3 }\n')).toMatchObject({
    parts: { weight: { points: '3' } },
  });
  expect(composed('replace: { score.family.weight.points: 3 }\n', NAMED).issues).toMatchObject([
    { code: 'rules.patchMissing' },
  ]);
});

describe('tiers that a formula gives', () => {
  const GIVEN = FIRST.slice(0, FIRST.indexOf('tiers:')).concat(`tiers:
  of: level
  list:
    - { id: hard, title: 困难 }
    - { id: general, title: 一般困难 }
`);

  test('stand in their list, which no path names', () => {
    const { root, issues } = composed('add: { tiers.light: { after: general } }\n', GIVEN);
    expect(issues).toEqual([]);
    expect(at(root, 'tiers')).toEqual({
      of: 'level',
      list: [{ id: 'hard', title: '困难' }, { id: 'general', title: '一般困难' }, 'light'],
    });
    expect(at(composed('replace: { tiers.hard.title: 难 }\n', GIVEN).root, 'tiers', 'list', 0)).toEqual({
      id: 'hard',
      title: '难',
    });
    expect(at(composed('remove: [tiers.hard]\n', GIVEN).root, 'tiers', 'list')).toHaveLength(1);
    expect(at(composed('remove: [tiers.list.hard]\n', GIVEN).root, 'tiers', 'list')).toHaveLength(1);
  });

  test('and the formula beside it', () => {
    expect(at(composed('replace: { tiers.of: other }\n', GIVEN).root, 'tiers', 'of')).toBe('other');
    const without = GIVEN.replace('  of: level\n', '');
    expect(at(composed('add: { tiers.of: other }\n', without).root, 'tiers', 'of')).toBe('other');
  });
});

describe('remove', () => {
  test.each([
    ['categories.registered', ['categories'], {}],
    ['tiers.hard', ['tiers', 1, 'id'], 'general'],
    [
      'score.family.fees.up_to.20_000.50',
      ['score', 'parts', 'family', 'parts', 'fees', 'up_to'],
      { '9_500': '0', '20_000': '1' },
    ],
    ['score.at_most', ['score', 'at_most'], undefined],
    ['choices.health.of.ill', ['choices', 'health', 'of'], ['good', 'disabled']],
    ['categories', ['categories'], undefined],
  ])('%s', (path, steps, value) => {
    const { root, issues } = composed(`remove: [${path}]\n`);
    expect(issues).toEqual([]);
    expect(at(root, ...steps)).toEqual(value);
  });

  test('what is not there cannot be removed, nor followed once removed', () => {
    expect(composed('remove: [vetoes.x]\n').issues).toEqual([
      { code: 'rules.patchMissing', values: { path: 'vetoes.x' }, at: '2024.yaml:1' },
    ]);
    const patches = 'add: { tiers.new: { after: hard, from: 30 } }\nremove: [tiers.hard]\n';
    expect(composed(patches).issues).toEqual([
      { code: 'rules.patchMissing', values: { path: 'tiers.hard' }, at: '2024.yaml:1' },
    ]);
  });
});

test.each([
  ['replace: { tiers.hard.from: 41 }\nremove: [tiers.hard]\n', 'tiers.hard', 'tiers.hard.from'],
  [
    'replace: { score.family: { when: rural, points: 1 }, score.family.rural.points: 2 }\n',
    'score.family.rural.points',
    'score.family',
  ],
  [
    'add: { score.family.x: { when: rural, points: 1 } }\nreplace: { score.family: { when: rural, points: 1 } }\n',
    'score.family.x',
    'score.family',
  ],
  [
    'add: { outputs: [head] }\nremove: [score.family, score.parts.family]\n',
    'score.parts.family',
    'score.family',
  ],
  ['sources: { n: { title: 一 } }\nadd: { sources.n: { title: 二 } }\n', 'sources.n', 'sources.n'],
])('a path is touched once: %j', (patches, path, other) => {
  expect(composed(patches).issues).toMatchObject([{ code: 'rules.patchOverlap', values: { path, other } }]);
});

describe('the amending file', () => {
  const issuesOf = (text: string, texts: Readonly<Record<string, string>> = { '2023': FIRST }) => {
    const result = compose({ text, file: 'x.yaml' }, among(texts));
    return result.ok ? [] : result.issues;
  };

  test('says nothing itself but its header, sources and the three verbs', () => {
    expect(
      issuesOf(amending('facts: { x: { type: flag } }\nreplce: { tiers.hard.from: 1 }\n')),
    ).toMatchObject([
      { code: 'rules.amendsOnly', values: { key: 'facts' }, place: { file: 'x.yaml', line: 9, column: 1 } },
      { code: 'rules.amendsOnly', values: { key: 'replce', near: 'replace' }, place: { line: 10 } },
    ]);
    expect(issuesOf(amending('').replace('status: draft\n', ''))).toMatchObject([
      { code: 'rules.missingKey', values: { key: 'status' } },
    ]);
    expect(issuesOf(amending('').replace('from: 2024-09-01', 'from: 2024-13-01'))).toMatchObject([
      { code: 'rules.date', place: { line: 6, column: 20 } },
    ]);
  });

  test('keeps the title of its predecessor unless it says one', () => {
    const [kept, own] = ['', 'title: 新\n'].map((title) => {
      const result = compose({ text: amending(title) }, among({ '2023': FIRST }));
      return result.ok && result.value.tree.root;
    });
    expect(kept).toMatchObject({ title: '样例', edition: '2024', effective: { from: '2024-09-01' } });
    expect(own).toMatchObject({ title: '新' });
    expect(kept).not.toHaveProperty('amends');
  });

  test('amends an edition that is there, of its own scheme, and not itself', () => {
    expect(issuesOf(amending(''), {})).toMatchObject([
      {
        code: 'rules.amendsMissing',
        values: { edition: '2023' },
        place: { file: 'x.yaml', line: 8, column: 9 },
      },
    ]);
    expect(issuesOf(amending(''), { '2023': FIRST.replace('xx-test', 'xx-other') })).toMatchObject([
      { code: 'rules.amendsOtherScheme', values: { found: 'xx-test', needed: 'xx-other' } },
    ]);
    expect(issuesOf(amending(''), { '2023': FIRST.replace('edition: 2023', 'edition: 2022') })).toMatchObject(
      [{ code: 'rules.amendsMissing' }],
    );
    expect(issuesOf(amending('', '2024', '2025'), { '2025': amending('', '2025', '2024') })).toMatchObject([
      { code: 'rules.amendsCircle', values: { loop: '2024 → 2025 → 2024' }, place: { file: '2025.yaml' } },
    ]);
    expect(issuesOf(amending('', '2024', '2024'))).toMatchObject([{ code: 'rules.amendsCircle' }]);
  });

  test('stands in a line of at most 40', () => {
    const line = Object.fromEntries(
      Array.from({ length: 42 }, (_, i) => [
        `${2023 + i}`,
        i === 0
          ? FIRST
          : amending(`replace: { tiers.general.from: ${i / 4} }\n`, `${2023 + i}`, `${2022 + i}`),
      ]),
    );
    const composedAt = (year: number) => compose({ text: line[year] as string, file: 'x.yaml' }, among(line));
    const last = composedAt(2063);
    expect(last.ok && last.value.depth).toBe(40);
    expect(last.ok && at(last.value.tree.root, 'tiers', 2, 'from')).toBe('10');
    expect(composedAt(2064)).toMatchObject({
      ok: false,
      issues: [
        { code: 'rules.limit', values: { what: 'amendments', most: 40 }, place: { file: '2024.yaml' } },
      ],
    });
  });
});

describe('a place in an amended file', () => {
  const patches =
    'replace:\n  tiers.general.from: 18\n  score.family.low_income.points: 3 +\nadd:\n  facts.x: { type: flg }\n';
  const result = compose({ text: amending(patches), file: '2024.yaml' }, among({ '2023': FIRST }));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { tree } = result.value;
  const before = header('2024', '2023').split('\n').length - 1;

  test('is in the amending file where the value comes from there', () => {
    expect(tree.value(['tiers', 2, 'from'])).toEqual({ file: '2024.yaml', line: before + 2, column: 23 });
    expect(tree.key(['tiers', 2, 'from'])).toEqual({ file: '2024.yaml', line: before + 2, column: 3 });
    expect(tree.value(['facts', 'x', 'type'])).toEqual({ file: '2024.yaml', line: before + 5, column: 20 });
    expect(tree.key(['facts', 'x', 'type'])).toEqual({ file: '2024.yaml', line: before + 5, column: 14 });
    const points = ['score', 'parts', 'family', 'parts', 'low_income', 'points'];
    expect(tree.inside(points, 2)).toEqual({ file: '2024.yaml', line: before + 3, column: 37 });
    expect(tree.value(['edition'])).toEqual({ file: '2024.yaml', line: 3, column: 10 });
  });

  test('is in the predecessor where it was left alone', () => {
    const line = FIRST.split('\n').findIndex((text) => text.includes('id: hard,')) + 1;
    expect(tree.value(['tiers', 1, 'from'])).toEqual({ file: '2023.yaml', line, column: 34 });
    expect(tree.key(['tiers', 1, 'from'])).toMatchObject({ file: '2023.yaml', line });
    expect(tree.value(['tiers', 1, 'nothing', 'there'])).toEqual({ file: '2023.yaml', line, column: 5 });
    expect(tree.value([])).toMatchObject({ file: '2023.yaml', line: 1 });
  });
});
