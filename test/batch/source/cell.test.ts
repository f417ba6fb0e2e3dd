import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlag, readNumber, readOption, readPosition } from '../../../src/batch/source/cell.js';
import { readFact } from '../../../src/batch/source/fact-cell.js';
import type { OpenColumn } from '../../../src/batch/source/sheet.js';
import type { Cell } from '../../../src/batch/table.js';
import { readRules } from '../../../src/rules/index.js';
import { parseExact } from '../../../src/value/index.js';
import { RULES } from '../run/world.js';

const cell = (text: string, kind: Cell['kind'] = 'text'): Cell => ({ kind, text });
const column = (
  spec: Partial<OpenColumn['spec']> = {},
  unknown: readonly string[] = ['不详', '/', '-'],
): OpenColumn => ({
  index: 0,
  header: '列',
  spec: { header: '列', ...spec },
  unknown: new Set(unknown),
});
const rules = readRules(RULES);
const fact = (id: string) => {
  const found = rules.ok ? rules.value.facts.find((one) => one.id === id) : undefined;
  if (found === undefined) throw new Error(id);
  return found;
};

describe('a number', () => {
  it.each([
    ['1200', '1200'],
    [' 1200 ', '1200'],
    ['　1200', '1200'],
    ['12.50', '12.5'],
    ['-3', '-3'],
    ['0', '0'],
  ])('reads %j', (text, value) =>
    expect(readNumber(cell(text), column())).toEqual({ state: 'known', value }),
  );

  it.each([
    '1,200',
    '1２00',
    '１200',
    '1200元',
    '1,200元',
    '约三万',
    '3.6万',
    '1e3',
    '0x10',
    '1 200',
    '+5',
    '.5',
    '5.',
    '007',
    '-0',
    'NaN',
    '∞',
  ])('does not guess at %j', (text) =>
    expect(readNumber(cell(text), column())).toEqual({ state: 'bad', code: 'cell.number', values: {} }),
  );

  it.each(['', '  ', '不详', '/', '-', ' / '])('takes %j as not known, never as 0', (text) =>
    expect(readNumber(cell(text), column())).toEqual({ state: 'unknown' }),
  );

  it('reads thousands only where the job says so, and only where they are well formed', () => {
    const grouped = column({ thousands: ',' });
    expect(readNumber(cell('1,200'), grouped)).toEqual({ state: 'known', value: '1200' });
    expect(readNumber(cell('-12,345,678.90'), grouped)).toEqual({ state: 'known', value: '-12345678.9' });
    for (const text of ['1,20', '12,00', ',200', '1,2000', '0,200', '1,200元'])
      expect(readNumber(cell(text), grouped)).toMatchObject({ state: 'bad' });
  });

  it('is what parseExact reads, and nothing else, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,-+e 元万０１%'), maxLength: 8 }),
        (text) => {
          const read = readNumber(cell(text), column());
          const token = text.trim();
          const plain = parseExact(token);
          if (token === '' || token === '-') expect(read.state).toBe('unknown');
          else expect(read.state === 'known').toBe(plain !== null);
          if (read.state === 'known') expect(parseExact(read.value)).toEqual(plain);
        },
      ),
    );
  });

  it('does not take a formula, an error, a date or a truth value', () => {
    expect(readNumber(cell('12', 'formula'), column())).toMatchObject({ state: 'bad', code: 'cell.formula' });
    expect(readNumber(cell('12', 'formula'), column({ formulas: 'cached' }))).toEqual({
      state: 'known',
      value: '12',
    });
    expect(readNumber(cell('#N/A', 'error'), column())).toMatchObject({ code: 'cell.error' });
    expect(readNumber(cell('2025-01-01', 'date'), column())).toMatchObject({ code: 'cell.kind' });
    expect(readNumber(cell('TRUE', 'boolean'), column())).toMatchObject({ code: 'cell.kind' });
  });
});

describe('a label', () => {
  const yesNo = column({ values: { 是: 'true', 否: 'false' } });

  it('means what the job says, and nothing near it', () => {
    expect(readFlag(cell('是'), yesNo)).toEqual({ state: 'known', value: true });
    expect(readFlag(cell(' 否 '), yesNo)).toEqual({ state: 'known', value: false });
    for (const text of ['否?', '是的', '0', '1', 'TRUE', '有'])
      expect(readFlag(cell(text), yesNo)).toEqual({
        state: 'bad',
        code: 'cell.label',
        values: { labels: '是、否' },
      });
  });

  it('may be the id itself', () => {
    expect(readOption(cell('ill'), column(), ['good', 'ill'])).toEqual({ state: 'known', value: 'ill' });
    expect(readOption(cell('constructor'), yesNo, ['good'])).toMatchObject({ state: 'bad' });
    expect(readFlag(cell('true'), column())).toEqual({ state: 'known', value: true });
  });
});

describe('a fact', () => {
  it('keeps to its range', () => {
    expect(readFact(cell('0'), column(), fact('members'))).toEqual({
      state: 'bad',
      code: 'cell.tooSmall',
      values: { least: '1', most: '20' },
    });
    expect(readFact(cell('21'), column(), fact('members'))).toMatchObject({ code: 'cell.tooLarge' });
    expect(readFact(cell('20'), column(), fact('members'))).toEqual({ state: 'known', value: '20' });
    expect(readFact(cell('-1'), column(), fact('income'))).toMatchObject({ code: 'cell.tooSmall' });
  });

  it('keeps to its grid', () =>
    expect(readFact(cell('2.5'), column(), fact('members'))).toMatchObject({
      code: 'cell.offGrid',
      values: { step: '1' },
    }));

  it('is never a value that the rules do not know, whatever the cell', () => {
    const labels = column({ values: { 好: 'good', 病: 'ill' } });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 6 }), (text) => {
        const read = readFact(cell(text), labels, fact('health'));
        if (read.state === 'known') expect(['good', 'ill']).toContain(read.value);
        if (read.state === 'bad') expect(JSON.stringify(read.values)).toBe('{"labels":"好、病"}');
      }),
    );
  });
});

it('reads a row number', () => {
  expect(readPosition(cell('12'), column())).toEqual({ state: 'known', value: 12 });
  for (const text of ['0', '-1', '1.5', '12a'])
    expect(readPosition(cell(text), column())).toMatchObject({ state: 'bad' });
});
