/** Characters of an ID: ten digits and X. */
const SIGNS = 11;

const digitAt = (text: string, i: number): number => (text.charAt(i) === 'X' ? 10 : text.charCodeAt(i) - 48);

/**
 * The slips between one text and packed IDs: what `slipsBetween` says of the text and an ID, for all columns of the table at
 * once, a bit each (Hyyrö's bit-parallel reckoning of the same optimal string alignment). The IDs stay numbers. Both are
 * gone through from their ends, which changes nothing.
 */
export class PackedSlips {
  /** By character: the places of the text, from its end, that have it. */
  private readonly places = new Int32Array(SIGNS);
  private readonly length: number;

  /** A text of 1 to 30 characters; what is no character of an ID agrees with none. */
  constructor(text: string) {
    this.length = text.length;
    for (let i = 0; i < this.length; i += 1) {
      const digit = digitAt(text, text.length - 1 - i);
      if (digit >= 0 && digit < SIGNS) this.places[digit]! |= 1 << i;
    }
  }

  /** Slips to the ID of these parts, see `highPart` and `lowPart`. */
  to(high: number, low: number): number {
    const { places } = this;
    const last = 1 << (this.length - 1);
    let slips = this.length;
    let rises = -1;
    let falls = 0;
    let diagonal = 0;
    let before = 0;
    let rest = (low >>> 4) | 0;
    let sign = low & 15;
    for (let i = 0; i < 18; i += 1) {
      const here = places[sign]!;
      const exchanged = ((~diagonal & here) << 1) & before;
      diagonal = (((here & rises) + rises) ^ rises) | here | falls | exchanged;
      const up = falls | ~(diagonal | rises);
      const down = diagonal & rises;
      if ((up & last) !== 0) slips += 1;
      else if ((down & last) !== 0) slips -= 1;
      const shifted = (up << 1) | 1;
      rises = (down << 1) | ~(diagonal | shifted);
      falls = shifted & diagonal;
      before = here;
      if (i === 8) rest = high | 0;
      const next = (rest / 10) | 0;
      sign = rest - next * 10;
      rest = next;
    }
    return slips;
  }
}
