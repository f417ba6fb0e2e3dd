import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeCase, describeReport, readCases, runCases } from '../../src/cases/index.js';
import { RICH, RICH_TEXT } from '../determine/rich.js';
import { rulesOf } from '../determine/sample.js';
import { expectGolden } from '../golden.js';

const HEAD = `format: 1
scheme: xx-rich
edition: 2025
period: 2025-autumn
as_of: 2025-10-01
base:
  plain:
    marks: []
    lost_on: none
    county: "371500"
    family: { complete: true, list: [] }
    married: false
    income: 5_000
    disabled: false
    rented: false
`;
const VISITED =
  'decisions: [{ kind: points, part: home.visit, points: 5, paper: no-1, by: reviewer, on: 2025-09-20, because: 入户 }]';

const casesOf = (text: string, files: Readonly<Record<string, string>> = {}) => {
  const read = readCases(`${HEAD}${text}`, { file: 'cases.yaml', files: (name) => files[name] });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
};
const run = (text: string, files?: Readonly<Record<string, string>>, rules = RICH) =>
  runCases(rules, casesOf(text, files));
const failures = (text: string, files?: Readonly<Record<string, string>>) =>
  run(text, files)
    .results.filter((one) => !one.passed)
    .map((one) => describeCase(one, 'en'));

describe('cases with every kind of value', () => {
  it('hold in both meanings', () => {
    const text = `cases:
  - { id: plain, base: plain, ${VISITED}, expect: { tier: not_recognised, score: 5, money: 5_000, poor: false, since: none, could_raise: [score.home.teacher] } }
  - { id: options, base: plain, ${VISITED}, facts: { marks: [ill, debt] }, expect: { score: 30, tier: low, score.marks: 25 } }
  - { id: some_options, base: plain, ${VISITED}, facts: { marks: { in: [ill], out: [debt] } }, expect: { outcome: undetermined, tiers: [low, not_recognised], questions: [marks.jobless] } }
  - { id: date, base: plain, ${VISITED}, facts: { lost_on: 2024-10-01 }, expect: { score: 35, since: 2024-10-01 } }
  - { id: code, base: plain, ${VISITED}, facts: { county: "371501", income: 2_999.99 }, expect: { poor: true, score.poor: 10, figures.money: 2_999.990 } }
  - id: people
    base: plain
    ${VISITED}
    facts: { family: { complete: true, list: [{ relation: sibling, in_school: true, pay: none }, { relation: parent, in_school: false, pay: 1_000 }] } }
    expect: { pupils: 1, score.pupils: 5, money: 6_000 }
  - { id: person_unknown, base: plain, ${VISITED}, facts: { marks: [jobless, debt], family: { complete: true, list: [{ in_school: true, pay: 0 }, { in_school: unknown, pay: 0 }] } }, expect: { outcome: undetermined, questions: [family.2.in_school] } }
  - { id: not_there, base: plain, ${VISITED}, facts: { spouse: 1 }, expect: { money: 5_000, issues: [fact.notApplicable] } }
  - { id: taken_back, base: plain, ${VISITED}, facts: { income: unknown }, expect: { money: "-", outcome: determined } }
  - { id: paper, base: plain, ${VISITED}, facts: { disabled: true }, papers: [{ paper: card, issued: 2019-05-01 }], expect: { score: 26, score.proved: 1 } }
  - { id: no_paper, base: plain, ${VISITED}, facts: { disabled: true }, expect: { score: "-", issues: [evidence.missing] } }
  - { id: given, given: { score: 60 }, expect: { tier: top, reasons: [scoreReaches], score: 60.0 } }
  - { id: given_part, base: plain, ${VISITED}, given: { pupils: 3, score.home: 12.5, poor: true, since: none }, expect: { score: 37.5, pupils: 3, score.pupils: 15, poor: true } }
  - { id: given_tier, given: { tier: low }, expect: { tier: low, reasons: [] } }
  - { id: set_by_bureau, base: plain, decisions: [{ kind: figure, figure: money, value: 1_500, by: bureau, on: 2025-09-20, because: 核定 }], expect: { money: 1_500, poor: true, outcome: determined } }
  - { id: states, base: plain, ${VISITED.slice(0, -1)}, { kind: fact, fact: marks, value: [ill, debt], by: visit, on: 2025-09-21, because: 入户 }, { kind: fact, fact: checked, value: true, by: teacher, on: 2025-09-21, because: 查实 }], expect: { score: 33 } }
  - { id: wrong_role, base: plain, ${VISITED}, facts: { checked: true }, expect: { score.checked: 0, issues: [fact.role] } }
  - { id: bypass, base: plain, categories: { orphan: in }, expect: { tier: top, reasons: [bypassGives] } }
`;
    expect(failures(text)).toEqual([]);
    // The definition cannot go through every income.
    expect(run(text)).toMatchObject({ passed: 18, failed: 0, compared: 17 });
  });

  it('compare figures by their type: numbers by value, anything else as written', () => {
    const failing = failures(
      `cases: [{ id: a, base: plain, ${VISITED}, facts: { lost_on: 2024-10-01 }, expect: { money: 5_000.01, poor: FALSE, since: 2024-10-02 } }]`,
    );
    expect(failing).toHaveLength(1);
    for (const line of ['expected: 5000.01', 'got: 5000', 'expected: FALSE', 'expected: 2024-10-02'])
      expect(failing[0]).toContain(line);
  });

  it('name what the rule file does not have', () => {
    const report = run(`cases:
  - { id: names, base: plain, given: { monye: 1, score.hoem: 1, income: 1 }, papers: [{ paper: lettre, issued: 2025-01-01 }], expect: { mony: 1, tiers_: low, outputs.pupil.least: 1, figures.fee_gap: 1 } }
`);
    const told = report.results.flatMap((one) => one.issues.map(({ code, values }) => [code, values]));
    expect(told).toEqual([
      ['cases.unknownName', { kind: 'paper', name: 'lettre', near: 'letter' }],
      ['cases.unknownName', { kind: 'given', name: 'monye', near: 'money' }],
      ['cases.unknownName', { kind: 'given', name: 'score.hoem', near: 'score.home' }],
      ['cases.unknownName', { kind: 'given', name: 'income' }],
      ['cases.unknownPath', { found: 'mony', near: 'money' }],
      ['cases.unknownPath', { found: 'tiers_', near: 'tiers' }],
      ['cases.unknownName', { kind: 'figure', name: 'pupil', near: 'pupils' }],
      ['cases.unknownPath', { found: 'figures.fee_gap' }],
    ]);
  });
});

