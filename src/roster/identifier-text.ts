/** What was taken off or replaced to read a cell, in the order of the steps. */
export type Cleaning = 'invisible' | 'whitespace' | 'width' | 'apostrophe';

/** An identifier cell without what carries no meaning, and what that was. */
export interface CleanText {
  readonly text: string;
  readonly cleaned: readonly Cleaning[];
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u{FEFF}]|(?![\t\n\v\f\r])\p{Cc}/gu;
const WHITESPACE = /\s/gu;
const FULL_WIDTH = /[\u{FF01}-\u{FF5E}]/gu;
const QUOTES = /^['’‘`´′"“”]+|['’‘`´′"“”]+$/gu;

const PLAIN = /^[0-9A-Za-z]*$/;
const NOTHING: readonly Cleaning[] = [];

/**
 * Takes off what exporters and keyboards add around an identifier: invisible characters, white space, full
 * width, apostrophes at the ends. Nothing that could be a digit or a letter is touched. Never fails.
 */
export function cleanIdentifier(cell: string): CleanText {
  if (PLAIN.test(cell)) return { text: cell, cleaned: NOTHING };
  const cleaned: Cleaning[] = [];
  let text = cell;
  const step = (name: Cleaning, next: string): void => {
    if (next !== text) cleaned.push(name);
    text = next;
  };
  step('invisible', text.replace(INVISIBLE, ''));
  step('whitespace', text.replace(WHITESPACE, ''));
  step(
    'width',
    text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)),
  );
  step('apostrophe', text.replace(QUOTES, ''));
  return { text, cleaned };
}
