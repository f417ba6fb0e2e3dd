import type { NameForms } from '../../roster/index.js';
import type { NameIndex } from './name-index.js';
import { groupItems } from './number-list.js';
import { Buckets } from './postings.js';
import { type SignColumn, signColumn } from './sign-column.js';

/** The birth dates of the roster, whole numbers `YYYYMMDD`, by row and by day. */
export class Births {
  private readonly births: Uint32Array;
  private readonly starts: Uint32Array;
  /** In the order of the buckets, so that a day is one stretch of memory. */
  private readonly buckets: Buckets;
  private readonly days: Uint32Array;
  private readonly rows: Uint32Array;
  private readonly signs: SignColumn;

  /** `rowOf` is the row of each birth, in ascending order. `isOdd`: rows that a search by name may not pass over. */
  constructor(
    births: Uint32Array,
    rowOf: Uint32Array,
    rowCount: number,
    names: NameIndex,
    isOdd: (row: number) => boolean,
  ) {
    this.births = births;
    this.starts = groupItems(rowCount, births.length, (at) => rowOf[at]!).starts;
    this.buckets = new Buckets(births);
    this.days = this.buckets.column((at) => births[at]!);
    this.rows = this.buckets.column((at) => rowOf[at]!);
    this.signs = signColumn(names, this.rows, isOdd);
  }

  /** First place of a row's births; those of the next row follow. */
  startOf(row: number): number {
    return this.starts[row]!;
  }

  endOf(row: number): number {
    return this.starts[row + 1]!;
  }

  at(place: number): number {
    return this.births[place]!;
  }

  /** Calls `visit` with every row born on a day. */
  each(day: number, visit: (row: number) => void): void {
    const end = this.buckets.endOf(day);
    for (let at = this.buckets.startOf(day); at < end; at += 1)
      if (this.days[at] === day) visit(this.rows[at]!);
  }

  /** With every row born on a day whose name may have anything in common with a name, and every odd row; others may be among them. */
  eachMayRelate(day: number, name: NameForms, visit: (row: number) => void): void {
    const end = this.buckets.endOf(day);
    const mayRelate = this.signs.mayRelate(name);
    for (let at = this.buckets.startOf(day); at < end; at += 1)
      if (mayRelate(at) && this.days[at] === day) visit(this.rows[at]!);
  }
}
