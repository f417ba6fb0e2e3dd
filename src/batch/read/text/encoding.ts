import type { Findings } from '../findings.js';
import { KNOWN_HEADERS } from './known-headers.js';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const LF = 0x0a;
const CR = 0x0d;
const HEADER_LINES = 40;
const HEADER_BYTES = 64 * 1024;

/**
 * Always the label `gb18030`, never `gbk`: the two differ on a hundred characters, and which ones depends on the
 * version of the runtime.
 */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markOf(bytes: Uint8Array): Encoding | 'utf-16be' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return null;
}

/** Lines of bytes, without their ends. No multi-byte character of the three encodings hides a line end from this. */
function* byteLines(bytes: Uint8Array, wide: boolean): Generator<Uint8Array> {
  const step = wide ? 2 : 1;
  const at = (i: number): number => (wide ? bytes[i]! | ((bytes[i + 1] ?? 0) << 8) : bytes[i]!);
  let start = 0;
  for (let i = 0; i < bytes.length; i += step) {
    const unit = at(i);
    if (unit !== LF && unit !== CR) continue;
    yield bytes.subarray(start, i);
    if (unit === CR && at(i + step) === LF) i += step;
    start = i + step;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}

function refuseBytes(bytes: Uint8Array, encoding: Encoding, findings: Findings): never {
  let line = 0;
  let first = 0;
  let count = 0;
  for (const part of byteLines(bytes, encoding === 'utf-16le')) {
    line += 1;
    if (decode(part, encoding) !== null) continue;
    count += 1;
    if (first === 0) first = line;
  }
  const end = bytes.at(encoding === 'utf-16le' ? -2 : -1);
  if (count === 1 && first === line && end !== LF && end !== CR) {
    return findings.refuse('read.truncatedCharacter', { encoding }, { row: line });
  }
  return findings.refuse('read.badByte', { encoding, line: first, count }, { row: first });
}

/** The first lines, where a header must be. */
function headerArea(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, HEADER_BYTES);
  let lines = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] === LF && ++lines === HEADER_LINES) return head.subarray(0, i);
  }
  return head;
}

function knownNames(area: Uint8Array, encoding: Encoding, known: readonly string[]): number {
  const text = new TextDecoder(encoding).decode(area);
  return known.filter((name) => text.includes(name)).length;
}

/** Of the bytes above ASCII, the share that form well-formed UTF-8 sequences. */
function utf8Share(bytes: Uint8Array): number {
  let high = 0;
  let formed = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      i += 1;
      continue;
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    let whole = byte >= 0xc2 && byte <= 0xf4;
    for (let k = 1; k < length && whole; k++) whole = (bytes[i + k] ?? 0) >> 6 === 0b10;
    high += whole ? length : 1;
    formed += whole ? length : 0;
    i += whole ? length : 1;
  }
  return high === 0 ? 1 : formed / high;
}

/**
 * Which of the two an unmarked file is. The header names say it; where none is known, a file that is valid in one
 * way only is that, and one that is valid in both ways is refused. A file that is valid in neither, or whose header
 * is UTF-8 and a row is not, must not slip through as the other one: the byte majority decides which row to blame.
 */
function unmarked(bytes: Uint8Array, known: readonly string[], findings: Findings): Encoding {
  if (bytes.every((byte) => byte < 0x80)) return 'utf-8';
  const names = [...new Set([...KNOWN_HEADERS, ...known])].filter((name) => /\P{ASCII}/u.test(name));
  const area = headerArea(bytes);
  const asUtf8 = knownNames(area, 'utf-8', names);
  const asGb = knownNames(area, 'gb18030', names);
  if (asUtf8 !== asGb) return asUtf8 > asGb ? 'utf-8' : 'gb18030';
  const utf8 = decode(bytes, 'utf-8') !== null;
  const gb = decode(bytes, 'gb18030') !== null;
  if (utf8 && gb) return findings.refuse('read.encodingAmbiguous');
  if (utf8) return 'utf-8';
  return utf8Share(bytes) > 0.5 ? 'utf-8' : 'gb18030';
}

/** So many NUL bytes stand on the one side of the pairs for one on the other, where a character such as 一 has its own. */
const ONE_SIDED = 8;

/** NUL bytes on one side of nearly every pair: text of two-byte units without its mark. */
function looksWide(bytes: Uint8Array): boolean {
  const sides = [0, 0];
  const head = bytes.subarray(0, HEADER_BYTES);
  for (let i = 0; i < head.length; i++) if (head[i] === 0) sides[i % 2]! += 1;
  const [even = 0, odd = 0] = sides;
  return (even > 1 || odd > 1) && (even >= odd * ONE_SIDED || odd >= even * ONE_SIDED);
}

function refuseNul(bytes: Uint8Array, findings: Findings): void {
  if (!bytes.includes(0)) return;
  if (bytes.length % 2 === 0 && looksWide(bytes)) findings.refuse('read.utf16NoBom');
  let line = 0;
  for (const part of byteLines(bytes, false)) {
    line += 1;
    if (part.includes(0)) findings.refuse('read.nul', { line }, { row: line });
  }
}

/**
 * Decodes a text file: by its byte-order mark, else as stated, else by which decoding shows known header names.
 * Refuses rather than guesses, and refuses a file with one wrong byte by its line: nothing becomes U+FFFD here.
 */
export function decodeText(
  bytes: Uint8Array,
  options: {
    readonly encoding?: Encoding | undefined;
    readonly knownHeaders?: readonly string[] | undefined;
  },
  findings: Findings,
): DecodedText {
  const mark = markOf(bytes);
  if (mark === 'utf-16be') return findings.refuse('read.unsupportedFormat', { format: 'UTF-16BE' });
  const stated = options.encoding;
  if (mark !== null && stated !== undefined && stated !== mark) {
    return findings.refuse('read.encodingContradictsBom', { stated, found: mark });
  }
  if (mark !== null) findings.note('read.bom', { encoding: mark });
  if ((mark ?? stated) !== 'utf-16le') refuseNul(bytes, findings);
  const encoding = mark ?? stated ?? unmarked(bytes, options.knownHeaders ?? [], findings);
  const text = decode(bytes, encoding) ?? refuseBytes(bytes, encoding, findings);
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, encoding };
}
