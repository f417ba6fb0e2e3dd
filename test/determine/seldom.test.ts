import { describe, expect, test } from 'vitest';
import { determine } from '../../src/determine/index.js';
import type { Student } from '../../src/roster/index.js';
import { bothWays } from './rich.js';
import { decided, decision, KNOWN, like, listed, planOf, rulesOf, TEXT, withFacts } from './sample.js';

// What few rule files say and few students meet; by the plan, and the definition says the same.

const changed = (...changes: readonly (readonly [string, string])[]) =>
  rulesOf(
    changes.reduce((text, [from, to]) => {
      expect(text.split(from)).toHaveLength(2);
      return text.replace(from, to);
    }, TEXT),
  );

const VETO = 'luxury: { when: luxury, unless: repaid, effect: not_recognised, against_floor: review }';

describe('vetoes', () => {
  const capped = changed([VETO, 'luxury: { when: luxury, effect: { cap: general }, against_floor: review }']);
  const by = (student: Student, rules = capped) => {
    const { recommended, reasons } = decided(student, rules, planOf(rules));
    return [recommended?.tier, reasons.filter(({ code }) => code.startsWith('veto'))];
  };

  test('one that caps lowers to its cap', () => {
    expect(by(withFacts({ luxury: true }))).toEqual([
      'general',
      [{ code: 'vetoLowers', veto: 'luxury', tier: 'general' }],
    ]);
  });

  test('one that caps where the student stands, or above, takes nothing and is no reason', () => {
    expect(by(withFacts({ luxury: true, income: 20_000, rural: false, peer: 0 }))).toEqual(['general', []]);
    expect(by(withFacts({ luxury: true, income: 90_000, rural: false, peer: 0 }))).toEqual([
      'not_recognised',
      [],
    ]);
  });

  test('of several the lowest stands, in whatever order they are named', () => {
    for (const [a, b] of [
      ['not_recognised', '{ cap: general }'],
      ['{ cap: general }', 'not_recognised'],
    ]) {
      const two = `a: { when: luxury, effect: ${a}, against_floor: review }\n  b: { when: luxury, effect: ${b}, against_floor: review }`;
      expect(by(withFacts({ luxury: true }), changed([VETO, two]))[0]).toBe('not_recognised');
    }
  });

  const said = (stands: boolean) => ({
    decisions: [decision({ kind: 'veto', veto: 'luxury', stands })],
  });

  test('one that a person let stand against a floor lowers from what the floor gave', () => {
    const hard = changed([VETO, 'luxury: { when: luxury, effect: { cap: hard }, against_floor: review }']);
    const orphan = listed('orphan', withFacts({ luxury: true }));
    expect(by({ ...orphan, ...said(true) }, hard)).toEqual([
      'hard',
      [{ code: 'vetoLowers', veto: 'luxury', tier: 'hard' }],
    ]);
    // The score gives more than the floor: from that it lowers, and the floor is not met.
    expect(by(listed('dibao', withFacts({ luxury: true, health: 'grave' })), hard)).toEqual([
      'hard',
      [{ code: 'vetoLowers', veto: 'luxury', tier: 'hard' }],
    ]);
  });

  test('one that a person did not let stand yields to the best of several floors', () => {
    const both = listed('orphan', listed('dibao', withFacts({ luxury: true })));
    expect(by({ ...both, ...said(false) })).toEqual([
      'special',
      [{ code: 'vetoYieldsToFloor', veto: 'luxury', tier: 'special' }],
    ]);
  });
});

