import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { canonicalNumber } from '../../../src/rules/expand/number.js';
import { formulaSlot } from '../../../src/rules/schema/slots.js';
import { type Expander, expandValue, figureSchemas, partSchemas, type Raw } from './rooms.js';

// What may be written in a file, and what it is in the long form. Scalars are their source text.

const anyOf = (forms: readonly z.ZodType[]): z.ZodType =>
  z.union(forms as unknown as readonly [z.ZodType, z.ZodType]);
const figure = anyOf(figureSchemas());
const part: z.ZodType = anyOf(partSchemas(z.lazy(() => part)));

const to: Expander = {
  number: canonicalNumber,
  formula: (text) => text.trim(),
  words: (raw) => ({ zh: String(raw) }),
  part: (raw) => ({ value: expandValue(raw, to) }),
  value: (raw) =>
    typeof raw === 'string' ? { kind: 'formula', is: to.formula(raw) } : expandValue(raw as Raw, to),
};

const cases = [{ when: 'a', is: '1' }];
const asPoints = [{ when: 'a', points: '1' }];

describe('figures', () => {
  test.each<readonly [Raw, unknown]>([
    [{ is: ' x ' }, { kind: 'formula', is: 'x' }],
    [
      { by: 'c', options: { p: '1' }, otherwise: '2' },
      { kind: 'options', of: 'c', options: { p: '1' }, otherwise: '2' },
    ],
    [
      { of: 'x', below: { '1_000': '2', '50%': '1' }, otherwise: '3' },
      {
        kind: 'bands',
        of: 'x',
        bands: [
          { edge: 'below', cut: '0.5', is: '1' },
          { edge: 'below', cut: '1000', is: '2' },
        ],
        otherwise: '3',
      },
    ],
    [{ sum: cases }, { kind: 'hits', take: 'sum', cases }],
    [{ best: cases }, { kind: 'hits', take: 'best', cases }],
    [{ least: cases }, { kind: 'hits', take: 'least', cases }],
    [
      { top: '1', of: [...cases, ...cases] },
      { kind: 'top', top: '1', cases: [...cases, ...cases] },
    ],
    [{ first: [...cases, { otherwise: '0' }] }, { kind: 'first', cases, otherwise: '0' }],
    [{ first: [{ otherwise: '0' }] }, { kind: 'first', cases: [], otherwise: '0' }],
    [
      { dated: { '2020-06-08': { best: cases }, '2003-01-01': 'x' }, before: 'none' },
      {
        kind: 'dated',
        layers: [
          { from: '2003-01-01', value: { kind: 'formula', is: 'x' } },
          { from: '2020-06-08', value: { kind: 'hits', take: 'best', cases } },
        ],
        before: 'none',
      },
    ],
    [
      { of: 'x', dated: { '2003-01-01': { from: { 1: '1' }, otherwise: '0' } } },
      {
        kind: 'dated',
        layers: [
          {
            from: '2003-01-01',
            value: { kind: 'bands', of: 'x', bands: [{ edge: 'from', cut: '1', is: '1' }], otherwise: '0' },
          },
        ],
      },
    ],
  ])('%j', (raw, long) => {
    expect(figure.safeParse(raw).error).toBeUndefined();
    expect(expandValue(raw, to)).toEqual(long);
  });

  test.each<Raw>([
    { best_of: cases },
    { sum: [] },
    { sum: asPoints },
    { top: '1', of: cases },
    { top: 'two', of: [...cases, ...cases] },
    { top: '1', of: [...asPoints, ...asPoints] },
    { sum: cases, best: cases },
    { first: [] },
    { first: cases },
    { first: [{ otherwise: '0' }, ...cases] },
    { first: [...cases, { otherwise: '0' }, { otherwise: '1' }] },
    { first: [{ when: 'a', otherwise: '0' }] },
    { dated: {} },
    { dated: { '2003-02-29': '1' } },
    { dated: { '2003-01-01': { dated: { '2004-01-01': '1' } } } },
    { of: 'x', dated: { '2003-01-01': '1' } },
    { of: 'x', below: {}, otherwise: '1' },
    { recent: 'd', up_to: { '1 year': '1' }, otherwise: '0' },
    { each: '8', of: 'n' },
  ])('not %j', (raw) => {
    expect(figure.safeParse(raw).success).toBe(false);
  });

  test('what is wrong with `first` is said where it stands', () => {
    const places = (first: unknown) =>
      figure
        .safeParse({ first })
        .error?.issues.filter((one) => one.message === 'rules.otherwiseLast')
        .map((one) => one.path);
    expect(places(cases)).toEqual([['first', cases.length - 1]]);
    expect(places([{ otherwise: '0' }, ...cases])).toEqual([['first', 0]]);
    expect(places([...cases, { otherwise: '0' }, { otherwise: '1' }])).toEqual([['first', 1]]);
  });
});

