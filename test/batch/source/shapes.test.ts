import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '../run/world.js';
import { asXls, asXlsx, type Drawn, listOf, people, readListed } from './shapes.js';

// The shapes in which departments hand their lists over, each in a file of that shape.

const [A, B, C, D] = [1, 3, 5, 7].map((n) => idOf('20140304', n)) as [string, string, string, string];
const OLD = idOf('19790506', 9);

/** Both kinds of workbook have to say the same. */
async function drawn(said: string, ...sheets: readonly Drawn[]) {
  const [xlsx, xls] = [
    await readListed(listOf('list.xlsx', said), { 'list.xlsx': asXlsx(sheets) }),
    await readListed(listOf('list.xlsx', said), { 'list.xlsx': asXls(sheets) }),
  ];
  expect(xls.lists).toEqual(xlsx.lists);
  return xlsx;
}
const entriesOf = async (...args: Parameters<typeof drawn>) =>
  (await drawn(...args)).lists.flatMap((list) => list.entries);
const csv = async (said: string, rows: readonly (readonly string[])[]) => {
  const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const { lists, issues } = await readListed(listOf('list.csv', said), { 'list.csv': `${quoted}\n` });
  return {
    entries: lists.flatMap((list) => list.entries),
    issues: issues.filter(({ severity }) => severity !== 'note'),
    codes: issues.filter(({ severity }) => severity !== 'note').map(({ code }) => code),
  };
};

describe('a household a row', () => {
  it('under a title and two header rows, of which the upper groups the lower', async () => {
    const sheet = {
      rows: [
        ['望湖市农村低保家庭备案表'],
        ['序号', '户主', '', '家庭成员一', '', '', '家庭成员二'],
        ['', '姓名', '身份证号', '姓名', '身份证号', '与户主关系', '姓名', '身份证号', '与户主关系'],
        ['1', '王一', OLD, '王小', A, '长子', '王幼', B, '次女'],
        ['2', '李二', idOf('19800607', 1), '', '', '', '李小', C, '长女'],
        ['合计', '2户'],
      ],
      merged: ['A1:I1', 'A2:A3', 'B2:C2', 'D2:F2', 'G2:I2'],
    };
    const member = (which: string): string =>
      `  - { name: ${which}/姓名, id: ${which}/身份证号, relation: ${which}/与户主关系 }`;
    const entries = await entriesOf(
      `header: [2, 3]\nholder: { name: 户主/姓名, id: 户主/身份证号 }\nmembers:\n${member('家庭成员一')}\n${member('家庭成员二')}\nhousehold: complete`,
      sheet,
    );
    expect(people(entries)).toEqual([
      ['S1', 4, 1, '王一', OLD, ''],
      ['S1', 4, 2, '王小', A, '长子'],
      ['S1', 4, 3, '王幼', B, '次女'],
      ['S1', 5, 1, '李二', idOf('19800607', 1), ''],
      ['S1', 5, 3, '李小', C, '长女'],
    ]);
    expect(entries.map((entry) => entry.householdComplete)).toEqual(entries.map(() => true));
  });

  it('that names fewer people than it says to have is looked at, and not taken for whole', async () => {
    const rows = [
      ['户主姓名', '户主身份证号', '成员姓名', '成员身份证号', '保障人口'],
      ['王一', OLD, '王小', A, '2'],
      ['李二', idOf('19800607', 1), '李小', B, '4'],
      ['王三', idOf('19800607', 3), '', '', '不详'],
      ['王四', idOf('19800607', 5), '', '', '三人'],
    ];
    const { entries, issues } = await csv(
      'holder: { name: 户主姓名, id: 户主身份证号 }\nmembers: [{ name: 成员姓名, id: 成员身份证号 }]\nsize: 保障人口\nhousehold: complete',
      rows,
    );
    expect(issues).toMatchObject([
      { code: 'row.householdShort', place: { row: 3, header: '保障人口' }, values: { size: 4, named: 2 } },
      { code: 'cell.number', place: { row: 5 } },
    ]);
    expect(entries.map(({ source, householdComplete = false }) => [source.row, householdComplete])).toEqual([
      [2, true],
      [2, true],
      [3, false],
      [3, false],
      [4, false],
      [5, false],
    ]);
  });

  it('of which only the head is named', async () => {
    const entries = await entriesOf(
      'holder: { name: 户主姓名, id: 户主身份证号, area: 村代码 }\nmeans: household_of_head',
      {
        rows: [
          ['户主姓名', '户主身份证号', '保障人口', '村代码'],
          ['王一', OLD, '4', '990102003'],
        ],
      },
    );
    expect(entries).toMatchObject([
      { name: '王一', id: OLD, means: 'household', area: '990102003', evidence: 'list' },
    ]);
    expect(entries[0]).not.toHaveProperty('householdComplete');
  });
});

