import { describe, expect, test } from 'vitest';
import {
  type Assignment,
  type KnownPeople,
  type KnownScalar,
  meaningOfCase,
} from '../../src/reference/index.js';
import { type RuleSet, readRules } from '../../src/rules/index.js';
import { written } from '../../src/value/index.js';
import { day, exactly, knowing } from './hand.js';

/** Small rule files in the words of the language: what they come to, case by case. */

function rulesOf(body: string): RuleSet {
  const read = readRules(`format: 1
scheme: xx-small
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2000-01-01 }
published: 2000-01-01
dates: { month_end: last_day, leap_birthday: 03-01 }
${body}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const on = (asOf: string) => ({ asOf: day(asOf), periodStart: null });
const figures = (rules: RuleSet, known: Assignment, asOf = '2025-10-01'): Readonly<Record<string, unknown>> =>
  Object.fromEntries(meaningOfCase(rules, known, on(asOf)).figures);
const points = (rules: RuleSet, known: Assignment, asOf = '2025-10-01'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...meaningOfCase(rules, known, on(asOf)).points].map(([path, is]) => [path, written(is)]),
  );

/** The French scholarship on social criteria, four of its eight tiers; ceilings and cases as they are published. */
describe('a scholarship by income and points', () => {
  const RULES = rulesOf(`
choices: { level: [t2, t3, t6, t7] }
units: [km]
facts:
  income:       { type: number, unit: EUR/year, range: [0, 10_000_000], step: 1, worse: lower }
  distance:     { type: number, unit: km, range: [0, 25_000], step: 0.1, worse: higher }
  dependants:   { type: people, size: [0, 20], worse: more, of: { in_higher_education: { type: flag, worse: if_true } } }
  birth:        { type: date, worse: none }
  own_children: { type: number, unit: person, range: [0, 20], worse: higher }
  disabled:     { type: flag, worse: if_true }
  nationality:  { type: code, worse: none }
  resident_eu:  { type: flag, worse: none }
tables:
  ceiling:
    unit: EUR/year
    keys: [level, { points: 0..17+ }]
    dated:
      2020-07-22:
        t2: [18190, 20210, 22230, 24250, 26270, 28300, 30320, 32340, 34360, 36380, 38400, 40410, 42430, 44450, 46480, 48500, 50520, 52540]
        t3: [16070, 17850, 19640, 21430, 23210, 25000, 26770, 28560, 30350, 32130, 33920, 35710, 37490, 39280, 41050, 42840, 44630, 46410]
        t6: [7540, 8370, 9220, 10050, 10880, 11730, 12570, 13410, 14240, 15080, 15910, 16750, 17590, 18420, 19270, 20110, 20940, 21780]
        t7: [250, 500, 750, 1000, 1250, 1500, 1750, 2000, 2250, 2500, 2750, 3000, 3250, 3500, 3750, 4000, 4250, 4500]
    before: 0
  number_of: { unit: 1, keys: [level], rows: { t2: 2, t3: 3, t6: 6, t7: 7 } }
  eea:   { type: flag, keys: [{ country: code }], rows: { FR: true, DE: true, LI: true }, otherwise: false }
  extra: { type: flag, keys: [{ country: code }], dated: { 2007-03-20: { CH: true }, 2020-06-08: { CH: true, UK: true }, 2021-06-23: { CH: true } }, before: false, otherwise: false }
parameters:
  age_limit:      { unit: year, dated: { 2000-01-01: 26, 2020-06-08: 28 } }
  child_points:   { unit: point/person, dated: { 2000-01-01: 1, 2020-08-06: 2 } }
  student_points: { unit: point/person, dated: { 2000-01-01: 3, 2020-08-06: 4 } }
figures:
  distance_points: { unit: point, of: distance, dated: { 2000-01-01: { below: { 30: 0, 250: 1 }, otherwise: 2 }, 2023-03-31: { below: { 30: 0, 250: 1, 3_500: 2, 13_000: 3 }, otherwise: 4 } } }
  students:       count(dependants where in_higher_education)
  family_points:  child_points * count(dependants where not in_higher_education) + student_points * max(0, students - 1)
  points:         { is: distance_points + family_points, range: [0, 200] }
  nationality_ok: { dated: { 2000-01-01: resident_eu, 2004-07-21: "eea[nationality] or extra[nationality]" } }
  age_ok:         disabled or age(birth, as_of) - own_children * 1[year/person] <= age_limit
  best:           last(t in level where income <= ceiling[t, points])
  tier_number:    "if age_ok and nationality_ok then number_of[best] if_none -1 else -1"
outputs: [points, tier_number]
`);

  const dependants = (studying: number, others: number): KnownPeople => ({
    complete: true,
    list: [
      ...Array.from({ length: studying }, () => true),
      ...Array.from({ length: others }, () => false),
    ].map((studies) => new Map<string, KnownScalar>([['in_higher_education', studies]])),
  });
  const student = (
    facts: Parameters<typeof knowing>[0],
    given: Readonly<Record<string, string>> = {},
  ): Assignment =>
    knowing(
      {
        income: exactly('0'),
        distance: exactly('0'),
        dependants: dependants(0, 0),
        birth: day('2000-01-01'),
        own_children: exactly('0'),
        disabled: false,
        nationality: { code: 'FR' },
        resident_eu: true,
        ...facts,
      },
      { given: new Map(Object.entries(given).map(([id, value]) => [id, exactly(value)])) },
    );

  test.each([
    ['0', '0', '7'],
    ['1000', '0', '6'],
    ['1000', '17', '7'],
    ['1000', '18', '7'],
    ['30350', '8', '3'],
    ['30351', '8', '2'],
    ['53000', '0', '-1'],
  ])('an income of %s with %s points: tier %s', (income, given, tier) => {
    const known = student({ income: exactly(income) }, { points: given });
    expect(figures(RULES, known, '2021-03-01').tier_number).toBe(tier);
  });

  test('nobody who is not eligible has one', () => {
    const known = student({ income: exactly('30351'), nationality: { code: 'NZ' } }, { points: '8' });
    expect(figures(RULES, known, '2021-03-01').tier_number).toBe('-1');
  });

  test('points by distance and family', () => {
    const at = (km: string, asOf = '2021-03-01'): unknown =>
      figures(RULES, student({ distance: exactly(km) }), asOf).distance_points;
    expect(['0', '29.9', '30', '249.9', '250', '1000', '20000'].map((km) => at(km))).toEqual([
      '0',
      '0',
      '1',
      '1',
      '2',
      '2',
      '2',
    ]);
    expect([at('3499.9', '2023-03-31'), at('3500', '2023-03-31'), at('13000', '2023-03-31')]).toEqual([
      '2',
      '3',
      '4',
    ]);
    expect(at('13000', '2023-03-30')).toBe('2');
    const family = (asOf: string): unknown =>
      figures(RULES, student({ dependants: dependants(3, 1) }), asOf).points;
    expect([family('2021-03-01'), family('2020-08-05')]).toEqual(['10', '7']);
  });

  test('the age limit, own children and disability', () => {
    const ok = (age: number, more = {}, asOf = '2021-03-01'): unknown =>
      figures(RULES, student({ birth: day(`${2021 - age}-03-01`), ...more }), asOf).age_ok;
    expect([ok(23), ok(28), ok(29)]).toEqual([true, true, false]);
    expect([ok(30, { disabled: true }), ok(30, { own_children: exactly('5') })]).toEqual([true, true]);
    expect([ok(28, {}, '2020-06-07'), ok(28, {}, '2020-06-08')]).toEqual([false, true]);
  });

  test('nationality, by the list in force', () => {
    const of = (asOf: string): readonly unknown[] =>
      ['FR', 'DE', 'UK', 'CH', 'LI', 'NZ'].map(
        (code) =>
          figures(
            RULES,
            student({ nationality: { code }, resident_eu: ['FR', 'DE', 'UK'].includes(code) }),
            asOf,
          ).nationality_ok,
      );
    expect(of('2021-03-01')).toEqual([true, true, true, true, true, false]);
    expect(of('2003-05-01')).toEqual([true, true, true, false, false, false]);
    expect(of('2021-06-23')).toEqual([true, true, false, true, true, false]);
  });
});

describe('points of every kind of part', () => {
  const RULES = rulesOf(`
facts:
  health:      { type: choice, of: [good, ill, disabled], worse: listed }
  jobless:     { type: several, of: [father, mother, farmer], worse: more }
  cost:        { type: number, unit: CNY, range: [0, 100_000], worse: higher }
  disaster_on: { type: date, none: allowed, worse: later }
  pupils:      { type: number, unit: person, range: [0, 9], worse: higher }
lists: { civil: { title: 民政 } }
categories:
  dibao:  { list: civil, points: 90 }
  orphan: { list: civil, points: 95 }
score:
  parts:
    listed:  { categories: best }
    both:    { categories: sum }
    health:  { of: health, options: { good: 0, ill: 30 }, otherwise: 50 }
    best:    { several: jobless, options: { father: 13, mother: 3 }, otherwise: 1, take: best }
    all:     { several: jobless, options: { father: 13, mother: 3 }, otherwise: 1, take: sum, at_most: 15 }
    hits:    { best_of: [{ when: "has_all(jobless, [father, mother])", points: 13 }, { when: "has_any(jobless, [farmer])", points: -1 }] }
    medical: { of: cost, up_to: { 2_000: 0, 10_000: 2 }, otherwise: 10 }
    event:   { recent: disaster_on, up_to: { 1 year: 90, 2 years: 40 }, otherwise: 0 }
    each:    { each: 8, of: pupils, at_most: 18 }
    visit:   { discretion: [0, 15], by: [reviewer], needs: [reason], undecided: 0 }
    share:   { points: "pupils * 1[point/person]", weight: 2/3, round: { step: 0.1, mode: half_up } }
tiers: [{ id: hard, title: 困难, from: 40 }]
`);
  const jobless = (...held: readonly number[]) => ({
    in: new Set(held),
    out: new Set([0, 1, 2].filter((one) => !held.includes(one))),
  });
  const PLAIN = {
    health: 0,
    jobless: jobless(),
    cost: exactly('0'),
    disaster_on: 'none',
    pupils: exactly('0'),
  } as const;
  const of = (facts: Parameters<typeof knowing>[0], more: Partial<Assignment> = {}, asOf?: string) =>
    points(RULES, knowing({ ...PLAIN, ...facts }, more), asOf);

  test('of nothing', () => {
    expect(new Set(Object.values(of({})))).toEqual(new Set(['0']));
  });

  test('categories, options, bands', () => {
    const both = {
      categories: new Map([
        ['dibao', true],
        ['orphan', true],
      ]),
    } as const;
    expect(of({}, both)).toMatchObject({ listed: '95', both: '185' });
    expect([0, 1, 2].map((health) => of({ health }).health)).toEqual(['0', '30', '50']);
    expect(['2000', '2001', '10000', '10001'].map((cost) => of({ cost: exactly(cost) }).medical)).toEqual([
      '0',
      '2',
      '2',
      '10',
    ]);
  });

  test('several that hold', () => {
    expect(of({ jobless: jobless(0, 1) })).toMatchObject({ best: '13', all: '15', hits: '13' });
    expect(of({ jobless: jobless(1, 2) })).toMatchObject({ best: '3', all: '4', hits: '-1' });
  });

  test.each([
    ['2025-10-01', '90'],
    ['2024-10-01', '90'],
    ['2024-09-30', '40'],
    ['2023-10-01', '40'],
    ['2023-09-30', '0'],
  ])('an event of %s: %s', (disaster, expected) => {
    expect(of({ disaster_on: day(disaster) }).event).toBe(expected);
  });

  test('so much for each, points of a person, a weight that is rounded', () => {
    expect(['1', '2', '3'].map((pupils) => of({ pupils: exactly(pupils) }).each)).toEqual(['8', '16', '18']);
    expect(of({}, { points: new Map([['visit', exactly('7')]]) }).visit).toBe('7');
    expect(['1', '2', '3'].map((pupils) => of({ pupils: exactly(pupils) }).share)).toEqual([
      '0.7',
      '1.3',
      '2',
    ]);
  });
});
