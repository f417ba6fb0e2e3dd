import { describe, expect, test } from 'vitest';
import type { Decision, SourceRef, Student } from '../../src/roster/index.js';
import { bothWays, PLAIN, RICH_TEXT, VISIT, withSome } from './rich.js';
import { decided, like, rulesOf, withFacts } from './sample.js';

// What cannot be used is named so that whoever has to mend it finds it: the code, what is needed, and where it stands.
// Nothing else is said.

type Said = readonly [code: string, values: object, path?: string];
const said = ({ issues }: ReturnType<typeof decided>): readonly Said[] =>
  issues.map(({ code, severity, values, place }) => {
    expect(severity).toBe('warning');
    return place === undefined ? [code, values] : [code, values, place.path ?? ''];
  });

const fact = (facts: unknown): Student => withSome(facts as NonNullable<Student['facts']>);
const also = (change: unknown): Student => ({ ...PLAIN, ...(change as Partial<Student>) });
const by = (...more: readonly object[]): Student => also({ decisions: [VISIT, ...more] });
const person = (content: object): Decision =>
  ({ by: 'bureau', on: '2025-09-20', because: '核定', ...content }) as Decision;
const range = { low: '0', high: '9000' };

describe('of a fact', () => {
  test.each<[string, unknown, Said]>([
    ['that the rules do not have', { shoes: 2 }, ['fact.unknown', {}, 'facts.shoes']],
    ['no number', { income: 'low' }, ['fact.type', { fact: 'income', needed: 'number' }, 'facts.income']],
    ['a float', { income: 0.5 }, ['fact.float', { fact: 'income' }, 'facts.income']],
    ['too much', { income: 9_001 }, ['fact.outOfRange', { fact: 'income', ...range }, 'facts.income']],
    ['no flag', { rented: 'yes' }, ['fact.type', { fact: 'rented', needed: 'flag' }, 'facts.rented']],
    ['no code', { county: 5 }, ['fact.type', { fact: 'county', needed: 'code' }, 'facts.county']],
    ['no date', { lost_on: 5 }, ['fact.type', { fact: 'lost_on', needed: 'date' }, 'facts.lost_on']],
    [
      'a date out of range',
      { lost_on: '2014-12-31' },
      ['fact.date', { fact: 'lost_on', low: '2015-01-01', high: '2030-12-31' }, 'facts.lost_on'],
    ],
    ['a day to come', { lost_on: '2025-10-02' }, ['fact.afterAsOf', { fact: 'lost_on' }, 'facts.lost_on']],
    ['no options', { marks: true }, ['fact.type', { fact: 'marks', needed: 'several' }, 'facts.marks']],
    [
      'an option that there is not',
      { marks: ['dept'] },
      ['fact.option', { fact: 'marks', options: 'jobless, ill, debt' }, 'facts.marks'],
    ],
    [
      'an option that is no text',
      { marks: [7] },
      ['fact.option', { fact: 'marks', options: 'jobless, ill, debt' }, 'facts.marks'],
    ],
    [
      'an option in and out',
      { marks: { in: ['ill'], out: ['ill'] } },
      ['fact.conflict', { fact: 'marks' }, 'facts.marks'],
    ],
    [
      'no list of people',
      { family: [] },
      ['fact.people', { fact: 'family', what: 'shape', least: 0, most: 3 }, 'facts.family'],
    ],
    [
      'too many people',
      { family: { complete: true, list: [{}, {}, {}, {}] } },
      ['fact.people', { fact: 'family', what: 'tooMany', least: 0, most: 3 }, 'facts.family'],
    ],
    [
      'nobody in place of a person',
      { family: { complete: true, list: [{}, 7] } },
      ['fact.people', { fact: 'family', what: 'member', least: 0, most: 3 }, 'facts.family.2'],
    ],
    [
      'what is not asked of a person',
      { family: { complete: true, list: [{}, { shoes: 2 }] } },
      ['fact.unknown', {}, 'facts.family.2.shoes'],
    ],
    [
      'something else of a person',
      { family: { complete: true, list: [{ relation: 'aunt' }] } },
      ['fact.option', { fact: 'family', options: 'parent, sibling' }, 'facts.family.1.relation'],
    ],
    [
      'what does not exist',
      { spouse: 3_000 },
      ['fact.notApplicable', { fact: 'spouse', condition: 'married' }, 'facts.spouse'],
    ],
    [
      'what only some may say',
      { checked: true },
      ['fact.role', { fact: 'checked', roles: 'teacher' }, 'facts.checked'],
    ],
  ])('%s', (_, facts, issue) => {
    expect(said(bothWays(fact(facts)))).toEqual([issue]);
  });

  test('no choice, and a number off its step', () => {
    expect(said(decided(withFacts({ health: 3 })))).toEqual([
      ['fact.type', { fact: 'health', needed: 'choice' }, 'facts.health'],
    ]);
    expect(said(decided(withFacts({ health: 'fine' })))).toEqual([
      ['fact.option', { fact: 'health', options: 'good, ill, grave' }, 'facts.health'],
    ]);
    expect(said(decided(withFacts({ income: 6_100 })))).toEqual([
      ['fact.offGrid', { fact: 'income', step: '500' }, 'facts.income'],
    ]);
  });

  test('or a category without the paper that belongs to it', () => {
    const bare = withSome(
      { disabled: true, rented: true },
      { papers: [], categories: [{ category: 'rural', status: 'in' }] },
    );
    expect(said(bothWays(bare))).toEqual([
      ['evidence.missing', { fact: 'disabled', papers: 'card, letter' }, 'facts.disabled'],
      ['evidence.noted', { kind: 'fact', of: 'rented', papers: 'letter' }, 'facts.rented'],
      ['evidence.noted', { kind: 'category', of: 'rural', papers: 'letter' }, 'categories.rural'],
      ['evidence.noted', { kind: 'part', of: 'rented', papers: 'letter' }, 'score.rented'],
    ]);
  });
});

