import { crc32, deflateRawSync } from 'node:zlib';
import { Bytes } from '../../../fixtures/generator/writers/bytes.js';

export interface Member {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the directory says instead of the truth. */
  readonly says?: { readonly size?: number; readonly crc?: number; readonly flags?: number };
}

/** A deflated zip archive that may lie. */
export function archive(members: readonly Member[], says: { readonly count?: number } = {}): Uint8Array {
  const out = new Bytes();
  const directory = new Bytes();
  for (const member of members) {
    const name = new TextEncoder().encode(member.name);
    const content =
      typeof member.content === 'string' ? new TextEncoder().encode(member.content) : member.content;
    const packed = deflateRawSync(content);
    const crc = member.says?.crc ?? crc32(content);
    const size = member.says?.size ?? content.length;
    const flags = 0x0800 | (member.says?.flags ?? 0);
    const at = out.length;
    out.u32(0x04034b50).u16(20, flags, 8, 0, 0x21).u32(crc, packed.length, size);
    out.u16(name.length, 0).raw(name).raw(packed);
    directory.u32(0x02014b50).u16(20, 20, flags, 8, 0, 0x21).u32(crc, packed.length, size);
    directory.u16(name.length, 0, 0, 0, 0).u32(0, at).raw(name);
  }
  const at = out.length;
  const count = says.count ?? members.length;
  out
    .raw(directory.done())
    .u32(0x06054b50)
    .u16(0, 0, count & 0xffff, count & 0xffff);
  return out.u32(directory.length, at).u16(0).done();
}
