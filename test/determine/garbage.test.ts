import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { determine, OUTCOMES } from '../../src/determine/index.js';
import type { Student } from '../../src/roster/index.js';
import { type Scheme, schemeOf } from '../agreement/pairs.js';
import { bothWays, PLAIN, RICH } from './rich.js';
import { bytes, decided, KNOWN, like, listed, PLAN, planOf } from './sample.js';

// Whatever is handed in as a student: one outcome, a record that can be written, and never an exception.

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});
const hostile = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    ...[
      null,
      undefined,
      Number.NaN,
      -0,
      2 ** 53,
      1n,
      '\ud800',
      '__proto__',
      'constructor',
      '',
      [],
      {},
      [[]],
      [null],
    ],
    { toString: () => 'in' },
    { toJSON: () => 1 },
    Object.create(null),
    Symbol('x'),
    () => 1,
  ),
);
const mapping = (names: readonly string[]) =>
  fc.oneof(
    hostile,
    fc.dictionary(
      fc.oneof(fc.constantFrom(...names, 'constructor', '__proto__', '\udfff'), fc.string()),
      hostile,
    ),
  );
const list = (one: fc.Arbitrary<unknown>) =>
  fc.oneof(hostile, { arbitrary: fc.array(one, { maxLength: 3 }), weight: 4 });
const record = (members: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof(hostile, { arbitrary: fc.record(members, { requiredKeys: [] }), weight: 4 });
const oneOf = (...values: readonly unknown[]) =>
  fc.oneof(hostile, { arbitrary: fc.constantFrom<unknown>(...values), weight: 4 });

const FACTS = ['stage', 'income', 'health', 'rural', 'luxury', 'peer', 'fee'];
const source = record({ file: oneOf('a.csv'), row: oneOf(1), sheet: oneOf('x'), list: oneOf('civil') });
const decision = record({
  kind: oneOf('waiver', 'tier', 'fact', 'veto'),
  by: oneOf('review'),
  on: oneOf('2025-09-20', '2025-09-21'),
  because: oneOf('x'),
  paper: oneOf('no-1'),
  tier: oneOf('hard', 'not_recognised'),
  fact: oneOf('income', 'rural', 'constructor'),
  veto: oneOf('luxury'),
  stands: oneOf(true, false),
  value: oneOf(6_000, '6000', true),
  source,
});
const student = record({
  key: oneOf('a', 'b'),
  enrolments: list(
    record({
      school: oneOf('a'),
      stage: oneOf('senior'),
      grade: oneOf(1),
      boarder: oneOf(true),
      from: oneOf('2025-09-01'),
      until: oneOf('2026-07-01'),
    }),
  ),
  applied: oneOf(true, false),
  aidedBefore: oneOf(true),
  signals: list(oneOf('x')),
  facts: mapping(FACTS),
  factSources: mapping(FACTS),
  categories: list(
    record({
      category: oneOf('orphan', 'dibao', 'poor_ill'),
      status: oneOf('in', 'out', 'unknown'),
      doubt: oneOf('openMatch', 'listMissing'),
      evidence: list(source),
    }),
  ),
  otherCategories: oneOf('out', 'unknown'),
  decisions: list(decision),
});

test('any data at all ends in one outcome and a record that can be written', () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(student, (one) => {
      const determination = determine(PLAN, one as Student);
      expect(OUTCOMES).toContain(determination.outcome);
      expect(JSON.parse(bytes(determination))).toEqual(determination);
      outcomes.set(determination.outcome, (outcomes.get(determination.outcome) ?? 0) + 1);
    }),
    { numRuns: 2_000, seed: 5 },
  );
  // Much of it gets past the door.
  expect(outcomes.get('undetermined') ?? 0).toBeGreaterThan(300);
});

