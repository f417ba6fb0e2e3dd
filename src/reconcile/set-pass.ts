import type { EntryReason } from './reasons.js';
import { speaksForOthers } from './results.js';
import type { Alone } from './settled.js';

/** The groups, by key, in which the entries do not all have the same name. */
function tornBy(all: readonly Alone[], keyOf: (one: Alone) => string | null): ReadonlySet<string> {
  const nameBy = new Map<string, string>();
  const torn = new Set<string>();
  for (const one of all) {
    const key = one.decided === undefined || one.decided === 'unclear' ? keyOf(one) : null;
    if (key === null || !one.certain) continue;
    const known = nameBy.get(key);
    if (known === undefined) nameBy.set(key, one.name);
    else if (known !== one.name) torn.add(key);
  }
  return torn;
}

const idOf = ({ own }: Alone): string | null => own;
/** A head of a household has another name than the children, so such a row contradicts nobody's. */
const claimOf = ({ entry, verdict }: Alone): string | null =>
  verdict.state === 'matched' && verdict.student !== undefined && !speaksForOthers(entry)
    ? JSON.stringify([entry.list, entry.evidence ?? 'list', verdict.student])
    : null;

/**
 * What rows say together. It can only send a match to a person, and treats all rows of a group alike: one ID under
 * different names, within a list or across lists (a parent's or a sibling's number was pasted), and two rows of one list
 * that claim one student under different names. A row that a person has decided no longer puts others in doubt.
 *
 * For each entry the reason why a person has to look at it; `null` where it stays where it is.
 */
export function setPass(all: readonly Alone[]): readonly (EntryReason | null)[] {
  const ids = tornBy(all, idOf);
  const claims = tornBy(all, claimOf);
  return all.map((one) => {
    if (one.verdict.state !== 'matched' || one.decided !== undefined) return null;
    if (ids.has(idOf(one) ?? '')) return 'sharedId';
    return claims.has(claimOf(one) ?? '') ? 'studentOfTwoNames' : null;
  });
}
