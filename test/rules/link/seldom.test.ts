import { describe, expect, test } from 'vitest';
import { find, refusedOf, rulesOf, text } from './linking.js';

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

test('an amount that may be none is refused', () => {
  const amount = (none: string, is: string) =>
    refusedOf(`
facts: { rent: { type: number, unit: CNY/year, range: [0, 900]${none} } }
programmes: { help: { instrument: grant, for: true, amount: "${is}", per: year, payee: student } }
`).map(([code, path]) => [code, path]);
  expect(amount('', 'rent')).toEqual([]);
  expect(amount(', none: allowed', 'rent')).toEqual([['rules.maybeNone', 'programmes.help.amount']]);
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
