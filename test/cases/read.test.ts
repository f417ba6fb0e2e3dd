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

describe('values of more than one word', () => {
  it('are read as they are written, each with its place', () => {
    const [one] = sampleCases(`  - id: rich
    facts:
      marks: [both, one]
      assets: { in: [villa], out: [car] }
      family: { complete: true, list: [{ birth: 2010-02-03, wages: 1_000, county: "371500" }, {}] }
      lost_on: none
    given: { points: 7.5, score.family.rural: 1, tier: hard }
    papers: [{ paper: jobless_proof, issued: 2025-09-01 }]
    period_start: 2025-09-01
    decisions:
      - { kind: points, part: visit.home, points: 1_0.5, paper: no-7, by: reviewer, on: 2025-10-01, because: 入户 }
      - { kind: figure, figure: income_per_head, value: 12_000, by: bureau, on: 2025-10-01, because: 核定 }
      - { kind: fact, fact: marks, value: [one], by: visit, on: 2025-10-01, because: 入户 }
    expect: { score: 1, points: none, figures.scope: 2, outputs: [sai], outputs.sai.least: -3 }`).cases;
    expect(one).toMatchObject({
      facts: {
        marks: { value: ['both', 'one'], place: { line: 12, column: 14 } },
        assets: { value: { in: ['villa'], out: ['car'] } },
        family: {
          value: {
            complete: 'true',
            list: [{ birth: '2010-02-03', wages: '1_000', county: '371500' }, {}],
          },
        },
        lost_on: { value: 'none' },
      },
      given: { points: { value: '7.5' }, 'score.family.rural': { value: '1' }, tier: { value: 'hard' } },
      papers: [{ value: { paper: 'jobless_proof', issued: '2025-09-01' }, place: { line: 17, column: 14 } }],
      periodStart: '2025-09-01',
      decisions: [
        { kind: 'points', part: 'visit.home', points: '10.5', paper: 'no-7' },
        { kind: 'figure', figure: 'income_per_head', value: '12_000' },
        { kind: 'fact', fact: 'marks', value: ['one'] },
      ],
    });
    expect(Object.keys(one?.expect ?? {})).toEqual([
      'score',
      'points',
      'figures.scope',
      'outputs',
      'outputs.sai.least',
    ]);
  });
});

