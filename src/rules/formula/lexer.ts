import { error, type Issue } from '../../value/index.js';

export interface Token {
  /** A currency code is no name: it stands in units only. */
  readonly kind: 'number' | 'id' | 'currency' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const SPACE = /\s/;
const NUMBER = /[0-9][0-9_]*(?:\.[0-9]+)?%?/y;
const ID = /[a-z][a-z0-9_]*/y;
const CURRENCY = /[A-Z]{3}(?![A-Za-z0-9_])/y;
/** Where two begin alike the longer stands first. */
const SIGNS = ['!=', '<=', '>=', '=', '<', '>', '+', '-', '*', '/', '(', ')', '[', ']', ',', '.'];

const SHAPES = [
  ['number', NUMBER],
  ['id', ID],
  ['currency', CURRENCY],
] as const;

function tokenAt(text: string, at: number): Token | null {
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = at;
    const found = shape.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found, at };
  }
  const sign = SIGNS.find((one) => text.startsWith(one, at));
  return sign === undefined ? null : { kind: 'sign', text: sign, at };
}

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
    const token = tokenAt(text, at);
    if (token === null) {
      const found = String.fromCodePoint(text.codePointAt(at) as number);
      return { issue: error('rules.syntax', { found, expected: 'formula' }), at };
    }
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return { tokens };
}
