import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeCase, describeReport, runCases } from '../../src/cases/index.js';
import { meaningsApart } from '../../src/cases/run.js';
import { expectGolden } from '../golden.js';
import { sampleCases, sampleRules } from './sample.js';

const rules = sampleRules();
const run = (cases: string) => runCases(rules, sampleCases(cases));
const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url));

describe('running cases', () => {
  it('passes what is as expected, by both meanings', () => {
    const report =
      run(`  - { id: none, base: plain, expect: { outcome: determined, tier: not_recognised, score: 0, score_tier: not_recognised, granted: [], reasons: [scoreBelowAll], wide: false, could_raise: [] } }
  - { id: poor, base: [plain, poor], expect: { tier: general, score: 20.0, score.family: 20, awards.grant.amount: 1_200.50, awards.grant.state: granted } }
  - { id: floor, base: plain, categories: { orphan: in }, expect: { tier: hard, awards.grant.amount: 2_300, reasons: [floorLifts, scoreBelowAll] } }
  - { id: in_kind, base: plain, facts: { stage: primary }, expect: { awards.books.amount: unstated } }
  - { id: derived, base: [plain, poor], facts: { health: ill }, expect: { score: 30.5, tier: general } }
  - { id: too_old, base: plain, facts: { grade: 6 }, expect: { outcome: outOfScope, scope: lower } }
  - { id: unasked, base: plain, applied: false, expect: { outcome: notApplied, tier: "-" } }
  - { id: match, base: plain, categories: { orphan: openMatch }, expect: { outcome: undetermined, because: [openMatch], tiers: [hard, not_recognised], questions: [orphan], awards.grant.least: 0, awards.grant.most: 2_300 } }
  - { id: no_health, base: [plain, poor], facts: { health: unknown, peer: unknown }, expect: { outcome: determined, tier: general, score: "-", score.family.health: "-", could_raise: [peer] } }
  - { id: bad_value, base: plain, facts: { health: 不详 }, expect: { outcome: determined, issues: [fact.option] } }
  - { id: visited, base: plain, decisions: [{ kind: fact, fact: income, value: 5_000, by: visit, on: 2025-10-01, because: 入户 }], expect: { tier: hard } }
  - { id: declined, base: plain, decisions: [{ kind: waiver, paper: 声明, by: guardian, on: 2025-10-01, because: 自愿 }], expect: { outcome: declined } }
  - { id: decided, base: plain, decisions: [{ kind: tier, tier: hard, by: panel, on: 2025-10-01, because: 火灾 }], expect: { tier: not_recognised, decided: hard, awards.grant.amount: 2_300 } }`);
    expect(report.results.filter((one) => !one.passed).map((one) => describeCase(one, 'en'))).toEqual([]);
    expect(report).toMatchObject({
      passed: 13,
      failed: 0,
      compared: 13,
      standing: 'illustrative',
      status: 'draft',
    });
  });

  it('fails a case with a value that could not be used, unless the case expects it', () => {
    const report = run(
      '  - { id: bad_value, base: plain, facts: { health: 不详 }, expect: { outcome: determined } }',
    );
    expect(report.results[0]).toMatchObject({
      passed: false,
      differences: [{ about: 'expected', path: 'issues', expected: '[]', got: '[fact.option]' }],
    });
  });

  it('says that the reference could not go through every income', () => {
    const report = run(
      '  - { id: open, base: plain, facts: { income: unknown, health: ill }, expect: { outcome: undetermined, tiers: [hard, general, not_recognised] } }',
    );
    expect(report.results[0]).toMatchObject({ passed: true, compared: false });
    expect(report.compared).toBe(0);
  });

  it('names what the rule file does not have, where the case file says it', () => {
    const report =
      run(`  - { id: names, base: plain, facts: { incom: 1, constructor: 1 }, categories: { orphen: in, ill_poor: in }, expect: { tier: hart, score.family.incme: 1, awards.grand.amount: 1, tiers: [hard, general], granted: [book] } }
  - { id: misfit, base: plain, facts: { grade: 小班, boarder: 1 }, expect: { tier: hard } }`);
    expect(report.failed).toBe(2);
    const told = report.results.flatMap((one) =>
      one.issues.map(({ code, values, place }) => [code, values, place?.line, place?.column]),
    );
    expect(told).toEqual([
      ['cases.unknownName', { kind: 'fact', name: 'incom', near: 'income' }, 10, 47],
      ['cases.unknownName', { kind: 'fact', name: 'constructor' }, 10, 63],
      ['cases.unknownName', { kind: 'category', name: 'orphen', near: 'orphan' }, 10, 90],
      // Derived from facts: nobody can say it.
      ['cases.unknownName', { kind: 'category', name: 'ill_poor' }, 10, 104],
      ['cases.unknownName', { kind: 'tier', name: 'hart', near: 'hard' }, 10, 126],
      ['cases.unknownName', { kind: 'part', name: 'family.incme', near: 'family.income' }, 10, 152],
      ['cases.unknownName', { kind: 'programme', name: 'grand', near: 'grant' }, 10, 176],
      ['cases.unknownName', { kind: 'programme', name: 'book', near: 'books' }, 10, 212],
      ['cases.misfit', { fact: 'grade', found: '小班' }, 11, 48],
      ['cases.misfit', { fact: 'boarder', found: '1' }, 11, 61],
    ]);
  });

  it('runs nothing against another edition, and says so', () => {
    const cases = { ...sampleCases('  - { id: a, base: plain, expect: { tier: hard } }'), edition: '2026' };
    expect(runCases(rules, cases)).toMatchObject({
      passed: 0,
      failed: 1,
      results: [],
      issues: [
        {
          code: 'cases.otherEdition',
          values: { scheme: 'xx-sample', edition: '2026', of: 'xx-sample 2025' },
          place: { file: 'cases.yaml' },
        },
      ],
    });
  });

  it('fails a case at a date on which the edition is not in force', () => {
    const report = run('  - { id: late, base: plain, as_of: 2026-02-01, expect: { tier: hard } }');
    expect(report.results[0]).toMatchObject({ passed: false, issues: [{ code: 'plan.notInForce' }] });
  });
});

