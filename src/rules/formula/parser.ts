import { error } from '../../value/index.js';
import { LIMITS } from '../limits.js';
import type { Formula } from './ast.js';
import { tokenize } from './lexer.js';
import { Cursor } from './parser/cursor.js';
import { formula } from './parser/logic.js';
import { type FormulaIssue, Refused } from './refused.js';

export type Parsed =
  | { readonly ok: true; readonly formula: Formula }
  | ({ readonly ok: false } & FormulaIssue);

/**
 * Parses a formula by the grammar of the rule language. What could be read in two ways (`a and b or c`,
 * `a < b < c`, `a / b * c`) is refused with its position, never settled by a precedence nobody sees.
 * Issues: `rules.syntax`, `rules.mixedLogic`, `rules.chained`, `rules.quotientOrder`, `rules.reserved`, `rules.number`,
 * `rules.span`, `rules.unknownFunction`, `rules.arguments`, `rules.limit`.
 */
export function parseFormula(text: string): Parsed {
  if (text.length > LIMITS.formulaCharacters) {
    const values = { what: 'formulaCharacters', most: LIMITS.formulaCharacters };
    return { ok: false, at: 0, issue: error('rules.limit', values) };
  }
  const lexed = tokenize(text);
  if ('issue' in lexed) return { ok: false, ...lexed };
  const cursor = new Cursor(lexed.tokens, formula);
  try {
    const whole = cursor.formula();
    if (cursor.peek().kind !== 'end') cursor.unexpected('end');
    return { ok: true, formula: whole };
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, issue: refused.issue, at: refused.at };
    throw refused;
  }
}