describe('under rules with every kind of fact', () => {
  const RICH_FACTS = [
    'marks',
    'lost_on',
    'county',
    'family',
    'married',
    'spouse',
    'income',
    'checked',
    'disabled',
    'rented',
  ];
  const attribute = fc.oneof(
    hostile,
    fc.constantFrom<unknown>(true, 'parent', 'sibling', 'none', 0, '12.50', 9_001),
  );
  const person = fc.oneof(hostile, {
    arbitrary: fc.dictionary(
      fc.constantFrom('relation', 'in_school', 'pay', 'shoes', '__proto__'),
      attribute,
    ),
    weight: 4,
  });
  const options = fc.oneof(hostile, {
    arbitrary: fc.array(fc.constantFrom<unknown>('jobless', 'ill', 'debt', 'dept', 1, null), {
      maxLength: 4,
    }),
    weight: 4,
  });
  const value = fc.oneof(
    hostile,
    fc.constantFrom<unknown>('none', true, false, '2025-01-01', '2026-01-01', '371500', 500, '2.5'),
    options,
    record({ in: options, out: options }),
    record({ complete: oneOf(true, false), list: list(person) }),
  );
  const said = (names: readonly string[]) =>
    fc.oneof(hostile, {
      arbitrary: fc.dictionary(fc.constantFrom(...names, 'constructor'), value),
      weight: 6,
    });
  const rich = fc.record({
    key: fc.constant('a'),
    enrolments: fc.constant([{ school: 'a' }]),
    applied: fc.constant(true),
    otherCategories: oneOf('out'),
    facts: record({
      ...Object.fromEntries(RICH_FACTS.map((id) => [id, value])),
      married: oneOf(true, false),
      spouse: oneOf(500, 'none'),
      lost_on: oneOf('none', '2025-01-01', '2025-10-02', '2014-01-01'),
      marks: fc.oneof(options, record({ in: options, out: options })),
    }),
    given: said([
      'money',
      'poor',
      'pupils',
      'since',
      'score',
      'score.home',
      'score.home.visit',
      'tier',
      'score_tier',
    ]),
    papers: list(
      record({ paper: oneOf('card', 'letter', 'x'), issued: oneOf('2025-06-01', '2025-02-30'), source }),
    ),
    categories: list(record({ category: oneOf('dibao', 'rural', 'orphan'), status: oneOf('in', 'unknown') })),
    decisions: list(
      record({
        kind: oneOf('points', 'figure', 'fact', 'tier'),
        by: oneOf('teacher', 'reviewer', 'bureau'),
        on: oneOf('2025-09-20', '2025-09-21'),
        because: oneOf('x', ''),
        part: oneOf('home.visit', 'home.teacher', 'marks', 'constructor'),
        points: oneOf(5, '4.5', '99'),
        paper: oneOf('no-1'),
        figure: oneOf('money', 'pupils', '__proto__'),
        fact: oneOf('marks', 'family', 'checked'),
        tier: oneOf('low'),
        value,
      }),
    ),
  });

  test('any data at all ends in one outcome and a record that can be written', () => {
    const plan = planOf(RICH);
    const seen = new Map<string, number>();
    const count = (key: string): void => void seen.set(key, (seen.get(key) ?? 0) + 1);
    fc.assert(
      fc.property(rich, (one) => {
        const determination = determine(plan, one as Student);
        expect(JSON.parse(bytes(determination))).toEqual(determination);
        count(determination.outcome);
        for (const used of determination.facts) count(used.fact);
        for (const { code } of determination.issues) count(code);
      }),
      { numRuns: 250, seed: 15 },
    );
    // Every kind of value and of decision gets past the door, and is turned away there too.
    for (const name of ['marks', 'lost_on', 'county', 'family', 'spouse', 'income'])
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(5);
    for (const code of [
      'fact.people',
      'fact.date',
      'fact.conflict',
      'fact.role',
      'fact.notApplicable',
      'fact.afterAsOf',
    ])
      expect(seen.get(code) ?? 0, code).toBeGreaterThan(0);
    for (const code of [
      'given.type',
      'given.unknown',
      'decision.role',
      'decision.range',
      'decision.value',
      'paper.date',
    ])
      expect(seen.get(code) ?? 0, code).toBeGreaterThan(0);
  });

  test('both meanings say the same of it, as far as the definition can go through it', () => {
    fc.assert(
      fc.property(rich, (one) => {
        // As much as possible known, so that the definition has few completions to go through.
        const facts =
          typeof one.facts === 'object' ? { ...PLAIN.facts, ...(one.facts as object) } : PLAIN.facts;
        bothWays({ ...PLAIN, ...one, facts } as Student);
      }),
      { numRuns: 60, seed: 16 },
    );
  });
});

