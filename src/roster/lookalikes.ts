/** What people type for the X at the end of an ID. A check character that fits proves that X was meant. */
const FOR_X = /^[Xx×✕✖╳⨯ХхΧχⅩⅹ*]$/u;

/** What scanners and keyboards give for 0 and 1: Latin, Greek and Cyrillic letters, circles, strokes. */
const FOR_ZERO = /[OoΟοОо〇○◯Ｏ]/gu;
const FOR_ONE = /[lIi|ıІі丨￨]/gu;

/** The 18 characters of an ID after look-alikes were read as digits, and which were. */
export interface LookalikeReading {
  readonly text: string;
  readonly x: boolean;
  readonly zero: boolean;
  readonly one: boolean;
}

const AS_IT_IS = /^[0-9]{17}[0-9X]$/;

/**
 * 18 signs as 17 digits and a digit or X. X look-alikes count at the last place only. `null` where something else is
 * in it. Whether a letter may really be read as 0 or 1, the caller decides by the check character.
 */
export function readLookalikes(given: string): LookalikeReading | null {
  if (AS_IT_IS.test(given)) return { text: given, x: false, zero: false, one: false };
  const signs = [...given];
  if (signs.length !== 18) return null;
  const last = signs[17] ?? '';
  const isX = FOR_X.test(last);
  const capital = signs.slice(0, 17).join('') + (isX ? 'X' : last);
  const zeros = capital.replace(FOR_ZERO, '0');
  const text = zeros.replace(FOR_ONE, '1');
  if (!AS_IT_IS.test(text)) return null;
  return { text, x: isX && last !== 'X' && last !== 'x', zero: zeros !== capital, one: text !== zeros };
}
