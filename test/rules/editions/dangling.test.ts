import { expect, test } from 'vitest';
import { editionsAmong, readRules } from '../../../src/rules/index.js';
import { amendment } from './scheme.js';

// An edition that removes what the one before still reads is told what it has left without a name, and where that is read;
// once, however often it is read.

const BEFORE = `format: 1
scheme: xx-sample
edition: 2023
title: 样例
standing: illustrative
status: draft
effective: { from: 2023-09-01 }
published: 2023-08-01
sources: { law: { title: 办法 }, other: { title: 通知 } }
choices: { grade: { of: [low, high] }, spare: { of: [one, two] } }
evidence: { proof: { title: 证明 }, paper: { title: 单据 } }
lists: { civil: { title: 名单 }, more: { title: 名单 } }
facts:
  income: { type: number, unit: point, range: [0, 9], source: law }
  own: { type: choice, of: grade, evidence: { any_of: [proof], missing: ask } }
  family: { type: people, size: [0, 3], of: { fee: { type: number, unit: point, range: [0, 9] } } }
parameters: { rate: { unit: point, is: 3 }, more_rate: { unit: point, is: 3 } }
tables: { line: { unit: point, keys: [{ n: 1..2 }], rows: [1, 2] }, more_lines: { unit: point, keys: [{ n: 1..2 }], rows: [1, 2] } }
schedules: { slices: { unit: point, up_to: { 1: 1 }, otherwise: 2 }, more_slices: { unit: point, up_to: { 1: 1 }, otherwise: 2 } }
categories: { poor: { list: civil, points: 3 }, spared: { list: civil, points: 3 } }
figures:
  fees: sum(fee of family)
  twice: income + income + rate + line[1] + marginal(slices, income)
score:
  parts:
    home: { points: income }
    also: { points: twice }
    listed: { categories: best, only: [poor] }
  routes: [{ id: r, when: income > 3, base: 1, counts: [also], against_ordinary: best }]
tiers: [{ id: hard, from: 5 }]
`;

const found = (patches: string) => {
  const read = readRules(amendment('2026', '2023', '2026-09-01', '2026-08-01', patches), {
    file: '2026.yaml',
    predecessor: editionsAmong([{ file: '2023.yaml', text: BEFORE }]),
  });
  return read.issues.map(({ code, values, place }) => ({ code, values, place }));
};

test.each<[string, string]>([
  ['sources.law', 'facts.income.source'],
  ['choices.grade', 'facts.own.of'],
  ['evidence.proof', 'facts.own.evidence.any_of.0'],
  ['lists.civil', 'categories.poor.list'],
  ['facts.income', 'figures.twice'],
  ['facts.family', 'figures.fees'],
  ['parameters.rate', 'figures.twice'],
  ['tables.line', 'figures.twice'],
  ['schedules.slices', 'figures.twice'],
  ['figures.twice', 'score.parts.also.points'],
  ['categories.poor', 'score.parts.listed.only.0'],
  ['score.also', 'score.routes.0.counts.0'],
])('%s, which %s reads', (path, reads) => {
  const line = 9;
  const [first, ...others] = found(`remove: [${path}]\n`);
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    code: 'rules.danglingReference',
    values: { path, reads },
    place: { file: '2026.yaml', line, column: 10 },
  });
  // Where it is read: a line of the edition before.
  const where = /^2023\.yaml:(\d+):(\d+)$/.exec(String(first?.values.where));
  const name = path.split('.').at(-1) ?? '';
  expect(BEFORE.split('\n')[Number(where?.[1]) - 1]?.slice(Number(where?.[2]) - 1)).toMatch(
    new RegExp(`^(\\{ in: )?${name}`),
  );
});

test('what is not read can go, and of two each is told', () => {
  expect(found('remove: [choices.spare, parameters.more_rate, tables.more_lines, sources.other]\n')).toEqual(
    [],
  );
  expect(
    found('remove: [parameters.rate, evidence.proof]\n').map(({ values, place }) => [
      values.path,
      place?.column,
    ]),
  ).toEqual([
    ['parameters.rate', 10],
    ['evidence.proof', 27],
  ]);
});

test('another mistake beside it is told as it is', () => {
  const text = 'remove: [evidence.proof]\nreplace: { figures.twice: incme }\n';
  expect(found(text).map(({ code, place }) => [code, place?.line])).toEqual([
    ['rules.danglingReference', 9],
    ['rules.unknownName', 10],
  ]);
});
