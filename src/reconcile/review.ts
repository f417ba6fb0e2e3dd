import type { Candidate } from './candidate.js';
import { candidatesFor, type Found } from './candidates.js';
import type { MatchContext, ReadEntry } from './context.js';
import type { EntryReason } from './reasons.js';
import { reviewKind } from './review-kind.js';
import { type Link, linksOf } from './search/links.js';
import type { Verdict } from './verdict.js';

/** An entry that a person has to look at, with everybody it may be about. */
export function inReview(
  read: ReadEntry,
  context: MatchContext,
  links: ReadonlyMap<number, readonly Link[]>,
  because: EntryReason,
): Verdict {
  if (context.statesOnly === true) return { state: 'review', reason: because, candidates: [] };
  const found = candidatesFor(read, context, links);
  return reviewOf(context, withCandidates(because, found.candidates), found);
}

/** The same with candidates that were found otherwise. */
export function reviewOf({ policy }: MatchContext, reason: EntryReason, found: Found): Verdict {
  const { candidates } = found;
  return {
    state: 'review',
    reason,
    kind: reviewKind(reason, candidates),
    ...found,
    shown: shownOf(candidates, policy.shown),
  };
}

/** Everybody whom a row may be about if it is about its person. */
export const candidatesAlone = (read: ReadEntry, context: MatchContext): Found =>
  context.statesOnly === true
    ? { candidates: [] }
    : candidatesFor(read, context, linksOf(context.roster, read.reading));

/** All the strong ones and two more to compare them with, at most as many as a person can take in. */
function shownOf(candidates: readonly Candidate[], most: number): number {
  const lastStrong = candidates.findLastIndex(({ strong }) => strong);
  const wanted = lastStrong + 3;
  return [candidates.length, wanted, most].reduce((least, one) => (one < least ? one : least));
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
