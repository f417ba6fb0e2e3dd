import type { KeyKind } from '../entry-reading.js';
import { highPart, isPackable, lowPart, mix, textKey } from './packed-id.js';
import { Postings } from './postings.js';

/** The letter of a student number, or none for an ID of the identity cell and for the ID inside a G number. */
const KINDS: readonly string[] = ['id', 'alias', 'G', 'J', 'L'];

/** Where a key of this kind and text is kept: the kind as a number, and the 18 characters that are packed. */
function columnOf(kind: KeyKind, key: string): { readonly kind: number; readonly body: string } | null {
  const letter = kind === 'number' ? key.charAt(0) : kind;
  const body = kind === 'number' ? key.slice(1) : key;
  const at = KINDS.indexOf(letter);
  return at < 0 || !isPackable(body) ? null : { kind: at, body };
}

/** A roster row under one of its keys. */
export interface Holding {
  readonly row: number;
  readonly sure: boolean;
}

/** The place of a key that stands as a text. */
const NO_PLACE = -1;

/** Collects the keys of the roster rows, in the order of the rows. */
export class KeyColumnsBuilder {
  private readonly bodies: string[] = [];
  private readonly rows: number[] = [];
  private readonly highs: number[] = [];
  private readonly lows: number[] = [];
  private readonly kinds: number[] = [];
  private readonly sures: number[] = [];
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
    this.bodies.push(column.body);
    this.rows.push(row);
    this.highs.push(highPart(column.body));
    this.lows.push(lowPart(column.body));
    this.kinds.push(column.kind);
    this.sures.push(sure ? 1 : 0);
  }

  done(rowCount: number): KeyColumns {
    return new KeyColumns(
      {
        rows: Uint32Array.from(this.rows),
        highs: Uint32Array.from(this.highs),
        lows: Uint32Array.from(this.lows),
        kinds: Uint8Array.from(this.kinds),
        sures: Uint8Array.from(this.sures),
        bodies: this.bodies,
      },
      this.texts,
      rowCount,
    );
  }
}

/** One place per packed key, in the order of the rows. */
interface Columns {
  readonly rows: Uint32Array;
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
  readonly kinds: Uint8Array;
  readonly sures: Uint8Array;
  /** The 18 characters. */
  readonly bodies: readonly string[];
}

/**
 * Every key of the roster in flat columns, in the order of the rows. The few keys of another form stand beside them as
 * texts.
 */
export class KeyColumns {
  readonly rows: Uint32Array;
  private readonly highs: Uint32Array;
  private readonly lows: Uint32Array;
  private readonly kinds: Uint8Array;
  private readonly sures: Uint8Array;
  private readonly bodies: readonly string[];
  private readonly texts: ReadonlyMap<string, readonly Holding[]>;
  private readonly exact: Postings;
  private readonly starts: Uint32Array;

  constructor(columns: Columns, texts: ReadonlyMap<string, readonly Holding[]>, rowCount: number) {
    const { rows, highs, lows } = columns;
    this.rows = rows;
    this.highs = highs;
    this.lows = lows;
    this.kinds = columns.kinds;
    this.sures = columns.sures;
    this.bodies = columns.bodies;
    this.texts = texts;
    this.exact = new Postings(highs.map((high, at) => mix(high, lows[at]!)));
    const starts = new Uint32Array(rowCount + 1);
    for (const row of rows) starts[row + 1]! += 1;
    for (let row = 0; row < rowCount; row += 1) starts[row + 1]! += starts[row]!;
    this.starts = starts;
  }

  /** Calls `visit` for every row that holds this key. */
  each(kind: KeyKind, key: string, visit: (holding: Holding, place: number) => void): void {
    const column = columnOf(kind, key);
    if (column === null) {
      for (const holding of this.texts.get(`${kind} ${key}`) ?? []) visit(holding, NO_PLACE);
      return;
    }
    const [high, low] = [highPart(column.body), lowPart(column.body)];
    this.exact.each(mix(high, low), (at) => {
      if (this.highs[at] === high && this.lows[at] === low && this.kinds[at] === column.kind)
        visit({ row: this.rows[at]!, sure: this.sures[at] === 1 }, at);
    });
  }

  /** Whether the key in this place is a resident ID, of the identity cell or inside a G number. */
  isId(at: number): boolean {
    return this.kinds[at]! <= 1;
  }

  /** Whether an earlier key of the row is the same resident ID. */
  repeats(at: number): boolean {
    const row = this.rows[at]!;
    for (let before = this.starts[row]!; before < at; before += 1)
      if (this.isId(before) && this.bodies[before] === this.bodies[at]) return true;
    return false;
  }

  isSure(at: number): boolean {
    return this.sures[at] === 1;
  }

  /** First place and the place after the last of a row's packed keys. */
  placesOf(row: number): readonly [from: number, to: number] {
    return [this.starts[row]!, this.starts[row + 1]!];
  }

  /** The 18 characters in a place. */
  textAt(at: number): string {
    return this.bodies[at]!;
  }

  /** The division code: digits 1 to 6. */
  areaAt(at: number): number {
    const high = this.highs[at]!;
    return (high - (high % 1000)) / 1000;
  }

  /** One 32-bit key of division, sequence and check character: all of an ID but the birth date. */
  aroundBirthAt(at: number): number {
    const low = this.lows[at]!;
    const check = low % 16;
    const sequence = ((low - check) / 16) % 1000;
    return mix(this.areaAt(at), sequence * 16 + check);
  }
}

/** {@link KeyColumns.aroundBirthAt} of a text; texts of another form get keys that nobody has. */
export function aroundBirth(id: string): number {
  if (!isPackable(id)) return textKey(id);
  const check = id.charAt(17) === 'X' ? 10 : id.charCodeAt(17) - 48;
  return mix(Number(id.slice(0, 6)), Number(id.slice(14, 17)) * 16 + check);
}
