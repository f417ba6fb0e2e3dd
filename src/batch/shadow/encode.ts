/** Encodings in which twins are written, as the files beside which they stand. */
export type TwinEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** Text as bytes of an encoding. Lone halves of a pair become U+FFFD, as everywhere. */
export function encode(text: string, encoding: TwinEncoding): Uint8Array {
  const whole = text.replace(/\p{Surrogate}/gu, '\u{FFFD}');
  if (encoding === 'utf-16le') return Buffer.from(`\u{FEFF}${whole}`, 'utf16le');
  if (encoding === 'utf-8') return new TextEncoder().encode(whole);
  return Uint8Array.from([...whole].flatMap((sign) => gb18030(sign)));
}

let known: ReadonlyMap<string, readonly number[]> | undefined;

function gb18030(sign: string): readonly number[] {
  const code = sign.codePointAt(0) as number;
  if (code < 0x80) return [code];
  if (code > 0xffff) return fourBytes(code - 0x1_0000 + FIRST_ASTRAL);
  known ??= codesOfDecoder();
  return known.get(sign) ?? REPLACEMENT;
}

/** The code of U+FFFD. */
const REPLACEMENT: readonly number[] = [0x84, 0x31, 0xa4, 0x37];

/** Number of the four-byte code that stands for the first sign beyond the basic plane, and how many stand for that plane. */
const FIRST_ASTRAL = 189_000;
const OF_BASIC_PLANE = 39_420;

const fourBytes = (n: number): readonly number[] => [
  0x81 + Math.floor(n / 12_600),
  0x30 + (Math.floor(n / 1_260) % 10),
  0x81 + (Math.floor(n / 10) % 126),
  0x30 + (n % 10),
];

/** What the platform reads from each code, turned round: there is a decoder and no encoder. */
function codesOfDecoder(): ReadonlyMap<string, readonly number[]> {
  const codes: (readonly number[])[] = [];
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) if (second !== 0x7f) codes.push([first, second]);
  for (let n = 0; n < OF_BASIC_PLANE; n += 1) codes.push(fourBytes(n));
  const bytes = Uint8Array.from(codes.flatMap((code) => [...code, 0x0a]));
  const signs = new TextDecoder('gb18030').decode(bytes).split('\n');
  const found = new Map<string, readonly number[]>();
  for (const [i, sign] of signs.entries()) {
    const code = codes[i];
    if (code !== undefined && sign.length === 1 && sign !== '\u{FFFD}' && !found.has(sign))
      found.set(sign, code);
  }
  return found;
}
