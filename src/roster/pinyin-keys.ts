import { isWildcard } from './name-text.js';
import { fuzzy, isSyllable, readingsOf } from './pinyin-table.js';
import { SURNAME_READINGS } from './tables/surname-readings.js';

/** No name needs more; one with more readings than that has all of them in `readings`. */
export const MOST_PINYIN_KEYS = 64;
/** Longer runs of letters are no stand-in for a few characters. */
const LONGEST_STAND_IN = 24;
const MOST_DIVISIONS = 8;
const LONGEST_SYLLABLE = 6;
const NONE: readonly string[] = [];

let made: ReadonlyMap<string, readonly string[]> | undefined;

/** A surname of one or two characters, with the usual reading of each. */
function surnames(): ReadonlyMap<string, readonly string[]> {
  made ??= new Map(
    SURNAME_READINGS.flatMap((line) => line.split(' ')).map((entry) => {
      const [, name = '', readings = ''] = /^(\p{Script=Han}+)(.*)$/u.exec(entry) ?? [];
      return [name, readings.split('/').map(fuzzy)] as const;
    }),
  );
  return made;
}

function surnameAt(codePoints: readonly string[]): readonly string[] {
  const [first = '', second = ''] = codePoints;
  return surnames().get(first + second) ?? surnames().get(first) ?? NONE;
}

/** Letters as syllables, divided in every way, the fewest first; the letters themselves, where they are none. */
function standInReadings(letters: string): readonly string[] {
  if (letters.length > LONGEST_STAND_IN) return [letters];
  const divisions = divide(letters).sort((a, b) => a.length - b.length);
  const readings = divisions.slice(0, MOST_DIVISIONS).map((syllables) => syllables.map(fuzzy).join(' '));
  return readings.length === 0 ? [letters] : [...new Set(readings)];
}

/** From the end: the divisions of every shorter ending are known, and few of each are kept. */
function divide(letters: string): string[][] {
  const endings: string[][][] = Array.from({ length: letters.length + 1 }, () => []);
  endings[letters.length]?.push([]);
  for (let at = letters.length - 1; at >= 0; at -= 1)
    for (let length = 1; length <= LONGEST_SYLLABLE && at + length <= letters.length; length += 1) {
      const syllable = letters.slice(at, at + length);
      if (!isSyllable(syllable)) continue;
      for (const ending of endings[at + length] ?? []) endings[at]?.push([syllable, ...ending]);
      endings[at] = endings[at]?.slice(0, MOST_DIVISIONS * 4) ?? [];
    }
  return endings[0] ?? [];
}

/** The readings of every sign of an N2 form, and whether Latin letters stand in for characters. */
export function readSigns(codePoints: readonly string[]): {
  readonly readings: readonly (readonly string[])[];
  readonly standIn: boolean;
} {
  const surname = surnameAt(codePoints);
  let chinese: boolean | undefined;
  const readings: (readonly string[])[] = [];
  let standIn = false;
  for (let i = 0; i < codePoints.length; ) {
    const letters = runOfLetters(codePoints, i);
    if (letters !== '') {
      chinese ??= /\p{Script=Han}/u.test(codePoints.join(''));
      const reads = chinese ? standInReadings(letters) : [letters];
      standIn ||= chinese;
      readings.push(reads);
      i += letters.length;
      continue;
    }
    readings.push(readingsAt(codePoints[i] ?? '', surname[i]));
    i += 1;
  }
  return { readings, standIn };
}

const isLetter = (sign: string): boolean => sign >= 'a' && sign <= 'z' && sign.length === 1;

function runOfLetters(codePoints: readonly string[], at: number): string {
  if (!isLetter(codePoints[at] ?? '')) return '';
  let letters = '';
  for (let i = at; i < codePoints.length && isLetter(codePoints[i] ?? ''); i += 1) letters += codePoints[i];
  return letters;
}

function readingsAt(sign: string, preferred: string | undefined): readonly string[] {
  if (isWildcard(sign)) return ['*'];
  const readings = readingsOf(sign);
  if (preferred !== undefined) return [...new Set([preferred, ...readings])];
  return readings.length === 0 ? [sign] : readings;
}

/**
 * The products of the readings, the likeliest first. Where there are too many, signs from the end on keep their likeliest
 * reading only, so that the surname keeps all of its own.
 */
export function pinyinKeys(readings: readonly (readonly string[])[]): readonly string[] {
  if (readings.every((reads) => reads.length === 1)) {
    const key = readings.join(' ');
    return key === '' ? [] : [key];
  }
  const kept: (readonly string[])[] = [];
  let count = 1;
  for (const reads of readings) {
    const some = count * reads.length > MOST_PINYIN_KEYS ? reads.slice(0, 1) : reads;
    count *= some.length;
    kept.push(some);
  }
  let keys: string[] = [''];
  for (const reads of kept) {
    const longer: string[] = [];
    for (const key of keys)
      for (const reading of reads) longer.push(key === '' ? reading : `${key} ${reading}`);
    keys = longer;
  }
  return keys[0] === '' ? [] : [...new Set(keys)];
}