describe('a table of cases', () => {
  const head =
    'format: 1\nscheme: xx-sample\nedition: 2025\nperiod: 2025-autumn\nbase: { plain: { fees: 1, health: good } }\ntables:\n';
  const table = (text: string, files: Readonly<Record<string, string>> = {}) =>
    readCases(`${head}${text}\n`, {
      file: 'cases.yaml',
      files: (name) => (Object.hasOwn(files, name) ? files[name] : undefined),
    });

  it('is a case for each row, which says what its columns say and shares the rest', () => {
    const read = table(`  - id: fees
    base: plain
    as_of: 2025-10-10
    categories: { dibao: in }
    expect: { outcome: determined }
    columns: [fees, given points, categories.orphan, expect score.family.fees, expect granted]
    rows:
      - [9_500, 0, in, 0, []]
      - [20_000.50, 7, openMatch, 2, [grant, books]]`);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value.cases.map((one) => one.id)).toEqual(['fees/1', 'fees/2']);
    expect(read.value.cases[1]).toMatchObject({
      place: { file: 'cases.yaml', line: 15, column: 9 },
      asOf: '2025-10-10',
      knownAt: '2025-10-10',
      facts: {
        fees: { value: '20_000.50', place: { file: 'cases.yaml', line: 15, column: 10 } },
        health: { value: 'good' },
      },
      given: { points: { value: '7' } },
      categories: { dibao: { value: 'in' }, orphan: { value: 'openMatch' } },
      expect: {
        outcome: { value: 'determined' },
        'score.family.fees': { value: '2' },
        granted: { value: ['grant', 'books'] },
      },
    });
    expect(read.value.cases[0]?.expect.granted?.value).toEqual([]);
  });

  it('may ask on another day in each row', () => {
    const read = table(
      '  - { id: days, columns: [as_of, period_start, expect tier], rows: [[2025-10-10, 2025-09-01, hard], [2026-03-01, 2026-02-01, hard]] }',
    );
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value.cases.map(({ asOf, knownAt, periodStart }) => [asOf, knownAt, periodStart])).toEqual([
      ['2025-10-10', '2025-10-10', '2025-09-01'],
      ['2026-03-01', '2026-03-01', '2026-02-01'],
    ]);
  });

  it('takes its rows from a file beside it, whose header says the columns', () => {
    const read = table('  - { id: fees, as_of: 2025-10-10, rows: { file: fees.csv } }', {
      'fees.csv': 'fees,expect score.family.fees\n9500,0\r\n20000.50,2\n',
    });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value.cases[1]).toMatchObject({
      id: 'fees/2',
      place: { file: 'fees.csv', line: 3 },
      facts: { fees: { value: '20000.50', place: { file: 'fees.csv', line: 3, header: 'fees' } } },
      expect: { 'score.family.fees': { value: '2' } },
    });
  });

  const broken: readonly (readonly [name: string, table: string, codes: readonly object[]])[] = [
    [
      'a heading that says nothing',
      '  - { id: a, as_of: 2025-10-10, columns: [Fees, expect tire.x, expect tier], rows: [[1, 2, hard]] }',
      [
        { code: 'cases.column', values: { found: 'Fees' }, place: { line: 7, column: 43 } },
        { code: 'cases.column', values: { found: 'expect tire.x' } },
      ],
    ],
    [
      'a heading twice',
      '  - { id: a, as_of: 2025-10-10, columns: [fees, fees, expect tier], rows: [[1, 2, hard]] }',
      [{ code: 'cases.duplicateColumn', values: { found: 'fees' }, place: { line: 7, column: 49 } }],
    ],
    [
      'a row of another length',
      '  - { id: a, as_of: 2025-10-10, columns: [fees, expect tier], rows: [[1, hard], [1]] }',
      [{ code: 'cases.cells', values: { found: 1, needed: 2 }, place: { line: 7, column: 81 } }],
    ],
    [
      'no columns',
      '  - { id: a, as_of: 2025-10-10, expect: { tier: hard }, rows: [[1]] }',
      [{ code: 'cases.noColumns', values: { table: 'a' } }],
    ],
    [
      'nothing expected',
      '  - { id: a, as_of: 2025-10-10, columns: [fees], rows: [[1]] }',
      [{ code: 'cases.noExpectation', values: { table: 'a' } }],
    ],
    [
      'cells that their columns cannot hold',
      '  - { id: a, columns: [as_of, categories.dibao, given score, expect tier], rows: [[10.10.2025, yes, [1], hard]] }',
      [
        { code: 'cases.cell', values: { column: 'as_of', options: 'YYYY-MM-DD', line: 7 } },
        { code: 'cases.cell', values: { column: 'categories.dibao' } },
        { code: 'rules.kind', values: { found: 'list', needed: 'scalar' } },
      ],
    ],
    [
      'a file that is not there',
      '  - { id: a, as_of: 2025-10-10, rows: { file: none.csv } }',
      [{ code: 'rules.fileMissing', values: { file: 'none.csv' }, place: { line: 7, column: 47 } }],
    ],
    [
      'a file with a quote',
      '  - { id: a, as_of: 2025-10-10, rows: { file: quote.csv } }',
      [{ code: 'rules.csv', values: { file: 'quote.csv', line: 2, what: 'quote' } }],
    ],
    [
      'columns that the header of the file does not have',
      '  - { id: a, as_of: 2025-10-10, columns: [fees, expect tier], rows: { file: other.csv } }',
      [{ code: 'rules.csv', values: { file: 'other.csv', line: 1, what: 'header' } }],
    ],
    [
      'two tables of one name',
      '  - { id: a, as_of: 2025-10-10, columns: [expect tier], rows: [[hard]] }\n  - { id: a, as_of: 2025-10-10, columns: [expect tier], rows: [[hard]] }',
      [{ code: 'cases.duplicate', values: { case: 'a' }, place: { line: 8, column: 11 } }],
    ],
  ];
  for (const [name, text, issues] of broken) {
    it(`is refused for ${name}`, () => {
      const read = table(text, {
        'quote.csv': 'fees,expect tier\n"1",hard\n',
        'other.csv': 'cost,expect tier\n1,hard\n',
      });
      expect(read.ok).toBe(false);
      expect(read.issues).toMatchObject(issues);
      expect(read.issues).toHaveLength(issues.length);
    });
  }

  it('is refused with neither cases nor tables', () => {
    const read = readCases('format: 1\nscheme: xx-sample\nedition: 2025\n');
    expect(read.issues).toMatchObject([{ code: 'cases.empty' }]);
  });
});

