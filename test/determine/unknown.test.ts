import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Determination, determine } from '../../src/determine/index.js';
import type { FactInput, Student } from '../../src/roster/index.js';
import { type Ground, randomCase, towardsCut } from '../agreement/arbitrary/case.js';
import { Dice } from '../agreement/arbitrary/dice.js';
import { plainStudent } from '../agreement/arbitrary/students.js';
import { groundOfText, schemeOf, verdictOf } from '../agreement/pairs.js';
import { decided, decision, KNOWN, like, planOf, rulesOf, withFacts } from './sample.js';

describe('a fact that is not known', () => {
  test('ask: goes through all that it could be', () => {
    expect(decided(withFacts({ health: undefined })).open?.tiers).toEqual(['special', 'hard']);
  });

  test('block: leaves it open, even where it would change nothing', () => {
    const { outcome, open } = decided(like({ enrolments: [{ school: 'a' }] }));
    expect(outcome).toBe('undetermined');
    expect(open).toMatchObject({
      because: ['missingFact'],
      tiers: ['hard'],
      questions: [{ kind: 'fact', id: 'stage', leaves: 1 }],
    });
  });

  test('assume: is used, and marked wherever it was', () => {
    const { outcome, facts } = decided(withFacts({ luxury: undefined }));
    expect(outcome).toBe('determined');
    expect(facts).toContainEqual({ fact: 'luxury', value: false, origin: 'assumed' });
  });

  test('no_points: gives none, and is told as what could raise the score', () => {
    const { outcome, recommended, couldRaise, trace } = decided(withFacts({ peer: undefined }));
    expect({ outcome, score: recommended?.score, couldRaise }).toEqual({
      outcome: 'determined',
      score: '45',
      couldRaise: ['peer'],
    });
    expect(trace).toContainEqual({ part: 'peer', points: '0' });
  });

  test.each<[string, FactInput | object, string]>([
    ['a float', 0.5, 'fact.float'],
    ['an unsafe integer', 2 ** 53, 'fact.float'],
    ['no number', Number.NaN, 'fact.float'],
    ['an exponent', '1e3', 'fact.type'],
    ['a flag', true, 'fact.type'],
    ['a list', ['6000'], 'fact.type'],
    ['a thing that reads as a number', { toString: () => '6000' }, 'fact.type'],
    ['finer than its grid', '6000.01', 'fact.offGrid'],
    ['beyond its range', 100_500, 'fact.outOfRange'],
    ['below its range', '-500', 'fact.outOfRange'],
  ])('income as %s is named and not known', (_, income, code) => {
    const { issues, outcome, facts } = decided(withFacts({ income: income as FactInput }));
    expect(issues.map((issue) => [issue.code, issue.place?.path])).toEqual([[code, 'facts.income']]);
    expect(outcome).toBe('undetermined');
    expect(facts.map((one) => one.fact)).not.toContain('income');
  });

  test.each<[string, Record<string, FactInput>, string]>([
    ['an option that there is not', { health: 'well' }, 'fact.option'],
    ['an option as a number', { health: 1 }, 'fact.type'],
    ['a flag as text', { rural: 'true' }, 'fact.type'],
    ['a flag as a number', { rural: 1 }, 'fact.type'],
  ])('%s is named and not known', (_, facts, code) => {
    expect(decided(withFacts(facts)).issues.map((issue) => issue.code)).toEqual([code]);
  });

  test('a bad value of a fact with an assumption is named, and the assumption used', () => {
    const { issues, facts } = decided(withFacts({ luxury: 'no' }));
    expect(issues.map((issue) => issue.code)).toEqual(['fact.type']);
    expect(facts).toContainEqual({ fact: 'luxury', value: false, origin: 'assumed' });
  });

  test('a fact that the rules do not know is named', () => {
    const { issues, outcome } = decided(withFacts({ shoes: 'two' }));
    expect(issues).toEqual([
      { code: 'fact.unknown', severity: 'warning', place: { path: 'facts.shoes' }, values: {} },
    ]);
    expect(outcome).toBe('determined');
  });
});

