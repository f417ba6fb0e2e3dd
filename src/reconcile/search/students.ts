import { compareText } from '../../roster/index.js';
import type { RosterPerson } from '../types.js';
import { groupItems, NumberList } from './number-list.js';
import { textKey } from './packed-id.js';
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
    const slots = slotsOf(keyAt.length, keyOf);
    return {
      size: keyAt.length,
      keyOf,
      find: (key) => {
        const mask = slots.length - 1;
        let slot = textKey(key) & mask;
        for (let at = slots[slot]!; at >= 0; at = slots[slot]!) {
          if (keys.is(keyAt[at]!, key)) return at;
          slot = (slot + 1) & mask;
        }
        return -1;
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

/** Open addressing: numbers of students by the hash of their keys, -1 where free; at most three quarters full. */
function slotsOf(students: number, keyOf: (student: number) => string): Int32Array {
  let size = 16;
  while (students * 4 > size * 3) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let student = 0; student < students; student += 1) {
    let slot = textKey(keyOf(student)) & (size - 1);
    while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = student;
  }
  return slots;
}
