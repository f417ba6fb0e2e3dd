import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntryDecision,
  type EntryOutcome,
  type ListEntry,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { nameKey, readResidentId, readStudentNumber } from '../../src/roster/index.js';
import { bytes, decision, entry, idOf, listsOf, POLICY, person } from './world.js';

/**
 * A tiny world where everything collides: two surnames, two given names, two birth dates, three sequences. A
 * mistake that depends on an index or on the order shows here in a few hundred runs, and hardly in a big one.
 */
const BIRTHS = ['20140305', '20141225'];
const IDS = BIRTHS.flatMap((birth) => [100, 217, 219].map((n) => idOf(birth, n)));
const ADULTS = [idOf('19860214', 118), idOf('19820709', 5), idOf('19560101', 8)];
const NAMES = ['王一', '王二', '李一', '李二'];

const damage = (id: string): string[] => [
  id,
  ` ${id}`,
  id.slice(0, 17) + (id.endsWith('7') ? '8' : '7'),
  `${id.slice(0, 15)}000`,
  id.slice(1),
];
const idCell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...IDS) },
  { weight: 2, arbitrary: fc.constantFrom(...IDS.flatMap(damage)) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(...IDS.map((id) => `${id}42`), ...IDS.map((id) => `G${id}`)) },
);
const nameCell = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom('', '王?', ' 王　一') },
);
const numberCell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(...IDS.flatMap((id) => [`G${id}`, `L${id}`])) },
);
const guardians = fc.array(
  fc.record({ name: fc.constantFrom('王父', '王一', ''), id: fc.constantFrom(...ADULTS) }),
  {
    maxLength: 1,
  },
);

/** Name and ID of one of six people, else of nobody in particular. */
const whole = fc.nat({ max: IDS.length - 1 }).map((n) => ({ name: NAMES[n % NAMES.length]!, id: IDS[n]! }));
const mixed = fc.record({ name: nameCell, id: idCell });
const adult = fc.constantFrom(...ADULTS).map((id) => ({ name: '李母', id }));

const rosterOf = (length: number) =>
  fc
    .array(
      fc.record({
        who: fc.oneof({ weight: 3, arbitrary: whole }, { weight: 2, arbitrary: mixed }),
        studentNumber: numberCell,
        guardians,
        idNotText: fc.nat({ max: 5 }).map((n) => n === 0),
      }),
      { maxLength: length, size: 'max' },
    )
    .map((cells) =>
      cells.map(
        ({ who, ...c }, i): RosterPerson =>
          person(`s${i}`, { ...who, ...c, hukou: i % 2 === 0 ? '990102' : '990103' }),
      ),
    );

const oneEntry = fc
  .record({
    list: fc.constantFrom('rural', 'urban', 'orphans'),
    who: fc.oneof(
      { weight: 5, arbitrary: whole },
      { weight: 4, arbitrary: mixed },
      { weight: 2, arbitrary: adult },
      { weight: 1, arbitrary: fc.record({ name: nameCell, id: fc.constantFrom(...ADULTS) }) },
    ),
    studentNumber: numberCell,
    relation: fc.constantFrom('', '', '户主', '之子', '??'),
    idNotText: fc.nat({ max: 9 }).map((n) => n === 0),
    second: fc.boolean(),
    standing: fc.constantFrom('current', 'current', 'unclear', 'lapsed', 'other'),
  })
  .map(({ who, ...c }) => ({ ...who, ...c }));
const CATEGORY: Readonly<Record<string, readonly [string, string]>> = {
  rural: ['dibao', 'dibao'],
  urban: ['dibao', 'dibao'],
  orphans: ['orphan', 'unsupported'],
};
function place(cells: readonly (typeof oneEntry extends fc.Arbitrary<infer T> ? T : never)[]): ListEntry[] {
  return cells.map(({ second, standing, ...c }, i) => {
    const [usual, other] = CATEGORY[c.list]!;
    return entry({
      ...c,
      file: second ? `${c.list}-2.xls` : `${c.list}.xls`,
      row: 2 + (i >> 1),
      member: 1 + (i & 1),
      in: standing === 'current' ? [usual] : standing === 'other' ? [other] : [],
      unknown: standing === 'unclear' ? [usual] : [],
    });
  });
}
const entriesOf = (length: number) => fc.array(oneEntry, { maxLength: length, size: 'max' }).map(place);
const decisionsOn = (entries: readonly ListEntry[], picks: readonly number[]): EntryDecision[] =>
  entries.length === 0
    ? []
    : picks.map((n): EntryDecision => {
        const { list, source, member } = entries[n % entries.length]!;
        const at = { list, file: source.file, row: source.row, member };
        return n % 3 === 0
          ? decision({ ...at, state: 'matched', student: `s${n % 5}` })
          : decision({ ...at, state: n % 3 === 1 ? 'notEnrolledHere' : 'deceased' });
      });
