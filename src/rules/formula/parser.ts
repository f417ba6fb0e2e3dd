import { error } from '../../value/index.js';
import { LIMITS } from '../limits.js';
import { own } from '../own.js';
import { COMPARISONS, type Comparison, type Formula, FUNCTIONS } from './ast.js';
import { type Token, tokenize } from './lexer.js';
import { type FormulaIssue, Refused } from './refused.js';

export type Parsed =
  | { readonly ok: true; readonly formula: Formula }
  | ({ readonly ok: false } & FormulaIssue);

/**
 * Parses a formula by the grammar of the rule language. What could be read in two ways (`a and b or c`,
 * `a < b < c`, `a / b * c`) is refused with its position, never settled by a precedence nobody sees.
 * Issues: `rules.syntax`, `rules.mixedLogic`, `rules.chained`, `rules.quotientOrder`, `rules.limit`.
 */
export function parseFormula(text: string): Parsed {
  if (text.length > LIMITS.formulaCharacters) {
    return {
      ok: false,
      at: 0,
      issue: error('rules.limit', { what: 'formulaCharacters', most: LIMITS.formulaCharacters }),
    };
  }
  const lexed = tokenize(text);
  if ('issue' in lexed) return { ok: false, ...lexed };
  try {
    return { ok: true, formula: new Parser(lexed.tokens).whole() };
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, issue: refused.issue, at: refused.at };
    throw refused;
  }
}

class Parser {
  private next = 0;
  private nodes = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Formula {
    const formula = this.formula();
    const rest = this.peek();
    if (rest.kind !== 'end') this.unexpected(rest, 'end');
    return formula;
  }

  private peek(): Token {
    return this.tokens[this.next] as Token;
  }

  private take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.next += 1;
    return token;
  }

  private is(text: string): boolean {
    const token = this.peek();
    return token.kind !== 'number' && token.kind !== 'end' && token.text === text;
  }

  private accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.next += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) this.unexpected(this.peek(), text);
  }

  private unexpected(token: Token, expected: string): never {
    throw new Refused(
      error('rules.syntax', { found: token.kind === 'end' ? '∎' : token.text, expected }),
      token.at,
    );
  }

  private node<T extends Formula>(formula: T): T {
    this.nodes += 1;
    if (this.nodes > LIMITS.formulaNodes) {
      throw new Refused(
        error('rules.limit', { what: 'formulaNodes', most: LIMITS.formulaNodes }),
        formula.at,
      );
    }
    return formula;
  }

  private formula(): Formula {
    this.depth += 1;
    const { at } = this.peek();
    if (this.depth > LIMITS.formulaDepth) {
      throw new Refused(error('rules.limit', { what: 'formulaDepth', most: LIMITS.formulaDepth }), at);
    }
    const formula = this.accept('if') ? this.conditional(at) : this.logic();
    this.depth -= 1;
    return formula;
  }

  private conditional(at: number): Formula {
    const when = this.formula();
    this.expect('then');
    const then = this.formula();
    this.expect('else');
    return this.node({ kind: 'if', at, when, then, otherwise: this.formula() });
  }

  private logic(): Formula {
    const first = this.test();
    const word = this.is('and') ? 'and' : this.is('or') ? 'or' : null;
    if (word === null) return first;
    const of = [first];
    while (this.accept(word)) of.push(this.test());
    if (this.is('and') || this.is('or')) throw new Refused(error('rules.mixedLogic'), this.peek().at);
    return this.node({ kind: word, at: first.at, of });
  }

  private test(): Formula {
    const { at } = this.peek();
    if (this.accept('not')) return this.node({ kind: 'not', at, of: this.postfix() });
    return this.compare();
  }

  private comparison(): Comparison | null {
    const token = this.peek();
    return token.kind === 'sign' ? (COMPARISONS.find((op) => op === token.text) ?? null) : null;
  }

  private compare(): Formula {
    const left = this.terms();
    const op = this.comparison();
    if (op !== null) {
      this.next += 1;
      const right = this.terms();
      if (this.comparison() !== null) throw new Refused(error('rules.chained'), this.peek().at);
      return this.node({ kind: 'compare', at: left.at, op, left, right });
    }
    const negated = this.is('not');
    if (negated) this.next += 1;
    if (this.accept('in'))
      return this.node({ kind: 'in', at: left.at, negated, left, options: this.listed() });
    if (negated) this.unexpected(this.peek(), 'in');
    return left;
  }

  private listed(): readonly Formula[] {
    this.expect('[');
    const options = [this.terms()];
    while (this.accept(',')) options.push(this.terms());
    this.expect(']');
    return options;
  }

  private terms(): Formula {
    let left = this.factors();
    for (;;) {
      const op = this.is('+') ? '+' : this.is('-') ? '-' : null;
      if (op === null) return left;
      this.next += 1;
      left = this.node({ kind: 'arithmetic', at: left.at, op, left, right: this.factors() });
    }
  }

  private factors(): Formula {
    let left = this.signed();
    while (this.accept('*'))
      left = this.node({ kind: 'arithmetic', at: left.at, op: '*', left, right: this.signed() });
    if (this.accept('/')) {
      left = this.node({ kind: 'arithmetic', at: left.at, op: '/', left, right: this.signed() });
      if (this.is('*') || this.is('/')) throw new Refused(error('rules.quotientOrder'), this.peek().at);
    }
    return left;
  }

  private signed(): Formula {
    const { at } = this.peek();
    if (this.accept('-')) return this.node({ kind: 'negate', at, of: this.postfix() });
    return this.postfix();
  }

  private postfix(): Formula {
    const token = this.take();
    if (token.kind === 'number') return this.number(token);
    if (token.kind === 'sign' && token.text === '(') {
      const inside = this.formula();
      this.expect(')');
      return inside;
    }
    if (token.kind !== 'id') this.unexpected(token, 'value');
    if (token.text === 'true' || token.text === 'false') {
      return this.node({ kind: 'flag', at: token.at, value: token.text === 'true' });
    }
    if (this.is('(')) return this.call(token);
    if (this.accept('[')) {
      const keys = [this.formula()];
      while (this.accept(',')) keys.push(this.formula());
      this.expect(']');
      return this.node({ kind: 'lookup', at: token.at, table: token.text, keys });
    }
    return this.node({ kind: 'name', at: token.at, id: token.text });
  }

  private call(name: Token): Formula {
    const arity = own(FUNCTIONS, name.text);
    if (arity === undefined) throw new Refused(error('rules.unknownFunction', { name: name.text }), name.at);
    this.expect('(');
    const args = [this.formula()];
    while (this.accept(',')) args.push(this.formula());
    this.expect(')');
    if (args.length < arity[0] || args.length > arity[1]) {
      throw new Refused(
        error('rules.arguments', { name: name.text, found: args.length, least: arity[0], most: arity[1] }),
        name.at,
      );
    }
    return this.node({ kind: 'call', at: name.at, name: name.text, args });
  }

  private number(token: Token): Formula {
    const percent = token.text.endsWith('%');
    const text = token.text.replaceAll('_', '').replace('%', '');
    if (/^0[0-9]/.test(text)) throw new Refused(error('rules.number', { found: token.text }), token.at);
    const unit = this.accept('[') ? this.unit() : null;
    return this.node({ kind: 'number', at: token.at, text, percent, unit });
  }

  private unit(): string {
    let unit = '';
    for (;;) {
      const token = this.take();
      if (token.kind === 'end') this.unexpected(token, ']');
      if (token.kind === 'sign' && token.text === ']') return unit;
      unit += token.text;
    }
  }
}
