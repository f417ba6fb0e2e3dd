import { nameForms } from '../roster/index.js';
import { type Place, placeOf } from './compare/place.js';
import type { IdentityReading } from './entry-reading.js';
import type { MatchPolicy } from './policy.js';
import { type RelatedNames, relatedNames } from './related-names.js';
import { type SchoolRows, schoolRows } from './school-rows.js';
import { type IdScan, idScan } from './search/certificate.js';
import type { RosterIndex } from './search/roster-index.js';
import type { DepartmentList, ListEntry } from './types.js';

/** An entry with its cells read. */
export interface ReadEntry {
  readonly entry: ListEntry;
  readonly reading: IdentityReading;
}

/** What a relation column says of its row's person. */
export type Relation = 'none' | 'child' | 'notChild' | 'unclear';

/** All that one entry is decided from, beside itself and the decisions about it. */
export interface MatchContext {
  readonly roster: RosterIndex;
  readonly policy: MatchPolicy;
  readonly relations: {
    readonly child: ReadonlySet<string>;
    readonly notChild: ReadonlySet<string>;
    /** Cells that were asked about: a list has few different ones. */
    readonly asked: Map<string, Relation>;
  };
  /** How many names stand beside an ID, over all lists. It can only keep a row from being left out. */
  readonly namesBeside: (id: string) => number;
  readonly relatedTo: RelatedNames;
  /** Where an entry, or else its list, says that its person belongs. */
  readonly placeOf: (entry: ListEntry) => Place;
  /** Nothing in the roster or in the entry's list could show that a parent's ID stands in a child's row. */
  readonly recallIsLimited: (entry: ListEntry) => boolean;
  readonly ofSchool: SchoolRows;
  /** All IDs of the roster, packed when the first scan asks for them. */
  readonly scan: () => IdScan;
  /** Where an entry ends is asked alone: nobody looks for the candidates of one in review. Default: they are looked for. */
  readonly statesOnly?: boolean;
}

/** A word of a relation column in the form in which words are compared. */
export const relationWord = (word: string): string => nameForms(word).n1;

export function matchContext(
  roster: RosterIndex,
  policy: MatchPolicy,
  entries: Iterable<ReadEntry>,
  lists: readonly DepartmentList[] = [],
): MatchContext {
  const coversOf = new Map(lists.map(({ list, file, covers }) => [fileKey(list, file), covers] as const));
  const limited = new Set(
    lists.filter((list) => limitsRecall(list, roster)).map(({ list, file }) => fileKey(list, file)),
  );
  const namesBeside = countNames(entries);
  let scan: IdScan | undefined;
  let schools: SchoolRows | undefined;
  return {
    roster,
    policy,
    relations: {
      child: new Set(policy.relations.child.map(relationWord)),
      notChild: new Set(policy.relations.notChild.map(relationWord)),
      asked: new Map(),
    },
    namesBeside,
    relatedTo: relatedNames(roster),
    placeOf: (entry) => placeOf(entry, coversOf.get(fileKey(entry.list, entry.source.file)) ?? []),
    recallIsLimited: (entry) => limited.has(fileKey(entry.list, entry.source.file)),
    ofSchool: (school) => {
      schools ??= schoolRows(roster);
      return schools(school);
    },
    scan: () => {
      scan ??= idScan(roster);
      return scan;
    },
  };
}

const fileKey = (list: string, file: string): string => JSON.stringify([list, file]);

/** No row of the list says a relation, and the roster has no guardian's ID. */
export const limitsRecall = ({ entries }: DepartmentList, { guardians }: RosterIndex): boolean =>
  entries.length > 0 && guardians.size === 0 && entries.every(({ relation }) => relation.trim() === '');

/** How many names stand beside each ID of the entries. Most IDs have one, which is kept as it is. */
function countNames(entries: Iterable<ReadEntry>): (id: string) => number {
  const namesById = new Map<string, string | Set<string>>();
  for (const { reading } of entries) {
    const { n2, readable } = reading.name;
    if (!readable) continue;
    for (const { key, kind } of reading.keys) {
      if (kind === 'number') continue;
      const known = namesById.get(key);
      if (known === undefined) namesById.set(key, n2);
      else if (typeof known !== 'string') known.add(n2);
      else if (known !== n2) namesById.set(key, new Set([known, n2]));
    }
  }
  return (id) => {
    const known = namesById.get(id);
    return known === undefined ? 0 : typeof known === 'string' ? 1 : known.size;
  };
}
