import { error, type Issue } from '../../value/index.js';

export interface Token {
  readonly kind: 'number' | 'id' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const SPACE = /\s/;
const NUMBER = /[0-9][0-9_]*(?:\.[0-9]+)?%?/y;
/** A name, or a currency code, which stands in units. */
const ID = /[a-z][a-z0-9_]*|[A-Z]{3}(?![A-Za-z0-9_])/y;
const SIGNS = ['!=', '<=', '>=', '=', '<', '>', '+', '-', '*', '/', '(', ')', '[', ']', ',', '.'];

/** Cuts a formula into tokens. Full-width and other look-alike signs are named, not guessed at. */
export function tokenize(
  text: string,
): { readonly tokens: readonly Token[] } | { readonly issue: Issue; readonly at: number } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (SPACE.test(char)) {
      at += 1;
      continue;
    }
    NUMBER.lastIndex = at;
    ID.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    const id = number === undefined ? ID.exec(text)?.[0] : undefined;
    const sign = number ?? id ?? SIGNS.find((s) => text.startsWith(s, at));
    if (sign === undefined) {
      const found = String.fromCodePoint(text.codePointAt(at) as number);
      return { issue: error('rules.syntax', { found, expected: 'formula' }), at };
    }
    tokens.push({ kind: number !== undefined ? 'number' : id !== undefined ? 'id' : 'sign', text: sign, at });
    at += sign.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return { tokens };
}
