import type { Alone } from './alone.js';
import type { MatchContext, ReadEntry } from './context.js';
import { type DecidedBy, lapse, matched } from './decide-entry.js';
import { nameDuplicates } from './duplicates.js';
import type { EntryBook } from './entry-book.js';
import { resultsOf } from './results.js';
import { PairTable } from './search/pair-table.js';
import { type SetPass, several } from './set-pass.js';
import type { ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** A result with its end once repeats are named and lapsed rows taken out. */
export interface Settled extends Alone {
  readonly ended: Verdict;
}

/** The entries, in their order, with what is known of them all. */
export interface Entries {
  readonly all: readonly ListEntry[];
  readonly book: EntryBook;
  readonly rows: SetPass;
  readonly decided: (entry: number) => DecidedBy | undefined;
  readonly read: (entry: ListEntry) => ReadEntry;
}

/**
 * The entries that may repeat another or be repeated, that people decided, or that speak for several, by their places.
 * They are settled together, before any candidate is looked for. All others end where they end by themselves, and nothing
 * of them need be kept.
 */
export function settle(entries: Entries, states: MatchContext): ReadonlyMap<number, readonly Settled[]> {
  const { book, decided } = entries;
  const aloneAt = new Map<number, readonly Alone[]>();
  const take = (i: number): void => {
    if (!aloneAt.has(i)) aloneAt.set(i, aloneOf(i, entries, states));
  };

  const isRepeated = repeatedPersons(book);
  for (let i = 0; i < book.size; i += 1)
    if (decided(i) !== undefined || !book.isOfPerson(i) || isRepeated(i)) take(i);

  // By now the decided ones and the heads of households are known to hit somebody whom others may hit too.
  const pairs = new PairTable();
  const hits: number[] = [];
  for (const [i, parts] of aloneAt)
    for (const { verdict } of parts)
      if (verdict.student !== undefined)
        hits.push(pairs.add(states.roster.students.find(verdict.student), book.listOf(i)));
  const hitOf = (i: number): number =>
    book.studentOf(i) < 0 ? -1 : pairs.add(book.studentOf(i), book.listOf(i));
  // One that is taken already may be counted once more: it is not taken again.
  for (let i = 0; i < book.size; i += 1) hits.push(hitOf(i));
  const hitTwice = several(hits.length, (at) => hits[at]!);
  for (let i = 0; i < book.size; i += 1) if (hitTwice(hitOf(i))) take(i);

  const places = [...aloneAt.keys()].sort((a, b) => a - b);
  const alone = places.flatMap((i) => aloneAt.get(i)!);
  const ended = nameDuplicates(
    alone,
    alone.map(({ entry, together }) => lapse(entry, together)),
  );
  let at = 0;
  const settled = new Map<number, readonly Settled[]>();
  for (const i of places) {
    const from = at;
    const parts = aloneAt.get(i)!;
    settled.set(
      i,
      parts.map((one, part) => ({ ...one, ended: ended[from + part]! })),
    );
    at += parts.length;
  }
  return settled;
}

function aloneOf(i: number, entries: Entries, states: MatchContext): readonly Alone[] {
  const { book, rows } = entries;
  const entry = entries.all[i]!;
  const decided = entries.decided(i);
  const match = decided === undefined ? book.matchOf(i) : null;
  const verdicts =
    match === null ? resultsOf(entries.read(entry), states, decided) : [matched(match, states)];
  return verdicts.map((verdict): Alone => {
    const because = verdict.state === 'matched' ? rows.because(i) : null;
    return {
      entry,
      own: book.ownOf(i),
      name: book.nameOf(i),
      certain: book.isCertain(i),
      decided,
      verdict,
      because,
      together: because === null ? verdict : { state: 'review', reason: because, candidates: [] },
    };
  });
}

/** Which entries have the ID and the name of another of the same list. Most IDs stand on one row, and need no group. */
function repeatedPersons(book: EntryBook): (entry: number) => boolean {
  const sameId = several(book.size, (i) => book.ownOf(i));
  const persons = new PairTable();
  const onLists = new PairTable();
  const groupOf = Int32Array.from({ length: book.size }, (_, i) => {
    const own = book.ownOf(i);
    if (!sameId(own) || !book.isCertain(i) || !book.isOfPerson(i)) return -1;
    return onLists.add(persons.add(own, book.nameOf(i)), book.listOf(i));
  });
  const twice = several(book.size, (i) => groupOf[i]!);
  return (i) => twice(groupOf[i]!);
}
