import type { IdentityReading } from '../entry-reading.js';
import type { RosterIndex } from './roster-index.js';

/** One way in which an entry and a roster row share a key. */
export interface Link {
  readonly row: number;
  readonly why: 'sameId' | 'sameStudentNumber';
  /** Both sides are to be trusted. */
  readonly sure: boolean;
}

/**
 * Every roster row that shares an ID or a student number with the reading, with each way in which it does, by the
 * number of its student. An ID inside a G number is that of the day of the number, so what meets by it has the same
 * student number rather than the same ID.
 */
export function linksOf(index: RosterIndex, reading: IdentityReading): ReadonlyMap<number, readonly Link[]> {
  const links = new Map<number, Link[]>();
  for (const { key, kind, sure } of reading.keys) {
    const meet =
      (why: Link['why']) =>
      (holding: { readonly row: number; readonly sure: boolean }): void => {
        const student = index.studentOf[holding.row]!;
        const link: Link = { row: holding.row, why, sure: sure && holding.sure };
        const known = links.get(student);
        if (known === undefined) links.set(student, [link]);
        else known.push(link);
      };
    if (kind === 'number') index.keys.each('number', key, meet('sameStudentNumber'));
    else
      index.keys.eachId(key, meet(kind === 'id' ? 'sameId' : 'sameStudentNumber'), meet('sameStudentNumber'));
  }
  return links;
}
