import { describe, expect, it } from 'vitest';
import { locate } from '../../src/rules/locate.js';
import { readText } from '../../src/rules/text/index.js';
import { HEADER, long } from './expand/written.js';

// A finding in the long form is shown where the officer wrote what it is about.

const FILE = `
facts:
  stage: { type: choice, of: [a, b] }
  family: { type: people, size: [0, 2], of: { role: { type: choice, of: [father, mother] }, pay: { type: number, unit: USD, range: [9, 1] } } }
parameters:
  plain: { unit: 1, is: 5 }
  dated: { unit: 1, dated: { 2024-01-01: 5, 2023-01-01: 4 }, before: 3 }
tables:
  nested: { unit: 1, keys: [stage, { n: 2..3 }], rows: { a: [1_0, 2_0], b: { 2: 3, 3: 4 } } }
  columns: { keys: [{ n: 0..1 }], columns: [{ most: CNY }, { least: CNY }], dated: { 2024-01-01: [[1, 2], [3, 4]] } }
  outside: { unit: 1, keys: [{ c: code }], dated: { 2024-01-01: { file: x.csv } }, otherwise: 0 }
schedules:
  tax: { unit: USD, keys: [stage], rows: { a: { up_to: { 21_300: 1%, 1_000: 2% }, otherwise: 3%, printed: { 21_300: 9 } } } }
figures:
  short: income * 2
  named: { is: income }
  banded: { of: income, up_to: { 10_000: 1, 9_000: 2 }, otherwise: 3 }
  listed: { of: income, bands: [{ below: 1, is: 2 }, { up_to: 1, is: 3 }], otherwise: 3 }
  chosen: { by: stage, options: { a: 1, b: 2 } }
  firsts: { first: [{ when: x, is: 1 }, { when: y, is: 2 }, { otherwise: 3 }] }
  hits: { best: [{ when: x, is: 1 }] }
  top: { top: 1, of: [{ when: x, is: 1 }, { when: y, is: 2 }] }
  later: { dated: { 2024-01-01: { by: stage, options: { a: 1 } }, 2023-01-01: income } }
  hoisted: { of: income, dated: { 2024-01-01: { below: { 5: 1 }, otherwise: 2 } } }
lists:
  civil: { attributes: { kind: { type: choice, of: [x, y] } } }
score:
  parts:
    value: { points: 1 }
    event: { recent: on, up_to: { 1 years: 90, 6 months: 95 }, otherwise: 0 }
    several: { several: stage, options: { a: 1 }, take: sum }
    visit: { discretion: [5, 1], by: [r], undecided: ask }
    groups: { categories: best }
    deep: { parts: { of: { of: income, below: { 1: 2 }, otherwise: 0 }, jobs: { best_of: [{ when: x, points: 1 }] } } }
  routes: [{ id: r, when: z, base: 1, counts: [], against_ordinary: best }]
tiers: { of: level, list: [{ id: high }, { id: low }] }
`;

const document = long(FILE, { 'x.csv': 'c,value\n3715,1\n' });
const read = readText(HEADER + FILE);
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const { root } = read.value;

