import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import * as slots from '../../src/rules/schema/slots.js';

// What may be written in each place of a rule file, letter by letter, and the code under which anything else is refused.

const id = (length: number): string => `a${'b'.repeat(length - 1)}`;
const SLOTS: readonly (readonly [
  name: string,
  slot: () => ZodType,
  code: string | null,
  good: readonly string[],
  bad: readonly string[],
])[] = [
  [
    'a number',
    slots.numberSlot,
    'rules.number',
    [
      '0',
      '7',
      '-7',
      '10',
      '1_000',
      '1_000.25',
      '0.5',
      '-0.5',
      '50%',
      '-2.5%',
      '2/3',
      '-2/3',
      '1_0/3',
      '12/1_0',
      '1'.repeat(40),
      `${'1'.repeat(20)}.${'1'.repeat(20)}`,
    ],
    [
      '',
      '+1',
      '01',
      '-01',
      '.5',
      '1.',
      '1.5.2',
      '1,000',
      '1 000',
      '1e3',
      '0x1',
      '1%%',
      '%',
      '2/0',
      '0/2',
      '02/3',
      '2/03',
      '2/3/4',
      '2/3%',
      '1/2.5',
      '_1',
      'x',
      'x1',
      '1x',
      '1\n',
      '１',
      '1'.repeat(41),
      `${'1'.repeat(21)}/${'1'.repeat(20)}`,
    ],
  ],
  [
    'a cell',
    slots.cellSlot,
    'rules.number',
    ['0', '-1.5', '50%', '2/3', 'true', 'low', 'a_1', 'unknown', id(48)],
    ['', 'Low', '1a', '_a', 'a-b', 'a b', ' a', 'a.b', id(49), '1,000', '困'],
  ],
  [
    'a count',
    slots.integerSlot,
    'rules.number',
    ['0', '5', '007', '123456789'],
    ['', '-1', '1.5', '1_0', '1234567890', 'a', '1a', 'a1'],
  ],
  ['a flag', slots.flagSlot, null, ['true', 'false'], ['', 'True', 'yes', '1']],
  [
    'a date',
    slots.dateSlot,
    'rules.date',
    ['2025-09-01', '2024-02-29', '1000-01-01', '9999-12-31'],
    ['', '2025-02-29', '2025-13-01', '2025-9-1', '25-09-01', '2025/09/01', '2025-09-01 ', 'x'],
  ],
  [
    'a length of time',
    slots.spanSlot,
    'rules.span',
    ['6 months', '1 year', '60 days', '2 weeks'],
    ['', '6', 'months', '1.5 years', '0 days', '6 decades'],
  ],
  [
    'a day of every year',
    slots.yearDaySlot,
    'rules.yearDay',
    ['09-01', '02-28', '12-31'],
    ['', '02-29', '13-01', '9-1', '09-31', '2025-09-01', 'x'],
  ],
  [
    'an id',
    slots.idSlot,
    'rules.id',
    ['a', 'a1', 'a_b', id(48)],
    ['', '1a', '_a', 'A', 'a-b', 'a b', 'a.b', id(49), 'ä', ' a', 'a '],
  ],
  [
    'the name of an edition',
    slots.labelSlot,
    'rules.id',
    ['2025', '2025-autumn', 'a_b', '2', id(64)],
    ['', '-a', '_a', 'A', 'a b', 'a.b', id(65), 'a '],
  ],
  [
    'a part of the score',
    slots.partPathSlot,
    'rules.id',
    ['a', 'a.b', 'a1.b_2.c', id(48), `${id(48)}.${id(48)}`, Array(16).fill('a').join('.')],
    ['', '.a', 'a.', 'a..b', 'a.1', 'A', 'a.B', 'a b', id(49), `a.${id(49)}`, Array(17).fill('a').join('.')],
  ],
  [
    'the key of a row',
    slots.keySlot,
    'rules.rowKey',
    ['a', '37', '1..3', '8+', 'true', '市', 'a.b', '-1', 'x'.repeat(64)],
    ['', 'a b', 'a,b', 'a"b', "a'b", 'a{', '}', 'a[', ']', 'a\tb', 'x'.repeat(65)],
  ],
  [
    'the type of a key',
    slots.keyTypeSlot,
    'rules.keyType',
    ['flag', 'code', 'level', '1..3', '0..17+', '-1..2', '-3..-1', '123456..999999'],
    [
      '',
      '1',
      '1..',
      '..3',
      '1...3',
      '1-3',
      '1..3++',
      '1.5..3',
      '1234567..1',
      '1..1234567',
      'Level',
      'a b',
      'x1..3',
      '1..3x',
    ],
  ],
  [
    'a table beside the edition',
    slots.fileSlot,
    'rules.fileName',
    ['a.csv', 'A-1_b.2023.csv', '1.csv', `${'a'.repeat(100)}.csv`],
    [
      '',
      'a',
      'a.txt',
      '.csv',
      '-a.csv',
      'a b.csv',
      '../a.csv',
      'a/b.csv',
      'a.csvx',
      'a.CSV',
      `${'a'.repeat(101)}.csv`,
    ],
  ],
  ['a text', slots.textSlot, null, ['a', '困难', ' ', 'x'.repeat(2_000)], ['', 'x'.repeat(2_001)]],
  ['a formula', slots.formulaSlot, null, ['a', 'x'.repeat(5_000)], ['']],
  ['a unit', slots.unitSlot, null, ['1', 'CNY/year', 'x'.repeat(60)], ['', 'x'.repeat(61)]],
];

