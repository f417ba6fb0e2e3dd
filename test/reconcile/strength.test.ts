import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/reconcile/compare/comparison.js';
import { NAME_RELATIONS } from '../../src/reconcile/compare/name-relation.js';
import { type DepartmentList, reconcile } from '../../src/reconcile/index.js';
import { reviewKind } from '../../src/reconcile/review-kind.js';
import { strengthOf } from '../../src/reconcile/strength.js';
import { NOTHING } from './compare/nothing.js';
import { CHILD, entry, listsOf, POLICY, person, statusOf } from './world.js';

// Who could be meant if one thing went wrong with the row: the rules one by one, on what a row and a student agree in.

const of = (agreement: Partial<Comparison>) => {
  const { why, strong, explains } = strengthOf({ ...NOTHING, ...agreement });
  return [why, strong, explains];
};

const ALIKE = ['confusable', 'wildcard', 'sound'] as const;
const NEAR = ['oneCharacter', 'part', 'surnameDiffers'] as const;

const comparisons: fc.Arbitrary<Comparison> = fc.record({
  name: fc.constantFrom(...NAME_RELATIONS),
  slips: fc.constantFrom(null, 3, 2, 1, 0),
  sameNumber: fc.boolean(),
  beginning: fc.boolean(),
  birth: fc.constantFrom('none', 'oneDigit', 'swapped', 'same'),
  area: fc.boolean(),
  sequence: fc.boolean(),
  rowHasId: fc.boolean(),
  guardian: fc.boolean(),
  sibling: fc.boolean(),
  blank: fc.constantFrom('none', 'entry', 'row'),
  otherId: fc.boolean(),
  hukou: fc.boolean(),
  place: fc.constantFrom('unknown', 'out', 'in'),
  school: fc.boolean(),
});

/** Ways in which a row and a student agree in one thing more. */
const MORE: readonly ((one: Comparison) => Comparison)[] = [
  ...(['sameNumber', 'beginning', 'area', 'sequence', 'guardian', 'sibling', 'school'] as const).map(
    (key) => (one: Comparison) => ({ ...one, [key]: true }),
  ),
  (one) => ({ ...one, slips: Math.max(0, (one.slips ?? 1) - 1) }),
  (one) => ({ ...one, birth: 'same' }),
];

describe('an ID or a student number that is equal', () => {
  it.each(NAME_RELATIONS)(
    'is strong under any name, and explains the row where the name agrees: %s',
    (name) => {
      const agrees = name === 'same' || name === 'unknown' || (ALIKE as readonly string[]).includes(name);
      expect(of({ name, slips: 0 })).toEqual(['sameId', 'yes', agrees]);
      expect(of({ name, sameNumber: true })).toEqual(['sameStudentNumber', 'yes', agrees]);
    },
  );
});

describe('under the very name', () => {
  it.each<[string, Partial<Comparison>, string]>([
    ['the birth date', { birth: 'same' }, 'sameNameAndBirth'],
    ['an ID some slips away', { slips: 3 }, 'sameNameNearId'],
    ['the beginning of the ID', { beginning: true }, 'sameNameNearId'],
    ['month and day changed over', { birth: 'swapped' }, 'sameNameNearBirth'],
    ['a digit of the birth date, in the same area', { birth: 'oneDigit', area: true }, 'sameNameNearBirth'],
    ['a digit of it, and the sequence', { birth: 'oneDigit', sequence: true }, 'sameNameNearBirth'],
    [
      'a digit of it, where the student has no ID',
      { birth: 'oneDigit', rowHasId: false },
      'sameNameNearBirth',
    ],
    ['area and sequence', { area: true, sequence: true }, 'sameNameAndSequence'],
    ['the ID of a guardian', { guardian: true }, 'sameNameGuardianId'],
    ['the ID of a brother or sister', { sibling: true }, 'sameNameSiblingId'],
  ])('%s explains the row', (_, agreement, why) => {
    expect(of({ name: 'same', ...agreement })).toEqual([why, 'yes', true]);
  });

  it('with less, namesakes are looked at together', () => {
    for (const less of [{}, { area: true }, { sequence: true }, { birth: 'oneDigit' as const }])
      expect(of({ name: 'same', ...less })).toEqual(['sameName', 'namesake', false]);
    expect(of({ name: 'same', blank: 'entry' })).toEqual(['sameNameNoId', 'namesake', false]);
    expect(of({ name: 'same', blank: 'row' })).toEqual(['sameNameNoId', 'namesake', false]);
  });
});

describe.each(ALIKE)('under a name that is %s', (name) => {
  it.each<[string, Partial<Comparison>, unknown]>([
    ['an ID some slips away', { slips: 3 }, ['likeNameNearId', 'yes', false]],
    ['the birth date', { birth: 'same' }, ['likeNameAndBirth', 'yes', false]],
    ['month and day changed over', { birth: 'swapped' }, ['likeNameAndBirth', 'yes', false]],
    ['the ID of a guardian', { guardian: true }, ['likeNameGuardianId', 'yes', false]],
    ['the school, without any ID', { blank: 'entry', school: true }, ['likeNameInPlace', 'neighbour', false]],
    ['the area, without any ID', { blank: 'entry', place: 'in' }, ['likeNameInPlace', 'neighbour', false]],
    ['another area', { blank: 'entry', place: 'out' }, ['likeName', 'no', false]],
    ['the school, beside another ID', { school: true, place: 'in' }, ['likeName', 'no', false]],
    ['a digit of the birth date', { birth: 'oneDigit', area: true }, ['likeName', 'no', false]],
  ])('%s', (_, agreement, wanted) => {
    expect(of({ name, ...agreement })).toEqual(wanted);
  });
});

