import { openReconciliation } from './open-reconciliation.js';
import type { MatchPolicy } from './policy.js';
import type { ReconciliationBooks, ReconciliationSink } from './sink.js';
import type { DepartmentList, EntryDecision, RosterPerson } from './types.js';

/**
 * What `reconcile` does, with its outcomes and students handed over one by one instead of all together: a city then
 * needs little more room than its index and its lists.
 *
 * Entries are read once for what their keys say, which is all that rows have to know of each other, then decided one
 * after the other. Only those that may repeat another, that people decided, or that speak for several are settled in
 * between.
 */
export function reconcileEach(
  roster: Iterable<RosterPerson>,
  lists: readonly DepartmentList[],
  decisions: readonly EntryDecision[],
  policy: MatchPolicy,
  sink: ReconciliationSink,
): ReconciliationBooks {
  const open = openReconciliation(roster, lists, decisions, policy);
  return open.close((place) => open.decide(open.taskAt(place)!), sink);
}
