import type { Candidate } from './candidate.js';
import { candidatesFor } from './candidates.js';
import type { MatchContext, ReadEntry } from './context.js';
import type { EntryReason } from './reasons.js';
import { reviewKind } from './review-kind.js';
import type { Link } from './search/links.js';
import type { Verdict } from './verdict.js';

/** An entry that a person has to look at, with everybody it may be about. */
export function inReview(
  read: ReadEntry,
  context: MatchContext,
  links: ReadonlyMap<number, readonly Link[]>,
  because: EntryReason,
): Verdict {
  const found = candidatesFor(read, context, links);
  const { candidates } = found;
  const reason = withCandidates(because, candidates);
  return { state: 'review', reason, kind: reviewKind(reason, candidates), ...found };
}

/** That nobody was found, or that a namesake has another ID, can only be said once everybody was looked for. */
function withCandidates(because: EntryReason, candidates: readonly Candidate[]): EntryReason {
  if (because === 'noCandidate') return candidates.length > 0 ? 'othersNear' : because;
  // The entry's ID is valid, so that the one a single slip away, or cut short, is not.
  const faulty = candidates.some(
    ({ strong, evidence }) =>
      strong && evidence.some(({ code }) => code === 'idOneSlip' || code === 'idBeginning'),
  );
  return because === 'sameNameOtherId' && faulty ? 'rosterIdInvalid' : because;
}
