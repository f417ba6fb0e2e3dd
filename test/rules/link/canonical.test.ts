import { expect, test } from 'vitest';
import { refusedDocument, rulesOf } from './linking.js';

// A canonical document may come from anywhere: no schema has seen it. What no rule file can say is refused in it, at its
// place in the long form, and never taken for something else.

const BLOCKS = `
dates: { month_end: last_day, leap_birthday: 03-01 }
choices: { grade: { of: [low, mid, high], ordered: true } }
evidence: { proof: { valid: 6 months } }
lists: { civil: { attributes: { kind: { type: choice, of: [dibao, other] } } } }
facts:
  yes: { type: flag }
  n: { type: number, unit: point, range: [0, 10] }
  born: { type: date, range: [1990-01-01, 2022-12-31] }
  own: { type: choice, of: grade }
  marks: { type: several, of: [a, b] }
  code: { type: code, none: allowed }
  family: { type: people, size: [0, 3], of: { fee: { type: number, unit: CNY, range: [0, 9] } } }
parameters:
  line: { unit: CNY, dated: { 2020-01-01: 5, 2021-01-01: 6 }, before: 4 }
tables:
  t: { unit: CNY, keys: [{ k: 1..2 }], rows: [1, 2], each_more: 0.5 }
  u: { unit: CNY, keys: [{ c: code }], rows: { "37": 1 }, otherwise: unknown, range: [0, 9] }
schedules:
  s: { unit: CNY, keys: [grade], rows: { low: { up_to: { 10: 10% }, otherwise: 20%, at_least: 0, printed: { 10: 1 } }, mid: { up_to: { 10: 10% }, otherwise: 20% }, high: { up_to: { 10: 10% }, otherwise: 20% } } }
categories:
  dibao: { list: civil, row: kind = dibao, points: 40, floor: hard }
figures:
  banded: { of: n, below: { 3: 1, 6: 2 }, otherwise: 3 }
  chosen: { by: own, options: { low: 1, mid: 2, high: 3 } }
  summed: { sum: [{ when: yes, is: 1 }, { when: not yes, is: 2 }] }
  few: { top: 1, of: [{ when: yes, is: 1 }, { when: not yes, is: 2 }] }
  firsts: { first: [{ when: yes, is: 1 }, { otherwise: 2 }] }
  later: { dated: { 2020-01-01: 1, 2021-01-01: 2 } }
  given: { is: n, range: [0, 20] }
  maybe: { only_if: yes, none: 0, is: n }
score:
  parts:
    fire: { recent: born, up_to: { 1 year: 9, 2 years: 5 }, otherwise: 0 }
    marks: { several: marks, options: { a: 1, b: 2 } }
    listed: { categories: best }
    visit: { discretion: [0, 10], by: [r], undecided: ask }
    bound: { points: n, at_least: 1, at_most: 5, weight: 2, round: { step: 1, mode: up } }
  routes: [{ id: r, when: yes, base: 5, counts: [marks], against_ordinary: best }]
tiers: [{ id: hard, from: 5 }]
programmes: { p: { instrument: grant, for: yes, amount: "5[CNY/year]", per: year, payee: student } }
`;

type Values = Readonly<Record<string, string | number>>;
type Plain = Record<string, unknown>;

