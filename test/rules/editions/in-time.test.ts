import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionAt, type InTime, timeIssues } from '../../../src/rules/editions/index.js';
import { formatCivilDate, fromDay, parseCivilDate, toDay } from '../../../src/value/index.js';

const date = (text: string) => parseCivilDate(text) as NonNullable<ReturnType<typeof parseCivilDate>>;

function edition(
  name: string,
  from: string,
  published: string,
  more: Partial<InTime> & { end?: string } = {},
): InTime {
  const { end, ...rest } = more;
  return {
    edition: name,
    from: date(from),
    published: date(published),
    ...(end === undefined ? {} : { until: date(end) }),
    gap: false,
    overlap: false,
    place: { file: `${name}.yaml` },
    ...rest,
  };
}

const FIRST = edition('first', '2023-09-01', '2023-08-20');
const FIXED = edition('fixed', '2023-09-01', '2023-10-10');
const NEXT = edition('next', '2024-09-01', '2024-08-15');
const library = { scheme: 'xx-test', editions: [NEXT, FIXED, FIRST] };

describe('the edition in force', () => {
  test.each([
    ['2023-09-01', '2023-09-01', 'first'],
    ['2024-08-31', '2023-10-09', 'first'],
    ['2023-09-01', '2023-10-10', 'fixed'],
    ['2024-08-31', '2025-01-01', 'fixed'],
    ['2024-09-01', '2024-08-15', 'next'],
    // Not published yet: what was known then still holds.
    ['2024-09-01', '2024-08-14', 'fixed'],
    ['2024-09-01', '2023-10-09', 'first'],
    ['2030-01-01', '2030-01-01', 'next'],
  ])('at %s as known at %s is %s', (asOf, knownAt, name) => {
    const found = editionAt(library, asOf, knownAt);
    expect(found.ok && found.value.edition).toBe(name);
  });

  test.each([
    [
      '2023-08-31',
      '2025-01-01',
      'library.noneInForce',
      { scheme: 'xx-test', asOf: '2023-08-31', knownAt: '2025-01-01' },
    ],
    [
      '2023-09-01',
      '2023-08-19',
      'library.noneInForce',
      { scheme: 'xx-test', asOf: '2023-09-01', knownAt: '2023-08-19' },
    ],
    ['2023-02-29', '2023-08-19', 'library.date', { found: '2023-02-29' }],
    ['2023-09-01', 'today', 'library.date', { found: 'today' }],
  ])('at %s as known at %s is none', (asOf, knownAt, code, values) => {
    expect(editionAt(library, asOf, knownAt)).toMatchObject({ ok: false, issues: [{ code, values }] });
  });

  test('is none once the last one has ended', () => {
    const ended = {
      ...library,
      editions: [edition('only', '2023-09-01', '2023-08-20', { end: '2024-07-31' })],
    };
    expect(editionAt(ended, '2024-07-31', '2024-07-31').ok).toBe(true);
    expect(editionAt(ended, '2024-08-01', '2024-08-01')).toMatchObject({
      issues: [{ code: 'library.noneInForce' }],
    });
  });

  test('is not settled by equal dates', () => {
    const twin = edition('twin', '2023-09-01', '2023-10-10');
    const twins = { ...library, editions: [...library.editions, twin] };
    expect(editionAt(twins, '2023-11-01', '2023-11-01')).toMatchObject({
      ok: false,
      issues: [{ code: 'library.equalDates', values: { edition: 'twin', other: 'fixed' } }],
    });
    // Where neither of them is meant, nothing is unsettled.
    expect(editionAt(twins, '2023-11-01', '2023-10-01').ok).toBe(true);
    expect(editionAt(twins, '2024-10-01', '2024-10-01').ok).toBe(true);
  });
});

