import { Bytes } from '../../../fixtures/generator/writers/bytes.js';
import { writeOle } from '../../../fixtures/generator/writers/ole.js';

export const record = (id: number, body: Bytes = new Bytes()): Uint8Array => {
  const bytes = body.done();
  return new Bytes().u16(id, bytes.length).raw(bytes).done();
};

export function wide(text: string): Bytes {
  const out = new Bytes();
  for (let i = 0; i < text.length; i++) out.u16(text.charCodeAt(i));
  return out;
}

const bof = (kind: number, version = 0x0600): Uint8Array =>
  record(0x0809, new Bytes().u16(version, kind, 0, 0).u32(0, 0));
export const EOF = record(0x000a);

export interface BiffSheet {
  readonly name: string;
  readonly state?: number;
  readonly kind?: number;
  readonly records: readonly Uint8Array[];
}

/** The workbook stream, from records written by hand. Cell format 0 is General, 1 a date, 2 a time. */
export function biffStream(
  sheets: readonly BiffSheet[],
  more: { readonly globals?: readonly Uint8Array[]; readonly version?: number } = {},
): Uint8Array {
  const out = new Bytes();
  out.raw(bof(0x0005, more.version));
  for (const part of more.globals ?? []) out.raw(part);
  for (const format of [0, 31, 20]) out.raw(record(0x00e0, new Bytes().u16(0, format).padTo(20)));
  const starts = sheets.map((sheet) => {
    const at = out.length + 4;
    const head = new Bytes()
      .u32(0)
      .u8(sheet.state ?? 0)
      .u8(sheet.kind ?? 0);
    out.raw(record(0x0085, head.u8(sheet.name.length).u8(1).raw(wide(sheet.name).done())));
    return at;
  });
  out.raw(EOF);
  sheets.forEach((sheet, i) => {
    out.patch32(starts[i]!, out.length);
    out.raw(bof(0x0010));
    for (const part of sheet.records) out.raw(part);
    out.raw(EOF);
  });
  return out.done();
}

export const biff = (...args: Parameters<typeof biffStream>): Uint8Array =>
  writeOle('Workbook', biffStream(...args));

export const at = (row: number, column: number, format = 0): Bytes => new Bytes().u16(row, column, format);
export const number = (row: number, column: number, value: number, format = 0): Uint8Array =>
  record(0x0203, at(row, column, format).f64(value));
export const label = (row: number, column: number, text: string): Uint8Array =>
  record(0x0204, at(row, column).u16(text.length).u8(1).raw(wide(text).done()));