describe('of anything else of a student', () => {
  test.each<[string, unknown, Said]>([
    ['no facts', { facts: 5 }, ['student.unreadable', {}, 'facts']],
    ['no figures', { given: [] }, ['student.unreadable', {}, 'given']],
    ['no signals', { signals: 'many' }, ['student.unreadable', {}, 'signals']],
    ['a signal that is no text', { signals: [5] }, ['student.unreadable', {}, 'signals']],
    ['no word for the other lists', { otherCategories: 'in' }, ['student.unreadable', {}, 'otherCategories']],
    ['no sources', { factSources: 5 }, ['student.unreadable', {}, 'factSources']],
    ['no source', { factSources: { income: 5 } }, ['student.unreadable', {}, 'factSources.income']],
    ['no list of categories', { categories: {} }, ['student.unreadable', {}, 'categories']],
    ['no category', { categories: [17] }, ['category.unreadable', {}, 'categories']],
    [
      'a category that the rules do not have',
      { categories: [{ category: 'poor', status: 'in' }] },
      ['category.unknown', {}, 'categories.poor'],
    ],
    [
      'a category in and out',
      {
        categories: [
          { category: 'orphan', status: 'in' },
          { category: 'orphan', status: 'out' },
        ],
      },
      ['category.conflict', { category: 'orphan' }, 'categories.orphan'],
    ],
    ['no paper', { papers: [...(PLAIN.papers ?? []), 'card'] }, ['student.unreadable', {}, 'papers']],
    [
      'a paper that the rules do not know',
      { papers: [...(PLAIN.papers ?? []), { paper: 'diploma', issued: '2025-01-01' }] },
      ['paper.unknown', { paper: 'diploma' }, 'papers'],
    ],
    [
      'a paper without its day',
      { papers: [...(PLAIN.papers ?? []), { paper: 'letter', issued: '2025-02-30' }] },
      ['paper.date', { paper: 'letter' }, 'papers'],
    ],
    [
      'a first day that is none',
      { enrolments: [{ school: 'a', from: '2025-13-01', until: '2026-07-31' }] },
      ['student.date', {}, 'enrolments.from'],
    ],
    [
      'a last day that is none',
      { enrolments: [{ school: 'a', from: '2025-09-01', until: 20260731 }] },
      ['student.date', {}, 'enrolments.until'],
    ],
    ['no key', { key: '' }, ['student.key', {}, 'key']],
    ['no enrolments', { enrolments: [5] }, ['student.enrolments', {}, 'enrolments']],
  ])('%s', (_, change, issue) => {
    expect(said(bothWays(also(change)))).toEqual([issue]);
  });

  test('a category that follows from the rules', () => {
    const derived = like({ categories: [{ category: 'poor_ill', status: 'in' }], otherCategories: 'out' });
    expect(said(decided(derived))).toEqual([
      ['category.derived', { category: 'poor_ill' }, 'categories.poor_ill'],
    ]);
  });
});

