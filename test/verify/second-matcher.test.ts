import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntryDecision, EntryOutcome, ListEntry } from '../../src/reconcile/index.js';
import { assembleRoster, EXACT_POLICY, type RosterRow, reconcile } from '../../src/reconcile/index.js';
import { asJson, ListLedger, lines, recordLine, rosterLedger } from '../../src/record/index.js';
import { CHECKS, verifyRun } from '../../src/verify/index.js';
import { idOf } from '../batch/run/world.js';
import { folderOf, type Texts } from './folder.js';

// Two matchers that share no code, on tiny worlds where everything collides: few names, few dates, few sequences, and
// every way in which a cell is written or damaged.

const AS_OF = { y: 2025, m: 10, d: 10 };
const POLICY = {
  ...EXACT_POLICY,
  asOf: AS_OF,
  expected: [
    { list: 'rural', categories: ['dibao'] },
    { list: 'orphans', categories: ['orphan'] },
  ],
};

const IDS = ['20140305', '20141205'].flatMap((birth) => [100, 217, 219, 3].map((n) => idOf(birth, n)));
const ADULTS = [idOf('19860214', 118), idOf('19560101', 8), idOf('20240101', 9)];
const NAMES = ['王一', '王二', '李一', '陈·一', '陳一', '王喆', '王哲'];

const wide = (id: string): string =>
  [...id].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
const WAYS: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => id.toLowerCase(),
  (id) => ` ${id}\u{A0}`,
  (id) => `'${id}`,
  wide,
  (id) => `${id}41`,
  (id) => `G${id}`,
  (id) => `身份证：${id}`,
  (id) => `${id.slice(0, 17)}${id.endsWith('7') ? '8' : '7'}`,
  (id) => `${id.slice(0, 15)}000`,
  (id) => id.slice(0, 15),
  (id) => id.slice(1),
  (id) => id.slice(0, 6) + id.slice(8, 17),
  (id) => id.replace('1', 'l'),
  () => '',
  () => '无',
];
const someone = fc.constantFrom(...IDS, ...ADULTS);
const idCell = fc.oneof(
  { weight: 5, arbitrary: someone },
  { weight: 4, arbitrary: fc.tuple(someone, fc.constantFrom(...WAYS)).map(([id, way]) => way(id)) },
);
const nameCell = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '王 一',
      '陈•一',
      '王一（小）',
      '1.王一',
      '王?',
      '',
      '王\u{E863}',
      '张(韦华)',
      'A一',
    ),
  },
);
const numberCell = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('G', 'L', 'J', 'g'), someone).map(([sign, id]) => sign + id),
  },
  { weight: 1, arbitrary: fc.constantFrom('2014030512', '无') },
);
const whole = fc.nat({ max: 200 }).map((n) => ({
  name: NAMES[n % NAMES.length] as string,
  id: IDS[n % IDS.length] as string,
}));
const mixed = fc.record({ name: nameCell, id: idCell });
const who = fc.oneof({ weight: 3, arbitrary: whole }, { weight: 2, arbitrary: mixed });
const rarely = fc.nat({ max: 7 }).map((n) => n === 0);

const guardians = fc.array(
  fc.record({ name: fc.constantFrom('王父', '王一', ''), id: fc.constantFrom(...ADULTS, '') }),
  { maxLength: 2 },
);

const rosterRows = fc
  .array(
    fc.record({
      who,
      studentNumber: numberCell,
      idNotText: rarely,
      school: fc.constantFrom('1', '2'),
      guardians,
    }),
    {
      maxLength: 7,
    },
  )
  .map((rows) =>
    rows.map(
      ({ who: { name, id }, studentNumber, idNotText, school, guardians: named }, i): RosterRow => ({
        source: { file: 'roster.csv', row: i + 1 },
        name,
        id,
        ...(idNotText ? { idNotText } : {}),
        studentNumber,
        school,
        hukou: '',
        guardians: named,
      }),
    ),
  );

