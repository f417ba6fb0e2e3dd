import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANGE_BLOCKS, compareEditions, type RuleDocument } from '../../../src/rules/index.js';
import { expectGolden } from '../../golden.js';
import { DOCUMENT } from './documents.js';

type Plain = Record<string, unknown>;

/** The document with a change made in place on a copy. */
function changed(change: (copy: Plain) => void): RuleDocument {
  const copy = structuredClone(DOCUMENT) as unknown as Plain;
  change(copy);
  return copy as unknown as RuleDocument;
}

const changes = (change: (copy: Plain) => void) => compareEditions(DOCUMENT, changed(change));
const short = (change: (copy: Plain) => void): string[] =>
  changes(change).map(
    ({ block, path, kind, before, after }) => `${block} ${path} ${kind} ${before} -> ${after}`,
  );
const get = (copy: Plain, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((here, step) => (here as Plain)[step], copy);
const set = (copy: Plain, path: string, value: unknown): void => {
  const steps = path.split('/');
  const last = steps.pop() as string;
  const at = get(copy, steps) as Plain;
  if (value === undefined) delete at[last];
  else at[last] = value;
};
/** Turns a list of the copy round. */
const turn = (copy: Plain, path: string): unknown => (get(copy, path.split('/')) as unknown[]).reverse();

const FEES = 'score/value/parts/family/value/parts/fees/value';
const LOW = 'score/value/parts/family/value/parts/low_income';

test.each([
  ['tiers/1/from', '18', 'tiers tiers.general.from changed 20 -> 18'],
  ['categories/dibao/floor', 'general', 'floors categories.dibao.floor changed hard -> general'],
  ['categories/dibao/when', 'fees < 1', 'categories categories.dibao.when added undefined -> fees < 1'],
  [
    'vetoes/luxury/against_floor',
    'floor_wins',
    'floors vetoes.luxury.against_floor changed review -> floor_wins',
  ],
  ['scope/here/is', 'not title', 'scope scope.here.is changed title -> not title'],
  [
    'programmes/grant/amount/is',
    '1500',
    'amounts programmes.grant.amount changed living[stage, boarder] -> 1500',
  ],
  [
    'programmes/grant/for',
    'tier >= hard',
    'amounts programmes.grant.for changed tier >= general -> tier >= hard',
  ],
  // A table that an amount reads is an amount.
  [
    'tables/living/layers/0/rows/1/values/0',
    '750',
    'amounts tables.living.rows.primary.false changed 625 -> 750',
  ],
  [
    'tables/loan/layers/0/rows/0/values/1',
    '7',
    'calculation tables.loan.dated.2020-01-01.home.ratio changed 6.91 -> 7',
  ],
  ['tables/loan/otherwise', undefined, 'calculation tables.loan.otherwise removed unknown -> undefined'],
  ['score/at_most', '90', 'score score.at_most changed 100 -> 90'],
  [`${LOW}/value/is`, '5', 'score score.family.low_income.points changed 3 -> 5'],
  [`${LOW}/when`, 'head < 120', 'score score.family.low_income.when changed head < 100 -> head < 120'],
  ['score/value/parts/health/value/options/ill', '31', 'score score.health.options.ill changed 30 -> 31'],
  // A figure that the score reads is part of the score.
  ['figures/head/value/is', 'fees / 3', 'score figures.head changed fees / 2 -> fees / 3'],
  ['figures/lonely/value/is', '2', 'calculation figures.lonely changed 1 -> 2'],
  [`${FEES}/bands/1/is`, '4', 'score score.family.fees.up_to.20000 changed 1 -> 4'],
  [`${FEES}/bands/1/cut`, '25000', 'score score.family.fees.up_to.20000 moved 20000 -> 25000'],
  [`${FEES}/bands/1/edge`, 'below', 'score score.family.fees.up_to.20000 moved up_to 20000 -> below 20000'],
  [`${FEES}/otherwise`, '3', 'score score.family.fees.otherwise changed 2 -> 3'],
  ['figures/risk/value/cases/0/is', 'ill', 'calculation figures.risk[fees < 80] changed good -> ill'],
  [
    'figures/risk/value/cases/0/when',
    'fees < 90',
    'calculation figures.risk[fees < 80] moved fees < 80 -> fees < 90',
  ],
  [
    'figures/nationality/value/layers/1/value/is',
    'true',
    'calculation figures.nationality.dated.2004-07-21 changed not title -> true',
  ],
  [
    'figures/nationality/value/layers/1/from',
    '2005-01-01',
    'calculation figures.nationality.dated.2004-07-21 moved 2004-07-21 -> 2005-01-01',
  ],
  [
    'parameters/wage/layers/1/value',
    '9.7',
    'calculation parameters.wage.dated.2016-01-01 changed 9.67 -> 9.7',
  ],
  [
    'parameters/wage/layers/0/from',
    '2014-01-01',
    'calculation parameters.wage.dated.2015-01-01 moved 2015-01-01 -> 2014-01-01',
  ],
  ['parameters/flat/layers/0/value', '4', 'calculation parameters.flat changed 3 -> 4'],
  [
    'schedules/contribution/layers/0/rows/0/slices/bands/0/rate',
    '0.2',
    'calculation schedules.contribution.up_to.21300 changed 0.22 -> 0.2',
  ],
  [
    'schedules/contribution/layers/0/rows/0/slices/otherwise',
    '0.3',
    'calculation schedules.contribution.otherwise changed 0.29 -> 0.3',
  ],
  [
    'schedules/contribution/layers/0/rows/0/slices/printed/0/is',
    '6037',
    'calculation schedules.contribution.printed.26700 changed 6036 -> 6037',
  ],
  ['facts/fees/range/1', '90000', 'facts facts.fees.range changed [0, 100000] -> [0, 90000]'],
  ['facts/fees/unknown/value', '1', 'facts facts.fees.unknown.value changed 0 -> 1'],
  ['facts/title/worse', 'if_true', 'facts facts.title.worse changed none -> if_true'],
  ['facts/family/of/title/worse', 'if_true', 'facts facts.family.of.title.worse changed none -> if_true'],
  ['choices/health/of', ['ill', 'good'], 'facts choices.health.of changed [good, ill] -> [ill, good]'],
  ['effective/until', '2024-08-31', 'header effective.until added undefined -> 2024-08-31'],
  ['outputs', [], 'calculation outputs changed [head] -> []'],
  ['tiers/0/title/zh', '难', 'words tiers.hard.title changed 困难 -> 难'],
  ['sources/law/number', '〔2023〕2号', 'words sources.law changed 办法 / 〔2023〕1号 -> 办法 / 〔2023〕2号'],
  [`${LOW}/source/at`, '第4项', 'words score.family.low_income.source changed law / 第3项 -> law / 第4项'],
  ['choices/health/titles/good/zh', '良', 'words choices.health.titles.good changed 好 -> 良'],
])('%s', (path, value, line) => {
  expect(short((copy) => set(copy, path, value))).toEqual([line]);
});

test('what came and what went is one change each', () => {
  expect(
    short((copy) => {
      (copy.tiers as unknown[]).unshift({ id: 'special', from: '60' });
      set(copy, 'categories/dibao', undefined);
    }).map((line) => line.slice(0, 50)),
  ).toEqual([
    'tiers tiers.special added undefined -> {"from":"60',
    'floors categories.dibao removed {"floor":"hard","l',
  ]);
});

test('a band or a case that came or went is one change', () => {
  const push = (copy: Plain, path: string, one: unknown): void => {
    (get(copy, path.split('/')) as unknown[]).push(one);
  };
  const pop = (copy: Plain, path: string): unknown => (get(copy, path.split('/')) as unknown[]).pop();
  expect(short((copy) => push(copy, `${FEES}/bands`, { edge: 'up_to', cut: '30000', is: '7' }))).toEqual([
    'score score.family.fees.up_to.30000 added undefined -> 7',
  ]);
  expect(short((copy) => pop(copy, `${FEES}/bands`))).toEqual([
    'score score.family.fees.up_to.20000 removed 1 -> undefined',
  ]);
  expect(short((copy) => push(copy, 'figures/risk/value/cases', { when: 'fees < 130', is: 'bad' }))).toEqual([
    'calculation figures.risk[fees < 130] added undefined -> bad',
  ]);
  expect(short((copy) => pop(copy, 'figures/risk/value/cases'))).toEqual([
    'calculation figures.risk[fees < 110] removed ill -> undefined',
  ]);
  // Of several with one value each moves to one.
  expect(
    short((copy) => {
      pop(copy, `${FEES}/bands`);
      push(copy, `${FEES}/bands`, { edge: 'up_to', cut: '30000', is: '1' });
      push(copy, `${FEES}/bands`, { edge: 'up_to', cut: '40000', is: '1' });
    }),
  ).toEqual([
    'score score.family.fees.up_to.20000 moved 20000 -> 30000',
    'score score.family.fees.up_to.40000 added undefined -> 1',
  ]);
});

test('another order is one change', () => {
  expect(short((copy) => turn(copy, 'tiers'))).toEqual([
    'tiers tiers reordered hard, general -> general, hard',
  ]);
  expect(short((copy) => turn(copy, 'figures/risk/value/cases'))).toEqual([
    'calculation figures.risk reordered fees < 80; fees < 110 -> fees < 110; fees < 80',
  ]);
});

test('another construct is compared as a whole, with all that is not part of it', () => {
  const lines = short((copy) => {
    set(copy, `${LOW}/value`, { kind: 'each', each: '1', of: 'head' });
    set(copy, `${LOW}/when`, undefined);
  });
  expect(lines).toEqual([
    'score score.family.low_income changed 3 -> {"each":"1","kind":"each","of":"head"}',
    'score score.family.low_income.when removed head < 100 -> undefined',
  ]);
});

test('a change carries the titles along its path and the nearest source on either side', () => {
  const [change] = changes((copy) => {
    set(copy, `${LOW}/value/is`, '5');
    set(copy, `${LOW}/source`, { in: 'notice' });
  });
  expect(change).toEqual({
    block: 'score',
    path: 'score.family.low_income.points',
    titles: [{ zh: '家庭' }, { zh: '低收入' }],
    kind: 'changed',
    before: '3',
    after: '5',
    sourceBefore: { in: 'law', at: '第3项' },
    sourceAfter: { in: 'notice' },
  });
  const [cell] = changes((copy) => set(copy, 'tables/living/layers/0/rows/0/values/0', '1500'));
  expect(cell).toMatchObject({ titles: [{ zh: '生活补助标准' }], sourceBefore: { in: 'law', at: '第五条' } });
});

test('the weightiest comes first', () => {
  const blocks = changes((copy) => {
    set(copy, 'title/zh', '新');
    set(copy, 'edition', '2024');
    set(copy, 'facts/fees/step', '1');
    set(copy, 'score/at_most', '90');
    set(copy, 'programmes/grant/per', 'semester');
    set(copy, 'categories/dibao/floor', 'general');
    set(copy, 'tiers/0/from', '41');
  }).map(({ block }) => block);
  expect(blocks).toEqual(['tiers', 'floors', 'amounts', 'score', 'facts', 'header', 'words']);
  expect(CHANGE_BLOCKS.filter((block) => blocks.includes(block))).toEqual(blocks);
});

/** Steps to every text of a document. */
function textsOf(json: unknown, steps: readonly string[] = []): string[][] {
  if (typeof json === 'string') return [[...steps]];
  if (json === null || typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([key, inner]) => textsOf(inner, [...steps, key]));
}

describe('nothing escapes', () => {
  const places = textsOf(DOCUMENT).map((steps) => steps.join('/'));

  test('equal documents have no change', () => {
    expect(compareEditions(DOCUMENT, structuredClone(DOCUMENT))).toEqual([]);
  });

  test.each(places)('%s', (path) => {
    const found = changes((copy) => set(copy, path, 'other'));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ before, after }) => before !== after)).toBe(true);
  });

  test('any two documents with a difference have a change, and turned round the opposite one', () => {
    const edits = fc.uniqueArray(fc.tuple(fc.constantFrom(...places), fc.constantFrom('1', '2', 'x')), {
      selector: ([path]) => path,
      maxLength: 4,
    });
    fc.assert(
      fc.property(edits, edits, (one, two) => {
        const edited = (list: readonly (readonly [string, string])[]) =>
          changed((copy) => {
            for (const [path, value] of list) set(copy, path, value);
          });
        const [a, b] = [edited(one), edited(two)];
        const there = compareEditions(a, b);
        const back = compareEditions(b, a);
        expect(there.length === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(back.length).toBe(there.length);
      }),
      { numRuns: 300 },
    );
  });
});

