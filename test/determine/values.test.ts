import { describe, expect, test } from 'vitest';
import type { FactInput, Student } from '../../src/roster/index.js';
import { bothWays, PLAIN, RICH_TEXT, withSome } from './rich.js';
import { CONTEXT, rulesOf } from './sample.js';

const used = (student: Student, fact: string) =>
  bothWays(student).facts.find((one) => one.fact === fact)?.value;
const issuesOf = (student: Student): readonly string[] =>
  bothWays(student).issues.map(({ code, place }) => `${code} ${place?.path ?? ''}`);
const points = (student: Student): Record<string, string> =>
  Object.fromEntries(bothWays(student).trace.map((one) => [one.part, one.points]));
const asked = (student: Student): readonly string[] =>
  (bothWays(student).open?.questions ?? []).map((one) => one.id);

describe('a fact of several options', () => {
  test('said as a list is known as a whole', () => {
    const student = withSome({ marks: ['debt', 'ill', 'debt'] });
    expect(used(student, 'marks')).toEqual({ in: ['ill', 'debt'] });
    expect(points(student).marks).toBe('25');
  });

  test('said as far as it is known leaves the other options open, each by name', () => {
    const student = withSome({ marks: { in: ['ill'], out: ['debt'] } });
    expect(used(student, 'marks')).toEqual({ in: ['ill'], out: ['debt'] });
    expect(points(student).marks).toBeUndefined();
    expect(asked(student)).toEqual(['marks.jobless']);
  });

  test('not said at all asks for each option', () => {
    expect([...asked(withSome({ marks: undefined }))].sort()).toEqual([
      'marks.debt',
      'marks.ill',
      'marks.jobless',
    ]);
  });

  test('with an option that there is not: nothing counts as out unsaid', () => {
    const student = withSome({ marks: ['ill', 'dept'] });
    expect(issuesOf(student)).toEqual(['fact.option facts.marks']);
    expect(used(student, 'marks')).toEqual({ in: ['ill'], out: [] });
  });

  test('with an option both in and out leaves it open, and names it', () => {
    const student = withSome({ marks: { in: ['ill', 'debt'], out: ['debt', 'jobless'] } });
    expect(issuesOf(student)).toEqual(['fact.conflict facts.marks']);
    expect(used(student, 'marks')).toEqual({ in: ['ill'], out: ['jobless'] });
  });

  test.each<[string, unknown]>([
    ['a text', 'ill'],
    ['true', true],
    ['neither in nor out', {}],
    ['in as a text', { in: 'ill' }],
  ])('as %s is named and not known', (_, marks) => {
    const student = withSome({ marks: marks as FactInput });
    expect(issuesOf(student)).toEqual(['fact.type facts.marks']);
    expect(used(student, 'marks')).toBeUndefined();
  });
});

describe('a date', () => {
  test.each([
    ['2025-10-01', '30'],
    ['2024-10-01', '30'],
    ['2024-09-30', '0'],
    ['none', '0'],
  ])('%s gives %s', (lost_on, expected) => {
    expect(points(withSome({ lost_on })).lost).toBe(expected);
    expect(used(withSome({ lost_on }), 'lost_on')).toBe(lost_on);
  });

  test.each<[string, unknown, string]>([
    ['after the day asked for', '2025-10-02', 'fact.afterAsOf'],
    ['before its range', '2014-12-31', 'fact.date'],
    ['after its range', '2031-01-01', 'fact.date'],
    ['that the calendar has not', '2025-02-29', 'fact.date'],
    ['in another form', '2025/02/01', 'fact.date'],
    ['as a number', 20250201, 'fact.type'],
  ])('%s is named and not known', (_, lost_on, code) => {
    const student = withSome({ lost_on: lost_on as FactInput });
    expect(issuesOf(student)).toEqual([`${code} facts.lost_on`]);
    expect(asked(student)).toEqual(['lost_on']);
  });

  test('outside its range is told with the range', () => {
    const [issue] = bothWays(withSome({ lost_on: '1999-01-01' })).issues;
    expect(issue?.values).toEqual({ fact: 'lost_on', low: '2015-01-01', high: '2030-12-31' });
  });
});

