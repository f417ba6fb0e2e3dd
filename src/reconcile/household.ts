import type { MatchContext, ReadEntry } from './context.js';
import { inReview } from './review.js';
import type { Verdict } from './verdict.js';

/**
 * A row that speaks for a household and names only its head. Every student whose guardian the head is, by ID and name
 * (or by ID alone where the roster has no name), is strong: a household is no identity, so a person confirms each, and
 * until then the category is open for all of them. A head without students is looked at as well: the children may go to
 * school under another guardian. Such a row is never left out by age.
 */
export function headVerdict(read: ReadEntry, context: MatchContext): Verdict {
  const { roster } = context;
  const { reading } = read;
  const children = new Set<string>();
  for (const { key, kind } of reading.keys) {
    if (kind === 'number') continue;
    for (const { row, guardianName } of roster.guardians.wardsOf(key))
      if (guardianName === '' || guardianName === reading.name.n2) children.add(roster.rows[row]!.key);
  }
  const verdict = inReview(read, context, new Map(), children.size > 0 ? 'headOfHousehold' : 'headNoStudent');
  return {
    ...verdict,
    candidates: verdict.candidates.map((candidate) =>
      children.has(candidate.student) ? { ...candidate, strong: true } : candidate,
    ),
  };
}
