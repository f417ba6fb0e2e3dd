import { nameKey } from '../roster/index.js';
import type { IdentityReading } from './entry-reading.js';
import type { MatchPolicy } from './policy.js';
import type { RosterIndex } from './roster-index.js';
import type { ListEntry } from './types.js';

/** An entry with its cells read. */
export interface ReadEntry {
  readonly entry: ListEntry;
  readonly reading: IdentityReading;
}

/** All that one entry is decided from, beside itself and the decisions about it. */
export interface MatchContext {
  readonly roster: RosterIndex;
  readonly policy: MatchPolicy;
  readonly relations: { readonly child: ReadonlySet<string>; readonly notChild: ReadonlySet<string> };
  /** The names that stand beside each ID, over all lists. It can only keep a row from being left out. */
  readonly namesById: ReadonlyMap<string, ReadonlySet<string>>;
}

export function matchContext(
  roster: RosterIndex,
  policy: MatchPolicy,
  entries: readonly ReadEntry[],
): MatchContext {
  const namesById = new Map<string, Set<string>>();
  for (const { reading } of entries) {
    if (reading.id.id === null || !reading.name.readable) continue;
    const names = namesById.get(reading.id.id);
    if (names === undefined) namesById.set(reading.id.id, new Set([reading.name.key]));
    else names.add(reading.name.key);
  }
  return {
    roster,
    policy,
    relations: {
      child: new Set(policy.relations.child.map(nameKey)),
      notChild: new Set(policy.relations.notChild.map(nameKey)),
    },
    namesById,
  };
}
