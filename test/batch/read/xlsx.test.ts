import { readXlsx as libraryReads, writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { archive } from './archive.js';
import { codes, issue, refusal, table, texts } from './reading.js';
import { inline, oneSheet, workbook, workbookMembers } from './xlsx-parts.js';

describe('cells', () => {
  test('each kind comes out as what it is', async () => {
    const rows = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>0.10</v></c><c r="C1" t="b"><v>1</v></c>',
      '<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c r="F1"><f>1+1</f><v>2</v></c>',
      '<c r="G1" s="1"><v>45901</v></c><c r="I1" t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c></row>',
    ];
    const file = await table(
      oneSheet(rows.join(''), '', {
        strings: ['<r><t>甲</t></r><r><t>丁</t></r><rPh sb="0" eb="1"><t>jia</t></rPh>'],
        styles: [[0], [14]],
      }),
    );
    expect(file.sheets[0]!.rows[0]!.cells).toEqual([
      { kind: 'text', text: '甲丁' },
      { kind: 'number', text: '0.10' },
      { kind: 'boolean', text: 'TRUE' },
      { kind: 'error', text: '#N/A' },
      { kind: 'formula', text: '甲x' },
      { kind: 'formula', text: '2' },
      { kind: 'date', text: '2025-09-01' },
      { kind: 'blank', text: '' },
      { kind: 'text', text: '乙丙' },
    ]);
  });

  test('a number keeps the digits that are stored, and a column of long ones is one loud finding', async () => {
    const row = (r: number, v: string): string => `<row r="${r}"><c r="B${r}"><v>${v}</v></c></row>`;
    const file = await table(
      oneSheet(row(1, '9.90102199601176E+17') + row(2, '990102199601176200') + row(3, '12')),
    );
    expect(texts(file).map((cells) => cells[1])).toEqual([
      '9.90102199601176E+17',
      '990102199601176200',
      '12',
    ]);
    expect(file.sheets[0]!.rows.every(({ cells }) => cells[1]?.kind === 'number')).toBe(true);
    expect(issue(file, 'read.longNumbers')).toMatchObject({
      severity: 'warning',
      place: { sheet: 'S1', header: 'B' },
      values: { count: 2 },
    });
  });

  test('a formula is called one, with the result that was kept', async () => {
    const file = await table(
      oneSheet('<row r="1"><c r="A1"><f t="shared" si="0"/><v>5</v></c><c r="B1"><f>X()</f></c></row>'),
    );
    expect(file.sheets[0]!.rows[0]!.cells).toEqual([
      { kind: 'formula', text: '5' },
      { kind: 'formula', text: '' },
    ]);
    expect(issue(file, 'read.formulaCells')?.values).toEqual({ count: 2 });
  });

  test('an error is never dropped', async () => {
    const file = await table(oneSheet('<row r="2"><c r="A2" t="e"><f>VLOOKUP(1)</f><v>#N/A</v></c></row>'));
    expect(file.sheets[0]!.rows[1]!.cells).toEqual([{ kind: 'error', text: '#N/A' }]);
    expect(issue(file, 'read.errorCells')?.values).toEqual({ count: 1, row: 2 });
  });

  test('an ISO date is a date, and what only claims to be one is an error', async () => {
    const row =
      '<row r="1"><c r="A1" t="d"><v>2025-09-01T00:00:00</v></c><c r="B1" t="d"><v>2025-02-30</v></c></row>';
    expect((await table(oneSheet(row))).sheets[0]!.rows[0]!.cells).toEqual([
      { kind: 'date', text: '2025-09-01' },
      { kind: 'error', text: '2025-02-30' },
    ]);
  });

  test('a date is read by the workbook’s own date system', async () => {
    const row = '<row r="1"><c r="A1" s="1"><v>44439</v></c><c r="B1"><v>44439</v></c></row>';
    const styles = [[0], [176, 'yyyy"年"m"月"d"日";@']] as const;
    const cells = async (date1904: boolean): Promise<unknown> =>
      (await table(oneSheet(row, '', { styles, date1904 }))).sheets[0]!.rows[0]!.cells;
    const serial = { kind: 'number', text: '44439' };
    expect(await cells(false)).toEqual([{ kind: 'date', text: '2021-08-31' }, serial]);
    expect(await cells(true)).toEqual([{ kind: 'date', text: '2025-09-01' }, serial]);
  });

  test('characters that XML cannot hold are unescaped, and half a character refuses the file', async () => {
    expect(
      texts(await table(oneSheet(`<row r="1">${inline('A1', 'a_x000A_b&amp;&#x4E2D;')}</row>`))),
    ).toEqual([['a\nb&中']]);
    expect((await refusal(oneSheet(`<row r="1">${inline('A1', '_xD842_')}</row>`))).code).toBe(
      'read.loneSurrogate',
    );
  });

  test('rows and cells without references are counted on', async () => {
    const file = await table(
      oneSheet('<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c><v>1</v></c></row>'),
    );
    expect(texts(file)).toEqual([['a', 'b'], ['1']]);
  });

  test('prefixed elements are elements', async () => {
    const file = await table(
      workbook({
        sheets: [
          '<x:sheetData xmlns:x="u"><x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c></x:row></x:sheetData>',
        ],
      }),
    );
    expect(texts(file)).toEqual([['a']]);
  });
});

