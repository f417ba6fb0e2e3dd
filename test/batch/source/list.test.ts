import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListSource, readJob } from '../../../src/batch/job/index.js';
import { readList } from '../../../src/batch/source/list.js';
import { openSheet } from '../../../src/batch/source/sheet.js';
import type { Cell } from '../../../src/batch/table.js';
import { compile } from '../../../src/plan/index.js';
import { readRules } from '../../../src/rules/index.js';
import { idOf, JOB, RULES } from '../run/world.js';

const job = readJob(JOB, { file: 'job.yaml' });
const rules = readRules(RULES);
const plan = rules.ok
  ? compile(rules.value, { period: '2025-autumn', asOf: '2025-10-10', knownAt: '2025-10-15' })
  : rules;
if (!job.ok || !plan.ok) throw new Error('world');

const cell = (text: string): Cell => (text === '' ? { kind: 'blank', text } : { kind: 'text', text });
const source = (said: Partial<ListSource>): ListSource =>
  ({ file: 'list.csv', list_date: '2025-09-01', covers: [], ...said }) as ListSource;
const columns = (...names: string[]) => names.map((header) => ({ header }));

function entriesOf(rows: readonly (readonly string[] | readonly Cell[])[], said: Partial<ListSource>) {
  if (!job.ok || !plan.ok) throw new Error('world');
  const sheet = {
    name: '',
    hidden: false,
    rows: rows.map((cells, i) => ({
      row: i + 1,
      cells: cells.map((c) => (typeof c === 'string' ? cell(c) : c)),
    })),
  };
  const layout = {
    file: 'list.csv',
    path: ['lists', 'civil', 0],
    otherSheets: [],
    header: [1],
    fromRow: 2,
    skipIs: [],
    skipStartsWith: [],
    unknown: ['无'],
    fillDown: [],
    shortRowsBlank: false,
  };
  const opened = openSheet(sheet, layout, [], job.value);
  if (!opened.ok) throw new Error('sheet');
  const { entries, issues } = readList(
    opened.value,
    'civil',
    source(said),
    ['lists', 'civil', 0],
    plan.value,
    job.value,
  );
  return {
    entries,
    issues: issues.map((issue) => issue.code),
    people: entries.map((e) => [e.source.row, e.member, e.name, e.id]),
  };
}

const [name, id] = columns('姓名', '证件号') as [{ header: string }, { header: string }];

