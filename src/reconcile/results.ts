import { isAsked } from './content.js';
import type { MatchContext, ReadEntry } from './context.js';
import { type DecidedBy, decideEntry } from './decide-entry.js';
import { householdVerdicts } from './household.js';
import type { EntryReason } from './reasons.js';
import { inReview, reviewOf } from './review.js';
import { linksOf } from './search/links.js';
import type { ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** Whether an entry is about others than its person, so that it may have several results. */
export const speaksForOthers = ({ means = 'person' }: ListEntry): boolean => means !== 'person';

/** Where an entry ends by itself: one result, or of a row that speaks for others one for each student found, never none. */
export const resultsOf = (
  read: ReadEntry,
  context: MatchContext,
  decided: DecidedBy | undefined,
): readonly Verdict[] =>
  speaksForOthers(read.entry)
    ? householdVerdicts(read, context, decided)
    : [decideEntry(read, context, decided)];

/** What a person may be asked about an entry, whether by itself or because other rows put it in doubt. */
export const questionsOf = (read: ReadEntry, context: MatchContext): readonly Verdict[] =>
  resultsOf(read, context, undefined).flatMap((verdict) =>
    isAsked(verdict)
      ? [verdict]
      : verdict.state === 'matched'
        ? [doubtful(read, context, verdict, 'sharedId')]
        : [],
  );

/** A match that other rows put in doubt: everybody whom the row may be about, or the one student of this result. */
export function doubtful(
  read: ReadEntry,
  context: MatchContext,
  verdict: Verdict,
  because: EntryReason,
): Verdict {
  const { student } = verdict;
  if (!speaksForOthers(read.entry) || student === undefined)
    return inReview(read, context, linksOf(context.roster, read.reading), because);
  const codes = ['guardianId', 'guardianName'] as const;
  const evidence = codes.map((code) => ({ code, milliBits: context.policy.weights[code] }));
  const score = evidence.reduce((sum, { milliBits }) => sum + milliBits, 0);
  const candidate = { student, strong: true, why: 'guardianIdAndName', score, evidence } as const;
  return reviewOf(context, because, { candidates: [candidate] });
}
