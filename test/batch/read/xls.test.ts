import { readXls as libraryReads } from 'hucre';
import { describe, expect, test } from 'vitest';
import { writeXls } from '../../../fixtures/generator/writers/biff8.js';
import { Bytes } from '../../../fixtures/generator/writers/bytes.js';
import { writeOle } from '../../../fixtures/generator/writers/ole.js';
import { at, biff, biffStream, EOF, label, number, record, wide } from './biff-parts.js';
import { codes, issue, refusal, table, texts } from './reading.js';

const one = (...records: readonly Uint8Array[]): Uint8Array => biff([{ name: 'S', records }]);
const cells = async (bytes: Uint8Array): Promise<unknown> =>
  (await table(bytes)).sheets[0]!.rows.flatMap((row) => row.cells);

describe('BIFF8 cells', () => {
  test('numbers in each of their forms', async () => {
    const rk = (value: number, flags: number): Bytes => new Bytes().u32(((value << 2) | flags) >>> 0);
    const several = new Bytes().u16(0, 3, 0).raw(rk(12345, 3).done()).u16(0).raw(rk(-7, 2).done()).u16(4);
    expect(
      await cells(
        one(
          number(0, 0, 990102199601176200),
          number(0, 1, 0.1),
          record(0x027e, at(0, 2).raw(rk(5, 2).done())),
          record(0x00bd, several),
        ),
      ),
    ).toEqual([
      { kind: 'number', text: '990102199601176200' },
      { kind: 'number', text: '0.1' },
      { kind: 'number', text: '5' },
      { kind: 'number', text: '123.45' },
      { kind: 'number', text: '-7' },
    ]);
  });

  test('dates by their format and by the date system; a time alone is a number', async () => {
    const sheet = [
      { name: 'S', records: [number(0, 0, 45901, 1), number(0, 1, 45901.75, 1), number(0, 2, 0.5, 2)] },
    ];
    const file = await table(biff(sheet));
    expect(texts(file)).toEqual([['2025-09-01', '2025-09-01', '0.5']]);
    expect(file.sheets[0]!.rows[0]!.cells.map(({ kind }) => kind)).toEqual(['date', 'date', 'number']);
    expect(issue(file, 'read.timeOfDay')?.values).toEqual({ count: 1 });
    const later = biff([{ name: 'S', records: [number(0, 0, 44439, 1)] }], {
      globals: [record(0x22, new Bytes().u16(1))],
    });
    expect(texts(await table(later))).toEqual([['2025-09-01']]);
  });

  test('formulas and errors are called so', async () => {
    const result = (...bytes: number[]): Bytes => at(0, 0).raw(Uint8Array.from(bytes));
    const tail = [0xff, 0xff];
    const text = (row: number): Uint8Array =>
      record(0x06, at(row, 0).raw(Uint8Array.from([0, 0, 0, 0, 0, 0, ...tail])));
    const file = await table(
      one(
        record(0x06, at(1, 0).f64(12.5)),
        text(2),
        record(0x0207, new Bytes().u16(2).u8(1).raw(wide('甲乙').done())),
        record(0x06, new Bytes().u16(3, 0, 0).raw(Uint8Array.from([1, 0, 1, 0, 0, 0, ...tail]))),
        record(0x06, new Bytes().u16(4, 0, 0).raw(Uint8Array.from([2, 0, 0x2a, 0, 0, 0, ...tail]))),
        record(0x0205, at(5, 0).u8(0x07).u8(1)),
        record(0x0205, at(6, 0).u8(1).u8(0)),
      ),
    );
    expect(file.sheets[0]!.rows.slice(1).map((row) => row.cells[0])).toEqual([
      { kind: 'formula', text: '12.5' },
      { kind: 'formula', text: '甲乙' },
      { kind: 'formula', text: 'TRUE' },
      { kind: 'error', text: '#N/A' },
      { kind: 'error', text: '#DIV/0!' },
      { kind: 'boolean', text: 'TRUE' },
    ]);
    expect(result(1).length).toBe(7);
  });

  test('a string that goes on in the next record is read to its end', async () => {
    const long = '望湖市'.repeat(3000);
    const first = new Bytes()
      .u32(1, 1)
      .u16(long.length)
      .u8(1)
      .raw(wide(long.slice(0, 4000)).done());
    const rest = new Bytes().u8(1).raw(wide(long.slice(4000, 8000)).done());
    const last = new Bytes().u8(1).raw(wide(long.slice(8000)).done());
    const strings = [record(0xfc, first), record(0x3c, rest), record(0x3c, last)];
    const file = await table(
      biff([{ name: 'S', records: [record(0xfd, at(0, 0).u32(0))] }], { globals: strings }),
    );
    expect(texts(file)).toEqual([[long]]);
  });

  test('a string with formatting runs and one of single bytes', async () => {
    const rich = new Bytes()
      .u32(2, 2)
      .u16(2)
      .u8(0x09)
      .u16(1)
      .raw(wide('甲乙').done())
      .u32(0)
      .u16(2)
      .u8(0)
      .raw(Uint8Array.from([0x41, 0x42]));
    const use = [record(0xfd, at(0, 0).u32(0)), record(0xfd, at(0, 1).u32(1))];
    expect(
      texts(await table(biff([{ name: 'S', records: use }], { globals: [record(0xfc, rich)] }))),
    ).toEqual([['甲乙', 'AB']]);
  });
});

