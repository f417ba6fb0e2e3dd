import type { KeyKind } from '../entry-reading.js';
import { NumberList } from './number-list.js';
import { highPart, isPackable, lowPart, mix, textKey, unpacked } from './packed-id.js';
import { Buckets } from './postings.js';

/**
 * What a body of 18 characters is to a row, a bit each: the ID of the identity cell, the ID inside a G number, the body of
 * a student number of each letter. The bit so many places higher says that it is sure.
 */
const KINDS: readonly string[] = ['id', 'alias', 'G', 'J', 'L'];
const ID = 1;
const ALIAS = 2;
const SURE = KINDS.length;

/** Where a key of this kind and text is kept: the bit of the kind, and the 18 characters that are packed. */
function columnOf(kind: KeyKind, key: string): { readonly bit: number; readonly body: string } | null {
  const letter = kind === 'number' ? key.charAt(0) : kind;
  const body = kind === 'number' ? key.slice(1) : key;
  const at = KINDS.indexOf(letter);
  return at < 0 || !isPackable(body) ? null : { bit: 1 << at, body };
}

/** A roster row under one of its keys. */
export interface Holding {
  readonly row: number;
  readonly sure: boolean;
}

/** Collects the keys of the roster rows, in the order of the rows. */
export class KeyColumnsBuilder {
  private readonly rows = new NumberList();
  private readonly highs = new NumberList();
  private readonly lows = new NumberList();
  private readonly kinds = new NumberList();
  private readonly texts = new Map<string, Holding[]>();

  add(row: number, kind: KeyKind, key: string, sure: boolean): void {
    const column = columnOf(kind, key);
    if (column === null) {
      const text = `${kind} ${key}`;
      const known = this.texts.get(text);
      if (known === undefined) this.texts.set(text, [{ row, sure }]);
      else known.push({ row, sure });
      return;
    }
    const high = highPart(column.body);
    const low = lowPart(column.body);
    const kinds = column.bit | (sure ? column.bit << SURE : 0);
    // A G number mostly holds the ID that stands beside it: they share a place.
    for (let at = this.rows.length - 1; this.rows.at(at) === row; at -= 1)
      if (this.highs.at(at) === high && this.lows.at(at) === low) {
        this.kinds.set(at, this.kinds.at(at) | kinds);
        return;
      }
    this.rows.push(row);
    this.highs.push(high);
    this.lows.push(low);
    this.kinds.push(kinds);
  }

  done(rowCount: number): KeyColumns {
    return new KeyColumns(
      {
        rows: this.rows.done(),
        highs: this.highs.done(),
        lows: this.lows.done(),
        kinds: Uint16Array.from(this.kinds.done()),
      },
      this.texts,
      rowCount,
    );
  }
}

/** One place per row and body, in the order of the rows. */
interface Columns {
  readonly rows: Uint32Array;
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
  readonly kinds: Uint16Array;
}

/**
 * Every key of the roster in flat columns, in the order of the rows. The few keys of another form stand beside them as
 * texts.
 */
export class KeyColumns {
  readonly rows: Uint32Array;
  private readonly highs: Uint32Array;
  private readonly lows: Uint32Array;
  private readonly kinds: Uint16Array;
  private readonly texts: ReadonlyMap<string, readonly Holding[]>;
  private readonly exact: Buckets;
  private readonly starts: Uint32Array;

  constructor(columns: Columns, texts: ReadonlyMap<string, readonly Holding[]>, rowCount: number) {
    const { rows, highs, lows } = columns;
    this.rows = rows;
    this.highs = highs;
    this.lows = lows;
    this.kinds = columns.kinds;
    this.texts = texts;
    this.exact = new Buckets(highs.map((high, at) => mix(high, lows[at]!)));
    const starts = new Uint32Array(rowCount + 1);
    for (const row of rows) starts[row + 1]! += 1;
    for (let row = 0; row < rowCount; row += 1) starts[row + 1]! += starts[row]!;
    this.starts = starts;
  }

  /** Calls `visit` for every row that holds this key. */
  each(kind: KeyKind, key: string, visit: (holding: Holding) => void): void {
    const column = columnOf(kind, key);
    if (column === null) {
      for (const holding of this.texts.get(`${kind} ${key}`) ?? []) visit(holding);
      return;
    }
    const { bit } = column;
    this.eachPlace(highPart(column.body), lowPart(column.body), (at) => {
      if ((this.kinds[at]! & bit) !== 0) visit(this.holding(at, bit));
    });
  }