describe('between editions', () => {
  const issues = (...editions: InTime[]) =>
    timeIssues(editions).map(({ code, severity, values, place }) => ({
      code,
      severity,
      values,
      at: place?.file,
    }));

  test('nothing is wrong where one ends the day before the next, or does not end', () => {
    expect(issues(FIRST, FIXED, NEXT)).toEqual([]);
    expect(issues(edition('a', '2023-09-01', '2023-08-20', { end: '2024-08-31' }), NEXT)).toEqual([]);
  });

  test('a day without an edition needs a reason', () => {
    const a = edition('a', '2023-09-01', '2023-08-20', { end: '2024-08-30' });
    const values = { edition: 'next', before: 'a', from: '2024-08-31', until: '2024-08-31' };
    expect(issues(NEXT, a)).toEqual([{ code: 'library.gap', severity: 'error', values, at: 'next.yaml' }]);
    expect(issues(a, { ...NEXT, gap: true })).toEqual([]);
    expect(issues(a, { ...NEXT, overlap: true }).map(({ code }) => code)).toEqual([
      'library.gap',
      'library.notThere',
    ]);
  });

  test('a day with two editions needs a reason', () => {
    const a = edition('a', '2023-09-01', '2023-08-20', { end: '2024-09-02' });
    const values = { edition: 'next', before: 'a', from: '2024-09-01', until: '2024-09-02' };
    expect(issues(a, NEXT)).toEqual([
      { code: 'library.overlap', severity: 'error', values, at: 'next.yaml' },
    ]);
    expect(issues(a, { ...NEXT, overlap: true })).toEqual([]);
  });

  test('a reason for what is not there is pointed out', () => {
    const found = issues(FIRST, { ...NEXT, gap: true });
    expect(found).toEqual([
      {
        code: 'library.notThere',
        severity: 'warning',
        values: { what: 'gap', edition: 'next' },
        at: 'next.yaml',
      },
    ]);
    expect(issues({ ...FIRST, overlap: true }).map(({ code }) => code)).toEqual(['library.notThere']);
  });

  test('a correction stands for what it corrects, on both sides', () => {
    const short = edition('short', '2023-09-01', '2023-08-20', { end: '2024-06-30' });
    const longer = edition('longer', '2023-09-01', '2023-10-01', { end: '2024-08-31' });
    expect(issues(short, longer, NEXT)).toEqual([]);
    expect(issues(longer, short, NEXT)).toEqual([]);
    const saysWhy = edition('why', '2024-09-01', '2024-09-20', { gap: true });
    expect(issues(short, NEXT, saysWhy)).toEqual([]);
  });

  test('two of the same dates are an error', () => {
    expect(issues(FIRST, NEXT, edition('twin', '2023-09-01', '2023-08-20'))).toEqual([
      {
        code: 'library.equalDates',
        severity: 'error',
        values: { edition: 'twin', other: 'first' },
        at: 'twin.yaml',
      },
    ]);
  });
});

// Dates within a few days of each other, so that they meet in every way.
const START = toDay(date('2024-01-01'));
const day = fc.integer({ min: 0, max: 12 }).map((n) => fromDay(START + n));
const editions = fc
  .array(fc.record({ from: day, length: fc.option(fc.nat(8), { nil: undefined }), published: day }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((list) =>
    list.map(({ from, length, published }, i): InTime => {
      const until = length === undefined ? {} : { until: fromDay(toDay(from) + length) };
      return { edition: `e${i}`, from, published, ...until, gap: false, overlap: false, place: {} };
    }),
  );
const text = day.map(formatCivilDate);

test('selection does not depend on the order of the editions, and is what the dates say', () => {
  fc.assert(
    fc.property(
      editions.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      text,
      text,
      ([list, shuffled], asOf, knownAt) => {
        const found = editionAt({ scheme: 'x', editions: list }, asOf, knownAt);
        expect(editionAt({ scheme: 'x', editions: shuffled }, asOf, knownAt)).toEqual(found);
        const [on, known] = [toDay(date(asOf)), toDay(date(knownAt))];
        const possible = list.filter((one) => toDay(one.from) <= on && toDay(one.published) <= known);
        const beats = (a: InTime, b: InTime) =>
          toDay(a.from) > toDay(b.from) ||
          (toDay(a.from) === toDay(b.from) && toDay(a.published) > toDay(b.published));
        const best = possible.filter((one) => possible.every((other) => !beats(other, one)));
        const ended = best.every(({ until }) => until !== undefined && toDay(until) < on);
        if (best.length === 1 && !ended)
          expect(found).toMatchObject({ ok: true, value: { edition: best[0]?.edition } });
        else expect(found.ok).toBe(false);
      },
    ),
  );
});

test('where nothing is wrong between editions, every day from the first to the last has exactly one', () => {
  let seen = 0;
  fc.assert(
    fc.property(editions, (list) => {
      if (timeIssues(list).length > 0) return;
      seen += 1;
      const first = list.map(({ from }) => toDay(from)).reduce((a, b) => (b < a ? b : a));
      const last = list.map(({ from }) => toDay(from)).reduce((a, b) => (b > a ? b : a));
      for (let at = first; at <= last; at += 1)
        expect(
          editionAt({ scheme: 'x', editions: list }, formatCivilDate(fromDay(at)), '2025-01-01').ok,
        ).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(seen).toBeGreaterThan(100);
});
