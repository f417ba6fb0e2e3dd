import { expect, test } from 'vitest';
import { renderIssue } from '../../src/explain/index.js';
import { readRules } from '../../src/rules/index.js';

// A file with thousands of mistakes is refused with those that somebody will read, and one mistake among thousands of
// lines is found.

const HEAD = `format: 1
scheme: xx-sample
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  county: { type: code }
figures:
  near: line[county] > 6_000
outputs: [near]
tables:
  line:
    unit: CNY/year
    keys: [{ county: code }]
    otherwise: 7_500
    rows:
`;
/** The same with options for cells. */
const OPTIONS = HEAD.replace('unit: CNY/year', 'type: choice\n    of: level')
  .replace('otherwise: 7_500', 'otherwise: low')
  .replace('> 6_000', '= high')
  .replace('facts:', 'choices: { level: [low, high] }\nfacts:');
const firstRow = (head: string): number => head.split('\n').length;
const FIRST_ROW = firstRow(HEAD);
const MANY = 5_000;
const code = (i: number): string => String(370_000 + i);
const rows = (cell: (i: number) => string): readonly string[] =>
  Array.from({ length: MANY }, (_, i) => `      ${code(i)}: ${cell(i)}`);
const read = (lines: readonly string[]) => readRules(`${HEAD}${lines.join('\n')}\n`, { file: 'lines.yaml' });

test('a table of five thousand cells is read', () => {
  expect(read(rows((i) => String(5_000 + i))).issues).toEqual([]);
});

test.each([
  ['by their form', HEAD, '"5000"', 'rules.number'],
  ['by the type of the table', HEAD, 'none_yet', 'rules.number'],
  ['by the options of a choice', OPTIONS, 'hihg', 'rules.unknownOption'],
])(
  'of five thousand cells broken %s a hundred are named, in their order, and that there are more',
  (_, head, cell, each) => {
    const { ok, issues } = readRules(`${head}${rows(() => cell).join('\n')}\n`, { file: 'lines.yaml' });
    expect(ok).toBe(false);
    const last = issues.at(-1);
    expect(last).toEqual({
      code: 'rules.moreFindings',
      severity: 'error',
      values: { most: 100 },
      place: { file: 'lines.yaml' },
    });
    const named = issues.slice(0, -1);
    expect(named.map((issue) => issue.code)).toEqual(Array(100).fill(each));
    expect(named.map((issue) => [issue.place?.line, issue.place?.column])).toEqual(
      Array.from({ length: 100 }, (_, i) => [firstRow(head) + i, 15]),
    );
    if (last !== undefined) {
      expect(renderIssue(last, 'zh')).toBe(
        '文件 lines.yaml：rules.moreFindings：这里只列出前 100 处；还有更多，改正后再检查一遍。',
      );
      expect(renderIssue(last, 'en')).toBe(
        'lines.yaml: rules.moreFindings: Only the first 100 findings are listed; there are more. Correct these and check again.',
      );
    }
  },
);

test('with a hundred broken cells all are named, and nothing more is said', () => {
  const { issues } = read(rows((i) => (i % 50 === 0 ? '5,000' : '5_000')));
  expect(issues.map((issue) => issue.code)).toEqual(Array(100).fill('rules.number'));
});

test.each([
  [0, 1],
  [0, MANY - 1],
  [1_234, 4_321],
  [MANY - 2, MANY - 1],
])(
  'of five thousand keys, the one of row %i that stands again at row %i is named with both lines',
  (first, again) => {
    const lines = rows(() => '5_000').map((line, i) => (i === again ? `      ${code(first)}: 6_000` : line));
    expect(read(lines).issues).toEqual([
      {
        code: 'rules.duplicateKey',
        severity: 'error',
        values: { key: code(first), line: FIRST_ROW + first },
        place: { file: 'lines.yaml', line: FIRST_ROW + again, column: 7 },
      },
    ]);
  },
);
