import { compareSources, compareText, type SourceRef } from '../../roster/index.js';

/** One line of a list's ledger, as far as it is compared. */
export interface LedgerRow extends SourceRef {
  readonly entries?: readonly {
    readonly member: number;
    readonly name: string;
    readonly id: string;
    readonly studentNumber: string;
    readonly relation: string;
    readonly state: string;
    readonly student?: string;
  }[];
}

/** An entry of a list that is new, gone, or ended otherwise. */
export interface EntryChange {
  readonly list: string;
  /** Where it stands now; where it is gone, where it stood. */
  readonly source: SourceRef;
  readonly member: number;
  readonly before: string | null;
  readonly after: string | null;
}

interface Ended {
  readonly source: SourceRef;
  readonly member: number;
  readonly state: string;
  readonly end: string;
}

/**
 * Entries of one list that changed between two runs. An entry is the same by what it says, wherever its row stands; of
 * several that say the same, as many as ended alike are the same.
 */
export function entryChanges(
  list: string,
  before: readonly LedgerRow[],
  after: readonly LedgerRow[],
): readonly EntryChange[] {
  const [was, is] = [byContent(before), byContent(after)];
  const changes: EntryChange[] = [];
  for (const content of new Set([...was.keys(), ...is.keys()])) {
    const [old, fresh] = unlike(was.get(content) ?? [], is.get(content) ?? []);
    const count = old.length > fresh.length ? old.length : fresh.length;
    for (let i = 0; i < count; i += 1) {
      const [one, other] = [old[i], fresh[i]];
      const at = other ?? one;
      if (at === undefined) continue;
      const { source, member } = at;
      changes.push({ list, source, member, before: one?.state ?? null, after: other?.state ?? null });
    }
  }
  return changes.sort(
    (a, b) =>
      compareSources(a.source, b.source) ||
      a.member - b.member ||
      compareText(a.before ?? '', b.before ?? '') ||
      compareText(a.after ?? '', b.after ?? ''),
  );
}

function byContent(rows: readonly LedgerRow[]): ReadonlyMap<string, readonly Ended[]> {
  const found = new Map<string, Ended[]>();
  for (const { file, sheet, row, entries } of rows) {
    const source: SourceRef = { file, ...(sheet === undefined ? {} : { sheet }), row };
    for (const { member, name, id, studentNumber, relation, state, student } of entries ?? []) {
      const content = JSON.stringify([name, id, studentNumber, relation]);
      const ended = { source, member, state, end: JSON.stringify([state, student ?? null]) };
      const known = found.get(content);
      if (known === undefined) found.set(content, [ended]);
      else known.push(ended);
    }
  }
  return found;
}

/** What is left on both sides after those that ended alike are taken away in pairs. */
function unlike(a: readonly Ended[], b: readonly Ended[]): readonly [readonly Ended[], readonly Ended[]] {
  const rest = [...b];
  const left = a.filter(({ end }) => {
    const at = rest.findIndex((one) => one.end === end);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [left, rest];
}