test('a veto that takes all points is named beside the score that is left', () => {
  const rules = changed([
    VETO,
    'luxury: { when: luxury, effect: zero_score, against_floor: review }\n  other: { when: repaid, effect: zero_score, against_floor: review }',
  ]);
  const of = (facts: NonNullable<Student['facts']>) => {
    const { recommended, reasons } = decided(withFacts(facts), rules, planOf(rules));
    return [recommended?.score, ...reasons.map((reason) => Object.values(reason).join(' '))];
  };
  expect(of({ luxury: true })).toEqual(['0', 'scoreBelowAll 0', 'zeroScoreVeto luxury']);
  expect(of({ luxury: true, repaid: true })).toEqual([
    '0',
    'scoreBelowAll 0',
    'zeroScoreVeto luxury',
    'zeroScoreVeto other',
  ]);
  expect(of({})).toEqual(['50', 'scoreReaches hard 50 40']);
});

test('of several categories that give a tier the best is what floors are held against', () => {
  const rules = changed(
    ['  orphan:   { list: civil, floor: special }', '  orphan: { list: civil, bypass: special }'],
    [
      '  dibao:    { list: civil, floor: hard }',
      '  dibao: { list: civil, bypass: general }\n  frail: { list: civil, floor: hard }',
    ],
  );
  const all = listed('frail', listed('dibao', listed('orphan')));
  const { recommended, reasons } = decided(all, rules, planOf(rules));
  expect(recommended?.tier).toBe('special');
  expect(reasons.map((reason) => Object.values(reason).join(' '))).toEqual([
    'bypassGives dibao general',
    'bypassGives orphan special',
    'floorHolds frail hard',
  ]);
});

describe('money that is open', () => {
  const rules = changed(['scope: { not_rich: { is: "income <= 90_000" } }', '']);
  const grantOf = (student: Student) =>
    decided(student, rules, planOf(rules)).awards.find(({ programme }) => programme === 'grant');

  test('has its least where every answer gives some, whichever answer comes first', () => {
    const open = grantOf(withFacts({ health: 'grave', income: undefined }));
    expect(open?.between).toEqual({
      currency: 'CNY',
      least: '230000',
      most: '350000',
      among: ['230000', '350000'],
    });
    const other = grantOf(withFacts({ health: undefined }, listed('dibao')));
    expect(other?.between).toEqual({
      currency: 'CNY',
      least: '230000',
      most: '350000',
      among: ['230000', '350000'],
    });
  });
});

test('money that is single only in some cases is not listed one by one', () => {
  const rules = figures(
    `facts:
  poor: { type: flag, worse: if_true }
  rent: { type: number, unit: CNY/year, range: [100, 900], step: 1, worse: higher }`,
    `programmes:
  grant: { instrument: grant, for: rent >= 100, amount: "if poor then 500[CNY/year] else rent", per: year, payee: student }`,
  );
  const open = (facts: NonNullable<Student['facts']>) =>
    bothWays({ key: 'a', enrolments: [{ school: 'a' }], applied: true, facts }, rules).awards[0];
  expect(open({})?.between).toEqual({ currency: 'CNY', least: '10000', most: '90000' });
  expect(open({ rent: 300 })?.between).toEqual({
    currency: 'CNY',
    least: '30000',
    most: '50000',
    among: ['30000', '50000'],
  });
});

test('the place of study tells what the rule file leaves to it, and nothing else', () => {
  const rules = figures(
    `facts:
  stage:  { type: choice, of: [junior, senior], origin: enrolment, worse: none }
  grade:  { type: number, unit: 1, range: [1, 6], step: 1, worse: none }
  region: { type: code, origin: enrolment, worse: none }`,
    `figures: { old: grade >= 3, here: stage = senior }
outputs: [old, here]`,
  );
  const { facts } = bothWays(
    {
      key: 'a',
      enrolments: [{ school: 'a', stage: 'senior', grade: 1 }],
      applied: true,
      facts: { stage: 'junior', grade: 5, region: '99' },
    },
    rules,
  );
  expect(facts.map(({ fact, value, origin }) => [fact, value, origin])).toEqual([
    ['grade', '5', 'given'],
    ['region', '99', 'given'],
    ['stage', 'senior', 'enrolment'],
  ]);
});

