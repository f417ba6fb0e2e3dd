import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSpans, lengthOf } from '../../../src/rules/constructs/recent/length.js';
import { parseSpan, type Span } from '../../../src/rules/span.js';
import { anyCase, PLAIN, withFacts } from './cases.js';
import {
  type CivilDate,
  compareDates,
  fromDay,
  parseCivilDate,
  shiftDate,
  toDay,
  type ValueDocument,
  valueReadings,
} from './rooms.js';
import { findings, right } from './sample-file.js';
import { both, byMeaning, type Case, foreseen, whole } from './two-meanings.js';

type Band = readonly [edge: 'up_to' | 'below', span: string, is: string];
const recent = (of: string, otherwise: string, ...bands: readonly Band[]): ValueDocument => ({
  kind: 'recent',
  of,
  bands: bands.map(([edge, span, is]) => ({ edge, span, is })),
  otherwise,
});
const date = (text: string): CivilDate => {
  const found = parseCivilDate(text);
  if (found === null) throw new Error(text);
  return found;
};
const event = (on: string, asOf: string): Case => ({
  ...withFacts({ flood: whole(toDay(date(on))) }),
  asOf: date(asOf),
});

describe('the end of a span is in with `up_to` and out with `below`', () => {
  const inside = right(recent('flood', '0', ['up_to', '1 year', '90'], ['up_to', '2 years', '40']));
  const outside = right(recent('flood', '0', ['below', '1 year', '90'], ['below', '2 years', '40']));
  test.each([
    ['2024-10-01', '2025-09-30', '90', '90'],
    ['2024-10-01', '2025-10-01', '90', '40'],
    ['2024-10-01', '2025-10-02', '40', '40'],
    ['2023-10-01', '2025-10-01', '40', '0'],
    ['2023-09-30', '2025-10-01', '0', '0'],
    ['2025-10-01', '2025-10-01', '90', '90'],
    ['2025-11-01', '2025-10-01', '90', '90'],
  ])('of %s, on %s', (on, asOf, upTo, below) => {
    expect(both(inside, event(on, asOf))).toBe(upTo);
    expect(both(outside, event(on, asOf))).toBe(below);
  });
});

describe('a month that has no such day', () => {
  const value = right(recent('flood', '0', ['up_to', '1 month', '1']));
  test.each([
    ['2025-01-31', '2025-02-28', '1', '1'],
    ['2025-01-31', '2025-03-01', '0', '1'],
    ['2025-01-31', '2025-03-02', '0', '0'],
    ['2025-01-28', '2025-03-01', '0', '0'],
    ['2024-01-31', '2024-02-29', '1', '1'],
  ])('%s to %s', (on, asOf, lastDay, nextFirst) => {
    expect(both(value, event(on, asOf))).toBe(lastDay);
    expect(both(value, { ...event(on, asOf), dates: { month_end: 'next_first' } })).toBe(nextFirst);
  });
});

test('where there was no event it is otherwise, where it is not known there are no points', () => {
  const value = right(recent('mflood', 'x', ['up_to', '60 days', '5']));
  expect(both(value, withFacts({ mflood: 'none', x: 3 }))).toBe('3');
  expect(both(value, withFacts({ mflood: 'missing', x: 3 }))).toBe('missing');
  const asked: unknown[] = [];
  byMeaning(value, withFacts({ mflood: 'none' }), asked as never);
  expect(asked).toHaveLength(2);
});