test('so does any damage to a good student, under any rules', () => {
  const schemes = Array.from({ length: 40 }, (_, seed) => schemeOf(seed, 4, 8));
  fc.assert(
    fc.property(
      fc.nat(39),
      fc.nat(7),
      fc.array(fc.tuple(fc.nat(30), hostile), { minLength: 1, maxLength: 3 }),
      (seed, which, blows) => {
        const { ground, students } = schemes[seed] as Scheme;
        const damaged = blows.reduce<unknown>(
          (tree, [at, blow]) => strike(tree, at, blow),
          students[which]?.student,
        );
        const determination = determine(ground.plan, damaged as Student);
        expect(OUTCOMES).toContain(determination.outcome);
        expect(() => bytes(determination)).not.toThrow();
      },
    ),
    { numRuns: 400, seed: 6 },
  );
});

/** Replaces the `at`-th member, counted through the tree, by something else. */
function strike(tree: unknown, at: number, blow: unknown): unknown {
  let left = at;
  const walk = (here: unknown): unknown => {
    left -= 1;
    if (left === 0) return blow;
    if (Array.isArray(here)) return here.map(walk);
    if (typeof here !== 'object' || here === null) return here;
    return Object.fromEntries(Object.entries(here).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(tree);
}

describe('what cannot be read never counts against a student', () => {
  const codes = (one: unknown): readonly string[] =>
    decided(one as Student).issues.map((issue) => issue.code);
  const outcome = (one: unknown): string => decided(one as Student).outcome;

  test('a status that is none is unknown, not out', () => {
    const open = like({
      categories: [
        { category: 'orphan', status: 'IN' as 'in' },
        { category: 'dibao', status: 'out' },
      ],
      otherCategories: 'out',
    });
    expect(decided(open).open).toMatchObject({ because: ['openMatch'], tiers: ['special', 'hard'] });
  });

  test('after an entry without a category nothing is out unsaid', () => {
    const open = like({
      categories: [null, { status: 'in' }] as unknown as Student['categories'] & object,
      otherCategories: 'out',
    });
    expect(codes(open)).toEqual(['category.unreadable', 'category.unreadable']);
    expect(outcome(open)).toBe('undetermined');
  });

  test('a default for other categories that is none leaves them unknown', () => {
    const open = { ...KNOWN, categories: [], otherCategories: 'none' };
    expect(codes(open)).toEqual(['student.unreadable']);
    expect(outcome(open)).toBe('undetermined');
  });

  test('members of the wrong shape are named and left out', () => {
    const damaged = {
      ...KNOWN,
      facts: [],
      factSources: 'x',
      signals: 7,
      decisions: {},
    } as unknown as Student;
    const { issues } = determine(PLAN, damaged);
    expect(issues.map((issue) => [issue.code, issue.place?.path])).toEqual(
      ['factSources', 'signals', 'facts', 'decisions'].map((path) => ['student.unreadable', path]),
    );
    expect(codes({ ...KNOWN, factSources: { income: { file: 'a.csv' } } })).toEqual(['student.unreadable']);
  });

  test('a decision that lacks something decides nothing', () => {
    const whole = {
      kind: 'veto',
      veto: 'luxury',
      stands: true,
      by: 'review',
      on: '2025-09-20',
      because: 'x',
    };
    const facts = { ...KNOWN.facts, luxury: true };
    for (const lacking of ['kind', 'veto', 'stands', 'by', 'on', 'because']) {
      const decision = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== lacking));
      const both = { ...listed('dibao'), facts, decisions: [decision] };
      expect(codes(both)).toEqual(['decision.unreadable']);
      expect(outcome(both)).toBe('undetermined');
    }
  });

  test('only what an object has itself is read', () => {
    const heir = Object.assign(Object.create({ income: 6_000 }) as object, { ...KNOWN.facts });
    delete (heir as Record<string, unknown>).income;
    expect(decided(like({ facts: heir as NonNullable<Student['facts']> })).open?.questions[0]?.id).toBe(
      'income',
    );
  });
});
