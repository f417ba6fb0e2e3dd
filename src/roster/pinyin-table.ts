import { OTHER_READINGS, READING_SETS, READINGS_BY_CODE } from './tables/pinyin.js';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const FIRST = 0x4e00;
const NONE: readonly string[] = [];

/** All toneless readings, with what is typed for them made one: see {@link fuzzy}. */
interface PinyinTable {
  readonly sets: readonly (readonly string[])[];
  /** The set of every code point from U+4E00 on. */
  readonly block: readonly (readonly string[])[];
  readonly others: ReadonlyMap<string, number>;
  /** Every syllable there is, as it is typed. */
  readonly syllables: ReadonlySet<string>;
}

/**
 * What sounds or is typed alike becomes one: zh, ch, sh and z, c, s; n and l at the beginning; ng and n at the end; the
 * ways to type ü (v, yu, u). Many people speak and type so.
 */
export function fuzzy(syllable: string): string {
  return syllable
    .replace(/^([ln])(?:v|yu)/, '$1u')
    .replace(/v/g, 'u')
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^n(?=[a-z])/, 'l');
}

const digitAt = (text: string, at: number): number => DIGITS.indexOf(text.charAt(at));
const numberAt = (text: string, at: number): number => digitAt(text, at) * 64 + digitAt(text, at + 1);

function unfold(): PinyinTable {
  const sets = READING_SETS.split(' ').map((set) => (set === '' ? NONE : set.split('/')));
  const others = new Map<string, number>();
  const signs = [...OTHER_READINGS];
  for (let i = 0; i + 2 < signs.length; i += 3)
    others.set(signs[i]!, numberAt(`${signs[i + 1]}${signs[i + 2]}`, 0));
  const syllables = new Set(['lyu', 'nyu', 'lyue', 'nyue', 'lue', 'nue']);
  // Interjections (n, ng, hm) are no name.
  for (const syllable of sets.flat()) if (/[aeiouv]/.test(syllable)) syllables.add(syllable);
  const fuzzySets = sets.map((set) => [...new Set(set.map(fuzzy))]);
  const block = Array.from(
    { length: READINGS_BY_CODE.length / 2 },
    (_, i) => fuzzySets[numberAt(READINGS_BY_CODE, i * 2)] ?? NONE,
  );
  return { sets: fuzzySets, block, others, syllables };
}

let made: PinyinTable | undefined;

/** The table is unfolded when it is first asked for. */
function table(): PinyinTable {
  made ??= unfold();
  return made;
}

/** The fuzzy readings of a character, the usual one first; none where it is not known. */
export function readingsOf(sign: string): readonly string[] {
  const { sets, block, others } = table();
  return block[(sign.codePointAt(0) ?? 0) - FIRST] ?? sets[others.get(sign) ?? 0] ?? NONE;
}

/** Whether letters are a syllable of pinyin as it is typed. */
export function isSyllable(letters: string): boolean {
  return table().syllables.has(letters);
}
