import { expect, test } from 'vitest';
import { type Judged, judge } from '../../scripts/eval-matching/judge.js';
import { isConserved, lost, tallyOf } from '../../scripts/eval-matching/tally.js';
import type { EntryOutcome } from '../../src/reconcile/index.js';

// What the evaluation calls found, lost and wrong, on outcomes written by hand: a matcher that drops somebody must show.

const candidate = (student: string, strong = true): EntryOutcome['candidates'][number] => ({
  student,
  strong,
  why: 'sameName',
  score: 0,
  evidence: [],
});

function ended(over: Partial<EntryOutcome>): EntryOutcome {
  return {
    entry: {
      list: 'dibao_rural',
      source: { file: 'a.xls', row: 2 },
      member: 1,
      name: '王小雨',
      id: '',
      studentNumber: '',
      relation: '',
      idNotText: false,
      standing: { in: ['dibao'], unknown: [] },
    },
    state: 'review',
    reason: 'noCandidate',
    candidates: [],
    ...over,
  };
}

const endOf = (outcome: Partial<EntryOutcome>, truth?: string): Judged['end'] =>
  judge(ended(outcome), truth).end;

test('of a student', () => {
  expect(endOf({ state: 'matched', student: 'A' }, 'A')).toBe('matched');
  expect(endOf({ state: 'matched', student: 'B' }, 'A')).toBe('wrong');
  expect(endOf({ state: 'duplicate', student: 'A', proof: { state: 'matched' } }, 'A')).toBe('matched');
  expect(endOf({ state: 'duplicate', student: 'B', proof: { state: 'matched' } }, 'A')).toBe('wrong');
  expect(endOf({ candidates: [candidate('B'), candidate('A')] }, 'A')).toBe('review');
  expect(endOf({ candidates: [candidate('B')] }, 'A')).toBe('unlisted');
  expect(endOf({ state: 'duplicate', proof: { state: 'review' }, candidates: [candidate('A')] }, 'A')).toBe(
    'review',
  );
  for (const state of ['notAStudent', 'invalid', 'lapsed', 'outOfArea'] as const)
    expect(endOf({ state, candidates: [candidate('A')] }, 'A')).toBe('dropped');
  expect(endOf({ state: 'duplicate', proof: { state: 'notAStudent' } }, 'A')).toBe('dropped');
});

test('of somebody who is no student', () => {
  expect(endOf({ state: 'matched', student: 'A' })).toBe('wrong');
  expect(endOf({ state: 'notAStudent' })).toBe('out');
  expect(endOf({ candidates: [candidate('A')] })).toBe('review');
});

test('rank and strength are those of the true student', () => {
  const candidates = [candidate('B'), candidate('A', false)];
  expect(judge(ended({ candidates }), 'A')).toMatchObject({ rank: 2, candidates: 2, heldOpen: false });
  expect(judge(ended({ candidates }), 'B')).toMatchObject({ rank: 1, heldOpen: true });
});

test('a tally counts every row once, and its 95 in 100 is of the rows in review', () => {
  const judged = Array.from({ length: 20 }, (_, i) =>
    judge(ended({ candidates: Array.from({ length: i + 1 }, (_one, at) => candidate(`S${at}`)) }), 'S2'),
  );
  const tally = tallyOf([...judged, judge(ended({ state: 'matched', student: 'S2' }), 'S2')]);
  expect(tally).toMatchObject({ rows: 21, first: 0, firstTen: 18, candidates95: 19 });
  expect([tally.ends.review, tally.ends.unlisted, tally.ends.matched]).toEqual([18, 2, 1]);
  expect([lost(tally), isConserved(tally)]).toEqual([2, true]);
  expect(isConserved({ ...tally, rows: 22 })).toBe(false);
});
