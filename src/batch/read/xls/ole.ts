import type { Findings } from '../findings.js';

const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
const IN_HEADER = 109;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The streams of an OLE2 compound file ([MS-CFB]), the container of `.xls` and of encrypted workbooks. A chain that
 * runs in circles or out of the file is refused with `read.xlsUnreadable`.
 */
export class OleFile {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly findings: Findings;
  private readonly sector: number;
  private readonly miniSector: number;
  private readonly miniCutoff: number;
  private readonly fat: number[] = [];
  private readonly entries: Entry[] = [];

  constructor(bytes: Uint8Array, findings: Findings) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.findings = findings;
    if (bytes.length < 512) this.unreadable();
    const shift = this.view.getUint16(30, true);
    const miniShift = this.view.getUint16(32, true);
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) this.unreadable();
    this.sector = 1 << shift;
    this.miniSector = 1 << miniShift;
    this.miniCutoff = this.view.getUint32(56, true);
    this.readFat();
    this.readDirectory();
  }

  private unreadable(): never {
    return this.findings.refuse('read.xlsUnreadable', { part: 'OLE2' });
  }

  private sectorAt(number: number): Uint8Array {
    const from = (number + 1) * this.sector;
    // The last sector of a file may be short: some writers do not pad it.
    if (from >= this.bytes.length) return this.unreadable();
    return this.bytes.subarray(from, from + this.sector);
  }

  private numbersIn(sector: Uint8Array): number[] {
    const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
    return Array.from({ length: sector.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
  }

  private readFat(): void {
    const count = this.view.getUint32(44, true);
    const most = Math.ceil(this.bytes.length / this.sector);
    if (count > most) this.unreadable();
    const numbers: number[] = [];
    for (let i = 0; i < IN_HEADER; i++) numbers.push(this.view.getUint32(76 + i * 4, true));
    let next = this.view.getUint32(68, true);
    for (let seen = 0; next !== END_OF_CHAIN && next !== FREE; seen++) {
      if (seen > most) this.unreadable();
      const more = this.numbersIn(this.sectorAt(next));
      next = more.pop() ?? END_OF_CHAIN;
      numbers.push(...more);
    }
    for (const number of numbers.filter((n) => n !== FREE).slice(0, count)) {
      for (const link of this.numbersIn(this.sectorAt(number))) this.fat.push(link);
    }
  }

  private chain(start: number, links: readonly number[], take: (number: number) => Uint8Array): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let at = start; at !== END_OF_CHAIN && at !== FREE; ) {
      if (parts.length > links.length) return this.unreadable();
      parts.push(take(at));
      const next = links[at];
      if (next === undefined) return this.unreadable();
      at = next;
    }
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    return whole;
  }

  private readDirectory(): void {
    const bytes = this.chain(this.view.getUint32(48, true), this.fat, (n) => this.sectorAt(n));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const kind = bytes[at + 66]!;
      const length = Math.min(view.getUint16(at + 64, true), 64);
      let name = '';
      for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
      if (kind !== 0)
        this.entries.push({
          name,
          kind,
          start: view.getUint32(at + 116, true),
          size: view.getUint32(at + 120, true),
        });
    }
  }

  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  /** The bytes of a stream, or `undefined` where there is none of that name. */
  stream(name: string): Uint8Array | undefined {
    const entry = this.entries.find((one) => one.kind === STREAM && one.name === name);
    if (entry === undefined) return undefined;
    if (entry.size > this.bytes.length) return this.unreadable();
    const bytes =
      entry.size < this.miniCutoff
        ? this.small(entry)
        : this.chain(entry.start, this.fat, (n) => this.sectorAt(n));
    if (bytes.length < entry.size) return this.unreadable();
    return bytes.subarray(0, entry.size);
  }

  private small(entry: Entry): Uint8Array {
    const root = this.entries.find(({ kind }) => kind === ROOT);
    if (root === undefined) return this.unreadable();
    const content = this.chain(root.start, this.fat, (n) => this.sectorAt(n));
    const table = this.chain(this.view.getUint32(60, true), this.fat, (n) => this.sectorAt(n));
    return this.chain(entry.start, this.numbersIn(table), (n) => {
      const from = n * this.miniSector;
      if (from >= content.length) return this.unreadable();
      return content.subarray(from, from + this.miniSector);
    });
  }
}
