import type { Formula } from '../ast.js';
import type { Cursor } from './cursor.js';
import { spanAhead, wholeNumber } from './numbers.js';
import { postfix } from './postfix.js';
import { spanUnit } from './words.js';

/** What can be compared: terms, and what to take where they give none. */
export function value(cursor: Cursor): Formula {
  const of = terms(cursor);
  if (!cursor.accept('if_none')) return of;
  return cursor.node({ kind: 'ifNone', at: of.at, of, otherwise: terms(cursor) });
}

function terms(cursor: Cursor): Formula {
  let left = factors(cursor);
  for (;;) {
    const op = cursor.is('+') ? '+' : cursor.is('-') ? '-' : null;
    if (op === null) return left;
    cursor.take();
    const right = spanAhead(cursor) ? span(cursor) : factors(cursor);
    left = cursor.node({ kind: 'arithmetic', at: left.at, op, left, right });
  }
}

/** `2 years`: the only place where a span can stand is behind `+` or `-`. */
function span(cursor: Cursor): Formula {
  const number = cursor.take();
  const word = cursor.take().text;
  const unit = spanUnit(word);
  const count = wholeNumber(number.text);
  if (unit === undefined || count === null)
    cursor.refuse('rules.span', number.at, { found: `${number.text} ${word}` });
  return cursor.node({ kind: 'span', at: number.at, count, unit });
}

function factors(cursor: Cursor): Formula {
  let left = signed(cursor);
  while (cursor.accept('*')) {
    left = cursor.node({ kind: 'arithmetic', at: left.at, op: '*', left, right: signed(cursor) });
  }
  if (cursor.accept('/')) {
    left = cursor.node({ kind: 'arithmetic', at: left.at, op: '/', left, right: signed(cursor) });
    if (cursor.is('*') || cursor.is('/')) cursor.refuse('rules.quotientOrder', cursor.peek().at);
  }
  return left;
}

function signed(cursor: Cursor): Formula {
  const { at } = cursor.peek();
  if (cursor.accept('-')) return cursor.node({ kind: 'negate', at, of: postfix(cursor) });
  return postfix(cursor);
}
