import type { NameForms } from '../../roster/index.js';
import { oneSlipApart } from './slips.js';

/**
 * How two names stand to each other, the closest first.
 *
 * - `same`: equal in N2, and every character is known.
 * - `confusable`: equal but for characters that are confused though legally different.
 * - `wildcard`: every character that is known agrees.
 * - `sound`: they can be read the same.
 * - `oneCharacter`: a wrong, missing or extra character, or two neighbours exchanged.
 * - `part`: one is the beginning or the end of the other, at least two characters shorter.
 * - `surnameDiffers`: all but the surname agrees.
 * - `unknown`: one of them cannot be read, so that they neither agree nor differ.
 * - `none`
 */
export const NAME_RELATIONS = [
  'same',
  'confusable',
  'wildcard',
  'sound',
  'oneCharacter',
  'part',
  'surnameDiffers',
  'unknown',
  'none',
] as const;
export type NameRelation = (typeof NAME_RELATIONS)[number];

/** Symmetric in its arguments. */
export function nameRelation(a: NameForms, b: NameForms): NameRelation {
  if (!a.readable || !b.readable) return 'unknown';
  // Of two names that are equal so far both have the same characters that are not known, or none.
  if (a.n2 === b.n2) return a.certain ? 'same' : 'wildcard';
  if (a.n3 === b.n3) return a.certain ? 'confusable' : 'wildcard';
  if (fits(a, b) || fits(b, a)) return 'wildcard';
  return soundAlike(a, b) ? 'sound' : relationOfSigns(a.codePoints, b.codePoints);
}

/** What is left to say of two names by their signs alone, where they neither agree nor can be read the same. */
export function relationOfSigns<Sign>(x: readonly Sign[], y: readonly Sign[]): NameRelation {
  const end = commonEnd(x, y);
  // Of two names of the same length that differ in the first character only, the surname is what differs.
  if (surnameOnly(x, y, end)) return 'surnameDiffers';
  if (x.length > 1 && y.length > 1 && oneSlipApart(x, y)) return 'oneCharacter';
  // A part that lacks one character is a slip away.
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return isPart(short, long, end) ? 'part' : 'none';
}

/**
 * Every sign of one can be read as the sign of the other in its place. A run of letters is one sign and may stand for
 * several, so a name with one is compared as a whole.
 */
function soundAlike(a: NameForms, b: NameForms): boolean {
  const whole = a.readings.length === a.codePoints.length && b.readings.length === b.codePoints.length;
  if (!whole) return a.pinyin.some((key) => !key.includes('*') && b.pinyin.includes(key));
  if (a.readings.length !== b.readings.length || a.readings.length === 0) return false;
  return a.readings.every((one, i) =>
    one.some((reading) => reading !== '*' && b.readings[i]!.includes(reading)),
  );
}

const isPart = <Sign>(short: readonly Sign[], long: readonly Sign[], end: number): boolean =>
  short.length > 1 && (end === short.length || short.every((sign, i) => sign === long[i]));

function commonEnd<Sign>(a: readonly Sign[], b: readonly Sign[]): number {
  let n = 0;
  while (n < a.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
}

/** A surname has one character or two; a given name of one character is enough only where the surname has one. */
function surnameOnly<Sign>(a: readonly Sign[], b: readonly Sign[], end: number): boolean {
  const [x, y] = [a.length - end, b.length - end];
  if (end === 0 || x < 1 || y < 1 || x > 2 || y > 2) return false;
  return end > 1 || (x === 1 && y === 1);
}

/** A longer name is no name; what a wildcard in it may stand for is not worked out. */
const LONGEST = 64;

/**
 * Whether `pattern`, which has wildcards, fits `other`: a run of them stands for at least one character. A character
 * has to be known on both sides, else every name would fit.
 */
function fits(pattern: NameForms, other: NameForms): boolean {
  const [p, o] = [pattern.codePoints, other.codePoints];
  if (pattern.wildcards.length === 0 || p.length > LONGEST || o.length > LONGEST) return false;
  const open = new Set(pattern.wildcards);
  const theirs = new Set(other.wildcards);
  if (!p.some((char, i) => !open.has(i) && o.some((c, j) => c === char && !theirs.has(j)))) return false;
  // Positions of `other` that the pattern so far can end before.
  let ends = new Set([0]);
  for (let i = 0; i < p.length; i += 1) {
    const next = new Set<number>();
    for (const j of ends) {
      if (!open.has(i)) {
        if (p[i] === o[j] || theirs.has(j)) next.add(j + 1);
        continue;
      }
      // The second wildcard of a run adds nothing that the first did not allow.
      if (open.has(i - 1)) next.add(j);
      else for (let k = j + 1; k <= o.length; k += 1) next.add(k);
    }
    ends = next;
  }
  return ends.has(o.length);
}