describe.each(NEAR)('under a name that is near: %s', (name) => {
  it.each<[string, Partial<Comparison>, unknown]>([
    ['an ID one slip away', { slips: 1 }, ['likeNameNearId', 'yes', false]],
    ['the beginning of the ID', { beginning: true }, ['likeNameNearId', 'yes', false]],
    ['the ID of a guardian', { guardian: true }, ['likeNameGuardianId', 'yes', false]],
    ['birth date and area', { birth: 'same', area: true }, ['likeNameAndBirth', 'ifNoOther', false]],
    ['the birth date alone', { birth: 'same' }, ['likeNameAndBirth', 'no', false]],
    ['an ID two slips away', { slips: 2 }, ['likeNameNearId', 'ifNoOther', false]],
    [
      'month and day changed over, area and sequence',
      { birth: 'swapped', area: true, sequence: true },
      ['likeNameNearId', 'ifNoOther', false],
    ],
    ['month and day changed over, and the area', { birth: 'swapped', area: true }, ['likeName', 'no', false]],
    ['area and sequence', { area: true, sequence: true }, ['likeName', 'no', false]],
    ['an ID three slips away', { slips: 3 }, ['likeNameNearId', 'no', false]],
    ['the school, without any ID', { blank: 'entry', school: true }, ['likeNameInPlace', 'neighbour', false]],
    ['the area, without any ID', { blank: 'entry', place: 'in' }, ['likeName', 'no', false]],
  ])('%s', (_, agreement, wanted) => {
    expect(of({ name, ...agreement })).toEqual(wanted);
  });
});

describe('under a name that cannot be read, or another', () => {
  it.each<[Comparison['name'], Partial<Comparison>, unknown]>([
    ['unknown', { slips: 2 }, ['nearId', 'yes', false]],
    ['unknown', { beginning: true }, ['nearId', 'yes', false]],
    ['unknown', { slips: 3 }, ['nearId', 'no', false]],
    ['unknown', { guardian: true }, ['guardianId', 'no', false]],
    ['unknown', {}, ['likeName', 'no', false]],
    ['none', { guardian: true }, ['guardianId', 'no', false]],
    ['none', { slips: 1 }, ['nearId', 'no', false]],
  ])('%s, %j', (name, agreement, wanted) => {
    expect(of({ name, ...agreement })).toEqual(wanted);
  });
});

describe('what kind of question a row in review is', () => {
  const candidate = (why: 'sameId' | 'nearId' | 'likeName', strong: boolean) =>
    ({ student: 'a', strong, why, score: 0, evidence: [] }) as const;

  it.each([
    ['nameDiffers', [candidate('sameId', true)], 'nameDiffers'],
    ['nameUnreadable', [candidate('sameId', true)], 'nameDiffers'],
    ['nameDiffers', [candidate('nearId', true)], 'near'],
    ['idMissing', [candidate('nearId', true)], 'near'],
    ['idMissing', [candidate('likeName', false)], 'noId'],
    ['idMissing', [], 'noId'],
    ['idUnreadable', [candidate('likeName', false)], 'weak'],
    ['idUnreadable', [], 'unreadable'],
    ['nameUnreadable', [], 'unreadable'],
    ['nameDiffers', [], 'notFound'],
    ['sharedId', [], 'idShared'],
    ['headNoStudent', [], 'headNoStudent'],
  ] as const)('%s', (reason, candidates, kind) => {
    expect(reviewKind(reason, candidates)).toBe(kind);
  });
});

it('a row that says one category of a list says nothing of the others', () => {
  const student = person('a', { id: CHILD });
  const status = (lists: readonly DepartmentList[], category: string): string =>
    statusOf(reconcile([student], lists, [], POLICY), 'a', category);
  const orphan = listsOf([entry({ id: CHILD, list: 'orphans', in: ['orphan'] })]);
  expect(['orphan', 'unsupported', 'dibao'].map((category) => status(orphan, category))).toEqual([
    'in',
    'out',
    'out',
  ]);
  const unclear = listsOf([entry({ id: CHILD, list: 'orphans', in: [], unknown: ['orphan'] })]);
  expect(['orphan', 'unsupported'].map((category) => status(unclear, category))).toEqual([
    'unknown rowUnclear',
    'out',
  ]);
});

it('to agree in one thing more never holds a category open less', () => {
  const rank = { no: 0, namesake: 1, neighbour: 1, ifNoOther: 2, yes: 3 } as const;
  const weaker: string[] = [];
  fc.assert(
    fc.property(comparisons, fc.constantFrom(...MORE), (one, more) => {
      const other = more(one);
      const [before, after] = [strengthOf(one), strengthOf(other)];
      if (rank[after.strong] < rank[before.strong]) weaker.push(JSON.stringify([one, other]));
      expect(weaker).toEqual([]);
    }),
    { numRuns: 4_000 },
  );
});
