import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ListEntry,
  type Reconciliation,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import {
  ADULT,
  bytes,
  CHILD,
  decision,
  entry,
  idOf,
  listsOf,
  OTHER,
  POLICY,
  person,
  statusOf,
} from './world.js';

const a = person('a', { id: CHILD, studentNumber: `G${CHILD}`, guardians: [{ name: '王建国', id: ADULT }] });
const b = person('b', { id: OTHER, name: '李明', guardians: [{ name: '王建国', id: ADULT }] });

const claimsOn = (result: Reconciliation, student: string) =>
  (result.claims.get(student)?.claims ?? []).map((c) => [
    c.list,
    c.evidence,
    c.source.row,
    c.state,
    c.strength,
  ]);

describe('claims on a student', () => {
  it('name every row that is about the student or may be, with what ties it, in the order of their places', () => {
    const rows = [
      entry({ id: CHILD, row: 5 }),
      entry({ id: CHILD, row: 9 }),
      entry({ id: CHILD, list: 'orphans', in: ['orphan'], row: 4, studentNumber: '' }),
      entry({ id: ADULT, name: '王建国', means: 'household', list: 'urban', row: 3 }),
      entry({ name: '王小雨', list: 'urban', row: 8 }),
      entry({ studentNumber: `G${CHILD}`, list: 'urban', row: 7, in: [] }),
    ];
    const lists = listsOf(rows, { asOf: '2025-09-01', validUntil: '2026-02-28' });
    const result = reconcile([a, b], lists, [], POLICY);
    expect(claimsOn(result, 'a')).toEqual([
      ['orphans', 'list', 4, 'matched', 'exactId'],
      ['rural', 'list', 5, 'matched', 'exactId'],
      ['rural', 'list', 9, 'duplicate', 'exactId'],
      ['urban', 'list', 3, 'matched', 'household'],
      ['urban', 'list', 7, 'lapsed', 'exactStudentNumber'],
      ['urban', 'list', 8, 'review', 'candidate'],
    ]);
    expect(result.claims.get('a')?.claims[0]).toMatchObject({
      standing: { in: ['orphan'] },
      asOf: '2025-09-01',
      validUntil: '2026-02-28',
      stale: false,
    });
    expect(claimsOn(result, 'b')).toEqual([['urban', 'list', 3, 'matched', 'household']]);
  });

  it('of a row that a person decided, and of its repeat, say so', () => {
    const rows = [
      entry({ id: ADULT, name: '李小明', relation: '之子', row: 5 }),
      entry({ id: ADULT, name: '李小明', relation: '之子', row: 6 }),
    ];
    const result = reconcile(
      [a, b],
      listsOf(rows),
      [decision({ row: 5, state: 'matched', student: 'b' })],
      POLICY,
    );
    expect(claimsOn(result, 'b')).toEqual([
      ['rural', 'list', 5, 'matched', 'decision'],
      ['rural', 'list', 6, 'duplicate', 'decision'],
    ]);
  });

  it('of a row that names another file than the one it came in have no day, and are not called old', () => {
    const [list] = listsOf([entry({ id: CHILD })], { asOf: '2025-09-01', stale: true }).filter(
      ({ list }) => list === 'rural',
    );
    const claim = (file: string) =>
      reconcile([a, b], [{ ...list!, file }], [], POLICY).claims.get('a')?.claims[0];
    expect(claim('rural.xls')).toMatchObject({ asOf: '2025-09-01', stale: true });
    expect(claim('other.xls')?.stale).toBe(false);
    expect(claim('other.xls')).not.toHaveProperty('asOf');
  });

  it('are none where no row speaks of the student', () => {
    expect(reconcile([a, b], listsOf([entry({ id: CHILD })]), [], POLICY).claims.has('b')).toBe(false);
  });
});

