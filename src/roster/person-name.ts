/** A name as it was written, and its form for comparison. Only `text` is ever shown. */
export interface PersonName {
  readonly text: string;
  /** The N1 form: see {@link nameKey}. `''` where nothing is left. */
  readonly key: string;
  /** There is at least one letter, or a private-use sign that stands for a rare one. */
  readonly readable: boolean;
  /** Readable, and no character was lost on the way (`?`, `□`, U+FFFD): equality of two such names means something. */
  readonly certain: boolean;
}

/**
 * What is typed for the dot in a name, beside U+00B7, which 民委发〔2016〕33号 makes the only right one. Some
 * are hyphens, commas and the like: within a name they can mean nothing else.
 */
export const DOTS =
  /[\u{2022}\u{2027}\u{2219}\u{22C5}\u{30FB}\u{FF65}\u{0387}\u{16EB}\u{2E31}\u{2E33}\u{A78F}\u{FF0E}.\u{3002}\u{FF61}\u{2024}\u{FE52}\u{02D9}\u{25CF}\u{25E6}\u{2218}\u{318D}\u{119E}\u{10101}\u{1427}\u{2043}\u{2981}\u{2B1D}\u{26AB}\u{B0}\u{2D}_*\u{3001},]/gu;
/** White space, control and invisible characters: nothing in a name. */
export const NOTHING = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** The unified ideographs of the first block are their own normal form. */
const PLAIN = /^[\u{4E00}-\u{9FFF}]*$/u;
/** Rounds until nothing changes: taking off a character can bring together two that compose. */
const MOST_ROUNDS = 8;

/**
 * The N1 form of a name, for comparison only: compatibility and width folded (NFKC), white space, control and
 * invisible characters taken off, every sign used for the dot made U+00B7. Different legal characters stay
 * different. Defined on any text, idempotent, counted in code points.
 */
export function nameKey(text: string): string {
  if (PLAIN.test(text)) return text;
  let key = text.replace(LONE_SURROGATE, '\u{FFFD}');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Dots first, because NFKC takes U+02D9 apart; and last, because it makes others.
    const next = key.replace(DOTS, '\u{B7}').normalize('NFKC').replace(NOTHING, '').replace(DOTS, '\u{B7}');
    if (next === key) return key;
    key = next;
  }
  return key;
}

/** Reads a name cell. Total: any text gives a name. */
export function readPersonName(text: string): PersonName {
  const key = nameKey(text);
  const readable = /[\p{L}\p{Co}]/u.test(key);
  return { text, key, readable, certain: readable && !/[?\u{FFFD}\u{25A1}]/u.test(key) };
}