describe('a table', () => {
  const table = `tables:
  - id: incomes
    base: plain
    ${VISITED}
    categories: { rural: in }
    papers: [{ paper: letter, issued: 2025-09-01 }]
    columns: [income, county, categories.orphan, given pupils, expect poor, expect score, expect tier]
    rows:
      - [1_999.99, "371500", out, 0, true, 15, low]
      - [2_000,    "371500", out, 2, false, 15, low]
      - [2_999.99, "371501", in,  3, true, 30, top]
`;

  it('runs a case for each row, by both meanings', () => {
    expect(failures(table)).toEqual([]);
    expect(run(table)).toMatchObject({ passed: 3, compared: 3, results: [{}, {}, { id: 'incomes/3' }] });
  });

  it('runs the rows of a file, and shows where a failing one stands', () => {
    const files = {
      'incomes.csv': 'income,expect poor,expect money\n1999.99,true,1999.99\n2000,true,2000\n',
    };
    const text = `tables: [{ id: file, base: plain, ${VISITED}, rows: { file: incomes.csv } }]`;
    const [first, second] = run(text, files).results;
    expect(first?.passed).toBe(true);
    expect(second?.differences).toEqual([
      {
        about: 'expected',
        path: 'poor',
        expected: 'true',
        got: 'false',
        place: { file: 'incomes.csv', line: 3, header: 'expect poor' },
      },
    ]);
  });

  it('may ask on another day in each row', () => {
    const days = `tables: [{ id: days, base: plain, ${VISITED}, facts: { lost_on: 2024-10-01 }, known_at: 2026-12-31, columns: [as_of, expect score.lost], rows: [[2025-10-01, 30], [2025-10-02, 0]] }]`;
    expect(failures(days)).toEqual([]);
  });

  it('may say the first day of the period', () => {
    const rules = rulesOf(RICH_TEXT.replace('since:  { is: lost_on }', 'since: period_start'));
    const text = `tables: [{ id: terms, base: plain, ${VISITED}, columns: [period_start, expect since], rows: [[2025-09-01, 2025-09-01], [2026-02-01, 2026-02-01]] }]`;
    expect(run(text, {}, rules)).toMatchObject({ passed: 2, failed: 0 });
    const without = run(`cases: [{ id: a, base: plain, expect: { score: 0 } }]`, {}, rules);
    expect(without.results[0]?.issues.map((issue) => issue.code)).toEqual(['plan.periodStart']);
  });
});

describe('open outputs', () => {
  const rules = rulesOf(`
format: 1
scheme: xx-rich
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
facts:
  income: { type: number, unit: CNY/year, range: [0, 1_000], step: 100 }
  level:  { type: choice, of: [one, two] }
figures:
  share: round(income / 4, 0.01, half_up)
  aided: level != one
outputs: [share, aided]
`);

  it('are expected as what they can come to', () => {
    const text = `cases:
  - { id: whole, applied: false, facts: { income: 300, level: two }, expect: { outcome: determined, share: 75, aided: true, outputs: [], tier: "-" } }
  - { id: open, facts: { level: unknown }, expect: { outcome: undetermined, share: "-", outputs: [share, aided], outputs.share.least: 0, outputs.share.most: 250, outputs.aided.among: [false, true], tiers: [] } }
`;
    const report = run(text.replaceAll('base: plain, ', ''), {}, rules);
    expect(report.results.filter((one) => !one.passed).map((one) => describeCase(one, 'en'))).toEqual([]);
    expect(report.compared).toBe(2);
  });
});

describe('the diff of a failing case', () => {
  const failing = `cases:
  - { id: rich, base: plain, ${VISITED}, facts: { marks: { in: [ill] }, family: { complete: false, list: [{ in_school: true, pay: none }] }, lost_on: 2025-01-01 }, given: { score.poor: 10 }, expect: { tier: low, money: 1 } }
tables:
  - { id: table, base: plain, ${VISITED}, columns: [income, expect poor], rows: [[3_000, true]] }
`;
  for (const lang of ['zh', 'en'] as const) {
    it(`shows figures, options and people (${lang})`, () => {
      const path = fileURLToPath(new URL(`./golden/kinds.${lang}.txt`, import.meta.url));
      expectGolden(path, `${describeReport(run(failing), lang)}\n`);
    });
  }
});