describe('what a person states of a fact', () => {
  const states = (value: FactInput, on: string) => decision({ kind: 'fact', fact: 'income', value, on });

  test('stands before what the survey says; the latest stands', () => {
    const both = like({ decisions: [states('30000', '2025-09-20'), states(20_000, '2025-09-25')] });
    expect(decided(both).facts).toContainEqual({ fact: 'income', value: '20000', origin: 'decision' });
  });

  test('differently on one day leaves it open, and a later day settles it', () => {
    const conflict = [states(500, '2025-09-20'), states(1_000, '2025-09-20')];
    const { issues, open } = decided(like({ decisions: conflict }));
    expect(issues.map(({ code, values }) => ({ code, ...values }))).toEqual([
      { code: 'decision.conflict', fact: 'income', on: '2025-09-20' },
    ]);
    expect(open?.questions).toEqual([{ kind: 'fact', id: 'income', leaves: 1 }]);
    const settled = decided(like({ decisions: [...conflict, states(1_500, '2025-09-21')] }));
    expect(settled.facts).toContainEqual({ fact: 'income', value: '1500', origin: 'decision' });
    expect(settled.issues).toEqual([]);
  });

  test('opposite decisions of one day on a veto leave it open', () => {
    const decisions = [true, false].map((stands) => decision({ kind: 'veto', veto: 'luxury', stands }));
    const both = {
      ...withFacts({ luxury: true }),
      categories: [
        { category: 'dibao', status: 'in' as const },
        { category: 'orphan', status: 'out' as const },
      ],
      decisions,
    };
    const { issues, open } = decided(both);
    expect(issues.map((issue) => issue.code)).toEqual(['decision.vetoConflict']);
    expect(open?.because).toEqual(['vetoAgainstFloor']);
  });

  test('what nobody knows of is named', () => {
    const decisions = [
      decision({ kind: 'fact', fact: 'shoes', value: 1 }),
      decision({ kind: 'tier', tier: 'top' }),
      decision({ kind: 'veto', veto: 'jewels', stands: true }),
      decision({ kind: 'tier', tier: 'special', on: '2025-09-31' }),
    ];
    expect(decided(like({ decisions })).issues.map((issue) => issue.code)).toEqual([
      'decision.date',
      'decision.unknownFact',
      'decision.unknownTier',
      'decision.unknownVeto',
    ]);
    expect(decided(like({ decisions })).recommended?.tier).toBe('hard');
  });
});

describe('categories said more than once', () => {
  test('in and out: in stands, and the contradiction is named', () => {
    const twice = like({
      categories: [
        { category: 'orphan', status: 'out' },
        { category: 'dibao', status: 'out' },
        { category: 'orphan', status: 'in' },
      ],
    });
    const { recommended, issues } = decided(twice);
    expect(recommended?.tier).toBe('special');
    expect(issues.map((issue) => issue.code)).toEqual(['category.conflict']);
  });

  test('unknown and out: unknown stands', () => {
    const twice = like({
      categories: [
        { category: 'orphan', status: 'out' },
        { category: 'orphan', status: 'unknown', doubt: 'openMatch' },
        { category: 'dibao', status: 'out' },
      ],
    });
    expect(decided(twice).open?.because).toEqual(['openMatch']);
  });

  test('evidence adds up, each row once', () => {
    const row = (n: number) => ({ file: 'civil.xlsx', row: n });
    const categories: Student['categories'] = [
      { category: 'orphan', status: 'in', evidence: [row(12), row(3)] },
      { category: 'orphan', status: 'in', evidence: [row(3)] },
      { category: 'dibao', status: 'out' },
    ];
    expect(
      decided(like({ categories })).categories.find((one) => one.category === 'orphan')?.evidence,
    ).toEqual([row(3), row(12)]);
  });

  test('a category that follows from the rules is not handed in', () => {
    const said = like({
      categories: [
        ...(KNOWN.categories ?? []),
        { category: 'poor_ill', status: 'in' },
        { category: 'nobles', status: 'in' },
      ],
    });
    expect(decided(said).issues.map((issue) => issue.code)).toEqual(['category.unknown', 'category.derived']);
    expect(decided(said).recommended?.tier).toBe('hard');
  });
});

