import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJob } from '../../../src/batch/job/index.js';
import type { Layout } from '../../../src/batch/source/layout.js';
import { Columns, openSheet, type SourceSheet } from '../../../src/batch/source/sheet.js';
import { sheetsNotRead, sheetsOf } from '../../../src/batch/source/sheets.js';
import type { Cell, Sheet, TableFile } from '../../../src/batch/table.js';
import { JOB } from '../run/world.js';

const read = readJob(JOB, { file: 'job.yaml' });
if (!read.ok) throw new Error('job');
const job = read.value;

const cell = (text: string): Cell => (text === '' ? { kind: 'blank', text } : { kind: 'text', text });
const sheet = (rows: readonly (readonly string[])[], name = ''): Sheet => ({
  name,
  hidden: false,
  rows: rows.map((cells, i) => ({ row: i + 1, cells: cells.map(cell) })),
});
const layout = (said: Partial<Layout> = {}): Layout => ({
  file: 'list.xlsx',
  path: ['lists', 'civil', 0, 'file'],
  otherSheets: [],
  header: [1],
  fromRow: 2,
  skipIs: ['合计'],
  skipStartsWith: ['备注：'],
  unknown: [],
  fillDown: [],
  shortRowsBlank: false,
  ...said,
});
const opened = (
  rows: readonly (readonly string[])[],
  said: Partial<Layout> = {},
  identity = ['证件号'],
): SourceSheet => {
  const result = openSheet(
    sheet(rows),
    layout(said),
    identity.map((header) => ({ header })),
    job,
  );
  if (!result.ok) throw new Error(result.issues[0].code);
  return result.value;
};
const kinds = (of: SourceSheet): string[] => of.rows.map((row) => row.kind);

describe('rows', () => {
  it('tells people from titles, headers, blanks, totals and remarks', () => {
    const rows = [
      ['民政名单'],
      ['导出日期', '9月'],
      ['姓名', '证件号'],
      ['安安', '1'],
      ['', ' '],
      ['合计', '12 人'],
      ['', ''],
      ['备注：核对'],
    ];
    const of = opened(rows, { header: [3], fromRow: 4 });
    expect(kinds(of)).toEqual(['above', 'above', 'header', 'data', 'blank', 'skipped', 'blank', 'skipped']);
  });

  it('finds the word in the first cell that is not blank', () =>
    expect(
      kinds(
        opened([
          ['序号', '姓名', '证件号'],
          ['', '合计', ''],
        ]),
      ),
    ).toEqual(['header', 'skipped']));

  it('never skips a row with an identity number, whatever its first cell says', () => {
    expect(
      kinds(
        opened([
          ['姓名', '证件号'],
          ['合计', '99010220150301011'],
          ['备注：', '9901022015'],
        ]),
      ),
    ).toEqual(['header', 'data', 'data']);
  });

  it('skips a remark that a merged range repeats across the row', () =>
    expect(
      kinds(
        opened([
          ['姓名', '证件号'],
          ['备注：2025年10月10日12时', '备注：2025年10月10日12时'],
        ]),
      ),
    ).toEqual(['header', 'skipped']));

  it('repeats the cell above only where the job says so, and only below the header', () => {
    const rows = [
      ['户', '姓名'],
      ['甲', '安安'],
      ['', '白白'],
      ['乙', '陈陈'],
    ];
    const texts = (of: SourceSheet) => of.rows.filter((r) => r.kind === 'data').map((r) => r.cells[0]?.text);
    expect(texts(opened(rows, {}, []))).toEqual(['甲', '', '乙']);
    expect(texts(opened(rows, { fillDown: ['户'] }, []))).toEqual(['甲', '甲', '乙']);
  });

  it.each(['同上', '〃', ' 同上 '])('takes %j for the cell above, where the layout says so', (ditto) => {
    const rows = [
      ['户', '姓名'],
      ['甲', '安安'],
      [ditto, '白白'],
      ['', '陈陈'],
    ];
    const texts = (said: Partial<Layout>) =>
      opened(rows, said, []).rows.flatMap((r) => (r.kind === 'data' ? [r.cells[0]?.text] : []));
    expect(texts({ fillDown: ['户'] })).toEqual(['甲', '甲', '甲']);
    expect(texts({})).toEqual(['甲', ditto, '']);
  });

  it.each(['城关镇小计', '全区合计', '以下空白'])(
    'a row that says %s is nobody, and is looked at',
    (word) => {
      const said = (number: string) =>
        openSheet(
          sheet([
            ['姓名', '证件号'],
            [word, number],
          ]),
          layout({}),
          [{ header: '证件号' }],
          job,
        );
      expect(said('2 户')).toMatchObject({ ok: true, issues: [{ code: 'row.footer', place: { row: 2 } }] });
      // With a number it is a person, whatever the name.
      expect(said('99010220150301011X')).toMatchObject({ ok: true, issues: [] });
    },
  );

  it('repeats nothing past a row whose cells are not to be trusted', () => {
    const rows = [
      ['户', '姓名'],
      ['甲', '安安'],
      ['乙', '白白', '多出一格'],
      ['', '陈陈'],
    ];
    const of = opened(rows, { fillDown: ['户'] }, []);
    expect(of.rows.map((r) => r.cells.map((c) => c.text))).toEqual([rows[0], rows[1], [], ['', '陈陈']]);
  });

  it('gives every physical row exactly one kind', () => {
    const text = fc.constantFrom('', '姓名', '合计', '备注：x', '安安', '99010220150301011X');
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 8 }), (rows) => {
        const of = opened([['姓名', '证件号'], ...rows]);
        expect(of.rows.map((row) => row.row)).toEqual(
          Array.from({ length: rows.length + 1 }, (_, i) => i + 1),
        );
        for (const [i, row] of of.rows.slice(1).entries()) {
          const cells = rows[i] as string[];
          if (cells[1]?.startsWith('9901') === true) expect(row.kind).toBe('data');
          if (cells.every((c) => c === '')) expect(row.kind).toBe('blank');
        }
      }),
    );
  });
});