test('both meanings agree on any event and day, and come to what was foreseen', () => {
  const span = fc.constantFrom(
    '1 day',
    '6 weeks',
    '1 month',
    '3 months',
    '1 year',
    '2 years',
    '18 months',
    '90 days',
  );
  const month_end = fc.constantFrom('last_day' as const, 'next_first' as const);
  const edge = fc.constantFrom('up_to' as const, 'below' as const);
  // Events around the ends of bands, where a day more or less tells.
  const near = fc.tuple(span, fc.integer({ min: -4, max: 4 }));
  fc.assert(
    fc.property(
      fc.uniqueArray(span, { minLength: 1, maxLength: 3 }),
      edge,
      fc.constantFrom('flood', 'mflood'),
      near,
      month_end,
      anyCase,
      (spans, edge, name, [back, days], month_end, any) => {
        const parsed = spans.map((text) => [text, parseSpan(text) as Span] as const);
        const rising = parsed.sort(([, a], [, b]) => lengthOf(a).least - lengthOf(b).least);
        const kept = rising.filter(
          ([, a], i) => i === 0 || compareSpans(rising[i - 1]?.[1] as Span, a) === -1,
        );
        const bands = kept.length === rising.length ? kept : kept.slice(0, 1);
        const value = right(
          recent(name, '-1', ...bands.map(([text], i): Band => [edge, text, String(10 - i)])),
        );
        const { count, unit } = parseSpan(back) as Span;
        const ended = shiftDate(any.asOf, -count, unit, { month_end });
        const on =
          any.facts[name] === 'none' || any.facts[name] === 'missing'
            ? any.facts[name]
            : whole(toDay(ended) + days);
        for (const facts of [any.facts, { ...any.facts, [name]: on }])
          expect(foreseen(value, both(value, { ...any, facts, dates: { month_end } }))).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('it reads the date and its values', () => {
  const value = right(recent('mflood', 'x', ['up_to', '60 days', 'qx']));
  expect(valueReadings(value).map((r) => ('id' in r ? r.id : r.kind))).toEqual(['mflood', 'qx', 'x']);
});

describe('the length of a span', () => {
  const units = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const);
  const span = fc.record({ count: fc.integer({ min: 1, max: 130 }), unit: units });
  const day = fc.integer({ min: -100_000, max: 100_000 }).map(fromDay);
  const month_end = fc.constantFrom('last_day' as const, 'next_first' as const);

  test('lies within its bounds from any day on', () => {
    fc.assert(
      fc.property(span, day, month_end, (one, from, month_end) => {
        const { least, most } = lengthOf(one);
        const days = toDay(shiftDate(from, one.count, one.unit, { month_end })) - toDay(from);
        expect(days).toBeGreaterThanOrEqual(least);
        expect(days).toBeLessThanOrEqual(most);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a span that comes before another ends before it from any day on', () => {
    fc.assert(
      fc.property(span, span, day, month_end, (a, b, from, month_end) => {
        const order = compareSpans(a, b);
        if (order === null) return;
        const ends = [a, b].map(({ count, unit }) => shiftDate(from, count, unit, { month_end }));
        const side = compareDates(ends[0] as CivilDate, ends[1] as CivilDate);
        expect(side < 0 ? -1 : side > 0 ? 1 : 0).toBe(order);
      }),
      { numRuns: 5_000 },
    );
  });

  test('is no more than a day wider than spans are', () => {
    // Around 1900, which has no leap day, and around 2000, which has one.
    const years = [1_896, 1_996].flatMap((first) => Array.from({ length: 17 }, (_, i) => first + i));
    const starts = years.flatMap((y) =>
      Array.from({ length: 12 }, (_, i) => toDay({ y, m: i + 1, d: 1 })).flatMap((first) =>
        [0, -1, -2, -3].map((days) => fromDay(first + days)),
      ),
    );
    for (const count of [...Array.from({ length: 30 }, (_, i) => i + 1), 48, 53, 97, 100]) {
      const lengths = starts.flatMap((from) =>
        (['last_day', 'next_first'] as const).map(
          (month_end) => toDay(shiftDate(from, count, 'month', { month_end })) - toDay(from),
        ),
      );
      const shortest = lengths.reduce((a, b) => (b < a ? b : a));
      const longest = lengths.reduce((a, b) => (b > a ? b : a));
      const { least, most } = lengthOf({ count, unit: 'month' });
      expect([0, 1], `${count} months at least`).toContain(shortest - least);
      expect([0, 1], `${count} months at most`).toContain(most - longest);
    }
  });

  test.each([
    ['1 month', 28, 31],
    ['2 months', 59, 62],
    ['11 months', 334, 337],
    ['1 year', 365, 366],
    ['4 years', 1_460, 1_461],
    ['13 months', 393, 397],
    ['5 years', 1_825, 1_827],
    ['100 years', 36_524, 36_525],
    ['200 years', 73_048, 73_050],
    ['3 days', 3, 3],
    ['2 weeks', 14, 14],
  ])('%s', (text, least, most) => {
    expect(lengthOf(parseSpan(text) as Span)).toEqual({ least, most });
  });
});

describe('refused', () => {
  const at = 'score.value.parts.p.value';
  const two = (
    a: string,
    b: string,
    edges: readonly ['up_to' | 'below', 'up_to' | 'below'] = ['up_to', 'up_to'],
  ) => recent('flood', '0', [edges[0], a, '2'], [edges[1], b, '1']);

  test.each([
    ['2 years', '1 year'],
    ['12 months', '1 year'],
    ['7 days', '1 week'],
    ['30 days', '1 month'],
    ['1 month', '30 days'],
    ['365 days', '1 year'],
    ['1 month', '28 days'],
  ])('%s before %s', (a, b) => {
    expect(findings(two(a, b))).toEqual([
      { code: 'rules.cutsNotIncreasing', path: `${at}.bands.1`, values: { cut: b, before: a } },
    ]);
  });

  test.each<[string, string, -1 | 0 | 1 | null]>([
    ['1 day', '1 day', 0],
    ['7 days', '1 week', 0],
    ['8 days', '1 week', 1],
    ['6 days', '1 week', -1],
    ['12 months', '1 year', 0],
    ['11 months', '1 year', -1],
    ['13 months', '1 year', 1],
    ['27 days', '1 month', -1],
    ['28 days', '1 month', null],
    ['31 days', '1 month', null],
    ['32 days', '1 month', 1],
    ['1 month', '27 days', 1],
    ['1 month', '32 days', -1],
    ['1 month', '30 days', null],
    ['52 weeks', '1 year', -1],
    ['53 weeks', '1 year', 1],
  ])('%s against %s: %s', (a, b, order) => {
    expect(compareSpans(parseSpan(a) as Span, parseSpan(b) as Span)).toBe(order);
  });

  test.each([
    ['27 days', '1 month'],
    ['1 month', '32 days'],
    ['6 months', '1 year'],
    ['1 year', '53 weeks'],
  ])('but not %s before %s', (a, b) => {
    expect(right(two(a, b)).kind).toBe('recent');
  });

  test('one span twice, unless it first ends before its last day', () => {
    expect(right(two('1 year', '12 months', ['below', 'up_to'])).kind).toBe('recent');
    expect(findings(two('1 year', '1 year', ['up_to', 'below']))).toMatchObject([
      { code: 'rules.cutsNotIncreasing' },
    ]);
    const value = right(two('1 year', '1 year', ['below', 'up_to']));
    expect(
      ['2024-10-02', '2024-10-01', '2024-09-30'].map((on) => both(value, event(on, '2025-10-01'))),
    ).toEqual(['2', '1', '0']);
  });

  test.each([
    [recent('flood', '0'), 'rules.count', `${at}.bands`],
    [recent('x', '0', ['up_to', '1 year', '1']), 'rules.type', `${at}.of`],
    [recent('flood', 'nx', ['up_to', '1 year', '1']), 'rules.maybeNone', `${at}.otherwise`],
    [recent('flood', '0', ['up_to', '1 year', 'nx']), 'rules.maybeNone', `${at}.bands.0.is`],
    [recent('flood', '0', ['up_to', 'a while', '1']), 'rules.span', `${at}.bands.0`],
  ])('%j', (document, code, path) => {
    expect(findings(document).map((one) => [one.code, one.path])).toEqual([[code, path]]);
  });

  test('months and years without a rule for the ends of months; days need none', () => {
    for (const span of ['1 month', '1 year'])
      expect(findings(recent('flood', '0', ['up_to', span, '1']), { dates: {} })).toEqual([
        { code: 'rules.dateRuleMissing', path: `${at}.bands.0`, values: { rule: 'month_end' } },
      ]);
    const days = right(recent('flood', '0', ['up_to', '10 days', '1']), { dates: {} });
    expect(both(days, { ...PLAIN, dates: {} })).toBe('0');
  });
});
