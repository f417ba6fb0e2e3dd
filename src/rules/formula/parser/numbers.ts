import type { Formula } from '../ast.js';
import type { Cursor } from './cursor.js';
import { spanUnit } from './words.js';

const digits = (text: string): string => text.replaceAll('_', '');
const leadingZero = (text: string): boolean => /^0[0-9]/.test(text);

/** The digits of a plain whole number, or `null`. */
export function wholeNumber(text: string): string | null {
  const plain = digits(text);
  return /^[0-9]+$/.test(plain) && !leadingZero(plain) ? plain : null;
}

/** Whether a number and a unit of time, such as `2 years`, stand next. */
export function spanAhead(cursor: Cursor): boolean {
  const word = cursor.peek(1);
  return cursor.peek().kind === 'number' && word.kind === 'id' && spanUnit(word.text) !== undefined;
}

/** A number, with its unit in brackets. Issues: `rules.number`, `rules.dateInFormula` for `2024-08-01`; `rules.span` for `2 years` where no date is moved. */
export function number(cursor: Cursor): Formula {
  if (spanAhead(cursor)) {
    const alone = `${cursor.peek().text} ${cursor.peek(1).text}`;
    cursor.refuse('rules.span', cursor.peek().at, { alone });
  }
  const { text: found, at } = cursor.take();
  const percent = found.endsWith('%');
  const text = digits(found).replace('%', '');
  if (leadingZero(text))
    cursor.refuse(cursor.behindMinus() ? 'rules.dateInFormula' : 'rules.number', at, { found });
  return cursor.node({ kind: 'number', at, text, percent, unit: cursor.accept('[') ? unit(cursor) : null });
}

/** The text of a unit; whether its atoms are known is asked by the checker. */
function unit(cursor: Cursor): string {
  let text = atom(cursor);
  while (cursor.is('/') || cursor.is('*')) text += cursor.take().text + atom(cursor);
  cursor.expect(']');
  return text;
}

function atom(cursor: Cursor): string {
  const { kind, text } = cursor.peek();
  if (kind !== 'id' && kind !== 'currency' && !(kind === 'number' && text === '1')) cursor.unexpected('unit');
  return cursor.take().text;
}