const picks = fc.array(fc.nat({ max: 60 }), { maxLength: 3 });

function shuffle<T>(items: readonly T[], order: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, at: order.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** What a second reader, who knows only the roster module, takes for the IDs and numbers of a row. */
function keysOf(row: { id: string; studentNumber: string; idNotText?: boolean }): {
  ids: Set<string>;
  numbers: Set<string>;
} {
  // What a number cell shows is not what was typed; letters are in no number cell.
  const id = readResidentId(row.idNotText === true && !/[A-Z]/.test(row.id) ? '' : row.id);
  const number = readStudentNumber(
    row.studentNumber === '' && id.studentNumber !== null ? id.studentNumber : row.studentNumber,
  );
  return {
    ids: new Set([id.id, number.residentId].filter((k) => k !== null)),
    numbers: new Set([number.number].filter((k) => k !== null)),
  };
}
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((k) => b.has(k));
function sharesKey(e: ListEntry, p: RosterPerson): boolean {
  const [x, y] = [keysOf(e), keysOf(p)];
  return meet(x.ids, y.ids) || meet(x.numbers, y.numbers);
}
const sameName = (e: ListEntry, p: RosterPerson): boolean =>
  nameKey(e.name) !== '' && nameKey(e.name) === nameKey(p.name);

const RANK: Readonly<Record<string, number>> = { out: 0, unknown: 1, in: 2 };

describe('in a tiny colliding world', () => {
  it('the order of roster, lists, entries and decisions changes no byte', () => {
    fc.assert(
      fc.property(
        rosterOf(7),
        entriesOf(10),
        picks,
        fc.infiniteStream(fc.nat()),
        (roster, entries, chosen, order) => {
          const lists = listsOf(entries);
          const decisions = decisionsOn(entries, chosen);
          const expected = bytes(reconcile(roster, lists, decisions, POLICY));
          const reordered = shuffle(lists, order).map((l) => ({ ...l, entries: shuffle(l.entries, order) }));
          const again = reconcile(shuffle(roster, order), reordered, shuffle(decisions, order), POLICY);
          expect(bytes(again)).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('no entry is lost, and the books balance', () => {
    fc.assert(
      fc.property(rosterOf(7), entriesOf(12), picks, (roster, entries, chosen) => {
        const result = reconcile(roster, listsOf(entries), decisionsOn(entries, chosen), POLICY);
        expect(new Set(result.outcomes.map((o) => o.entry))).toEqual(new Set(entries));
        expect(result.outcomes).toHaveLength(entries.length);
        expect(result.equations.filter((e) => !e.holds)).toEqual([]);
        expect(result.issues.filter((i) => i.severity === 'error')).toEqual([]);
        expect([...result.categories.keys()]).toEqual(roster.map((p) => p.key).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('matched: same key, same name, nobody else; and candidates leave nobody out', () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(rosterOf(7), entriesOf(10), (roster, entries) => {
        for (const o of reconcile(roster, listsOf(entries), [], POLICY).outcomes) {
          seen[o.state] = (seen[o.state] ?? 0) + 1;
          const holders = roster.filter((p) => sharesKey(o.entry, p));
          if (o.state === 'matched') {
            expect(holders.map((p) => p.key)).toEqual([o.student]);
            expect(sameName(o.entry, holders[0]!)).toBe(true);
            expect(o.entry.idNotText && o.reason === 'exactId').toBe(false);
          }
          if (o.state === 'notAStudent') {
            expect(holders).toEqual([]);
            // Nobody here has two guardians, so of a namesake only the relation can say that the ID is no parent's.
            if (roster.some((p) => sameName(o.entry, p))) expect(o.entry.relation).toBe('户主');
            expect(o.entry.relation).not.toBe('之子');
            expect(ADULTS.some((id) => readResidentId(o.entry.id).id === id)).toBe(true);
          }
          if (o.state === 'review') {
            const named = new Set(o.candidates.map((c) => c.student));
            for (const p of roster)
              if (sharesKey(o.entry, p) || sameName(o.entry, p)) expect(named.has(p.key)).toBe(true);
            for (const p of holders) expect(o.candidates.find((c) => c.student === p.key)?.strong).toBe(true);
          }
        }
      }),
      {
        numRuns: 1000,
        // One row of each state, whatever chance brings.
        examples: [
          [
            [person('s0', { id: IDS[0]!, name: NAMES[0]! })],
            [
              entry({ id: IDS[0]!, name: NAMES[0]!, row: 2 }),
              entry({ id: IDS[0]!, name: NAMES[0]!, row: 3 }),
              entry({ id: IDS[0]!, name: NAMES[0]!, row: 4, in: [] }),
              entry({ id: '', name: NAMES[1]!, row: 5 }),
              entry({ id: ADULTS[0]!, name: '李母', relation: '户主', row: 6 }),
            ],
          ],
        ],
      },
    );
    for (const state of ['matched', 'review', 'notAStudent', 'duplicate', 'lapsed'])
      expect(seen[state]).toBeGreaterThan(0);
  });

  it('one more student moves no match to somebody else, and leaves nobody out who was in', () => {
    fc.assert(
      fc.property(rosterOf(8), entriesOf(10), (roster, entries) => {
        const lists = listsOf(entries);
        const after = new Map(
          reconcile(roster, lists, [], POLICY).outcomes.map((o): [ListEntry, EntryOutcome] => [o.entry, o]),
        );
        const newcomer = roster.at(-1)?.key;
        for (const before of reconcile(roster.slice(0, -1), lists, [], POLICY).outcomes) {
          const now = after.get(before.entry)!;
          if (before.student !== undefined && now.student !== undefined)
            expect(now.student).toBe(before.student);
          if (now.state === 'notAStudent') expect(['notAStudent', 'duplicate']).toContain(before.state);
          if (before.student === undefined && now.student !== undefined) expect(now.student).toBe(newcomer);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('one more row takes no category from anybody, but for a number under two names, which a person looks at', () => {
    let asked = 0;
    fc.assert(
      fc.property(rosterOf(7), entriesOf(10), (roster, entries) => {
        const before = reconcile(roster, listsOf(entries.slice(0, -1)), [], POLICY);
        const after = reconcile(roster, listsOf(entries), [], POLICY);
        for (const [student, inputs] of before.categories) {
          for (const { category, status } of inputs) {
            const now = after.categories.get(student)!.find((c) => c.category === category)!;
            if (RANK[now.status]! >= RANK[status]!) continue;
            expect([status, now.status, now.doubt]).toEqual(['in', 'unknown', 'openMatch']);
            const torn = after.outcomes.filter((o) => ['sharedId', 'studentOfTwoNames'].includes(o.reason));
            expect(torn.some((o) => o.candidates.some((c) => c.student === student))).toBe(true);
            asked += 1;
          }
        }
      }),
      {
        numRuns: 500,
        // One number under two names, whatever chance brings.
        examples: [
          [
            [person('s0', { id: IDS[0]!, name: NAMES[0]! })],
            NAMES.slice(0, 2).map((name, i) => entry({ row: 2 + i, id: IDS[0]!, name })),
          ],
        ],
      },
    );
    expect(asked).toBeGreaterThan(0);
  });

  it('a clean row of any student with a clean key is matched or in review with the student first or among the strong', () => {
    fc.assert(
      fc.property(rosterOf(7), fc.nat(), (roster, n) => {
        const student = roster[n % Math.max(roster.length, 1)];
        if (student === undefined || nameKey(student.name) === '') return;
        const {
          state,
          student: hit,
          candidates,
        } = reconcile(
          roster,
          listsOf([entry({ name: student.name, id: student.id, studentNumber: student.studentNumber })]),
          [],
          POLICY,
        ).outcomes[0]!;
        if (state === 'matched') expect(hit).toBe(student.key);
        else
          expect([state, candidates.map((c) => c.student)]).toEqual([
            'review',
            expect.arrayContaining([student.key]),
          ]);
      }),
      { numRuns: 500 },
    );
  });
});
