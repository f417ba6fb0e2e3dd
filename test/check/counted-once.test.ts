import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// What is one thing counts once: one row of a list, and of options that go together the stronger.

const HEAD = `format: 1
scheme: xx-once
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  ill: { type: number, unit: person, range: [0, 2], worse: higher }
  farm: { type: flag, worse: if_true }
lists: { civil: { title: 民政, attributes: { kind: { type: choice, of: [dibao, orphan] } } }, other: { title: 其他 } }
categories:
  dibao: { list: civil, row: kind = dibao, points: 10 }
  orphan: { list: civil, row: kind = orphan, points: 20 }
  moved: { list: other, points: 5 }
tiers: [{ id: hard, from: 10 }]
`;

function onceIn(score: string) {
  const read = readRules(`${HEAD}score: { ${score} }\n`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return check(read.value).properties.filter(({ property }) => property === 'countedOnce');
}
const said = (score: string) => onceIn(score).map(({ id, status }) => `${id}: ${status}`);

describe('one row of a list', () => {
  test('that is worth points in two parts that are added is shown by a student who gains in both', () => {
    const [, found] = onceIn(
      'parts: { lists: { categories: best }, poor: { best_of: [{ when: dibao, points: 5 }, { when: farm, points: 3 }] } }',
    ).filter(({ id }) => id !== 'countedOnce score.poor');
    expect(found).toMatchObject({
      id: 'countedOnce score.lists score.poor',
      status: 'refuted',
      severity: 'warning',
      because: {
        code: 'check.addsTwice',
        values: { list: 'civil', row: 'dibao', first: 'lists', second: 'poor' },
      },
      witness: { shows: ['0 + 0', '10 + 5'] },
    });
  });

  test('is proved to count once where the parts look at different rows', () =>
    expect(said('parts: { a: { when: dibao, points: 5 }, b: { when: orphan, points: 5 } }')).toEqual([]));

  test('or where both are worth something only without the other', () =>
    expect(
      said('parts: { a: { when: dibao and farm, points: 5 }, b: { when: dibao and not farm, points: 5 } }'),
    ).toEqual(['countedOnce score.a score.b: proved']));

  test('is not asked of parts of which one is taken', () =>
    expect(
      said('take: best, parts: { a: { when: dibao, points: 5 }, b: { when: dibao, points: 3 } }'),
    ).toEqual(['countedOnce score.: byConstruction']));

  test('of which there are too many to go through is named', () => {
    const many = Array.from({ length: 13 }, (_, i) => `a${i}: { type: flag }`).join(', ');
    const text = HEAD.replace(
      'kind: { type: choice, of: [dibao, orphan] }',
      `kind: { type: choice, of: [dibao, orphan] }, ${many}`,
    );
    const read = readRules(
      `${text}score: { parts: { a: { when: dibao, points: 5 }, b: { when: orphan, points: 5 } } }\n`,
    );
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(check(read.value).properties.filter(({ property }) => property === 'countedOnce')).toMatchObject([
      { id: 'countedOnce score. civil', status: 'notProved', because: { code: 'check.tooManyCases' } },
    ]);
  });

  test('that makes two categories true whose points are added', () =>
    expect(said('parts: { lists: { categories: sum } }')).toEqual(['countedOnce score.lists: proved']));
});

describe('of cases that are added', () => {
  test('one that always comes with one that is worth more is found, with its place', () => {
    const [found] = onceIn(
      'parts: { ill: { sum_of: [{ when: ill >= 1, points: 5 }, { when: ill = 2, points: 8 }] } }',
    );
    expect(found).toMatchObject({
      status: 'refuted',
      because: { code: 'check.addsDominated', values: { first: '2', second: '1' } },
      path: ['score', 'value', 'parts', 'ill', 'value', 'cases', 0],
    });
  });

  test.each([
    ['that do not go together', '{ when: ill = 1, points: 5 }, { when: ill = 2, points: 8 }'],
    ['that can go together or not', '{ when: ill >= 1, points: 5 }, { when: farm, points: 8 }'],
    ['of which one takes away', '{ when: ill >= 1, points: -5 }, { when: ill = 2, points: 8 }'],
    [
      'of which the rarer is worth less: a supplement',
      '{ when: ill >= 1, points: 5 }, { when: ill = 2, points: 3 }',
    ],
  ])('those %s are right', (_, cases) =>
    expect(said(`parts: { ill: { sum_of: [${cases}] } }`)).toEqual(['countedOnce score.ill: proved']),
  );
});