describe('of what persons decided', () => {
  const waiver = { kind: 'waiver', paper: 'no-1' };
  const teacher = { kind: 'points', part: 'home.teacher', points: 1, by: 'teacher' };
  const money = { kind: 'figure', figure: 'money', value: '1500' };
  const marks = { kind: 'fact', fact: 'marks', value: ['ill'] };
  test.each<[string, readonly object[], Said]>([
    ['without who', [{ ...person(waiver), by: 7 }], ['decision.unreadable', {}, 'decisions']],
    [
      'without a day',
      [person({ ...waiver, on: '20 May' })],
      ['decision.date', { kind: 'waiver' }, 'decisions'],
    ],
    [
      'too late',
      [person({ ...waiver, on: '2025-10-16' })],
      ['decision.notYetKnown', { kind: 'waiver', on: '2025-10-16' }, 'decisions'],
    ],
    ['no tier', [person({ kind: 'tier', tier: 'best' })], ['decision.unknownTier', { tier: 'best' }]],
    [
      'two tiers',
      [person({ kind: 'tier', tier: 'top' }), person({ kind: 'tier', tier: 'low' })],
      ['decision.tierConflict', { on: '2025-09-20' }],
    ],
    [
      'no veto',
      [person({ kind: 'veto', veto: 'car', stands: true })],
      ['decision.unknownVeto', { veto: 'car' }],
    ],
    ['no fact', [person({ ...marks, fact: 'shoes' })], ['decision.unknownFact', { fact: 'shoes' }]],
    [
      'two facts',
      [person(marks), person({ ...marks, value: ['debt'] })],
      ['decision.conflict', { fact: 'marks', on: '2025-09-20' }],
    ],
    [
      'a fact by another role',
      [person({ kind: 'fact', fact: 'checked', value: true, by: 'guardian' })],
      ['decision.role', { kind: 'fact', of: 'checked', roles: 'teacher' }],
    ],
    ['no part', [person({ ...teacher, part: 'marks' })], ['decision.unknownPart', { part: 'marks' }]],
    [
      'points by another role',
      [person({ ...teacher, by: 'guardian' })],
      ['decision.role', { kind: 'points', of: 'home.teacher', roles: 'teacher' }],
    ],
    [
      'points for no reason',
      [person({ ...teacher, because: ' ' })],
      ['decision.reason', { kind: 'points', of: 'home.teacher' }],
    ],
    [
      'too many points',
      [person({ ...teacher, points: 6 })],
      ['decision.range', { kind: 'points', of: 'home.teacher', low: '0', high: '5', step: '0.5' }],
    ],
    [
      'points off the step',
      [person({ ...teacher, points: '0.25' })],
      ['decision.range', { kind: 'points', of: 'home.teacher', low: '0', high: '5', step: '0.5' }],
    ],
    [
      'points without a paper',
      [{ ...VISIT, on: '2025-09-21', paper: ' ' }],
      ['decision.paper', { kind: 'points', of: 'home.visit' }],
    ],
    [
      'points without a word of a paper',
      [{ ...VISIT, on: '2025-09-21', paper: undefined }],
      ['decision.paper', { kind: 'points', of: 'home.visit' }],
    ],
    ['points twice', [VISIT, { ...VISIT, points: 6 }], ['decision.pointsConflict', { part: 'home.visit' }]],
    ['no figure', [person({ ...money, figure: 'pupils' })], ['decision.unknownFigure', { figure: 'pupils' }]],
    [
      'a figure by another role',
      [person({ ...money, by: 'teacher' })],
      ['decision.role', { kind: 'figure', of: 'money', roles: 'bureau' }],
    ],
    [
      'a figure for no reason',
      [person({ ...money, because: ' ' })],
      ['decision.reason', { kind: 'figure', of: 'money' }],
    ],
    [
      'a figure that cannot be',
      [person({ ...money, value: 'low' })],
      ['decision.value', { kind: 'figure', of: 'money' }],
    ],
    [
      'a figure twice',
      [person(money), person({ ...money, value: '1600' })],
      ['decision.figureConflict', { figure: 'money' }],
    ],
  ])('%s', (_, decisions, issue) => {
    expect(said(bothWays(by(...decisions)))).toEqual([issue]);
  });

  test('something that others may decide: all of those', () => {
    const rules = rulesOf(
      RICH_TEXT.replaceAll('by: [teacher]', 'by: [teacher, school]').replace(
        'by: [bureau]',
        'by: [bureau, county]',
      ),
    );
    const other = [money, teacher, { kind: 'fact', fact: 'checked', value: true }].map((one) =>
      person({ ...one, by: 'guardian' }),
    );
    const found = bothWays({ ...by(...other), facts: { ...PLAIN.facts, checked: true } }, rules);
    expect(said(found).map(([code, values]) => [code, values])).toEqual([
      ['fact.role', { fact: 'checked', roles: 'teacher, school' }],
      ['decision.role', { kind: 'fact', of: 'checked', roles: 'teacher, school' }],
      ['decision.role', { kind: 'figure', of: 'money', roles: 'bureau, county' }],
      ['decision.role', { kind: 'points', of: 'home.teacher', roles: 'teacher, school' }],
    ]);
  });

  test('nothing, of a fact that a person says is not known', () => {
    const unknown = [null, undefined].map((value) =>
      bothWays(by(person({ kind: 'fact', fact: 'rented', value }))),
    );
    for (const { issues, facts } of unknown)
      expect([issues, facts.map(({ fact: id }) => id)]).toEqual([[], expect.not.arrayContaining(['rented'])]);
  });

  test('nothing, of what is put together without end', () => {
    let [list, members]: readonly [unknown, unknown] = [[], {}];
    for (let i = 0; i < 20_000; i += 1) [list, members] = [[list], { members }];
    const stated = (value: unknown) => person({ kind: 'fact', fact: 'marks', value });
    const found = bothWays(by(stated(list), stated(members)));
    expect(found.issues.map(({ code }) => code)).toEqual(['decision.conflict']);
  });

  test('two words on a veto', () => {
    const veto = (stands: boolean) => person({ kind: 'veto', veto: 'luxury', stands });
    expect(said(decided(like({ decisions: [veto(true), veto(false)] })))).toEqual([
      ['decision.vetoConflict', { veto: 'luxury' }],
    ]);
  });
});

