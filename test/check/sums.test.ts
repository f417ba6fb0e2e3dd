import { expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// Twenty indicators of six options each: 3.7e15 students. Whether a score can be reached is known by the sums alone.

const OPTIONS = ['a', 'b', 'c', 'd', 'e', 'f'];

function sheet(most: string): string {
  const letters = OPTIONS.map((id) => `${id}: { zh: ${id}, en: ${id} }`).join(', ');
  const facts = Array.from(
    { length: 20 },
    (_, i) => `  f${i}: { type: choice, of: six, worse: listed, title: { zh: f${i}, en: f${i} } }`,
  );
  const points = (i: number): string =>
    OPTIONS.map((id, at) => `${id}: ${i === 0 && at === 5 ? most : at * ((i % 3) + 1)}`).join(', ');
  const parts = facts.map((_, i) => `    p${i}: { of: f${i}, options: { ${points(i)} } }`);
  return `format: 1
scheme: sheet
edition: v1
title: { zh: 表, en: sheet }
standing: illustrative
status: draft
effective: { from: 2025-01-01 }
published: 2025-01-01
choices:
  six: { of: [${OPTIONS.join(', ')}], titles: { ${letters} } }
facts:
${facts.join('\n')}
score:
  parts:
${parts.join('\n')}
tiers:
  - { id: hard, title: { zh: 困难, en: hard }, from: 80 }
  - { id: general, title: { zh: 一般困难, en: general }, from: 79.5 }
`;
}

const statusOf = (most: string): string | undefined => {
  const read = readRules(sheet(most));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return check(read.value).properties.find(({ id }) => id === 'reachable tier general')?.status;
};

test('a tier between two whole points is reached by nobody where all points are whole', () =>
  expect(statusOf('5')).toBe('refuted'));

test('and by somebody where one option is worth half a point more', () =>
  expect(statusOf('5.5')).toBe('proved'));

/** Fourteen facts of three options, five million students, who are worth from 0 to 28 points. */
function wide(
  programmes: string,
  tiers = '{ id: hard, from: 20 }, { id: general, from: 10 }',
): ReadonlyMap<string, string> {
  const ids = Array.from({ length: 14 }, (_, i) => `f${i}`);
  const read = readRules(`format: 1
scheme: wide
edition: v1
title: 表
standing: illustrative
status: draft
effective: { from: 2025-01-01 }
published: 2025-01-01
choices: { three: [a, b, c], colour: [red, blue, green, black, white] }
facts:
${ids.map((id) => `  ${id}: { type: choice, of: three, worse: listed }`).join('\n')}
  colour: { type: choice, of: colour, worse: none }
score:
  parts:
${ids.map((id) => `    ${id}: { of: ${id}, options: { a: 0, b: 1, c: 2 } }`).join('\n')}
tiers: [${tiers}]
programmes:
${programmes}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return new Map(check(read.value).properties.map(({ id, status }) => [id, status]));
}

const grant = (id: string, rest: string): string =>
  `  ${id}: { title: ${id}, instrument: grant, per: year, payee: student, ${rest} }\n`;

test('what rests on one tier in two places is not taken for two', () => {
  const by = (hard: number, general: number, otherwise: number): string =>
    `amount: "if tier = hard then ${hard}[CNY/year] else if tier = general then ${general}[CNY/year] else ${otherwise}[CNY/year]"`;
  const anybody = 'for: colour = red or colour != red';
  const found = wide(
    grant('more', `${anybody}, ${by(500, 300, 0)}`) + grant('less', `${anybody}, ${by(0, 200, 500)}`),
  );
  // Together it is 500 whatever the tier.
  expect(found.get('monotone f0 money CNY/year')).toBe('proved');
  expect(found.get('sumOrder money CNY/year hard')).toBe('proved');
  expect(found.get('amountOrder less hard')).toBe('refuted');
});

test('what stands beside the tier is looked at before all that stands behind it', () => {
  const found = wide(
    grant('never', 'for: tier >= general and colour = red and colour = blue, amount: "5[CNY/year]"') +
      grant('once', 'for: tier >= general and colour = red and colour != blue, amount: "5[CNY/year]"'),
  );
  expect(found.get('reachable programme never')).toBe('refuted');
  expect(found.get('reachable programme once')).toBe('proved');
});

test('also where there is one tier alone', () => {
  const found = wide(
    grant('never', 'for: tier >= general and tier < general, amount: "5[CNY/year]"'),
    '{ id: general, from: 10 }',
  );
  expect(found.get('reachable programme never')).toBe('refuted');
});

test('a tier between the only two scores that there are is reached by nobody', () => {
  const read = readRules(`format: 1
scheme: two
edition: v1
title: 表
standing: illustrative
status: draft
effective: { from: 2025-01-01 }
published: 2025-01-01
facts:
  x: { type: number, unit: point, range: [0, 1_000], worse: none }
  y: { type: number, unit: point, range: [0, 1_000], worse: none }
score: { parts: { same: { when: x = y, points: 5 } } }
tiers: [{ id: hard, from: 5 }, { id: general, from: 1 }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const status = (id: string) => check(read.value).properties.find((one) => one.id === id)?.status;
  expect(status('reachable tier hard')).toBe('proved');
  expect(status('reachable tier general')).toBe('refuted');
});
