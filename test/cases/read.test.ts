import { describe, expect, it } from 'vitest';
import { readCases } from '../../src/cases/index.js';
import { caseText, sampleCases } from './sample.js';

describe('a case file', () => {
  it('is read with every text as it was written, and where it stands', () => {
    const { scheme, edition, file, cases } = sampleCases(`  - id: whole
    title: { zh: 全部写法, en: Everything }
    base: [plain, poor]
    as_of: 2025-11-01
    known_at: 2025-11-15
    applied: false
    aided_before: true
    signals: [low_spending]
    facts: { income: 1_000.50, boarder: true, health: unknown, school: "0012" }
    categories: { orphan: openMatch }
    decisions: [{ kind: fact, fact: income, value: 0.10, by: visit_group, on: 2025-10-01, because: 入户 }]
    expect: { tier: hard, score.family.income: 40, tiers: [hard, general] }`);
    expect({ scheme, edition, file }).toEqual({ scheme: 'xx-sample', edition: '2025', file: 'cases.yaml' });
    const [one] = cases;
    expect(one).toMatchObject({
      id: 'whole',
      title: { zh: '全部写法', en: 'Everything' },
      place: { file: 'cases.yaml', line: 10, column: 9 },
      period: '2025-autumn',
      asOf: '2025-11-01',
      knownAt: '2025-11-15',
      applied: false,
      aidedBefore: true,
      signals: ['low_spending'],
      decisions: [
        { kind: 'fact', fact: 'income', value: '0.10', by: 'visit_group', on: '2025-10-01', because: '入户' },
      ],
    });
    expect(one?.facts.income).toEqual({
      value: '1_000.50',
      place: { file: 'cases.yaml', line: 18, column: 22, path: 'cases.0.facts.income' },
    });
    expect(one?.facts.stage).toEqual({
      value: 'senior',
      place: { file: 'cases.yaml', line: 7, column: 19, path: 'base.plain.stage' },
    });
    expect(one?.facts.school?.value).toBe('0012');
    expect(one?.categories.orphan?.value).toBe('openMatch');
    expect(one?.expect.tiers?.value).toEqual(['hard', 'general']);
  });

  it('says less with defaults: applied, known when it is in force, no categories, no decisions', () => {
    const [one] = sampleCases('  - { id: short, base: plain, expect: { tier: hard } }').cases;
    expect(one).toMatchObject({
      applied: true,
      aidedBefore: false,
      signals: [],
      categories: {},
      decisions: [],
      knownAt: '2025-10-10',
    });
  });

  it('lets a later base and the case itself say a fact anew', () => {
    const [one] = sampleCases(
      '  - { id: over, base: [plain, poor], facts: { health: ill }, expect: { tier: hard } }',
    ).cases;
    expect([one?.facts.income?.value, one?.facts.health?.value]).toEqual(['20_000', 'ill']);
  });
});

