import { CONFUSABLE } from './tables/confusable.js';
import { PRIVATE_USE } from './tables/private-use.js';
import { RADICALS } from './tables/radicals.js';
import { SIMPLIFIED } from './tables/simplified.js';

type Fold = ReadonlyMap<string, string>;

/** A table is unfolded when it is first asked for: who only determines never pays for it. */
function onFirstUse(make: () => Fold): () => Fold {
  let made: Fold | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function pairs(text: string): Fold {
  const signs = [...text];
  const fold = new Map<string, string>();
  for (let i = 0; i + 1 < signs.length; i += 2) fold.set(signs[i]!, signs[i + 1]!);
  return fold;
}

const fromHexadecimal = (digits: string): string => String.fromCodePoint(Number.parseInt(digits, 16));

function hexadecimalPairs(lines: readonly string[]): Fold {
  return new Map(
    lines
      .flatMap((line) => line.split(' '))
      .map((pair) => {
        const [from = '', to = ''] = pair.split('>');
        return [fromHexadecimal(from), fromHexadecimal(to)] as const;
      }),
  );
}

function classes(lines: readonly string[]): Fold {
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

function foldBy(fold: Fold, text: string): string {
  let folded = '';
  for (const sign of text) folded += fold.get(sign) ?? sign;
  return folded;
}

/** Traditional and variant characters to simplified ones, one by one, and A–Z to a–z. */
export function foldSimplified(text: string): string {
  return foldBy(simplified(), text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
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