describe('columns', () => {
  const find = (of: SourceSheet, header: string) => {
    const columns = new Columns(of, job);
    const { index, header: name } = columns.find({ header }, ['lists', 'civil', 0]);
    return { index, name, issues: columns.issues.map(({ code, values }) => ({ code, ...values })) };
  };

  it('are found by header, width and white space apart', () => {
    const of = opened([['年收入（元）', '姓\n名', '证件号']]);
    expect(find(of, '年收入(元)')).toMatchObject({ index: 0, name: '年收入（元）', issues: [] });
    expect(find(of, '姓名')).toMatchObject({ index: 1, issues: [] });
  });

  it('are found by letter', () =>
    expect(find(opened([['姓名', '证件号']]), '@AB')).toMatchObject({ index: 27, name: 'AB', issues: [] }));

  it('that are not there are named with those that are', () => {
    const of = opened([['姓名', '', '证件号']]);
    expect(find(of, '身份证号').issues).toEqual([
      {
        code: 'job.unknownColumn',
        file: 'list.xlsx',
        sheet: '',
        header: '身份证号',
        headers: '姓名、证件号',
      },
    ]);
  });

  it('of one name are told apart by letter', () => {
    const of = opened([['姓名', '证件号', '姓名']]);
    expect(find(of, '姓名').issues).toMatchObject([{ code: 'job.columnTwice', letters: '@A @C' }]);
  });

  it('of several header rows have joined names', () => {
    const of = opened(
      [
        ['户主', '户主', '成员'],
        ['姓名', '证件号', '姓名'],
      ],
      { header: [1, 2], fromRow: 3 },
      [],
    );
    expect(of.headers).toEqual(['户主/姓名', '户主/证件号', '成员/姓名']);
    expect(find(of, '成员/姓名').index).toBe(2);
  });

  it('need a header row that is there', () => {
    const refused = openSheet(sheet([['姓名'], ['安安']]), layout({ header: [5], fromRow: 6 }), [], job);
    expect(refused.ok).toBe(false);
    expect(refused.issues[0]).toMatchObject({ code: 'job.headerRow', place: { file: 'job.yaml' } });
  });
});

describe('sheets', () => {
  const table = (...names: string[]): TableFile => ({
    file: 'list.xlsx',
    format: 'xlsx',
    sheets: names.map((name) => sheet([['姓名']], name)),
    issues: [],
  });
  const chosen = (of: TableFile, said: Partial<Layout>) => {
    const result = sheetsOf(of, layout(said), job);
    return result.ok ? result.value.map((s) => s.name) : result.issues.map((issue) => issue.code);
  };

  it('need not be named where there is one', () => expect(chosen(table('甲'), {})).toEqual(['甲']));
  it('must be chosen where there are several', () => {
    expect(chosen(table('甲', '乙'), {})).toEqual(['job.sheetChoice']);
    expect(chosen(table('甲', '乙'), { sheets: ['乙'] })).toEqual(['乙']);
    expect(chosen(table('甲', '封面'), { otherSheets: ['封面'] })).toEqual(['甲']);
  });
  it('that are not there are an error', () =>
    expect(chosen(table('甲'), { sheets: ['丙'] })).toEqual(['job.unknownSheet']));
  it('that nobody reads or puts aside are named', () => {
    const left = sheetsNotRead(
      table('甲', '乙', '封面'),
      [layout({ otherSheets: ['封面'] })],
      new Set(['甲']),
    );
    expect(left.map((s) => s.name)).toEqual(['乙']);
  });
});