// --- more is known, less is possible ---------------------------------------------------------------------------------

/** None under rules that have no tiers. */
function tiersOf({ outcome, open, decided: person, recommended }: Determination): readonly string[] {
  if (outcome === 'undetermined') return open?.tiers ?? [];
  const tier = outcome === 'determined' ? (person ?? recommended)?.tier : undefined;
  return tier === undefined ? [] : [tier];
}

/** Whether an award of less knowledge allows one of more. */
function allows(before: Determination['awards'][number], after: Determination['awards'][number]): boolean {
  if (before.state !== 'open') return JSON.stringify(before) === JSON.stringify(after);
  if (before.between === undefined || after.state === 'notEntitled') return true;
  const { least, most } = before.between;
  const said = after.between ?? { least: after.amount?.minor ?? least, most: after.amount?.minor ?? most };
  return BigInt(least) <= BigInt(said.least) && BigInt(said.most) <= BigInt(most);
}

test('knowing one fact more never enlarges what is possible', () => {
  const seen = { pairs: 0, narrowed: 0 };
  fc.assert(
    fc.property(fc.nat(0x7fffffff), (seed) => {
      const { ground } = schemeOf(seed % 4_000, 5, 0);
      const dice = new Dice(seed);
      for (let i = 0; i < 6; i += 1) {
        const truth = towardsCut(ground, randomCase(ground, dice), 5, dice);
        // What is assumed, or gives no points, is not open: there, to know is to say something else.
        const askable = ground.rules.facts.filter(({ unknown }) => /ask|block/.test(unknown.policy));
        const open = new Set(dice.some(askable, 1, 3).map((fact) => fact.id));
        const listsUnknown = dice.chance(30);
        if (open.size === 0) continue;
        const [less, more] = [open, new Set([...open].slice(1))].map((unknown) =>
          determine(ground.plan, plainStudent(ground, truth, unknown, listsUnknown)),
        ) as [Determination, Determination];
        if (less.outcome === 'outOfScope' || more.open?.wide === true) continue;
        seen.pairs += 1;
        const [wide, narrow] = [tiersOf(less), tiersOf(more)];
        expect(wide).toEqual(expect.arrayContaining([...narrow]));
        if (less.outcome === 'determined') expect(more.outcome).toBe('determined');
        if (narrow.length < wide.length) seen.narrowed += 1;
        if (more.outcome === 'outOfScope') continue;
        for (const [k, award] of more.awards.entries())
          expect([less.awards[k], award, allows(less.awards[k] as typeof award, award)]).toEqual([
            less.awards[k],
            award,
            true,
          ]);
      }
    }),
    { numRuns: 120, seed: 7 },
  );
  expect(seen.pairs).toBeGreaterThan(400);
  expect(seen.narrowed).toBeGreaterThan(20);
});

