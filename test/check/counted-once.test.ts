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

  test('is told as the row that the student gains, not one that shows less', () => {
    const text = HEAD.replace('of: [dibao, orphan]', 'of: [orphan, dibao]')
      .replace('  orphan: { list: civil, row: kind = orphan, points: 20 }\n', '')
      .replace('  moved:', '  either: { list: civil, row: "kind in [dibao, orphan]", points: 1 }\n  moved:');
    // Being on the list in either way takes something away, being on it in the one way gives more.
    const part = '{ sum_of: [{ when: dibao, points: 8 }, { when: either, points: -3 }] }';
    const read = readRules(`${text}score: { parts: { a: ${part}, b: ${part} } }\n`);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const found = check(read.value).properties.find(({ id }) => id === 'countedOnce score.a score.b');
    expect(found).toMatchObject({
      status: 'refuted',
      because: { code: 'check.addsTwice', values: { list: 'civil', row: 'dibao', first: 'a', second: 'b' } },
      witness: { shows: ['0 + 0', '5 + 5'] },
    });
  });

  describe('of which there are very many', () => {
    /** A list of so many flags, of whose rows those count of which the first flag is so. */
    const withFlags = (count: number, orphan: string) => {
      const flags = Array.from({ length: count }, (_, i) => `a${i}: { type: flag }`).join(', ');
      const text = HEAD.replace('kind: { type: choice, of: [dibao, orphan] }', flags)
        .replace('row: kind = dibao', 'row: a0')
        .replace('row: kind = orphan', `row: ${orphan}`);
      const read = readRules(`${text}score: { parts: { lists: { categories: sum } } }\n`);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      return check(read.value).properties.filter(({ property }) => property === 'countedOnce');
    };

    test('is gone through up to 4,096 of them', () => {
      expect(withFlags(12, 'not a0')).toMatchObject([{ id: 'countedOnce score.lists', status: 'proved' }]);
      expect(withFlags(13, 'not a0')).toMatchObject([
        {
          id: 'countedOnce score.lists',
          status: 'notProved',
          because: { code: 'check.tooManyCases', values: { node: 'lists', most: 4_096 } },
        },
      ]);
    });

    test('and told by its flags where one counts twice', () =>
      expect(withFlags(2, 'not a1')).toMatchObject([
        {
          status: 'refuted',
          because: {
            code: 'check.countsTwice',
            values: { list: 'civil', first: 'dibao', second: 'orphan', row: 'true, false' },
          },
        },
      ]));
  });

  test('counts twice only where both are worth something', () => {
    const worth = (points: number): string => {
      const text = HEAD.replace(
        'row: kind = orphan, points: 20',
        `row: "kind in [dibao, orphan]", points: ${points}`,
      );
      const read = readRules(`${text}score: { parts: { lists: { categories: sum } } }\n`);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      return check(read.value).properties.find(({ id }) => id === 'countedOnce score.lists')?.status ?? '';
    };
    expect([worth(20), worth(-1), worth(0)]).toEqual(['refuted', 'refuted', 'proved']);
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
    ['by half a point', '{ when: ill >= 1, points: 2 }, { when: ill = 2, points: 1.5 }'],
    ['of which one is worth nothing', '{ when: ill >= 1, points: 0 }, { when: ill = 2, points: 8 }'],
    ['by a tenth', '{ when: ill >= 1, points: 1.2 }, { when: ill = 2, points: 1.1 }'],
    [
      'of which the rarer is worked out',
      '{ when: ill >= 1, points: 2 }, { when: ill = 2, points: "if farm then 3[point] else 1[point]" }',
    ],
  ])('those %s are right', (_, cases) =>
    expect(said(`parts: { ill: { sum_of: [${cases}] } }`)).toEqual(['countedOnce score.ill: proved']),
  );

  test.each([
    ['by half a point', '{ when: ill >= 1, points: 1.5 }, { when: ill = 2, points: 2 }'],
    ['by nothing', '{ when: ill >= 1, points: 1.5 }, { when: ill = 2, points: 1.5 }'],
  ])('one of which the rarer is worth more %s is found', (_, cases) =>
    expect(said(`parts: { ill: { sum_of: [${cases}] } }`)).toEqual(['countedOnce score.ill: refuted']),
  );
});
