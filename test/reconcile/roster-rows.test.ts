import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleRoster, type RosterRow, reconcile } from '../../src/reconcile/index.js';
import { ADULT, CHILD, entry, idOf, listsOf, OTHER, only, POLICY, TWIN } from './world.js';

type Row = Omit<RosterRow, 'source'>;
const blank: Row = {
  name: '',
  id: '',
  studentNumber: '',
  school: '2199000001',
  hukou: '990102',
  guardians: [],
};
const rowsOf = (...rows: Partial<Row>[]): RosterRow[] =>
  rows.map((row, i) => ({ ...blank, ...row, source: { file: 'roster.csv', row: i + 2 } }));
const assemble = (...rows: Partial<Row>[]) => assembleRoster(rowsOf(...rows), { asOf: POLICY.asOf });
const states = (a: ReturnType<typeof assemble>): string[] => a.rows.map((r) => r.reason);
const codes = (a: ReturnType<typeof assemble>): string[] => a.issues.map((i) => i.code);

describe('assembleRoster', () => {
  it('one row, one student, under the student number', () => {
    const result = assemble({ name: '王小雨', id: CHILD, studentNumber: ` g${CHILD}` });
    expect(result.students).toHaveLength(1);
    expect(result.students[0]).toMatchObject({ key: `G${CHILD}`, schools: ['2199000001'], conflicts: [] });
    expect([...result.people][0]).toMatchObject({ key: `G${CHILD}`, studentNumber: ` g${CHILD}` });
  });

  it('rows equal in every cell are one, with a line in the ledger', () => {
    const row = { name: '王小雨', id: CHILD };
    const result = assemble(row, row, row);
    expect(states(result)).toEqual(['firstRow', 'exactDuplicate', 'exactDuplicate']);
    expect(result.rows[2]).toMatchObject({ state: 'duplicate', of: { file: 'roster.csv', row: 2 } });
    expect(result.students[0]!.rows).toHaveLength(1);
    expect(codes(result)).toEqual(['roster.exactDuplicate', 'roster.exactDuplicate']);
  });

  it.each<[string, Partial<Row>, Partial<Row>]>([
    ['ID and name', { id: CHILD }, { id: `'${CHILD}` }],
    ['student number and name', { studentNumber: `L${CHILD}` }, { studentNumber: `l${CHILD}`, id: CHILD }],
    ['ID and the one in the G number', { id: CHILD }, { studentNumber: `G${CHILD}`, id: OTHER }],
    ['a faulty ID and name', { id: CHILD.replace('2014', '2015') }, { id: CHILD.replace('2014', '2015') }],
  ])('one student in two schools: %s', (_, a, b) => {
    const result = assemble(
      { name: '王小雨', school: '2199000001', ...a },
      { name: '王 小雨', school: '3199000002', ...b },
    );
    expect(states(result)).toEqual(['firstRow', 'furtherEnrolment']);
    expect(result.students).toHaveLength(1);
    expect(result.students[0]!.schools).toEqual(['2199000001', '3199000002']);
    expect(result.students[0]!.rows).toHaveLength(2);
    expect([...result.people].map((p) => p.key)).toEqual([result.students[0]!.key, result.students[0]!.key]);
    expect(codes(result)).toContain('roster.furtherEnrolment');
  });

  it('every row of a student can be matched', () => {
    const { people } = assemble(
      { name: '王小雨', studentNumber: `L${CHILD}`, id: OTHER },
      { name: '王小雨', studentNumber: `L${CHILD}`, id: CHILD },
    );
    for (const id of [OTHER, CHILD])
      expect(only(reconcile(people, listsOf([entry({ id })]), [], POLICY))).toMatchObject({
        state: 'matched',
        student: `L${CHILD}`,
      });
  });

  it('one ID, two names: two students, both flagged, neither matched by it', () => {
    const result = assemble({ name: '王小雨', id: CHILD }, { name: '王小雪', id: CHILD });
    expect(result.students.map((s) => s.conflicts)).toEqual([['sharedId'], ['sharedId']]);
    expect(codes(result)).toEqual(['roster.sharedId', 'roster.sharedId']);
    const outcome = only(reconcile(result.people, listsOf([entry({ id: CHILD })]), [], POLICY));
    expect(outcome).toMatchObject({ state: 'review', reason: 'sharedInRoster' });
    expect(outcome.candidates).toHaveLength(2);
  });

  it('one student number, two names: the same, and it is no key', () => {
    const result = assemble(
      { name: '王小雨', studentNumber: `L${CHILD}` },
      { name: '王小雪', studentNumber: `L${CHILD}` },
    );
    expect(result.students.map((s) => s.conflicts)).toEqual([
      ['sharedStudentNumber'],
      ['sharedStudentNumber'],
    ]);
    for (const { key } of result.students) expect(key).toMatch(/^S-[0-9a-f]{24}$/);
  });

  it('an ID in the column of one and in the G number of another is shared', () => {
    const result = assemble(
      { name: '王小雨', id: CHILD },
      { name: '王小雪', studentNumber: `G${CHILD}`, id: TWIN },
    );
    expect(result.students.map((s) => s.conflicts)).toEqual([['sharedId'], ['sharedId']]);
  });

  it('twins and namesakes stay apart', () => {
    expect(assemble({ name: '王小雨', id: CHILD }, { name: '王小雨', id: TWIN }).students).toHaveLength(2);
    expect(assemble({ name: '王小雨', school: '1' }, { name: '王小雨', school: '2' }).students).toHaveLength(
      2,
    );
    expect(
      assemble({ name: '王小雨', otherCells: '一班' }, { name: '王小雨', otherCells: '二班' }).students,
    ).toHaveLength(2);
    // Digits that a spreadsheet flattened are the same for many.
    const flat = `${CHILD.slice(0, 15)}000`;
    expect(
      assemble({ name: '王小雨', id: flat, school: '1' }, { name: '王小雨', id: flat, school: '2' }).students,
    ).toHaveLength(2);
    expect(
      assemble({ name: '王小雨', id: CHILD, idNotText: true }, { name: '王小雨', id: CHILD, school: '2' })
        .students,
    ).toHaveLength(2);
  });

  it('says when one student has two IDs or two numbers', () => {
    expect(
      codes(
        assemble(
          { name: '王小雨', studentNumber: `L${CHILD}`, id: OTHER },
          { name: '王小雨', studentNumber: `L${CHILD}`, id: CHILD },
        ),
      ),
    ).toContain('roster.idsDiffer');
    const result = assemble(
      { name: '王小雨', id: CHILD, studentNumber: `L${OTHER}` },
      { name: '王小雨', id: CHILD, studentNumber: `G${CHILD}` },
    );
    expect(codes(result)).toContain('roster.numbersDiffer');
    expect(result.students[0]!.key).toBe(`G${CHILD}`);
  });

  it('a row in which nothing can be read is invalid, and counted', () => {
    const result = assemble(
      { name: '合计：3', id: '' },
      { name: '' },
      { name: '2', id: '无', studentNumber: '/' },
    );
    expect(result.rows.map((r) => r.state)).toEqual(['student', 'invalid', 'invalid']);
    expect(codes(result).filter((c) => c === 'roster.invalidRow')).toHaveLength(2);
    expect(result.equations).toEqual([
      { id: 'EQ3', left: 3, right: 3, holds: true },
      { id: 'EQ3:roster.csv', left: 3, right: 3, holds: true },
    ]);
  });

  it('says no ID where there is no G number, and takes any text', () => {
    const result = assemble(
      { name: '王小雨', id: CHILD },
      { name: '王\u{D800}', id: '\u{DC00}', otherCells: '\u{D801}' },
    );
    for (const { key } of result.students) expect(key).toMatch(/^S-[0-9a-f]{24}$/);
    expect(JSON.stringify(result.issues)).not.toMatch(/王|[0-9]{8}/);
  });

  it('keeps a key without a number when school and class change, and lengthens it where two would meet', () => {
    const key = (row: Partial<Row>): string => assemble(row).students[0]!.key;
    const row = { name: '王小雨', id: CHILD };
    expect(key({ ...row, school: '9', otherCells: '二班' })).toBe(key(row));
    expect(key({ ...row, id: TWIN })).not.toBe(key(row));
    const namesakes = assemble({ name: '王小雨', school: '1' }, { name: '王小雨', school: '2' });
    expect(new Set(namesakes.students.map((s) => s.key)).size).toBe(2);
  });

  it('a key without a number is the same whichever of the rows comes first', () => {
    const number = `L${CHILD}`;
    const [one, two] = [CHILD, OTHER].map((id) => ({ name: '王小雨', id, studentNumber: number }));
    // Another student has the number too, so that it is no key.
    const other = { name: '李明', studentNumber: number };
    const keys = (...rows: Partial<Row>[]) => assemble(...rows).students.map((s) => s.key);
    expect(keys(one!, two!, other)).toHaveLength(2);
    expect(keys(two!, one!, other)).toEqual(keys(one!, two!, other));
    expect(keys(one!, two!, one!, other)).toEqual(keys(one!, two!, other));
  });

  it('one of two IDs, or of two numbers, that another has is shared', () => {
    const conflicts = (...rows: Partial<Row>[]) =>
      assemble(...rows)
        .students.map((s) => s.conflicts.join())
        .sort();
    const number = `L${CHILD}`;
    const own = [CHILD, OTHER].map((id) => ({ name: '王小雨', id, studentNumber: number }));
    for (const id of [CHILD, OTHER])
      expect(conflicts(...own, { name: '李明', id })).toEqual(['sharedId', 'sharedId']);
    expect(conflicts(...own, { name: '李明', id: TWIN })).toEqual(['', '']);
    const numbers = [`L${CHILD}`, `J${TWIN}`].map((studentNumber) => ({
      name: '王小雨',
      id: CHILD,
      studentNumber,
    }));
    for (const { studentNumber } of numbers)
      expect(conflicts(...numbers, { name: '李明', studentNumber })).toEqual([
        'sharedStudentNumber',
        'sharedStudentNumber',
      ]);
  });

  it('says of a repeat which row it repeats, and of a student in how many rows the numbers differ', () => {
    const of = (code: string, ...rows: Partial<Row>[]) =>
      assemble(...rows)
        .issues.filter((issue) => issue.code === code)
        .map(({ values, place, severity }) => [severity, values, place]);
    const row = { name: '王小雨', id: CHILD };
    const [place, first] = [
      { file: 'roster.csv', row: 3 },
      { firstFile: 'roster.csv', firstRow: 2 },
    ];
    expect(of('roster.exactDuplicate', row, row)).toEqual([['warning', first, place]]);
    expect(of('roster.furtherEnrolment', row, { ...row, school: '9' })).toEqual([['warning', first, place]]);
    expect(
      of(
        'roster.numbersDiffer',
        { ...row, studentNumber: `L${OTHER}` },
        { ...row, studentNumber: `J${TWIN}` },
      ),
    ).toEqual([['warning', { rows: 2 }, { file: 'roster.csv', row: 2 }]]);
    expect(of('roster.sharedId', row, { ...row, name: '李明' })).toEqual([
      ['warning', {}, { file: 'roster.csv', row: 2 }],
      ['warning', {}, place],
    ]);
  });

  it('what a spreadsheet may have cut joins nobody, and is no second ID', () => {
    // Fifteen digits: an ID of 1920, or the beginning of one of 2011.
    const either = { name: '王小雨', id: '990102201105052' };
    expect(assemble({ ...either, school: '1' }, { ...either, school: '2' }).students).toHaveLength(2);
    const old = { name: '王小雨', id: '990102860214118' };
    expect(assemble({ ...old, school: '1' }, { ...old, school: '2' }).students).toHaveLength(1);
    expect(codes(assemble({ name: '王小雨', id: `${CHILD.slice(0, 15)}000` }))).not.toContain(
      'roster.idsDiffer',
    );
    expect(codes(assemble({ name: '王小雨', id: CHILD, studentNumber: `G${CHILD}` }))).toEqual([]);
  });

  it('hands a cell that was no text on as that, and what is not there as blank', () => {
    const { people, rows } = assemble(
      { name: '王小雨', id: CHILD, idNotText: true },
      { name: '李明', id: OTHER, idNotText: false },
      { name: '李明', id: OTHER, otherCells: '' },
    );
    expect([...people].map((p) => p.idNotText ?? false).sort()).toEqual([false, true]);
    expect(rows.map(({ reason }) => reason)).toEqual(['firstRow', 'firstRow', 'exactDuplicate']);
  });

  const tiny = fc.array(
    fc.record({
      name: fc.constantFrom('王一', '王二', '李一', '', '王?'),
      id: fc.constantFrom(
        '',
        CHILD,
        TWIN,
        ` ${CHILD}`,
        `${CHILD.slice(0, 15)}000`,
        ADULT,
        '无',
        idOf('20140305', 221),
      ),
      studentNumber: fc.constantFrom('', `G${CHILD}`, `L${CHILD}`, `J${TWIN}`, `g${TWIN}`, '0131'),
      school: fc.constantFrom('1', '2'),
      otherCells: fc.constantFrom('', '一班'),
    }),
    { maxLength: 9 },
  );

  it('conserves rows, gives each student one key, and does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(tiny, fc.infiniteStream(fc.nat()), (cells, order) => {
        const rows = rowsOf(...cells);
        const result = assembleRoster(rows);
        expect(result.equations.filter((e) => !e.holds)).toEqual([]);
        expect(result.rows.map((r) => r.row)).toEqual(rows);
        const keys = result.students.map((s) => s.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set([...result.people].map((p) => p.key))).toEqual(new Set(keys));
        for (const { row, student, state } of result.rows) {
          expect(student === undefined).toBe(state === 'invalid');
          // Nobody is merged with somebody of another name.
          const merged = result.students.find((s) => s.key === student);
          if (merged !== undefined) expect(new Set(merged.rows.map((r) => r.name)).size).toBe(1);
          if (merged !== undefined) expect(merged.rows[0].name).toBe(row.name);
        }
        const shuffled = rows
          .map((row) => ({ row, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        expect(JSON.stringify(assembleRoster(shuffled))).toBe(JSON.stringify(result));
      }),
      { numRuns: 500 },
    );
  });
});