test('money that may not be given at all is listed with 0, and once', () => {
  const rules = figures(
    'facts: { near: { type: flag, worse: none }, level: { type: choice, of: [a, b, c], worse: none } }',
    `programmes:
  grant: { instrument: grant, for: near, amount: "if level = a then 0[CNY/year] else if level = b then 100[CNY/year] else 200[CNY/year]", per: year, payee: student }
  alone: { instrument: grant, for: near, amount: "if level = a then 50[CNY/year] else if level = b then 100[CNY/year] else 200[CNY/year]", per: year, payee: student }`,
  );
  const { awards } = bothWays({ key: 'a', enrolments: [{ school: 'a' }], applied: true }, rules);
  expect(awards.map(({ programme, between }) => [programme, between?.least, between?.among])).toEqual([
    ['alone', '0', ['0', '5000', '10000', '20000']],
    ['grant', '0', ['0', '10000', '20000']],
  ]);
});

describe('a list entry that cannot be read', () => {
  const student = (categories: unknown): Student => like({ categories, otherCategories: 'out' } as never);

  test('may be about any category: none is out for want of it', () => {
    expect(decided(student([])).outcome).toBe('determined');
    const { outcome, issues, open } = decided(student([17]));
    expect([outcome, issues.map(({ code }) => code)]).toEqual(['undetermined', ['category.unreadable']]);
    expect(open?.questions.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['category orphan']);
  });
});

const figures = (facts: string, more: string) =>
  rulesOf(`
format: 1
scheme: xx-figures
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
${facts}
${more}
`);

test('a figure of each person is that of the person, beside figures of nobody', () => {
  const rules = figures(
    `facts:
  family: { type: people, size: [0, 3], worse: more, of: { pay: { type: number, unit: CNY/year, range: [0, 9_000], worse: lower } } }
  base:   { type: number, unit: CNY/year, range: [0, 9_000], worse: lower }`,
    `figures:
  total: sum(share of family)
  begin: base
  share: { for: family, is: "max(pay - begin, 0[CNY/year])" }
outputs: [total]`,
  );
  const student = (pays: readonly (number | undefined)[], base: number): Student => ({
    key: 'a',
    enrolments: [{ school: 'a' }],
    applied: true,
    facts: {
      family: { complete: true, list: pays.map((pay) => (pay === undefined ? {} : { pay })) },
      base,
    },
  });
  const totalOf = (...of: Parameters<typeof student>) =>
    bothWays(student(...of), rules).figures.find(({ figure }) => figure === 'total')?.value;
  expect(totalOf([1_000, 2_500, 400], 500)).toBe('2500');
  expect(totalOf([], 500)).toBe('0');
});

test('what a look-up finds is not known of each option by itself', () => {
  const rules = figures(
    `choices: { rung: [r0, r1, r2] }
facts:
  income: { type: number, unit: CNY/year, range: [0, 9_000], worse: lower }
  county: { type: code, worse: none }`,
    `tables:
  ceiling: { unit: CNY/year, keys: [rung, { county: code }], rows: { r0: { "37": 5_000 }, r1: { "37": 4_000 }, r2: { "37": 3_000 } }, otherwise: unknown, range: [2_000, 4_000], step: 1_000 }
figures:
  rungs: count(t in rung where income <= ceiling[t, county])
outputs: [rungs]`,
  );
  const student = (county: string): Student => ({
    key: 'a',
    enrolments: [{ school: 'a' }],
    applied: true,
    facts: { income: 3_500, county },
  });
  expect(bothWays(student('37'), rules).figures).toEqual([{ figure: 'rungs', value: '2' }]);
  const { open } = bothWays(student('44'), rules);
  expect(open?.questions.map(({ id }) => id).length).toBe(3);
  expect(open?.outputs).toEqual([{ figure: 'rungs', between: { least: '0', most: '3' } }]);
});

