import type { TableFile } from '../table.js';

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

/**
 * Records of a delimited text, counted on its bytes by nothing but line ends and quotes, and so apart from the reader
 * whose work it is held against. No byte of a character in UTF-8 or GB18030 is a line end, quote or delimiter of its
 * own. Blank records at the end do not count. `null` for workbooks, and where quotes inside a field make lines
 * ambiguous.
 */
export function countRecords(
  bytes: Uint8Array,
  table: TableFile,
  delimiter: ',' | ';' | '\t' | null,
): number | null {
  if (table.encoding === undefined || (table.format !== 'csv' && table.format !== 'tsv')) return null;
  if (table.issues.some((issue) => issue.code === 'read.quoteInField')) return null;
  const wide = table.encoding === 'utf-16le';
  const step = wide ? 2 : 1;
  const at = (i: number): number => {
    const byte = bytes[i] as number;
    // Of a wide character only one whose upper byte is 0 can be a line end or a quote.
    return wide && bytes[i + 1] !== 0 ? 0x80 : byte;
  };
  const start =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : wide && bytes[0] === 0xff ? 2 : 0;
  const separator = delimiter === null ? null : delimiter.charCodeAt(0);
  let [records, lastFilled] = [0, 0];
  let [filled, quoted, fieldStart, open] = [false, false, true, false];
  const end = (): void => {
    records += 1;
    if (filled) lastFilled = records;
    [filled, fieldStart, open] = [false, true, false];
  };
  for (let i = start; i < bytes.length; i += step) {
    const byte = at(i);
    if (quoted) {
      if (byte !== QUOTE) filled = true;
      else if (i + step < bytes.length && at(i + step) === QUOTE) {
        filled = true;
        i += step;
      } else quoted = false;
      continue;
    }
    if (byte === LF || byte === CR) {
      if (byte === CR && i + step < bytes.length && at(i + step) === LF) i += step;
      end();
      continue;
    }
    open = true;
    if (byte === QUOTE && fieldStart) quoted = true;
    else if (isSeparator(byte, separator, table.format)) {
      fieldStart = true;
      continue;
    } else filled = true;
    fieldStart = false;
  }
  if (open) end();
  return lastFilled;
}

const isSeparator = (byte: number, stated: number | null, format: 'csv' | 'tsv'): boolean =>
  stated !== null ? byte === stated : format === 'tsv' ? byte === 0x09 : byte === 0x2c || byte === 0x3b;