describe('entries of a list', () => {
  it('are one person per row', () => {
    const { people } = entriesOf(
      [
        ['姓名', '证件号'],
        ['安安', '1'],
        [' 白白', ''],
      ],
      { columns: { name, id } },
    );
    // Nothing is trimmed: matching sees the cell as it is.
    expect(people).toEqual([
      [2, 1, '安安', '1'],
      [3, 1, ' 白白', ''],
    ]);
  });

  it('are all people of a cell that was meant for one', () => {
    const [a, b] = [idOf('20150301', 11), idOf('20160402', 13)];
    const read = (names: string, ids: string) =>
      entriesOf(
        [
          ['姓名', '证件号'],
          [names, ids],
        ],
        { columns: { name, id } },
      );
    for (const between of ['、', '\n', '；', ' / ', ' '])
      expect(read(`安安${between}白白`, `${a}${between}${b}`)).toMatchObject({
        people: [
          [2, 1, '安安', a],
          [2, 2, '白白', b],
        ],
        issues: ['row.severalInCell'],
      });
    // Nobody knows whose number is whose.
    expect(read('安安白白', `${a}、${b}`)).toMatchObject({
      people: [
        [2, 1, '安安白白', ''],
        [2, 2, '', a],
        [2, 3, '', b],
      ],
      issues: ['row.severalInCell'],
    });
    // One number, however it is written, is one person.
    for (const one of [
      a,
      ` ${a.slice(0, 6)} ${a.slice(6, 14)} ${a.slice(14)}`,
      `${a}43`,
      `${a}、`,
      `${a} ${a}43`,
    ])
      expect(read('安安', one)).toMatchObject({ people: [[2, 1, '安安', one]], issues: [] });
  });

  it('of a household whose cells hold several, are numbered apart from its members', () => {
    const [a, b, c] = [idOf('19850301', 11), idOf('20160402', 13), idOf('20150402', 15)];
    const rows = [
      ['户主', '号', '成员', '成员号'],
      ['安', a, '白、陈', `${b}、${c}`],
    ];
    const { people } = entriesOf(rows, {
      holder: { name: { header: '户主' }, id: { header: '号' } },
      members: [{ name: { header: '成员' }, id: { header: '成员号' } }],
    });
    expect(people).toEqual([
      [2, 1, '安', a],
      [2, 2, '白', b],
      [2, 3, '陈', c],
    ]);
  });

  it('are holder and members of a household row, blank pairs left out, positions kept', () => {
    const [a, b] = [
      { name: { header: '成员1' }, id: { header: '号1' } },
      { name: { header: '成员2' }, id: { header: '号2' } },
    ];
    const rows = [
      ['户主', '号', '成员1', '号1', '成员2', '号2'],
      ['安', '1', '', '', '白', ''],
      ['', '', '', '7', '', ''],
    ];
    const { people } = entriesOf(rows, {
      holder: { name: { header: '户主' }, id: { header: '号' } },
      members: [a, b],
    });
    expect(people).toEqual([
      [2, 1, '安', '1'],
      [2, 3, '白', ''],
      [3, 2, '', '7'],
    ]);
  });

  const packed = {
    holder: { name, id },
    packed: { names: { header: '成员' }, ids: { header: '成员号' }, separator: ['、'] },
  };

  it('are unpacked from one cell, an empty place being an unknown number', () => {
    const rows = [
      ['姓名', '证件号', '成员', '成员号'],
      ['安', '1', '白、陈、丁', '2、、4'],
      ['戊', '5', '己', ''],
      ['庚', '6', '', ''],
    ];
    const { people, issues } = entriesOf(rows, packed);
    expect(people).toEqual([
      [2, 1, '安', '1'],
      [2, 2, '白', '2'],
      [2, 3, '陈', ''],
      [2, 4, '丁', '4'],
      [3, 1, '戊', '5'],
      [3, 2, '己', ''],
      [4, 1, '庚', '6'],
    ]);
    expect(issues).toEqual([]);
  });

  it('are not paired by guessing where names and numbers do not go together', () => {
    const { people, issues } = entriesOf(
      [
        ['姓名', '证件号', '成员', '成员号'],
        ['安', '1', '白、陈', '2'],
      ],
      packed,
    );
    expect(people).toEqual([
      [2, 1, '安', '1'],
      [2, 2, '白', ''],
      [2, 3, '陈', ''],
      [2, 4, '', '2'],
    ]);
    expect(issues).toEqual(['row.packedUneven']);
  });

  it('are never lost: a row of data without anybody gives an empty one', () =>
    expect(
      entriesOf(
        [
          ['姓名', '证件号', '村'],
          ['', '', '东村'],
        ],
        { columns: { name, id } },
      ).people,
    ).toEqual([[2, 1, '', '']]));

  it('say where a number was not text', () => {
    const rows = [
      ['姓名', '证件号'],
      [cell('安安'), { kind: 'number', text: '990102201503010000' }] as const,
    ];
    expect(entriesOf(rows, { columns: { name, id } }).entries[0]).toMatchObject({ idNotText: true });
  });

  it('stand as their row says: in, not known, or lapsed', () => {
    const attributes = { kind: { header: '类别', values: { 低保: 'on_dibao', 其他: 'other' } } };
    const rows = [
      ['姓名', '证件号', '类别'],
      ['安', '1', '低保'],
      ['白', '2', '其他'],
      ['陈', '3', ''],
      ['丁', '4', '无'],
      ['戊', '5', '低保?'],
    ];
    const { entries, issues } = entriesOf(rows, { columns: { name, id }, attributes });
    expect(entries.map((e) => [e.standing.in, e.standing.unknown])).toEqual([
      [['dibao'], []],
      [[], []],
      [[], ['dibao']],
      [[], ['dibao']],
      [[], ['dibao']],
    ]);
    expect(issues).toEqual(['cell.label']);
    const fixed = entriesOf(
      [
        ['姓名', '证件号'],
        ['安', '1'],
      ],
      { columns: { name, id }, fixed: { kind: 'on_dibao' } },
    );
    expect(fixed.entries[0]?.standing).toEqual({ in: ['dibao'], unknown: [] });
  });

  it('are never made of a carer: a column of identity numbers is read or put aside, knowingly', () => {
    const rows = [
      ['姓名', '证件号', '照料人', '照料人身份证号'],
      ['安', '1', '白', '2'],
    ];
    expect(entriesOf(rows, { columns: { name, id } }).issues).toEqual(['job.idColumnUnread']);
    const aside = entriesOf(rows, { columns: { name, id }, exclude: ['照料人', '照料人身份证号'] });
    expect(aside.issues).toEqual([]);
    expect(aside.people).toEqual([[2, 1, '安', '1']]);
    expect(entriesOf(rows, { columns: { name, id }, exclude: ['监护人'] }).issues).toEqual([
      'job.unknownColumn',
    ]);
  });

  it('come from every row of data, whatever is in it', () => {
    const text = fc.constantFrom('', ' ', '安', '安、白', '1', '1、2', '、', '无');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text, text), { maxLength: 6 }), (rows) => {
        const { entries } = entriesOf([['姓名', '证件号', '成员', '成员号'], ...rows], packed);
        const data = rows.flatMap((row, i) => (row.every((c) => c.trim() === '') ? [] : [i + 2]));
        expect([...new Set(entries.map((e) => e.source.row))]).toEqual(data);
        const places = entries.map((e) => `${e.source.row}/${e.member}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