const entries = fc
  .array(
    fc.record({
      list: fc.constantFrom('rural', 'orphans'),
      who,
      studentNumber: numberCell,
      idNotText: rarely,
      relation: fc.constantFrom('', '子', '户主'),
      standing: fc.constantFrom<string[]>(['in'], ['in'], ['in'], ['unknown'], []),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ who: { name, id }, standing, list, ...cells }, i): ListEntry => {
      const gives = list === 'rural' ? ['dibao'] : ['orphan'];
      return {
        list,
        source: { file: `${list}.csv`, row: i + 1 },
        member: 1,
        name,
        id,
        ...cells,
        standing: {
          in: standing.includes('in') ? gives : [],
          unknown: standing.includes('unknown') ? gives : [],
        },
      };
    }),
  );

function ledgerOf(outcomes: readonly EntryOutcome[]): string {
  const records: string[] = [];
  const ledger = new ListLedger([], (record) => records.push(recordLine(record)));
  for (const outcome of outcomes) ledger.entry(outcome);
  ledger.close();
  return records.join('');
}

const CHECKED: readonly string[] = ['roster', 'entries', 'matches', 'repeats', 'leftOut'];

it('agrees with the engine about every entry of every tiny world', () => {
  const decided = fc.array(fc.record({ at: fc.nat({ max: 7 }), to: fc.option(fc.nat({ max: 6 })) }), {
    maxLength: 2,
  });
  fc.assert(
    fc.property(rosterRows, entries, decided, (rows, all, decisions) => {
      const roster = assembleRoster(rows, { asOf: AS_OF });
      const byPersons = decisions.flatMap(({ at, to }): EntryDecision[] => {
        const entry = all[at];
        const student = to === null ? undefined : roster.students[to]?.key;
        if (entry === undefined) return [];
        const base = {
          list: entry.list,
          ...entry.source,
          member: 1,
          by: 'group',
          on: '2025-10-01',
          because: '核实',
        };
        return [
          student === undefined
            ? { ...base, state: 'notEnrolledHere' }
            : { ...base, state: 'matched', student },
        ];
      });
      const lists = ['rural', 'orphans'].map((list) => {
        const own = all.filter((entry) => entry.list === list);
        const count = { rowsWithEntries: own.length, rowsOfNoPerson: 0, physicalRows: own.length };
        const categories = list === 'rural' ? ['dibao'] : ['orphan'];
        return { list, file: `${list}.csv`, categories, covers: [], stale: false, entries: own, ...count };
      });
      const { outcomes } = reconcile(roster.people, lists, byPersons, POLICY);
      const one = (value: unknown): string => `${JSON.stringify(value)}\n`;
      const texts: Texts = {
        'rules/rules.json': one({ lists: { rural: {}, orphans: {} }, categories: {}, tiers: [] }),
        'rules/policy.json': one(POLICY),
        'inputs.json': one({ files: [], sheets: byPersons.map(() => ({ role: 'decisions', data: 1 })) }),
        'inputs/roster.ndjson': lines(rows.map(({ source, ...cells }) => asJson({ ...source, ...cells }))),
        'inputs/entries.ndjson': lines(all.map(({ source, ...cells }) => asJson({ ...source, ...cells }))),
        'ledger/roster.ndjson': lines(rosterLedger(roster.rows, [])),
        ...Object.fromEntries(
          ['rural', 'orphans'].map((list) => [
            `ledger/${list}.ndjson`,
            ledgerOf(outcomes.filter((o) => o.entry.list === list)),
          ]),
        ),
        'determinations.ndjson': lines(roster.students.map(({ key }) => ({ student: key }))),
      };
      const wrong = verifyRun(folderOf(texts))
        .checks.filter(({ id }) => CHECKED.includes(id))
        .flatMap(({ id, findings }) =>
          findings.filter((f) => f.severity === 'error').map((f) => ({ id, ...f })),
        );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('names its checks in the order in which they are made', () => {
  expect(verifyRun([]).checks.map((check) => check.id)).toEqual(CHECKS);
});
