/**
 * Characters that change how the text around them is shown or that a workbook cannot hold: controls other than a line
 * break, marks of direction, what is invisible, halves of a pair.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Surrogate}\u{2028}\u{2029}\u{FFFE}\u{FFFF}]/gu;

/** The text with every character seen: `⟨U+202E⟩` for one that would hide or turn something. Line breaks stay. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (sign) => {
    if (sign === '\n') return sign;
    return `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
