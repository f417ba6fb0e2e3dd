import { compareText } from '../../roster/index.js';
import type { RosterPerson } from '../types.js';
import { groupItems, NumberList } from './number-list.js';
import { TextColumn } from './text-column.js';

/** The students of the roster, each meant by its number in the order of the keys by code point. */
export interface Students {
  readonly size: number;
  readonly keyOf: (student: number) => string;
  /** Number of the student with this key, or -1. */
  readonly find: (key: string) => number;
  /** Number of the student of each row. */
  readonly studentOf: Int32Array;
  /** All rows in the order of their students. */
  readonly byStudent: Uint32Array;
  readonly rowsOf: (student: number) => Uint32Array;
  /** Cells of a row. */
  readonly hukouOf: (row: number) => string;
  readonly schoolOf: (row: number) => string;
  /** The hukous of a student's rows without white space around them, each once, by code point. */
  readonly hukousOf: (student: number) => readonly string[];
}

/** A column of texts of which there are few, each kept once. */
class FewTexts {
  private readonly texts: string[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly column = new NumberList();

  push(text: string): void {
    let number = this.numberOf.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.numberOf.set(text, number);
    }
    this.column.push(number);
  }

  done(): (row: number) => string {
    const { texts } = this;
    const column = this.column.done();
    return (row) => texts[column[row]!]!;
  }
}

/** Collects the students of the roster rows, in the order of the rows. Rows of one student may come apart. */
export class StudentsBuilder {
  private readonly keys = new TextColumn();
  /** By row: the place of its key. */
  private readonly placeOf = new NumberList();
  private readonly hukous = new FewTexts();
  private readonly schools = new FewTexts();
  private last: string | undefined;
  private ascending = true;

  add({ key, hukou, school }: RosterPerson): void {
    if (key !== this.last) {
      if (this.last !== undefined && compareText(this.last, key) > 0) this.ascending = false;
      this.keys.push(key);
      this.last = key;
    }
    this.placeOf.push(this.keys.length - 1);
    this.hukous.push(hukou);
    this.schools.push(school);
  }

  done(): Students {
    const { keys } = this;
    const places = Uint32Array.from({ length: keys.length }, (_, i) => i);
    if (!this.ascending) places.sort((a, b) => keys.compare(a, b));
    // A student whose rows came apart has its key in several places; the first of them speaks.
    const firsts = new NumberList();
    const studentAt = new Uint32Array(keys.length);
    for (const [i, place] of places.entries()) {
      if (i === 0 || keys.compare(places[i - 1]!, place) !== 0) firsts.push(place);
      studentAt[place] = firsts.length - 1;
    }
    const keyAt = firsts.done();
    const studentOf = new Int32Array(this.placeOf.length);
    for (let row = 0; row < studentOf.length; row += 1) studentOf[row] = studentAt[this.placeOf.at(row)]!;
    const { starts, items } = groupItems(keyAt.length, studentOf.length, (row) => studentOf[row]!);
    const rowsOf = (student: number): Uint32Array => items.subarray(starts[student]!, starts[student + 1]!);
    const hukouOf = this.hukous.done();
    const keyOf = (student: number): string => keys.at(keyAt[student]!);
    const sampled: string[] = [];
    for (let student = 0; student < keyAt.length; student += SAMPLED) sampled.push(keyOf(student));
    return {
      size: keyAt.length,
      keyOf,
      find: (key) => {
        const block = lastBefore(sampled.length, (i) => compareText(sampled[i]!, key));
        const from = block * SAMPLED;
        const size = keyAt.length - from < SAMPLED ? keyAt.length - from : SAMPLED;
        const at = from + lastBefore(size, (i) => keys.compareTo(keyAt[from + i]!, key));
        return at < keyAt.length && keys.compareTo(keyAt[at]!, key) === 0 ? at : -1;
      },
      studentOf,
      byStudent: items,
      rowsOf,
      hukouOf,
      schoolOf: this.schools.done(),
      hukousOf: (student) => {
        const [first = 0, ...others] = rowsOf(student);
        const hukou = hukouOf(first).trim();
        if (others.length === 0) return [hukou];
        return [...new Set([hukou, ...others.map((row) => hukouOf(row).trim())])].sort(compareText);
      },
    };
  }
}

/** One key in so many stands as a string too, so that most steps of a search stay within a few of them. */
const SAMPLED = 256;

/** Of places in order the last that is what is looked for or lies before it (`compare` not above 0); 0 where there is none. */
function lastBefore(count: number, compare: (place: number) => number): number {
  let from = 0;
  let to = count;
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if (compare(middle) <= 0) from = middle;
    else to = middle;
  }
  return from;
}
