import type { Sheet } from '../table.js';
import type { ReadCode } from './codes.js';
import type { Findings } from './findings.js';

/** Anything at all to look at closer: one test for the many cells that have nothing. */
const ODD =
  /(?![\t\n\r])\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd\u20ac\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]|\p{Surrogate}/u;

const KINDS: readonly (readonly [ReadCode, RegExp])[] = [
  ['read.replacementCharacter', /\ufffd/],
  ['read.privateUse', /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u],
  ['read.invisibleCharacters', /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/],
  ['read.controlCharacters', /(?![\t\n\r])\p{Cc}/u],
];
const EURO = /\u20ac/;
const LONE = /\p{Surrogate}/u;

/**
 * Looks for characters that mean damage or trouble further on and counts the cells that hold them; the text itself
 * is left as it is. Half a character is refused, because no output could hold it.
 */
export function noteCharacters(sheets: readonly Sheet[], isGb18030: boolean, findings: Findings): void {
  const kinds = isGb18030 ? [...KINDS, ['read.euroSign', EURO] as const] : KINDS;
  for (const { name, rows } of sheets) {
    const sheet = name === '' ? {} : { sheet: name };
    const found = new Map<ReadCode, { count: number; row: number }>();
    for (const { row, cells } of rows) {
      for (const { text } of cells) {
        if (!ODD.test(text)) continue;
        if (LONE.test(text)) findings.refuse('read.loneSurrogate', {}, { ...sheet, row });
        for (const [code, pattern] of kinds) {
          if (!pattern.test(text)) continue;
          const seen = found.get(code);
          found.set(code, { count: (seen?.count ?? 0) + 1, row: seen?.row ?? row });
        }
      }
    }
    for (const [code, values] of found) findings.warn(code, values, sheet);
  }
}