describe('sheets', () => {
  test('rows keep their true numbers and blank rows between them are there', async () => {
    const file = await table(
      oneSheet(
        `<row r="3">${inline('B3', 'a')}</row><row r="5">${inline('A5', 'b')}</row><row r="9"><c r="A9" s="0"/></row>`,
      ),
    );
    expect(file.sheets[0]!.rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 0],
      [2, 0],
      [3, 2],
      [4, 0],
      [5, 1],
    ]);
  });

  test('a merged range is filled with its top-left value and makes no rows of its own', async () => {
    const file = await table(
      oneSheet(
        `<row r="1">${inline('A1', '题')}</row><row r="2">${inline('A2', '户')}${inline('B2', '1')}</row><row r="3">${inline('B3', '2')}</row>`,
        '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A2:A9"/></mergeCells>',
      ),
    );
    expect(texts(file)).toEqual([
      ['题', '题'],
      ['户', '1'],
      ['户', '2'],
    ]);
    expect(issue(file, 'read.mergedFilled')?.values).toEqual({ ranges: 2, cells: 2 });
  });

  test('a value that hides under a merged range is not overwritten', async () => {
    const rows = `<row r="1">${inline('A1', 'x')}</row><row r="2">${inline('A2', 'y')}</row>`;
    const file = await table(oneSheet(rows, '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'));
    expect(texts(file)).toEqual([['x'], ['y']]);
    expect(issue(file, 'read.mergedValueHidden')?.values).toEqual({ count: 1 });
  });

  test('hidden rows and filtered rows are read and counted; a hidden sheet is marked', async () => {
    const data = `<sheetData><row r="1">${inline('A1', 'a')}</row><row r="2" hidden="1">${inline('A2', 'b')}</row></sheetData><autoFilter ref="A1:A2"/>`;
    const file = await table(workbook({ sheets: [data, data], states: ['visible', 'veryHidden'] }));
    expect(texts(file)).toEqual([['a'], ['b']]);
    expect(file.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(codes(file)).toEqual([
      'read.hiddenRows',
      'read.filter',
      'read.hiddenRows',
      'read.hiddenSheet',
      'read.filter',
    ]);
  });

  test('every sheet is given; which one counts is for the job to say', async () => {
    const data = `<sheetData><row r="1">${inline('A1', 'a')}</row></sheetData>`;
    expect((await table(workbook({ sheets: [data, data] }))).sheets.map(({ name }) => name)).toEqual([
      'S1',
      'S2',
    ]);
  });

  test('a workbook with nothing in it is refused', async () => {
    expect((await refusal(oneSheet(''))).code).toBe('read.empty');
    expect((await refusal(workbook({ sheets: [] }))).code).toBe('read.noSheet');
  });
});

