import { listsOf, type Row } from '../../fixtures/corruption/lists.js';
import {
  type EntryOutcome,
  EXACT_POLICY,
  type MatchPolicy,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { type Judged, judge } from './judge.js';

/** The policy of the evaluation: that of the library, on the day of the synthetic city. */
export const POLICY: MatchPolicy = { ...EXACT_POLICY, asOf: { y: 2025, m: 10, d: 10 }, expected: [] };

export interface JudgedRow {
  readonly row: Row;
  readonly judged: Judged;
  readonly outcome: EntryOutcome;
}

export interface Reconciled {
  readonly rows: readonly JudgedRow[];
  /** All equations of the library hold, and every row came back once. */
  readonly conserved: boolean;
  /** The library says that a parent's ID in a child's row could not be noticed. */
  readonly recallLimit: boolean;
}

/** Reconciles the rows with the roster, as a run would, and judges each by the truth. */
export function reconciled(
  roster: readonly RosterPerson[],
  rows: readonly Row[],
  policy: MatchPolicy = POLICY,
): Reconciled {
  const { lists, rowOf } = listsOf(rows);
  const result = reconcile(roster, lists, [], policy);
  const judgedRows = result.outcomes.flatMap((outcome): JudgedRow[] => {
    const row = rowOf(outcome.entry);
    if (row === undefined) return [];
    return [{ row, judged: judge(outcome, row.person.student?.key), outcome }];
  });
  return {
    rows: judgedRows,
    conserved:
      result.equations.every(({ holds }) => holds) &&
      judgedRows.length === rows.length &&
      new Set(judgedRows.map(({ row }) => row)).size === rows.length,
    recallLimit: result.issues.some(({ code }) => code === 'match.recallLimit'),
  };
}
