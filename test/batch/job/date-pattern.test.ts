import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datePattern } from '../../../src/batch/job/index.js';
import { type CivilDate, civilDate } from '../../../src/value/index.js';

const read = (pattern: string, text: string): CivilDate | null => {
  const found = datePattern(pattern);
  if (found === null) throw new Error(`${pattern} is no pattern`);
  return found(text);
};

describe('a way of writing dates', () => {
  it.each([
    ['YYYY-MM-DD', '2025-09-01'],
    ['YYYY/M/D', '2025/9/1'],
    ['YYYY/M/D', '2025/09/01'],
    ['YYYY年M月D日', '2025年9月1日'],
    ['YYYYMMDD', '20250901'],
    ['DD.MM.YYYY', '01.09.2025'],
    ['M/D/YYYY', '9/1/2025'],
    ['YYYY.M.D（周）', '2025.9.1（周）'],
  ])('%s reads %s', (pattern, text) => expect(read(pattern, text)).toEqual({ y: 2025, m: 9, d: 1 }));

  it.each([
    ['YYYY-MM-DD', '2025-9-1'],
    ['YYYY-MM-DD', '2025-02-30'],
    ['YYYY-MM-DD', ' 2025-09-01'],
    ['YYYY-MM-DD', '2025-09-011'],
    ['YYYY/M/D', '2025-9-1'],
    ['YYYY.MM.DD', '2025x09x01'],
    ['YYYYMMDD', '45901'],
    ['YYYY年M月D日', '2025年9月'],
    ['YYYY-MM-DD', '２０２５-09-01'],
  ])('%s does not guess at %s', (pattern, text) => expect(read(pattern, text)).toBeNull());

  it.each([
    '',
    'YYYY-MM',
    'YYYY-MM-DD-DD',
    'YY-MM-DD',
    'YYYYMD',
    'YYYYMDD',
    'MDYYYY',
    'YYYY-MM-DDD',
    'YYYY-MM-D1',
    'abc',
  ])('%j is none, or could be read in two ways', (pattern) => expect(datePattern(pattern)).toBeNull());

  it('reads back what it says, of any day and with any sign between', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const sign = fc.constantFrom('-', '/', '.', ' ', '年', '*', '+', '(', '\\', '[', '|', '$', '^', '？');
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        sign,
        sign,
        (y, m, d, first, second) => {
          const day = civilDate(y, m, d);
          expect(read(`YYYY${first}MM${second}DD`, `${y}${first}${two(m)}${second}${two(d)}`)).toEqual(day);
          expect(read(`D${first}M${second}YYYY`, `${d}${first}${m}${second}${y}`)).toEqual(day);
        },
      ),
    );
  });
});