describe('workbooks that are refused', () => {
  const good = `<row r="1">${inline('A1', 'a')}</row>`;

  test('a zip bomb is refused before it is inflated', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(40_000_000) };
    const members = workbookMembers({ sheets: [''] }).filter(({ name }) => name !== bomb.name);
    expect(await refusal(archive([...members, bomb]))).toMatchObject({
      code: 'read.limit',
      values: { what: 'zipRatio' },
    });
  });

  test('a part nobody needs may not be a bomb either, and many small ones add up', async () => {
    const zeros = new Uint8Array(4_000);
    const large = { name: 'xl/media/a.bin', content: zeros, says: { size: 401 * 1024 * 1024 } };
    expect(await refusal(archive([large]))).toMatchObject({
      code: 'read.limit',
      values: { what: 'zipEntryBytes' },
    });
    const many = Array.from({ length: 1100 }, (_, i) => ({
      name: `${i}`,
      content: zeros,
      says: { size: 1_000_000 },
    }));
    expect(await refusal(archive(many))).toMatchObject({ code: 'read.limit', values: { what: 'zipBytes' } });
  });

  test('a size that lies is found by counting what comes out', async () => {
    const members = workbookMembers({ sheets: [`<sheetData>${good}</sheetData>`] });
    const lie = (size: number): Uint8Array =>
      archive(
        members.map((member) => (member.name === 'xl/workbook.xml' ? { ...member, says: { size } } : member)),
      );
    expect(await refusal(lie(10))).toMatchObject({ code: 'read.limit', values: { what: 'zipEntryBytes' } });
    expect(await refusal(lie(100_000))).toMatchObject({
      code: 'read.zipDamaged',
      values: { part: 'xl/workbook.xml' },
    });
  });

  test('a wrong checksum is damage', async () => {
    const members = workbookMembers({ sheets: [`<sheetData>${good}</sheetData>`] });
    const wrong = members.map((member) =>
      member.name === 'xl/styles.xml' ? { ...member, says: { crc: 1 } } : member,
    );
    expect(await refusal(archive(wrong))).toMatchObject({
      code: 'read.zipDamaged',
      values: { part: 'xl/styles.xml' },
    });
  });

  test('two members of one name are refused', async () => {
    const members = workbookMembers({ sheets: [`<sheetData>${good}</sheetData>`] });
    expect((await refusal(archive([...members, { name: 'XL/workbook.xml', content: '<a/>' }]))).code).toBe(
      'read.zipDuplicate',
    );
  });

  test('a far cell makes no million rows', async () => {
    expect(await refusal(oneSheet(`${good}<row r="1048576">${inline('A1048576', 'b')}</row>`))).toMatchObject(
      {
        code: 'read.limit',
        values: { what: 'blankRows' },
      },
    );
    const far = await table(oneSheet(`${good}<row r="200000">${inline('A200000', 'b')}</row>`));
    expect(far.sheets[0]!.rows).toHaveLength(200_000);
  });

  test('a far column and a merged range over everything are refused', async () => {
    expect(await refusal(oneSheet(`<row r="1">${inline('XFD1', 'a')}</row>`))).toMatchObject({
      values: { what: 'columns' },
    });
    const corner = `${good}<row r="150000">${inline('Z150000', 'b')}</row>`;
    const found = await refusal(
      oneSheet(corner, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    );
    expect(found).toMatchObject({ code: 'read.limit', values: { what: 'mergedCells' } });
  });

  test('a shared string that is not there is no blank cell', async () => {
    expect(await refusal(oneSheet('<row r="4"><c r="C4" t="s"><v>7</v></c></row>'))).toMatchObject({
      code: 'read.xlsxUnreadable',
      place: { sheet: 'S1', row: 4, header: 'C' },
    });
  });

  test('one cell twice is refused', async () => {
    expect(
      await refusal(oneSheet(`<row r="1">${inline('A1', 'a')}${inline('A1', 'b')}</row>`)),
    ).toMatchObject({
      code: 'read.cellTwice',
      place: { row: 1, header: 'A' },
    });
  });

  test('a part that is not well formed is refused: a sheet that ends early is no shorter sheet', async () => {
    const sheets = [
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>',
      '<sheetData><row r="1"></sheetData></row>',
      '<sheetData><row r="1"><c r="A1" t="str"><v>&boom;</v></c></row></sheetData>',
      '<sheetData><row r="0"/></sheetData>',
      '<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>',
      '<sheetData><row r="1"><c r="AAAA1"><v>1</v></c></row></sheetData>',
      '<sheetData/><mergeCells><mergeCell ref="x"/></mergeCells>',
    ];
    for (const sheet of sheets)
      expect(await refusal(workbook({ sheets: [sheet] }))).toMatchObject({
        code: 'read.xlsxUnreadable',
        values: { part: 'xl/worksheets/sheet1.xml' },
      });
  });

  test('missing parts are refused', async () => {
    const members = workbookMembers({ sheets: [`<sheetData>${good}</sheetData>`] });
    for (const gone of [
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
    ])
      expect((await refusal(archive(members.filter(({ name }) => name !== gone)))).code).toBe(
        'read.xlsxUnreadable',
      );
  });
});

describe('held against a library', () => {
  test('what the library writes is read as the library reads it', async () => {
    const rows = [
      ['脱贫户名单', null, null],
      ['姓名', '证件号码', '金额'],
      ['甲 & <乙>', '990102200001010010', 1630.5],
      [],
      ['  丙\n丁  ', "'99", 0.1],
      ['𠮷', null, -3],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: '名单', rows },
        { name: '说明', rows: [['x']] },
      ],
    });
    const file = await table(bytes, {}, 'a.xlsx');
    const library = await libraryReads(bytes);
    expect(file.sheets.map(({ name }) => name)).toEqual(library.sheets.map(({ name }) => name));
    const theirs = library.sheets[0]!.rows.map((row) =>
      row.map((value) => (value === null ? '' : String(value))),
    );
    const width = 3;
    const ours = texts(file).map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
    expect(ours).toEqual(theirs);
    expect(codes(file)).toEqual([]);
  });

  test('why it is not the library that reads: stored digits and lost strings', async () => {
    const bytes = oneSheet(
      '<row r="1"><c r="A1"><v>990102199601176239</v></c><c r="B1" t="s"><v>7</v></c></row>',
    );
    const [row] = (await libraryReads(bytes)).sheets[0]!.rows;
    expect(String(row?.[0])).not.toBe('990102199601176239');
    expect(row?.[1]).toBeNull();
  });
});
