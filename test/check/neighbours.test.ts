import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// A slip of a finger among figures that stand beside each other: one that turns alone, or lies off even steps.

function oddIn(tables: string, points: string, more = '') {
  const read = readRules(`format: 1
scheme: xx-neighbours
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
choices: { colour: [red, blue, green, black], grade: { of: [a, b, c, d, e, f], ordered: true } }
facts:
  n: { type: number, unit: person, range: [3, 12], worse: none }
  grade: { type: choice, of: grade, worse: none }
  colour: { type: choice, of: colour, worse: none }
  far: { type: flag, worse: none }
tables:
${tables}
score: { parts: { p: { points: "${points}" } } }
tiers: [{ id: most, from: 40 }, { id: special, from: 30 }, { id: hard, from: 20 }, { id: general, from: 5 }]
${more}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return check(read.value).properties.filter(({ property }) => property === 'neighbours');
}

/** The figure of a line that is odd, with what stands before and after it; `null` where none is. */
function oddOf(figures: readonly (number | string)[]): string | null {
  const high = 2 + figures.length;
  const [found] = oddIn(
    `  t: { unit: point, keys: [{ n: 3..${high} }], rows: [${figures.join(', ')}] }`,
    `if n <= ${high} then t[n] else 0`,
  );
  if (found?.status !== 'refuted') return found?.status === 'proved' ? null : 'not asked';
  const { figure, before, after, row } = found.because?.values ?? {};
  expect(found.path).toEqual(['tables', 't', 'layers', 0, 'rows', row]);
  expect(figures[Number(row) - 3]).toBe(Number(figure));
  return `${before} < ${figure} > ${after}`;
}

describe('of a line of figures', () => {
  test.each<readonly [string, readonly number[], string | null]>([
    ['one that turns alone is odd', [1, 2, 4, 3, 5, 8], '4 < 3 > 5'],
    ['going down as well', [9, 7, 8, 4, 3, 1], '7 < 8 > 4'],
    ['at the end', [1, 2, 3, 4, 3], '4 < 3 > –'],
    ['at the beginning: the second', [5, 4, 6, 7, 9], '5 < 4 > 6'],
    ['not where it turns twice', [1, 3, 2, 4, 3, 6, 8, 9], null],
    ['not where it turns for good', [1, 2, 3, 2, 1, 0], null],
    ['not where but three steps go anywhere', [1, 2, 2, 3, 2], null],
    ['where four do', [1, 2, 2, 3, 4, 3], '4 < 3 > –'],
    ['not of three figures', [1, 2, 1], 'not asked' as never],
    ['not of four, of which one turns', [1, 2, 3, 2], null],
    ['one off even steps is odd', [10, 20, 30, 46, 50, 60], '30 < 46 > 50'],
    ['going down as well', [60, 50, 40, 26, 20, 10], '40 < 26 > 20'],
    ['below them', [10, 20, 30, 34, 50, 60], '30 < 34 > 50'],
    ['by a quarter only', [10, 20, 30, 42, 50, 60], null],
    ['by just a quarter', [100, 200, 300, 425, 500, 600], null],
    ['by a little more than a quarter', [100, 200, 300, 426, 500, 600], '300 < 426 > 500'],
    ['not where another is off by more than a tenth', [100, 200, 311, 461, 521, 621], null],
    ['and the others may be off by a tenth', [100, 200, 310, 450, 510, 610], '310 < 450 > 510'],
    ['not where all moves on from there', [10, 20, 30, 46, 56, 66], null],
    ['not where both steps are longer', [10, 20, 30, 46, 62, 72], null],
    ['not where a third step is off', [10, 20, 36, 46, 50, 75, 85], null],
    ['not where two lie apart', [10, 26, 30, 40, 56, 60, 70], null],
    ['not at the end', [10, 20, 30, 40, 50, 66], null],
    ['not of five figures', [10, 20, 36, 40, 50], null],
    ['not where they all stand still', [9, 9, 9, 9, 9, 9], null],
    ['not where most stand still', [9, 9, 9, 12, 9, 9], null],
    ['not where all goes evenly', [1, 2, 3, 4, 5, 6], null],
  ])('%s: %j', (_, figures, expected) => expect(oddOf(figures)).toBe(expected));
});

describe('a line is', () => {
  const odd = (tables: string, points: string) =>
    oddIn(tables, points).map(({ id, path, status }) => [
      id,
      status === 'refuted' ? path.slice(4).join('.') : '',
    ]);

  test('along a key whose choice is ordered, for each row of the others', () => {
    const rows =
      '{ false: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, true: { a: 1, b: 2, c: 9, d: 4, e: 5, f: 6 } }';
    expect(odd(`  t: { unit: point, keys: [{ far: flag }, grade], rows: ${rows} }`, 't[far, grade]')).toEqual(
      [['neighbours t', 'rows.true.d']],
    );
    const turned =
      '{ a: { false: 1, true: 1 }, b: { false: 2, true: 2 }, c: { false: 9, true: 3 }, d: { false: 4, true: 4 }, e: { false: 5, true: 5 }, f: { false: 6, true: 6 } }';
    expect(
      odd(`  t: { unit: point, keys: [grade, { far: flag }], rows: ${turned} }`, 't[grade, far]'),
    ).toEqual([['neighbours t', 'rows.d.false']]);
  });

  test('not along colours, which have no order', () => {
    const table = '  t: { unit: point, keys: [colour], rows: { red: 1, blue: 2, green: 4, black: 3 } }';
    expect(odd(table, 't[colour]')).toEqual([]);
  });

  test('along the tiers', () => {
    const table = (hard: number) =>
      `  t: { unit: CNY/year, keys: [tier], rows: { not_recognised: 0, general: 100, hard: ${hard}, special: 300, most: 400 } }`;
    const more =
      'programmes: { grant: { instrument: grant, for: tier >= general, amount: "t[tier]", per: year, payee: student } }\n';
    const found = (hard: number) =>
      oddIn(table(hard), '0', more).map(({ id, status, because }) => [id, status, because?.values.row ?? '']);
    expect(found(200)).toEqual([['neighbours t', 'proved', '']]);
    expect(found(90)).toEqual([['neighbours t', 'refuted', 'hard']]);
  });

  test('of each column by itself, and none where a figure is not known', () => {
    const columns =
      '  t: { columns: [{ much: point }, { little: point }], keys: [grade], rows: { a: [1, 6], b: [2, 5], c: [3, 4], d: [9, 3], e: [5, 2], f: [6, 1] } }';
    expect(odd(columns, 't[grade].much + t[grade].little')).toEqual([
      ['neighbours t.much', 'rows.e'],
      ['neighbours t.little', ''],
    ]);
    const unknown =
      '  t: { unit: point, keys: [grade], rows: { a: 1, b: 2, d: 9, e: 5, f: 6 }, otherwise: unknown, range: [0, 9], step: 1 }';
    expect(odd(unknown, 't[grade]')).toEqual([['neighbours t', '']]);
  });

  test('of each date by itself', () => {
    const dated =
      '  t: { unit: point, keys: [grade], dated: { 2024-01-01: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, 2025-01-01: { a: 1, b: 2, c: 4, d: 3, e: 5, f: 6 } } }';
    expect(oddIn(dated, 't[grade]').map(({ path }) => path)).toEqual([
      ['tables', 't', 'layers', 1, 'rows', 'd'],
    ]);
  });
});