describe('a household over several rows', () => {
  const rows = [
    ['户编号', '户主姓名', '户主身份证号', '姓名', '证件号码', '与户主关系'],
    ['h1', '王一', OLD, '王一', OLD, '户主'],
    ['', '', '', '王小', A, '长子'],
    ['', '', '', '王幼', B, '次女'],
    ['h2', '李二', idOf('19800607', 1), '李小', C, '长女'],
  ];
  const said =
    'columns: { name: 姓名, id: 证件号码, relation: 与户主关系 }\nexclude: [户主姓名, 户主身份证号]';
  const persons = [
    [2, 1, '王一', OLD, '户主'],
    [3, 1, '王小', A, '长子'],
    [4, 1, '王幼', B, '次女'],
    [5, 1, '李小', C, '长女'],
  ];

  it('with the number and the head of the household in merged cells', async () => {
    const merged = ['A2:A4', 'B2:B4', 'C2:C4'];
    expect(people(await entriesOf(said, { rows, merged }))).toEqual(
      persons.map((person) => ['S1', ...person]),
    );
    // Where the head has no row of its own, the merged cells give it in each row of the household, and only of that one.
    const entries = await entriesOf(
      'holder: { name: 户主姓名, id: 户主身份证号 }\nmembers: [{ name: 姓名, id: 证件号码, relation: 与户主关系 }]',
      { rows, merged },
    );
    expect(
      entries.filter(({ member }) => member === 1).map(({ name, source }) => [source.row, name]),
    ).toEqual([
      [2, '王一'],
      [3, '王一'],
      [4, '王一'],
      [5, '李二'],
    ]);
  });

  it('as text, where what was merged is blank: filled down only as the job says', async () => {
    expect(people((await csv(said, rows)).entries)).toEqual(persons);
    const attribute = rows.map((row, i) => [...row, ['类别', '低保', '', '', '其他'][i] as string]);
    const kinds = said.concat(
      '\nattributes: { kind: { header: 类别, values: { 低保: on_dibao, 其他: other } } }',
    );
    const block = (more: string): string =>
      listOf('list.csv', kinds + more).replace('      fixed: { kind: on_dibao }\n', '');
    const content = `${attribute.map((row) => row.join(',')).join('\n')}\n`;
    const standings = async (more: string) =>
      (await readListed(block(more), { 'list.csv': content })).lists[0]?.entries.map(
        ({ standing }) => standing.in,
      );
    expect(await standings('')).toEqual([['dibao'], [], [], []]);
    expect(await standings('\nfill_down: [类别]')).toEqual([['dibao'], ['dibao'], ['dibao'], []]);
  });
});

