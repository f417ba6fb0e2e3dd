import { expect, test } from 'vitest';
import { editionsAmong, readRules } from '../../src/rules/index.js';
import { amendment } from './editions/scheme.js';

// Where something of the canonical document stands in the file as it was written: what is said of it later is said there.

const TEXT = `format: 1
scheme: xx-sample
edition: 2023
title: 样例
standing: illustrative
status: draft
effective: { from: 2023-09-01 }
published: 2023-08-01
facts:
  stage: { type: choice, of: [low, 高中_1] }
  income: { type: number, unit: point, range: [0, 9] }
tables:
  t: { unit: point, keys: [{ n: 1..2 }], rows: [10, 20] }
figures:
  short: income * 2
  long: >
    income
    + 3
score:
  parts:
    a: { of: income, up_to: { 3: 5, 6: 2 }, otherwise: 0 }
    b:
      when: income > 3
      points: 2

tiers:
  - { id: hard, from: 5 }
`.replace('高中_1', 'high');

const read = () => readRules(TEXT, { file: '2023.yaml' });
const placed = (of: ReturnType<typeof read>, ...path: (string | number)[]): string => {
  const place = of.ok ? of.value.placeOf?.(path) : undefined;
  if (place === undefined) return 'nowhere';
  const { file, line, column, end, path: at } = place;
  return `${file}:${line}:${column}-${end?.line}:${end?.column} ${at}`;
};

test.each<[(string | number)[], string]>([
  [[], '2023.yaml:1:1-27:26 undefined'],
  [['facts', 'stage'], '2023.yaml:10:3-10:43 facts.stage'],
  [['facts', 'stage', 'choice'], '2023.yaml:10:26-10:41 facts.stage.of'],
  [['choices', 'stage', 'of', 1], '2023.yaml:10:36-10:40 facts.stage.of.1'],
  [['tables', 't', 'layers', 0, 'rows', '2'], '2023.yaml:13:53-13:55 tables.t.rows.1'],
  [['figures', 'short', 'value', 'is'], '2023.yaml:15:3-15:20 figures.short'],
  [['figures', 'long'], '2023.yaml:16:3-18:8 figures.long'],
  [
    ['score', 'value', 'parts', 'a', 'value', 'bands', 1, 'is'],
    '2023.yaml:21:37-21:41 score.parts.a.up_to.6',
  ],
  [['score', 'value', 'parts', 'b'], '2023.yaml:22:5-24:16 score.parts.b'],
  [['tiers', 0, 'from'], '2023.yaml:27:17-27:24 tiers.0.from'],
  // Of what is not written there, its nearest parent.
  [['facts', 'income', 'unknown', 'policy'], '2023.yaml:11:3-11:55 facts.income'],
])('%j: %s', (path, expected) => {
  expect(placed(read(), ...path)).toBe(expected);
});

test('in the edition from which it was taken over', () => {
  const later = readRules(
    amendment('2024', '2023', '2024-09-01', '2024-08-01', 'replace: { figures.short: income * 3 }\n'),
    { file: '2024.yaml', predecessor: editionsAmong([{ file: '2023.yaml', text: TEXT }]) },
  );
  expect(placed(later, 'figures', 'short', 'value', 'is')).toBe('2024.yaml:9:12-9:37 figures.short');
  expect(placed(later, 'figures', 'long')).toBe('2023.yaml:16:3-18:8 figures.long');
});

test('of a text without a name, by lines alone', () => {
  const alone = readRules(TEXT);
  expect(alone.ok && alone.value.placeOf?.(['tiers', 0, 'from'])).toEqual({
    line: 27,
    column: 17,
    end: { line: 27, column: 24 },
    path: 'tiers.0.from',
  });
});
