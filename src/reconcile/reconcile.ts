import type { CategoryInput } from '../roster/index.js';
import type { MatchPolicy } from './policy.js';
import { reconcileEach } from './reconcile-each.js';
import type {
  DepartmentList,
  EntryDecision,
  EntryOutcome,
  Reconciliation,
  RosterPerson,
  StudentClaims,
} from './types.js';

/**
 * Brings the departments' lists to the roster: every entry ends in exactly one state with a reason, every
 * student gets a status for every category, and the counts are added up (EQ0–EQ2). The result depends on the
 * content of its arguments alone, not on their order. Data never throws; what is wrong is an issue:
 * `match.decision…` (a person's decision that cannot be used, or that is to be made anew), `match.recallLimit` (nothing
 * could show that a parent's number stands in a child's row), `match.namesakesNotHeld` (rows that name somebody by a name
 * alone that too many have), `match.nobodyHeld` (rows that may be about anybody), `match.comparisonDiffers`,
 * `match.listMissing`, `match.listStale`, `match.listEmpty`, `match.listTwice`, `match.entryTwice`, `match.rowCount`, `match.categoryNotOfList`, `match.relationUnclear`,
 * `match.equation` (the books do not balance), and the `id.…` and `number.…` findings per file.
 *
 * Of the roster nothing but an index is kept, so that it may be read row by row. Where the results of a whole city need
 * not be at hand at once, {@link reconcileEach} hands them over one by one.
 */
export function reconcile(
  roster: Iterable<RosterPerson>,
  lists: readonly DepartmentList[],
  decisions: readonly EntryDecision[],
  policy: MatchPolicy,
): Reconciliation {
  const outcomes: EntryOutcome[] = [];
  const categories = new Map<string, readonly CategoryInput[]>();
  const claims = new Map<string, StudentClaims>();
  const books = reconcileEach(roster, lists, decisions, policy, {
    outcome: (outcome) => outcomes.push(outcome),
    student: (student) => {
      categories.set(student.key, student.categories);
      if (student.claims !== undefined) claims.set(student.key, student.claims);
    },
  });
  return { outcomes, categories, claims, ...books };
}
