import { candidatesFor } from './candidates.js';
import type { MatchContext, ReadEntry } from './context.js';
import { ageFinding } from './not-a-student.js';
import type { EntryReason } from './reasons.js';
import { holdersOf, type Link } from './roster-index.js';
import type { EntryDecision } from './types.js';
import type { Verdict } from './verdict.js';

/** What people decided about an entry: usable, or not. */
export type DecidedBy = { readonly decision: EntryDecision } | 'unclear';

/**
 * The state of one entry, from the entry, the roster, the policy and the decisions about it, and from nothing
 * else. Only duplicates are found afterwards.
 */
export function decideEntry(read: ReadEntry, context: MatchContext, decided: DecidedBy | undefined): Verdict {
  if (decided === 'unclear') return inReview(read, context, 'decisionUnclear');
  if (decided !== undefined) return byDecision(decided.decision);
  if (read.reading.empty) return { state: 'invalid', reason: 'nothingToRead', candidates: [] };
  const verdict = byKeys(read, context);
  const { in: current, unknown } = read.entry.standing;
  if (current.length > 0 || unknown.length > 0) return verdict;
  return {
    ...verdict,
    state: 'lapsed',
    reason: 'notCurrent',
    proof: { readAs: verdict.state, because: verdict.reason },
  };
}

/** The state by the keys alone, whatever stands in the row's status columns and whatever people decided. */
export function byKeys(read: ReadEntry, context: MatchContext): Verdict {
  const { reading } = read;
  const links = holdersOf(context.roster, reading);
  if (links.size > 1) return inReview(read, context, severalHolders(links));
  for (const [student, ways] of links) {
    // A name that lost a character is certain on neither side, so equality of the forms is enough to ask once.
    const same = ways.filter(
      ({ sure, holder: { reading: held } }) =>
        sure && held.name.certain && held.name.key === reading.name.key,
    );
    if (same.length === 0) return inReview(read, context, whyNotSure(read, ways));
    const byId = same.some((way) => way.why === 'sameId');
    return { state: 'matched', reason: byId ? 'exactId' : 'exactStudentNumber', student, candidates: [] };
  }
  const finding = ageFinding(read, context, links.size);
  if (finding === null) return inReview(read, context, whyNotFound(read, context));
  if (!finding.proved) return inReview(read, context, finding.reason);
  return { state: 'notAStudent', reason: finding.reason, candidates: [], proof: finding.proof };
}

function byDecision(decision: EntryDecision): Verdict {
  const { state, student, by, on, because } = decision;
  const proof = { by, on, because };
  return student === undefined
    ? { state, reason: 'decision', candidates: [], proof }
    : { state, reason: 'decision', student, candidates: [], proof };
}

function inReview(read: ReadEntry, context: MatchContext, reason: EntryReason): Verdict {
  const links = holdersOf(context.roster, read.reading);
  return { state: 'review', reason, candidates: candidatesFor(context.roster, read.reading, links) };
}

function severalHolders(links: ReadonlyMap<string, readonly Link[]>): EntryReason {
  const hitBy = (why: Link['why']): number =>
    [...links.values()].filter((ways) => ways.some((way) => way.why === why)).length;
  if (hitBy('sameId') > 1) return 'sharedId';
  return hitBy('sameId') === 1 ? 'keysDisagree' : 'sharedStudentNumber';
}

/** One student has the key, and yet the entry is not certainly about that student. */
function whyNotSure({ reading }: ReadEntry, ways: readonly Link[]): EntryReason {
  const names = ways.map((way) => way.holder.reading.name);
  if (!reading.name.certain || names.every((name) => !name.certain)) return 'nameUnreadable';
  if (names.every((name) => name.key !== reading.name.key)) return 'nameDiffers';
  return unsureId(reading.id) ?? 'rosterIdInvalid';
}

/** Nobody has the entry's keys. */
function whyNotFound({ reading }: ReadEntry, context: MatchContext): EntryReason {
  const fault = unsureId(reading.id);
  if (fault !== null) return fault;
  if (reading.id.form === 'blank' && reading.number.number === null) return 'idMissing';
  if (!reading.name.certain) return 'nameUnreadable';
  return context.roster.byName.has(reading.name.key) ? 'sameNameOtherId' : 'noCandidate';
}

function unsureId(id: ReadEntry['reading']['id']): EntryReason | null {
  if (id.trusted || id.form === 'blank') return null;
  if (id.damaged) return 'idDamaged';
  if (id.id !== null) return 'idInvalid';
  // A J or L number in the ID cell is read in full; it holds no ID.
  return id.studentNumber === null ? 'idUnreadable' : null;
}