describe('the diff of a failing case', () => {
  const failing = `  - { id: fine, base: plain, expect: { tier: not_recognised } }
  - { id: wrong, base: [plain, poor], facts: { health: unknown }, categories: { orphan: in }, expect: { tier: general, score.family.income: 40, granted: [], reasons: [scoreReaches] } }
  - { id: misspelt, base: plain, expect: { tier: hart } }`;
  for (const lang of ['zh', 'en'] as const) {
    it(`is text that a rule writer can follow (${lang})`, () => {
      expectGolden(golden(`failing.${lang}.txt`), `${describeReport(run(failing), lang)}\n`);
    });
  }

  it('says issues in sentences where the caller has them', () => {
    const text = describeReport(run(failing), 'zh', (issue) => `「${issue.code}」`);
    expect(text).toContain('  「cases.unknownName」');
  });

  it('names where the two meanings part, as a defect', () => {
    const [good] = run('  - { id: fine, base: plain, expect: { tier: not_recognised } }').results;
    const plan = good?.determination;
    if (plan === undefined) throw new Error('no determination');
    const reference = { ...plan, outcome: 'notApplied', trace: plan.trace.slice(1) } as typeof plan;
    const apart = meaningsApart(plan, reference);
    expect(apart.map((one) => one.path)).toEqual(expect.arrayContaining(['outcome', 'trace.0.part']));
    expect(apart.find((one) => one.path === 'outcome')).toEqual({
      about: 'meanings',
      path: 'outcome',
      expected: '"notApplied"',
      got: '"determined"',
    });
    expect(meaningsApart(plan, { ...plan })).toEqual([]);
    expect(describeCase({ ...good!, passed: false, differences: apart.slice(0, 1) }, 'en')).toContain(
      'a defect of bulou',
    );
  });
});
