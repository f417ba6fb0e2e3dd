import { describe, expect, test } from 'vitest';
import { archive } from './archive.js';
import { bytesOf, codes, gb, refusal, table, texts, utf8 } from './reading.js';

describe('content is told from content', () => {
  test('a tab-separated text named .xls is read as text, and said', async () => {
    const file = await table(gb("姓名\t残疾证号\r\n甲\t'990102\r\n乙\tNULL\r\n"), {}, '残疾人.xls');
    expect(file).toMatchObject({ format: 'tsv', encoding: 'gb18030' });
    expect(texts(file).slice(1)).toEqual([
      ['甲', "'990102"],
      ['乙', 'NULL'],
    ]);
    expect(codes(file)).toEqual(['read.extension']);
  });

  test('a fitting extension is not remarked upon', async () => {
    expect(codes(await table(utf8('姓名,备注\n甲,1\n'), {}, 'a.CSV'))).toEqual([]);
  });

  test('what is no table is refused by name', async () => {
    for (const [bytes, format] of [
      [bytesOf('%PDF-1.7'), 'PDF'],
      [bytesOf('Rar!', [0x1a]), 'RAR'],
      [bytesOf([0x89], 'PNG'), 'PNG'],
      [archive([{ name: 'a.txt', content: 'x' }]), 'zip'],
      [archive([{ name: 'word/document.xml', content: 'x' }]), 'Word'],
    ] as const)
      expect(await refusal(bytes)).toMatchObject({ code: 'read.notATable', values: { format } });
  });

  test('formats that would lose something are refused by name', async () => {
    for (const [bytes, format] of [
      [
        archive([
          { name: '[Content_Types].xml', content: '<a/>' },
          { name: 'xl/workbook.bin', content: 'x' },
        ]),
        'xlsb',
      ],
      [archive([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]), 'ods'],
      [
        utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
        'XML Spreadsheet 2003',
      ],
      [utf8('MIME-Version: 1.0\n'), 'MHTML'],
      [bytesOf([0x09, 0x00, 0x04, 0x00, 0x02]), 'BIFF2'],
    ] as const)
      expect(await refusal(bytes)).toMatchObject({ code: 'read.unsupportedFormat', values: { format } });
  });
});