test('several are named in one order, whatever the order in which they were handed in', () => {
  const wrong = {
    categories: [
      { category: 'zoo', status: 'in' },
      { category: 'bus', status: 'in' },
    ],
    enrolments: [
      { school: 'a', from: '2025-13-01' },
      { school: 'a', until: '2025-13-02' },
    ],
    papers: [
      { paper: 'card', issued: '2019-05-01' },
      { paper: 'zoo', issued: '2025-01-01' },
      { paper: 'bus', issued: '2025-01-01' },
    ],
    decisions: [
      VISIT,
      person({ kind: 'veto', veto: 'zoo', stands: true }),
      person({ kind: 'tier', tier: 'bus' }),
      person({ kind: 'fact', fact: 'zoo', value: true }),
    ],
    facts: { ...PLAIN.facts, zoo: 1, bus: 1 },
    given: { zoo: 1, bus: 1 },
  };
  const turned = Object.fromEntries(
    Object.entries(wrong).map(([name, of]) => [
      name,
      Array.isArray(of) ? [...of].reverse() : Object.fromEntries(Object.entries(of).reverse()),
    ]),
  );
  const issues = said(bothWays(also(wrong)));
  expect(issues.map(([code, values, path]) => [code, ...Object.values(values), path].join(' '))).toEqual([
    'student.date enrolments.from',
    'student.date enrolments.until',
    'paper.unknown bus papers',
    'paper.unknown zoo papers',
    'fact.unknown facts.bus',
    'fact.unknown facts.zoo',
    'category.unknown categories.bus',
    'category.unknown categories.zoo',
    'given.unknown given.bus',
    'given.unknown given.zoo',
    'decision.unknownFact zoo ',
    'decision.unknownTier bus ',
    'decision.unknownVeto zoo ',
  ]);
  expect(said(bothWays(also(turned)))).toEqual(issues);
});

