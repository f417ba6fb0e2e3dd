import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ANNE, BO, CY, FILES, idOf, JOB } from '../run/world.js';
import {
  attack,
  changed,
  codes,
  dibao,
  entries,
  found,
  kinds,
  ledger,
  more,
  outcome,
  text,
} from './attack.js';

// Catalogue C: the structure of text tables, from the bytes to the exit. What a refused row means is the same
// everywhere: it is in the ledger as a row that nobody can read, a person looks at it, and the run goes on.

const roster = FILES['roster.csv'] as string;
const rows = (name: string): string[] => (FILES[name] ?? '').trimEnd().split('\n');

describe('catalogue C', () => {
  it('H-C1 an empty file refuses the run', async () => {
    for (const content of ['', '\n', ' \r\n\t\n', ',,\n,,\n', '\uFEFF']) {
      const end = await attack({ 'roster.csv': content });
      expect(end.exit).toBe(3);
      expect(found(end, 'read.empty')).toMatchObject({ severity: 'error', place: { file: 'roster.csv' } });
    }
  });

  it('H-C2 column names without anybody below: a run of nobody, and somebody has to look', async () => {
    const end = await attack({ 'roster.csv': `${rows('roster.csv')[0]}\n` });
    expect([end.exit, end.run?.summary.students.students]).toEqual([1, 0]);
    expect(found(end, 'row.none')).toEqual({
      severity: 'warning',
      place: { file: 'roster.csv', row: 1 },
      values: {},
    });
    const list = await attack({ 'civil.csv': '姓名,证件号,类别\n' });
    expect([list.exit, found(list, 'row.none').place]).toEqual([1, { file: 'civil.csv', row: 1 }]);
  });

  it('H-C3 no column names: refused, and the people of the first row are not shown', async () => {
    for (const name of ['roster.csv', 'survey.csv']) {
      const end = await attack({ [name]: rows(name).slice(1).join('\n') });
      expect(end.exit).toBe(3);
      expect(found(end, 'job.headerIsData').values).toMatchObject({ file: name, row: '1' });
    }
    // Without any number a first row can only be seen to lack the columns; names are not among what is listed.
    const job = JOB.replace('list_date:', 'encoding: utf-8\n      list_date:');
    const end = await attack({ 'civil.csv': '王小,低保\n陈陈,低保\n' }, job);
    expect(end.exit).toBe(3);
    expect(codes(end)).toEqual(['job.unknownColumn']);
    expect(JSON.stringify(end.issues)).not.toContain('王小');
  });

  it('H-C4 a column name that stands twice: refused where the job asks for it, with both letters', async () => {
    const end = await attack(changed('civil.csv', '姓名,证件号,类别', '姓名,证件号,姓 名'));
    expect(end.exit).toBe(3);
    expect(found(end, 'job.columnTwice')).toMatchObject({
      place: { file: 'job.yaml', path: 'lists.civil.0.columns.name' },
      values: { header: '姓名', letters: '@A @C' },
    });
    // Two columns that nobody asks for are what printed forms have, and no reason to stop.
    const rest = await attack({
      'civil.csv': FILES['civil.csv']!.replaceAll(/$(?=\n)/gm, ',,').replace('类别,,', '类别,备注,备注'),
    });
    expect([rest.exit, dibao(rest, CY)]).toEqual([1, 'in']);
  });

  it('H-C5 columns that are missing: refused, each with its place in the job and the columns there are', async () => {
    const end = await attack({ 'survey.csv': `学籍号,收入,人数,健康\nG${ANNE},1,2,好\n` });
    expect(end.exit).toBe(3);
    expect(end.issues.map(({ code, place }) => [code, place?.path])).toEqual([
      ['job.unknownColumn', 'facts.0.columns.name'],
      ['job.unknownColumn', 'facts.0.facts.income'],
      ['job.unknownColumn', 'facts.0.facts.members'],
    ]);
    expect(end.issues[0]?.values.headers).toBe('学籍号、收入、人数、健康');
  });

  it('H-C6 columns that nobody asks for are reported', async () => {
    const end = await attack({
      'civil.csv': `姓名,证件号,类别,金额,王小明\n陈陈,${CY},低保,300,x\n`,
    });
    expect(dibao(end, CY)).toBe('in');
    expect(found(end, 'row.columnsUnread')).toEqual({
      severity: 'note',
      place: { file: 'civil.csv', row: 1 },
      values: { count: 2, headers: '金额、E' },
    });
  });

  it('H-C7 a mark, spaces, wide letters and invisible characters in column names are put aside, and said', async () => {
    const end = await attack(changed('civil.csv', '姓名,证件号,类别', '\uFEFF姓 名,证\u200B件号, 类别 '));
    expect(dibao(end, CY)).toBe('in');
    expect(found(end, 'read.bom')).toMatchObject({ severity: 'note', place: { file: 'civil.csv' } });
    const notes = end.issues.filter(({ code }) => code === 'row.headerNormalised');
    expect(notes.map(({ values }) => values)).toEqual([
      { header: '姓名', letter: 'A' },
      { header: '证件号', letter: 'B' },
    ]);
    const wide = await attack(
      changed('survey.csv', '年收入', '年收入（元）'),
      JOB.replace('income: 年收入', 'income: 年收入(元)'),
    );
    expect(found(wide, 'row.headerNormalised').values).toEqual({ header: '年收入(元)', letter: 'C' });
    expect(outcome(wide, ANNE)).toBe('determined');
  });

  it('H-C8 a row with too few cells is not used: nobody knows which one is missing', async () => {
    const short = rows('roster.csv').map((row, i) => (i === 1 ? row.replace('安安,', '') : row));
    const end = await attack({ 'roster.csv': `${short.join('\n')}\n` });
    expect(end.exit).toBe(1);
    expect(found(end, 'row.short')).toEqual({
      severity: 'warning',
      place: { file: 'roster.csv', row: 2 },
      values: { width: 11, found: 10 },
    });
    expect(kinds(end, 'roster')[1]).toBe('person invalid');
    expect(outcome(end, ANNE)).toBeUndefined();
    const list = await attack(more('civil.csv', `${ANNE},低保\n`));
    expect(entries(list)[5]).toBe('invalid nothingToRead');
    const form = await attack(more('survey.csv', `G${CY},陈陈,5000,好\n`));
    expect([outcome(form, CY), found(form, 'row.short').place.row]).toEqual(['undetermined', 4]);
  });

  it('H-C8 unless the job says that the exporter leaves out blank cells at the end', async () => {
    const list = `姓名,证件号,类别,备注\n陈陈,${CY},低保\n`;
    const job = JOB.replace('list_date:', 'short_rows: blank\n      list_date:');
    expect(dibao(await attack({ 'civil.csv': list }), CY)).not.toBe('in');
    expect(dibao(await attack({ 'civil.csv': list }, job), CY)).toBe('in');
  });

  it('H-C8 H-C9 most rows of another width refuse the file: that is how it was written', async () => {
    const cut = Array.from({ length: 12 }, (_, i) => `学${i},${idOf('20140303', i)}\n`).join('');
    const end = await attack({ 'civil.csv': `姓名,证件号,类别\n${cut}` });
    expect(end.exit).toBe(3);
    expect(found(end, 'job.rowsUneven')).toMatchObject({
      place: { path: 'lists.civil.0.file' },
      values: { file: 'civil.csv', width: 3, rows: 12, uneven: 12 },
    });
    const blank = await attack(
      { 'civil.csv': `姓名,证件号,类别\n${cut}` },
      JOB.replace('list_date:', 'short_rows: blank\n      list_date:'),
    );
    expect([blank.exit, ledger(blank, 'civil').length]).toEqual([1, 13]);
  });

  it('H-C9 a row with too many cells is not used; blank ones behind the last column are nothing', async () => {
    const end = await attack(changed('civil.csv', '陈陈,', '陈,陈,'));
    expect(found(end, 'row.long')).toMatchObject({ place: { row: 2 }, values: { width: 3, found: 4 } });
    expect(entries(end)[2]).toBe('invalid nothingToRead');
    const blank = await attack(changed('civil.csv', '低保\n钱大', '低保,, \n钱大'));
    expect(dibao(blank, CY)).toBe('in');
  });

  it('H-C10 a quote that never closes refuses the file at its row: the rest is not swallowed as one cell', async () => {
    const end = await attack(changed('roster.csv', '白白', '"白白'));
    expect(end.exit).toBe(3);
    expect(found(end, 'read.quoteUnclosed').place).toEqual({ file: 'roster.csv', row: 3 });
  });

  it('H-C11 a quote inside a cell without quotes: the row is not used', async () => {
    const end = await attack(changed('roster.csv', '白白', '白"白'));
    expect(end.exit).toBe(1);
    for (const code of ['read.quoteInField', 'row.slipped'])
      expect(found(end, code).place).toEqual({ file: 'roster.csv', row: 3 });
    expect(kinds(end, 'roster')).toEqual([
      'header',
      'person student',
      'person invalid',
      'person student',
      'person student',
    ]);
  });

  it('H-C12 every kind of line end ends a line, mixed ones too', async () => {
    const plain = text(await attack({}), 'determinations.ndjson');
    for (const end of ['\r\n', '\r'])
      expect(
        text(await attack({ 'roster.csv': roster.replaceAll('\n', end) }), 'determinations.ndjson'),
      ).toBe(plain);
    const mixed = await attack({ 'roster.csv': roster.replace('\n', '\r\n').replace('\n3499', '\r3499') });
    expect(text(mixed, 'determinations.ndjson')).toBe(plain);
    expect(found(mixed, 'read.mixedLineEnds').severity).toBe('note');
  });

  it('H-C13 a line break inside quotes belongs to its cell', async () => {
    const end = await attack(changed('roster.csv', '安父', '"安\n父"'));
    expect(end.run?.summary.students.students).toBe(4);
    expect(found(end, 'read.quotedLineBreaks')).toMatchObject({ severity: 'note', values: { count: 1 } });
    expect(ledger(end, 'roster').map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
  });

  it('H-C14 a last line without line end is read and counted', async () => {
    const end = await attack({ 'roster.csv': roster.trimEnd() });
    expect([end.run?.summary.students.students, end.exit]).toEqual([4, 1]);
    expect(text(end, 'determinations.ndjson')).toBe(text(await attack({}), 'determinations.ndjson'));
  });

  it('H-C15 a file cut off in its last row is refused, since nobody knows how many are missing', async () => {
    const cut = roster.slice(0, roster.indexOf(`,${CY}`));
    const end = await attack({ 'roster.csv': cut });
    expect(end.exit).toBe(3);
    expect(found(end, 'job.truncated')).toMatchObject({
      place: { file: 'job.yaml', path: 'roster.0.file' },
      values: { file: 'roster.csv', row: 4 },
    });
  });

  it('H-C15 with the digest that came with the file it is whole, and only the row is not used', async () => {
    const cut = roster.slice(0, roster.indexOf(`,${CY}`));
    const digest = createHash('sha256').update(cut).digest('hex');
    const job = (sha256: string) =>
      JOB.replace('file: roster.csv', `file: roster.csv\n    sha256: ${sha256}`);
    const end = await attack({ 'roster.csv': cut }, job(digest));
    expect([end.exit, kinds(end, 'roster').at(-1)]).toEqual([1, 'person invalid']);
    expect(found(end, 'read.perhapsTruncated').place.row).toBe(4);
    const other = await attack({ 'roster.csv': cut }, job('0'.repeat(64)));
    expect([other.exit, codes(other, 'error')]).toEqual([3, ['job.otherDigest']]);
  });

  it('H-C15 a remark in the last line is no cut', async () => {
    const end = await attack(more('civil.csv', '备注：共二人'));
    expect([end.exit, kinds(end, 'civil').at(-1)]).toEqual([1, 'skipped']);
  });

  it('H-C16 a NUL byte refuses the file at its line', async () => {
    const end = await attack(changed('roster.csv', '陈陈', '陈\0陈'));
    expect([end.exit, found(end, 'read.nul').place.row]).toEqual([3, 4]);
  });

  it('H-C17 a cell beyond the limit is a limit', async () => {
    const end = await attack(changed('roster.csv', '陈陈', 'x'.repeat(1_000_001)));
    expect([end.exit, found(end, 'read.limit').values.what]).toEqual([6, 'cellCharacters']);
  });

  it('H-C18 10,001 columns are a limit', async () => {
    const end = await attack({ 'roster.csv': `${','.repeat(10_000)}\n${roster}` });
    expect([end.exit, found(end, 'read.limit').values.what]).toEqual([6, 'columns']);
  });

  it.each([
    [';', 'csv'],
    ['\t', 'tsv'],
  ])('H-C19 the delimiter %j is found in the column names, and recorded', async (delimiter, format) => {
    const end = await attack({ 'roster.csv': roster.replaceAll(',', delimiter) });
    expect(text(end, 'determinations.ndjson')).toBe(text(await attack({}), 'determinations.ndjson'));
    const { files } = JSON.parse(text(end, 'inputs.json')) as { files: { name: string }[] };
    expect(files.find(({ name }) => name === 'roster.csv')).toMatchObject({ format, delimiter });
  });

  it('H-C20 blank lines are counted as such', async () => {
    const end = await attack(changed('civil.csv', '钱大', '\n,,\n钱大'));
    expect(kinds(end, 'civil')).toEqual(['header', 'entries', 'blank', 'blank', 'entries', 'skipped']);
    const tail = await attack(more('civil.csv', '\n\n'));
    expect(found(tail, 'read.trailingBlankRows')).toMatchObject({ severity: 'note', values: { count: 2 } });
  });

  it('H-C21 totals and signatures that the job does not name are rows that are nobody, for a person to see', async () => {
    for (const line of ['合计,4人', '制表人：丘处机', '审核：丘处机,2025年']) {
      const pad = (width: number): string => `${line}${','.repeat(width - line.split(',').length)}\n`;
      const first = `姓名,证件号\n陈陈,${CY}\n${pad(2)}`;
      const job = JOB.replace('skip: { is: [合计], starts_with: [备注：] }', 'skip: {}');
      const end = await attack(
        { ...more('roster.csv', pad(11)), 'civil.csv': first },
        job.replace(/\n *attributes: \{ kind[^\n]*/, '\n      fixed: { kind: on_dibao }'),
      );
      expect([end.exit, end.run?.summary.students.students]).toEqual([1, 4]);
      expect(end.issues.filter(({ code }) => code === 'row.footer').map(({ place }) => place)).toEqual([
        { file: 'roster.csv', row: 6 },
        { file: 'civil.csv', row: 3 },
      ]);
      expect(kinds(end, 'roster').at(-1)).toBe('person invalid');
      expect(entries(end)[3]).toBe('invalid nothingToRead');
    }
  });

  it('H-C21 somebody with a number is a person, whatever the row begins with', async () => {
    const end = await attack(more('civil.csv', `说明安,${idOf('20140101', 19)},低保\n`));
    expect(codes(end)).not.toContain('row.footer');
    expect(entries(end)[5]).toMatch(/^review/);
  });

  it('H-C22 a text of merged cells has them in the first row alone: the rest is filled only where the job says so', async () => {
    const list = `类别,姓名,证件号\n低保,钱大,${idOf('19700101', 11)}\n,陈陈,${CY}\n`;
    const end = await attack({ 'civil.csv': list });
    // Not refused as a row: the person is there, and whether the category holds is not known.
    expect([end.exit, dibao(end, CY)]).toEqual([1, 'unknown']);
    const filled = await attack(
      { 'civil.csv': list },
      JOB.replace('list_date:', 'fill_down: [类别]\n      list_date:'),
    );
    expect(dibao(filled, CY)).toBe('in');
    // A roster whose schools were merged: who has no school is named, and nobody goes to the school above by guess.
    const merged = changed('roster.csv', '2199000001,白白', ',白白');
    const blank = await attack(merged);
    expect([blank.exit, found(blank, 'row.schoolUnknown').place.row]).toEqual([1, 3]);
    const whole = await attack(
      merged,
      JOB.replace('- file: roster.csv', '- file: roster.csv\n    fill_down: [学校]'),
    );
    expect(text(whole, 'determinations.ndjson')).toBe(text(await attack({}), 'determinations.ndjson'));
  });

  it('H-C23 the same content twice is refused, under whatever names', async () => {
    const job = JOB.replace('- file: civil.csv', '- files: [civil.csv, 名单副本.csv]');
    const end = await attack({ '名单副本.csv': FILES['civil.csv'] as string }, job);
    expect(end.exit).toBe(3);
    expect(found(end, 'job.sameContent').values).toEqual({ file: '名单副本.csv', other: 'civil.csv' });
  });

  it('H-C24 a roster handed in as a list is refused: all its students would be on it', async () => {
    const job = JOB.replace(/\n *attributes: \{ kind[^\n]*/, '\n      fixed: { kind: on_dibao }');
    const same = await attack({ 'civil.csv': roster }, job);
    expect(same.exit).toBe(3);
    expect(found(same, 'job.sameContent').values).toEqual({ file: 'civil.csv', other: 'roster.csv' });
    const other = rows('roster.csv').slice(0, 3).join('\n').replaceAll('家长证件号', '家长号');
    const end = await attack({ 'civil.csv': `${other}\n` }, job);
    expect(end.exit).toBe(3);
    expect(found(end, 'job.rosterAsList')).toMatchObject({
      place: { path: 'lists.civil.0.file' },
      values: { file: 'civil.csv', header: '学校' },
    });
    const meant = job.replace(
      'columns: { name: 姓名, id: 证件号 }',
      'columns: { name: 姓名, id: 证件号, school: 学校 }',
    );
    const list = await attack({ 'civil.csv': `${other}\n` }, meant);
    expect([dibao(list, ANNE), dibao(list, BO)]).toEqual(['in', 'in']);
  });

  it('H-C24 a list handed in as a roster is refused by its columns', async () => {
    const end = await attack({ 'roster.csv': `${FILES['civil.csv']}备注：\n` });
    expect([end.exit, codes(end)]).toEqual([3, ['job.unknownColumn']]);
  });
});