describe('several people in one cell', () => {
  const head = ['户主姓名', '户主身份证号', '家庭成员'];
  const holder = 'holder: { name: 户主姓名, id: 户主身份证号 }\n';

  it.each([
    ['brackets', `王小(${A})；王幼（${B}，次女）`, '；'],
    ['spaces', `王小 ${A}; 王幼 次女 ${B}`, ';'],
    ['colons', `王小：${A}、王幼：${B}：次女`, '、'],
    ['a line each', `王小,${A}\r\n王幼,${B},次女\n`, 'line'],
  ])('names and numbers together, with %s', async (_, cell, separator) => {
    const said = `${holder}packed: { people: 家庭成员, separator: "${separator}" }`;
    const entries = await entriesOf(said, { rows: [head, ['王一', OLD, cell]] });
    expect(people(entries)).toEqual([
      ['S1', 2, 1, '王一', OLD, ''],
      ['S1', 2, 2, '王小', A, ''],
      ['S1', 2, 3, '王幼', B, '次女'],
    ]);
  });

  it('with damaged, masked, missing and foreign numbers, each kept as it is', async () => {
    const cell = `王　小(9901022014********)；阿依·古丽（H1234567800）；王·三（次子）；王四（${A.slice(0, 17)}x）；（${B}）；`;
    const { entries, codes } = await csv(`${holder}packed: { people: 家庭成员, separator: [；, ;] }`, [
      head,
      ['王一', OLD, cell],
    ]);
    expect(people(entries).slice(1)).toEqual([
      [2, 2, '王　小', '9901022014********', ''],
      [2, 3, '阿依·古丽', 'H1234567800', ''],
      [2, 4, '王·三', '', '次子'],
      [2, 5, '王四', `${A.slice(0, 17)}x`, ''],
      [2, 6, '', B, ''],
    ]);
    expect(codes).toEqual([]);
  });

  it('with no separator: each number with the name before it, and a person looks', async () => {
    const { entries, codes } = await csv(`${holder}packed: { people: 家庭成员, separator: ； }`, [
      head,
      ['王一', OLD, `王小${A}王幼${B}`],
    ]);
    expect(people(entries).slice(1)).toEqual([
      [2, 2, '王小', A, ''],
      [2, 3, '王幼', B, ''],
    ]);
    expect(codes).toEqual(['row.packedTogether']);
  });

  it('names in one cell and numbers in another, a line each', async () => {
    const entries = await entriesOf(`${holder}packed: { names: 成员, ids: 成员号, separator: line }`, {
      rows: [
        ['户主姓名', '户主身份证号', '成员', '成员号'],
        ['王一', OLD, '王小\n王幼', `${A}\n${B}`],
      ],
    });
    expect(people(entries).slice(1)).toEqual([
      ['S1', 2, 2, '王小', A, ''],
      ['S1', 2, 3, '王幼', B, ''],
    ]);
  });

  it('are as many as were packed, whoever they are', async () => {
    const person = fc.record({
      name: fc.stringMatching(/^[\u4e00-\u9fa5]{2,4}$/u),
      id: fc.constantFrom(A, B, C, D, OLD, ''),
    });
    const form = fc.constantFrom<(name: string, id: string) => string>(
      (name, id) => `${name}(${id})`,
      (name, id) => `${name} ${id}`,
      (name, id) => `${name}：${id}`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 5 }), form, async (all, write) => {
        const cell = all.map(({ name, id }) => write(name, id)).join('；');
        const { entries } = await csv(`${holder}packed: { people: 家庭成员, separator: ； }`, [
          head,
          ['王一', OLD, cell],
        ]);
        expect(entries.slice(1).map(({ name, id }) => ({ name, id }))).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a sheet for each township', () => {
  const head = ['姓名', '身份证号'];
  const sheets = [
    { rows: [['封面']] },
    { rows: [head, ['王小', A]] },
    { rows: [head, ['李小', B], ['李幼', C]] },
  ];
  const said = 'columns: { name: 姓名, id: 身份证号 }';

  it('named, or all of them but those that are put aside', async () => {
    const named = await drawn(`${said}\nsheet: [S2, S3]\nother_sheets: [S1]`, ...sheets);
    const all = await drawn(`${said}\nsheet: "*"\nother_sheets: [S1]`, ...sheets);
    expect(all.lists).toEqual(named.lists);
    expect(
      named.lists.map(({ file, physicalRows, rowsWithEntries }) => [file, physicalRows, rowsWithEntries]),
    ).toEqual([['list.xlsx', 5, 3]]);
    expect(people(named.lists[0]?.entries ?? [])).toEqual([
      ['S2', 2, 1, '王小', A, ''],
      ['S3', 2, 1, '李小', B, ''],
      ['S3', 3, 1, '李幼', C, ''],
    ]);
  });

  it('of which one has other columns is refused by its name', async () => {
    const { issues } = await drawn(`${said}\nsheet: "*"\nother_sheets: [S1]`, ...sheets, {
      rows: [
        ['姓名', '号码'],
        ['王三', D],
      ],
    });
    expect(issues.map(({ code, values }) => [code, values.sheet])).toContainEqual([
      'job.unknownColumn',
      'S4',
    ]);
  });
});

describe('days between which a row holds', () => {
  const said = (valid: string): string => `columns: { name: 姓名, id: 身份证号 }\nvalid: ${valid}`;
  const standing = async (valid: string, from: string, until: string) => {
    const { entries, codes } = await csv(said(valid), [
      ['姓名', '身份证号', '纳入', '停发'],
      ['王小', A, from, until],
    ]);
    const { in: current, unknown } = entries[0]?.standing ?? { in: [], unknown: [] };
    return [current.length > 0 ? 'in' : unknown.length > 0 ? 'unknown' : 'lapsed', ...codes];
  };
  const DAYS = '{ from: 纳入, until: { header: 停发, none: 长期 } }';
  const MONTHS = '{ from: { header: 纳入, date: YYYY-MM }, until: { header: 停发, date: YYYY年M月 } }';

  it.each([
    ['within both ends', DAYS, '2025-01-01', '2025-12-31', 'in'],
    ['on the first day', DAYS, '2025-10-10', '', 'in'],
    ['the day before', DAYS, '2025-10-11', '', 'lapsed'],
    ['on the last day', DAYS, '', '2025-10-10', 'in'],
    ['the day after', DAYS, '', '2025-10-09', 'lapsed'],
    ['with no end', DAYS, '2025-01-01', '长期', 'in'],
    ['with nothing said', DAYS, '', '', 'in'],
    ['to the end of a month', MONTHS, '2025-10', '2025年10月', 'in'],
    ['in a later month', MONTHS, '2025-11', '', 'lapsed'],
    ['in an earlier month', MONTHS, '', '2025年9月', 'lapsed'],
  ])('%s', async (_, valid, from, until, state) => {
    expect(await standing(valid, from, until)).toEqual([state]);
  });

  it('that cannot be read leave the category open, unless the other end settles it', async () => {
    expect(await standing(DAYS, '去年', '')).toEqual(['unknown', 'cell.dateForm']);
    expect(await standing(DAYS, '去年', '2025-10-09')).toEqual(['lapsed', 'cell.dateForm']);
    // A token for "not known" is no "none".
    expect(await standing(DAYS, '', '不详')).toEqual(['unknown']);
  });
});

describe('people whom a list mentions', () => {
  it('parents stand for their children, with where they live', async () => {
    const entries = await entriesOf(
      'columns: { name: 持证人, id: 残疾证号, area: 区划 }\nmeans: children_of_person',
      {
        rows: [
          ['持证人', '残疾证号', '区划'],
          ['王一', `${OLD}43`, "'990102"],
        ],
      },
    );
    expect(entries).toMatchObject([{ name: '王一', id: `${OLD}43`, means: 'children', area: '990102' }]);
  });

  it('the school that a department writes stands beside the child', async () => {
    const entries = await entriesOf('columns: { name: 姓名, id: 身份证号, school: 就读学校 }', {
      rows: [
        ['姓名', '身份证号', '就读学校'],
        ['王小', A, '第一小学'],
        ['王幼', B, ''],
      ],
    });
    expect(entries.map(({ school }) => school)).toEqual(['第一小学', undefined]);
  });

  it('guardians and carers are nobody of the list, and saying nothing of them is refused', async () => {
    const rows = [
      ['姓名', '身份证号', '监护人', '监护人身份证号'],
      ['王小', A, '王一', OLD],
    ];
    const silent = await drawn('columns: { name: 姓名, id: 身份证号 }', { rows });
    expect(silent.issues.map(({ code }) => code)).toContain('job.idColumnUnread');
    const said = await entriesOf('columns: { name: 姓名, id: 身份证号 }\nexclude: [监护人, 监护人身份证号]', {
      rows,
    });
    expect(people(said)).toEqual([['S1', 2, 1, '王小', A, '']]);
  });
});
