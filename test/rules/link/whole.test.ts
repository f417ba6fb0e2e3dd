import { describe, expect, test } from 'vitest';
import { loadExpanded } from '../../../src/rules/index.js';
import { find, rulesOf, text } from './linking.js';

// Two whole schemes in small: one that ends in its outputs, by law with dates; one with points, papers and tiers.

const SCHOLARSHIP = `
effective: { from: 2020-09-01, until: 2026-08-31 }
dates: { month_end: last_day, leap_birthday: 02-28 }
choices: { level: { of: [t0bis, t1, t7], ordered: true } }
units: [km]
facts:
  income:       { type: number, unit: EUR/year, range: [0, 10_000_000], worse: lower }
  distance:     { type: number, unit: km, range: [0, 25_000], step: 0.1, worse: higher }
  dependants:   { type: people, size: [0, 20], worse: more, of: { in_higher_education: { type: flag, worse: if_true } } }
  birth:        { type: date }
  own_children: { type: number, unit: person, range: [0, 20] }
  disabled:     { type: flag, worse: if_true }
  nationality:  { type: code, worse: none }
  resident_eu:  { type: flag, worse: none }
tables:
  ceiling:
    unit: EUR/year
    keys: [level, { points: 0..2+ }]
    dated: { 2020-07-22: { t1: [22500, 25000, 27500], t7: [250, 500, 750] } }
    otherwise: 0
  monthly: { unit: EUR/month, keys: [{ number: -1..2+ }], dated: { 2020-07-22: [0, 103.2, 170.7, 257.1] } }
  number_of: { unit: "1", keys: [level], rows: { t0bis: 0, t1: 1, t7: 7 } }
  eea: { type: flag, keys: [{ country: code }], rows: { FR: true, DE: true }, otherwise: false }
parameters:
  age_limit:      { unit: year, dated: { 2003-01-01: 26, 2020-06-08: 28 } }
  student_points: { unit: point/person, dated: { 2003-01-01: 3, 2020-08-06: 4 } }
figures:
  distance_points: { unit: point, of: distance, dated: { 2003-01-01: { below: { 30: 0, 250: 1 }, otherwise: 2 }, 2023-03-31: { below: { 30: 0, 3_500: 2 }, otherwise: 4 } } }
  students:        count(dependants where in_higher_education)
  points:          { is: "distance_points + student_points * max(0, students - 1)", range: [0, 200] }
  age_ok:          "disabled or age(birth, as_of) - own_children * 1[year/person] <= age_limit"
  eligible:        "age_ok and (eea[nationality] or resident_eu)"
  best:            "last(t in level where income <= ceiling[t, points])"
  tier_number:     { range: [-1, 8], is: "if eligible then number_of[best] if_none -1 else -1" }
  amount:          monthly[tier_number]
outputs: [points, eligible, best, tier_number, amount]`;

describe('a scheme that ends in its outputs', () => {
  const rules = () => rulesOf(SCHOLARSHIP);
  const figure = (id: string) => find(rules().figures, id);
  const range = (id: string) => [text(figure(id).range?.low), text(figure(id).range?.high)];

  test('decides by outputs, in the order of the file', () => {
    expect([rules().endsInOutputs, rules().score, rules().tierOf]).toEqual([true, null, null]);
    expect(rules().outputs).toEqual(['points', 'eligible', 'best', 'tier_number', 'amount']);
    expect([...rules().outcomeReads].filter((name) => !name.startsWith('figure ')).sort()).toEqual([
      'as_of',
      'birth',
      'dependants',
      'disabled',
      'distance',
      'income',
      'nationality',
      'own_children',
      'resident_eu',
    ]);
  });

  test('ranges follow from facts, tables, parameters and what may be given', () => {
    expect(range('distance_points')).toEqual(['0', '4']);
    // Parameters by date: any of their values; so 4 + 4 x 19 at most, and given ones up to 200.
    expect(range('points')).toEqual(['0', '200']);
    expect(range('tier_number')).toEqual(['-1', '8']);
    expect(range('amount')).toEqual(['0', '257.1']);
    expect(figure('amount').type).toEqual({ kind: 'number', unit: 'EUR/month' });
  });

  test('of nobody the last option is none, and an output may be', () => {
    expect([figure('best').type, figure('best').mayBeNone]).toEqual([
      { kind: 'choice', choice: 'level' },
      true,
    ]);
    expect([figure('tier_number').mayBeNone, figure('amount').mayBeNone]).toEqual([false, false]);
  });

  test('its canonical form links to the same', () => {
    const again = loadExpanded(
      JSON.parse(JSON.stringify(rules().document)) as ReturnType<typeof rules>['document'],
    );
    expect(again.ok && again.value.digests).toEqual(rules().digests);
    expect(again.ok && again.value.tables).toEqual(rules().tables);
    expect(again.ok && again.value.figures).toEqual(rules().figures);
  });
});