describe.each(SLOTS)('%s', (_, slot, code, good, bad) => {
  test('takes what it is', () => {
    expect(good.filter((text) => !slot().safeParse(text).success)).toEqual([]);
  });

  test('refuses anything else, and says under which code', () => {
    expect(bad.filter((text) => slot().safeParse(text).success)).toEqual([]);
    const codes = bad.map((text) => slot().safeParse(text).error?.issues[0]?.message);
    if (code !== null) expect([...new Set(codes)]).toEqual([code]);
    for (const other of [5, null, [], {}, undefined]) expect(slot().safeParse(other).success).toBe(false);
  });

  test('tells editors what it is', () => {
    expect(slot().meta()?.slot).toMatch(/^[a-zA-Z]+$/);
  });
});

test('words are Chinese, with English beside it or not', () => {
  const takes = (written: unknown): boolean => slots.wordsSlot().safeParse(written).success;
  expect(['困难', { zh: '困难' }, { zh: '困难', en: 'hard' }].map(takes)).toEqual([true, true, true]);
  expect(
    ['', {}, { en: 'hard' }, { zh: '' }, { zh: '困', en: '' }, { zh: '困', fr: 'x' }, []].map(takes),
  ).toEqual(Array(7).fill(false));
});

test('a source is named, with its place and the day it was checked', () => {
  const takes = (written: unknown): boolean => slots.sourceSlot().safeParse(written).success;
  expect(
    ['law', { in: 'law' }, { in: 'law', at: '第三条' }, { in: 'law', at: '3', checked: '2025-08-01' }].map(
      takes,
    ),
  ).toEqual([true, true, true, true]);
  expect(
    [
      '',
      'Law',
      {},
      { at: '3' },
      { in: 'law', at: '' },
      { in: 'law', checked: 'x' },
      { in: 'law', on: '3' },
    ].map(takes),
  ).toEqual(Array(7).fill(false));
});

test('a mapping of one member has one, and papers are named', () => {
  const one = slots.onlyOne(slots.unitSlot());
  expect(one.safeParse({ a: '1' }).success).toBe(true);
  for (const written of [{}, { a: '1', b: '2' }, { A: '1' }, { a: '' }, []])
    expect(one.safeParse(written).success).toBe(false);
  expect(one.safeParse({}).error?.issues[0]).toMatchObject({
    message: 'rules.count',
    params: { least: '1', most: '1' },
  });
  const papers = slots.evidenceSlot();
  expect(papers.safeParse({ any_of: ['a'], missing: 'ask' }).success).toBe(true);
  expect(papers.safeParse({ any_of: ['a', 'b'], missing: 'note' }).success).toBe(true);
  for (const written of [
    { any_of: [], missing: 'ask' },
    { any_of: ['a'] },
    { any_of: ['a'], missing: 'no' },
    { any_of: ['A'], missing: 'ask' },
    { missing: 'ask' },
    { any_of: ['a'], missing: 'ask', all_of: [] },
  ])
    expect(papers.safeParse(written).success).toBe(false);
  expect(slots.about().title.safeParse(undefined).success).toBe(true);
  expect(slots.about().source.safeParse(undefined).success).toBe(true);
});
