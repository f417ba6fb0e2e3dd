import { describe, expect, it } from 'vitest';
import { faults, long } from './written.js';

// Section 6: schedules.

const schedule = (text: string) => long(`schedules:\n  s: ${text}\n`).schedules.s;

describe('schedules', () => {
  it('slices rise by their cuts, whatever the order of the mapping', () => {
    expect(
      schedule(
        '{ unit: USD, up_to: { 26_700: 25%, 5_000: 20%, 21_300: 22% }, otherwise: 29%, printed: { 26_700: 6_036 }, at_least: -1_826 }',
      ),
    ).toEqual({
      unit: 'USD',
      keys: [],
      layers: [
        {
          rows: [
            {
              keys: [],
              slices: {
                bands: [
                  { up_to: '5000', rate: '0.2' },
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
    });
  });

  const flat = (rate: string) => ({ bands: [], otherwise: rate, printed: [] });

  it('rows and dates stand around them, alone and together', () => {
    const plain = '{ up_to: {}, otherwise: 1% }';
    expect(schedule(`{ unit: USD, keys: [filing], rows: { single: ${plain}, joint: ${plain} } }`)).toEqual({
      unit: 'USD',
      keys: [{ name: 'filing', choice: 'filing' }],
      layers: [
        {
          rows: [
            { keys: ['joint'], slices: flat('0.01') },
            { keys: ['single'], slices: flat('0.01') },
          ],
        },
      ],
    });
    expect(schedule(`{ unit: USD, dated: { 2025-01-01: ${plain}, 2024-01-01: ${plain} } }`)?.layers).toEqual([
      { from: '2024-01-01', rows: [{ keys: [], slices: flat('0.01') }] },
      { from: '2025-01-01', rows: [{ keys: [], slices: flat('0.01') }] },
    ]);
    expect(
      schedule(
        `{ unit: USD, keys: [{ status: filing }, area], dated: { 2024-01-01: { a: { b: ${plain} } } } }`,
      ),
    ).toEqual({
      unit: 'USD',
      keys: [
        { name: 'status', choice: 'filing' },
        { name: 'area', choice: 'area' },
      ],
      layers: [{ from: '2024-01-01', rows: [{ keys: ['a', 'b'], slices: flat('0.01') }] }],
    });
  });

  it.each([
    ['{ unit: USD, up_to: { 1: 2% } }', 'rules.missingKey', 's', { key: 'otherwise' }],
    ['{ unit: USD, upto: { 1: 2% }, otherwise: 0 }', 'rules.unknownKey', 'upto', { near: 'up_to' }],
    ['{ unit: USD, up_to: { a: 2% }, otherwise: 0 }', 'rules.number', 'a', { found: 'a' }],
    ['{ unit: USD, up_to: { 1: b }, otherwise: 0 }', 'rules.number', 'b', { found: 'b' }],
    [
      '{ unit: USD, keys: [f, g], rows: { a: { up_to: {}, otherwise: 0 } } }',
      'rules.tableShape',
      '{ up_to: {}, ',
      { keys: 2 },
    ],
    [
      '{ unit: USD, keys: [f], rows: { a: { b: { up_to: {}, otherwise: 0 } } } }',
      'rules.tableShape',
      '{ b: { up_to:',
      { keys: 1 },
    ],
  ])('%s is refused', (text, code, place, values) => {
    expect(faults(`schedules:\n  s: ${text}\n`)).toEqual([[code, place, expect.objectContaining(values)]]);
  });
});
