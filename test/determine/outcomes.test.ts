import { describe, expect, test } from 'vitest';
import type { Student } from '../../src/roster/index.js';
import { decided, decision, KNOWN, like, listed, planOf, rulesOf, TEXT, withFacts } from './sample.js';

const tierOf = (student: Student): string => {
  const { decided: person, recommended, open } = decided(student);
  return open === undefined ? ((person ?? recommended)?.tier ?? '') : `open ${open.tiers.join(' ')}`;
};
const moneyOf = (student: Student): Record<string, string> =>
  Object.fromEntries(
    decided(student).awards.map(({ programme, state, amount, between }) => [
      programme,
      between === undefined
        ? amount === undefined
          ? state
          : (amount?.minor ?? 'unstated')
        : `${between.least}..${between.most}`,
    ]),
  );
const codesOf = (student: Student): readonly string[] =>
  decided(student).reasons.map((reason) => Object.values(reason).join(' '));

describe('determined', () => {
  test('with tier, score, trace, reasons and money', () => {
    const { outcome, recommended, reasons, trace, awards, open } = decided(KNOWN);
    expect({ outcome, recommended, reasons, trace, open }).toEqual({
      outcome: 'determined',
      recommended: { tier: 'hard', scoreTier: 'hard', score: '50' },
      reasons: [{ code: 'scoreReaches', tier: 'hard', score: '50', from: '40' }],
      trace: [
        { part: 'family', points: '45' },
        { part: 'family.money', points: '40' },
        { part: 'family.rural', points: '10' },
        { part: 'health', points: '0' },
        { part: 'peer', points: '5' },
      ],
      open: undefined,
    });
    expect(awards).toEqual([
      { programme: 'books', instrument: 'exemption', payee: 'school', per: 'year', state: 'notEntitled' },
      {
        programme: 'grant',
        instrument: 'grant',
        payee: 'student',
        per: 'year',
        state: 'granted',
        amount: { currency: 'CNY', minor: '230000' },
      },
      {
        programme: 'waiver',
        instrument: 'waiver',
        payee: 'school',
        per: 'year',
        state: 'granted',
        amount: { currency: 'CNY', minor: '150000' },
      },
    ]);
  });

  test.each([
    [{ income: 90_000, rural: false, peer: 20 }, 'not_recognised', 'scoreBelowAll 10'],
    [{ income: 20_000, rural: false, peer: 0 }, 'general', 'scoreReaches general 20 20'],
    [{ income: 20_500, rural: true, peer: 19 }, 'not_recognised', 'scoreBelowAll 19.5'],
    [{ income: 6_500, rural: true, peer: 20 }, 'hard', 'scoreReaches hard 40 40'],
    [{ income: 6_500, rural: true, peer: 19 }, 'general', 'scoreReaches general 39.5 20'],
    [{ health: 'grave' }, 'special', 'scoreReaches special 80 60'],
  ])('%j is %s', (facts, tier, reason) => {
    expect(tierOf(withFacts(facts))).toBe(tier);
    expect(codesOf(withFacts(facts))[0]).toBe(reason);
  });

  test('a floor lifts, and where the score is above it, it holds', () => {
    expect(tierOf(listed('orphan'))).toBe('special');
    expect(codesOf(listed('orphan'))).toEqual(['scoreReaches hard 50 40', 'floorLifts orphan special']);
    expect(tierOf(listed('dibao'))).toBe('hard');
    expect(codesOf(listed('dibao'))).toEqual(['scoreReaches hard 50 40', 'floorHolds dibao hard']);
    expect(moneyOf(listed('orphan')).grant).toBe('350000');
  });

  test('a category by the score tier is asked of the tier by score alone', () => {
    const ill = withFacts({ income: 20_000, rural: false, peer: 0, health: 'ill' });
    expect(decided(ill).recommended).toEqual({ tier: 'hard', scoreTier: 'general', score: '35' });
    expect(codesOf(ill)).toContain('floorLifts poor_ill hard');
    const well = withFacts({ income: 90_000, rural: false, peer: 0, health: 'ill' });
    expect(tierOf(well)).toBe('not_recognised');
  });

  test('a veto lowers, unless its exception holds', () => {
    expect(tierOf(withFacts({ luxury: true }))).toBe('not_recognised');
    expect(codesOf(withFacts({ luxury: true }))).toContain('vetoLowers luxury not_recognised');
    expect(tierOf(withFacts({ luxury: true, repaid: true }))).toBe('hard');
    expect(moneyOf(withFacts({ luxury: true }))).toEqual({
      books: 'notEntitled',
      grant: 'notEntitled',
      waiver: 'notEntitled',
    });
  });

  test('an amount may be granted and unstated', () => {
    const junior = like({ enrolments: [{ school: 'a', stage: 'junior' }] });
    expect(moneyOf(junior)).toEqual({ books: 'unstated', grant: '230000', waiver: '150000' });
  });

  test('though a fact is not known, where it changes nothing', () => {
    const open = withFacts({ health: undefined }, listed('orphan'));
    const { outcome, recommended } = decided(open);
    expect({ outcome, recommended }).toEqual({ outcome: 'determined', recommended: { tier: 'special' } });
  });

  test('a person decides the tier, and money follows', () => {
    const person = like({ decisions: [decision({ kind: 'tier', tier: 'special' })] });
    const { outcome, recommended, decided: byPerson, reasons } = decided(person);
    expect({ outcome, recommended, byPerson }).toEqual({
      outcome: 'determined',
      recommended: { tier: 'hard', scoreTier: 'hard', score: '50' },
      byPerson: { tier: 'special', by: 'review', on: '2025-09-20', because: '复核' },
    });
    expect(reasons.at(-1)).toEqual({
      code: 'decidedByPerson',
      by: 'review',
      on: '2025-09-20',
      tier: 'special',
    });
    expect(moneyOf(person).grant).toBe('350000');
  });

  test('the latest decision known in time stands', () => {
    const [early, late, tooLate] = ['2025-09-10', '2025-10-15', '2025-10-16'];
    const decisions = [
      decision({ kind: 'tier', tier: 'special', on: late as string }),
      decision({ kind: 'tier', tier: 'general', on: early as string }),
      decision({ kind: 'tier', tier: 'not_recognised', on: tooLate as string }),
    ];
    const { decided: byPerson, issues } = decided(like({ decisions }));
    expect(byPerson?.tier).toBe('special');
    expect(issues.map((issue) => issue.code)).toEqual(['decision.notYetKnown']);
  });
});

