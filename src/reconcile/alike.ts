import { entryContent } from './content.js';
import { mix, textKey } from './search/packed-id.js';
import { Buckets } from './search/postings.js';
import type { ListEntry } from './types.js';

/** One number of what {@link entryContent} is taken of. Entries that say the same have the same; others may have it too. */
function keyOf({ list, name, id, studentNumber, relation, area = '' }: ListEntry): number {
  let key = textKey(id);
  for (const cell of [list, name, studentNumber, relation, area]) key = mix(key, textKey(cell));
  return key;
}

/**
 * How many entries, with itself, say the same of who they are about as the one in a place. Digests are dear and most
 * entries are alone: only those of one key are compared.
 */
export function alikeIn(entries: readonly ListEntry[]): (place: number) => number {
  const keys = Uint32Array.from(entries, keyOf);
  const byKey = new Buckets(keys);
  const counted = new Map<number, ReadonlyMap<string, number>>();
  const countsOf = (key: number): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (let at = byKey.startOf(key); at < byKey.endOf(key); at += 1) {
      const place = byKey.itemAt(at);
      if (keys[place] !== key) continue;
      const who = entryContent(entries[place]!);
      counts.set(who, (counts.get(who) ?? 0) + 1);
    }
    return counts;
  };
  const isAlone = (key: number): boolean => {
    let others = 0;
    for (let at = byKey.startOf(key); at < byKey.endOf(key); at += 1)
      if (keys[byKey.itemAt(at)] === key) others += 1;
    return others === 1;
  };
  return (place) => {
    const key = keys[place]!;
    if (!counted.has(key)) {
      if (isAlone(key)) return 1;
      counted.set(key, countsOf(key));
    }
    return counted.get(key)?.get(entryContent(entries[place]!)) ?? 1;
  };
}
