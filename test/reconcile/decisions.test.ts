import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntryDecision,
  type ListEntry,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import {
  ADULT,
  CHILD,
  decision,
  entry,
  idOf,
  listsOf,
  OTHER,
  only,
  POLICY,
  person,
  statusOf,
} from './world.js';

const roster = [person('a', { id: CHILD }), person('b', { id: OTHER, name: '李明' })];
const codes = (decisions: readonly EntryDecision[], entries = [entry({ id: CHILD })]) => {
  const result = reconcile(roster, listsOf(entries), decisions, POLICY);
  return {
    state: result.outcomes[0]!.state,
    reason: result.outcomes[0]!.reason,
    issues: result.issues.filter((i) => i.code.startsWith('match.decision')).map((i) => i.code),
  };
};

describe('decisions of people', () => {
  it('win over an exact match, and say so', () => {
    expect(codes([decision({ state: 'matched', student: 'b' })])).toEqual({
      state: 'matched',
      reason: 'decision',
      issues: ['match.decisionAgainstKey'],
    });
    expect(codes([decision({ state: 'deceased' })]).issues).toEqual(['match.decisionAgainstKey']);
    expect(codes([decision({ state: 'matched', student: 'a' })]).issues).toEqual([]);
  });

  it.each<[string, Partial<EntryDecision>[], string]>([
    ['name nobody', [{ state: 'matched', student: 'zz' }], 'match.decisionUnknownStudent'],
    ['match without a student', [{ state: 'matched' }], 'match.decisionIncomplete'],
    ['name a student for nothing', [{ student: 'a' }], 'match.decisionIncomplete'],
    ['lack who', [{ by: ' ' }], 'match.decisionIncomplete'],
    ['lack why', [{ because: '' }], 'match.decisionIncomplete'],
    ['lack when', [{ on: '2025-02-30' }], 'match.decisionIncomplete'],
    ['contradict each other', [{}, { state: 'deceased' }], 'match.decisionsContradict'],
    [
      'differ in the student',
      [
        { state: 'matched', student: 'a' },
        { state: 'matched', student: 'b' },
      ],
      'match.decisionsContradict',
    ],
  ])('that %s leave the entry to a person', (_, given, issue) => {
    expect(codes(given.map(decision))).toEqual({
      state: 'review',
      reason: 'decisionUnclear',
      issues: [issue],
    });
  });

  it('that agree are one; the newest is shown', () => {
    const result = reconcile(
      roster,
      listsOf([entry({ id: ADULT })]),
      [decision({ on: '2025-10-12' }), decision({ on: '2025-10-14' }), decision({ on: '2025-10-13' })],
      POLICY,
    );
    expect(only(result).proof?.on).toBe('2025-10-14');
  });

  it('that agree on one day are shown alike in whatever order they come', () => {
    const shown = (...given: readonly Partial<EntryDecision>[]) =>
      [given, [...given].reverse()].map(
        (some) => only(reconcile(roster, listsOf([entry({ id: ADULT })]), some.map(decision), POLICY)).proof,
      );
    const proof = { by: 'a', on: '2025-10-12', because: '学校核实' };
    expect(shown({ by: 'b' }, { by: 'a' })).toEqual([proof, proof]);
    expect(shown({ by: 'a', because: '甲' }, { by: 'a', because: '乙' })).toEqual([
      { ...proof, because: '乙' },
      { ...proof, because: '乙' },
    ]);
    expect(shown({ by: 'a', on: '2025-10-11' }, { by: 'b' })).toEqual([
      { ...proof, by: 'b' },
      { ...proof, by: 'b' },
    ]);
  });

  it('about no row are reported', () => {
    expect(codes([decision({ row: 77 })])).toEqual({
      state: 'matched',
      reason: 'exactId',
      issues: ['match.decisionOrphan'],
    });
    expect(codes([decision({ sheet: '别处' })]).issues).toEqual(['match.decisionOrphan']);
  });

  it('without a sheet fit the one row, and not two', () => {
    const one = [entry({ id: CHILD, sheet: '一' })];
    expect(codes([decision()], one)).toMatchObject({ state: 'notEnrolledHere' });
    // A sheet without a name is no sheet.
    expect(codes([decision({ sheet: '' })])).toMatchObject({ state: 'notEnrolledHere' });
    expect(codes([decision({ sheet: '' })], one).issues).toEqual(['match.decisionOrphan']);
    const two = [...one, entry({ id: OTHER, name: '李明', sheet: '二' })];
    expect(codes([decision()], two)).toEqual({
      state: 'review',
      reason: 'decisionUnclear',
      issues: ['match.decisionAmbiguous'],
    });
    expect(codes([decision(), decision({ sheet: '一' })], two).reason).toBe('decisionUnclear');
    expect(codes([decision({ sheet: '一' })], two)).toMatchObject({
      state: 'notEnrolledHere',
      reason: 'decision',
    });
  });

  it('hold for a repeat of the same person in the list, so that nobody is asked twice', () => {
    const rows = [
      entry({ id: ADULT, name: '李小明', relation: '之子', row: 5 }),
      entry({ id: ADULT, name: '李小明', relation: '之子', row: 3, in: [], unknown: ['dibao'] }),
    ];
    const result = reconcile(
      roster,
      listsOf(rows),
      [decision({ row: 5, state: 'matched', student: 'b' })],
      POLICY,
    );
    expect(result.outcomes.map((o) => [o.entry.source.row, o.state, o.student])).toEqual([
      [3, 'duplicate', 'b'],
      [5, 'matched', 'b'],
    ]);
    expect(statusOf(result, 'b', 'dibao')).toBe('in');
    const gone = reconcile(roster, listsOf(rows), [decision({ row: 5 })], POLICY);
    expect(gone.outcomes.map((o) => o.state)).toEqual(['duplicate', 'notEnrolledHere']);
    expect(statusOf(gone, 'b', 'dibao')).toBe('out');
  });

  it('of two kinds about the same name and number leave the other rows open', () => {
    const rows = [3, 4, 5, 6].map((row) => entry({ id: ADULT, name: '李小明', relation: '之子', row }));
    const result = reconcile(
      roster,
      listsOf(rows),
      [decision({ row: 3 }), decision({ row: 4, state: 'matched', student: 'b' })],
      POLICY,
    );
    expect(result.outcomes.map((o) => o.state)).toEqual(['notEnrolledHere', 'matched', 'review', 'review']);
  });

  it('that bring two rows to one student leave one of them counting', () => {
    const rows = [entry({ name: '甲', row: 3, in: [] }), entry({ name: '乙', row: 4 })];
    const result = reconcile(
      roster,
      listsOf(rows),
      [
        decision({ row: 3, state: 'matched', student: 'a' }),
        decision({ row: 4, state: 'matched', student: 'a' }),
      ],
      POLICY,
    );
    expect(result.outcomes.map((o) => o.state)).toEqual(['duplicate', 'matched']);
    expect(statusOf(result, 'a', 'dibao')).toBe('in');
  });
});