describe('a broken case file', () => {
  const at = (line: number, column: number, path?: string) => ({
    file: 'cases.yaml',
    line,
    column,
    ...(path === undefined ? {} : { path }),
  });
  const broken: readonly (readonly [name: string, cases: string, issues: readonly object[]])[] = [
    [
      'an unknown key',
      '  - { id: a, fact: { income: 1 }, expect: { tier: hard } }',
      [
        {
          code: 'rules.unknownKey',
          values: { key: 'fact' },
          place: at(10, 14, 'cases.0.fact'),
        },
      ],
    ],
    [
      'no expectation',
      '  - { id: a, base: plain }',
      [{ code: 'rules.missingKey', values: { key: 'expect' }, place: at(10, 5, 'cases.0') }],
    ],
    [
      'a status that is none',
      '  - { id: a, categories: { orphan: yes }, expect: { tier: hard } }',
      [
        {
          code: 'rules.notOneOf',
          values: {
            option: 'yes',
            options: 'in, out, unknown, openMatch, listMissing, listStale, rowUnclear',
          },
          place: at(10, 36, 'cases.0.categories.orphan'),
        },
      ],
    ],
    [
      'a date that is none',
      '  - { id: a, as_of: 10.10.2025, expect: { tier: hard } }',
      [{ code: 'rules.date', values: { found: '10.10.2025' }, place: at(10, 21, 'cases.0.as_of') }],
    ],
    [
      'two cases of one name',
      '  - { id: a, expect: { tier: hard } }\n  - { id: a, expect: { tier: hard } }',
      [{ code: 'cases.duplicate', values: { case: 'a' }, place: at(11, 11, 'cases.1.id') }],
    ],
    [
      'a base that is not there',
      '  - { id: a, base: [plain, pour], expect: { tier: hard } }',
      [
        {
          code: 'cases.unknownBase',
          values: { base: 'pour', near: 'poor' },
          place: at(10, 28, 'cases.0.base.1'),
        },
      ],
    ],
    [
      'a base called as something every object has',
      '  - { id: a, base: constructor, expect: { tier: hard } }',
      [{ code: 'cases.unknownBase', values: { base: 'constructor' }, place: at(10, 20, 'cases.0.base') }],
    ],
    [
      'paths no determination has',
      '  - { id: a, expect: { tiers_: hard, awards.grant.ammount: 1, awards.grant: 1 } }',
      [
        {
          code: 'cases.unknownPath',
          values: { found: 'tiers_', near: 'tiers' },
          place: at(10, 24, 'cases.0.expect.tiers_'),
        },
        {
          code: 'cases.unknownPath',
          values: { found: 'awards.grant.ammount', near: 'awards.grant.amount' },
          place: at(10, 38, 'cases.0.expect.awards.grant.ammount'),
        },
        {
          code: 'cases.unknownPath',
          values: { found: 'awards.grant' },
          place: at(10, 63, 'cases.0.expect.awards.grant'),
        },
      ],
    ],
    [
      'a decision of no kind',
      '  - { id: a, decisions: [{ kind: wish, by: b, on: 2025-10-01, because: c }], expect: { tier: hard } }',
      [
        {
          code: 'rules.notOneOf',
          values: { option: 'wish', options: 'waiver, tier, fact, veto' },
          place: at(10, 34, 'cases.0.decisions.0.kind'),
        },
      ],
    ],
    [
      'a decision that says another kind than it is',
      '  - { id: a, decisions: [{ kind: tier, veto: luxury, by: b, on: 2025-10-01, because: c }], expect: { tier: hard } }',
      [
        { code: 'rules.missingKey', values: { key: 'tier' }, place: at(10, 26, 'cases.0.decisions.0') },
        { code: 'rules.unknownKey', values: { key: 'veto' }, place: at(10, 40, 'cases.0.decisions.0.veto') },
      ],
    ],
    [
      'an alias',
      '  - &a { id: a, expect: { tier: hard } }',
      [{ code: 'rules.alias', place: { file: 'cases.yaml', line: 10 } }],
    ],
  ];

  for (const [name, cases, issues] of broken) {
    it(`is refused for ${name}`, () => {
      const read = readCases(caseText(cases), { file: 'cases.yaml' });
      expect(read.ok).toBe(false);
      expect(read.issues).toMatchObject(issues);
      expect(read.issues).toHaveLength(issues.length);
    });
  }

  it('is refused where nobody says the period or the date', () => {
    const read = readCases(
      'format: 1\nscheme: xx-sample\nedition: 2025\ncases:\n  - { id: a, expect: { tier: hard } }\n',
    );
    expect(read.ok).toBe(false);
    expect(read.issues.map(({ code, values, place }) => ({ code, values, place }))).toEqual([
      {
        code: 'cases.noContext',
        values: { case: 'a', key: 'period' },
        place: { line: 5, column: 11, path: 'cases.0.id' },
      },
      {
        code: 'cases.noContext',
        values: { case: 'a', key: 'as_of' },
        place: { line: 5, column: 11, path: 'cases.0.id' },
      },
    ]);
  });
});