describe('of more questions than can be asked at once, up to three narrow most', () => {
  const rulesText = (points: readonly number[], cuts: readonly number[]): string => `
format: 1
scheme: xx-many
edition: 2025
title: 许多问题
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts: { ${points.map((_, i) => `f${i}: { type: flag, worse: if_true }`).join(', ')} }
score: { parts: { ${points.map((p, i) => `p${i}: { when: f${i}, points: ${p} }`).join(', ')} } }
tiers: [${cuts.map((cut, i) => `{ id: t${i}, from: ${cut} }`).join(', ')}]
programmes: { grant: { instrument: grant, for: tier >= t${cuts.length - 1}, amount: "1_000[CNY/year]", per: year, payee: student } }
`;
  const NOTHING: Student = { key: 'a', enrolments: [{ school: 'a' }], applied: true };
  const openOf = (text: string) => {
    const rules = rulesOf(text);
    return decided(NOTHING, rules, planOf(rules)).open;
  };

  test('the heavy one first', () => {
    const open = openOf(rulesText([1, 40, 20, 1, 10], [70, 40, 11]));
    expect(open?.tiers.length).toBe(4);
    expect(open?.questions.length).toBe(5);
    expect(open?.narrowest).toEqual({ ask: [{ kind: 'fact', id: 'f1' }], leaves: 2 });
  });

  test('three questions are few enough to ask them all', () => {
    const open = openOf(rulesText([10, 20, 30], [60, 30, 10]));
    expect([open?.questions.length, open?.narrowest]).toEqual([3, undefined]);
  });

  test('where no three narrow anything, none are named', () => {
    expect(openOf(rulesText([1, 1, 1, 1, 1, 1, 1], [4]))).toMatchObject({ tiers: ['t0', 'not_recognised'] });
    expect(openOf(rulesText([1, 1, 1, 1, 1, 1, 1], [4]))?.narrowest).toBeUndefined();
  });

  test('both meanings name the same, and by hand no other three leave less', () => {
    const points = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 7 });
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 3 });
    let named = 0;
    fc.assert(
      fc.property(points, cuts, (worth, from) => {
        const falling = [...from].sort((a, b) => b - a);
        const open = openOf(rulesText(worth, falling));
        if (open === undefined) return;
        const tierOf = (bits: number): number =>
          falling.findIndex(
            (cut) => worth.reduce((sum, p, i) => sum + ((bits >> i) % 2 === 1 ? p : 0), 0) >= cut,
          );
        const students = Array.from({ length: 2 ** worth.length }, (_, bits) => bits);
        const leaves = (mask: number): number => {
          const left = new Map<number, Set<number>>();
          for (const bits of students)
            left.set(bits & mask, (left.get(bits & mask) ?? new Set()).add(tierOf(bits)));
          return [...left.values()].reduce((most, tiers) => (tiers.size > most ? tiers.size : most), 0);
        };
        const few = students.filter((mask) => mask.toString(2).replaceAll('0', '').length <= 3);
        const best = few.map(leaves).reduce((a, b) => (b < a ? b : a));
        if (open.narrowest === undefined) {
          expect(open.questions.length <= 3 || best === leaves(0)).toBe(true);
          return;
        }
        named += 1;
        const mask = open.narrowest.ask.reduce((sum, { id }) => sum | (1 << Number(id.slice(1))), 0);
        expect([open.narrowest.leaves, leaves(mask)]).toEqual([best, best]);
      }),
      { numRuns: 60, seed: 11 },
    );
    expect(named).toBeGreaterThan(5);
  });
});

test('too many cells: the possible tiers are a superset, and nothing is called determined', () => {
  const flags = Array.from({ length: 12 }, (_, i) => `f${i}`);
  const text = `
format: 1
scheme: xx-wide
edition: 2025
title: 很多不清楚
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts: { ${flags.map((id) => `${id}: { type: flag }`).join(', ')} }
score: { parts: { ${flags.map((id, i) => `${id}: { when: ${id}, points: ${3 ** i % 1009} }`).join(', ')} } }
tiers: [{ id: top, from: 4_000 }, { id: middle, from: 1_777 }, { id: low, from: 1_203 }]
programmes: { grant: { instrument: grant, for: tier >= middle, amount: "1_000[CNY/year]", per: year, payee: student } }
`;
  const student: Student = { key: 'a', enrolments: [{ school: 'a' }], applied: true };
  const ground = groundOfText(text) as Ground;
  // Some 4,000 completions can be gone through by definition, but are too many cells for the plan.
  expect(verdictOf(ground, student).kind).toBe('looser');
  const { outcome, open } = determine(ground.plan, student);
  expect(outcome).toBe('undetermined');
  expect(open?.tiers).toEqual(expect.arrayContaining(['middle', 'low', 'not_recognised']));
  expect(open?.questions.map((one) => one.leaves)).toEqual(flags.map(() => 0));
});
