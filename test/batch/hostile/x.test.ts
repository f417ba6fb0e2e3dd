import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { Bytes } from '../../../fixtures/generator/writers/bytes.js';
import { writeOle } from '../../../fixtures/generator/writers/ole.js';
import { archive } from '../read/archive.js';
import { biff, label, record } from '../read/biff-parts.js';
import { inline, oneSheet, workbook, workbookMembers } from '../read/xlsx-parts.js';
import { ANNE, CY, FILES, idOf, JOB } from '../run/world.js';
import { attack, codes, dibao, entries, found, kinds, outcome, text } from './attack.js';

// Catalogue X: workbooks. The list of the small world is handed in as one.

const HEAD = `<row r="1">${inline('A1', '姓名')}${inline('B1', '证件号')}${inline('C1', '类别')}</row>`;
const line = (row: number, name: string, id: string, kind = '低保'): string =>
  `<row r="${row}">${inline(`A${row}`, name)}${id.startsWith('<') ? id : inline(`B${row}`, id)}${kind.startsWith('<') ? kind : inline(`C${row}`, kind)}</row>`;
const ROWS = HEAD + line(2, '陈陈', CY);
const members = workbookMembers({ sheets: [`<sheetData>${ROWS}</sheetData>`] });
const list = (rows: string, after = '', more: Parameters<typeof oneSheet>[2] = {}) =>
  attack({ 'civil.csv': oneSheet(rows, after, more) });
const inList = (said: string): string => JOB.replace('list_date:', `${said}\n      list_date:`);

