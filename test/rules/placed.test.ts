import { expect, test } from 'vitest';
import { firstPlaced, placed } from '../../src/rules/placed.js';
import { error } from '../../src/value/index.js';

const found = (line: number, column: number, file?: string) => ({
  issue: error('rules.yaml', {}),
  path: file === undefined ? [] : ['a', 0],
  position: { line, column, ...(file === undefined ? {} : { file }) },
});

/** The file that is read first, then those that it amends by their names; in each by line, then by column. */
const IN_ORDER = [
  found(1, 9),
  found(3, 2, 'own.yaml'),
  found(3, 4),
  found(30, 1),
  found(2, 5, 'a.yaml'),
  found(10, 1, 'a.yaml'),
  found(1, 1, 'b.yaml'),
  found(1, 2, 'b.yaml'),
];

test('findings stand in the order of the file, those of other files behind them', () => {
  const shown = (all: typeof IN_ORDER) =>
    placed(all, 'own.yaml').map(
      ({ place }) => `${place?.file}:${place?.line}:${place?.column} ${place?.path ?? '-'}`,
    );
  const expected = [
    'own.yaml:1:9 -',
    'own.yaml:3:2 a.0',
    'own.yaml:3:4 -',
    'own.yaml:30:1 -',
    'a.yaml:2:5 a.0',
    'a.yaml:10:1 a.0',
    'b.yaml:1:1 a.0',
    'b.yaml:1:2 a.0',
  ];
  for (let turn = 0; turn < IN_ORDER.length; turn += 1) {
    const turned = [...IN_ORDER.slice(turn), ...IN_ORDER.slice(0, turn)];
    expect(shown(turned)).toEqual(expected);
    expect(shown([...turned].reverse())).toEqual(expected);
  }
});

test('of a text without a name they have none', () => {
  expect(placed([found(2, 3)]).map(({ place }) => place)).toEqual([{ line: 2, column: 3 }]);
});

test('a hundred are named, and of more that there are more', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => found(i + 1, 1));
  expect(firstPlaced(many(100), 'own.yaml')).toHaveLength(100);
  const more = firstPlaced(many(101), 'own.yaml');
  expect([more.length, more[99]?.place?.line]).toEqual([101, 100]);
  expect(more[100]).toEqual({
    code: 'rules.moreFindings',
    severity: 'error',
    values: { most: 100 },
    place: { file: 'own.yaml' },
  });
  expect(firstPlaced(many(101)).at(-1)).toEqual({
    code: 'rules.moreFindings',
    severity: 'error',
    values: { most: 100 },
    place: {},
  });
});
