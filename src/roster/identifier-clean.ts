import type { Repair } from './identifier.js';
import { cleanIdentifier } from './identifier-text.js';

/** A cell without what stands around an identifier, and what that was. */
export interface Bared {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/** Han characters, punctuation and signs at either end, but for those that are look-alikes of a digit or an X. */
const AT_THE_START = /^(?:(?![〇丨|])[\p{Script=Han}\p{P}\p{S}])+/u;
const AT_THE_END = /(?:(?![〇丨○◯×✕✖╳⨯*|])[\p{Script=Han}\p{P}\p{S}])+$/u;
/** Labels in Latin letters; the letters of a student number or a passport are followed by their digits at once. */
const LATIN_LABEL = /^(?:ID(?:CARD)?(?:NO)?|SFZH?|NO)[.:#=-]*(?=[0-9])/i;
const SEPARATORS = /[-\u{2010}-\u{2015}\u{2212}_/.,·]/gu;
/** Only these forms are put together again: a date or a telephone number stays as it is. */
const PUT_TOGETHER =
  /^(?:[0-9]{17}[0-9Xx]|[GJLgjl][0-9]{17}[0-9Xx]|[0-9]{17}[0-9Xx][1-7][1-4](?:[Bb][0-9])?)$/;
const PLAIN = /^[0-9A-Za-z]*$/;

/**
 * Takes off what exporters, keyboards and clerks put around an identifier: invisible characters, white space, width,
 * quotes, labels, separators between groups of digits. What could be a digit, a letter or a look-alike stays. Where
 * nothing would be left, the text stays. Never fails.
 */
export function bareIdentifier(cell: string): Bared {
  const clean = cleanIdentifier(cell);
  let text = clean.text;
  if (PLAIN.test(text) && !LATIN_LABEL.test(text)) return { text, repairs: clean.cleaned };
  const repairs: Repair[] = [...clean.cleaned];
  const label = (pattern: RegExp): void => {
    const cut = pattern.exec(text)?.[0] ?? '';
    if (cut === '' || cut.length === text.length) return;
    text = text.replace(pattern, '');
    // A spreadsheet writes text as ="…": that is a quote, not a label.
    const name = /^[="]+$/.test(cut) ? 'apostrophe' : 'label';
    if (!repairs.includes(name)) repairs.push(name);
  };
  label(AT_THE_START);
  label(AT_THE_END);
  label(LATIN_LABEL);
  const joined = text.replace(SEPARATORS, '');
  if (joined !== text && PUT_TOGETHER.test(joined)) {
    text = joined;
    repairs.push('separator');
  }
  return { text, repairs };
}