describe('catalogue X', () => {
  it('a workbook of the list is read like the list', async () => {
    const end = await list(ROWS);
    expect([end.exit, entries(end)[2], dibao(end, CY)]).toEqual([1, 'matched exactId', 'in']);
  });

  it('H-X1 a zip bomb is a limit, before it is inflated', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(40_000_000) };
    const others = members.filter(({ name }) => name !== bomb.name);
    const end = await attack({ 'civil.csv': archive([...others, bomb]) });
    expect([end.exit, found(end, 'read.limit').values.what]).toEqual([6, 'zipRatio']);
  });

  it('H-X2 a size that lies is a limit, by counting what comes out', async () => {
    const lying = members.map((one) =>
      one.name === 'xl/workbook.xml' ? { ...one, says: { size: 10 } } : one,
    );
    const end = await attack({ 'civil.csv': archive(lying) });
    expect([end.exit, found(end, 'read.limit').values.what]).toEqual([6, 'zipEntryBytes']);
  });

  it('H-X3 a name that points outside the archive refuses the file', async () => {
    for (const name of ['../a.xml', 'xl/../../a', '/etc/a', 'C:/a', 'xl\\..\\..\\a']) {
      const end = await attack({ 'civil.csv': archive([...members, { name, content: 'x' }]) });
      expect([end.exit, codes(end, 'error')]).toEqual([3, ['read.zipPath']]);
    }
  });

  it('H-X4 60,000 members are a limit', async () => {
    const end = await attack({ 'civil.csv': archive(members, { count: 60_000 }) });
    expect([end.exit, found(end, 'read.limit').values.what]).toEqual([6, 'zipEntries']);
  });

  it('H-X5 a workbook with a password is refused, in each of its containers', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'S', rows: [['姓名']] }],
      encryption: { password: 'x', spinCount: 10 },
    });
    const old = biff([{ name: 'S', records: [] }], { globals: [record(0x2f, new Bytes().u16(0))] });
    const member = archive([{ name: 'a', content: 'x', says: { flags: 1 } }]);
    for (const bytes of [locked, old, member, writeOle('EncryptedPackage', new Uint8Array(10))]) {
      const end = await attack({ 'civil.csv': bytes });
      expect([end.exit, codes(end, 'error')]).toEqual([3, ['read.encrypted']]);
    }
  });

  it('H-X5 a file of another kind than its name says is read as what it is, and noted', async () => {
    const cells = [
      ['姓名', '证件号', '类别'],
      ['陈陈', CY, '低保'],
    ];
    const page = `<html><table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`;
    const sheet = biff([
      { name: 'S', records: cells.flatMap((row, r) => row.map((cell, c) => label(r, c, cell))) },
    ]);
    const tabs = cells.map((row) => row.join('\t')).join('\n');
    for (const [bytes, format] of [
      [page, 'html'],
      [sheet, 'xls'],
      [oneSheet(ROWS), 'xlsx'],
      [`${tabs}\n`, 'tsv'],
    ] as const) {
      const end = await attack({ 'civil.csv': bytes });
      expect([dibao(end, CY), found(end, 'read.extension')]).toMatchObject([
        'in',
        { severity: 'note', values: { format } },
      ]);
    }
  });

  it('H-X6 a number for an ID: a person looks at each, and the column is named once', async () => {
    const number = (row: number, id: string): string => `<c r="B${row}"><v>${id}</v></c>`;
    const end = await list(
      HEAD +
        line(2, '陈陈', number(2, `${CY.slice(0, 15)}000`)) +
        line(3, '安安', number(3, `${Number(ANNE.slice(0, 17))}0`)),
    );
    expect(found(end, 'read.longNumbers')).toMatchObject({
      severity: 'warning',
      place: { file: 'civil.csv', sheet: 'S1', header: 'B' },
      values: { count: 2 },
    });
    expect([entries(end)[2], entries(end)[3]]).toEqual(['review idDamaged', 'review idDamaged']);
    expect([dibao(end, CY), dibao(end, ANNE), end.exit]).toEqual(['unknown', 'unknown', 1]);
  });

  it('H-X7 the kept result of a formula is no identity: a person looks', async () => {
    const formula = `<c r="B2" t="str"><f>A9</f><v>${CY}</v></c>`;
    const end = await list(HEAD + line(2, '陈陈', formula));
    expect([end.exit, entries(end)[2], dibao(end, CY)]).toEqual([1, 'review idDamaged', 'unknown']);
    expect(found(end, 'read.formulaCells')).toMatchObject({ severity: 'note', values: { count: 1 } });
  });

  it('H-X7 nor is it an amount, unless the job takes kept results', async () => {
    const head = ['学籍号', '姓名', '年收入', '人口', '健康'].map((name, i) =>
      inline(`${'ABCDE'[i]}1`, name),
    );
    const row = `${inline('A2', `G${ANNE}`)}${inline('B2', '安安')}<c r="C2"><f>1+1</f><v>5000</v></c><c r="D2"><v>5</v></c>${inline('E2', '病')}`;
    const survey = oneSheet(`<row r="1">${head.join('')}</row><row r="2">${row}</row>`);
    const end = await attack({ 'survey.csv': survey });
    expect([outcome(end, ANNE), found(end, 'cell.formula').place]).toEqual([
      'undetermined',
      { file: 'survey.csv', sheet: 'S1', row: 2, header: '年收入' },
    ]);
    const cached = JOB.replace('income: 年收入', 'income: { header: 年收入, formulas: cached }');
    expect(outcome(await attack({ 'survey.csv': survey }, cached), ANNE)).toBe('determined');
  });

  it('H-X8 an error cell is kept and said: of an identity it says nothing, of an attribute it leaves open', async () => {
    const bad = (at: string): string => `<c r="${at}" t="e"><v>#N/A</v></c>`;
    const end = await list(HEAD + line(2, '陈陈', bad('B2')) + line(3, '安安', ANNE, bad('C3')));
    expect(found(end, 'read.errorCells')).toMatchObject({
      severity: 'warning',
      values: { count: 2, row: 2 },
    });
    expect(entries(end)[2]).toMatch(/^review /);
    expect(found(end, 'cell.error').place).toMatchObject({ row: 3, header: '类别' });
    expect([dibao(end, CY), dibao(end, ANNE), end.exit]).toEqual(['unknown', 'unknown', 1]);
  });

  it('H-X9 one far cell is a limit on blank rows', async () => {
    const end = await list(`${ROWS}<row r="1048576">${inline('A1048576', 'x')}</row>`);
    expect([end.exit, found(end, 'read.limit').values.what]).toEqual([6, 'blankRows']);
  });

  it('H-X10 a DOCTYPE refuses the file', async () => {
    const hostile = members.map((one) =>
      one.name === 'xl/sharedStrings.xml'
        ? { ...one, content: '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>' }
        : one,
    );
    const end = await attack({ 'civil.csv': archive(hostile) });
    expect([end.exit, found(end, 'read.doctype').values.part]).toEqual([3, 'xl/sharedStrings.xml']);
  });

  it('H-X11 macros and links to other files are not followed, and noted', async () => {
    const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink';
    const end = await list(ROWS, '', {
      more: [{ name: 'xl/vbaProject.bin', content: 'x' }],
      moreRelations: `<Relationship Id="e" Type="${kind}" Target="externalLinks/externalLink1.xml"/>`,
    });
    expect(dibao(end, CY)).toBe('in');
    for (const code of ['read.macros', 'read.externalLinks']) expect(found(end, code).severity).toBe('note');
  });

  it('H-X12 hidden rows, hidden columns and filtered rows are read, counted and noted', async () => {
    const hidden = `<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData>${HEAD}${line(2, '陈陈', CY).replace('<row r="2"', '<row r="2" hidden="1"')}</sheetData><autoFilter ref="A1:C2"/>`;
    const end = await attack({ 'civil.csv': workbook({ sheets: [hidden] }) });
    expect(dibao(end, CY)).toBe('in');
    expect(found(end, 'read.hiddenRows')).toMatchObject({ severity: 'note', values: { count: 1 } });
    expect(found(end, 'read.hiddenColumns').values).toEqual({ count: 1, letters: 'B' });
    expect(found(end, 'read.filter').severity).toBe('note');
    const old = biff([
      {
        name: 'S',
        records: [
          record(0x7d, new Bytes().u16(1, 1, 0, 0, 1)),
          ...['姓名', '证件号', '类别'].map((cell, c) => label(0, c, cell)),
          ...['陈陈', CY, '低保'].map((cell, c) => label(1, c, cell)),
        ],
      },
    ]);
    expect(found(await attack({ 'civil.csv': old }), 'read.hiddenColumns').values).toEqual({
      count: 1,
      letters: 'B',
    });
  });

  it('H-X12 a hidden sheet is read only when it is named, and not forgotten otherwise', async () => {
    const [shown, other] = [
      `<sheetData>${ROWS}</sheetData>`,
      `<sheetData>${HEAD}${line(2, '安安', ANNE)}</sheetData>`,
    ];
    const book = { 'civil.csv': workbook({ sheets: [shown, other], states: ['visible', 'veryHidden'] }) };
    const end = await attack(book);
    expect([dibao(end, CY), dibao(end, ANNE)]).toEqual(['in', 'out']);
    expect(found(end, 'job.sheetNotRead')).toMatchObject({
      severity: 'warning',
      values: { sheet: 'S2', rows: 2 },
    });
    const named = await attack(book, inList('sheet: [S1, S2]'));
    expect([dibao(named, CY), dibao(named, ANNE)]).toEqual(['in', 'in']);
  });

  it('H-X13 a date cell is read by the date system of its workbook; a bare number is no date', async () => {
    const valid = inList('valid: { until: { header: 截止 } }');
    const head = HEAD.replace('</row>', `${inline('D1', '截止')}</row>`);
    const until = (style: number, serial: number): string =>
      line(2, '陈陈', CY).replace('</row>', `<c r="D2" s="${style}"><v>${serial}</v></c></row>`);
    const run = (cell: string, date1904: boolean) =>
      attack({ 'civil.csv': oneSheet(head + cell, '', { styles: [[0], [14]], date1904 }) }, valid);
    // 45950 is 2025-10-20 counted from 1900, and 44488 the same day counted from 1904.
    expect(dibao(await run(until(1, 45_950), false), CY)).toBe('in');
    expect(dibao(await run(until(1, 44_488), true), CY)).toBe('in');
    expect(entries(await run(until(1, 44_488), false))[2]).toBe('lapsed notCurrent');
    const bare = await run(until(0, 45_950), false);
    expect(found(bare, 'cell.dateForm').place).toEqual({
      file: 'civil.csv',
      sheet: 'S1',
      row: 2,
      header: '截止',
    });
    expect([dibao(bare, CY), bare.exit]).toEqual(['unknown', 1]);
  });

  it('H-X14 two sheets with content: refused until the job says which', async () => {
    const sheets = [ROWS, HEAD + line(2, '安安', ANNE)].map((rows) => `<sheetData>${rows}</sheetData>`);
    const book = { 'civil.csv': workbook({ sheets }) };
    const end = await attack(book);
    expect([end.exit, found(end, 'job.sheetChoice').values.sheets]).toEqual([3, 'S1、S2']);
    expect(dibao(await attack(book, inList('sheet: S2')), ANNE)).toBe('in');
    const all = await attack(book, inList('sheet: "*"'));
    expect([dibao(all, CY), dibao(all, ANNE)]).toEqual(['in', 'in']);
    expect(kinds(all, 'civil')).toEqual(['header', 'entries', 'header', 'entries']);
  });

  it('the same list is the same run, as text and as a workbook', async () => {
    const rows = [
      ['陈陈', CY, '低保'],
      ['钱大', idOf('19700101', 11), '低保'],
    ];
    const book = await list(
      HEAD + rows.map(([name = '', id = '', kind], i) => line(i + 2, name, id, kind)).join(''),
    );
    const strip = (of: string): string => of.replaceAll(',"sheet":"S1"', '');
    expect(strip(text(book, 'determinations.ndjson'))).toBe(
      text(await attack({ 'civil.csv': FILES['civil.csv'] as string }), 'determinations.ndjson'),
    );
  });
});
