import type { DecidedBy } from './decide-entry.js';
import type { EntryBook } from './entry-book.js';
import type { EntryReason } from './reasons.js';
import { PairTable } from './search/pair-table.js';

/** What rows say together of each. */
export interface SetPass {
  /** Why a person has to look at an entry that is matched, by its place; `null` where it stays where it is. */
  readonly because: (entry: number) => EntryReason | null;
}

/** By group: 1 where the entries do not all have the same name. `groupOf` is -1 of those that count in none. */
function torn({ size, nameOf }: Named, groupOf: (entry: number) => number, groups: number): Uint8Array {
  const first = new Int32Array(groups).fill(-1);
  const found = new Uint8Array(groups);
  for (let i = 0; i < size; i += 1) {
    const group = groupOf(i);
    if (group < 0) continue;
    if (first[group] === -1) first[group] = nameOf(i);
    else if (first[group] !== nameOf(i)) found[group] = 1;
  }
  return found;
}

interface Named {
  readonly size: number;
  readonly nameOf: (entry: number) => number;
}

/**
 * What rows say together. It can only send a match to a person, and treats all rows of a group alike: one ID under
 * different names, within a list or across lists (a parent's or a sibling's number was pasted), and two rows of one list
 * that claim one student under different names. A row that a person has decided no longer puts others in doubt, and a
 * head of a household has another name than the children, so such a row contradicts nobody's claim.
 */
export function setPass(book: EntryBook, decided: (entry: number) => DecidedBy | undefined): SetPass {
  const named: Named = { size: book.size, nameOf: (i) => book.nameOf(i) };
  const isOpen = (i: number): boolean => {
    const by = decided(i);
    return by === undefined || by === 'unclear';
  };
  const ids = torn(named, (i) => (book.isCertain(i) && isOpen(i) ? book.ownOf(i) : -1), book.beside.size);

  const hitTwice = several(book.size, (i) => book.studentOf(i));
  const claims = new PairTable();
  const claimOf = (i: number): number => {
    const student = book.studentOf(i);
    if (student < 0 || !hitTwice(student) || decided(i) !== undefined) return -1;
    return claims.add(student, book.listOf(i));
  };
  const claimed = Int32Array.from({ length: book.size }, (_, i) => claimOf(i));
  const contradicted = torn(named, (i) => (book.isCertain(i) ? claimed[i]! : -1), claims.size);

  return {
    because: (i) => {
      if (decided(i) !== undefined) return null;
      const [own, claim] = [book.ownOf(i), claimed[i]!];
      if (own >= 0 && ids[own] === 1) return 'sharedId';
      return claim >= 0 && contradicted[claim] === 1 ? 'studentOfTwoNames' : null;
    },
  };
}
/** Which groups have more than one of the items. `groupOf` is the group of an item, from 0, or -1 where it is in none. */
export function several(items: number, groupOf: (item: number) => number): (group: number) => boolean {
  let counts = new Uint8Array(1024);
  for (let i = 0; i < items; i += 1) {
    const group = groupOf(i);
    if (group < 0) continue;
    if (group >= counts.length) {
      const more = new Uint8Array(group * 2);
      more.set(counts);
      counts = more;
    }
    if (counts[group]! < 2) counts[group]! += 1;
  }
  return (group) => counts[group] === 2;
}