describe('a comparison result beside a raw list', () => {
  const compared = (over: Parameters<typeof entry>[0]) =>
    entry({ file: 'compared.csv', evidence: 'comparison', ...over });
  const both = (rows: readonly ListEntry[], people: readonly RosterPerson[] = [a, b]) =>
    reconcile(people, listsOf([...rows, compared({ id: OTHER, name: '赵云', row: 99 })]), [], POLICY);
  const agreement = (result: Reconciliation, student: string) => result.claims.get(student)?.compared;
  const differing = (result: Reconciliation) =>
    result.issues.filter(({ code }) => code === 'match.comparisonDiffers').map(({ values }) => values);

  it('is evidence of its own, not a repeat; both are kept, and that they agree is said', () => {
    const result = both([entry({ id: CHILD }), compared({ studentNumber: `G${CHILD}`, row: 3 })]);
    expect(claimsOn(result, 'a').map(([, evidence, , state]) => [evidence, state])).toEqual([
      ['comparison', 'matched'],
      ['list', 'matched'],
    ]);
    expect(agreement(result, 'a')).toEqual([{ category: 'dibao', agree: 'both' }]);
    expect(differing(result)).toEqual([]);
    expect(result.equations.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('that differs is for people, and the student is in by either', () => {
    const result = both([entry({ id: CHILD }), compared({ id: OTHER, name: '李明', row: 3 })]);
    expect(agreement(result, 'a')).toEqual([{ category: 'dibao', agree: 'onlyList' }]);
    expect(agreement(result, 'b')).toEqual([]);
    const sure = reconcile(
      [a, b],
      listsOf([entry({ id: CHILD }), compared({ id: OTHER, name: '李明', row: 3 })]),
      [],
      POLICY,
    );
    expect(agreement(sure, 'b')).toEqual([{ category: 'dibao', agree: 'onlyComparison' }]);
    expect(differing(sure)).toEqual([{ category: 'dibao', onlyList: 1, onlyComparison: 1 }]);
    expect([statusOf(sure, 'a', 'dibao'), statusOf(sure, 'b', 'dibao')]).toEqual(['in', 'in']);
  });

  it('needs no name beside a student number, and any name that is there has to be the student’s', () => {
    const state = (over: Parameters<typeof entry>[0]) =>
      reconcile([a, b], listsOf([entry({ studentNumber: `G${CHILD}`, ...over })]), [], POLICY).outcomes[0]!;
    expect(state({ name: '', evidence: 'comparison' })).toMatchObject({ state: 'matched', student: 'a' });
    expect(state({ name: '', studentNumber: '', id: CHILD, evidence: 'comparison' }).state).toBe('review');
    expect(state({ name: '王晓雨', evidence: 'comparison' }).state).toBe('review');
    expect(state({ name: '' }).state).toBe('review');
  });

  it('says nothing where a row is still with a person, or only one kind covers the student', () => {
    const open = both([entry({ name: '王小雨' }), compared({ id: CHILD, row: 3 })]);
    expect(agreement(open, 'a')).toEqual([]);
    const lists = listsOf([entry({ id: CHILD }), compared({ id: OTHER, name: '李明', row: 3 })]).map(
      (list) =>
        list.file === 'compared.csv' ? { ...list, covers: ['9901'] } : { ...list, covers: ['9902'] },
    );
    expect(agreement(reconcile([a, b], lists, [], POLICY), 'b')).toEqual([]);
    expect(differing(reconcile([a, b], listsOf([entry({ id: CHILD })]), [], POLICY))).toEqual([]);
  });

  it('is held against it category by category, in one order, where both can give it', () => {
    const rows = [
      entry({ id: CHILD, in: ['z', 'a'], unknown: ['m'] }),
      compared({ id: CHILD, row: 3, in: ['a', 'm', 'c'] }),
    ];
    const lists = listsOf(rows).map((list) => ({
      ...list,
      categories: list.file === 'compared.csv' ? ['c', 'm', 'a', 'z'] : ['z', 'm', 'x', 'a'],
    }));
    const wanted = [
      { category: 'a', agree: 'both' },
      { category: 'z', agree: 'onlyList' },
    ];
    for (const some of [lists, [...lists].reverse()])
      expect(agreement(reconcile([a, b], some, [], POLICY), 'a')).toEqual(wanted);
    expect(agreement(reconcile([a, b], lists.slice(0, 1), [], POLICY), 'a') ?? []).toEqual([]);
  });

  it('without any row is known by its file', () => {
    const lists = [
      ...listsOf([entry({ id: CHILD })]),
      { ...listsOf([])[0]!, file: 'compared.csv', evidence: 'comparison' as const },
    ];
    expect(agreement(reconcile([a, b], lists, [], POLICY), 'a')).toEqual([
      { category: 'dibao', agree: 'onlyList' },
    ]);
  });
});

describe('a row for a household or for children', () => {
  const children = fc.subarray(['a', 'b', 'c', 'd'] as const);
  const ids = [CHILD, OTHER, idOf('20140305', 219), idOf('20150911', 4)];

  it('gives each student whose guardian the person is a result of its own, and everybody ends once', () => {
    fc.assert(
      fc.property(children, fc.constantFrom('household', 'children'), fc.nat(3), (mine, means, spoilt) => {
        const roster = ['a', 'b', 'c', 'd'].map((key, i) =>
          person(key, {
            id: ids[i]!,
            name: `王${'甲乙丙丁'[i]}`,
            guardians: mine.includes(key as 'a')
              ? [{ name: i === spoilt ? '王建军' : '王建国', id: ADULT }]
              : [{ name: '赵云', id: idOf('19800101', 3) }],
          }),
        );
        const row = entry({ id: ADULT, name: '王建国', means });
        const result = reconcile(roster, listsOf([row]), [], POLICY);
        const matched = result.outcomes.filter((o) => o.state === 'matched');
        const certain = mine.filter((key) => 'abcd'.indexOf(key) !== spoilt);
        expect(matched.map((o) => [o.student, o.reason])).toEqual(
          certain.map((key) => [key, 'guardianIdAndName']),
        );
        const open = result.outcomes.filter((o) => o.state === 'review').flatMap((o) => o.candidates);
        expect(open.filter((c) => c.strong).map((c) => c.student)).toEqual(
          mine.filter((key) => 'abcd'.indexOf(key) === spoilt),
        );
        expect(result.outcomes.map((o) => o.child)).toEqual(result.outcomes.map((_, i) => i + 1));
        expect(result.equations.filter(({ holds }) => !holds)).toEqual([]);
        expect(certain.every((key) => statusOf(result, key, 'dibao') === 'in')).toBe(true);
        const again = reconcile(roster.toReversed(), listsOf([row]), [], POLICY);
        expect(bytes(again)).toBe(bytes(result));
      }),
      { numRuns: 100 },
    );
  });

  it('and a row for one of the children are two rows about one student', () => {
    const rows = [
      entry({ id: ADULT, name: '王建国', means: 'household', row: 3 }),
      entry({ id: CHILD, row: 8 }),
    ];
    const result = reconcile([a, b], listsOf(rows), [], POLICY);
    expect(result.outcomes.map((o) => [o.entry.source.row, o.student, o.state])).toEqual([
      [3, 'a', 'matched'],
      [3, 'b', 'matched'],
      [8, 'a', 'duplicate'],
    ]);
    expect(result.equations.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('whose ID stands beside another name is for a person, each student apart', () => {
    const rows = [
      entry({ id: ADULT, name: '王建国', means: 'household', row: 3 }),
      entry({ id: ADULT, name: '李秀英', list: 'orphans', in: ['orphan'], row: 4 }),
    ];
    const result = reconcile([a, b], listsOf(rows), [], POLICY);
    const ofHousehold = result.outcomes.filter((o) => o.entry.means === 'household');
    expect(
      ofHousehold.map((o) => [o.state, o.reason, o.candidates.map((c) => [c.student, c.strong])]),
    ).toEqual([
      ['review', 'sharedId', [['a', true]]],
      ['review', 'sharedId', [['b', true]]],
    ]);
  });

  it('takes several decisions, one for each student', () => {
    const roster = [
      person('a', { id: CHILD, guardians: [{ name: '', id: ADULT }] }),
      person('b', { id: OTHER, name: '李明', guardians: [{ name: '', id: ADULT }] }),
    ];
    const rows = [entry({ id: ADULT, name: '王建国', means: 'household' })];
    const decide = (...students: string[]) =>
      reconcile(
        roster,
        listsOf(rows),
        students.map((student) => decision({ state: 'matched', student })),
        POLICY,
      );
    expect(decide().outcomes.map((o) => o.state)).toEqual(['review']);
    expect(decide('b', 'a').outcomes.map((o) => [o.state, o.student])).toEqual([
      ['matched', 'a'],
      ['matched', 'b'],
    ]);
    expect(decide('b').outcomes.map((o) => [o.state, o.student])).toEqual([['matched', 'b']]);
    expect(decide('b').issues.filter(({ code }) => code.startsWith('match.decision'))).toEqual([]);
  });
});