describe('a decision with the content that was shown', () => {
  const at = (over: Parameters<typeof entry>[0] = {}) =>
    entry({ name: '李明', relation: '之子', row: 7, ...over });
  const row = at();
  const people = [person('a', { id: CHILD }), person('b', { id: OTHER, name: '李明' })];
  const run = (
    list: readonly ListEntry[],
    given: readonly EntryDecision[] = [],
    on: readonly RosterPerson[] = people,
  ) => reconcile(on, listsOf(list), given, POLICY);
  const asked = (list: readonly ListEntry[], on: readonly RosterPerson[] = people) => only(run(list, [], on));
  const taken = (over: Partial<EntryDecision> = {}) =>
    decision({ row: 7, state: 'matched', student: 'b', content: asked([row]).content ?? '', ...over });
  const ended = (
    list: readonly ListEntry[],
    given: readonly EntryDecision[],
    on: readonly RosterPerson[] = people,
  ) => {
    const result = run(list, given, on);
    return {
      ends: result.outcomes.map((o) => [o.state, o.reason]),
      issues: result.issues.filter((i) => i.code.startsWith('match.decision')).map((i) => i.code),
    };
  };
  const DECIDED = { ends: [['matched', 'decision']], issues: [] };
  const AGAIN = (...issues: string[]) => ({ ends: [['review', 'idMissing']], issues });

  it('holds wherever the row stands now, in another file and sheet too', () => {
    expect(ended([row], [taken()])).toEqual(DECIDED);
    expect(ended([at({ row: 31, file: 'new.xls', sheet: '二' })], [taken()])).toEqual(DECIDED);
  });

  it('does not hold for another row that has come to stand in its place', () => {
    const other = entry({ name: '王小雨', row: 7 });
    expect(ended([other], [taken()])).toEqual(AGAIN('match.decisionEntryChanged'));
    expect(ended([at({ row: 31 }), other], [taken()])).toEqual({
      ends: [
        ['review', 'idMissing'],
        ['matched', 'decision'],
      ],
      issues: [],
    });
  });

  it('about nobody of the list any more is reported', () => {
    expect(ended([entry({ name: '王小雨', row: 9 })], [taken()])).toEqual(AGAIN('match.decisionOrphan'));
    expect(ended([at({ list: 'urban', row: 9 })], [taken()])).toEqual(AGAIN('match.decisionOrphan'));
  });

  it('is asked again when somebody new may be meant, or the one who was meant has changed', () => {
    const newcomer = [...people, person('c', { id: idOf('20130101', 5), name: '李明' })];
    expect(ended([row], [taken()], newcomer)).toEqual(AGAIN('match.decisionCandidatesChanged'));
    const corrected = [people[0]!, person('b', { id: idOf('20120811', 35), name: '李明' })];
    expect(ended([row], [taken()], corrected)).toEqual(AGAIN('match.decisionCandidatesChanged'));
    expect(
      ended([row], [taken()], [...people, person('c', { id: idOf('20130101', 5), name: '赵云' })]),
    ).toEqual(DECIDED);
  });

  it('is asked again when the row has changed, and not when only its standing has', () => {
    expect(ended([at({ id: OTHER.slice(1) })], [taken()]).issues).toEqual(['match.decisionEntryChanged']);
    expect(ended([at({ in: ['other'] })], [taken()]).ends).toEqual([['matched', 'decision']]);
  });

  it('of two rows that are gone goes to the same of those that are left in whatever order they come', () => {
    const twins = [row, at({ row: 8 })];
    const content = run(twins).outcomes[0]?.content ?? '';
    const given = [
      decision({ row: 7, state: 'notAStudent', content }),
      decision({ row: 8, state: 'deceased', content }),
    ];
    const moved = [at({ row: 30 }), at({ row: 31 })];
    const wanted = {
      ends: [
        ['notAStudent', 'decision'],
        ['deceased', 'decision'],
      ],
      issues: [],
    };
    expect(ended(moved, given)).toEqual(wanted);
    expect(ended(moved, [...given].reverse())).toEqual(wanted);
  });

  it('may be taken twice of one row, before it moved and after', () => {
    const given = [taken(), taken({ row: 9, on: '2025-10-20' })];
    expect(ended([at({ row: 31 })], given)).toEqual(DECIDED);
    expect(only(run([at({ row: 31 })], given)).proof?.on).toBe('2025-10-20');
  });

  it('is of the list that it names, whatever list the content is of', () => {
    const other = decision({ list: 'urban', file: 'urban.xls', row: 7, content: taken().content ?? '' });
    const urban = at({ list: 'urban', name: '王小雨' });
    expect(ended([row, urban], [taken(), other])).toEqual({
      ends: [
        ['matched', 'decision'],
        ['review', 'idMissing'],
      ],
      issues: ['match.decisionEntryChanged'],
    });
  });

  it('is asked again when anything that was shown of a candidate has changed, and not when only the order has', () => {
    const shown = (on: readonly RosterPerson[]) => asked([row], on).content;
    const two = (first: Partial<RosterPerson>, second: Partial<RosterPerson>): RosterPerson[] => [
      person('b', { name: '李明', id: OTHER, ...first }),
      person('b', { name: '李明', id: OTHER, source: { file: 'r', row: 9 }, ...second }),
    ];
    const first = two({}, { id: idOf('20120811', 35) });
    expect(shown([...first].reverse())).toBe(shown(first));
    const contents = [
      first,
      two({}, {}),
      two({}, { id: idOf('20120811', 36) }),
      two({}, { studentNumber: `L${idOf('20120811', 44)}` }),
      two({ name: '黎明' }, { name: '黎明' }),
      two({ name: '黎明' }, {}),
    ].map(shown);
    expect(new Set(contents).size).toBe(contents.length);
    // Where a cell says nothing, nothing has changed.
    expect(shown(two({}, { id: '' }))).toBe(shown(two({}, {})));
    expect(shown(two({}, { hukou: '', school: '乙' }))).toBe(shown(two({}, {})));
  });

  it('holds though a column came that says nothing, or went', () => {
    const content = taken().content;
    for (const over of [
      { area: '' },
      { school: '' },
      { means: 'person' as const },
      { evidence: 'list' as const },
      { householdComplete: false },
    ])
      expect(asked([at(over)]).content).toBe(content);
  });

  it('answers one row of those that say the same, and never another', () => {
    const OPEN = ['review', 'idMissing'];
    const NOBODY = ['notAStudent', 'decision'];
    const twins = [row, at({ row: 8 })];
    const contents = run(twins).outcomes.map((o) => o.content ?? '');
    expect(contents[0]).toBe(contents[1]);
    const said = (at: number, over: Partial<EntryDecision> = {}): EntryDecision =>
      decision({ row: at, state: 'notAStudent', content: contents[0] ?? '', ...over });
    // The row where it was said, in whatever order; the other is still asked.
    expect(ended(twins, [said(8)])).toEqual({ ends: [OPEN, NOBODY], issues: [] });
    expect(ended(twins, [said(7), said(8, { state: 'matched', student: 'b' })])).toEqual({
      ends: [NOBODY, ['matched', 'decision']],
      issues: [],
    });
    // Elsewhere each takes one, and nobody is asked anew.
    const moved = [at({ row: 31 }), at({ row: 30, file: 'new.xls' })];
    expect(ended(moved, [said(7), said(8)])).toEqual({ ends: [NOBODY, NOBODY], issues: [] });
    expect(ended(moved, [said(8)]).ends.filter(([state]) => state === 'review')).toHaveLength(1);
    // One more, one less: who knows which of them it was.
    expect(ended([...twins, at({ row: 9 })], [said(7), said(8)])).toEqual({
      ends: [OPEN, OPEN, OPEN],
      issues: ['match.decisionCandidatesChanged', 'match.decisionCandidatesChanged'],
    });
    expect(ended([row], [said(7)])).toEqual(AGAIN('match.decisionCandidatesChanged'));
    expect(ended(twins, [taken()])).toEqual({
      ends: [OPEN, OPEN],
      issues: ['match.decisionCandidatesChanged'],
    });
  });

  it('tells rows that say the same of whom apart by what they give, wherever they stand', () => {
    const current = at({ row: 7 });
    const other = at({ row: 8, in: ['other'] });
    const [first, second] = run([current, other]).outcomes.map((o) => o.content ?? '');
    expect(first).not.toBe(second);
    const given = [
      decision({ row: 7, state: 'matched', student: 'b', content: first ?? '' }),
      decision({ row: 8, state: 'notAStudent', content: second ?? '' }),
    ];
    const swapped = run([at({ row: 8 }), at({ row: 7, in: ['other'] })], given);
    expect(swapped.outcomes.map(({ entry: { standing }, state }) => [standing.in[0], state])).toEqual([
      ['other', 'notAStudent'],
      [current.standing.in[0], 'matched'],
    ]);
  });

  it('answers a match that other rows put in doubt', () => {
    const rows = [
      entry({ id: CHILD }),
      entry({ id: CHILD, name: '王小雪', list: 'orphans', in: ['orphan'] }),
    ];
    const doubted = run(rows).outcomes.find((o) => o.entry.list === 'rural')!;
    expect([doubted.state, doubted.reason]).toEqual(['review', 'sharedId']);
    const answer = decision({ state: 'matched', student: 'a', content: doubted.content ?? '' });
    const after = run(rows, [answer]).outcomes.find((o) => o.entry.list === 'rural')!;
    expect([after.state, after.reason]).toEqual(['matched', 'decision']);
  });

  it('is never asked for twice: whatever is decided of what was shown stays decided', () => {
    const cells = fc.constantFrom('李明', '王小雨', '李铭', '');
    const ids = fc.constantFrom('', CHILD, OTHER, ADULT, CHILD.slice(1), `${OTHER.slice(0, 15)}000`);
    const rows = fc.array(fc.record({ name: cells, id: ids, means: fc.constantFrom('person', 'children') }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, (made) => {
        const list = made.map((one, i) => entry({ ...one, row: i + 2 }));
        const first = run(list);
        const answers = first.outcomes
          .filter((o) => o.state === 'review')
          .map((o) => decision({ row: o.entry.source.row, content: o.content ?? '' }));
        const moved = made.map((one, i) => entry({ ...one, row: 40 - i, file: 'next.xls' }));
        const second = run(moved, answers);
        expect(second.outcomes.filter((o) => o.state === 'review')).toEqual([]);
        expect(second.issues.filter((i) => /match\.decision(?!AgainstKey)/.test(i.code))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
