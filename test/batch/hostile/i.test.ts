import { describe, expect, it } from 'vitest';
import type { RunEnd } from '../../../src/batch/index.js';
import { ANNE, BO, CY, DI, FILES, idOf, JOB, runWorld } from '../run/world.js';

// Identity that is wrong, damaged or somebody else's, from the cell to the determination.

interface Entry {
  readonly state: string;
  readonly reason: string;
  readonly student?: string;
  readonly candidates?: readonly { readonly student: string; readonly strong: boolean }[];
}

const textOf = (end: RunEnd, path: string): string =>
  new TextDecoder().decode(end.run?.files.find((file) => file.path === path)?.bytes);
const linesOf = (end: RunEnd, path: string) =>
  textOf(end, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly row: number; readonly entries?: readonly Entry[] });
/** The entry of a row of the list of the civil affairs department. */
const entryAt = (end: RunEnd, row: number): Entry | undefined =>
  linesOf(end, 'ledger/civil.ndjson').find((line) => line.row === row)?.entries?.[0];
const determined = (end: RunEnd, student: string) =>
  end.run?.determinations.find((one) => one.student === student);
const dibao = (end: RunEnd, student: string) =>
  determined(end, student)?.categories.find((one) => one.category === 'dibao')?.status;
const findings = (end: RunEnd, code: string) => end.issues.filter((issue) => issue.code === code);

/** A run over a list of these names and numbers, and the promises that hold whatever they are. */
async function run(
  people: readonly (readonly [name: string, id: string])[],
  changes: Readonly<Record<string, string>> = {},
  job: string = JOB,
): Promise<RunEnd> {
  const rows = people.map(([name, id]) => `${name},${id},低保\n`).join('');
  const end = await runWorld({ 'civil.csv': `姓名,证件号,类别\n${rows}`, ...changes }, {}, job);
  expect(end.run?.summary.equations.filter((one) => !one.holds)).toEqual([]);
  const said = JSON.stringify(end.issues);
  for (const [name, id] of people) {
    expect(said).not.toContain(name);
    if (id.length > 7) expect(said).not.toContain(id);
  }
  return end;
}

const rosterWith = (from: string, to: string): Record<string, string> => {
  const roster = FILES['roster.csv']!;
  expect(roster).toContain(from);
  return { 'roster.csv': roster.replace(from, to) };
};
const wide = (id: string): string =>
  [...id].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)).join('');

