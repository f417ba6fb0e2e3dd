import { crc32, inflateRawSync } from 'node:zlib';
import type { Findings } from '../findings.js';
import { READ_LIMITS } from '../limits.js';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * A zip archive that is believed in nothing. Its directory is walked and judged before a byte is inflated (number of
 * entries, declared sizes, ratios, names); then each member is inflated with its declared size as the hard end, the
 * bytes that really come out are counted over the whole archive, and their checksum must be right.
 * Issues: `read.zipDamaged`, `read.zipPath`, `read.zipDuplicate`, `read.encrypted`, `read.limit`.
 */
export class Zip {
  private readonly bytes: Buffer;
  private readonly findings: Findings;
  private readonly entries = new Map<string, Entry>();
  private inflated = 0;

  constructor(bytes: Uint8Array, findings: Findings) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.findings = findings;
    this.walk();
  }

  private damaged(part: string): never {
    return this.findings.refuse('read.zipDamaged', { part });
  }

  private big(at: number): number {
    const value = this.bytes.readBigUInt64LE(at);
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
  }

  private directory(): { count: number; at: number } {
    const { bytes } = this;
    let end = bytes.length - END_LENGTH;
    const lowest = end - LONGEST_COMMENT;
    while (end >= 0 && end >= lowest && bytes.readUInt32LE(end) !== END) end -= 1;
    if (end < 0 || end < lowest) return this.damaged('end of directory');
    const count = bytes.readUInt16LE(end + 10);
    const at = bytes.readUInt32LE(end + 16);
    const locator = end - 20;
    const isBig =
      (count === FULL_16 || at === FULL_32) && locator >= 0 && bytes.readUInt32LE(locator) === END_64_LOCATOR;
    if (!isBig) return { count, at };
    const end64 = this.big(locator + 8);
    if (end64 + 56 > bytes.length || bytes.readUInt32LE(end64) !== END_64)
      return this.damaged('end of directory');
    return { count: this.big(end64 + 32), at: this.big(end64 + 48) };
  }

  private walk(): void {
    const { count, at: start } = this.directory();
    if (count > READ_LIMITS.zipEntries) this.findings.limit('zipEntries');
    let at = start;
    let declared = 0;
    for (let i = 0; i < count; i++) {
      if (at + 46 > this.bytes.length || this.bytes.readUInt32LE(at) !== CENTRAL) this.damaged('directory');
      const nameLength = this.bytes.readUInt16LE(at + 28);
      const extraLength = this.bytes.readUInt16LE(at + 30);
      const next = at + 46 + nameLength + extraLength + this.bytes.readUInt16LE(at + 32);
      if (next > this.bytes.length) this.damaged('directory');
      const entry = this.entry(at, nameLength, extraLength);
      declared += entry.size;
      this.judge(entry);
      if (declared > READ_LIMITS.zipBytes) this.findings.limit('zipBytes');
      const key = entry.name.toLowerCase();
      if (this.entries.has(key)) this.findings.refuse('read.zipDuplicate');
      this.entries.set(key, entry);
      at = next;
    }
  }

  private entry(at: number, nameLength: number, extraLength: number): Entry {
    const { bytes } = this;
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    let packed = bytes.readUInt32LE(at + 20);
    let size = bytes.readUInt32LE(at + 24);
    let offset = bytes.readUInt32LE(at + 42);
    const extraEnd = at + 46 + nameLength + extraLength;
    for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd; ) {
      const id = bytes.readUInt16LE(extra);
      const fieldEnd = extra + 4 + bytes.readUInt16LE(extra + 2);
      if (fieldEnd > extraEnd) break;
      let field = extra + 4;
      const next = (): number => {
        if (field + 8 > fieldEnd) return this.damaged('directory');
        field += 8;
        return this.big(field - 8);
      };
      if (id === 1) {
        if (size === FULL_32) size = next();
        if (packed === FULL_32) packed = next();
        if (offset === FULL_32) offset = next();
      }
      extra = fieldEnd;
    }
    return {
      name,
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      crc: bytes.readUInt32LE(at + 16),
      packed,
      size,
      at: offset,
    };
  }

  private judge({ name, size, packed, encrypted }: Entry): void {
    if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')) {
      this.findings.refuse('read.zipPath');
    }
    if (encrypted) this.findings.refuse('read.encrypted');
    if (size > READ_LIMITS.zipEntryBytes) this.findings.limit('zipEntryBytes');
    if (size > READ_LIMITS.zipRatioFrom && size > packed * READ_LIMITS.zipRatio)
      this.findings.limit('zipRatio');
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  /** The bytes of a member, or `undefined` where there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    const { bytes } = this;
    if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL) return this.damaged(name);
    const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
    if (start + entry.packed > bytes.length) return this.damaged(name);
    const content = this.unpack(entry, bytes.subarray(start, start + entry.packed));
    this.inflated += content.length;
    if (this.inflated > READ_LIMITS.zipBytes) this.findings.limit('zipBytes');
    if (content.length !== entry.size || crc32(content) !== entry.crc) return this.damaged(name);
    return content;
  }

  private unpack(entry: Entry, packed: Buffer): Buffer {
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) return this.damaged(entry.name);
    const room = READ_LIMITS.zipBytes - this.inflated;
    // One byte more than declared is allowed to come out, so that a lie about the size is seen as such.
    const most = Math.min(entry.size + 1, room + 1);
    try {
      return inflateRawSync(packed, { maxOutputLength: most });
    } catch (cause) {
      if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
        return this.findings.limit('zipEntryBytes');
      return this.damaged(entry.name);
    }
  }
}
