import { NumberList } from './search/number-list.js';

/** Items by group, in the order in which they came: a number each, and no object for a group. Most groups have none. */
export class Chains {
  /** By group: its last item and 1. By item: the one before it in its group and 1. */
  private readonly lastOf: Uint32Array;
  private readonly before = new NumberList();

  constructor(groups: number) {
    this.lastOf = new Uint32Array(groups);
  }

  /** Number of the new item, in the order of all. */
  add(group: number): number {
    this.before.push(this.lastOf[group]!);
    this.lastOf[group] = this.before.length;
    return this.before.length - 1;
  }

  isEmpty(group: number): boolean {
    return this.lastOf[group] === 0;
  }

  itemsOf(group: number): readonly number[] {
    const items: number[] = [];
    for (let item = this.lastOf[group]!; item > 0; item = this.before.at(item - 1)) items.push(item - 1);
    return items.reverse();
  }
}
