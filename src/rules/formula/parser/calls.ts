import { ROUNDING_MODES } from '../../../value/index.js';
import { nearest } from '../../names.js';
import { own } from '../../own.js';
import { type Formula, FUNCTIONS } from '../ast.js';
import type { Token } from '../lexer.js';
import type { Cursor } from './cursor.js';
import { over } from './over.js';
import { CALLABLE, HAS, MARGINAL, oneOf } from './words.js';

/** Reads the date behind `at`, where there is one. */
export type Dated = () => { readonly dated?: Formula };

/** Everything written as a word and parentheses. Issues: `rules.unknownFunction`, `rules.arguments`, `rules.reserved`. */
export function call(cursor: Cursor, dated: Dated): Formula {
  const word = cursor.take();
  const { text: name, at } = word;
  const has = oneOf(HAS, name);
  if (has !== undefined) return holds(cursor, has, at);
  if (name === MARGINAL) return marginal(cursor, word, dated);
  const counted = over(cursor, word);
  if (counted !== null) return counted;
  const arity = own(FUNCTIONS, name);
  if (arity === undefined) {
    const near = nearest(name, CALLABLE);
    cursor.refuse('rules.unknownFunction', at, near === null ? { name } : { name, near });
  }
  cursor.expect('(');
  let place = 0;
  const args = cursor.list(() => {
    place += 1;
    return name === 'round' && place === 3 ? roundingMode(cursor) : cursor.formula();
  });
  cursor.expect(')');
  if (args.length < arity[0] || args.length > arity[1]) wrongCount(cursor, word, args.length, arity);
  return cursor.node({ kind: 'call', at, name, args });
}

/** A named rounding is a reserved word and stands here alone; any other formula is left to the checker to refuse. */
function roundingMode(cursor: Cursor): Formula {
  const { text, at } = cursor.peek();
  if (oneOf(ROUNDING_MODES, text) === undefined) return cursor.formula();
  cursor.take();
  return cursor.node({ kind: 'name', at, id: text });
}

function holds(cursor: Cursor, op: (typeof HAS)[number], at: number): Formula {
  const places: number[] = [];
  const name = (): string => {
    places.push(cursor.peek().at);
    return cursor.name();
  };
  cursor.expect('(');
  const fact = name();
  cursor.expect(',');
  cursor.expect('[');
  const options = cursor.list(name);
  cursor.expect(']');
  cursor.expect(')');
  return cursor.node({ kind: 'has', at, op, fact, options, places });
}

/** `marginal(s, x)`, `marginal(s[k], x)`, `marginal(s at d, x)`: the first is the name of a schedule, not a value. */
function marginal(cursor: Cursor, word: Token, dated: Dated): Formula {
  cursor.expect('(');
  const places = [cursor.peek().at];
  const schedule = cursor.name();
  let keys: readonly Formula[] = [];
  if (cursor.accept('[')) {
    keys = cursor.list(() => cursor.formula());
    cursor.expect(']');
  }
  const at = dated();
  if (!cursor.is(')') && !cursor.is(',')) cursor.unexpected(',');
  const rest = cursor.accept(',') ? cursor.list(() => cursor.formula()) : [];
  cursor.expect(')');
  const [of] = rest;
  if (of === undefined || rest.length > 1) wrongCount(cursor, word, 1 + rest.length, [2, 2]);
  return cursor.node({ kind: 'marginal', at: word.at, schedule, keys, ...at, of, places });
}

function wrongCount(
  cursor: Cursor,
  { text, at }: Token,
  found: number,
  arity: readonly [number, number],
): never {
  const [least, most] = arity;
  const needed = least === most ? String(least) : `${least}–${most}`;
  cursor.refuse('rules.arguments', at, { name: text, found, needed });
}
