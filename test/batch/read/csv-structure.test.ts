import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/batch/read/index.js';
import { codes, issue, refusal, table, texts, utf8 } from './reading.js';

const HEADER = '姓名,身份证号';
const list = (...lines: readonly string[]): Uint8Array => utf8([HEADER, ...lines].join('\n'));

describe('structure of text tables', () => {
  test('a header alone is a table', async () => {
    expect(texts(await table(list()))).toEqual([['姓名', '身份证号']]);
  });

  test('ragged rows are kept as they are and counted', async () => {
    const file = await table(list('甲,1', '乙', '丙,2', '丁,3,4', '戊,5'));
    expect(texts(file).map((row) => row.length)).toEqual([2, 2, 1, 2, 3, 2]);
    expect(issue(file, 'read.shortRows')?.values).toEqual({ count: 1, width: 2, row: 3 });
    expect(issue(file, 'read.longRows')?.values).toEqual({ count: 1, width: 2, row: 5 });
  });

  test('a quote inside an unquoted field keeps the row and names it', async () => {
    const file = await table(list('甲,1', '乙"小,2', '丙,3', '"丁"x,4'));
    expect(texts(file)).toEqual([
      ['姓名', '身份证号'],
      ['甲', '1'],
      ['乙"小', '2'],
      ['丙', '3'],
      ['"丁"x', '4'],
    ]);
    expect(
      file.issues.filter(({ code }) => code === 'read.quoteInField').map(({ place }) => place?.row),
    ).toEqual([3, 5]);
  });

  test('too many misplaced quotes refuse the file', async () => {
    const found = await refusal(list(...Array.from({ length: 1001 }, () => '甲"乙,1')));
    expect(found).toMatchObject({ code: 'read.quotesBroken', values: { count: 1001, most: 1000 } });
  });

  test('every kind of line end ends a line, mixed ones too', async () => {
    const want = [
      ['姓名', '身份证号'],
      ['甲', '1'],
      ['乙', '2'],
    ];
    for (const end of ['\n', '\r\n', '\r'])
      expect(texts(await table(utf8([HEADER, '甲,1', '乙,2', ''].join(end))))).toEqual(want);
    const mixed = await table(utf8(`${HEADER}\n甲,1\r\n乙,2\r`));
    expect(texts(mixed)).toEqual(want);
    expect(codes(mixed)).toEqual(['read.mixedLineEnds']);
  });

  test('a line break inside quotes belongs to the cell; rows count records', async () => {
    const file = await table(list('"甲\n小",1', '乙,2'));
    expect(texts(file)[1]).toEqual(['甲\n小', '1']);
    expect(file.sheets[0]!.rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(issue(file, 'read.quotedLineBreaks')?.values).toEqual({ count: 1 });
  });

  test('a last row that is short and has no line end is pointed at', async () => {
    expect(issue(await table(list('甲,1', '乙,2', '丙')), 'read.perhapsTruncated')?.place?.row).toBe(4);
    expect(codes(await table(list('甲,1', '乙,2', '丙', '')))).not.toContain('read.perhapsTruncated');
  });

  test('more than 10,000 columns refuse the file', async () => {
    expect(await refusal(utf8(`${','.repeat(10_000)}\n`))).toMatchObject({
      code: 'read.limit',
      values: { what: 'columns' },
    });
    expect(texts(await table(utf8(`姓名${',x'.repeat(9_999)}\n`)))[0]).toHaveLength(10_000);
  });

  test('a file beyond the limit is refused before it is looked at', async () => {
    const bytes = new Uint8Array(100 * 1024 * 1024 + 1);
    expect(await refusal(bytes)).toMatchObject({ code: 'read.limit', values: { what: 'fileBytes' } });
  });

  test('the delimiter is found in the header area', async () => {
    const lines = ['姓名|身份证号|家庭年收入', '甲|1|1,5', '乙|2|2,5'];
    for (const [delimiter, format] of [
      ['\t', 'tsv'],
      [';', 'csv'],
    ] as const) {
      const file = await table(utf8(lines.join('\n').replaceAll('|', delimiter)));
      expect(file.format).toBe(format);
      expect(texts(file)[1]).toEqual(['甲', '1', '1,5']);
    }
  });

  test('a title above the header does not mislead, and one column needs no delimiter', async () => {
    expect(texts(await table(utf8('2025年，名单，一览\n姓名\t备注,说明\n甲\tx,y\n')))[1]).toEqual([
      '姓名',
      '备注,说明',
    ]);
    expect(texts(await table(utf8('全国学籍号\nG99\nG98\n')))).toEqual([['全国学籍号'], ['G99'], ['G98']]);
  });

  test('a delimiter that two could be is refused, unless it is stated', async () => {
    const bytes = utf8('a,b;c\n1,2;3\n');
    expect((await refusal(bytes)).code).toBe('read.delimiterAmbiguous');
    expect(texts(await table(bytes, { delimiter: ';' }))).toEqual([
      ['a,b', 'c'],
      ['1,2', '3'],
    ]);
    expect(texts(await table(bytes, { knownHeaders: ['a'] }))[0]).toEqual(['a', 'b;c']);
  });

  test('blank lines are rows; those after the last row are only counted', async () => {
    const file = await table(list('甲,1', '', ',', '乙,2', '', ''));
    expect(file.sheets[0]!.rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
    expect(file.sheets[0]!.rows[2]!.cells.every(({ kind }) => kind === 'blank')).toBe(true);
    expect(issue(file, 'read.trailingBlankRows')?.values).toEqual({ count: 1 });
  });

  test('Excel’s ="…" is unwrapped and counted', async () => {
    for (const field of ['="0099"', '"=""0099"""']) {
      const file = await table(list(`甲,${field}`, '乙,2'));
      expect(texts(file)[1]).toEqual(['甲', '0099']);
      expect(codes(file)).toEqual(['read.excelText']);
    }
  });

  test('cells are exactly what the file has', async () => {
    const cells = [" '9901 ", '０１', '\u00a0x', 'NULL', '007', '1e5'];
    const [row] = texts(await table(utf8(`${cells.join(',')}\n${cells.join(',')}\n`), { encoding: 'utf-8' }));
    expect(row).toEqual(cells);
  });
});

test('what is written by RFC 4180 is read back, whatever the line end and the delimiter', async () => {
  const field = fc.stringMatching(/^[甲乙\w "',;\t\n]{0,6}$/u);
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom(',', ';', '\t'),
      async (body, end, delimiter) => {
        const all = [...body, ['姓名', '身份证号']];
        const text = all.map((row) => row.map(quote).join(delimiter)).join(end);
        const result = await readTable({ name: 'x', bytes: utf8(text) }, { delimiter: delimiter as ',' });
        // ="…" is the one content that is taken apart.
        const plain = all.map((row) => row.map((cell) => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell));
        expect(result.ok && texts(result.value)).toEqual(plain);
      },
    ),
  );
});
