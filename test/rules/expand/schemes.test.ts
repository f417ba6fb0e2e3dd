import { describe, expect, it } from 'vitest';
import type { RuleDocument } from '../../../src/rules/index.js';
import { FILES, SCHEMES, schemeNamed } from '../schemes/schemes.js';
import { writtenFile } from './written.js';

// Section 16: whole schemes reach their long form.

function longOf(name: string): RuleDocument {
  const { issues, document } = writtenFile(schemeNamed(name), FILES);
  if (document === null || issues.length > 0) throw new Error(JSON.stringify(issues));
  return document;
}

it.each(SCHEMES)('%s has a long form', (_, text) => {
  expect(writtenFile(text, FILES).issues).toEqual([]);
});

describe('Guangdong', () => {
  const document = longOf('gd-2023');

  it('has the incomes of its counties from the file beside it', () => {
    expect(document.tables.disposable_income).toEqual({
      columns: [{ name: '', type: 'number', unit: 'CNY/person/year' }],
      keys: [{ name: 'county', type: 'code' }],
      match: 'exact',
      layers: [
        {
          from: '2023-01-01',
          rows: [
            { keys: ['440100'], values: ['76849'] },
            { keys: ['440300'], values: ['72718'] },
            { keys: ['4453'], values: ['23530'] },
          ],
        },
      ],
      otherwise: 'unknown',
      range: ['0', '200000'],
      step: '0.01',
    });
  });

  it('rests the points for jobs on a paper', () => {
    const family = document.score?.value.parts.family?.value;
    if (family?.kind !== 'section') throw new Error('no section');
    expect(family.parts.jobs).toEqual({
      value: {
        kind: 'several',
        of: 'parents_jobless',
        take: 'best',
        options: { both: '13', one: '3', small_farmer: '1' },
      },
      evidence: { any_of: ['jobless_proof'], missing: 'note' },
    });
    expect(document.evidence).toEqual({ jobless_proof: { title: { zh: '失业证明' }, valid: '6 months' } });
  });

  it('leaves the teacher a range', () => {
    expect(document.score?.value.parts.teacher).toEqual({
      value: {
        kind: 'discretion',
        range: ['0', '100'],
        step: '1',
        by: ['teacher'],
        needs: ['reason', 'evidence'],
        undecided: '0',
      },
    });
  });
});

describe('the Student Aid Index', () => {
  const document = longOf('sai-2025');

  it('ends in its outputs', () => {
    expect(document).toMatchObject({ tiers: [], routes: [], programmes: {} });
    expect(document.score).toBeUndefined();
    expect(document.outputs).toHaveLength(10);
  });

  it('has an option for each filing status in both schedules', () => {
    const { health, pension } = document.schedules;
    const options = ['joint', 'separate', 'single', 'surviving'];
    for (const schedule of [health, pension])
      expect(schedule?.layers[0]?.rows.map((row) => row.keys)).toEqual(options.map((option) => [option]));
    expect(health?.layers[0]?.rows[0]?.slices).toEqual({
      bands: [{ up_to: '250000', rate: '0.0145' }],
      otherwise: '0.0235',
      printed: [],
    });
  });

  it('counts what does not exist as 0', () => {
    expect(document.facts.cash).toMatchObject({ only_if: 'assets_counted', none: '0', step: '1' });
    expect(document.figures.asset_share).toMatchObject({ only_if: 'assets_counted', none: '0' });
  });
});

describe('the French grant', () => {
  const document = longOf('bourse-2023');

  it('has a ceiling for each level and number of points', () => {
    const { ceiling, monthly } = document.tables;
    const rows = ceiling?.layers[0]?.rows ?? [];
    expect(rows).toHaveLength(36);
    expect(rows.find(({ keys }) => keys.join() === 't1,17')?.values).toEqual(['65010']);
    expect(rows.find(({ keys }) => keys.join() === 't7,0')?.values).toEqual(['250']);
    expect(ceiling?.keys[1]).toEqual({ name: 'points', type: 'whole', low: '0', high: '17', more: true });
    expect(monthly?.layers[0]?.rows.find(({ keys }) => keys[0] === '-1')?.values).toEqual(['0']);
  });

  it('changes by date in rows, in values and in logic', () => {
    const froms = (layers: readonly { readonly from?: string }[] | undefined) =>
      layers?.map(({ from }) => from);
    expect(froms(document.tables.extra?.layers)).toEqual(['2007-03-20', '2020-06-08', '2021-06-23']);
    expect(froms(document.parameters.age_limit?.layers)).toEqual(['2003-01-01', '2020-06-08']);
    const value = document.figures.distance_points?.value;
    expect(value?.kind === 'dated' && froms(value.layers)).toEqual(['2003-01-01', '2023-03-31']);
  });
});

describe('Liaocheng', () => {
  const document = longOf('liaocheng');

  it('has a route that counts one part, a bypass, and a weight that needs rounding', () => {
    expect(document.routes[0]).toMatchObject({ counts: ['peer'], against_ordinary: 'best' });
    expect(document.categories.monitored).toMatchObject({ bypass: 'special' });
    expect(document.score?.value.parts.peer).toEqual({
      value: { kind: 'formula', is: 'peer_points' },
      weight: '2/3',
      round: { step: '0.01', mode: 'half_up' },
    });
  });

  it('keeps the flags that key its rows as texts', () => {
    expect(document.tables.living?.layers[0]?.rows).toEqual([
      { keys: ['junior', 'false'], values: ['750'] },
      { keys: ['junior', 'true'], values: ['1500'] },
      { keys: ['primary', 'false'], values: ['625'] },
      { keys: ['primary', 'true'], values: ['1250'] },
    ]);
  });
});
