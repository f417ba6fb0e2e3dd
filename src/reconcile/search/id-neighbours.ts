import { isPackable, passesCheck } from './packed-id.js';

/** GB 11643, with the check character as an eighteenth place of weight 1. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1] as const;
/** Inverses modulo 11, by weight. */
const INVERSE = [0, 1, 6, 4, 3, 9, 2, 8, 7, 5, 10] as const;

const valueAt = (text: string, i: number): number => (text.charAt(i) === 'X' ? 10 : text.charCodeAt(i) - 48);

/** The text of 18 characters with the one at `i` that makes the check character fit. It is an ID only if the others are of one. */
function completed(text: string, i: number): string {
  let sum = 0;
  for (let j = 0; j < 18; j += 1) if (j !== i) sum += WEIGHTS[j]! * valueAt(text, j);
  const value = ((12 - (sum % 11)) * INVERSE[WEIGHTS[i]!]!) % 11;
  return `${text.slice(0, i)}${value === 10 ? 'X' : value}${text.slice(i + 1)}`;
}

const exchanged = (text: string, i: number, j: number): string =>
  text.slice(0, i) + text.charAt(j) + text.slice(i + 1, j) + text.charAt(i) + text.slice(j + 1);

/**
 * Every ID with a check character that fits from which one slip leads to the text: a wrong, missing or extra
 * character, two exchanged that stand side by side or with one between them, month and day exchanged. The check
 * character leaves one value per place, so there are at most about forty. None where the text itself passes: no such
 * slip leads from one valid ID to another but an exchange of month and day, which is tried always. Each once.
 */
export function validNeighbours(text: string): readonly string[] {
  const found = new Set<string>();
  const offer = (id: string): void => {
    if (id !== text && isPackable(id) && passesCheck(id)) found.add(id);
  };
  if (text.length === 17)
    for (let i = 0; i < 18; i += 1) offer(completed(`${text.slice(0, i)}0${text.slice(i)}`, i));
  if (text.length === 19) for (let i = 0; i < 19; i += 1) offer(text.slice(0, i) + text.slice(i + 1));
  if (text.length === 18) {
    offer(text.slice(0, 10) + text.slice(12, 14) + text.slice(10, 12) + text.slice(14));
    if (isPackable(text) && passesCheck(text)) return [...found];
    for (let i = 0; i < 18; i += 1) offer(completed(text, i));
    for (let i = 0; i < 17; i += 1) offer(exchanged(text, i, i + 1));
    for (let i = 0; i < 16; i += 1) offer(exchanged(text, i, i + 2));
  }
  return [...found];
}

/** The text and the text without one of its characters, each once: two texts one slip apart share one of these. */
export function withoutOne(text: string): readonly string[] {
  const found = new Set([text]);
  for (let i = 0; i < text.length; i += 1) found.add(text.slice(0, i) + text.slice(i + 1));
  return [...found];
}
