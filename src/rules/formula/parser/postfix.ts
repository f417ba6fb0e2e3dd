import { type Formula, RESERVED } from '../ast.js';
import type { Token } from '../lexer.js';
import { call } from './calls.js';
import type { Cursor } from './cursor.js';
import { number } from './numbers.js';
import { GRAMMAR, VALUES } from './words.js';

/** A value that binds most tightly: a name or a look-up, with the date it is asked at, or anything in parentheses. */
export function postfix(cursor: Cursor): Formula {
  return names(cursor) ? named(cursor) : primary(cursor);
}

/** Whether a name stands next, and not `true`, `false`, `none`, or what is called with parentheses. */
function names(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  return kind === 'id' && !GRAMMAR.has(text) && !cursor.is('(', 1);
}

function primary(cursor: Cursor): Formula {
  const { kind, text, at } = cursor.peek();
  if (kind === 'number') return number(cursor);
  if (cursor.accept('(')) {
    const inside = cursor.formula();
    cursor.expect(')');
    return inside;
  }
  if (names(cursor)) return cursor.node({ kind: 'name', at, id: valueName(cursor).text });
  if (kind !== 'id') cursor.unexpected('value');
  if (cursor.accept('true')) return cursor.node({ kind: 'flag', at, value: true });
  if (cursor.accept('false')) return cursor.node({ kind: 'flag', at, value: false });
  if (cursor.accept('none')) return cursor.node({ kind: 'none', at });
  if (GRAMMAR.has(text)) cursor.unexpected('value');
  return call(cursor, () => dated(cursor));
}

/** The name of a value. A function without its parentheses, or a unit of time without a number, is `rules.reserved`. */
function valueName(cursor: Cursor): Token {
  const token = cursor.peek();
  if (RESERVED.has(token.text) && !VALUES.has(token.text)) {
    cursor.refuse('rules.reserved', token.at, { name: token.text });
  }
  return cursor.take();
}

/** A name, a path such as `score.family.rural`, or a cell of a table; then the date it is asked at. */
function named(cursor: Cursor): Formula {
  const { text, at } = valueName(cursor);
  if (!VALUES.has(text) && cursor.accept('[')) {
    const keys = cursor.list(() => cursor.formula());
    cursor.expect(']');
    const column = cursor.accept('.') ? { places: [cursor.peek().at], column: cursor.word() } : {};
    return cursor.node({ kind: 'lookup', at, table: text, keys, ...column, ...dated(cursor) });
  }
  let id = text;
  while (cursor.accept('.')) id += `.${cursor.word()}`;
  return cursor.node({ kind: 'name', at, id, ...dated(cursor) });
}

function dated(cursor: Cursor): { readonly dated?: Formula } {
  return cursor.accept('at') ? { dated: cursor.deeper(() => primary(cursor)) } : {};
}