test('what nobody knows is asked for by name, in whatever order a formula comes to it', () => {
  for (const formula of ['late[county] + early[county]', 'early[county] + late[county]']) {
    const table =
      '{ unit: CNY/year, keys: [{ county: code }], rows: { "37": 500 }, otherwise: unknown, range: [0, 200], step: 100 }';
    const rules = figures(
      'facts: { county: { type: code, worse: none } }',
      `tables: { late: ${table}, early: ${table} }
figures: { due: "${formula}" }
outputs: [due]`,
    );
    const { open } = bothWays(
      { key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: { county: '99' } },
      rules,
    );
    expect(open?.questions.map(({ kind, id }) => [kind, /^[a-z]+/.exec(id)?.[0]])).toEqual([
      ['cell', 'early'],
      ['cell', 'late'],
    ]);
  }
});

test('where there are too many cells to settle more, nothing is granted while it is open who is in scope', () => {
  const flags = Array.from({ length: 18 }, (_, i) => `f${i + 10}`);
  const grants = (scope: string) => {
    const grant = (when: string, amount: string): string =>
      `{ instrument: grant, for: ${when}, amount: ${amount}, per: year, payee: student }`;
    const rules = figures(
      `facts: { ${flags.map((id) => `${id}: { type: flag, worse: if_true }`).join(', ')}, rent: { type: number, unit: CNY/year, range: [100, 900], step: 100, worse: higher } }`,
      `${scope}
tiers: [{ id: low, when: ${flags.join(' and ')} }]
programmes:
  always: ${grant('rent >= 100', '"100[CNY/year]"')}
  never:  ${grant('rent > 900', '"100[CNY/year]"')}
  some:   ${grant('f10', 'rent')}
  books:  ${grant('f10', '{ unstated: 实物 }').replace('instrument: grant', 'instrument: exemption')}`,
    );
    const { open, awards } = determine(planOf(rules), { ...KNOWN, facts: {}, categories: [] });
    return [
      open?.wide,
      ...awards.map(({ programme, state, between }) =>
        [programme, state, between?.least, between?.most].join(' ').trim(),
      ),
    ];
  };
  expect(grants('')).toEqual([
    false,
    'always granted',
    'books open',
    'never notEntitled',
    'some open 0 90000',
  ]);
  expect(grants('scope: { near: { is: rent >= 100 } }')).toEqual(grants(''));
  expect(grants('scope: { near: { is: not f11 } }')).toEqual([
    false,
    'always open 0 10000',
    'books open',
    'never notEntitled',
    'some open 0 90000',
  ]);
});

test('where there are too many cells to settle more, that every tier was met is known, or that it was not', () => {
  const flags = Array.from({ length: 14 }, (_, i) => `f${i}`);
  const wide = (top: number): boolean | undefined => {
    const rules = figures(
      `facts: { ${flags.map((id) => `${id}: { type: flag, worse: if_true }`).join(', ')} }`,
      `score: { parts: { ${flags.map((id, i) => `${id}: { when: ${id}, points: ${3 ** i % 1009} }`).join(', ')} } }
tiers: [{ id: top, from: ${top} }, { id: low, from: 1_203 }]`,
    );
    const nothing: Student = { ...KNOWN, facts: {}, categories: [] };
    const { outcome, open } = determine(planOf(rules), nothing);
    expect(outcome).toBe('undetermined');
    expect(open?.tiers).toEqual(['top', 'low', 'not_recognised']);
    return open?.wide;
  };
  expect(wide(2_000)).toBe(false);
});

