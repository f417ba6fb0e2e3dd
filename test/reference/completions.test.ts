import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Assignment,
  completionsOf,
  domainOf,
  type KnownPeople,
  type KnownScalar,
  type KnownSet,
  openShapes,
  unknownsOf,
} from '../../src/reference/index.js';
import { type CheckedPart, inputsBehind, type LinkedFact, type RuleSet } from '../../src/rules/index.js';
import { formatCivilDate } from '../../src/value/index.js';
import {
  CODE,
  choice,
  DATE,
  exactly,
  FLAG,
  fact,
  factOf,
  figure,
  flag,
  knowing,
  LEVELS,
  NUMBER,
  num,
  reckon,
  rulesOf,
  shapeOf,
} from './hand.js';

const AS_OF = { y: 2025, m: 10, d: 10 };

const ALL = (rules: RuleSet): ReadonlySet<string> =>
  inputsBehind(
    rules,
    new Map(),
    [
      ...rules.facts.map(({ id }) => ({ kind: 'fact', id }) as const),
      ...rules.categories.map(({ id }) => ({ kind: 'category', id }) as const),
      { kind: 'part', path: '' },
      { kind: 'tier' },
    ],
    AS_OF,
  );
const unknowns = (rules: RuleSet, known: Assignment, most = 5_000) =>
  unknownsOf(rules, known, openShapes(rules, known, ALL(rules)), most);
const ids = (rules: RuleSet, known: Assignment): readonly string[] =>
  openShapes(rules, known, ALL(rules)).map(({ kind, id }) => `${kind} ${id}`);
const completed = (rules: RuleSet, known: Assignment): readonly Assignment[] =>
  [...completionsOf(rules, known, unknowns(rules, known) ?? [])].map((one) => one.assignment);

