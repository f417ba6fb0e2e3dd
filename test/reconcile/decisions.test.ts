import { describe, expect, it } from 'vitest';
import { type EntryDecision, reconcile } from '../../src/reconcile/index.js';
import { ADULT, CHILD, decision, entry, listsOf, OTHER, only, POLICY, person, statusOf } from './world.js';

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
