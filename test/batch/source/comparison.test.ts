import { describe, expect, it } from 'vitest';
import { attack, dibao, found, ledger, text } from '../hostile/attack.js';
import { ANNE, BO, CY, DI, idOf, JOB } from '../run/world.js';

/** The small world with a comparison result beside its list. */
const compared = (said: string, id = 'civil'): string =>
  JOB.replace(
    'aided_before:',
    `comparisons:\n  ${id}:\n    - file: result.csv\n      result_date: 2025-09-20\n      system: 全国系统\n      covers: everybody\n      ${said.replaceAll('\n', '\n      ')}\naided_before:`,
  );
const COLUMNS = 'columns: { student_number: 学籍号, name: 姓名 }';
const result = (...rows: readonly (readonly string[])[]): Record<string, string> => ({
  'result.csv': `${[['学籍号', '姓名', '困难类型'], ...rows].map((row) => row.join(',')).join('\n')}\n`,
});
const WITH_KIND =
  'columns: { student_number: 学籍号, name: 姓名, category: { header: 困难类型, values: { 低保: dibao, 孤儿: none } } }';

describe('a comparison result', () => {
  it('gives its category by student number, beside the raw list and apart from it', async () => {
    const end = await attack(result([`G${BO}`, '白白', '低保']), compared(COLUMNS));
    expect([dibao(end, BO), dibao(end, CY), dibao(end, DI)]).toEqual(['in', 'in', 'out']);
    const bo = end.run?.determinations.find(({ student }) => student === `G${BO}`);
    expect(bo?.categories[0]?.evidence).toEqual([
      { list: 'civil', file: 'result.csv', row: 2, comparison: true },
    ]);
    expect(text(end, 'determinations.ndjson')).toContain('"comparison":true');
    const rows = ledger(end, 'civil');
    expect(rows.map(({ evidence, kind, entries }) => [evidence, kind, entries?.[0]?.state])).toEqual([
      [undefined, 'header', undefined],
      [undefined, 'entries', 'matched'],
      [undefined, 'entries', 'notAStudent'],
      [undefined, 'skipped', undefined],
      ['comparison', 'header', undefined],
      ['comparison', 'entries', 'matched'],
    ]);
    expect(
      end.run?.summary.lists.map(({ list, evidence, entries, physicalRows }) => [
        list,
        evidence,
        entries,
        physicalRows,
      ]),
    ).toEqual([
      ['civil', undefined, 2, 4],
      ['civil', 'comparison', 1, 2],
    ]);
  });

  it('says the same as the raw list, or not: neither takes the place of the other', async () => {
    const end = await attack(result([`G${CY}`, '陈陈', '低保']), compared(COLUMNS));
    // The same student by both: two rows of evidence and no repeat.
    expect(end.run?.summary.lists.map(({ states }) => [states.matched, states.duplicate])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(
      end.run?.determinations.find(({ student }) => student === `G${CY}`)?.categories[0]?.evidence,
    ).toHaveLength(2);
  });

  it('is held against the raw list, and a person is told where they differ', async () => {
    const files = result([`G${BO}`, '白白', '低保'], [`G${ANNE}`, '安安', '低保']);
    const list = `姓名,证件号,类别\n白白,${BO},低保\n陈陈,${CY},低保\n`;
    const end = await attack({ ...files, 'civil.csv': list }, compared(COLUMNS));
    expect(found(end, 'row.onlyInList')).toMatchObject({
      severity: 'warning',
      place: { file: 'civil.csv', row: 3 },
      values: { category: 'dibao' },
    });
    expect(found(end, 'row.onlyInComparison').place).toEqual({ file: 'result.csv', row: 3 });
    const lines = text(end, 'evidence.ndjson').trimEnd().split('\n');
    const agreed = lines.map(
      (line) => JSON.parse(line) as { student: string; compared: { agree: string }[] },
    );
    expect(agreed.map(({ student, compared: all }) => [student, all[0]?.agree]).sort()).toEqual(
      [
        [`G${ANNE}`, 'onlyComparison'],
        [`G${BO}`, 'both'],
        [`G${CY}`, 'onlyList'],
      ].sort(),
    );
    // One item for each student, and none for their number.
    const items = end.run?.items.filter(({ row }) => /omparison|onlyIn/.test(row.cells.code ?? '')) ?? [];
    expect(items.map(({ row }) => [row.cells.file, row.cells.row])).toEqual([
      ['civil.csv', '3'],
      ['result.csv', '3'],
    ]);
    // Either is enough to have the category: nobody loses it to a system that is late.
    expect([ANNE, BO, CY].map((id) => dibao(end, id))).toEqual(['in', 'in', 'in']);
  });

  it('whose name is another goes to a person, and the category is open', async () => {
    const end = await attack(result([`G${BO}`, '丁丁', '低保']), compared(COLUMNS));
    const line = ledger(end, 'civil').find(
      ({ evidence, kind }) => evidence === 'comparison' && kind === 'entries',
    );
    expect(line?.entries?.[0]).toMatchObject({ state: 'review', reason: 'nameDiffers' });
    expect([dibao(end, BO), end.exit]).toEqual(['unknown', 1]);
  });

  it('without names goes by a number that checks itself', async () => {
    const job = compared('columns: { student_number: 学籍号 }');
    const end = await attack(result([`G${BO}`, '', '低保']), job);
    expect(dibao(end, BO)).toBe('in');
    const wrong = await attack(result([`G${BO.slice(0, 17)}${BO.endsWith('1') ? 2 : 1}`, '', '低保']), job);
    expect([wrong.exit, dibao(wrong, BO)]).not.toContain('in');
  });

  it('with identity numbers finds who has another student number by now, and asks where the two disagree', async () => {
    const job = compared('columns: { student_number: 学籍号, name: 姓名, id: 困难类型 }');
    const old = `G${idOf('20150402', 99)}`;
    const end = await attack(result([old, '白白', BO]), job);
    expect(dibao(end, BO)).toBe('in');
    const torn = await attack(result([`G${BO}`, '白白', ANNE]), job);
    expect([dibao(torn, BO), dibao(torn, ANNE)]).toEqual(['unknown', 'unknown']);
  });

  it('of several categories is read row by row; rows of others are counted and left to their own block', async () => {
    const files = result(
      [`G${BO}`, '白白', '低保'],
      [`G${ANNE}`, '安安', '孤儿'],
      [`G${DI}`, '丁丁', '特困'],
    );
    const end = await attack(files, compared(WITH_KIND));
    expect(found(end, 'cell.label')).toMatchObject({
      place: { file: 'result.csv', row: 4, header: '困难类型' },
    });
    expect([dibao(end, BO), dibao(end, ANNE), dibao(end, DI)]).toEqual(['in', 'out', 'unknown']);
    const kinds = ledger(end, 'civil').flatMap(({ evidence, kind }) =>
      evidence === undefined ? [] : [kind],
    );
    expect(kinds).toEqual(['header', 'entries', 'skipped', 'entries']);
  });

  it('can be named by its category', async () => {
    const end = await attack(result([`G${BO}`, '白白', '低保']), compared(COLUMNS, 'dibao'));
    expect(dibao(end, BO)).toBe('in');
  });

  it.each([
    ['of no list or category', compared(COLUMNS, 'dibo'), 'job.unknownList', 'comparisons.dibo'],
    [
      'of a word that means no category',
      compared(WITH_KIND.replace('孤儿: none', '孤儿: orphan')),
      'job.unknownOption',
      'comparisons.civil.0.columns.category.values.孤儿',
    ],
    [
      'from after the day up to which the run knows',
      compared(COLUMNS).replace('2025-09-20', '2025-10-20'),
      'job.listAfterKnownAt',
      'comparisons.civil.0.result_date',
    ],
  ])('%s is refused', async (_, job, code, path) => {
    const end = await attack(result(), job);
    expect([end.exit, found(end, code).place.path]).toEqual([3, path]);
  });

  it('that is old answers nothing', async () => {
    const old = compared(COLUMNS).replace('result_date: 2025-09-20', 'result_date: 2025-06-20');
    const end = await attack(result([`G${BO}`, '白白', '低保']), old);
    expect(found(end, 'match.listStale').place).toEqual({ file: 'result.csv' });
    expect(end.exit).toBe(1);
  });
});