describe('identity', () => {
  it('H-I1: a wrong check character is said, and the child is found beside it', async () => {
    const end = await run([['安安', `${ANNE.slice(0, 17)}${ANNE.endsWith('1') ? '2' : '1'}`]]);
    expect(findings(end, 'id.checksum')).toMatchObject([
      { severity: 'warning', values: { count: 1, list: 'civil' }, place: { file: 'civil.csv', row: 2 } },
    ]);
    expect(entryAt(end, 2)).toMatchObject({
      state: 'review',
      reason: 'idInvalid',
      candidates: [{ student: `G${ANNE}`, strong: true }],
    });
    expect([dibao(end, `G${ANNE}`), end.exit]).toEqual(['unknown', 1]);
  });

  it('H-I2: a small x is X, on the list and on the roster', async () => {
    const sequence = [...Array(99).keys()].find((n) => idOf('20150301', n).endsWith('X'))!;
    const id = idOf('20150301', sequence);
    const swap = (file: string, to: string) => FILES[file]!.replaceAll(ANNE, to);
    for (const [listed, held] of [
      [id.toLowerCase(), id],
      [id, id.toLowerCase()],
    ] as const) {
      const files = { 'roster.csv': swap('roster.csv', held), 'survey.csv': swap('survey.csv', id) };
      const end = await run([['安安', listed]], files);
      expect(entryAt(end, 2)).toMatchObject({ state: 'matched', student: `G${id}` });
      expect(findings(end, 'id.lowerX')).toMatchObject([{ severity: 'note', values: { count: 1 } }]);
    }
  });

  it('H-I3: wide digits are digits', async () => {
    const end = await run([['安安', wide(ANNE)]]);
    expect(entryAt(end, 2)).toMatchObject({ state: 'matched', student: `G${ANNE}` });
    expect(findings(end, 'id.width')).toMatchObject([{ severity: 'note' }]);
  });

  it('H-I4: an apostrophe and blanks are no part of a number', async () => {
    const end = await run([
      ['安安', `'${ANNE}  `],
      ['白白', `\u00a0${BO}\u00a0`],
    ]);
    expect([2, 3].map((row) => entryAt(end, row)?.student)).toEqual([`G${ANNE}`, `G${BO}`]);
    expect(findings(end, 'id.apostrophe')).toMatchObject([{ severity: 'note', values: { count: 1 } }]);
    expect(findings(end, 'id.whitespace')).toMatchObject([{ severity: 'note', values: { count: 2 } }]);
  });

  it('H-I5: scientific notation is the beginning of a number: a person looks, and the column is named once', async () => {
    const end = await run([
      ['安安', '9.90102201503E+17'],
      ['白白', '9.90102201504E+17'],
    ]);
    for (const [row, student] of [
      [2, `G${ANNE}`],
      [3, `G${BO}`],
    ] as const) {
      expect(entryAt(end, row)).toMatchObject({ state: 'review', reason: 'idDamaged' });
      expect(entryAt(end, row)?.candidates?.[0]).toMatchObject({ student, strong: true });
    }
    expect(findings(end, 'id.scientific')).toMatchObject([
      { severity: 'warning', values: { count: 2 }, place: { file: 'civil.csv', row: 2 } },
    ]);
  });

  it('H-I6: three or four zeros at the end are what a spreadsheet leaves', async () => {
    const end = await run([
      ['安安', `${ANNE.slice(0, 15)}000`],
      ['白白', `${BO.slice(0, 14)}0000`],
    ]);
    expect([2, 3].map((row) => entryAt(end, row)?.state)).toEqual(['review', 'review']);
    expect(entryAt(end, 2)?.candidates?.[0]).toMatchObject({ student: `G${ANNE}`, strong: true });
    expect(entryAt(end, 3)?.candidates?.[0]).toMatchObject({ student: `G${BO}`, strong: true });
    expect(findings(end, 'id.endsInZeros')).toMatchObject([{ severity: 'warning', values: { count: 2 } }]);
  });

  it('H-I7: 15 digits may be an old number or the beginning of a new one: said, and never settled by it alone', async () => {
    const end = await run([['钱大', '990102700101011']]);
    expect(entryAt(end, 2)?.state).toBe('review');
    expect(findings(end, 'id.fifteenDigits')).toMatchObject([{ severity: 'note' }]);
    expect(findings(end, 'id.maybeCut')).toMatchObject([{ severity: 'warning' }]);
  });

  it('H-I8: a residence permit is a number of its own and matches; of a travel document nothing can be checked', async () => {
    const permit = idOf('20150402', 13, '810000');
    const end = await run([['白白', permit]], rosterWith(`,${BO},`, `,${permit},`));
    expect(entryAt(end, 2)).toMatchObject({ state: 'matched', student: `G${BO}` });
    expect(findings(end, 'id.residencePermit').map((issue) => issue.severity)).toContain('note');

    const travel = await run([['白白', 'H1234567800']]);
    expect(entryAt(travel, 2)).toMatchObject({
      state: 'review',
      reason: 'idUnreadable',
      candidates: [{ student: `G${BO}`, strong: true }],
    });
    expect(findings(travel, 'id.travelDocument')).toMatchObject([{ severity: 'note' }]);
  });

  it.each([
    ['H-I9: a day that no calendar has', '20150231', 'id.birthDate'],
    ['H-I10: a birth after the day that counts', '20330301', 'id.bornAfterAsOf'],
  ])('%s', async (_, birth, code) => {
    const end = await run([['安安', idOf(birth, 11)]]);
    expect(entryAt(end, 2)).toMatchObject({
      state: 'review',
      reason: 'idInvalid',
      candidates: [{ student: `G${ANNE}`, strong: true }],
    });
    expect(findings(end, code)).toMatchObject([
      { severity: 'warning', place: { file: 'civil.csv', row: 2 } },
    ]);
  });

  it('H-I11: one number on two students matches neither, and both wait for a person', async () => {
    const end = await run([['安安', ANNE]], rosterWith(`丁丁,G${DI},${DI}`, `丁丁,L${DI},${ANNE}`));
    expect(findings(end, 'roster.sharedId').map((issue) => issue.place)).toEqual([
      { file: 'roster.csv', row: 2 },
      { file: 'roster.csv', row: 5 },
    ]);
    expect(entryAt(end, 2)).toMatchObject({ state: 'review', reason: 'sharedInRoster' });
    expect(entryAt(end, 2)?.candidates?.map((one) => [one.student, one.strong])).toEqual([
      [`G${ANNE}`, true],
      [`L${DI}`, true],
    ]);
    expect([`G${ANNE}`, `L${DI}`].map((student) => dibao(end, student))).toEqual(['unknown', 'unknown']);
  });

  it('H-I12: a student in two schools is one student, held for a person, with both schools', async () => {
    const again = `3499000002,安安,G${ANNE},${ANNE},1,990102,高中,二年级,农村,安父,\n`;
    const end = await run([['安安', ANNE]], { 'roster.csv': FILES['roster.csv']! + again });
    expect(findings(end, 'roster.furtherEnrolment')).toMatchObject([
      { severity: 'warning', values: { firstFile: 'roster.csv', firstRow: 2 }, place: { row: 6 } },
    ]);
    const anne = determined(end, `G${ANNE}`);
    expect([anne?.outcome, anne?.open?.because]).toEqual([
      'undetermined',
      expect.arrayContaining(['conflict']),
    ]);
    expect(JSON.stringify(anne)).toContain('2199000001');
    expect(JSON.stringify(anne)).toContain('3499000002');
    expect(dibao(end, `G${ANNE}`)).toBe('in');
  });

  it('H-I13: twins stay two, each with their own row', async () => {
    const twin = idOf('20150301', 13);
    const row = `2199000001,安宁,G${twin},${twin},1,990102,小学,一年级,农村,安父,\n`;
    const both = { 'roster.csv': FILES['roster.csv']! + row };
    const end = await run([['安宁', twin]], both);
    expect(entryAt(end, 2)).toMatchObject({ state: 'matched', student: `G${twin}` });
    expect([dibao(end, `G${ANNE}`), dibao(end, `G${twin}`)]).toEqual(['out', 'in']);
    // The number of one with the name of the other says two things: nobody is taken, both are held.
    const torn = await run([['安安', twin]], both);
    expect(entryAt(torn, 2)?.state).toBe('review');
    expect([dibao(torn, `G${ANNE}`), dibao(torn, `G${twin}`)]).toEqual(['unknown', 'unknown']);
  });

  it('H-I14: without an ID the student number finds the student', async () => {
    const end = await run([['白白', `G${BO}`]], rosterWith(`,${BO},`, ',,'));
    expect(entryAt(end, 2)).toMatchObject({
      state: 'matched',
      reason: 'exactStudentNumber',
      student: `G${BO}`,
    });
  });

  it('H-I15: a row of a parent makes no beneficiary of the child', async () => {
    const father = idOf('19850101', 11);
    const end = await run([['安父', father]]);
    expect(entryAt(end, 2)?.state).not.toBe('matched');
    expect(dibao(end, `G${ANNE}`)).not.toBe('in');
  });

  it('H-I16: a student on two lists keeps both, and the floor', async () => {
    const job = JOB.replace(
      '  civil:\n',
      '  civil:\n    - file: civil-2.csv\n      list_date: 2025-09-01\n      covers: ["99"]\n      columns: { name: 姓名, id: 证件号 }\n      fixed: { kind: on_dibao }\n',
    );
    const end = await run([['陈陈', CY]], { 'civil-2.csv': `姓名,证件号\n陈陈,${CY}\n` }, job);
    const category = determined(end, `G${CY}`)?.categories.find((one) => one.category === 'dibao');
    expect(category?.status).toBe('in');
    expect(category?.evidence.map((one) => [one.file, one.row]).sort()).toEqual([
      ['civil-2.csv', 2],
      ['civil.csv', 2],
    ]);
    expect(determined(end, `G${CY}`)?.open?.tiers ?? [determined(end, `G${CY}`)?.recommended?.tier]).toEqual([
      'special',
      'hard',
    ]);
  });
});
