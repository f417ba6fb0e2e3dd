import type { RuleDocument } from '../../../src/rules/index.js';

/** A canonical document with one of everything that is compared in its own way. */
export const DOCUMENT: RuleDocument = {
  format: '1',
  scheme: 'xx-test',
  edition: '2023',
  title: { zh: '样例' },
  standing: 'illustrative',
  status: 'draft',
  effective: { from: '2023-09-01' },
  published: '2023-08-20',
  dates: {},
  sources: { law: { title: { zh: '办法' }, number: '〔2023〕1号' } },
  units: [],
  choices: { health: { of: ['good', 'ill'], ordered: false, titles: { good: { zh: '好' } } } },
  facts: {
    title: { type: 'flag', worse: 'none', origin: 'survey', unknown: { policy: 'ask' } },
    fees: {
      type: 'number',
      unit: 'CNY/year',
      range: ['0', '100000'],
      step: '0.01',
      worse: 'none',
      origin: 'survey',
      unknown: { policy: 'assume', value: '0', because: { zh: '因' } },
    },
    family: {
      type: 'people',
      size: ['0', '9'],
      of: { title: { type: 'flag', worse: 'none' } },
      worse: 'more',
      origin: 'survey',
      unknown: { policy: 'ask' },
    },
  },
  parameters: {
    wage: {
      unit: 'EUR',
      layers: [
        { from: '2015-01-01', value: '9.61' },
        { from: '2016-01-01', value: '9.67' },
      ],
    },
    flat: { unit: 'EUR', layers: [{ value: '3' }] },
  },
  tables: {
    living: {
      columns: [{ name: '', type: 'number', unit: 'CNY/year' }],
      keys: [{ name: 'stage', type: 'choice', choice: 'stage' }],
      match: 'exact',
      layers: [
        {
          rows: [
            { keys: ['primary', 'true'], values: ['1250'] },
            { keys: ['primary', 'false'], values: ['625'] },
          ],
        },
      ],
      title: { zh: '生活补助标准' },
      source: { in: 'law', at: '第五条' },
    },
    loan: {
      columns: [
        { name: 'most', type: 'number', unit: 'GBP' },
        { name: 'ratio', type: 'number', unit: '1' },
      ],
      keys: [{ name: 'year', type: 'code' }],
      match: 'exact',
      layers: [
        { from: '2020-01-01', rows: [{ keys: ['home'], values: ['8610', '6.91'] }] },
        { from: '2021-01-01', rows: [{ keys: ['home'], values: ['9000', '7'] }] },
      ],
      otherwise: 'unknown',
    },
    pair: {
      columns: [
        { name: 'low', type: 'number', unit: '1' },
        { name: 'high', type: 'number', unit: '1' },
      ],
      keys: [{ name: 'year', type: 'code' }],
      match: 'exact',
      layers: [{ rows: [{ keys: ['37'], values: ['1', '2'] }] }],
    },
  },
  schedules: {
    contribution: {
      unit: 'USD',
      keys: [],
      layers: [
        {
          rows: [
            {
              keys: [],
              slices: {
                bands: [
                  { up_to: '21300', rate: '0.22' },
                  { up_to: '26700', rate: '0.25' },
                ],
                otherwise: '0.29',
                printed: [{ at: '26700', is: '6036' }],
                at_least: '-1826',
              },
            },
          ],
        },
      ],
    },
  },
  figures: {
    head: { value: { kind: 'formula', is: 'fees / 2' }, title: { zh: '人均' } },
    risk: {
      gives: 'health',
      value: {
        kind: 'first',
        cases: [
          { when: 'fees < 80', is: 'good' },
          { when: 'fees < 110', is: 'ill' },
        ],
        otherwise: 'good',
      },
    },
    lonely: { value: { kind: 'formula', is: '1' } },
    nationality: {
      value: {
        kind: 'dated',
        layers: [
          { from: '2003-01-01', value: { kind: 'formula', is: 'title' } },
          { from: '2004-07-21', value: { kind: 'formula', is: 'not title' } },
        ],
      },
    },
  },
  evidence: { proof: { title: { zh: '证明' }, valid: '6 months' } },
  lists: { civil: { title: { zh: '民政' }, attributes: { title: { type: 'flag' } } } },
  categories: {
    dibao: { title: { zh: '低保' }, list: 'civil', floor: 'hard' },
    // Lifts nobody.
    plain: { when: 'title' },
  },
  score: {
    at_most: '100',
    value: {
      kind: 'section',
      take: 'sum',
      parts: {
        health: { value: { kind: 'options', of: 'health', options: { good: '0', ill: '30' } } },
        // Named as a member of the section itself.
        take: {
          value: {
            kind: 'recent',
            of: 'fees',
            bands: [{ edge: 'up_to', span: '1 year', is: '9' }],
            otherwise: '0',
          },
          source: { in: 'law' },
        },
        family: {
          title: { zh: '家庭' },
          at_most: '40',
          value: {
            kind: 'section',
            take: 'sum',
            parts: {
              low_income: {
                title: { zh: '低收入' },
                when: 'head < 100',
                value: { kind: 'formula', is: '3' },
                source: { in: 'law', at: '第3项' },
              },
              fees: {
                value: {
                  kind: 'bands',
                  of: 'fees',
                  bands: [
                    { edge: 'up_to', cut: '9500', is: '0' },
                    { edge: 'up_to', cut: '20000', is: '1' },
                  ],
                  otherwise: '2',
                },
              },
            },
          },
        },
      },
    },
  },
  routes: [{ id: 'orphan', when: 'title', base: '65', counts: ['health'], against_ordinary: 'instead' }],
  tiers: [
    { id: 'hard', title: { zh: '困难' }, from: '40' },
    { id: 'general', title: { zh: '一般困难' }, from: '20' },
  ],
  vetoes: { luxury: { when: 'title', effect: 'not_recognised', against_floor: 'review' } },
  scope: { here: { is: 'title' } },
  programmes: {
    grant: {
      title: { zh: '助学金' },
      instrument: 'grant',
      for: 'tier >= general',
      amount: { kind: 'formula', is: 'living[stage, boarder]' },
      per: 'year',
      payee: 'student',
    },
  },
  outputs: ['head'],
};
