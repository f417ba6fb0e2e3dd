import { error } from '../../../value/index.js';
import { LIMITS } from '../../limits.js';
import { type Formula, RESERVED } from '../ast.js';
import type { Token } from '../lexer.js';
import { Refused } from '../refused.js';
import { GRAMMAR } from './words.js';

/** Walks over the tokens of one formula, counts what it builds, and refuses at the first token that does not fit. */
export class Cursor {
  private next = 0;
  private nodes = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  private readonly whole: (cursor: Cursor) => Formula;

  /** `whole` reads a formula of any kind; the pieces of the grammar come back to it here, not by importing it. */
  constructor(tokens: readonly Token[], whole: (cursor: Cursor) => Formula) {
    this.tokens = tokens;
    this.whole = whole;
  }

  /** A whole formula, one level deeper. */
  formula(): Formula {
    return this.deeper(() => this.whole(this));
  }

  /** Whatever can hold itself goes through here, so that no text makes the parser follow it without end. */
  deeper(read: () => Formula): Formula {
    this.depth += 1;
    if (this.depth > LIMITS.formulaDepth) {
      this.refuse('rules.limit', this.peek().at, { what: 'formulaDepth', most: LIMITS.formulaDepth });
    }
    const formula = read();
    this.depth -= 1;
    return formula;
  }

  node<T extends Formula>(formula: T): T {
    this.nodes += 1;
    if (this.nodes > LIMITS.formulaNodes) {
      this.refuse('rules.limit', formula.at, { what: 'formulaNodes', most: LIMITS.formulaNodes });
    }
    return formula;
  }

  /** The token that stands next, or the one `ahead` places further on; at the end the end. */
  peek(ahead = 0): Token {
    return (this.tokens[this.next + ahead] ?? this.tokens.at(-1)) as Token;
  }

  /** Whether a number and a minus stand right before: a date that was written as one. */
  behindMinus(): boolean {
    const [number, minus] = [this.tokens[this.next - 3], this.tokens[this.next - 2]];
    return number?.kind === 'number' && minus?.text === '-';
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.next += 1;
    return token;
  }

  /** Whether this word or sign stands next: no number, and no currency, is written like one. */
  is(text: string, ahead = 0): boolean {
    return this.peek(ahead).text === text;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.next += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.unexpected(text);
  }

  /** One thing or more, between commas. */
  list<T>(one: () => T): readonly T[] {
    const list = [one()];
    while (this.accept(',')) list.push(one());
    return list;
  }

  /** A name that a rule file gave to something: no word of the language. */
  name(): string {
    const { kind, text, at } = this.peek();
    if (kind !== 'id' || GRAMMAR.has(text)) this.unexpected('name');
    if (RESERVED.has(text)) this.refuse('rules.reserved', at, { name: text });
    return this.take().text;
  }

  /** What stands behind a dot, or names a choice: apart from all values, so that words of the language do not confuse it. */
  word(): string {
    if (this.peek().kind !== 'id') this.unexpected('name');
    return this.take().text;
  }

  /** `rules.syntax` at the next token. */
  unexpected(expected: string): never {
    const { kind, text, at } = this.peek();
    this.refuse('rules.syntax', at, { found: kind === 'end' ? '∎' : text, expected });
  }

  refuse(code: string, at: number, values: Readonly<Record<string, string | number>> = {}): never {
    throw new Refused(error(code, values), at);
  }
}
