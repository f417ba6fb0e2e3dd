import type { Formula } from '../ast.js';
import type { Token } from '../lexer.js';
import type { Cursor } from './cursor.js';
import { FOLDS, GRAMMAR, oneOf, PICKS } from './words.js';

/** What goes over people, or over the options of a choice, by the word that has been taken; `null` for any other word. */
export function over(cursor: Cursor, { text, at }: Token): Formula | null {
  const fold = oneOf(FOLDS, text);
  if (fold !== undefined) {
    cursor.expect('(');
    const of = cursor.formula();
    cursor.expect('of');
    const places = [cursor.peek().at];
    const people = cursor.name();
    return cursor.node({ kind: 'people', at, op: fold, people, of, ...where(cursor), places });
  }
  const op = oneOf(PICKS, text);
  if (op === undefined) return null;
  cursor.expect('(');
  const places = [cursor.peek().at];
  const name = cursor.name();
  if ((op === 'count' || op === 'any') && !cursor.is('in')) {
    return cursor.node({ kind: 'people', at, op, people: name, ...where(cursor), places });
  }
  cursor.expect('in');
  // Choices are types and live apart from values: one of them may be called `tier`, or `year`.
  if (GRAMMAR.has(cursor.peek().text)) cursor.unexpected('name');
  places.push(cursor.peek().at);
  const choice = cursor.word();
  cursor.expect('where');
  const condition = cursor.formula();
  cursor.expect(')');
  return cursor.node({ kind: 'pick', at, op, variable: name, choice, where: condition, places });
}

/** The condition, where there is one, and the end of the parentheses. */
function where(cursor: Cursor): { readonly where?: Formula } {
  const condition = cursor.accept('where') ? { where: cursor.formula() } : {};
  cursor.expect(')');
  return condition;
}
