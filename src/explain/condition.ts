import type { Comparison, Expression, Reading } from '../rules/index.js';
import { compare, type Exact, exact, formatExact, parseExact } from '../value/index.js';
import { say } from './language.js';
import type { Titles } from './names.js';
import { grouped, quantity } from './quantity.js';

/** What a condition may look at when it is asked which of its demands is not met; `undefined` is not known. */
export type Known = (of: Reading) => boolean | string | undefined;

const ORDER: Readonly<Record<Comparison, readonly [zh: string, en: string]>> = {
  '=': ['为', 'is'],
  '!=': ['不为', 'is not'],
  '<': ['低于', 'is below'],
  '<=': ['不超过', 'is at most'],
  '>': ['高于', 'is above'],
  '>=': ['不低于', 'is at least'],
};

/** `a、b或c`. */
function either(options: readonly string[], comma: string, or: string): string {
  const [last = '', ...before] = [...options].reverse();
  return before.length === 0 ? last : `${before.reverse().join(comma)}${or}${last}`;
}

/** Formulas of the rule file in words, with the titles of what they read. */
export class Conditions {
  private readonly titles: Titles;
  private readonly options: (choice: string) => readonly string[];

  constructor(titles: Titles, options: (choice: string) => readonly string[]) {
    this.titles = titles;
    this.options = options;
  }

  private say(zh: string, en: string): string {
    return say(this.titles.lang, zh, en);
  }

  private optionId(choice: string, index: number): string {
    return this.options(choice)[index] ?? String(index);
  }

  private name(of: Reading): string {
    switch (of.kind) {
      case 'fact':
        return this.titles.fact(of.id);
      case 'figure':
        return this.titles.figure(of.id);
      case 'category':
        return this.titles.category(of.id);
      case 'score':
        return this.say('得分', 'the score');
      case 'score_tier':
        return this.say('按得分的等级', 'the tier by score');
      case 'tier':
        return this.say('等级', 'the tier');
    }
  }

  /** A condition as a sentence without its full stop. */
  condition(e: Expression, inner = false): string {
    const bracketed = (text: string): string => (inner ? this.say(`（${text}）`, `(${text})`) : text);
    switch (e.kind) {
      case 'flag':
        return e.value ? this.say('任何情形', 'in every case') : this.say('任何情形都不', 'in no case');
      case 'read':
        if (e.of.kind === 'category')
          return this.say(`属于“${this.name(e.of)}”`, `belongs to “${this.name(e.of)}”`);
        return this.say(`“${this.name(e.of)}”为是`, `“${this.name(e.of)}” is yes`);
      case 'not':
        if (e.of.kind === 'read' && e.of.of.kind === 'category')
          return this.say(`不属于“${this.name(e.of.of)}”`, `does not belong to “${this.name(e.of.of)}”`);
        if (e.of.kind === 'read')
          return this.say(`“${this.name(e.of.of)}”为否`, `“${this.name(e.of.of)}” is no`);
        if (e.of.kind === 'in') return this.membership(e.of, true);
        return this.say(`不是${this.condition(e.of, true)}`, `not ${this.condition(e.of, true)}`);
      case 'and':
        return bracketed(e.of.map((part) => this.condition(part, true)).join(this.say('，且', ' and ')));
      case 'or':
        return bracketed(e.of.map((part) => this.condition(part, true)).join(this.say('，或', ' or ')));
      case 'compare': {
        const [zh, en] = ORDER[e.op];
        return this.say(
          `${this.value(e.left)}${zh}${this.value(e.right)}`,
          `${this.value(e.left)} ${en} ${this.value(e.right)}`,
        );
      }
      case 'in':
        return this.membership(e, false);
      default:
        return this.value(e);
    }
  }

  private membership(e: Expression & { readonly kind: 'in' }, negated: boolean): string {
    const choice = e.of.type.kind === 'choice' ? e.of.type.choice : '';
    const options = e.options.map((i) => this.titles.option(choice, this.optionId(choice, i)));
    const zh = `${this.value(e.of)}${negated ? '不为' : '为'}${either(options, '、', '或')}`;
    return this.say(zh, `${this.value(e.of)} is ${negated ? 'not ' : ''}${either(options, ', ', ' or ')}`);
  }