describe('what no case can notice', () => {
  it('is said with where it is, what then stands there, and why', () => {
    const read = readCases(
      `${caseText('  - { id: a, expect: { tier: hard } }')}
unnoticed:
  - { at: facts.stage.unknown, because: 一样 }
  - { at: figures.line, to: "6_001", because: { zh: 一样, en: The same } }
`,
      { file: 'cases.yaml' },
    );
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value.unnoticed).toMatchObject([
      { at: 'facts.stage.unknown', to: '', because: { zh: '一样' }, place: { file: 'cases.yaml', line: 13 } },
      { at: 'figures.line', to: '6_001', because: { zh: '一样', en: 'The same' } },
    ]);
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
      '  - { id: a, expect: { TIERS: hard, awards.grant.ammount: 1, awards.grant: 1, outputs.sai: 1 } }',
      [
        { code: 'cases.unknownPath', values: { found: 'TIERS' }, place: at(10, 24, 'cases.0.expect.TIERS') },
        {
          code: 'cases.unknownPath',
          values: { found: 'awards.grant.ammount', near: 'awards.grant.amount' },
          place: at(10, 37, 'cases.0.expect.awards.grant.ammount'),
        },
        {
          code: 'cases.unknownPath',
          values: { found: 'awards.grant' },
          place: at(10, 62, 'cases.0.expect.awards.grant'),
        },
        {
          code: 'cases.unknownPath',
          values: { found: 'outputs.sai' },
          place: at(10, 79, 'cases.0.expect.outputs.sai'),
        },
      ],
    ],
    [
      'a decision of no kind',
      '  - { id: a, decisions: [{ kind: wish, by: b, on: 2025-10-01, because: c }], expect: { tier: hard } }',
      [
        {
          code: 'rules.notOneOf',
          values: { option: 'wish', options: 'waiver, tier, fact, points, figure, veto' },
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
      'a decision on points that says no part',
      '  - { id: a, decisions: [{ kind: points, points: 3, by: b, on: 2025-10-01, because: c }], expect: { tier: hard } }',
      [{ code: 'rules.missingKey', values: { key: 'part' }, place: at(10, 26, 'cases.0.decisions.0') }],
    ],
    [
      'a list for a figure',
      '  - { id: a, decisions: [{ kind: figure, figure: f, value: [1], by: b, on: 2025-10-01, because: c }], expect: { tier: hard } }',
      [
        {
          code: 'rules.kind',
          values: { found: 'list', needed: 'scalar' },
          place: at(10, 60, 'cases.0.decisions.0.value'),
        },
      ],
    ],
    [
      'people who are neither all nor not',
      '  - { id: a, facts: { family: { list: [] } }, expect: { tier: hard } }',
      [{ code: 'rules.missingKey', values: { key: 'complete' } }],
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