describe('a code', () => {
  test('is compared as the text it is', () => {
    expect(points(withSome({ county: '371501', income: 2_500 })).poor).toBe('10');
    expect(points(withSome({ county: '371500', income: 2_500 })).poor).toBe('0');
    expect(points(withSome({ county: '0371501', income: 2_500 })).poor).toBe('0');
  });

  test.each<[string, unknown]>([
    ['a number', 371_500],
    ['empty', ''],
    ['with a blank at its end', '371500 '],
    ['with a line end', '3715\n00'],
    ['none, which it may not be', 'none'],
  ])('%s is named and not known', (_, county) => {
    expect(issuesOf(withSome({ county: county as FactInput, income: 2_500 }))).toEqual([
      'fact.type facts.county',
    ]);
  });
});

describe('people', () => {
  const family = (list: readonly Record<string, FactInput>[], complete = true): Student =>
    withSome({ family: { complete, list } as FactInput });

  test('are counted by what is known of each', () => {
    const two = family([
      { relation: 'sibling', in_school: true, pay: 'none' },
      { relation: 'parent', in_school: true, pay: 5 },
    ]);
    expect(points(two).pupils).toBe('10');
    expect(bothWays(two).figures).toContainEqual({ figure: 'money', value: '5005' });
    expect(used(two, 'family')).toEqual({
      complete: true,
      list: [
        { relation: 'sibling', in_school: true, pay: 'none' },
        { relation: 'parent', in_school: true, pay: '5' },
      ],
    });
  });

  test('an attribute that is not known is asked for by person', () => {
    const list = [{ in_school: true, pay: 0 }, { pay: 0 }];
    const open = withSome({ family: { complete: true, list }, marks: ['jobless', 'debt'] });
    expect(asked(open)).toEqual(['family.2.in_school']);
    expect(used(open, 'family')).toEqual({
      complete: true,
      list: [{ in_school: true, pay: '0' }, { pay: '0' }],
    });
  });

  test('a list that is not complete may have more, up to the most there can be', () => {
    const open = bothWays(
      withSome({
        family: { complete: false, list: [{ in_school: true, pay: 0 }] },
        marks: ['jobless', 'debt'],
      }),
    );
    expect(open.outcome).toBe('undetermined');
    expect(open.open?.tiers).toEqual(['low', 'not_recognised']);
    expect(open.open?.questions.map((one) => one.id)).toContain('family.2.in_school');
    expect(open.facts.find((one) => one.fact === 'family')?.value).toMatchObject({ complete: false });
  });

  test('an attribute that cannot be used is named with its person, and the rest is used', () => {
    const list = [
      { relation: 'parent', in_school: true, pay: 9_001 },
      { relation: 'aunt', shoes: 2, in_school: true },
    ];
    const odd = withSome({ family: { complete: true, list }, marks: ['jobless', 'debt'] });
    expect(issuesOf(odd)).toEqual([
      'fact.outOfRange facts.family.1.pay',
      'fact.unknown facts.family.2.shoes',
      'fact.option facts.family.2.relation',
    ]);
    // Two pupils, whatever else they are: 30 points.
    expect(bothWays(odd).recommended?.tier).toBe('low');
  });

  test('an entry that cannot be read is a person of whom nothing is known', () => {
    const odd = withSome({ family: { complete: true, list: [null, { in_school: true }] } as never });
    expect(bothWays(odd).issues).toMatchObject([
      { code: 'fact.people', values: { what: 'member' }, place: { path: 'facts.family.1' } },
    ]);
    expect(used(odd, 'family')).toEqual({ complete: true, list: [{}, { in_school: true }] });
  });

  test.each<[string, unknown, string]>([
    ['no list', [], 'shape'],
    ['nobody says whether it is complete', { list: [] }, 'shape'],
    ['none', 'none', 'shape'],
    ['more than there can be', { complete: false, list: [{}, {}, {}, {}] }, 'tooMany'],
  ])('%s is named, and nobody is known', (_, value, what) => {
    const student = withSome({ family: value as FactInput });
    expect(bothWays(student).issues).toMatchObject([{ code: 'fact.people', values: { what, most: 3 } }]);
    expect(used(student, 'family')).toBeUndefined();
  });

  test('a complete list of fewer than there must be is named', () => {
    const rules = rulesOf(RICH_TEXT.replace('size: [0, 3]', 'size: [1, 3]'));
    expect(bothWays(PLAIN, rules).issues).toMatchObject([
      { code: 'fact.people', values: { what: 'tooFew', least: 1, most: 3 } },
    ]);
  });

  test('in any order give the same tier, points and figures', () => {
    const list = [{ in_school: true, pay: 1 }, { in_school: false, pay: 'none' }, { relation: 'parent' }];
    const [one, other] = [list, [...list].reverse()].map((order) => bothWays(family(order)));
    expect(other?.trace).toEqual(one?.trace);
    expect(other?.figures).toEqual(one?.figures);
    expect(other?.open?.tiers).toEqual(one?.open?.tiers);
  });
});

