import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntryDecision,
  type ListEntry,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { openReconciliation } from '../../src/reconcile/open-reconciliation.js';
import { nameForms } from '../../src/roster/index.js';
import { ADULT, CHILD, decision, entry, idOf, listsOf, OTHER, POLICY, person } from './world.js';

// A person written twice on a list is asked about once, and two persons are never taken for one.

const ends = (
  people: readonly RosterPerson[],
  rows: readonly ListEntry[],
  decisions: readonly EntryDecision[] = [],
) =>
  reconcile(people, listsOf(rows), decisions, POLICY).outcomes.map(({ state, reason, proof }) =>
    state === 'duplicate' ? `${state} of ${proof?.row}` : `${state} ${reason}`,
  );
const nobody = (n: number): string => idOf('20150607', n);

describe('rows of one person on a list', () => {
  it('are told from those of another who is there twice too', () => {
    const rows = [1, 2, 1, 2, 1].map((n, i) => entry({ id: nobody(n), name: '李明', row: 3 + i }));
    expect(ends([], rows)).toEqual([
      'review noCandidate',
      'review noCandidate',
      'duplicate of 3',
      'duplicate of 4',
      'duplicate of 3',
    ]);
    const names = ['李明', '王一', '李明', '王一'].map((name, i) =>
      entry({ id: nobody(i % 2), name, row: 3 + i }),
    );
    expect(ends([], names).slice(2)).toEqual(['duplicate of 3', 'duplicate of 4']);
  });

  it('count by the one whose standing is best, the first of those alike', () => {
    const standing = [
      { in: [] },
      { in: [], unknown: ['dibao'] },
      { in: ['dibao'] },
      { in: ['dibao'] },
      { in: [], unknown: ['dibao'] },
    ];
    const rows = standing.map((over, i) => entry({ id: CHILD, row: 3 + i, ...over }));
    const people = [person('a', { id: CHILD })];
    const kept = (some: readonly ListEntry[]) =>
      reconcile(people, listsOf(some), [], POLICY)
        .outcomes.filter(({ state }) => state !== 'duplicate' && state !== 'lapsed')
        .map((o) => o.entry.source.row);
    expect(kept(rows)).toEqual([5]);
    expect(kept([rows[0]!, rows[1]!, rows[4]!])).toEqual([4]);
    const asked = rows.map((row) => ({ ...row, id: nobody(1) }));
    expect(kept(asked.slice(1))).toEqual([5]);
    expect(kept([asked[1]!, asked[4]!])).toEqual([4]);
  });

  it('count by the first, whether the number brought it to the student or a person', () => {
    const people = [person('a', { id: CHILD })];
    const rows = [entry({ id: CHILD, row: 3 }), entry({ id: '', name: '李明', row: 4 })];
    const said = decision({ row: 4, state: 'matched', student: 'a' });
    expect(ends(people, rows, [said])).toEqual(['matched exactId', 'duplicate of 3']);
    const turned = rows.map((row, i) => ({ ...row, source: { ...row.source, row: 4 - i } }));
    expect(ends(people, turned, [{ ...said, row: 3 }])).toEqual(['matched decision', 'duplicate of 3']);
  });

  it('that ended differently are two', () => {
    const adult = (row: number, relation: string) => entry({ id: ADULT, name: '王建国', relation, row });
    expect(ends([], [adult(3, '户主'), adult(4, '之子')])).toEqual([
      'notAStudent adultByBirthDate',
      'review outOfAgeChildRelation',
    ]);
    expect(ends([], [adult(3, '户主'), adult(4, '之子'), adult(5, '户主'), adult(6, '之子')])).toEqual([
      'notAStudent adultByBirthDate',
      'review outOfAgeChildRelation',
      'duplicate of 3',
      'duplicate of 4',
    ]);
  });

  it('of which nothing says that they are one stay apart', () => {
    // No ID; a name that cannot be told from another; another list; a comparison beside the raw list.
    const bare = (row: number) => entry({ id: '', name: '李明', row });
    expect(ends([], [bare(3), bare(4)])).toEqual(['review idMissing', 'review idMissing']);
    const lost = (row: number) => entry({ id: nobody(1), name: '李□', row });
    expect(ends([], [lost(3), lost(4)])).toEqual(['review nameUnreadable', 'review nameUnreadable']);
    const whole = (over: Parameters<typeof entry>[0]) => entry({ id: nobody(1), name: '李明', ...over });
    expect(ends([], [whole({}), whole({ list: 'urban' })])).toEqual([
      'review noCandidate',
      'review noCandidate',
    ]);
    expect(ends([], [whole({}), whole({ evidence: 'comparison', file: 'compared.xls' })])).toEqual([
      'review noCandidate',
      'review noCandidate',
    ]);
    // Two files of one list are one list.
    expect(ends([], [whole({ row: 7 }), whole({ file: 'z.xls' })])).toEqual([
      'review noCandidate',
      'duplicate of 7',
    ]);
  });

  it('that a decision leaves unclear are asked about one by one', () => {
    const row = (at: number) => entry({ id: nobody(1), name: '李明', row: at });
    const unusable = (at: number) => decision({ row: at, by: '' });
    expect(ends([], [row(3), row(4)], [unusable(3), unusable(4)])).toEqual([
      'review decisionUnclear',
      'review decisionUnclear',
    ]);
    expect(ends([], [row(3), row(4), row(5)], [unusable(3)])).toEqual([
      'review decisionUnclear',
      'review noCandidate',
      'duplicate of 4',
    ]);
  });

  it('that hit one student under two names are asked about one by one where they have no ID', () => {
    const number = `G${CHILD}`;
    const people = [
      person('a', { studentNumber: number }),
      person('a', { name: '王雨', studentNumber: number, source: { file: 'r', row: 3 } }),
    ];
    const rows = ['王小雨', '王小雨', '王雨'].map((name, i) =>
      entry({ id: '', studentNumber: number, name, row: 3 + i }),
    );
    expect(ends(people, rows)).toEqual([
      'review studentOfTwoNames',
      'review studentOfTwoNames',
      'review studentOfTwoNames',
    ]);
    expect(ends(people, rows.slice(0, 2))).toEqual(['matched exactStudentNumber', 'duplicate of 3']);
  });

  it('whose ID stands beside another name stay in doubt, an unusable decision or none', () => {
    const people = [person('a', { id: CHILD })];
    const rows = [entry({ id: CHILD }), entry({ id: CHILD, name: '李明', row: 3 })];
    expect(ends(people, rows)).toEqual(['review sharedId', 'review nameDiffers']);
    expect(ends(people, rows, [decision({ row: 3, by: '' })])).toEqual([
      'review sharedId',
      'review decisionUnclear',
    ]);
    expect(ends(people, rows, [decision({ row: 3 })])).toEqual([
      'matched exactId',
      'notEnrolledHere decision',
    ]);
  });

  it('who are nobody here stay so beside another name of their ID, written once or twice', () => {
    const rows = ['李明', '李明', '张三'].map((name, i) => entry({ id: OTHER, name, row: 3 + i }));
    expect(ends([person('a', { id: CHILD })], rows)).toEqual([
      'review noCandidate',
      'duplicate of 3',
      'review noCandidate',
    ]);
  });

  it('a comparison without a name is one with nothing', () => {
    const rows = [
      entry({ id: CHILD }),
      entry({ id: CHILD, name: '李明', row: 3 }),
      ...[4, 5].map((row) =>
        entry({
          id: CHILD,
          name: '',
          studentNumber: `G${CHILD}`,
          evidence: 'comparison',
          file: 'z.xls',
          row,
        }),
      ),
    ];
    const people = [person('a', { id: CHILD, studentNumber: `G${CHILD}` })];
    expect(ends(people, rows).slice(2)).toEqual(['review sharedId', 'review sharedId']);
    expect(ends(people, rows.slice(2))).toEqual(['matched exactStudentNumber', 'duplicate of 4']);
  });
});

