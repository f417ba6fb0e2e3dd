import { describe, expect, test } from 'vitest';
import { currencyOf, parseUnit, unitOver, unitTimes } from '../../src/rules/formula/units.js';
import { find, refusedOf, rulesOf, text } from './link/linking.js';

describe('units', () => {
  test.each<[string, string | null]>([
    ['CNY/year', 'CNY/year'],
    ['1', '1'],
    ['1/year', '1/year'],
    ['CNY*1/year/person', 'CNY/person/year'],
    ['CNY/person/year', 'CNY/person/year'],
    ['person*CNY', 'CNY*person'],
    ['day/week', 'day/week'],
    ['month/month', '1'],
    ['CNY*month/month', 'CNY'],
    ['year/month/year', '1/month'],
    ['km/month', 'km/month'],
    ['CNY/year*person', 'CNY*person/year'],
    ['point', 'point'],
    ['km', 'km'],
    ['CNY_2', null],
    ['CN', null],
    ['CNYX', null],
    ['Cny', null],
    ['metre', null],
    ['CNY/', null],
    ['/CNY', null],
    ['CNY//year', null],
    ['CNY year', null],
    ['2/year', null],
    ['CNY-1', null],
    ['', null],
  ])('%s is written %s', (unit, written) => {
    expect(parseUnit(unit, ['km'])).toBe(written);
  });

  test.each<[string, string, string, string]>([
    ['CNY/year', 'year', 'CNY', 'CNY/year/year'],
    ['CNY', 'person', 'CNY*person', 'CNY/person'],
    ['1', 'year', 'year', '1/year'],
    ['CNY', 'CNY', 'CNY*CNY', '1'],
    ['month/year', 'CNY/month', 'CNY/year', 'month*month/CNY/year'],
    ['CNY*CNY', 'CNY', 'CNY*CNY*CNY', 'CNY'],
    ['1/person', '1/year', '1/person/year', 'year/person'],
  ])('%s and %s multiply to %s and divide to %s', (a, b, product, quotient) => {
    expect([unitTimes(a, b), unitTimes(b, a), unitOver(a, b)]).toEqual([product, product, quotient]);
  });

  test('money is one currency above, whatever it is for', () => {
    const units = [
      'CNY',
      'CNY/year',
      'EUR/month/person',
      'CNY*person',
      'person',
      '1/CNY',
      '1',
      'year/CNY',
      'CNY*EUR',
    ];
    expect(units.map(currencyOf)).toEqual(['CNY', 'CNY', 'EUR', null, null, null, null, null, null]);
  });
});

test('a number of money is in minor units where the file does not say, and of anything else whole', () => {
  const rules = rulesOf(`
units: [km]
facts:
  money: { type: number, unit: CNY/year, range: [0, 9] }
  shared: { type: number, unit: CNY*person, range: [0, 9] }
  way: { type: number, unit: km, range: [0, 9] }
  fine: { type: number, unit: km, range: [0, 9], step: 0.5 }
  pure: { type: number, unit: "1", range: [0, 9] }
`);
  expect(rules.facts.map(({ id, step }) => [id, text(step)])).toEqual([
    ['fine', '0.5'],
    ['money', '0.01'],
    ['pure', '1'],
    ['shared', '0.01'],
    ['way', '1'],
  ]);
});

describe('an amount', () => {
  const programme = (amount: string, per: string, more: string) =>
    `${more}\nprogrammes: { p: { instrument: grant, for: true, amount: ${amount}, per: ${per}, payee: student } }`;
  const EUROS = 'facts: { e: { type: number, unit: EUR/month, range: [0, 9] } }';
  const YUAN = 'parameters: { c: { unit: CNY/year, is: 5 } }';
  const DOLLARS = 'schedules: { s: { unit: USD, up_to: { 1: 1 }, otherwise: 1 } }';
  const TABLE =
    'tables: { t: { keys: [{ n: 1..1 }], columns: [{ share: "1" }, { most: JPY/month }], rows: { 1: [1, 2] } } }';

  test.each<[string, string, string, string]>([
    ['500', 'year', EUROS, 'EUR'],
    ['500', 'semester', YUAN, 'CNY'],
    ['500', 'event', DOLLARS, 'USD'],
    ['500', 'month', TABLE, 'JPY'],
    ['e', 'month', EUROS, 'EUR'],
    ['"7.25[GBP/month]"', 'month', '', 'GBP'],
    ['"7.25[GBP]"', 'event', '', 'GBP'],
    ['"7.25[CNY/year]"', 'year', `${EUROS}\n${YUAN}`, 'CNY'],
  ])('%s per %s is money', (amount, per, more, currency) => {
    const found = find(rulesOf(programme(amount, per, more)).programmes, 'p');
    expect([found.currency, found.minor]).toEqual([currency, 100n]);
  });

  test.each<[string, string, string, string, Readonly<Record<string, string>>]>([
    ['500', 'year', '', 'rules.amountUnit', { found: '1', per: 'year' }],
    ['500', 'event', '', 'rules.amountUnit', { found: '1', per: 'event' }],
    ['500', 'year', `${EUROS}\n${YUAN}`, 'rules.amountUnit', { found: '1', per: 'year' }],
    ['"5[GBP/month]"', 'year', '', 'rules.amountUnit', { found: 'GBP/month', per: 'year' }],
    ['"5[GBP/year]"', 'event', '', 'rules.amountUnit', { found: 'GBP/year', per: 'event' }],
    ['"5[GBP]"', 'year', '', 'rules.amountUnit', { found: 'GBP', per: 'year' }],
    ['"5[GBP*person]"', 'event', '', 'rules.amountUnit', { found: 'GBP*person', per: 'event' }],
    ['"5[point/year]"', 'year', '', 'rules.amountUnit', { found: 'point/year', per: 'year' }],
    ['"5[point]"', 'event', '', 'rules.amountUnit', { found: 'point', per: 'event' }],
    ['"true"', 'year', '', 'rules.type', { found: 'flag', needed: 'number' }],
    ['as_of', 'event', '', 'rules.type', { found: 'date', needed: 'number' }],
    ['as_of', 'year', YUAN, 'rules.type', { found: 'date', needed: 'number CNY/year' }],
    ['e', 'year', EUROS, 'rules.unit', { found: 'EUR/month', needed: 'EUR/year' }],
    ['"7.255[GBP/month]"', 'month', '', 'rules.needsRounding', { step: '0.01' }],
    ['"7[GBP/month] / 3"', 'month', '', 'rules.needsRounding', { step: '0.01' }],
    ['"-0.01[GBP/month]"', 'month', '', 'rules.amountNegative', {}],
  ])('%s per %s is refused', (amount, per, more, code, values) => {
    expect(refusedOf(programme(amount, per, more))).toEqual([[code, 'programmes.p.amount', values]]);
  });

  test('of 0 is none too little', () => {
    expect(refusedOf(programme('"0[GBP/month]"', 'month', ''))).toEqual([]);
  });
});