describe('BIFF8 sheets', () => {
  test('several sheets, hidden ones marked, charts passed over', async () => {
    const file = await table(
      biff([
        { name: '封面', records: [label(0, 0, 'x')] },
        { name: '名单', state: 1, records: [label(2, 1, '甲')] },
        { name: '图', kind: 2, records: [] },
      ]),
    );
    expect(file.sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['封面', false, 1],
      ['名单', true, 3],
    ]);
    expect(codes(file)).toEqual(['read.hiddenSheet', 'read.sheetSkipped']);
  });

  test('a chart inside a sheet does not end the sheet', async () => {
    const chart = [record(0x0809, new Bytes().u16(0x0600, 0x20, 0, 0).u32(0, 0)), number(9, 9, 1), EOF];
    const merge = record(0xe5, new Bytes().u16(1, 0, 1, 0, 0));
    const file = await table(one(label(0, 0, '户'), label(1, 1, 'b'), ...chart, merge));
    expect(texts(file)).toEqual([['户'], ['户', 'b']]);
  });

  test('hidden rows and a filter are counted', async () => {
    const hidden = record(0x0208, new Bytes().u16(1, 0, 1, 255, 0, 0, 0x20, 0x0f));
    const file = await table(one(record(0x9b), label(0, 0, 'a'), hidden, label(1, 0, 'b')));
    expect(texts(file)).toEqual([['a'], ['b']]);
    expect(codes(file)).toEqual(['read.hiddenRows', 'read.filter']);
  });
});

describe('what is refused', () => {
  test('encrypted records, and containers of an encrypted workbook', async () => {
    expect(
      (await refusal(biff([{ name: 'S', records: [] }], { globals: [record(0x2f, new Bytes().u16(0))] })))
        .code,
    ).toBe('read.encrypted');
    expect((await refusal(writeOle('EncryptedPackage', new Uint8Array(10)))).code).toBe('read.encrypted');
  });

  test('an older BIFF and other documents', async () => {
    expect(await refusal(biff([{ name: 'S', records: [] }], { version: 0x0500 }))).toMatchObject({
      code: 'read.unsupportedFormat',
      values: { format: 'BIFF5' },
    });
    expect(await refusal(writeOle('Book', new Uint8Array(10)))).toMatchObject({
      values: { format: 'BIFF5' },
    });
    expect(await refusal(writeOle('WordDocument', new Uint8Array(10)))).toMatchObject({
      code: 'read.notATable',
    });
  });

  test('a shared string that is not there, one cell twice, a stream or a file cut off', async () => {
    const unreadable = { code: 'read.xlsUnreadable' };
    expect(await refusal(one(record(0xfd, at(0, 0).u32(3))))).toMatchObject(unreadable);
    expect((await refusal(one(label(0, 0, 'a'), label(0, 0, 'b')))).code).toBe('read.cellTwice');
    const stream = biffStream([{ name: 'S', records: [label(0, 0, 'a'), label(1, 0, 'b')] }]);
    expect(
      await refusal(writeOle('Workbook', new Bytes().raw(stream.subarray(0, -5)).u16(0x0204, 9000).done())),
    ).toMatchObject(unreadable);
    const whole = writeXls([{ name: 'S', rows: Array.from({ length: 500 }, (_, i) => [`x${i}`, i]) }]);
    expect(await refusal(whole.subarray(0, 4096))).toMatchObject(unreadable);
  });
});

test('held against a library: a workbook of the city’s shape is read as the library reads it', async () => {
  const rows = [
    ['农村低保备案表'],
    ['户主姓名', '户主身份证号', '保障人口'],
    ['甲', '990102198001010013', 3],
    [null, '乙𠮷', 0.5],
  ];
  const bytes = writeXls([
    { name: '封面', rows: [['x']] },
    { name: '农村低保', rows },
  ]);
  const library = await libraryReads(bytes);
  const ours = (await table(bytes, {}, 'a.xls')).sheets;
  const plain = (row: readonly unknown[]): string[] =>
    Array.from(row, (value) => (value == null ? '' : String(value)));
  expect(ours.map(({ rows: all }) => all.map(({ cells: row }) => row.map(({ text }) => text)))).toEqual(
    library.sheets.map((sheet) => sheet.rows.map(plain)),
  );
});