describe('the place of', () => {
  it.each([
    ['facts.stage.of', 'facts.stage.of'],
    ['choices.stage.of', 'facts.stage.of'],
    ['choices.family role.of', 'facts.family.of.role.of'],
    ['choices.civil kind', 'lists.civil.attributes.kind'],
    ['facts.family.of.role.choice', 'facts.family.of.role.of'],
    ['facts.family.of.pay.range', 'facts.family.of.pay.range'],
    ['parameters.plain.layers.0.value', 'parameters.plain.is'],
    ['parameters.dated.layers.0.value', 'parameters.dated.dated.2023-01-01'],
    ['parameters.dated.layers.1.value', 'parameters.dated.dated.2024-01-01'],
    ['parameters.dated.dated.2024-01-01', 'parameters.dated.dated.2024-01-01'],
    ['parameters.dated.before', 'parameters.dated.before'],
    ['tables.nested.rows.a.3', 'tables.nested.rows.a.1'],
    ['tables.nested.rows.b.3', 'tables.nested.rows.b.3'],
    ['tables.columns.dated.2024-01-01.1', 'tables.columns.dated.2024-01-01.1'],
    ['tables.columns.columns.least', 'tables.columns.columns.1'],
    ['tables.outside.dated.2024-01-01.3715', 'tables.outside.dated.2024-01-01'],
    ['schedules.tax.rows.a.up_to.21300', 'schedules.tax.rows.a.up_to.21_300'],
    ['schedules.tax.rows.a.printed.21300', 'schedules.tax.rows.a.printed.21_300'],
    ['figures.short.value.is', 'figures.short'],
    ['figures.named.value.is', 'figures.named.is'],
    ['figures.banded.value.of', 'figures.banded.of'],
    ['figures.banded.value.bands.0.is', 'figures.banded.up_to.9_000'],
    ['figures.banded.value.bands.1', 'figures.banded.up_to.10_000'],
    ['figures.banded.value.otherwise', 'figures.banded.otherwise'],
    ['figures.listed.value.bands.1.is', 'figures.listed.bands.1.is'],
    ['figures.listed.value.bands.1.cut', 'figures.listed.bands.1.up_to'],
    ['figures.chosen.value.of', 'figures.chosen.by'],
    ['figures.chosen.value.options.b', 'figures.chosen.options.b'],
    ['figures.firsts.value.cases.1.is', 'figures.firsts.first.1.is'],
    ['figures.firsts.value.otherwise', 'figures.firsts.first.2.otherwise'],
    ['figures.top.value.cases.1.when', 'figures.top.of.1.when'],
    ['figures.hits.value.cases.0.when', 'figures.hits.best.0.when'],
    ['figures.later.value.layers.0.value.is', 'figures.later.dated.2023-01-01'],
    ['figures.later.value.layers.1.value.of', 'figures.later.dated.2024-01-01.by'],
    ['figures.later.value.layers.1.value.options.a', 'figures.later.dated.2024-01-01.options.a'],
    ['figures.hoisted.value.layers.0.value.of', 'figures.hoisted.of'],
    ['figures.hoisted.value.layers.0.value.bands.0.is', 'figures.hoisted.dated.2024-01-01.below.5'],
    ['score.value.parts.value.value.is', 'score.parts.value.points'],
    ['score.value.parts.event.value.of', 'score.parts.event.recent'],
    ['score.value.parts.event.value.bands.0', 'score.parts.event.up_to.6 months'],
    ['score.value.parts.event.value.bands.1.is', 'score.parts.event.up_to.1 years'],
    ['score.value.parts.several.value.of', 'score.parts.several.several'],
    ['score.value.parts.several.value.options.a', 'score.parts.several.options.a'],
    ['score.value.parts.visit.value.range', 'score.parts.visit.discretion'],
    ['score.value.parts.groups.value.take', 'score.parts.groups.categories'],
    ['score.value.parts.deep.value.parts.of.value.of', 'score.parts.deep.parts.of.of'],
    [
      'score.value.parts.deep.value.parts.jobs.value.cases.0.is',
      'score.parts.deep.parts.jobs.best_of.0.points',
    ],
    ['routes.0.when', 'score.routes.0.when'],
    ['tiers.1.id', 'tiers.list.1.id'],
    ['tier_of', 'tiers.of'],
  ])('%s is %s', (path, place) => {
    const steps = (text: string) =>
      text
        .split('.')
        .map((step) =>
          /^[0-9]$/.test(step)
            ? Number(step)
            : step.replace('family role', 'family.role').replace('civil kind', 'civil.kind'),
        );
    // Keys of rows are texts, places in lists are numbers.
    const asKeys = path.startsWith('tables') || path.startsWith('schedules') ? path.split('.') : steps(path);
    expect(locate(root, document, asKeys).map(String)).toEqual(steps(place).map(String));
  });

  it('nothing in particular is the file, and what is not there its nearest parent', () => {
    expect(locate(root, document, [])).toEqual([]);
    expect(locate(root, document, ['figures', 'nowhere', 'is'])).toEqual(['figures']);
  });
});
