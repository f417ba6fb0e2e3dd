import { foldConfusable, foldSimplified } from './name-fold.js';
import { describeName, isWildcard } from './name-text.js';
import { pinyinKeys, readSigns } from './pinyin-keys.js';

/** What can be said of a name cell. The forms already take it into account; the original is always kept. */
export const NAME_FINDINGS = [
  // The name is the same.
  'name.invisible',
  'name.whitespace',
  'name.compatibility',
  'name.radical',
  'name.privateUse',
  'name.dot',
  'name.remark',
  'name.counter',
  // A character is not known: a person has to look.
  'name.privateUseUnknown',
  'name.placeholder',
  'name.description',
  'name.pinyin',
  'name.broken',
  'name.several',
] as const;
export type NameFinding = (typeof NAME_FINDINGS)[number];

/**
 * A name as it was written and its forms for comparison (N1, N2, N3 and the pinyin keys). Each form is a coarser one
 * than the form before it: equal N1 implies equal N2, equal N2 implies equal N3. Only `text` is ever shown.
 */
export interface NameForms {
  /** The cell as it was. */
  readonly text: string;
  /** One way to write the same characters: code points, width, radicals, dots, invisible signs. `''` where nothing is left. */
  readonly n1: string;
  /** N1 without dots, each character in its simplified form. An automatic match may rest on equal N2. */
  readonly n2: string;
  /** N2 with characters made one that are confused but legally different (喆 and 哲). Finds candidates, never a match. */
  readonly n3: string;
  /** The code points of N2. Lengths and positions are counted in these. */
  readonly codePoints: readonly string[];
  /**
   * Positions in `codePoints` of characters that are not known: placeholders (all are □), private-use signs without a
   * mapping. A run of them may stand for fewer or more characters.
   */
  readonly wildcards: readonly number[];
  /**
   * Toneless fuzzy readings of every sign, the likeliest first: surname readings before others. A sign is a code point of
   * `codePoints`, or a run of Latin letters within a Chinese name, which counts as pinyin and may be several syllables
   * divided by spaces. A wildcard reads as `*`.
   */
  readonly readings: readonly (readonly string[])[];
  /** The whole name in pinyin, the likeliest first, at most `MOST_PINYIN_KEYS` of the products of `readings`. */
  readonly pinyin: readonly string[];
  /** What was split off the name: remarks in brackets, counters, descriptions of a character. In their order. */
  readonly annotations: readonly string[];
  /** There is at least one letter. */
  readonly readable: boolean;
  /** Readable and without a wildcard: equality of two such names means something. */
  readonly certain: boolean;
  /** Each at most once, in the order of `NAME_FINDINGS`. */
  readonly findings: readonly NameFinding[];
}

const DOT = /\u{B7}/gu;
const HAN_ONLY = /^[\u{4E00}-\u{9FFF}]*$/u;

/** N2 of an N1 form. Taking a dot out can bring together what composes, so the result is normalised once more. */
function withoutDots(n1: string): string {
  let text = n1;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const han = HAN_ONLY.test(text);
    const folded = foldSimplified(han ? text : text.replace(DOT, ''));
    if (han && folded === text) return text;
    const next = HAN_ONLY.test(folded) ? folded : describeName(folded).n1;
    if (next === text) return text;
    text = next;
  }
  return text;
}

const MOST_ROUNDS = 4;
const NONE: readonly number[] = [];
const NO_FINDINGS: readonly NameFinding[] = [];

/** The N2 form of a name cell: what {@link nameForms} says, for less. */
export const n2Of = (text: string): string => withoutDots(HAN_ONLY.test(text) ? text : describeName(text).n1);

/** Whether a name of this N2 form is readable: there is at least one letter. */
export const isReadable = (n2: string): boolean => /[\p{L}\p{Co}]/u.test(n2);

/** What of a name equality rests on: {@link nameForms} without what is only compared. */
export type NameKey = Pick<NameForms, 'text' | 'n2' | 'readable' | 'certain'>;

/** The N2 form of a name cell and what it is good for: what {@link nameForms} says, for less. */
export function nameKeyOf(text: string): NameKey {
  const n2 = n2Of(text);
  if (n2 !== '' && HAN_ONLY.test(n2)) return { text, n2, readable: true, certain: true };
  const readable = isReadable(n2);
  return { text, n2, readable, certain: readable && ![...n2].some(isWildcard) };
}

/**
 * Reads a name cell into its forms for comparison. Total: any text gives forms. N1, N2 and N3 are idempotent: the form
 * of a form is itself.
 */
export function nameForms(text: string): NameForms {
  const { n1, annotations, findings } = describeName(text);
  const n2 = withoutDots(n1);
  const codePoints = [...n2];
  // Most names have nothing but common ideographs.
  const han = n2 !== '' && HAN_ONLY.test(n2);
  const wildcards = han ? NONE : codePoints.flatMap((sign, i) => (isWildcard(sign) ? [i] : []));
  const readable = han || isReadable(n2);
  const { readings, standIn } = readSigns(codePoints);
  return {
    text,
    n1,
    n2,
    n3: foldConfusable(n2),
    codePoints,
    wildcards,
    readings,
    pinyin: pinyinKeys(readings),
    annotations,
    readable,
    certain: readable && wildcards.length === 0,
    findings:
      findings.size === 0 && !standIn
        ? NO_FINDINGS
        : NAME_FINDINGS.filter((finding) => findings.has(finding) || (standIn && finding === 'name.pinyin')),
  };
}