describe('a fact that does not exist', () => {
  test('counts as what the rule file says for none', () => {
    expect(bothWays(PLAIN).figures).toContainEqual({ figure: 'money', value: '5000' });
    expect(bothWays(PLAIN).facts.map((one) => one.fact)).not.toContain('spouse');
  });

  test('of which a value is given nevertheless: named, with the condition, and not used', () => {
    const { issues, figures, facts } = bothWays(withSome({ spouse: 3_000 }));
    expect(issues).toMatchObject([
      {
        code: 'fact.notApplicable',
        values: { fact: 'spouse', condition: 'married' },
        place: { path: 'facts.spouse' },
      },
    ]);
    expect(figures).toContainEqual({ figure: 'money', value: '5000' });
    expect(facts.map((one) => one.fact)).not.toContain('spouse');
  });

  test('said to be none is no contradiction', () => {
    expect(issuesOf(withSome({ spouse: 'none' }))).toEqual([]);
    expect(used(withSome({ spouse: 'none' }), 'spouse')).toBe('none');
  });

  test('and is assumed where nobody says it: that is no contradiction either', () => {
    const rules = rulesOf(
      RICH_TEXT.replace(
        'only_if: married,',
        'only_if: married, unknown: { assume: 500, because: 未经查实 },',
      ),
    );
    const { issues, facts } = bothWays(PLAIN, rules);
    expect([issues, facts.map((one) => one.fact)]).toEqual([[], expect.not.arrayContaining(['spouse'])]);
    const there = bothWays(withSome({ married: true }), rules).facts;
    expect(there).toContainEqual({ fact: 'spouse', value: '500', origin: 'assumed' });
  });

  test('is not asked while its condition is open, unless it matters', () => {
    const open = withSome({ married: undefined, spouse: 3_000 });
    expect(issuesOf(open)).toEqual([]);
    expect(bothWays(open).figures.map((one) => one.figure)).not.toContain('money');
  });

  test('does not hold up anybody, though it must be given where it exists', () => {
    const rules = rulesOf(RICH_TEXT.replace('only_if: married,', 'only_if: married, unknown: block,'));
    expect(bothWays(PLAIN, rules).outcome).toBe('determined');
    const { outcome, open } = bothWays(withSome({ married: true }), rules);
    expect({ outcome, ids: open?.questions.map((one) => one.id) }).toEqual({
      outcome: 'undetermined',
      ids: ['spouse'],
    });
  });
});

test('the first day of the period is known where the context says it', () => {
  const text = RICH_TEXT.replace('since:  { is: lost_on }', 'since: period_start');
  const context = { ...CONTEXT, periodStart: '2025-09-01' };
  expect(bothWays(PLAIN, rulesOf(text), context).figures).toContainEqual({
    figure: 'since',
    value: '2025-09-01',
  });
});