describe('undetermined', () => {
  test('because a fact is missing: the possible tiers, and what would have to be known', () => {
    const { outcome, open, reasons } = decided(withFacts({ income: undefined }));
    expect(outcome).toBe('undetermined');
    expect(open).toEqual({
      because: ['missingFact'],
      tiers: ['hard', 'general', 'not_recognised'],
      questions: [{ kind: 'fact', id: 'income', leaves: 1 }],
      wide: false,
    });
    expect(reasons).toEqual([]);
  });

  test('and each award has what it can come to', () => {
    expect(moneyOf(withFacts({ health: undefined, income: 20_000 }))).toEqual({
      books: 'notEntitled',
      grant: '120000..350000',
      waiver: '0..150000',
    });
    expect(moneyOf(withFacts({ fee: undefined }))).toEqual({
      books: 'notEntitled',
      grant: '230000',
      waiver: '0..200000',
    });
  });

  test('because a match is open', () => {
    const open = like({
      categories: [
        { category: 'orphan', status: 'unknown', doubt: 'openMatch' },
        { category: 'dibao', status: 'out' },
      ],
    });
    expect(decided(open).open).toEqual({
      because: ['openMatch'],
      tiers: ['special', 'hard'],
      questions: [{ kind: 'category', id: 'orphan', doubt: 'openMatch', leaves: 1 }],
      wide: false,
    });
  });

  test('because a list is missing', () => {
    const open = like({
      categories: [
        { category: 'dibao', status: 'out' },
        { category: 'orphan', status: 'unknown', doubt: 'listMissing' },
      ],
    });
    expect(decided(open).open?.because).toEqual(['missingFact']);
    expect(decided(open).open?.questions[0]).toMatchObject({ id: 'orphan', doubt: 'listMissing' });
  });

  test('because a category was not spoken of', () => {
    const open = like({ categories: [] });
    expect(decided(open).categories.map(({ category, status, doubt }) => [category, status, doubt])).toEqual([
      ['dibao', 'unknown', 'notSaid'],
      ['orphan', 'unknown', 'notSaid'],
    ]);
    expect(decided(open).outcome).toBe('undetermined');
    expect(tierOf({ ...open, otherCategories: 'out' })).toBe('hard');
  });

  test('because a veto meets a floor, until a person says which stands', () => {
    const both = withFacts({ luxury: true }, listed('dibao'));
    expect(decided(both).open).toEqual({
      because: ['vetoAgainstFloor'],
      tiers: ['hard', 'not_recognised'],
      questions: [{ kind: 'veto', id: 'luxury', leaves: 1 }],
      wide: false,
    });
    const yields = { ...both, decisions: [decision({ kind: 'veto', veto: 'luxury', stands: false })] };
    expect(tierOf(yields)).toBe('hard');
    expect(codesOf(yields)).toContain('vetoYieldsToFloor luxury hard');
    const stands = { ...both, decisions: [decision({ kind: 'veto', veto: 'luxury', stands: true })] };
    expect(tierOf(stands)).toBe('not_recognised');
    expect(codesOf(stands)).toContain('vetoLowers luxury not_recognised');
  });

  test('because there are two enrolments at once', () => {
    const two = like({
      enrolments: [
        { school: 'b', stage: 'senior' },
        { school: 'a', stage: 'senior' },
      ],
    });
    const { outcome, school, alsoAt, open } = decided(two);
    expect({ outcome, school, alsoAt }).toEqual({ outcome: 'undetermined', school: 'a', alsoAt: ['b'] });
    expect(decided({ ...two, enrolments: [...two.enrolments].reverse() })).toEqual(decided(two));
    expect(open).toMatchObject({
      because: ['conflict'],
      questions: [{ kind: 'enrolment', id: 'enrolments', leaves: 1 }],
    });
  });

  test('because a decision would take what a floor gives', () => {
    const below = { ...listed('dibao'), decisions: [decision({ kind: 'tier', tier: 'general' })] };
    const { outcome, decided: byPerson, open } = decided(below);
    expect({ outcome, byPerson }).toEqual({ outcome: 'undetermined', byPerson: undefined });
    expect(open).toMatchObject({
      because: ['conflict'],
      tiers: ['hard'],
      questions: [{ kind: 'decision', id: 'tier', leaves: 1 }],
    });
    expect(moneyOf(below).grant).toBe('230000');
  });

  test('because a decision would take what a list might still give', () => {
    const open = like({
      categories: [
        { category: 'orphan', status: 'unknown', doubt: 'openMatch' },
        { category: 'dibao', status: 'out' },
      ],
      decisions: [decision({ kind: 'tier', tier: 'general' })],
    });
    expect(decided(open).decided?.tier).toBe('general');
    expect(decided(open).open).toMatchObject({ because: ['openMatch'], tiers: ['special', 'general'] });
    expect(moneyOf(open).grant).toBe('120000..350000');
  });

  test('because two persons decided differently on one day', () => {
    const two = like({
      decisions: [decision({ kind: 'tier', tier: 'general' }), decision({ kind: 'tier', tier: 'special' })],
    });
    const { outcome, decided: byPerson, open, issues } = decided(two);
    expect({ outcome, byPerson }).toEqual({ outcome: 'undetermined', byPerson: undefined });
    expect(open).toMatchObject({ because: ['conflict'], questions: [{ kind: 'decision', id: 'tier' }] });
    expect(issues.map((issue) => issue.code)).toEqual(['decision.tierConflict']);
    const same = like({
      decisions: [decision({ kind: 'tier', tier: 'special' }), decision({ kind: 'tier', tier: 'special' })],
    });
    expect(tierOf(same)).toBe('special');
  });

  test('a decision may go below a floor where a person let a veto stand against it', () => {
    const decisions = [
      decision({ kind: 'veto', veto: 'luxury', stands: true }),
      decision({ kind: 'tier', tier: 'general' }),
    ];
    const { outcome, decided: byPerson } = decided({
      ...withFacts({ luxury: true }, listed('dibao')),
      decisions,
    });
    expect({ outcome, tier: byPerson?.tier }).toEqual({ outcome: 'determined', tier: 'general' });
  });
});