  /** Calls `visit` for every row whose identity cell holds this ID, `alias` for every row that holds it in a G number. */
  eachId(key: string, visit: (holding: Holding) => void, alias: (holding: Holding) => void): void {
    if (!isPackable(key)) {
      for (const holding of this.texts.get(`id ${key}`) ?? []) visit(holding);
      for (const holding of this.texts.get(`alias ${key}`) ?? []) alias(holding);
      return;
    }
    this.eachPlace(highPart(key), lowPart(key), (at) => {
      if ((this.kinds[at]! & ID) !== 0) visit(this.holding(at, ID));
      if ((this.kinds[at]! & ALIAS) !== 0) alias(this.holding(at, ALIAS));
    });
  }

  /** Calls `visit` with every row whose identity cell holds the key in a place. */
  eachHolder(at: number, visit: (row: number) => void): void {
    this.eachPlace(this.highs[at]!, this.lows[at]!, (place) => {
      if ((this.kinds[place]! & ID) !== 0) visit(this.rows[place]!);
    });
  }

  /** Whether the identity cell of a row of another student holds the key in a place. */
  isShared(at: number, studentOf: Int32Array): boolean {
    const student = studentOf[this.rows[at]!];
    let shared = false;
    this.eachPlace(this.highs[at]!, this.lows[at]!, (place) => {
      if ((this.kinds[place]! & ID) !== 0 && studentOf[this.rows[place]!] !== student) shared = true;
    });
    return shared;
  }

  private holding(at: number, bit: number): Holding {
    return { row: this.rows[at]!, sure: (this.kinds[at]! & (bit << SURE)) !== 0 };
  }

  private eachPlace(high: number, low: number, visit: (at: number) => void): void {
    const { highs, lows, exact } = this;
    const hash = mix(high, low);
    for (let i = exact.startOf(hash), end = exact.endOf(hash); i < end; i += 1) {
      const at = exact.itemAt(i);
      if (highs[at] === high && lows[at] === low) visit(at);
    }
  }

  /** Whether the body in this place is a resident ID, of the identity cell or inside a G number. */
  isId(at: number): boolean {
    return (this.kinds[at]! & (ID | ALIAS)) !== 0;
  }

  /** Whether the body in this place is a sure one as whatever ID it is. */
  isSureId(at: number): boolean {
    const ids = this.kinds[at]! & (ID | ALIAS);
    return ((this.kinds[at]! >> SURE) & ids) === ids;
  }

  /** First place of a row's packed keys; those of the next row follow. */
  startOf(row: number): number {
    return this.starts[row]!;
  }

  /** The place after the last of a row's packed keys. */
  endOf(row: number): number {
    return this.starts[row + 1]!;
  }

  /** The 18 characters in a place. */
  textAt(at: number): string {
    return unpacked(this.highs[at]!, this.lows[at]!);
  }

  /** The two numbers of the 18 characters. */
  highAt(at: number): number {
    return this.highs[at]!;
  }

  lowAt(at: number): number {
    return this.lows[at]!;
  }

  /** Digits 15 to 17. */
  sequenceAt(at: number): number {
    return (this.lows[at]! >>> 4) % 1000;
  }

  /** The division code: digits 1 to 6. */
  areaAt(at: number): number {
    const high = this.highs[at]!;
    return (high - (high % 1000)) / 1000;
  }

  /** One 32-bit key of division, sequence and check character: all of an ID but the birth date. */
  aroundBirthAt(at: number): number {
    return mix(this.areaAt(at), this.sequenceAt(at) * 16 + (this.lows[at]! & 15));
  }
}

/** {@link KeyColumns.aroundBirthAt} of a text; texts of another form get keys that nobody has. */
export function aroundBirth(id: string): number {
  if (!isPackable(id)) return textKey(id);
  const check = id.charAt(17) === 'X' ? 10 : id.charCodeAt(17) - 48;
  return mix(Number(id.slice(0, 6)), Number(id.slice(14, 17)) * 16 + check);
}
