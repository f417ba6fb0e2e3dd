import type { NamedNumbers } from './entry-reading.js';
import { NameTable } from './search/name-table.js';
import { NumberList } from './search/number-list.js';
import { highPart, isPackable, lowPart } from './search/packed-id.js';
import { PairTable } from './search/pair-table.js';

/** How an entry's own ID and name are known among those of all entries. -1: it has no ID that everything may rest on. */
export interface Noted {
  readonly own: number;
  readonly name: number;
}

/**
 * The IDs and the names of the entries of all lists, each a number, and how many names stand beside each ID. One ID under
 * two names can only keep a row from being left out.
 */
export class NamesBeside {
  private readonly ids = new PairTable();
  private readonly names = new NameTable();
  /** By ID: the number of a name beside it and 1, 0 where there is none; and 1 where there are others. */
  private readonly first = new NumberList();
  private readonly others = new NumberList();

  /** How many different IDs there are. */
  get size(): number {
    return this.ids.size;
  }

  /** Takes in what an entry says. */
  add({ keys, own, name }: NamedNumbers): Noted {
    const named = this.names.add(name.n2);
    for (const { key, kind } of keys) {
      // Nobody asks for what has not the form of an ID.
      if (kind === 'number' || !isPackable(key)) continue;
      const id = this.numberOf(key);
      if (!name.readable) continue;
      const known = this.first.at(id);
      if (known === 0) this.first.set(id, named + 1);
      else if (known !== named + 1) this.others.set(id, 1);
    }
    return { own: own === null ? -1 : this.numberOf(own.text), name: named };
  }

  /** How many readable names stand beside an ID; 2 stands for more. */
  count(id: string): number {
    const number = isPackable(id) ? this.ids.find(highPart(id), lowPart(id)) : -1;
    return number < 0 ? 0 : this.countOf(number);
  }

  /** The same of an ID by its number. */
  countOf(number: number): number {
    return (this.first.at(number) === 0 ? 0 : 1) + this.others.at(number);
  }

  private numberOf(id: string): number {
    const number = this.ids.add(highPart(id), lowPart(id));
    if (number === this.first.length) {
      this.first.push(0);
      this.others.push(0);
    }
    return number;
  }
}

/** {@link NamesBeside} of entries that are at hand. */
export function namesBeside(entries: Iterable<{ readonly reading: NamedNumbers }>): NamesBeside {
  const beside = new NamesBeside();
  for (const { reading } of entries) beside.add(reading);
  return beside;
}
