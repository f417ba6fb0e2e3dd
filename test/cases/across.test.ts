import { describe, expect, it } from 'vitest';
import { readCases } from '../../src/cases/index.js';

const head = 'format: 1\nscheme: xx-sample\nedition: 2025\nperiod: 2025-autumn\nas_of: 2025-10-10\ntables:\n';
const read = (text: string, files: Readonly<Record<string, string>> = {}) =>
  readCases(`${head}${text}\n`, { file: 'cases.yaml', files: (name) => files[name] });

/** What a case says: its id, then facts, given figures and what is expected, as `name=value`. */
function said(text: string, files?: Readonly<Record<string, string>>): readonly string[] {
  const cases = read(text, files);
  if (!cases.ok) throw new Error(JSON.stringify(cases.issues));
  return cases.value.cases.map(({ id, asOf, facts, given, expect: expected }) => {
    const all = Object.entries({ ...facts, ...given, ...expected });
    return [id, asOf, ...all.map(([name, { value }]) => `${name}=${String(value)}`)].join(' ');
  });
}

const LIMITS =
  'columns: [given points], across: { column: expect tier, of: [low, top], cell: income, up_to: { step: 0.01, beyond: none } }';

describe('a table as it is printed', () => {
  it('is a case for each cell: what stands above it, and what stands in it', () => {
    const text =
      '  - { id: paid, columns: [as_of], across: { column: given tier, of: [1, 2], cell: expect money }, rows: [[2024-09-01, 100, 200.5], [2025-09-01, 110, 210]] }';
    expect(said(text)).toEqual([
      'paid/1/1 2024-09-01 tier=1 money=100',
      'paid/1/2 2024-09-01 tier=2 money=200.5',
      'paid/2/1 2025-09-01 tier=1 money=110',
      'paid/2/2 2025-09-01 tier=2 money=210',
    ]);
  });

  it('with up_to is two: the limit itself, and a step beyond it what stands above the cell before', () => {
    expect(said(`  - { id: limits, ${LIMITS}, rows: [[0, 20_000, 9_000.5]] }`)).toEqual([
      'limits/1/1 2025-10-10 income=20_000 points=0 tier=low',
      'limits/1/1+ 2025-10-10 income=20000.01 points=0 tier=none',
      'limits/1/2 2025-10-10 income=9_000.5 points=0 tier=top',
      'limits/1/2+ 2025-10-10 income=9000.51 points=0 tier=low',
    ]);
  });

  it('takes its rows from a file whose last headings are what stands above', () => {
    const file = (header: string) => ({ 'limits.csv': `${header}\n0,20000,9000\n` });
    const text = (columns: string) =>
      `  - { id: limits, ${LIMITS.replace('columns: [given points], ', columns)}, rows: { file: limits.csv } }`;
    const whole = said(text('columns: [given points], '), file('given points,low,top'));
    expect(whole).toHaveLength(4);
    expect(said(text(''), file('given points,low,top'))).toEqual(whole);
    for (const columns of ['', 'columns: [given points], ']) {
      const swapped = read(text(columns), file('given points,top,low'));
      expect(swapped.issues).toMatchObject([{ code: 'rules.csv', values: { what: 'header' } }]);
    }
  });

  it('shows every cell where it stands', () => {
    const text = `  - { id: limits, ${LIMITS}, rows: [[0, 20_000, 9_000]] }`;
    const cases = read(text);
    if (!cases.ok) throw new Error(JSON.stringify(cases.issues));
    const [first, second] = ['20_000', '9_000'].map((cell) => text.indexOf(cell) + 1);
    const columns = cases.value.cases.map(({ place, facts }) => [place.column, facts.income?.place.column]);
    expect(columns).toEqual([first, first, second, second].map((column) => [column, column]));
  });

  const broken: readonly (readonly [name: string, text: string, issues: readonly object[]])[] = [
    [
      'a row of another length',
      `  - { id: a, ${LIMITS}, rows: [[0, 1], [0, 2, 1, 0]] }`,
      [
        { code: 'cases.cells', values: { found: 2, needed: 3 } },
        { code: 'cases.cells', values: { found: 4, needed: 3 } },
      ],
    ],
    [
      'a limit and a step that are no numbers',
      `  - { id: a, ${LIMITS.replace('0.01', 'cent')}, rows: [[0, 2, 1]] }\n  - { id: b, ${LIMITS}, rows: [[0, 2, much]] }`,
      [
        { code: 'rules.number', values: { found: 'cent' } },
        { code: 'rules.number', values: { found: 'much' } },
      ],
    ],
    [
      'limits of what is expected',
      `  - { id: a, ${LIMITS.replace('cell: income', 'cell: expect money')}, rows: [[0, 2, 1]] }`,
      [{ code: 'cases.upTo', values: { column: 'expect tier', cell: 'expect money' }, place: { line: 7 } }],
    ],
    [
      'limits under what is not expected',
      `  - { id: a, expect: { tier: low }, ${LIMITS.replace('column: expect tier', 'column: given tier')}, rows: [[0, 2, 1]] }`,
      [{ code: 'cases.upTo' }],
    ],
    [
      'headings that say nothing',
      `  - { id: a, expect: { tier: low }, columns: [as_of], across: { column: Tier, of: [1], cell: expect tire.x }, rows: [[2025-09-01, 2]] }`,
      [
        { code: 'cases.column', values: { found: 'Tier' }, place: { path: 'tables.0.across.column' } },
        { code: 'cases.column', values: { found: 'expect tire.x' }, place: { path: 'tables.0.across.cell' } },
      ],
    ],
    [
      'one heading both before and across',
      '  - { id: a, columns: [given tier], across: { column: given tier, of: [1], cell: expect money }, rows: [[1, 2]] }',
      [{ code: 'cases.duplicateColumn', values: { found: 'given tier' } }],
    ],
    [
      'nothing expected',
      '  - { id: a, columns: [as_of], across: { column: given tier, of: [1], cell: income }, rows: [[2025-09-01, 2]] }',
      [{ code: 'cases.noExpectation' }],
    ],
  ];
  for (const [name, text, issues] of broken) {
    it(`is refused for ${name}`, () => {
      const cases = read(text);
      expect(cases.ok).toBe(false);
      expect(cases.issues).toMatchObject(issues);
      expect(cases.issues).toHaveLength(issues.length);
    });
  }
});
