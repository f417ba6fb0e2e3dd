import { describe, expect, it } from 'vitest';
import { faults, long } from './written.js';

// Section 7: figures, in every form.

const SECTION_7 = `
figures:
  income_per_head: round(income / members, 0.01, half_up)
  wage:      minimum_wage at date(year(as_of) - 2, 7, 1)          # July, two years ago
  intensity: { of: credits / full_credits, from: { 50%: 0.5, 100%: 1, 75%: 0.75 }, otherwise: 0 }
  rate:      { by: formula, options: { dependent: 12%, alone: 20%, with_dependants: 7% } }
  nationality_ok: { dated: { 2004-07-21: "eea[nationality] or extra[nationality]", 2003-01-01: resident_eu } }
  fee_gap:   { for: family, is: "max(0, fee - 500)" }
  risk:
    gives: risk_class
    first: [{ when: existing and total < 80, is: decline }, { when: total <= 110, is: medium }, { otherwise: low }]
  dues:      { unit: 1, sum: [{ when: years > 2, is: 200 }, { when: years > 3, is: 300 }] }
  mixed:     { of: x, bands: [{ below: 1_0, is: 1 }, { up_to: 10, is: 2 }], otherwise: 3, title: 两种界限, source: notice }
  asset_share: { only_if: assets_counted, none: 0, is: "round(cash * asset_rate, 1, half_away)" }
  points:    { is: distance_points + family_points, range: [0, 2_00], override: { by: [head] } }
  reviewed:  { is: points, override: { by: [head, panel], needs: [reason, evidence] } }
  distance_points: { unit: point, of: distance, dated: { 2023-03-31: { below: { 250: 1, 30: 0 }, otherwise: 4 }, 2003-01-01: { below: { 30: 0 }, otherwise: 2 } } }
  shares:    { dated: { 2003-01-01: { by: filing, options: { single: 1 }, otherwise: 2 } }, before: 0 }
  since:     { is: lost_job_on, range: [1990-01-01, 2030-12-31] }
`;

describe('figures', () => {
  const { figures } = long(SECTION_7);
  const cases = (...list: readonly (readonly [string, string])[]) => list.map(([when, is]) => ({ when, is }));

  it.each([
    ['income_per_head', { value: { kind: 'formula', is: 'round(income / members, 0.01, half_up)' } }],
    ['wage', { value: { kind: 'formula', is: 'minimum_wage at date(year(as_of) - 2, 7, 1)' } }],
    [
      'intensity',
      {
        value: {
          kind: 'bands',
          of: 'credits / full_credits',
          bands: [
            { edge: 'from', cut: '1', is: '1' },
            { edge: 'from', cut: '0.75', is: '0.75' },
            { edge: 'from', cut: '0.5', is: '0.5' },
          ],
          otherwise: '0',
        },
      },
    ],
    [
      'rate',
      {
        value: {
          kind: 'options',
          of: 'formula',
          options: { dependent: '12%', alone: '20%', with_dependants: '7%' },
        },
      },
    ],
    [
      'nationality_ok',
      {
        value: {
          kind: 'dated',
          layers: [
            { from: '2003-01-01', value: { kind: 'formula', is: 'resident_eu' } },
            { from: '2004-07-21', value: { kind: 'formula', is: 'eea[nationality] or extra[nationality]' } },
          ],
        },
      },
    ],
    ['fee_gap', { for: 'family', value: { kind: 'formula', is: 'max(0, fee - 500)' } }],
    [
      'risk',
      {
        gives: 'risk_class',
        value: {
          kind: 'first',
          cases: cases(['existing and total < 80', 'decline'], ['total <= 110', 'medium']),
          otherwise: 'low',
        },
      },
    ],
    [
      'dues',
      {
        unit: '1',
        value: { kind: 'hits', take: 'sum', cases: cases(['years > 2', '200'], ['years > 3', '300']) },
      },
    ],
    [
      'mixed',
      {
        value: {
          kind: 'bands',
          of: 'x',
          bands: [
            { edge: 'below', cut: '10', is: '1' },
            { edge: 'up_to', cut: '10', is: '2' },
          ],
          otherwise: '3',
        },
        title: { zh: '两种界限' },
        source: { in: 'notice' },
      },
    ],
    [
      'asset_share',
      {
        only_if: 'assets_counted',
        none: '0',
        value: { kind: 'formula', is: 'round(cash * asset_rate, 1, half_away)' },
      },
    ],
    [
      'points',
      {
        range: ['0', '200'],
        override: { by: ['head'], needs: [] },
        value: { kind: 'formula', is: 'distance_points + family_points' },
      },
    ],
    [
      'reviewed',
      {
        override: { by: ['head', 'panel'], needs: ['reason', 'evidence'] },
        value: { kind: 'formula', is: 'points' },
      },
    ],
    [
      'distance_points',
      {
        unit: 'point',
        value: {
          kind: 'dated',
          layers: [
            {
              from: '2003-01-01',
              value: {
                kind: 'bands',
                of: 'distance',
                bands: [{ edge: 'below', cut: '30', is: '0' }],
                otherwise: '2',
              },
            },
            {
              from: '2023-03-31',
              value: {
                kind: 'bands',
                of: 'distance',
                bands: [
                  { edge: 'below', cut: '30', is: '0' },
                  { edge: 'below', cut: '250', is: '1' },
                ],
                otherwise: '4',
              },
            },
          ],
        },
      },
    ],
    [
      'shares',
      {
        value: {
          kind: 'dated',
          layers: [
            {
              from: '2003-01-01',
              value: { kind: 'options', of: 'filing', options: { single: '1' }, otherwise: '2' },
            },
          ],
          before: '0',
        },
      },
    ],
    ['since', { range: ['1990-01-01', '2030-12-31'], value: { kind: 'formula', is: 'lost_job_on' } }],
  ])('%s', (id, form) => {
    expect(figures[id]).toEqual(form);
  });

  it.each([
    ['{ iss: 1 }', 'rules.unknownKey', 'iss', { near: 'is' }],
    ['{ is: 1, none: 0 }', 'rules.missingKey', '{ is: 1, none', { key: 'only_if' }],
    ['{ of: x, blow: { 1: 0 }, otherwise: 1 }', 'rules.unknownKey', 'blow', { near: 'below' }],
    ['{ of: x, below: { a: 0 }, otherwise: 1 }', 'rules.number', 'a', { found: 'a' }],
    ['{ of: x, below: { 1: 0 } }', 'rules.missingKey', 'x', { key: 'otherwise' }],
    ['{ by: x, optoins: { a: 0 } }', 'rules.unknownKey', 'optoins', { near: 'options' }],
    ['{ dated: { 2003: 1 } }', 'rules.date', '2003', { found: '2003' }],
    ['{ is: 1, override: { by: [a], needs: [reasons] } }', 'rules.notOneOf', 'reasons', { near: 'reason' }],
    ['{ is: 1, range: [0, x] }', 'rules.number', 'x', { found: 'x' }],
    ['{ is: 1, giives: level }', 'rules.unknownKey', 'giives', { near: 'gives' }],
  ])('%s is refused', (figure, code, word, values) => {
    expect(faults(`figures:\n  x: ${figure}\n`)).toEqual([[code, word, expect.objectContaining(values)]]);
  });
});
