/** Whole numbers below 2^32 in the order in which they were added, without an object or a pointer each. */
export class NumberList {
  private room = new Uint32Array(16);
  length = 0;

  push(number: number): void {
    if (this.length === this.room.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length] = number;
    this.length += 1;
  }

  at(i: number): number {
    return this.room[i]!;
  }

  set(i: number, number: number): void {
    this.room[i] = number;
  }

  /** All of them in no more room than they need. The list is empty afterwards, so that its own room is free at once. */
  done(): Uint32Array {
    const numbers = this.room.slice(0, this.length);
    this.room = new Uint32Array(16);
    this.length = 0;
    return numbers;
  }
}

/** Groups by number: `starts[g]` to `starts[g + 1]` are the places of group `g` in `items`, in the order of the items. */
export interface Groups {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/**
 * Items by the group of each, in two flat arrays. `groupOf(i)` is the group of item `i`, or -1 where it is in none;
 * `order`, where given, is the order in which the items are taken.
 */
export function groupItems(
  groups: number,
  items: number,
  groupOf: (item: number) => number,
  order?: Uint32Array,
): Groups {
  const starts = new Uint32Array(groups + 1);
  for (let i = 0; i < items; i += 1) {
    const group = groupOf(i);
    if (group >= 0) starts[group + 1]! += 1;
  }
  for (let g = 0; g < groups; g += 1) starts[g + 1]! += starts[g]!;
  const next = starts.slice(0, groups);
  const grouped = new Uint32Array(starts[groups]!);
  for (let i = 0; i < items; i += 1) {
    const item = order === undefined ? i : order[i]!;
    const group = groupOf(item);
    if (group < 0) continue;
    grouped[next[group]!] = item;
    next[group]! += 1;
  }
  return { starts, items: grouped };
}