describe('outOfScope', () => {
  test('by a named predicate that is false, with its facts', () => {
    const { outcome, scope, awards, reasons } = decided(withFacts({ income: 90_500 }));
    expect({ outcome, scope, awards, reasons }).toEqual({
      outcome: 'outOfScope',
      scope: { predicate: 'not_rich', facts: ['income'] },
      awards: [],
      reasons: [],
    });
  });

  test('by enrolments that are over, or not yet begun', () => {
    for (const dates of [{ until: '2025-09-30' }, { from: '2025-10-02' }]) {
      const { outcome, scope } = decided(like({ enrolments: [{ school: 'a', stage: 'senior', ...dates }] }));
      expect({ outcome, scope }).toEqual({
        outcome: 'outOfScope',
        scope: { predicate: 'enrolled', facts: [] },
      });
    }
    for (const dates of [{ until: '2025-10-01' }, { from: '2025-10-01' }, { from: '2025-13-01' }])
      expect(decided(like({ enrolments: [{ school: 'a', stage: 'senior', ...dates }] })).outcome).toBe(
        'determined',
      );
  });

  test('not while it is open; and then no award is granted', () => {
    const open = withFacts({ income: undefined }, listed('orphan'));
    expect(decided(open).outcome).toBe('undetermined');
    expect(moneyOf(open)).toEqual({ books: 'notEntitled', grant: '0..350000', waiver: '0..150000' });
  });

  test('by a predicate that is surely false, though another one is open', () => {
    const rules = rulesOf(TEXT.replace('scope: {', 'scope: { in_town: { is: rural },'));
    const open = withFacts({ rural: undefined, income: 95_000 });
    const { outcome, scope } = decided(open, rules, planOf(rules));
    expect({ outcome, scope }).toEqual({
      outcome: 'outOfScope',
      scope: { predicate: 'not_rich', facts: ['income'] },
    });
  });
});

