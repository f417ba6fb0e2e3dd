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
