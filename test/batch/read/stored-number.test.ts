import { dateToSerial, isDateFormat as libraryKnows } from 'hucre';
import { expect, test } from 'vitest';
import { dateOfSerial, isDateFormat } from '../../../src/batch/read/workbook/index.js';

test('every day of both date systems, held against a library', () => {
  for (const system of ['1900', '1904'] as const) {
    for (let day = Date.UTC(1904, 0, 2); day < Date.UTC(2101, 0, 1); day += 86_400_000) {
      const serial = dateToSerial(new Date(day), system === '1904');
      const written = new Date(day).toISOString().slice(0, 10);
      if (dateOfSerial(serial, system) !== written)
        expect([system, serial, dateOfSerial(serial, system)]).toEqual([system, serial, written]);
    }
  }
});

test('the edges: day 1, the day that never was, and what is no day', () => {
  expect([1, 59, 60, 61].map((serial) => dateOfSerial(serial, '1900'))).toEqual([
    '1900-01-01',
    '1900-02-28',
    null,
    '1900-03-01',
  ]);
  expect([0, -1, 1.5, 2_958_466, Number.NaN].map((serial) => dateOfSerial(serial, '1900'))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(dateOfSerial(0, '1904')).toBe('1904-01-01');
  expect(dateOfSerial(2_958_465, '1900')).toBe('9999-12-31');
});

test('which formats show a day', () => {
  const days = [
    'yyyy-mm-dd',
    'yyyy"年"m"月"d"日";@',
    '[$-804]yyyy/m/d',
    'mm/yy',
    'd-mmm',
    'yyyy/m/d h:mm',
    'mmmm',
  ];
  const none = ['General', '0.00', '0.00E+00', '#,##0"元"', '@', '"day"0', '[Red]0', '0_d'];
  expect(days.filter((code) => !isDateFormat(200, code))).toEqual([]);
  expect(none.filter((code) => isDateFormat(200, code))).toEqual([]);
  expect(['h:mm', '[h]:mm:ss', 'mm:ss', 'h:mm AM/PM'].filter((code) => isDateFormat(200, code))).toEqual([]);
  for (const code of days) expect(libraryKnows(code), code).toBe(true);
  for (const code of none) expect(libraryKnows(code), code).toBe(false);
  expect([14, 31, 57].every((id) => isDateFormat(id, undefined))).toBe(true);
  expect([0, 1, 20, 46, 49].some((id) => isDateFormat(id, undefined))).toBe(false);
});