const RECOGNITION = `
dates: { month_end: last_day }
sources: { notice: { title: 通知 } }
evidence: { jobless_proof: { title: 失业证明, valid: 6 months } }
facts:
  raised_by:       { type: choice, of: [both_parents, one_parent], worse: listed }
  disaster_on:     { type: date, none: allowed, worse: later }
  minority:        { type: flag, worse: if_true, protected: notice }
  parents_jobless: { type: several, of: [both, one], worse: more }
  income:          { type: number, unit: CNY/year, range: [0, 10_000_000], worse: lower }
  members:         { type: number, unit: person, range: [1, 30], worse: higher }
  county:          { type: code, worse: none }
  fees:            { type: number, unit: CNY/year, range: [0, 200_000], worse: higher }
  false_proof:     { type: flag, by: [teacher], worse: none, unknown: { assume: false, because: 未经查实不得认定虚假 } }
tables:
  disposable_income: { unit: CNY/year/person, keys: [{ county: code }], match: prefix, dated: { 2023-01-01: { "44": 47_065, "4401": 80_501 } }, otherwise: unknown, range: [0, 200_000] }
figures:
  income_per_head: round(income / members, 0.01, half_up)
lists:
  civil: { attributes: { kind: { type: choice, of: [dibao, destitute] } } }
categories:
  dibao:     { list: civil, row: kind = dibao, points: 90 }
  destitute: { list: civil, row: kind = destitute, bypass: special }
score:
  parts:
    direct:
      take: best
      parts:
        listed:     { categories: best }
        disaster:   { recent: disaster_on, up_to: { 1 year: 90, 2 years: 40 }, otherwise: 0 }
        one_parent: { when: raised_by = one_parent, points: 35 }
    family:
      parts:
        minority:   { when: minority, points: 1 }
        jobs:       { several: parents_jobless, options: { both: 13, one: 3 }, take: best, evidence: { any_of: [jobless_proof], missing: note } }
        low_income: { when: "income_per_head < disposable_income[county]", points: 3 }
        fees:       { of: fees, up_to: { 9_500: 0, 20_000: 1 }, otherwise: 2 }
    teacher: { discretion: [0, 100], by: [teacher], needs: [reason, evidence], undecided: 0 }
tiers:
  - { id: special, from: 90 }
  - { id: hard,    from: 40 }
vetoes: { false_proof_shown: { when: false_proof, effect: zero_score, against_floor: review } }`;

describe('a scheme of points', () => {
  const rules = () => rulesOf(RECOGNITION);

  test('an unknown cell is bounded, and its look-up has a name', () => {
    const column = find(rules().tables, 'disposable_income').columns[0];
    expect(column?.layers[0]?.is.map(text)).toEqual(['47065', '80501', 'unknown']);
    const whole = rules().score?.value;
    const family = whole?.kind === 'section' ? whole.parts[1] : undefined;
    const low = family?.value.kind === 'section' ? family.value.parts[2] : undefined;
    expect(low?.when).toMatchObject({ right: { kind: 'lookup', site: 'disposable_income[county]' } });
  });

  test('the score is the sum of its sections, and 0 by the veto', () => {
    const { range } = rules().score?.extent ?? {};
    // 90 of the best, 1 + 13 + 3 + 2, and 100 of the teacher.
    expect([text(range?.low), text(range?.high)]).toEqual(['0', '209']);
  });

  test('facts, categories and vetoes', () => {
    expect(find(rules().facts, 'disaster_on').event).toBe(true);
    expect(find(rules().facts, 'false_proof')).toMatchObject({ assumed: false, by: ['teacher'] });
    expect(find(rules().categories, 'destitute')).toMatchObject({ bypass: 2 });
    expect(find(rules().vetoes, 'false_proof_shown')).toMatchObject({ zeroScore: true, cap: 0 });
    expect(
      rules()
        .reads([{ kind: 'tier' }])
        .has('category destitute'),
    ).toBe(true);
  });
});
