import { CONFUSABLE } from './tables/confusable.js';
import { PRIVATE_USE } from './tables/private-use.js';
import { RADICALS } from './tables/radicals.js';
import { SIMPLIFIED } from './tables/simplified.js';

/** Which signs become others. */
interface Fold {
  readonly signs: ReadonlyMap<string, string>;
  /** By code unit: 1 where a sign that changes begins with it. Most names have none, and are done with at once. */
  readonly begins: Uint8Array;
}

/** A table is unfolded when it is first asked for: who only determines never pays for it. */
function onFirstUse(make: () => ReadonlyMap<string, string>): () => Fold {
  let made: Fold | undefined;
  return () => {
    made ??= foldOf(make());
    return made;
  };
}

function foldOf(signs: ReadonlyMap<string, string>): Fold {
  const begins = new Uint8Array(0x10000);
  for (const sign of signs.keys()) begins[sign.charCodeAt(0)] = 1;
  return { signs, begins };
}

function pairs(text: string): ReadonlyMap<string, string> {
  const signs = [...text];
  const fold = new Map<string, string>();
  for (let i = 0; i + 1 < signs.length; i += 2) fold.set(signs[i]!, signs[i + 1]!);
  return fold;
}

const fromHexadecimal = (digits: string): string => String.fromCodePoint(Number.parseInt(digits, 16));

function hexadecimalPairs(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines
      .flatMap((line) => line.split(' '))
      .map((pair) => {
        const [from = '', to = ''] = pair.split('>');
        return [fromHexadecimal(from), fromHexadecimal(to)] as const;
      }),
  );
}

function classes(lines: readonly string[]): ReadonlyMap<string, string> {
  const fold = new Map<string, string>();
  for (const members of lines.flatMap((line) => line.split(' '))) {
    const [first = '', ...others] = [...members];
    for (const other of others) fold.set(other, first);
  }
  return fold;
}

const simplified = /* @__PURE__ */ onFirstUse(() => pairs(SIMPLIFIED));
const radicals = /* @__PURE__ */ onFirstUse(() => pairs(RADICALS));
const privateUse = /* @__PURE__ */ onFirstUse(() => hexadecimalPairs(PRIVATE_USE));
const confusable = /* @__PURE__ */ onFirstUse(() => classes(CONFUSABLE));

/** The same text, and not a copy, where nothing in it is folded. */
function foldBy({ signs, begins }: Fold, text: string): string {
  let at = 0;
  while (at < text.length && begins[text.charCodeAt(at)] === 0) at += 1;
  if (at === text.length) return text;
  let folded = '';
  for (const sign of text) folded += signs.get(sign) ?? sign;
  return folded;
}

/** A to Z become a to z. */
const CAPITALS = /[A-Z]/g;

/** Traditional and variant characters to simplified ones, one by one, and A–Z to a–z. */
export function foldSimplified(text: string): string {
  return foldBy(simplified(), text).replace(CAPITALS, (letter) => letter.toLowerCase());
}

/** Characters that are confused but legally different to one of them. For candidates only. */
export function foldConfusable(text: string): string {
  return foldBy(confusable(), text);
}

/** Radicals and strokes to the ideographs they look like. */
export function foldRadicals(text: string): string {
  return foldBy(radicals(), text);
}

/** Private-use code points of GBK to the characters they stand for; unknown ones stay. */
export function foldPrivateUse(text: string): string {
  return foldBy(privateUse(), text);
}
