import { nameForms } from '../roster/index.js';
import type { IdentityReading } from './entry-reading.js';
import type { MatchPolicy } from './policy.js';
import { type RelatedNames, relatedNames } from './related-names.js';
import { type IdScan, idScan } from './search/certificate.js';
import type { RosterIndex } from './search/roster-index.js';
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
  readonly relatedTo: RelatedNames;
  /** All IDs of the roster, packed when the first scan asks for them. */
  readonly scan: () => IdScan;
}

/** A word of a relation column in the form in which words are compared. */
export const relationWord = (word: string): string => nameForms(word).n1;

export function matchContext(
  roster: RosterIndex,
  policy: MatchPolicy,
  entries: readonly ReadEntry[],
): MatchContext {
  const namesById = new Map<string, Set<string>>();
  for (const { reading } of entries) {
    if (!reading.name.readable) continue;
    for (const { key, kind } of reading.keys) {
      if (kind === 'number') continue;
      const names = namesById.get(key);
      if (names === undefined) namesById.set(key, new Set([reading.name.n2]));
      else names.add(reading.name.n2);
    }
  }
  let scan: IdScan | undefined;
  return {
    roster,
    policy,
    relations: {
      child: new Set(policy.relations.child.map(relationWord)),
      notChild: new Set(policy.relations.notChild.map(relationWord)),
    },
    namesById,
    relatedTo: relatedNames(roster),
    scan: () => {
      scan ??= idScan(roster);
      return scan;
    },
  };
}