describe('parts', () => {
  const hits = (take: string) => ({ kind: 'hits', take, cases });
  test.each<readonly [Raw, unknown]>([
    [{ points: '5' }, { kind: 'formula', is: '5' }],
    [
      { of: 'c', options: { p: '1' } },
      { kind: 'options', of: 'c', options: { p: '1' } },
    ],
    [{ best_of: asPoints }, hits('best')],
    [{ sum_of: asPoints }, hits('sum')],
    [{ least_of: asPoints }, hits('least')],
    [
      { top: '1', of: [...asPoints, ...asPoints] },
      { kind: 'top', top: '1', cases: [...cases, ...cases] },
    ],
    [{ first: [...asPoints, { otherwise: '0' }] }, { kind: 'first', cases, otherwise: '0' }],
    [
      { several: 'm', options: { p: '1' } },
      { kind: 'several', of: 'm', take: 'sum', options: { p: '1' } },
    ],
    [
      { several: 'm', options: { p: '1' }, take: 'best', otherwise: '0' },
      { kind: 'several', of: 'm', take: 'best', options: { p: '1' }, otherwise: '0' },
    ],
    [
      { each: '8', of: 'n' },
      { kind: 'each', each: '8', of: 'n' },
    ],
    [
      { recent: 'd', up_to: { '2 years': '40', '1 year': '90', '60 days': '95' }, otherwise: '0' },
      {
        kind: 'recent',
        of: 'd',
        bands: [
          { edge: 'up_to', span: '60 days', is: '95' },
          { edge: 'up_to', span: '1 year', is: '90' },
          { edge: 'up_to', span: '2 years', is: '40' },
        ],
        otherwise: '0',
      },
    ],
    [
      {
        recent: 'd',
        bands: [
          { below: '1 years', is: '2' },
          { up_to: '12 months', is: '1' },
        ],
        otherwise: '0',
      },
      {
        kind: 'recent',
        of: 'd',
        bands: [
          { edge: 'below', span: '1 year', is: '2' },
          { edge: 'up_to', span: '12 months', is: '1' },
        ],
        otherwise: '0',
      },
    ],
    [{ categories: 'best' }, { kind: 'categories', take: 'best' }],
    [
      { categories: 'sum', only: ['b', 'a'] },
      { kind: 'categories', take: 'sum', only: ['a', 'b'] },
    ],
    [
      { discretion: ['0', '15'], by: ['reviewer'], undecided: '0' },
      { kind: 'discretion', range: ['0', '15'], step: '1', by: ['reviewer'], needs: [], undecided: '0' },
    ],
    [
      {
        discretion: ['0', '50%'],
        step: '0.10',
        by: ['a', 'b'],
        needs: ['reason', 'evidence'],
        undecided: 'ask',
      },
      {
        kind: 'discretion',
        range: ['0', '0.5'],
        step: '0.1',
        by: ['a', 'b'],
        needs: ['reason', 'evidence'],
        undecided: 'ask',
      },
    ],
    [
      { take: 'least', parts: { p: { points: '1' } } },
      { kind: 'section', take: 'least', parts: { p: { value: { kind: 'formula', is: '1' } } } },
    ],
  ])('%j', (raw, long) => {
    expect(part.safeParse(raw).error).toBeUndefined();
    expect(expandValue(raw, to)).toEqual(long);
  });

  test.each<Raw>([
    { best: asPoints },
    { best_of: cases },
    { dated: { '2003-01-01': '1' } },
    { first: [...cases, { otherwise: '0' }] },
    { several: 'm', options: { p: '1' }, take: 'most' },
    { recent: 'd', from: { '1 year': '1' }, otherwise: '0' },
    { recent: 'd', up_to: { soon: '1' }, otherwise: '0' },
    { recent: 'd', up_to: {}, otherwise: '0' },
    { recent: 'd', up_to: { '1 year': '1' } },
    { categories: 'all' },
    { categories: 'best', only: [] },
    { discretion: ['0'], by: ['a'], undecided: 'ask' },
    { discretion: ['0', '1'], by: [], undecided: 'ask' },
    { discretion: ['0', '1'], by: ['a'] },
    { discretion: ['0', '1'], by: ['a'], undecided: '1' },
    { discretion: ['0', '1'], by: ['a'], undecided: 'ask', needs: ['luck'] },
  ])('not %j', (raw) => {
    expect(part.safeParse(raw).success).toBe(false);
  });
});

test('a plain formula is a figure too, beside its forms', () => {
  expect(anyOf([formulaSlot(), figure]).safeParse('x + 1').success).toBe(true);
});
