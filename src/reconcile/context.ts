import { nameForms } from '../roster/index.js';
import { type Place, placeOf } from './compare/place.js';
import type { IdentityReading, NamedNumbers } from './entry-reading.js';
import { type ListHead, limitsRecall } from './list-head.js';
import type { NamesBeside } from './names-beside.js';
import type { MatchPolicy } from './policy.js';
import { type RelatedNames, relatedNames } from './related-names.js';
import { type SchoolRows, schoolRows } from './school-rows.js';
import { type IdScan, idScan } from './search/certificate.js';
import type { RosterIndex } from './search/roster-index.js';
import type { ListEntry } from './types.js';

/** An entry with its cells read. */
export interface ReadEntry {
  readonly entry: ListEntry;
  readonly reading: IdentityReading;
}

/** An entry with as much of it read as an exact match rests on. */
export interface ReadKeys {
  readonly entry: ListEntry;
  readonly reading: NamedNumbers;
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
  /** How many names stand beside an ID, over all lists; 2 stands for more. It can only keep a row from being left out. */
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
  beside: Pick<NamesBeside, 'count'>,
  lists: readonly ListHead[] = [],
): MatchContext {
  const coversOf = new Map(lists.map(({ list, file, covers }) => [fileKey(list, file), covers] as const));
  const limited = new Set(
    lists.filter((list) => limitsRecall(list, roster)).map(({ list, file }) => fileKey(list, file)),
  );
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
    namesBeside: (id) => beside.count(id),
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