test('where a tier may be that no case met has, the tiers are more than is known', () => {
  const flags = Array.from({ length: 18 }, (_, i) => `f${i + 10}`);
  // Every other one: on no way from the easiest to the hardest case.
  const odd = flags.map((id, i) => (i % 2 === 0 ? id : `not ${id}`)).join(' and ');
  const rules = figures(
    `facts: { ${flags.map((id) => `${id}: { type: flag, worse: if_true }`).join(', ')} }`,
    `tiers: [{ id: top, when: ${odd} }, { id: low, when: ${flags.join(' and ')} }]`,
  );
  const { open } = determine(planOf(rules), { ...KNOWN, facts: {}, categories: [] });
  expect([open?.tiers, open?.wide]).toEqual([['top', 'low', 'not_recognised'], true]);
});

test('why a student is undetermined is said in one order, whatever is asked first', () => {
  const rules = figures(
    `facts: { a: { type: flag, worse: if_true }, b: { type: flag, worse: if_true }, c: { type: flag, worse: if_true } }
lists: { civil: { title: 民政名单 } }
categories: { orphan: { list: civil, floor: top } }`,
    `score: { parts: { a: { when: a, points: 1 }, b: { when: b, points: 1 }, c: { when: c, points: 1 } } }
tiers: [{ id: top, from: 9 }, { id: mid, from: 2 }, { id: low, from: 1 }]`,
  );
  const { open } = bothWays(
    {
      key: 'a',
      enrolments: [{ school: 'a' }],
      applied: true,
      categories: [{ category: 'orphan', status: 'unknown', doubt: 'openMatch' }],
    },
    rules,
  );
  expect(open?.questions.map(({ kind, leaves }) => `${kind} ${leaves}`)).toEqual([
    'category 3',
    'fact 4',
    'fact 4',
    'fact 4',
  ]);
  expect(open?.because).toEqual(['missingFact', 'openMatch']);
});

test('out of scope for one reason or for another are two outcomes', () => {
  const rules = figures(
    'facts: { near: { type: flag, worse: none }, young: { type: flag, worse: none } }',
    `scope: { near: { is: near }, young: { is: young } }
tiers: [{ id: low, when: near }]`,
  );
  const { open } = bothWays({ key: 'a', enrolments: [{ school: 'a' }], applied: true }, rules);
  expect(open?.questions).toEqual([
    { kind: 'fact', id: 'near', leaves: 2 },
    { kind: 'fact', id: 'young', leaves: 2 },
  ]);
  const { open: far } = bothWays(
    { key: 'a', enrolments: [{ school: 'a' }], applied: true, facts: { near: true } },
    rules,
  );
  expect(far?.questions).toEqual([{ kind: 'fact', id: 'young', leaves: 1 }]);
});

test('what a person decided stands in no way of anybody who is out of scope whatever is not known', () => {
  const rules = figures(
    'facts: { near: { type: flag, worse: none } }',
    `scope: { away: { is: not near }, near: { is: near } }
tiers: [{ id: low, when: near }]`,
  );
  const { open } = bothWays(
    {
      key: 'a',
      enrolments: [{ school: 'a' }],
      applied: true,
      decisions: [decision({ kind: 'tier', tier: 'low' })],
    },
    rules,
  );
  expect([open?.because, open?.questions]).toEqual([
    ['missingFact'],
    [{ kind: 'fact', id: 'near', leaves: 1 }],
  ]);
});

test('of a list with fewer than there must be the rest are there, though nothing is known of them', () => {
  const rules = figures(
    'facts: { family: { type: people, size: [2, 3], worse: more, of: { ill: { type: flag, worse: if_true } } } }',
    'figures: { two: count(family) >= 2, three: count(family) >= 3, sick: count(family where ill) }\noutputs: [two, three, sick]',
  );
  const { figures: known, open } = bothWays(
    {
      key: 'a',
      enrolments: [{ school: 'a' }],
      applied: true,
      facts: { family: { complete: false, list: [{ ill: true }] } },
    },
    rules,
  );
  expect(known).toEqual([{ figure: 'two', value: true }]);
  expect(open?.questions.map(({ id }) => id).sort()).toEqual(['family.2.ill', 'family.3', 'family.3.ill']);
});
