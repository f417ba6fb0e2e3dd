import type { EntryOutcome } from '../../src/reconcile/index.js';

/**
 * Where a row ended, measured against the truth about it.
 *
 * - `matched`: automatically, to the student it is about; a repeat of such a row too.
 * - `review`: with a person, the true student among the candidates; or, of somebody who is no student, just with a person.
 * - `out`: called no student, and it is none.
 * - `unlisted`: with a person, but the true student is not among the candidates.
 * - `dropped`: about a student, and neither matched nor with a person. Nobody will ever look at it.
 * - `wrong`: automatically, to somebody else.
 */
export const ENDS = ['matched', 'review', 'out', 'unlisted', 'dropped', 'wrong'] as const;
export type End = (typeof ENDS)[number];

export interface Judged {
  readonly end: End;
  readonly reason: string;
  /** Place of the true student among the candidates, from 1; 0 where they are not listed. */
  readonly rank: number;
  readonly candidates: number;
  /** The true student's category is not called `out` because of this row: matched, or a strong candidate. */
  readonly heldOpen: boolean;
  /** Other students whom the row holds open. */
  readonly othersHeld: number;
  /** How many candidates a person is shown. */
  readonly shown: number;
}

/** `truth`: the key of the student that the row is about; `undefined` where it is about nobody of the roster. */
export function judge(outcome: EntryOutcome, truth: string | undefined): Judged {
  const { state, student, candidates, reason } = outcome;
  const at = truth === undefined ? -1 : candidates.findIndex((candidate) => candidate.student === truth);
  const withPerson = state === 'review' || (state === 'duplicate' && outcome.proof?.state === 'review');
  const judged = (end: End, heldOpen: boolean): Judged => ({
    end,
    reason,
    rank: at + 1,
    candidates: candidates.length,
    heldOpen,
    othersHeld: withPerson ? candidates.filter((one) => one.strong && one.student !== truth).length : 0,
    shown: outcome.shown ?? candidates.length,
  });
  if (state === 'matched' || (state === 'duplicate' && student !== undefined))
    return student === truth && truth !== undefined ? judged('matched', true) : judged('wrong', false);
  if (truth === undefined) return judged(withPerson ? 'review' : 'out', false);
  if (!withPerson) return judged('dropped', false);
  return at < 0 ? judged('unlisted', false) : judged('review', candidates[at]?.strong === true);
}