describe('declined', () => {
  const waiver = decision({ kind: 'waiver', paper: 'no-12' });

  test('by a waiver, with its paper; what is universal stays', () => {
    const junior = like({ enrolments: [{ school: 'a', stage: 'junior' }], decisions: [waiver] });
    const { outcome, declined } = decided(junior);
    expect({ outcome, declined }).toEqual({
      outcome: 'declined',
      declined: { paper: 'no-12', by: 'review', on: '2025-09-20' },
    });
    expect(moneyOf(junior)).toEqual({ books: 'unstated' });
  });

  test('not by one that was not yet known', () => {
    const { outcome, issues } = decided(like({ decisions: [{ ...waiver, on: '2025-10-16' }] }));
    expect(outcome).toBe('determined');
    expect(issues.map(({ code, values }) => ({ code, ...values }))).toEqual([
      { code: 'decision.notYetKnown', kind: 'waiver', on: '2025-10-16' },
    ]);
  });
});

describe('notApplied', () => {
  const silent = like({ applied: false });

  test('where nobody asks; what is universal stays', () => {
    expect(decided(silent).outcome).toBe('notApplied');
    const junior = { ...silent, enrolments: [{ school: 'a', stage: 'junior' as const }] };
    expect(moneyOf(junior)).toEqual({ books: 'unstated' });
    expect(moneyOf(silent)).toEqual({});
    expect(moneyOf({ ...silent, enrolments: [{ school: 'a' }] })).toEqual({});
  });

  test.each<[string, Partial<Student>]>([
    ['a list', { categories: [{ category: 'dibao', status: 'in' }] }],
    ['an open match', { categories: [{ category: 'dibao', status: 'unknown', doubt: 'openMatch' }] }],
    [
      'a row that is unclear',
      { categories: [{ category: 'dibao', status: 'unknown', doubt: 'rowUnclear' }] },
    ],
    ['a signal', { signals: ['low_spending'] }],
    ['aid before', { aidedBefore: true }],
  ])('not where %s asks', (_, who) => {
    expect(['determined', 'undetermined']).toContain(decided({ ...silent, ...who }).outcome);
  });

  test('being surely out asks for nobody, whatever was in doubt', () => {
    const out = { category: 'dibao', status: 'out', doubt: 'openMatch' } as const;
    expect(decided({ ...silent, categories: [out] }).outcome).toBe('notApplied');
  });

  test.each(['listMissing', 'listStale', 'notSaid'] as const)(
    'a category that is unknown because %s asks for nobody',
    (doubt) => {
      expect(
        decided({ ...silent, categories: [{ category: 'dibao', status: 'unknown', doubt }] }).outcome,
      ).toBe('notApplied');
    },
  );
});

describe('invalid', () => {
  test.each([
    ['no key', { key: '' }, 'student.key', ''],
    ['a key that is no text', { key: 7 }, 'student.key', ''],
    ['no enrolments', { enrolments: null }, 'student.enrolments', 'G1'],
    ['an enrolment without a school', { enrolments: [{ stage: 'senior' }] }, 'student.enrolments', 'G1'],
  ])('%s', (_, change, code, key) => {
    const { outcome, student, school, issues, awards, trace } = decided(
      like(change as unknown as Partial<Student>),
    );
    expect({ outcome, student, school, awards, trace, codes: issues.map((issue) => issue.code) }).toEqual({
      outcome: 'invalid',
      student: key,
      school: '',
      awards: [],
      trace: [],
      codes: [code],
    });
  });
});