/** What is changed, and what is said of it: nothing of what another file could say. */
const CHANGES: readonly (readonly [
  path: string,
  to: unknown,
  ...found: (readonly [code: string, path: string, values: Values])[],
])[] = [
  ['effective/from', '2025-13-01', ['rules.date', 'effective/from', { found: '2025-13-01' }]],
  ['effective/until', 'x', ['rules.date', 'effective/until', { found: 'x' }]],
  [
    'effective/until',
    '2025-08-31',
    ['rules.untilBeforeFrom', 'effective/until', { from: '2025-09-01', until: '2025-08-31' }],
  ],
  ['evidence/proof/valid', 'x', ['rules.span', 'evidence/proof/valid', { found: 'x' }]],
  ['evidence/proof/valid', '1 decade', ['rules.span', 'evidence/proof/valid', { found: '1 decade' }]],
  ['facts/n/range', undefined, ['rules.missingKey', 'facts/n', { key: 'range' }]],
  ['facts/n/step', undefined, ['rules.missingKey', 'facts/n', { key: 'step' }]],
  ['facts/n/unit', undefined, ['rules.unknownUnit', 'facts/n/unit', { unit: '' }]],
  ['facts/n/step', '0', ['rules.stepMisfits', 'facts/n/range', { step: '0' }]],
  ['facts/n/step', '-1', ['rules.stepMisfits', 'facts/n/range', { step: '-1' }]],
  ['facts/n/step', 'x', ['rules.number', 'facts/n/step', { found: 'x' }]],
  ['facts/n/range/0', '1/0', ['rules.number', 'facts/n/range', { found: '1/0' }]],
  ['facts/n/range/1', '1e3', ['rules.number', 'facts/n/range', { found: '1e3' }]],
  [
    'facts/n/range',
    ['x', 'y'],
    ['rules.number', 'facts/n/range', { found: 'x' }],
    ['rules.number', 'facts/n/range', { found: 'y' }],
  ],
  ['facts/n/range/1', '10.5', ['rules.stepMisfits', 'facts/n/range', { step: '1' }]],
  ['facts/n/none', 'x', ['rules.noneMisfits', 'facts/n/none', { value: 'x' }]],
  ['facts/own/none', 'allow', ['rules.noneMisfits', 'facts/own/none', { value: 'allow' }]],
  ['facts/yes/none', 'yes', ['rules.noneMisfits', 'facts/yes/none', { value: 'yes' }]],
  ['facts/code/none', '', ['rules.noneMisfits', 'facts/code/none', { value: '' }]],
  ['facts/born/none', '2025-02-30', ['rules.noneMisfits', 'facts/born/none', { value: '2025-02-30' }]],
  ['facts/born/range', undefined, ['rules.missingKey', 'facts/born', { key: 'range' }]],
  ['facts/born/range/0', '1990-02-30', ['rules.date', 'facts/born/range', { found: '1990-02-30' }]],
  ['facts/born/range/1', 'x', ['rules.date', 'facts/born/range', { found: 'x' }]],
  [
    'facts/born/range/1',
    '1980-01-01',
    ['rules.rangeEmpty', 'facts/born/range', { low: '1990-01-01', high: '1980-01-01' }],
  ],
  ['facts/own/choice', undefined, ['rules.unknownChoice', 'facts/own/of', { choice: '' }]],
  ['facts/own/choice', 'nosuch', ['rules.unknownChoice', 'facts/own/of', { choice: 'nosuch' }]],
  ['facts/marks/none', 'allowed', ['rules.cannotBeNone', 'facts/marks/none', { type: 'several' }]],
  ['facts/marks/none', 'a', ['rules.noneMisfits', 'facts/marks/none', { value: 'a' }]],
  ['facts/marks/only_if', 'yes', ['rules.cannotBeNone', 'facts/marks/only_if', { type: 'several' }]],
  ['facts/own/worse', 'higher', ['rules.notOneOf', 'facts/own/worse', { option: 'higher', options: 'none' }]],
  [
    'facts/own/worse',
    ['low', 'low'],
    ['rules.duplicateOption', 'facts/own/worse/1', { option: 'low', choice: 'grade' }],
  ],
  [
    'facts/own/worse',
    ['low', 'no'],
    [
      'rules.unknownOption',
      'facts/own/worse/1',
      { option: 'no', choice: 'grade', options: 'low, mid, high' },
    ],
  ],
  [
    'facts/yes/worse',
    ['low'],
    ['rules.notOneOf', 'facts/yes/worse', { option: 'low', options: 'if_true, if_false, none' }],
  ],
  [
    'facts/n/worse',
    'more',
    ['rules.notOneOf', 'facts/n/worse', { option: 'more', options: 'higher, lower, none' }],
  ],
  [
    'facts/born/worse',
    'higher',
    ['rules.notOneOf', 'facts/born/worse', { option: 'higher', options: 'later, earlier, none' }],
  ],
  ['facts/code/worse', 'later', ['rules.notOneOf', 'facts/code/worse', { option: 'later', options: 'none' }]],
  [
    'facts/marks/worse',
    'later',
    ['rules.notOneOf', 'facts/marks/worse', { option: 'later', options: 'more, fewer, none' }],
  ],
  [
    'facts/n/unknown',
    { policy: 'assume', value: '11', because: { zh: '因' } },
    ['rules.assumeMisfits', 'facts/n/unknown', { value: '11' }],
  ],
  [
    'facts/n/unknown',
    { policy: 'assume', value: 'x', because: { zh: '因' } },
    ['rules.assumeMisfits', 'facts/n/unknown', { value: 'x' }],
  ],
  [
    'facts/n/unknown',
    { policy: 'assume', value: 'none', because: { zh: '因' } },
    ['rules.assumeMisfits', 'facts/n/unknown', { value: 'none' }],
  ],
  [
    'facts/marks/unknown',
    { policy: 'assume', value: 'a', because: { zh: '因' } },
    ['rules.assumeMisfits', 'facts/marks/unknown', { value: 'a' }],
  ],
  [
    'facts/code/unknown',
    { policy: 'assume', value: '', because: { zh: '因' } },
    ['rules.assumeMisfits', 'facts/code/unknown', { value: '' }],
  ],
  [
    'facts/family/unknown',
    { policy: 'assume', value: '0', because: { zh: '因' } },
    ['rules.assumeMisfits', 'facts/family/unknown', { value: '0' }],
  ],
  ['facts/family/size', undefined, ['rules.missingKey', 'facts/family', { key: 'size' }]],
  ['facts/family/size', ['01', '3'], ['rules.number', 'facts/family/size', { found: '01' }]],
  ['facts/family/size', ['-0', '3'], ['rules.number', 'facts/family/size', { found: '-0' }]],
  ['facts/family/size', ['0', '1234567890'], ['rules.number', 'facts/family/size', { found: '1234567890' }]],
  ['facts/family/of/fee/range', undefined, ['rules.missingKey', 'facts/family/of/fee', { key: 'range' }]],
  [
    'facts/family/of/fee/worse',
    'later',
    [
      'rules.notOneOf',
      'facts/family/of/fee/worse',
      { option: 'later', options: 'higher, lower, none', near: 'lower' },
    ],
  ],
  ['parameters/line/before', 'x', ['rules.number', 'parameters/line/before', { found: 'x' }]],
  ['parameters/line/before', 'unknown', ['rules.missingKey', 'parameters/line', { key: 'range' }]],
  [
    'parameters/line/layers/1/value',
    '1/0',
    ['rules.number', 'parameters/line/layers/1/value', { found: '1/0' }],
  ],
  [
    'parameters/line/layers/1/value',
    '1/x',
    ['rules.number', 'parameters/line/layers/1/value', { found: '1/x' }],
  ],
  [
    'parameters/line/layers/0/value',
    'x/2',
    ['rules.number', 'parameters/line/layers/0/value', { found: 'x/2' }],
  ],
  [
    'parameters/line/layers/1/from',
    '2019-01-01',
    ['rules.cutsNotIncreasing', 'parameters/line/layers/1', { cut: '2019-01-01', before: '2020-01-01' }],
  ],
  [
    'parameters/line/layers/1/from',
    '2020-01-01',
    ['rules.cutsNotIncreasing', 'parameters/line/layers/1', { cut: '2020-01-01', before: '2020-01-01' }],
  ],
  ['parameters/line/layers/0/from', 'x', ['rules.date', 'parameters/line/layers/0', { found: 'x' }]],
  ['parameters/line/layers/0/from', undefined, ['rules.date', 'parameters/line/layers/0', { found: '' }]],
  ['parameters/line/layers', [], ['rules.missingKey', 'parameters/line', { key: 'dated' }]],
  ['tables/t/layers/0/rows/1/keys/0', '1', ['rules.duplicateKey', 'tables/t/layers/0/rows/1', { key: '1' }]],
  [
    'tables/t/layers/0/rows/0/values/0',
    'unknown',
    ['rules.number', 'tables/t/layers/0/rows/1', { found: 'unknown' }],
  ],
  [
    'tables/t/layers/0/rows/0/values',
    [],
    ['rules.rowColumns', 'tables/t/layers/0/rows/1', { found: 0, needed: 1 }],
  ],
  ['tables/t/each_more', 'x', ['rules.number', 'tables/t/each_more', { found: 'x' }]],
  ['tables/t/keys/0/low', 'x', ['rules.number', 'tables/t/keys/0', { found: 'x' }]],
  ['tables/t/keys/0/high', '0', ['rules.rangeEmpty', 'tables/t/keys/0', { low: '1', high: '0' }]],
  ['tables/t/keys/0/high', '1.5', ['rules.number', 'tables/t/keys/0', { found: '1.5' }]],
  ['tables/t/before', 'x', ['rules.number', 'tables/t/before', { found: 'x' }]],
  ['tables/t/otherwise', 'x', ['rules.number', 'tables/t/otherwise', { found: 'x' }]],
  ['tables/t/otherwise', 'unknown', ['rules.missingKey', 'tables/t', { key: 'range' }]],
  ['tables/u/range', undefined, ['rules.missingKey', 'tables/u', { key: 'range' }]],
  ['tables/u/step', undefined, ['rules.missingKey', 'tables/u', { key: 'step' }]],
  ['tables/u/range/0', '10', ['rules.rangeEmpty', 'tables/u/range', { low: '10', high: '9' }]],
  ['tables/u/step', '0.02'],
  ['tables/t/columns', [], ['rules.eachMoreMisfits', 'tables/t/each_more', {}]],
  ['schedules/s/layers', [], ['rules.missingKey', 'schedules/s', { key: 'dated' }]],
  ['schedules/s/layers/0/rows/1/keys/0', 'low'],
  ['schedules/s/layers/0/rows/0/keys', [], ['rules.tableShape', 'schedules/s/layers/0/rows', { keys: 1 }]],
  [
    'schedules/s/layers/0/rows/0/keys',
    ['low', 'low'],
    ['rules.tableShape', 'schedules/s/layers/0/rows/low/low', { keys: 1 }],
  ],
  [
    'schedules/s/layers/0/rows/2/slices/bands/0/rate',
    'x',
    ['rules.number', 'schedules/s/layers/0/rows/mid/up_to/10', { found: 'x' }],
  ],
  [
    'schedules/s/layers/0/rows/2/slices/bands/0/up_to',
    'x',
    ['rules.number', 'schedules/s/layers/0/rows/mid/up_to/x', { found: 'x' }],
    ['rules.cutsNotIncreasing', 'schedules/s/layers/0/rows/mid/up_to/x', { cut: '0', before: '0' }],
  ],
  [
    'schedules/s/layers/0/rows/0/slices/otherwise',
    '1/3',
    ['rules.needsRounding', 'schedules/s/layers/0/rows/high/otherwise', { constant: '1/3' }],
  ],
  [
    'schedules/s/layers/0/rows/2/slices/at_least',
    'x',
    ['rules.number', 'schedules/s/layers/0/rows/mid/at_least', { found: 'x' }],
  ],
  [
    'schedules/s/layers/0/rows/1/slices/printed/0/at',
    'x',
    ['rules.number', 'schedules/s/layers/0/rows/low/printed/x', { found: 'x' }],
    [
      'rules.printedDiffers',
      'schedules/s/layers/0/rows/low/printed/x',
      { at: 'x', said: '1', computed: '0' },
    ],
  ],
  [
    'schedules/s/layers/0/rows/1/slices/printed/0/is',
    'x',
    ['rules.number', 'schedules/s/layers/0/rows/low/printed/10', { found: 'x' }],
    [
      'rules.printedDiffers',
      'schedules/s/layers/0/rows/low/printed/10',
      { at: '10', said: 'x', computed: '1' },
    ],
  ],
  ['schedules/s/layers/0/rows/2/slices/bands', []],
  [
    'schedules/s/layers/0/rows/1/slices/bands',
    [
      { up_to: '10', rate: '0.1' },
      { up_to: '10', rate: '0.2' },
    ],
    ['rules.cutsNotIncreasing', 'schedules/s/layers/0/rows/low/up_to/10', { cut: '10', before: '10' }],
  ],
  ['categories/dibao/points', 'x', ['rules.number', 'categories/dibao/points', { found: 'x' }]],
  [
    'categories/dibao/floor',
    'not_recognised',
    [
      'rules.unknownOption',
      'categories/dibao/floor',
      { option: 'not_recognised', choice: 'tier', options: 'hard' },
    ],
  ],
  [
    'categories/dibao/list',
    undefined,
    ['rules.categoryWithoutGround', 'categories/dibao', { category: 'dibao' }],
  ],
  ['categories/dibao/when', 'yes'],
  [
    'figures/banded/value/bands',
    [],
    ['rules.count', 'figures/banded/value/bands', { found: 'bands', least: '1' }],
  ],
  [
    'figures/banded/value/bands/1/cut',
    '3',
    ['rules.cutsNotIncreasing', 'figures/banded/value/bands/1', { cut: '3', before: '3' }],
  ],
  [
    'figures/banded/value/bands/1/cut',
    '2',
    ['rules.cutsNotIncreasing', 'figures/banded/value/bands/1', { cut: '2', before: '3' }],
  ],
  ['figures/banded/value/bands/0/cut', 'x', ['rules.number', 'figures/banded/value/bands/0', { found: 'x' }]],
  ['figures/banded/value/bands/1/edge', 'up_to'],
  [
    'figures/banded/value/bands',
    [
      { edge: 'below', cut: '3', is: '1' },
      { edge: 'up_to', cut: '3', is: '2' },
    ],
  ],
  [
    'figures/banded/value/bands',
    [
      { edge: 'up_to', cut: '3', is: '1' },
      { edge: 'below', cut: '3', is: '2' },
    ],
    ['rules.cutsNotIncreasing', 'figures/banded/value/bands/1', { cut: '3', before: '3' }],
  ],
  [
    'figures/banded/value/bands',
    [
      { edge: 'below', cut: '3', is: '1' },
      { edge: 'below', cut: '3', is: '2' },
    ],
    ['rules.cutsNotIncreasing', 'figures/banded/value/bands/1', { cut: '3', before: '3' }],
  ],
  [
    'figures/banded/value/bands',
    [
      { edge: 'from', cut: '3', is: '1' },
      { edge: 'from', cut: '6', is: '2' },
    ],
    ['rules.cutsNotIncreasing', 'figures/banded/value/bands/1', { cut: '6', before: '3' }],
  ],
  [
    'figures/banded/value/bands',
    [
      { edge: 'from', cut: '6', is: '1' },
      { edge: 'from', cut: '3', is: '2' },
    ],
  ],
  [
    'figures/banded/value/otherwise',
    'nosuch',
    ['rules.unknownName', 'figures/banded/value/otherwise', { name: 'nosuch' }],
  ],
  [
    'figures/banded/value/bands/1/is',
    'yes',
    ['rules.type', 'figures/banded/value/bands/0/is', { found: 'number', needed: 'flag' }],
    ['rules.type', 'figures/banded/value/otherwise', { found: 'number', needed: 'flag' }],
  ],
  [
    'figures/banded/value/of',
    'born',
    ['rules.type', 'figures/banded/value/of', { found: 'date', needed: 'number' }],
  ],
  [
    'figures/banded/value/of',
    'code',
    ['rules.type', 'figures/banded/value/of', { found: 'code', needed: 'number' }],
  ],
  [
    'figures/chosen/value/options',
    {},
    ['rules.optionsNotTotal', 'figures/chosen/value/options', { choice: 'grade', missing: 'low, mid, high' }],
  ],
  [
    'figures/chosen/value/options/top',
    '1',
    [
      'rules.unknownOption',
      'figures/chosen/value/options/top',
      { option: 'top', choice: 'grade', options: 'low, mid, high' },
    ],
  ],
  [
    'figures/chosen/value/of',
    'n',
    ['rules.type', 'figures/chosen/value/of', { found: 'number point', needed: 'choice' }],
  ],
  [
    'figures/chosen/value/options/mid',
    undefined,
    ['rules.optionsNotTotal', 'figures/chosen/value/options', { choice: 'grade', missing: 'mid' }],
  ],
  ['figures/chosen/value/otherwise', '5'],
  [
    'figures/summed/value/cases',
    [],
    ['rules.count', 'figures/summed/value/cases', { found: 'cases', least: '1' }],
  ],
  [
    'figures/summed/value/cases/0/when',
    'n',
    ['rules.type', 'figures/summed/value/cases/0/when', { found: 'number point', needed: 'flag' }],
  ],
  [
    'figures/summed/value/cases/1/is',
    'yes',
    ['rules.type', 'figures/summed/value/cases/1/is', { found: 'flag', needed: 'number' }],
  ],
  [
    'figures/summed/value/cases/1/when',
    'code = code',
    ['rules.maybeNone', 'figures/summed/value/cases/1/when', { formula: 'code' }],
  ],
  [
    'figures/summed/gives',
    'grade',
    ['rules.type', 'figures/summed/value', { found: 'number', needed: 'choice grade' }],
  ],
  [
    'figures/few/value/top',
    '0',
    ['rules.count', 'figures/few/value/top', { found: 'top', least: '1', most: '1' }],
  ],
  [
    'figures/few/value/top',
    '2',
    ['rules.count', 'figures/few/value/top', { found: 'top', least: '1', most: '1' }],
  ],
  [
    'figures/few/value/top',
    '0.5',
    ['rules.count', 'figures/few/value/top', { found: 'top', least: '1', most: '1' }],
  ],
  [
    'figures/few/value/top',
    'x',
    ['rules.count', 'figures/few/value/top', { found: 'top', least: '1', most: '1' }],
  ],
  [
    'figures/few/value/top',
    '-1',
    ['rules.count', 'figures/few/value/top', { found: 'top', least: '1', most: '1' }],
  ],
  [
    'figures/few/gives',
    'grade',
    ['rules.type', 'figures/few/value', { found: 'number', needed: 'choice grade' }],
  ],
  ['figures/firsts/value/cases', []],
  [
    'figures/firsts/value/cases/0/when',
    'n',
    ['rules.type', 'figures/firsts/value/cases/0/when', { found: 'number point', needed: 'flag' }],
  ],
  ['figures/firsts/value/otherwise', 'none'],
  [
    'figures/firsts/value/otherwise',
    'born',
    ['rules.type', 'figures/firsts/value/cases/0/is', { found: 'number', needed: 'date' }],
  ],
  [
    'figures/later/value/layers',
    [],
    ['rules.count', 'figures/later/value/layers', { found: 'layers', least: '1' }],
  ],
  ['figures/later/value/layers/0/from', 'x', ['rules.date', 'figures/later/value/layers/0', { found: 'x' }]],
  [
    'figures/later/value/layers/1/from',
    '2019-01-01',
    ['rules.cutsNotIncreasing', 'figures/later/value/layers/1', { cut: '2019-01-01', before: '2020-01-01' }],
  ],
  [
    'figures/later/value/layers/1/from',
    '2020-01-01',
    ['rules.cutsNotIncreasing', 'figures/later/value/layers/1', { cut: '2020-01-01', before: '2020-01-01' }],
  ],
  [
    'figures/later/value/layers/0/from',
    '2026-01-01',
    ['rules.cutsNotIncreasing', 'figures/later/value/layers/1', { cut: '2021-01-01', before: '2026-01-01' }],
  ],
  [
    'figures/later/value/layers',
    [{ from: '2026-01-01', value: { kind: 'formula', is: '1' } }],
    ['rules.dateBeforeFirst', 'figures/later/value/layers/0', { date: '2026-01-01', from: '2025-09-01' }],
  ],
  [
    'figures/later/value/layers/1/value/is',
    'yes',
    ['rules.type', 'figures/later/value/layers/1/value/is', { found: 'flag', needed: 'number' }],
  ],
  [
    'figures/later/value/before',
    'born',
    ['rules.type', 'figures/later/value/before', { found: 'date', needed: 'number' }],
  ],
  ['figures/later/value/before', '3'],
  ['figures/given/range/0', 'x', ['rules.number', 'figures/given/range', { found: 'x' }]],
  ['figures/given/range/0', '30', ['rules.rangeEmpty', 'figures/given/range', { low: '30', high: '20' }]],
  [
    'figures/given/value/is',
    'yes',
    ['rules.type', 'figures/given/range', { found: 'flag', needed: 'number' }],
  ],
  [
    'figures/given/value/is',
    'born',
    ['rules.date', 'figures/given/range', { found: '0' }],
    ['rules.date', 'figures/given/range', { found: '20' }],
  ],
  [
    'figures/given/value',
    { kind: 'discretion', range: ['0', '5'], step: '1', by: ['r'], needs: [], undecided: 'ask' },
    ['rules.type', 'figures/given/value', { found: 'discretion', needed: 'number' }],
  ],
  ['figures/maybe/only_if', undefined, ['rules.missingKey', 'figures/maybe', { key: 'only_if' }]],
  ['figures/maybe/none', 'x', ['rules.noneMisfits', 'figures/maybe/none', { value: 'x' }]],
  ['figures/maybe/none', 'yes', ['rules.noneMisfits', 'figures/maybe/none', { value: 'yes' }]],
  ['figures/maybe/unit', 'km', ['rules.unknownUnit', 'figures/maybe/unit', { unit: 'km' }]],
  ['figures/maybe/gives', 'nosuch', ['rules.unknownChoice', 'figures/maybe/gives', { choice: 'nosuch' }]],
  ['figures/maybe/for', 'n', ['rules.notPeople', 'figures/maybe/for', { name: 'n', found: 'number point' }]],
  [
    'score/value/parts',
    {},
    ['rules.emptySection', 'score/value', {}],
    ['rules.unknownPart', 'routes/0/counts/0', { part: 'marks' }],
  ],
  [
    'score/value/parts/fire/value/bands',
    [],
    ['rules.count', 'score/value/parts/fire/value/bands', { found: 'bands', least: '1' }],
  ],
  [
    'score/value/parts/fire/value/bands/0/span',
    'x',
    ['rules.span', 'score/value/parts/fire/value/bands/0', { found: 'x' }],
  ],
  [
    'score/value/parts/fire/value/bands/0/span',
    '3 years',
    [
      'rules.cutsNotIncreasing',
      'score/value/parts/fire/value/bands/1',
      { cut: '2 years', before: '3 years' },
    ],
  ],
  [
    'score/value/parts/fire/value/bands/1/span',
    '12 months',
    [
      'rules.cutsNotIncreasing',
      'score/value/parts/fire/value/bands/1',
      { cut: '12 months', before: '1 year' },
    ],
  ],
  [
    'score/value/parts/fire/value/bands/1/span',
    '366 days',
    [
      'rules.cutsNotIncreasing',
      'score/value/parts/fire/value/bands/1',
      { cut: '366 days', before: '1 year' },
    ],
  ],
  [
    'score/value/parts/fire/value/bands/1/span',
    '52 weeks',
    [
      'rules.cutsNotIncreasing',
      'score/value/parts/fire/value/bands/1',
      { cut: '52 weeks', before: '1 year' },
    ],
  ],
  [
    'score/value/parts/fire/value/of',
    'n',
    ['rules.type', 'score/value/parts/fire/value/of', { found: 'number point', needed: 'date' }],
  ],
  [
    'score/value/parts/fire/value/of',
    'nosuch',
    ['rules.unknownName', 'score/value/parts/fire/value/of', { name: 'nosuch' }],
  ],
  [
    'score/value/parts/fire/value/bands/1/is',
    'born',
    ['rules.type', 'score/value/parts/fire/value/bands/1/is', { found: 'date', needed: 'number point' }],
  ],
  [
    'dates',
    { leap_birthday: '03-01' },
    ['rules.dateRuleMissing', 'evidence/proof/valid', { rule: 'month_end' }],
    ['rules.dateRuleMissing', 'score/value/parts/fire/value/bands/0', { rule: 'month_end' }],
  ],
  [
    'score/value/parts/marks/value/of',
    'own',
    ['rules.type', 'score/value/parts/marks/value/of', { found: 'choice grade', needed: 'several' }],
  ],
  [
    'score/value/parts/marks/value/of',
    'banded',
    ['rules.unknownName', 'score/value/parts/marks/value/of', { name: 'banded' }],
  ],
  [
    'score/value/parts/marks/value/options/c',
    '1',
    [
      'rules.unknownOption',
      'score/value/parts/marks/value/options/c',
      { option: 'c', choice: 'marks', options: 'a, b', near: 'a' },
    ],
  ],
  [
    'score/value/parts/marks/value/options/b',
    undefined,
    ['rules.optionsNotTotal', 'score/value/parts/marks/value/options', { choice: 'marks', missing: 'b' }],
  ],
  [
    'score/value/parts/marks/value/options/b',
    'code',
    ['rules.type', 'score/value/parts/marks/value/options/b', { found: 'code', needed: 'number point' }],
  ],
  [
    'score/value/parts/listed/value/only',
    ['dibao', 'dibao'],
    [
      'rules.duplicateOption',
      'score/value/parts/listed/value/only/dibao',
      { option: 'dibao', choice: 'only' },
    ],
  ],
  [
    'score/value/parts/listed/value/only',
    ['nosuch'],
    ['rules.unknownName', 'score/value/parts/listed/value/only/nosuch', { name: 'nosuch' }],
  ],
  [
    'score/value/parts/listed/value/only',
    [],
    ['rules.categoryWithoutPoints', 'score/value/parts/listed/value/only', {}],
  ],
  [
    'score/value/parts/visit/value/range/0',
    '11',
    ['rules.rangeEmpty', 'score/value/parts/visit/value/range', { low: '11', high: '10' }],
  ],
  [
    'score/value/parts/visit/value/step',
    '3',
    ['rules.stepMisfits', 'score/value/parts/visit/value/range', { step: '3' }],
  ],
  [
    'score/value/parts/visit/value/step',
    '0',
    ['rules.stepMisfits', 'score/value/parts/visit/value/range', { step: '0' }],
  ],
  [
    'score/value/parts/visit/value/step',
    '-1',
    ['rules.stepMisfits', 'score/value/parts/visit/value/range', { step: '-1' }],
  ],
  [
    'score/value/parts/visit/value/range/1',
    'x',
    ['rules.number', 'score/value/parts/visit/value/range', { found: 'x' }],
  ],
  [
    'score/value/parts/bound/at_least',
    'x',
    ['rules.number', 'score/value/parts/bound/at_least', { found: 'x' }],
  ],
  [
    'score/value/parts/bound/at_most',
    'x',
    ['rules.number', 'score/value/parts/bound/at_most', { found: 'x' }],
    ['rules.boundsCrossed', 'score/value/parts/bound', { at_least: '1', at_most: '0' }],
  ],
  [
    'score/value/parts/bound/at_most',
    '0',
    ['rules.boundsCrossed', 'score/value/parts/bound', { at_least: '1', at_most: '0' }],
  ],
  ['score/value/parts/bound/at_most', '1'],
  ['score/value/parts/bound/weight', 'x', ['rules.number', 'score/value/parts/bound/weight', { found: 'x' }]],
  [
    'score/value/parts/bound/round/step',
    '0',
    ['rules.roundingStep', 'score/value/parts/bound/round/step', {}],
  ],
  [
    'score/value/parts/bound/round/step',
    'x',
    ['rules.number', 'score/value/parts/bound/round/step', { found: 'x' }],
    ['rules.roundingStep', 'score/value/parts/bound/round/step', {}],
  ],
  [
    'score/value/parts/bound/round/mode',
    'sideways',
    [
      'rules.roundingMode',
      'score/value/parts/bound/round/mode',
      { found: 'sideways', modes: 'half_up, half_away, half_even, up, down, toward_zero' },
    ],
  ],
  [
    'score/value/parts/bound/evidence',
    { any_of: ['nosuch'], missing: 'ask' },
    ['rules.unknownEvidence', 'score/value/parts/bound/evidence/any_of/0', { evidence: 'nosuch' }],
  ],
  ['routes/0/base', 'x', ['rules.number', 'routes/0/base', { found: 'x' }]],
  ['routes/0/base', '1/3', ['rules.needsRounding', 'routes/0/base', { constant: '1/3' }]],
  ['routes/0/counts/0', 'nosuch', ['rules.unknownPart', 'routes/0/counts/0', { part: 'nosuch' }]],
  ['tiers/0/from', 'x', ['rules.number', 'tiers/0/from', { found: 'x' }]],
  [
    'tiers/0/id',
    'not_recognised',
    ['rules.reserved', 'tiers/0/id', { name: 'not_recognised' }],
    [
      'rules.unknownOption',
      'categories/dibao/floor',
      { option: 'hard', choice: 'tier', options: 'not_recognised, not_recognised' },
    ],
  ],
  [
    'tiers/0/id',
    'tier',
    ['rules.reserved', 'tiers/0/id', { name: 'tier' }],
    [
      'rules.unknownOption',
      'categories/dibao/floor',
      { option: 'hard', choice: 'tier', options: 'not_recognised, tier' },
    ],
  ],
  ['tiers', [], ['rules.withoutTiers', 'categories/dibao/floor', {}]],
  ['programmes/p/amount/is', '5'],
  [
    'programmes/p/per',
    'month',
    ['rules.unit', 'programmes/p/amount/is', { found: 'CNY/year', needed: 'CNY/month' }],
  ],
  ['programmes/p/for', 'n', ['rules.type', 'programmes/p/for', { found: 'number point', needed: 'flag' }]],
  ['outputs', ['nosuch'], ['rules.unknownName', 'outputs/0', { name: 'nosuch' }]],
  ['outputs', ['few', 'few'], ['rules.duplicateKey', 'outputs/1', { key: 'few' }]],
  ['scope', { s: { is: 'n' } }, ['rules.type', 'scope/s/is', { found: 'number point', needed: 'flag' }]],
  [
    'vetoes',
    { v: { when: 'yes', effect: { cap: 'nosuch' }, against_floor: 'review' } },
    [
      'rules.unknownOption',
      'vetoes/v/effect/cap',
      { option: 'nosuch', choice: 'tier', options: 'not_recognised, hard' },
    ],
  ],
  [
    'vetoes',
    { v: { when: 'n', unless: 'n', effect: 'zero_score', against_floor: 'review' } },
    ['rules.type', 'vetoes/v/when', { found: 'number point', needed: 'flag' }],
    ['rules.type', 'vetoes/v/unless', { found: 'number point', needed: 'flag' }],
  ],
  [
    'choices/grade/of',
    ['low', 'low', 'high', 'mid'],
    ['rules.duplicateOption', 'choices/grade/of/1', { option: 'low', choice: 'grade' }],
  ],
  [
    'choices/grade/of/0',
    'yes',
    ['rules.ambiguousOption', 'choices/grade/of/0', { option: 'yes', choice: 'grade' }],
    [
      'rules.unknownOption',
      'schedules/s/layers/0/rows/low',
      { option: 'low', choice: 'grade', options: 'yes, mid, high' },
    ],
    [
      'rules.unknownOption',
      'figures/chosen/value/options/low',
      { option: 'low', choice: 'grade', options: 'yes, mid, high' },
    ],
  ],
  [
    'choices/grade/of/0',
    'none',
    ['rules.reserved', 'choices/grade/of/0', { name: 'none' }],
    [
      'rules.unknownOption',
      'schedules/s/layers/0/rows/low',
      { option: 'low', choice: 'grade', options: 'none, mid, high' },
    ],
    [
      'rules.unknownOption',
      'figures/chosen/value/options/low',
      { option: 'low', choice: 'grade', options: 'none, mid, high' },
    ],
  ],
  ['choices/tier', { of: ['a'], ordered: false }, ['rules.reserved', 'choices/tier', { name: 'tier' }]],
  [
    'lists/civil/attributes/kind/choice',
    'nosuch',
    ['rules.ambiguousOption', 'choices/civil.kind/of/0', { option: 'dibao', choice: 'civil.kind' }],
    ['rules.unknownChoice', 'lists/civil/attributes/kind/of', { choice: 'nosuch' }],
    ['rules.unknownOption', 'categories/dibao/row', { option: 'dibao', choice: 'nosuch', options: '' }],
  ],
  [
    'lists/civil/attributes/age',
    { type: 'flag' },
    ['rules.reserved', 'lists/civil/attributes/age', { name: 'age' }],
  ],
  [
    'lists/civil/attributes/dibao',
    { type: 'flag' },
    ['rules.ambiguousOption', 'lists/civil/attributes/kind', { option: 'dibao', choice: 'civil.kind' }],
  ],
  ['sources', {}],
  ['facts/n/source', { in: 'nosuch' }, ['rules.unknownSource', 'facts/n/source', { source: 'nosuch' }]],
  ['facts/n/protected', { in: 'nosuch' }, ['rules.unknownSource', 'facts/n/protected', { source: 'nosuch' }]],
  [
    'categories/dibao/floor',
    'none',
    [
      'rules.unknownOption',
      'categories/dibao/floor',
      { option: 'none', choice: 'tier', options: 'not_recognised, hard' },
    ],
  ],
];

const { document } = rulesOf(BLOCKS);

test.each(CHANGES.map(([path, to, ...found]) => ({ path, to, found })))(
  '$path: $to',
  ({ path, to, found }) => {
    const copy = structuredClone(document);
    const steps = path.split('/');
    const last = steps.pop() as string;
    const holder = steps.reduce<unknown>((here, step) => (here as Plain)[step], copy) as Plain;
    if (to === undefined) delete holder[last];
    else holder[last] = to;
    expect(refusedDocument(copy).map(([code, at, values]) => [code, at.join('/'), values])).toEqual(found);
  },
);
