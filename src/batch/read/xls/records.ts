/** The BIFF8 records that carry something of a table ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  dateSystem: 0x0022,
  encryption: 0x002f,
  continuation: 0x003c,
  columns: 0x007d,
  boundSheet: 0x0085,
  filterMode: 0x009b,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  cellFormat: 0x00e0,
  merges: 0x00e5,
  sharedStrings: 0x00fc,
  sharedString: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

export interface BiffRecord {
  readonly id: number;
  /** Offset of the record's head in the stream: what a sheet entry points to. */
  readonly at: number;
  /** The body, then the bodies of the continuations that follow it. */
  readonly blocks: readonly Uint8Array[];
}

/** Thrown where a record says more than it holds. */
export class BiffError extends Error {}

/** Cuts a stream into records. A record that runs past the end is an error: the file is cut off. */
export function* recordsOf(stream: Uint8Array, from = 0): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const head = (at: number): { id: number; end: number } | null => {
    if (at + 4 > stream.length) return null;
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > stream.length) throw new BiffError('record');
    return { id: view.getUint16(at, true), end };
  };
  let at = from;
  for (let record = head(at); record !== null; record = head(at)) {
    const start = at;
    const blocks = [stream.subarray(at + 4, record.end)];
    at = record.end;
    for (let next = head(at); next?.id === RECORD.continuation; next = head(at)) {
      blocks.push(stream.subarray(at + 4, next.end));
      at = next.end;
    }
    yield { id: record.id, at: start, blocks };
  }
}

/** Reads the fields of a record, going on in its continuations. */
export class Fields {
  private readonly blocks: readonly Uint8Array[];
  private block = 0;
  private at = 0;

  constructor(record: BiffRecord) {
    this.blocks = record.blocks;
  }

  u8(): number {
    let current = this.blocks[this.block];
    while (current !== undefined && this.at >= current.length) {
      this.block += 1;
      this.at = 0;
      current = this.blocks[this.block];
    }
    const byte = current?.[this.at];
    if (byte === undefined) throw new BiffError('field');
    this.at += 1;
    return byte;
  }

  u16(): number {
    const low = this.u8();
    return low | (this.u8() << 8);
  }

  u32(): number {
    const low = this.u16();
    return low + this.u16() * 0x10000;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.u8());
  }

  f64(): number {
    return new DataView(this.bytes(8).buffer).getFloat64(0, true);
  }

  /** A number of 30 bits: an integer or the upper part of a double, either of them perhaps in hundredths. */
  rk(): number {
    const raw = this.u32();
    const kept = raw - (raw % 4);
    let value: number;
    if ((raw & 2) !== 0) value = (raw | 0) >> 2;
    else {
      const view = new DataView(new ArrayBuffer(8));
      view.setUint32(4, kept, true);
      value = view.getFloat64(0, true);
    }
    return (raw & 1) !== 0 ? value / 100 : value;
  }

  skip(count: number): void {
    let left = count;
    while (left > 0) {
      const current = this.blocks[this.block];
      if (current === undefined) throw new BiffError('field');
      const here = Math.min(left, current.length - this.at);
      this.at += here;
      left -= here;
      if (left > 0) {
        this.block += 1;
        this.at = 0;
      }
    }
  }

  /** Characters of one or two bytes. Where they go on in a continuation, its first byte says the width anew. */
  private characters(count: number, firstWide: boolean): string {
    let wide = firstWide;
    const units: number[] = [];
    for (let i = 0; i < count; i++) {
      const current = this.blocks[this.block];
      if (current !== undefined && this.at >= current.length && this.block + 1 < this.blocks.length) {
        this.block += 1;
        this.at = 0;
        wide = (this.u8() & 1) !== 0;
      }
      units.push(wide ? this.u16() : this.u8());
    }
    let text = '';
    for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.slice(i, i + 8192));
    return text;
  }

  /** A string with its length before it, in one byte or in two; formatting runs and phonetic data are passed over. */
  string(lengthBytes: 1 | 2): string {
    const length = lengthBytes === 1 ? this.u8() : this.u16();
    const flags = this.u8();
    const runs = (flags & 8) !== 0 ? this.u16() : 0;
    const extension = (flags & 4) !== 0 ? this.u32() : 0;
    const text = this.characters(length, (flags & 1) !== 0);
    this.skip(runs * 4 + extension);
    return text;
  }
}