describe('where something was read', () => {
  const row: SourceRef = { file: 'form.xlsx', sheet: '1', row: 1, list: 'civil', comparison: true };

  test('goes into the record as it was told, from the first row on', () => {
    const facts = bothWays(also({ factSources: { income: row } })).facts;
    expect(facts.find((one) => one.fact === 'income')).toEqual({
      fact: 'income',
      value: '5000',
      origin: 'given',
      source: row,
    });
    const unread = bothWays(also({ factSources: { income: { ...row, row: 0 } } }));
    expect(said(unread)).toEqual([['student.unreadable', {}, 'factSources.income']]);
    expect(unread.facts).toEqual(bothWays(PLAIN).facts);
  });

  test('of a fact that a person stated is where that stands', () => {
    const stated = person({ kind: 'fact', fact: 'marks', value: ['ill'], source: row });
    const { facts } = bothWays(by(stated));
    expect(facts.find((one) => one.fact === 'marks')).toMatchObject({ origin: 'decision', source: row });
  });

  test('is one and the same where a person said the same twice, whichever was handed in first', () => {
    const [one, other] = ['a.xlsx', 'b.xlsx'].map((file) =>
      person({ kind: 'fact', fact: 'marks', value: ['ill'], source: { file, row: 2 } }),
    ) as [Decision, Decision];
    const sourceOf = (...said: readonly Decision[]) =>
      bothWays(by(...said)).facts.find((stated) => stated.fact === 'marks')?.source;
    expect([sourceOf(one, other), sourceOf(other, one)]).toEqual([one.source, one.source]);
  });

  test('is every row behind a category once, in their order, whatever the order in which they were told', () => {
    const { comparison: _, ...own } = row;
    const rows: readonly SourceRef[] = [
      { file: 'a.xlsx', row: 20 },
      { file: 'form.xlsx', row: 30 },
      { ...own, row: 3 },
      { ...own, row: 20 },
      { ...own, sheet: '2', row: 1 },
      { ...own, sheet: '2', row: 7 },
      { ...row, sheet: '2', row: 7 },
    ];
    const evidenceOf = (first: readonly SourceRef[], second: readonly SourceRef[]) =>
      bothWays(
        also({
          categories: [first, second].map((evidence) => ({ category: 'orphan', status: 'in', evidence })),
        }),
      ).categories.find(({ category }) => category === 'orphan')?.evidence;
    expect(evidenceOf(rows, rows)).toEqual(rows);
    expect(evidenceOf([...rows].reverse(), rows.slice(0, 2))).toEqual(rows);
  });
});
