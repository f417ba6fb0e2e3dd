/** Characters of a number that stay in front (the letter of a student number and the division) and at the end. */
const FRONT = 6;
const BACK = 4;

/**
 * A number of a person with the day of birth and all between division and the last four characters hidden: enough to tell
 * the children of a school apart, and of no use elsewhere. Numbers too short to hide anything are hidden whole.
 */
export function maskNumber(text: string): string {
  const signs = [...text.trim()];
  const front = /^[A-Za-z]/.test(signs[0] ?? '') ? FRONT + 1 : FRONT;
  if (signs.length <= front + BACK) return signs.map(() => '*').join('');
  return signs.map((sign, i) => (i < front || i >= signs.length - BACK ? sign : '*')).join('');
}

/**
 * The number on a list with what agrees with `other` hidden as by {@link maskNumber} and what differs in plain sight: the
 * difference is the question. Where more than a few signs differ it is another person's number, and only the year of birth
 * stays, by which a parent is told from a child.
 */
export function maskAgainst(text: string, other: string): string {
  const signs = [...text.trim()];
  const theirs = [...other.trim()];
  const masked = [...maskNumber(text)];
  const differ = signs.flatMap((sign, i) => (sign.toUpperCase() === theirs[i]?.toUpperCase() ? [] : [i]));
  if (signs.length !== theirs.length || differ.length > MOST_DIFFERENT)
    return masked.map((sign, i) => (i >= FRONT && i < FRONT + YEAR ? (signs[i] as string) : sign)).join('');
  return masked.map((sign, i) => (differ.includes(i) ? (signs[i] as string) : sign)).join('');
}

const YEAR = 4;
const MOST_DIFFERENT = 3;

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Whether a person who wrote `chosen` meant the student of this number, written whole or masked. */
export function sameStudent(chosen: string, number: string): boolean {
  const said = plain(chosen);
  return said !== '' && (said === plain(number) || said === plain(maskNumber(number)));
}
