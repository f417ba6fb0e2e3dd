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
  const placesOf = (key: number): number[] => {
    const places: number[] = [];
    for (let at = byKey.startOf(key); at < byKey.endOf(key); at += 1)
      if (keys[byKey.itemAt(at)] === key) places.push(byKey.itemAt(at));
    return places;
  };
  /** By place; of those that are alone nothing is kept. */
  const counted = new Map<number, number>();
  const count = (places: readonly number[]): void => {
    const contents = places.map((place) => entryContent(entries[place]!));
    const times = new Map<string, number>();
    for (const content of contents) times.set(content, (times.get(content) ?? 0) + 1);
    for (const [i, place] of places.entries()) counted.set(place, times.get(contents[i]!)!);
  };
  return (place) => {
    const known = counted.get(place);
    if (known !== undefined) return known;
    const places = placesOf(keys[place]!);
    if (places.length > 1) count(places);
    return counted.get(place) ?? 1;
  };
}
