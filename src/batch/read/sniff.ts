/** What the bytes are, told from the bytes alone. */
export type Content =
  | { readonly kind: 'zip' | 'ole' | 'html' | 'text' }
  | { readonly kind: 'notATable' | 'unsupported'; readonly format: string };

const SIGNATURES: readonly (readonly [readonly number[], Content])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { kind: 'zip' }],
  [[0x50, 0x4b, 0x05, 0x06], { kind: 'zip' }],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], { kind: 'ole' }],
  [[0x25, 0x50, 0x44, 0x46], { kind: 'notATable', format: 'PDF' }],
  [[0x52, 0x61, 0x72, 0x21], { kind: 'notATable', format: 'RAR' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { kind: 'notATable', format: '7z' }],
  [[0x1f, 0x8b], { kind: 'notATable', format: 'gzip' }],
  [[0x89, 0x50, 0x4e, 0x47], { kind: 'notATable', format: 'PNG' }],
  [[0xff, 0xd8, 0xff], { kind: 'notATable', format: 'JPEG' }],
  // A BIFF stream without its OLE2 container: what very old exporters and some web systems write.
  [[0x09, 0x08, 0x10, 0x00], { kind: 'unsupported', format: 'BIFF8 (bare)' }],
  [[0x09, 0x08, 0x08, 0x00], { kind: 'unsupported', format: 'BIFF5' }],
  [[0x09, 0x04, 0x06, 0x00], { kind: 'unsupported', format: 'BIFF4' }],
  [[0x09, 0x02, 0x06, 0x00], { kind: 'unsupported', format: 'BIFF3' }],
  [[0x09, 0x00, 0x04, 0x00], { kind: 'unsupported', format: 'BIFF2' }],
];

const HEAD = 4096;

/** Tells the content of a file from its first bytes; a name or an extension is never looked at. */
export function sniff(bytes: Uint8Array): Content {
  for (const [signature, content] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return content;
  }
  // Latin-1 keeps every byte; dropping NULs makes the tags of a UTF-16 page visible as well.
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '');
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '');
  if (/^MIME-Version:/i.test(start)) return { kind: 'unsupported', format: 'MHTML' };
  if (start.startsWith('<')) {
    if (/schemas-microsoft-com:office:spreadsheet/i.test(start) && !/<html\b/i.test(start)) {
      return { kind: 'unsupported', format: 'XML Spreadsheet 2003' };
    }
    if (/<(?:!doctype\s+html|html|table|body|head)\b/i.test(start)) return { kind: 'html' };
  }
  return { kind: 'text' };
}
