import { describe, expect, it } from 'vitest';
import { bytesOf, gb, utf8 } from '../read/reading.js';
import { inline, oneSheet } from '../read/xlsx-parts.js';
import { ANNE, BO, CY, FILES, idOf, JOB } from '../run/world.js';
import { attack, changed, codes, dibao, entries, found, kinds, outcome, text } from './attack.js';

// Catalogue E: bytes that are not the text they seem, and characters that are not the name they seem.

const roster = FILES['roster.csv'] as string;
const utf16 = (content: string, mark = '\uFEFF'): Uint8Array =>
  new Uint8Array(Buffer.from(mark + content, 'utf16le'));
/** The list with one more line, and what became of its entry. */
const listed = async (name: string, id: string, files: Record<string, string> = {}) => {
  const end = await attack({ 'civil.csv': `姓名,证件号,类别\n${name},${id},低保\n`, ...files });
  return { end, entry: entries(end)[2] };
};

describe('catalogue E', () => {
  it('H-E1 bytes that are valid in two encodings: a known column name decides, else the job is asked', async () => {
    // D1 A7 D0 A3 is 学校 in GB18030 and two Cyrillic letters in UTF-8; the small world's columns are all known to the job.
    const end = await attack({ 'roster.csv': gb(roster), 'aided.csv': bytesOf(gb('学籍号\n'), `G${BO}\n`) });
    expect(text(end, 'determinations.ndjson')).toBe(text(await attack({}), 'determinations.ndjson'));
    const ambiguous = bytesOf([0xc4, 0xb3, 0xc4, 0xb3], `\nG${BO}\n`);
    const asked = await attack({ 'aided.csv': ambiguous });
    expect([asked.exit, found(asked, 'read.encodingAmbiguous').place]).toEqual([3, { file: 'aided.csv' }]);
    const stated = JOB.replace('file: aided.csv', 'file: aided.csv\n    encoding: gb18030').replace(
      'columns: { student_number: 学籍号 }\ndecisions',
      'columns: { student_number: 某某 }\ndecisions',
    );
    expect((await attack({ 'aided.csv': ambiguous }, stated)).exit).toBe(1);
  });

  it('H-E2 one row in another encoding refuses the file by its row', async () => {
    const [head, first, ...rest] = roster.split('\n');
    const mixed = bytesOf(`${head}\n${first}\n`, gb(`${rest[0]}\n`), rest.slice(1).join('\n'));
    const end = await attack({ 'roster.csv': mixed });
    expect([end.exit, found(end, 'read.badByte').place]).toEqual([3, { file: 'roster.csv', row: 3 }]);
  });

  it('H-E3 UTF-16 with its mark is read', async () => {
    const end = await attack({ 'roster.csv': utf16(roster.replaceAll(',', '\t')) });
    expect(text(end, 'determinations.ndjson')).toBe(text(await attack({}), 'determinations.ndjson'));
    expect(text(end, 'inputs.json')).toContain('"encoding":"utf-16le"');
  });

  it('H-E4 UTF-16 without its mark is refused', async () => {
    const end = await attack({ 'roster.csv': utf16(roster, '') });
    expect([end.exit, codes(end, 'error')]).toEqual([3, ['read.utf16NoBom']]);
  });

  it('H-E5 a character cut in two at the end refuses the file', async () => {
    const end = await attack({ 'roster.csv': utf8(`${roster}2199000001,安`).subarray(0, -1) });
    expect([end.exit, found(end, 'read.truncatedCharacter').place.row]).toEqual([3, 6]);
  });

  it('H-E6 a rare character of four bytes is one character of a name', async () => {
    const names = {
      'roster.csv': gb(roster.replace('陈陈', '陈𠮷')),
      'civil.csv': gb(`姓名,证件号,类别\n陈𠮷,${CY},低保\n`),
    };
    const end = await attack(names);
    expect(entries(end)[2]).toBe('matched exactId');
    expect(codes(end, 'warning')).toEqual([]);
  });

  it('H-E7 a damaged byte in a name, seen as a euro sign: said; the number still says who it is, and a list goes to a person', async () => {
    const damaged = bytesOf(gb('姓名,证件号,类别\n陈'), [0x80], gb(`,${CY},低保\n`));
    const end = await attack({ 'civil.csv': damaged });
    expect(found(end, 'read.euroSign')).toMatchObject({ severity: 'warning', values: { count: 1, row: 2 } });
    expect([end.exit, entries(end)[2], dibao(end, CY)]).toEqual([1, 'review nameDiffers', 'unknown']);
    const [before, after] = roster.split('陈陈');
    const own = await attack({ 'roster.csv': bytesOf(gb(`${before}陈`), [0x80], gb(after as string)) });
    // Not a row that cannot be read as one student: its numbers are whole.
    expect(kinds(own, 'roster')[3]).toBe('person student');
    expect(found(own, 'read.euroSign').place.file).toBe('roster.csv');
  });

  it('H-E8 a byte FF refuses the file', async () => {
    const end = await attack({
      'civil.csv': bytesOf(gb('姓名,证件号,类别\n陈'), [0xff], gb(`,${CY},低保\n`)),
    });
    expect([end.exit, found(end, 'read.badByte').place.row]).toEqual([3, 2]);
  });

  it('H-E9 a character that was lost before goes to a person', async () => {
    const { end, entry } = await listed('陈\uFFFD', CY);
    expect([end.exit, entry]).toEqual([1, 'review nameUnreadable']);
    expect(found(end, 'read.replacementCharacter')).toMatchObject({
      place: { file: 'civil.csv' },
      values: { row: 2 },
    });
  });

  it('H-E10 a private-use character is said; where the table knows what it stands for it is that character, else a person looks', async () => {
    // FE 51 was U+E816 in an earlier edition of the standard and is 𠂇 today.
    const known = await attack({
      'roster.csv': roster.replace('陈陈', '陈𠂇'),
      'civil.csv': utf8(`姓名,证件号,类别\n陈\uE816,${CY},低保\n`),
    });
    expect(found(known, 'read.privateUse')).toMatchObject({
      severity: 'warning',
      values: { count: 1, row: 2 },
    });
    expect([known.exit, entries(known)[2]]).toEqual([1, 'matched exactId']);
    const unknown = await attack({
      'civil.csv': bytesOf(gb('姓名,证件号,类别\n陈'), [0xa6, 0xfe], gb(`,${CY},低保\n`)),
    });
    expect([unknown.exit, entries(unknown)[2]]).toEqual([1, 'review nameUnreadable']);
  });

  it('H-E11 a name in decomposed form is the composed name', async () => {
    const { entry } = await listed('阿e\u0301', CY, changed('roster.csv', '陈陈', '阿\u00e9'));
    expect(entry).toBe('matched exactId');
  });

  it.each([
    ['a variant', '髙高', '高高'],
    ['a traditional form', '陳陳', '陈陈'],
  ])(
    'H-E12 %s of a name is the same name beside an equal number, and alone never more than a candidate',
    async (_, onList, onRoster) => {
      const files = changed('roster.csv', '陈陈', onRoster);
      expect((await listed(onList, CY, files)).entry).toBe('matched exactId');
      const { end, entry } = await listed(onList, '', files);
      expect([end.exit, entry]).toEqual([1, 'review idMissing']);
      expect(dibao(end, CY)).toBe('unknown');
    },
  );

  it('H-E12 a compatibility form or a radical is the same character by Unicode, and equal', async () => {
    const { entry } = await listed('⼀\uF9DC', CY, changed('roster.csv', '陈陈', '一隆'));
    expect(entry).toBe('matched exactId');
  });

  it('H-E13 invisible and direction-changing characters in a name are said, and never stand between a child and a match', async () => {
    const { end, entry } = await listed('陈\u200B陈', CY);
    expect(found(end, 'read.invisibleCharacters')).toMatchObject({
      severity: 'warning',
      values: { count: 1 },
    });
    expect(entry).toBe('matched exactId');
    const { end: turned } = await listed('\u202E陈陈', CY);
    expect(codes(turned, 'warning')).toContain('read.invisibleCharacters');
    expect(turned.exit).toBe(1);
    // What people read shows the character by its code and does not obey it.
    expect(text(turned, 'worklist.csv')).not.toContain('\u202E');
  });

  it('H-E14 the dots of minority names are one dot for matching; the name is kept as written', async () => {
    const written = ['·', '•', '・', '‧', '．', '⋅'];
    for (const dot of written) {
      const { entry } = await listed(`阿依${dot}古丽`, CY, changed('roster.csv', '陈陈', '阿依·古丽'));
      expect(entry, dot).toBe('matched exactId');
    }
  });

  it('H-E15 half a character refuses the file, in text and in a workbook', async () => {
    const end = await attack({ 'civil.csv': utf16(`姓名,证件号,类别\n陈\uD842,${CY},低保\n`) });
    expect([end.exit, codes(end, 'error')]).toEqual([3, ['read.badByte']]);
    const cells = ['姓名', '证件号', '类别'].map((name, i) => inline(`${'ABC'[i]}1`, name)).join('');
    const book = oneSheet(`<row r="1">${cells}</row><row r="2">${inline('A2', '陈_xD842_')}</row>`);
    const second = await attack({ 'civil.csv': book });
    expect([second.exit, found(second, 'read.loneSurrogate').place.row]).toEqual([3, 2]);
  });

  it('what a name is written with changes nobody else', async () => {
    const { end } = await listed('陈\uFFFD', idOf('20140101', 19));
    expect(outcome(end, ANNE)).toBe('determined');
  });
});