/** Members of a document that need not be there, and those that the file names. */
const OPTIONAL =
  /\/(title|source|when|list|floor|at|at_least|at_most|otherwise|number|range|step|titles|valid)$|^(sources|choices|facts|parameters|tables|schedules|figures|evidence|lists|categories|scope|programmes|vetoes)\/\w+$|\/(of|parts|options|attributes)\/[a-z_]+$/;

/** Steps to everything inside, whole or not. */
function placesOf(json: unknown, above = ''): readonly string[] {
  if (json === null || typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([key, inner]) => {
    const path = above === '' ? key : `${above}/${key}`;
    return [path, ...placesOf(inner, path)];
  });
}

describe('everything that is said', () => {
  const edits = [
    ...textsOf(DOCUMENT).map((steps) => ({ path: steps.join('/'), to: 'other' })),
    ...placesOf(DOCUMENT)
      .filter((path) => OPTIONAL.test(path) && !/(cases|printed)\/[0-9]/.test(path))
      .map((path) => ({ path, to: undefined })),
  ].map(({ path, to }) => ({ path, to, copy: changed((copy) => set(copy, path, to)) }));

  const whole = (found: ReturnType<typeof compareEditions>): readonly string[] =>
    found.map(({ block, path, titles, kind, before, after, sourceBefore, sourceAfter }) =>
      [
        `  ${block} ${path} ${kind}: ${before ?? '∅'} → ${after ?? '∅'}`,
        ...titles.map((title) => `〔${Object.values(title)}〕`),
        ...[sourceBefore, sourceAfter].flatMap((source) => (source ? JSON.stringify(source) : [])),
      ].join(' '),
    );

  test('of every place, where it is another text, and where it is not there', () => {
    const lines = edits.flatMap(({ path, to, copy }) => [
      `${path} ${to ?? 'gone'}`,
      ...whole(compareEditions(DOCUMENT, copy)),
    ]);
    expectGolden(join(import.meta.dirname, 'compare.txt'), `${lines.join('\n')}\n`);
  });

  test('turned round it is the same, with what was for what is', () => {
    const turned = {
      added: 'removed',
      removed: 'added',
      changed: 'changed',
      reordered: 'reordered',
    } as const;
    const sorted = (all: readonly unknown[]): readonly string[] =>
      all.map((one) => JSON.stringify(one)).sort();
    for (const { path, to, copy } of edits) {
      const there = compareEditions(DOCUMENT, copy);
      const back = compareEditions(copy, DOCUMENT);
      // What has moved is told by where it was.
      const same = there.flatMap(({ kind, block, path, before, after, sourceBefore, sourceAfter }) =>
        kind === 'moved'
          ? []
          : [[turned[kind], block, path, after, before, sourceAfter ?? null, sourceBefore ?? null]],
      );
      const found = back.flatMap(({ kind, block, path, before, after, sourceBefore, sourceAfter }) =>
        kind === 'moved'
          ? []
          : [[kind, block, path, before, after, sourceBefore ?? null, sourceAfter ?? null]],
      );
      expect(sorted(found), `${path} ${to}`).toEqual(sorted(same));
    }
  });
});