it('rows that have nothing in common leave each other as they are', () => {
  const people = [
    person('a', { id: CHILD }),
    person('b', { id: OTHER, name: '李明' }),
    person('c', { studentNumber: `L${nobody(7)}`, name: '赵云' }),
  ];
  const rows = [
    entry({ id: CHILD, row: 3 }),
    entry({ id: OTHER, name: '李明', row: 4 }),
    entry({ id: '', studentNumber: `L${nobody(7)}`, name: '赵云', row: 5 }),
    entry({ id: CHILD, row: 6, list: 'urban' }),
    entry({ id: OTHER, name: '李明', row: 7, list: 'urban' }),
    entry({ id: '', name: '王□', row: 8 }),
    entry({ id: nobody(1), name: '钱一', row: 9 }),
    entry({ id: nobody(2), name: '孙□', row: 10 }),
    entry({ id: ADULT, name: '王建国', relation: '户主', row: 11 }),
    entry({ id: '', name: '', row: 12 }),
    entry({ id: nobody(3), name: '周二', means: 'children', row: 13 }),
  ];
  const alone = rows.map((row) => ends(people, [row])[0]);
  for (const order of [rows, [...rows].reverse()]) {
    const moved = order.map((row, i) => ({ ...row, source: { ...row.source, row: 20 + i } }));
    const together = reconcile(people, listsOf(moved), [], POLICY).outcomes;
    for (const { entry: own, state, reason } of together)
      expect(`${state} ${reason}`).toBe(alone[rows.indexOf(order[moved.indexOf(own)]!)]);
  }
  // Nor does what is repeated for what is not.
  const twice = [...rows, ...rows.slice(0, 3)].map((row, i) => ({
    ...row,
    source: { ...row.source, row: 30 + i },
  }));
  const found = reconcile(people, listsOf(twice), [], POLICY).outcomes;
  expect(found.filter(({ state }) => state === 'duplicate')).toHaveLength(3);
  expect(found.filter(({ reason }) => reason === 'sharedId' || reason === 'studentOfTwoNames')).toEqual([]);
});

