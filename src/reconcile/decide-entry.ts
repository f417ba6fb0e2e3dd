import type { MatchContext, ReadEntry } from './context.js';
import { type KeyMatch, matchByKeys, whyNotFound } from './key-match.js';
import { ageFinding } from './not-a-student.js';
import type { EntryReason } from './reasons.js';
import { inReview } from './review.js';
import { linksOf } from './search/links.js';
import type { EntryDecision, ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** What people decided about an entry: usable, or not. `further`: of a row that speaks for several, the other students. */
export type DecidedBy =
  | { readonly decision: EntryDecision; readonly further?: readonly EntryDecision[] }
  | 'unclear';

/**
 * The state of one entry, from the entry, the roster, the policy and the decisions about it, and from nothing
 * else, whatever its status columns say. What rows say together comes afterwards, and so do lapsed rows.
 */
export function decideEntry(read: ReadEntry, context: MatchContext, decided: DecidedBy | undefined): Verdict {
  if (decided === 'unclear')
    return inReview(read, context, linksOf(context.roster, read.reading), 'decisionUnclear');
  if (decided !== undefined) return byDecision(decided.decision);
  if (read.reading.empty) return { state: 'invalid', reason: 'nothingToRead', candidates: [] };
  return byKeys(read, context);
}

/** A row whose status columns say that it is no longer current, with what it would have been. */
export function lapse({ standing }: ListEntry, verdict: Verdict): Verdict {
  const { in: current, unknown } = standing;
  if (current.length > 0 || unknown.length > 0) return verdict;
  if (verdict.reason === 'decision' || verdict.reason === 'decisionUnclear' || verdict.state === 'invalid')
    return verdict;
  const { kind: _kind, shown: _shown, namesakesNotHeld: _notHeld, ...rest } = verdict;
  return {
    ...rest,
    state: 'lapsed',
    reason: 'notCurrent',
    proof: { readAs: verdict.state, because: verdict.reason },
  };
}

/** The state by the keys alone, whatever stands in the row's status columns and whatever people decided. */
export function byKeys(read: ReadEntry, context: MatchContext): Verdict {
  const links = linksOf(context.roster, read.reading);
  const match = matchByKeys(read, context, links);
  if (match !== null)
    return typeof match === 'string' ? inReview(read, context, links, match) : matched(match, context);
  const finding = ageFinding(read, context);
  if (finding === null) return inReview(read, context, links, whyNotFound(read, context));
  if (!finding.proved) return inReview(read, context, links, finding.reason);
  return { state: 'notAStudent', reason: finding.reason, candidates: [], proof: finding.proof };
}

/** The verdict of an entry that its keys match. */
export const matched = (
  { student, reason }: Exclude<KeyMatch, EntryReason>,
  { roster }: Pick<MatchContext, 'roster'>,
): Verdict => ({ state: 'matched', reason, student: roster.students.keyOf(student), candidates: [] });

function byDecision(decision: EntryDecision): Verdict {
  const { state, student, by, on, because } = decision;
  const proof = { by, on, because };
  return student === undefined
    ? { state, reason: 'decision', candidates: [], proof }
    : { state, reason: 'decision', student, candidates: [], proof };
}
