import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunEnd } from '../../../src/batch/index.js';
import { FILES, idOf, JOB, runWorld } from './world.js';

// A tiny world where everything collides: what depends on the order of rows, columns or sources shows here at once.

const NAMES = ['王一', '王二', '李一'];
const IDS = [11, 13, 15].map((n) => idOf('20150301', n));
const name = fc.constantFrom(...NAMES);
const id = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...IDS) },
  { weight: 1, arbitrary: fc.constantFrom('', IDS[0]!.slice(0, 17), `${IDS[1]!.slice(0, 15)}000`) },
);
const student = fc.record({ name, id, number: fc.constantFrom(...IDS.map((one) => `G${one}`), '') });
const listed = fc.record({ name, id, kind: fc.constantFrom('低保', '低保', '其他') });

type Table = readonly (readonly string[])[];
const csv = (table: Table): string => table.map((row) => `${row.join(',')}\n`).join('');

interface World {
  readonly roster: Table;
  readonly civil: Table;
  readonly second: Table;
}

const world = fc
  .record({
    students: fc.array(student, { minLength: 2, maxLength: 6 }),
    civil: fc.array(listed, { maxLength: 6 }),
    second: fc.array(listed, { maxLength: 4 }),
  })
  .map(({ students, civil, second }): World => {
    const [head] = FILES['roster.csv']!.split('\n');
    const rows = students.map((s) => [
      '2199000001',
      s.name,
      s.number,
      s.id,
      '1',
      '990102',
      '小学',
      '一年级',
      '农村',
      '',
      '',
    ]);
    // The note keeps the two files apart: one file given twice is refused.
    const list = (entries: typeof civil, note: string): Table => [
      ['姓名', '证件号', '类别', note],
      ...entries.map((e) => [e.name, e.id, e.kind, '']),
    ];
    return { roster: [head!.split(','), ...rows], civil: list(civil, '备注'), second: list(second, '说明') };
  });

const SOURCE = `      list_date: 2025-09-01
      covers: ["99"]
      columns: { name: 姓名, id: 证件号 }
      attributes: { kind: { header: 类别, values: { 低保: on_dibao, 其他: other } } }
`;
const source = (file: string): string => `    - file: ${file}\n${SOURCE}`;
const jobWith = (files: readonly string[]): string => {
  expect(JOB).toContain(source('civil.csv'));
  return JOB.replace(source('civil.csv'), files.map(source).join(''));
};

async function runOf(of: World, files: readonly string[]): Promise<NonNullable<RunEnd['run']>> {
  const end = await runWorld(
    { 'roster.csv': csv(of.roster), 'civil.csv': csv(of.civil), 'second.csv': csv(of.second) },
    {},
    jobWith(files),
  );
  expect(end.run).toBeDefined();
  return end.run!;
}
type Run = Awaited<ReturnType<typeof runOf>>;
const textOf = (run: Run, path: string): string =>
  new TextDecoder().decode(run.files.find((file) => file.path === path)!.bytes);

/** Every byte that is said about people. */
function said(run: Run): string {
  const paths = run.files
    .map((file) => file.path)
    .filter((path) => path.startsWith('ledger/'))
    .sort();
  expect(paths).toEqual(['ledger/civil.ndjson', 'ledger/roster.ndjson']);
  return ['determinations.ndjson', ...paths].map((path) => textOf(run, path)).join('');
}

/** Each determination without where its evidence stands: evidence is listed by place, so a line is the set of its signs. */
const withoutPlaces = (run: Run): string[] =>
  textOf(run, 'determinations.ndjson')
    .split('\n')
    .map((line) => [...line.replace(/"row":\d+/g, '"row":0')].sort().join(''))
    .sort();

const turned = <T>(items: readonly T[], order: readonly number[]): T[] =>
  items
    .map((item, i) => ({ item, at: order[i % order.length]! * 100 + i }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
const columnsTurned = (table: Table, order: readonly number[]): Table =>
  table.map((row) => turned(row, order));
const rowsTurned = ([head, ...rows]: Table, order: readonly number[]): Table => [
  head!,
  ...turned(rows, order),
];
const order = fc.array(fc.nat({ max: 50 }), { minLength: 12, maxLength: 12 });

it('the order of columns, and of the files of a list, changes no byte of what is said about anybody', async () => {
  await fc.assert(
    fc.asyncProperty(world, order, async (of, by) => {
      const turn = (table: Table) => columnsTurned(table, by);
      const other = { roster: turn(of.roster), civil: turn(of.civil), second: turn(of.second) };
      const [here, there] = [
        await runOf(of, ['civil.csv', 'second.csv']),
        await runOf(other, ['second.csv', 'civil.csv']),
      ];
      expect(said(there)).toBe(said(here));
    }),
    { numRuns: 12 },
  );
});

it('the order of rows changes no determination but for where its evidence stands', async () => {
  await fc.assert(
    fc.asyncProperty(world, order, async (of, by) => {
      const turn = (table: Table) => rowsTurned(table, by);
      const other = { roster: turn(of.roster), civil: turn(of.civil), second: turn(of.second) };
      const [here, there] = [
        await runOf(of, ['civil.csv', 'second.csv']),
        await runOf(other, ['civil.csv', 'second.csv']),
      ];
      expect(withoutPlaces(there)).toEqual(withoutPlaces(here));
      expect(there.summary.equations).toEqual(here.summary.equations);
    }),
    { numRuns: 12 },
  );
});
