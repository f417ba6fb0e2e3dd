import type { IdentityReading } from '../entry-reading.js';
import type { Holding } from './key-columns.js';
import type { RosterIndex } from './roster-index.js';

/** One way in which an entry and a roster row share a key. */
export interface Link {
  readonly row: number;
  readonly why: 'sameId' | 'sameStudentNumber';
  /** Both sides are to be trusted. */
  readonly sure: boolean;
}

/** By the number of the student. */
export type Links = ReadonlyMap<number, readonly Link[]>;

/** Most entries are nobody's of the roster. */
const NOBODY: Links = new Map();

/**
 * Every roster row that shares an ID or a student number with the reading, with each way in which it does, by the
 * number of its student. An ID inside a G number is that of the day of the number, so what meets by it has the same
 * student number rather than the same ID.
 */
export function linksOf(
  index: Pick<RosterIndex, 'keys' | 'studentOf'>,
  reading: Pick<IdentityReading, 'keys'>,
): Links {
  let found: Map<number, Link[]> | undefined;
  let isSure = false;
  const meet = (why: Link['why'], { row, sure }: Holding): void => {
    const student = index.studentOf[row]!;
    const link: Link = { row, why, sure: isSure && sure };
    found ??= new Map();
    const known = found.get(student);
    if (known === undefined) found.set(student, [link]);
    else known.push(link);
  };
  const byId = (holding: Holding): void => meet('sameId', holding);
  const byNumber = (holding: Holding): void => meet('sameStudentNumber', holding);
  for (const { key, kind, sure } of reading.keys) {
    isSure = sure;
    if (kind === 'number') index.keys.each('number', key, byNumber);
    else index.keys.eachId(key, kind === 'id' ? byId : byNumber, byNumber);
  }
  return found ?? NOBODY;
}
