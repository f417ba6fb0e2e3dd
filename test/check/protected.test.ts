import { describe, expect, test } from 'vitest';
import { type CheckedProperty, type CheckReport, check, errorsIn } from '../../src/check/index.js';
import { groundOfFact, kindOf } from '../../src/check/properties/protected.js';
import { type LinkedFact, readRules } from '../../src/rules/index.js';

// Attributes that law protects are known by their name or title, whatever the file calls them; names of areas are none.

const kind = (id: string, title?: unknown) =>
  kindOf({ id, document: { ...(title === undefined ? {} : { title }) } } as unknown as LinkedFact);

describe('a fact is protected', () => {
  test.each(['民族', '族别', '性别', '宗教信仰', '宗教', '信仰', '国籍', '出生地', '籍贯'])(
    'by the title %s',
    (zh) => {
      expect(kind('f1', { zh: `学生${zh}`, en: 'x' })).toBe('protected');
    },
  );

  test.each([
    'Ethnic group',
    'National minority',
    'A minority',
    'Race',
    'Sex',
    'Gender of the student',
    'Religion',
    'Religious community',
    'Belief',
    'Nationality',
    'National_origin',
    'Citizenship',
    'Birthplace',
    'Birth_place',
    'Native_place',
    'Nativeplace',
  ])('by the title %s', (en) => {
    expect(kind('f1', { zh: '甲', en })).toBe('protected');
    expect(kind('f1', { zh: '甲', en: en.toUpperCase() })).toBe('protected');
  });

  test.each([
    'race',
    'sex',
    'gender',
    'ethnic_group',
    'of_minority',
    'religion',
    'birth_place',
    'native_place',
    'national_origin',
  ])('by its name %s, without a title', (id) => expect(kind(id)).toBe('protected'));
});

test.each([
  '户籍',
  '户口',
  'Hukou of the family',
  'Registered in a town',
  'Registered residence',
  'Household registration',
])('where somebody is registered is known: %s', (title) => {
  expect(kind('f1', { zh: title, en: title })).toBe('registered');
  expect(kind('f1', { zh: title, en: title.toUpperCase() })).toBe('registered');
});

test.each([
  'Essex',
  'Grace period',
  'Sexton',
  'Disbelief',
  'Minorityless',
  'National park',
  'Birth order',
  'Native speaker',
  'Unregistered',
  'Household size',
])('other words say nothing: %s', (en) => expect(kind('f1', { zh: '甲', en })).toBe(null));

test('areas are no people, wherever they stand', () => {
  expect(kind('area', { zh: '民族自治地方', en: 'Ethnic autonomous area' })).toBe(null);
  expect(
    kind('area', {
      zh: '民族自治县、民族自治州',
      en: 'Ethnic autonomous county, ethnic autonomous prefecture',
    }),
  ).toBe(null);
  expect(kind('area', { zh: '民族自治地方的民族', en: 'x' })).toBe('protected');
});

test('the ground of a fact is the source that it names', () => {
  const ground = (note: unknown) =>
    groundOfFact({ ...(note === undefined ? {} : { protected: note }) } as never);
  expect([ground(undefined), ground('law'), ground({ in: 'law', at: '3' }), ground({})]).toEqual([
    null,
    'law',
    'law',
    '',
  ]);
});

describe('in a rule file', () => {
  const found = (facts: string, when: string): readonly CheckedProperty[] => {
    const read = readRules(`format: 1
scheme: xx-protected
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
sources: { law: { title: 条例 } }
facts:
${facts}score: { parts: { p: { when: ${when}, points: 5 } } }
tiers: [{ id: general, from: 5 }]
`);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return check(read.value).properties.filter(({ property }) => property === 'protected');
  };
  const FACTS =
    '  sex: { type: flag, worse: none }\n  hukou: { type: flag, worse: none }\n  ill: { type: flag, worse: if_true }\n  faith: { type: flag, worse: none, protected: law }\n';

  test('one that reaches the outcome needs a ground', () =>
    expect(
      found(FACTS, 'sex and hukou and ill and faith').map(({ id, status, severity, because }) => [
        id,
        status,
        severity,
        because?.code,
      ]),
    ).toEqual([
      ['protected faith', 'proved', 'error', 'check.groundStated'],
      ['protected hukou', 'refuted', 'warning', 'check.noGround'],
      ['protected sex', 'refuted', 'error', 'check.noGround'],
    ]));

  test('one that reaches nothing does not', () => expect(found(FACTS, 'ill')).toEqual([]));
});

test('what stops a run is what is refuted as an error', () => {
  const one = (
    id: string,
    status: CheckedProperty['status'],
    severity: 'error' | 'warning',
  ): CheckedProperty => ({
    id,
    property: 'monotone',
    status,
    severity,
    path: [],
    place: {},
  });
  const properties = [
    one('a', 'refuted', 'error'),
    one('b', 'refuted', 'warning'),
    one('c', 'notProved', 'error'),
    one('d', 'proved', 'error'),
    one('e', 'byConstruction', 'error'),
  ];
  expect(errorsIn({ properties } as unknown as CheckReport).map(({ id }) => id)).toEqual(['a']);
});
