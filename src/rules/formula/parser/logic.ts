import { COMPARISONS, type Comparison, type Formula } from '../ast.js';
import type { Cursor } from './cursor.js';
import { postfix } from './postfix.js';
import { value } from './terms.js';

/** A formula of any kind: the start of the grammar. */
export function formula(cursor: Cursor): Formula {
  const { at } = cursor.peek();
  if (!cursor.accept('if')) return logic(cursor);
  const when = cursor.formula();
  cursor.expect('then');
  const then = cursor.formula();
  cursor.expect('else');
  return cursor.node({ kind: 'if', at, when, then, otherwise: cursor.formula() });
}

function logic(cursor: Cursor): Formula {
  const first = test(cursor);
  const word = cursor.is('and') ? 'and' : cursor.is('or') ? 'or' : null;
  if (word === null) return first;
  const of = [first];
  while (cursor.accept(word)) of.push(test(cursor));
  if (cursor.is('and') || cursor.is('or')) cursor.refuse('rules.mixedLogic', cursor.peek().at);
  return cursor.node({ kind: word, at: first.at, of });
}

function test(cursor: Cursor): Formula {
  const { at } = cursor.peek();
  if (cursor.accept('not')) return cursor.node({ kind: 'not', at, of: postfix(cursor) });
  const left = value(cursor);
  const compared = compare(cursor, left);
  if (compared === null) return left;
  if (comparison(cursor) !== null || cursor.is('in') || cursor.is('is') || notIn(cursor)) {
    cursor.refuse('rules.chained', cursor.peek().at);
  }
  return compared;
}

function comparison(cursor: Cursor): Comparison | null {
  return COMPARISONS.find((op) => cursor.is(op)) ?? null;
}

const notIn = (cursor: Cursor): boolean => cursor.is('not') && cursor.is('in', 1);

/** What follows a value and makes a test of it, or `null` where nothing does. */
function compare(cursor: Cursor, left: Formula): Formula | null {
  const { at } = left;
  const op = comparison(cursor);
  if (op !== null) {
    cursor.take();
    return cursor.node({ kind: 'compare', at, op, left, right: value(cursor) });
  }
  if (cursor.accept('is')) {
    const negated = cursor.accept('not');
    cursor.expect('none');
    return cursor.node({ kind: 'isNone', at, negated, of: left });
  }
  const negated = cursor.accept('not');
  if (!negated && !cursor.is('in')) return null;
  cursor.expect('in');
  cursor.expect('[');
  const options = cursor.list(() => value(cursor));
  cursor.expect(']');
  return cursor.node({ kind: 'in', at, negated, left, options });
}