describe('all that something can be', () => {
  const range = (low: string, high: string, step: string) => ({
    range: { low: exactly(low), high: exactly(high) },
    step: exactly(step),
  });

  test('flags, options, numbers by their step, dates by the day, none last', () => {
    expect(domainOf(shapeOf(FLAG), 9)).toEqual([false, true]);
    expect(domainOf(shapeOf(choice('level'), { options: LEVELS, mayBeNone: true }), 9)).toEqual([
      0,
      1,
      2,
      'none',
    ]);
    expect(domainOf(shapeOf(NUMBER, range('-1', '0.5', '0.5')), 9)?.map((x) => x)).toEqual(
      ['-1', '-0.5', '0', '0.5'].map(exactly),
    );
    const leap = domainOf(shapeOf(DATE, range('19781', '19783', '1')), 9) as readonly {
      y: number;
      m: number;
      d: number;
    }[];
    expect(leap.map(formatCivilDate)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(domainOf(shapeOf(CODE, { mayBeNone: true }), 9, ['a'])).toEqual([{ code: 'a' }, 'none']);
  });

  test('null where they are too many', () => {
    const five = shapeOf(NUMBER, range('0', '4', '1'));
    expect([domainOf(five, 4), domainOf(five, 5)?.length]).toEqual([null, 5]);
    expect(domainOf({ ...five, mayBeNone: true }, 5)).toBe(null);
    expect(domainOf(shapeOf(DATE, range('-25567', '47846', '1')), 20_000)).toBe(null);
  });

  test('a code: those of tables, those known, and as many more as there are codes', () => {
    const rules = rulesOf({
      facts: [factOf('home', { type: CODE }), factOf('study', { type: CODE })],
      tables: [
        {
          id: 't',
          keys: [{ kind: 'code', codes: ['37', '44'], prefix: true, size: 3, outside: true }],
          columns: [],
        },
      ],
    });
    const [open] = unknowns(rules, knowing({ study: { code: '3715' } })) ?? [];
    expect(open?.values.map((one) => (one as { readonly code: string }).code)).toEqual([
      '37',
      '3715',
      '44',
      '·1',
      '·2',
    ]);
  });
});

const several: LinkedFact = factOf('marks', { type: { kind: 'several', choice: 'level' }, options: LEVELS });
const FAMILY: LinkedFact = factOf('family', {
  type: { kind: 'people', people: 'family' },
  people: { least: 1, most: 3, attributes: [{ id: 'pupil', ...shapeOf(FLAG) }] },
});

describe('what is not known has a name', () => {
  test('facts, options and people', () => {
    const rules = rulesOf({ facts: [FAMILY, factOf('income'), several] });
    expect(ids(rules, knowing({}))).toEqual([
      ...[
        'fact family.1.pupil',
        'fact family.2',
        'fact family.2.pupil',
        'fact family.3',
        'fact family.3.pupil',
      ],
      'fact income',
      ...['fact marks.low', 'fact marks.middle', 'fact marks.high'],
    ]);
    const marks: KnownSet = { in: new Set([0]), out: new Set([2]) };
    const family: KnownPeople = { complete: false, list: [new Map([['pupil', true]]), new Map()] };
    expect(ids(rules, knowing({ family, marks, income: exactly('1') }))).toEqual([
      ...['fact family.2.pupil', 'fact family.3', 'fact family.3.pupil'],
      'fact marks.middle',
    ]);
    expect(
      ids(rules, knowing({ family: { ...family, complete: true }, marks, income: exactly('1') })),
    ).toEqual(['fact family.2.pupil', 'fact marks.middle']);
  });

  test('categories that a list gives, as far as something rests on them', () => {
    const rules = rulesOf({
      categories: [
        { id: 'asked', list: 'civil' },
        { id: 'derived', when: flag(true) },
        { id: 'other', list: 'civil' },
      ],
    });
    const behind = new Set(['category asked', 'category derived'] as const);
    expect(openShapes(rules, knowing({}), behind).map(({ id }) => id)).toEqual(['asked']);
  });

  test('lists, vetoes, points of persons, papers', () => {
    const discretion = (undecided: 'ask' | '0', path: string): CheckedPart => ({
      path,
      value: {
        kind: 'discretion',
        part: path,
        range: { low: exactly('0'), high: exactly('2') },
        step: exactly('1'),
        by: ['teacher'],
        needs: [],
        undecided,
        extent: {},
      },
      extent: {},
    });
    const asked: CheckedPart = { ...discretion('0', 'c'), evidence: { any_of: ['proof'], missing: 'ask' } };
    const score: CheckedPart = {
      path: '',
      value: {
        kind: 'section',
        take: 'sum',
        parts: [discretion('ask', 'a'), discretion('0', 'b'), asked],
        extent: {},
      },
      extent: {},
    };
    const veto = (id: string, againstFloor: 'review' | 'floor_wins') =>
      ({
        id,
        when: { kind: 'flag', value: true, type: FLAG },
        cap: 0,
        zeroScore: false,
        againstFloor,
      }) as const;
    const rules = rulesOf({
      score,
      tiers: [{ id: 'a', from: exactly('1') }],
      tierIds: ['not_recognised', 'a'],
      categories: [
        { id: 'derived', when: { kind: 'flag', value: true, type: FLAG } },
        { id: 'dibao', list: 'civil' },
      ],
      vetoes: [veto('v', 'review'), veto('w', 'floor_wins')],
    });
    expect(ids(rules, knowing({}))).toEqual(['category dibao', 'veto v', 'points a', 'evidence c']);
    const told = {
      categories: new Map([['dibao', false]]),
      vetoes: new Map([['v', true]]),
      points: new Map([['a', exactly('1')]]),
      shown: new Map([['c', true]]),
    };
    expect(ids(rules, knowing({}, told))).toEqual([]);
    expect(completed(rules, knowing({})).length).toBe(2 * 2 * 3 * 2);
  });

  test('not what gives no points, and not what nothing reads', () => {
    const quiet = factOf('peer', { unknown: { policy: 'no_points', because: { zh: '未评议' } } });
    expect(ids(rulesOf({ facts: [quiet] }), knowing({}))).toEqual([]);
    const rules = rulesOf({ facts: [factOf('x')] });
    expect(openShapes(rules, knowing({}), new Set())).toEqual([]);
  });
});

describe('what lies behind', () => {
  const formula = (is: Parameters<typeof reckon>[1]) => ({ kind: 'formula', is, extent: {} }) as const;
  const rules = rulesOf({
    facts: [factOf('married', { type: FLAG }), factOf('x'), factOf('y', { onlyIf: fact('married', FLAG) })],
    figures: [
      { id: 'sum', type: NUMBER, mayBeNone: false, value: formula(reckon('+', figure('half'), fact('x'))) },
      { id: 'half', type: NUMBER, mayBeNone: false, value: formula(reckon('/', fact('y'), num('2'))) },
    ],
  });
  const behind = (...given: readonly string[]): readonly string[] =>
    [
      ...inputsBehind(rules, new Map(given.map((id) => [id, 0])), [{ kind: 'figure', id: 'sum' }], AS_OF),
    ].sort();

  test('goes through figures and conditions, and stops at what is given', () => {
    expect(behind()).toEqual(['fact married', 'fact x', 'fact y']);
    expect(behind('half')).toEqual(['fact x']);
    expect(behind('sum', 'half')).toEqual([]);
  });
});

describe('completions', () => {
  test('a set: every set that agrees with what is known', () => {
    const rules = rulesOf({ facts: [several] });
    const all = completed(rules, knowing({ marks: { in: new Set([1]), out: new Set() } }));
    const sets = all.map((one) => [...(one.facts.get('marks') as KnownSet).in].sort().join(''));
    expect(sets.sort()).toEqual(['01', '012', '1', '12']);
    for (const one of all) {
      const { in: inside, out } = one.facts.get('marks') as KnownSet;
      expect(inside.size + out.size).toBe(3);
    }
  });

  test('people: whoever may be there, and what may be true of each', () => {
    const all = completed(rulesOf({ facts: [FAMILY] }), knowing({}));
    const lists = all.map((one) => one.facts.get('family') as KnownPeople);
    expect(lists.every(({ complete }) => complete)).toBe(true);
    const written = new Set(
      lists.map(({ list }) => list.map((person) => String(person.get('pupil'))).join(' ')),
    );
    // 2 + 4 + 8 lists of one to three people.
    expect(written.size).toBe(14);
    expect(all.length).toBe(2 * 4 * 4);
  });

  test('people of whom nothing is asked but whether they are there', () => {
    const bare: LinkedFact = { ...FAMILY, people: { least: 2, most: 4, attributes: [] } };
    const all = completed(rulesOf({ facts: [bare] }), knowing({}));
    const numbers = all.map((one) => (one.facts.get('family') as KnownPeople).list.length);
    expect(numbers.sort()).toEqual([2, 3, 3, 4]);
  });

  test('people listed keep their places before the others', () => {
    const first = new Map<string, KnownScalar>([['pupil', true]]);
    const rules = rulesOf({ facts: [FAMILY] });
    const all = completed(rules, knowing({ family: { complete: false, list: [first] } }));
    for (const one of all) expect((one.facts.get('family') as KnownPeople).list[0]).toEqual(first);
    const numbers = new Set(all.map((one) => (one.facts.get('family') as KnownPeople).list.length));
    expect([...numbers].sort()).toEqual([1, 2, 3]);
  });

  test('are as many as their values allow, all different, or too many', () => {
    const shape = fc.constantFrom(
      factOf('f', { type: FLAG }),
      factOf('f', { type: choice('level'), options: LEVELS }),
      factOf('f', { mayBeNone: true }),
      several,
    );
    const count = { flag: 2, choice: 3, number: 5, several: 8 } as Readonly<Record<string, number>>;
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 4 }), (shapes) => {
        const rules = rulesOf({ facts: shapes.map((one, i) => ({ ...one, id: `f${i}` })) });
        const expected = shapes.map((one) => count[one.type.kind] as number).reduce((a, b) => a * b, 1);
        const all = unknowns(rules, knowing({}), 600);
        expect(all === null).toBe(expected > 600);
        if (all === null) return;
        const texts = new Set(
          [...completionsOf(rules, knowing({}), all)].map(({ assignment }) =>
            JSON.stringify([...assignment.facts].map(([, value]) => plain(value))),
          ),
        );
        expect(texts.size).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'in' in value
    ? [...(value as KnownSet).in]
    : String(JSON.stringify(value, (_, x) => (typeof x === 'bigint' ? `${x}n` : x)));
