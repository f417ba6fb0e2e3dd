import { type MatchContext, matchContext, type ReadEntry } from './context.js';
import type { DecidedBy } from './decide-entry.js';
import { readIdentity } from './entry-reading.js';
import type { ListHead } from './list-head.js';
import type { MatchPolicy } from './policy.js';
import type { EntryReason } from './reasons.js';
import { doubtful, resultsOf } from './results.js';
import { indexRoster } from './search/roster-index.js';
import type { ListEntry, RosterPerson } from './types.js';
import type { Verdict } from './verdict.js';

/**
 * An entry to be decided, with all that other entries say of it: plain data, so that it can be decided anywhere. Beside
 * it the roster, the heads of the lists and the policy are needed, and nothing else.
 */
export interface EntryTask {
  readonly entry: ListEntry;
  /** What people decided about it. */
  readonly decided: DecidedBy | undefined;
  /** How many names stand beside its own ID, over all lists; 2 stands for more, 0 for an entry without such an ID. */
  readonly namesBeside: number;
  /** Why a match of it is for a person, by what rows say together. */
  readonly because: EntryReason | null;
}

/** Decides tasks: the results of each, with the candidates of those in review, before repeats are named. */
export type TaskDecider = (task: EntryTask) => readonly Verdict[];

/** A decider by an index that is at hand. */
export function taskDecider(
  known: MatchContext,
  read: (entry: ListEntry) => ReadEntry = (entry) => ({
    entry,
    reading: readIdentity(entry, known.policy.asOf),
  }),
): TaskDecider {
  let beside = 0;
  const context: MatchContext = { ...known, namesBeside: () => beside };
  return ({ entry, decided, namesBeside, because }) => {
    beside = namesBeside;
    const one = read(entry);
    return resultsOf(one, context, decided).map((verdict) =>
      verdict.state === 'matched' && because !== null ? doubtful(one, context, verdict, because) : verdict,
    );
  };
}

/**
 * A decider with an index of its own, made of the whole roster in any order: one of several processes that share the
 * entries of a run among them.
 */
export const openShard = (
  roster: Iterable<RosterPerson>,
  lists: readonly ListHead[],
  policy: MatchPolicy,
): TaskDecider =>
  taskDecider(matchContext(indexRoster(roster, policy.asOf), policy, { count: () => 0 }, lists));