  /** A value as it stands in a condition. */
  private value(e: Expression): string {
    const lang = this.titles.lang;
    switch (e.kind) {
      case 'number':
        return e.type.kind === 'number'
          ? quantity(formatExact(e.value), e.type.unit, lang)
          : formatExact(e.value);
      case 'flag':
        return e.value ? this.say('是', 'yes') : this.say('否', 'no');
      case 'option':
        return e.type.kind === 'choice'
          ? this.titles.option(e.type.choice, this.optionId(e.type.choice, e.index))
          : String(e.index);
      case 'read':
        return this.name(e.of);
      case 'lookup':
        return this.say(
          `“${this.titles.table(e.table)}”表中${e.keys.map((key) => this.value(key)).join('、')}对应的数`,
          `the entry of “${this.titles.table(e.table)}” for ${e.keys.map((key) => this.value(key)).join(', ')}`,
        );
      case 'arithmetic':
        return `${this.value(e.left)} ${{ '+': '+', '-': '−', '*': '×', '/': '÷' }[e.op]} ${this.value(e.right)}`;
      case 'negate':
        return `−${this.value(e.of)}`;
      case 'abs':
        return this.say(`${this.value(e.of)}的绝对值`, `the size of ${this.value(e.of)}`);
      case 'least':
      case 'greatest': {
        const all = e.of.map((one) => this.value(one));
        return e.kind === 'least'
          ? this.say(`${all.join('、')}中较小的`, `the least of ${all.join(', ')}`)
          : this.say(`${all.join('、')}中较大的`, `the greatest of ${all.join(', ')}`);
      }
      case 'round':
        return this.say(
          `${this.value(e.of)}（取整到 ${grouped(formatExact(e.step))}）`,
          `${this.value(e.of)} (rounded to ${grouped(formatExact(e.step))})`,
        );
      case 'if':
        return this.say(
          `若${this.condition(e.when, true)}则${this.value(e.then)}，否则${this.value(e.otherwise)}`,
          `${this.value(e.then)} if ${this.condition(e.when, true)}, else ${this.value(e.otherwise)}`,
        );
      default:
        return this.condition(e, true);
    }
  }

  /**
   * The demands of a condition that are surely not met, in words; the whole condition where none can be singled out.
   * Only for people to read: what was decided was decided elsewhere.
   */
  unmet(e: Expression, known: Known): readonly string[] {
    const demands = e.kind === 'and' ? e.of : [e];
    const failing = demands.filter((demand) => this.holds(demand, known) === false);
    return (failing.length > 0 ? failing : [e]).map((demand) => this.condition(demand));
  }

  /** Whether a plain condition holds; `undefined` where it is not plain, or what it reads is not known. */
  holds(e: Expression, known: Known): boolean | undefined {
    switch (e.kind) {
      case 'flag':
        return e.value;
      case 'read': {
        const value = known(e.of);
        return typeof value === 'boolean' ? value : undefined;
      }
      case 'not': {
        const inner = this.holds(e.of, known);
        return inner === undefined ? undefined : !inner;
      }
      case 'and':
      case 'or': {
        const parts = e.of.map((part) => this.holds(part, known));
        const decisive = e.kind === 'or';
        if (parts.includes(decisive)) return decisive;
        return parts.includes(undefined) ? undefined : !decisive;
      }
      case 'in': {
        const at = this.optionOf(e.of, known);
        return at === undefined ? undefined : e.options.includes(at);
      }
      case 'compare': {
        const [left, right] = [this.amountOf(e.left, known), this.amountOf(e.right, known)];
        if (left === undefined || right === undefined) return undefined;
        const side = compare(left, right);
        return {
          '=': side === 0,
          '!=': side !== 0,
          '<': side < 0,
          '<=': side <= 0,
          '>': side > 0,
          '>=': side >= 0,
        }[e.op];
      }
      default:
        return undefined;
    }
  }

  /** A number, or an option by its place in the choice. */
  private amountOf(e: Expression, known: Known): Exact | undefined {
    if (e.kind === 'number') return e.value;
    if (e.kind === 'read' && e.type.kind === 'number') {
      const value = known(e.of);
      return typeof value === 'string' ? (parseExact(value) ?? undefined) : undefined;
    }
    const option = this.optionOf(e, known);
    return option === undefined ? undefined : exact(BigInt(option));
  }

  private optionOf(e: Expression, known: Known): number | undefined {
    if (e.kind === 'option') return e.index;
    if (e.kind !== 'read' || e.type.kind !== 'choice') return undefined;
    const value = known(e.of);
    const index = typeof value === 'string' ? this.options(e.type.choice).indexOf(value) : -1;
    return index < 0 ? undefined : index;
  }
}
