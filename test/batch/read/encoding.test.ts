import { describe, expect, test } from 'vitest';
import { bytesOf, codes, gb, issue, refusal, table, texts, utf8 } from './reading.js';

const HEADER = '姓名,身份证号\n';

function utf16(text: string, bigEndian = false): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return out;
}

describe('encoding', () => {
  test('the header names decide between GB18030 and UTF-8', async () => {
    for (const [bytes, encoding] of [
      [gb(`${HEADER}甲,1\n`), 'gb18030'],
      [utf8(`${HEADER}甲,1\n`), 'utf-8'],
    ] as const) {
      const file = await table(bytes);
      expect(file.encoding).toBe(encoding);
      expect(texts(file)).toEqual([
        ['姓名', '身份证号'],
        ['甲', '1'],
      ]);
    }
  });

  test('Chinese text late in a file that begins in ASCII is still seen', async () => {
    const late = bytesOf('id,name\n', '1,a\n'.repeat(30_000), gb('2,望湖市\n'));
    const file = await table(late);
    expect(file.encoding).toBe('gb18030');
    expect(texts(file).at(-1)).toEqual(['2', '望湖市']);
  });

  test('bytes that are valid in both ways: a known header decides, else the encoding is asked for', async () => {
    // D1 A7 D0 A3 is 学校 in GB18030 and two Cyrillic letters in UTF-8.
    const both = bytesOf('a,b\n', [0xd1, 0xa7, 0xd0, 0xa3], ',1\n');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(both)).not.toThrow();
    expect((await table(both)).encoding).toBe('gb18030');
    const unknown = bytesOf('a,b\n', [0xc4, 0xb3, 0xc4, 0xb3], ',1\n');
    expect((await refusal(unknown)).code).toBe('read.encodingAmbiguous');
    expect(texts(await table(unknown, { encoding: 'gb18030' }))[1]).toEqual(['某某', '1']);
    expect((await table(unknown, { knownHeaders: ['某某'] })).encoding).toBe('gb18030');
  });

  test('one wrong line in a UTF-8 file refuses it by its line, and the other way round', async () => {
    const mixed = bytesOf(`${HEADER}甲,1\n`, gb('乙丙,2\n'), '丁,3\n');
    expect(await refusal(mixed)).toMatchObject({
      code: 'read.badByte',
      place: { row: 3 },
      values: { encoding: 'utf-8', line: 3, count: 1 },
    });
    const other = bytesOf(gb(`${HEADER}甲,1\n`), '乙,2\n', gb('丁,3\n'));
    expect(await refusal(other)).toMatchObject({
      code: 'read.badByte',
      values: { encoding: 'gb18030', line: 3 },
    });
  });

  test('without a known header the byte majority says which lines are wrong', async () => {
    const mixed = bytesOf('id,x\n', '1,某某某\n'.repeat(20), gb('2,甲乙\n'), '3,某\n');
    expect(await refusal(mixed)).toMatchObject({
      code: 'read.badByte',
      values: { encoding: 'utf-8', line: 22 },
    });
  });

  test('UTF-16LE with its mark is read, as spreadsheet programs write “Unicode text”', async () => {
    const file = await table(utf16('\uFEFF姓名\t身份证号\r\n𠮷\t1\r\n'));
    expect(file).toMatchObject({ encoding: 'utf-16le', format: 'tsv' });
    expect(texts(file)[1]).toEqual(['𠮷', '1']);
  });

  test('UTF-16 without its mark is refused, unless it is stated; big-endian always', async () => {
    const bytes = utf16('姓名,b\n甲,1\n');
    expect((await refusal(bytes)).code).toBe('read.utf16NoBom');
    expect(texts(await table(bytes, { encoding: 'utf-16le' }))[1]).toEqual(['甲', '1']);
    expect((await refusal(utf16('姓名,b\n', true))).code).toBe('read.utf16NoBom');
    expect(await refusal(utf16('\uFEFF姓名,b\n', true))).toMatchObject({
      code: 'read.unsupportedFormat',
      values: { format: 'UTF-16BE' },
    });
  });

  test('a character cut in two at the end refuses the file', async () => {
    const whole = utf8(`${HEADER}甲,乙`);
    expect(await refusal(whole.subarray(0, -1))).toMatchObject({
      code: 'read.truncatedCharacter',
      values: { encoding: 'utf-8' },
      place: { row: 2 },
    });
    expect((await refusal(gb(`${HEADER}甲,乙`).subarray(0, -1))).code).toBe('read.truncatedCharacter');
  });

  test('four-byte GB18030 characters, and those that the label gbk would spoil, are read', async () => {
    const bytes = bytesOf(gb(`${HEADER}𠮷㼆,1\n`), [0xfe, 0x9f], ',2\n');
    expect(texts(await table(bytes)).slice(1)).toEqual([
      ['𠮷㼆', '1'],
      ['䶮', '2'],
    ]);
  });

  test('a byte 80 of GB18030 becomes a euro sign and is pointed at', async () => {
    const file = await table(bytesOf(gb(HEADER), gb('甲'), [0x80], ',1\n'));
    expect(issue(file, 'read.euroSign')).toMatchObject({ severity: 'warning', values: { count: 1, row: 2 } });
    expect(codes(await table(utf8(`${HEADER}€,1\n`)))).toEqual([]);
  });

  test('private-use characters are counted and kept', async () => {
    const file = await table(bytesOf(gb(HEADER), [0xa6, 0xfe], ',1\n'));
    expect(texts(file)[1]![0]).toMatch(/^[\uE000-\uF8FF]$/);
    expect(issue(file, 'read.privateUse')).toMatchObject({ values: { count: 1, row: 2 } });
  });

  test('invisible and control characters are counted and kept', async () => {
    const file = await table(utf8(`${HEADER}甲\u200B,1\n乙\u202E,2\n丙\u0007,3\n`));
    expect(texts(file)[1]![0]).toBe('甲\u200B');
    expect(issue(file, 'read.invisibleCharacters')?.values).toEqual({ count: 2, row: 2 });
    expect(issue(file, 'read.controlCharacters')?.values).toEqual({ count: 1, row: 4 });
  });

  test('a stated encoding that the mark contradicts is refused', async () => {
    expect(await refusal(utf8(`\uFEFF${HEADER}`), { encoding: 'gb18030' })).toMatchObject({
      code: 'read.encodingContradictsBom',
      values: { stated: 'gb18030', found: 'utf-8' },
    });
  });

  test('the mark of GB18030 is no part of the first header', async () => {
    expect(texts(await table(bytesOf([0x84, 0x31, 0x95, 0x33], gb(HEADER))))[0]).toEqual([
      '姓名',
      '身份证号',
    ]);
  });
});
