import type { CategoryInput } from '../roster/index.js';
import type { EntryOutcome, Reconciliation, StudentClaims } from './types.js';

/** What matching found of one student. */
export interface ReconciledStudent {
  readonly key: string;
  /** The status of every category that some list gives. */
  readonly categories: readonly CategoryInput[];
  /** Which lists claim the student; left out where no row speaks of him or her. */
  readonly claims?: StudentClaims;
}

/** Where results go, one after the other. None of them is kept, so the caller may write and forget them. */
export interface ReconciliationSink {
  /** Every outcome, in the order of list, file, sheet, row, member. */
  readonly outcome: (outcome: EntryOutcome) => void;
  /** After the last outcome every student, by key. */
  readonly student: (student: ReconciledStudent) => void;
}

/** What is left of a reconciliation when its outcomes and students were handed over. */
export type ReconciliationBooks = Omit<Reconciliation, 'outcomes' | 'categories' | 'claims'>;
