import type { MatchContext, ReadEntry } from './context.js';
import type { DecidedBy } from './decide-entry.js';
import type { EntryReason } from './reasons.js';
import { inReview } from './review.js';
import { linksOf } from './search/links.js';
import type { Verdict } from './verdict.js';

/** An entry with where it ends by itself. */
export interface Alone {
  readonly read: ReadEntry;
  readonly verdict: Verdict;
  readonly decided: DecidedBy | undefined;
}

/** The groups, by key, in which the entries do not all have the same name. */
function tornBy(all: readonly Alone[], keyOf: (one: Alone) => string | null): ReadonlySet<string> {
  const nameBy = new Map<string, string>();
  const torn = new Set<string>();
  for (const one of all) {
    const key = one.decided === undefined || one.decided === 'unclear' ? keyOf(one) : null;
    const { name } = one.read.reading;
    if (key === null || !name.certain) continue;
    const known = nameBy.get(key);
    if (known === undefined) nameBy.set(key, name.n2);
    else if (known !== name.n2) torn.add(key);
  }
  return torn;
}

const idOf = ({ read }: Alone): string | null => read.reading.own?.text ?? null;
const claimOf = ({ read, verdict }: Alone): string | null =>
  verdict.state === 'matched' && verdict.student !== undefined
    ? JSON.stringify([read.entry.list, verdict.student])
    : null;

/**
 * What rows say together. It can only send a match to a person, and treats all rows of a group alike: one ID under
 * different names, within a list or across lists (a parent's or a sibling's number was pasted), and two rows of one list
 * that claim one student under different names. A row that a person has decided no longer puts others in doubt.
 */
export function setPass(all: readonly Alone[], context: MatchContext): readonly Verdict[] {
  const ids = tornBy(all, idOf);
  const claims = tornBy(all, claimOf);
  return all.map((one) => {
    const { read, verdict, decided } = one;
    if (verdict.state !== 'matched' || decided !== undefined) return verdict;
    const reason: EntryReason | null = ids.has(idOf(one) ?? '')
      ? 'sharedId'
      : claims.has(claimOf(one) ?? '')
        ? 'studentOfTwoNames'
        : null;
    return reason === null ? verdict : inReview(read, context, linksOf(context.roster, read.reading), reason);
  });
}