it('what is to be decided of a row has the names beside its ID, and of a row without one none', () => {
  const rows = [
    entry({ id: '', name: '李明', row: 3 }),
    entry({ id: nobody(1), name: '李明', row: 4 }),
    entry({ id: nobody(2), name: '李明', row: 5 }),
    entry({ id: nobody(2), name: '王一', row: 6 }),
  ];
  const open = openReconciliation([], listsOf(rows), [], POLICY);
  expect(rows.map((_, place) => open.taskAt(place)?.namesBeside)).toEqual([0, 1, 2, 2]);
});

it('a repeat is of a row of the same list and kind that says the same of who, or hits the same student', () => {
  const rows = fc.array(
    fc.record({
      id: fc.constantFrom(CHILD, OTHER, nobody(1), ADULT, ''),
      name: fc.constantFrom('王小雨', '李明', '王□雨'),
      list: fc.constantFrom('rural', 'rural', 'urban'),
      evidence: fc.constantFrom('list' as const, 'list' as const, 'comparison' as const),
      relation: fc.constantFrom('户主', '之子'),
      in: fc.constantFrom(['dibao'], []),
    }),
    { minLength: 2, maxLength: 10 },
  );
  const people = [person('a', { id: CHILD }), person('b', { id: OTHER, name: '李明' })];
  let repeats = 0;
  const holds = (made: readonly Parameters<typeof entry>[0][]): void => {
    const list = made.map((one, i) =>
      entry({ ...one, row: i + 2, file: `${one?.list}-${one?.evidence}.xls` }),
    );
    const { outcomes } = reconcile(people, listsOf(list), [], POLICY);
    const group = ({ entry: e }: (typeof outcomes)[number]): string => `${e.list} ${e.evidence}`;
    const who = ({ entry: e }: (typeof outcomes)[number]): string | null =>
      e.id !== '' && nameForms(e.name).certain ? `${group({ entry: e } as never)} ${e.id} ${e.name}` : null;
    for (const one of outcomes) {
      if (one.state !== 'duplicate') {
        // Of those that say the same of who, and ended alike, one counts.
        const alike = outcomes.filter(
          (other) => who(other) !== null && who(other) === who(one) && other.state === one.state,
        );
        if (one.state !== 'lapsed' && who(one) !== null) expect(alike).toEqual([one]);
        continue;
      }
      repeats += 1;
      const of = outcomes.find(
        ({ entry: { source } }) => source.file === one.proof?.file && String(source.row) === one.proof?.row,
      )!;
      expect(of.state).not.toBe('duplicate');
      expect(of.state).toBe(one.proof?.state);
      expect(group(of)).toBe(group(one));
      if (one.reason === 'samePerson') expect(who(of)).toBe(who(one));
      expect(one.student).toBe(of.student);
    }
  };
  fc.assert(fc.property(rows, holds), {
    numRuns: 60,
    examples: [
      [
        [CHILD, CHILD].map((id) => ({
          id,
          list: 'rural',
          evidence: 'list' as const,
          name: '王小雨',
          relation: '之子',
          in: ['dibao'],
        })),
      ],
    ],
  });
  expect(repeats).toBeGreaterThan(0);
});
