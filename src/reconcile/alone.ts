import type { DecidedBy } from './decide-entry.js';
import type { EntryReason } from './reasons.js';
import type { ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** A result of an entry with where it ends by itself; in review without its candidates. */
export interface Alone {
  readonly entry: ListEntry;
  /** Numbers of its own ID, -1 where there is none, and of its name; and whether equality of two such names means something. */
  readonly own: number;
  readonly name: number;
  readonly certain: boolean;
  readonly decided: DecidedBy | undefined;
  readonly verdict: Verdict;
  /** Why rows together send it to a person. */
  readonly because: EntryReason | null;
  /** Where it ends by what rows say together. */
  readonly together: Verdict;
}
