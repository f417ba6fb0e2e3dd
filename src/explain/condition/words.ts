import type { Expression, Reading } from '../../rules/index.js';
import { formatCivilDate, formatExact, fromDay } from '../../value/index.js';
import { say } from '../language.js';
import type { Titles } from '../names.js';
import { grouped, quantity } from '../quantity.js';
import type { Choices } from './choices.js';
import { comparison, either } from './comparison.js';
import { lookedUp } from './look-up.js';
import { overPeople, pickOption } from './many.js';
import { nameOf } from './reading.js';
import { inTime } from './time.js';

type Of<K extends Expression['kind']> = Expression & { readonly kind: K };

/** How strongly an operator binds; what binds less stands in brackets. */
const TIGHT = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;
const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

/**
 * A formula in words. `condition` is for what is true or false, `value` for what stands inside a sentence; every kind
 * of expression has its words in one of them, and a new kind without any does not compile.
 */
export class FormulaWords {
  readonly titles: Titles;
  private readonly choices: Choices;

  constructor(titles: Titles, choices: Choices) {
    this.titles = titles;
    this.choices = choices;
  }

  say(zh: string, en: string): string {
    return say(this.titles.lang, zh, en);
  }

  /** A condition as a sentence without its full stop; `inner`: with brackets where it would run into what is around it. */
  condition(e: Expression, inner = false): string {
    const bracketed = (text: string): string => (inner ? this.say(`（${text}）`, `(${text})`) : text);
    switch (e.kind) {
      case 'flag':
        return e.value ? this.say('任何情形', 'in every case') : this.say('任何情形都不', 'in no case');
      case 'read':
        return this.belongs(e.of, true) ?? this.is(e, true);
      case 'attribute':
      case 'lookup':
      case 'ifNone':
        return this.is(e, true);
      case 'not':
        return this.negated(e.of);
      case 'and':
        return bracketed(e.of.map((part) => this.condition(part, true)).join(this.say('，且', ' and ')));
      case 'or':
        return bracketed(e.of.map((part) => this.condition(part, true)).join(this.say('，或', ' or ')));
      case 'compare': {
        const { zh, en } = comparison(e.op, e.left.type);
        const [left, right] = [this.beside(e.left, e.right), this.beside(e.right, e.left)];
        return this.say(`${left}${zh}${right}`, `${left} ${en} ${right}`);
      }
      case 'in':
        return this.membership(e, false);
      case 'isNone':
        return this.absence(e.of, true);
      case 'has':
        return this.holding(e);
      case 'over':
        return overPeople(e, this);
      case 'pick':
        return pickOption(e, this);
      case 'if':
        return bracketed(
          this.say(
            `若${this.condition(e.when, true)}，则${this.condition(e.then, true)}；否则${this.condition(e.otherwise, true)}`,
            `if ${this.condition(e.when, true)}, then ${this.condition(e.then, true)}, else ${this.condition(e.otherwise, true)}`,
          ),
        );
      case 'number':
      case 'option':
      case 'none':
      case 'chosen':
      case 'parameter':
      case 'marginal':
      case 'arithmetic':
      case 'negate':
      case 'abs':
      case 'least':
      case 'greatest':
      case 'round':
      case 'countOf':
      case 'date':
      case 'shift':
      case 'yearOf':
      case 'monthOf':
      case 'between':
        return this.value(e);
    }
  }

  /** A value as it stands in a condition. */
  value(e: Expression): string {
    const { titles } = this;
    switch (e.kind) {
      case 'number':
        return this.constant(e);
      case 'flag':
        return e.value ? this.say('是', 'yes') : this.say('否', 'no');
      case 'option':
        return e.type.kind === 'choice' ? this.option(e.type.choice, e.index) : String(e.index);
      case 'none':
        return this.say('“无”', 'none');
      case 'read':
        return this.name(e.of);
      case 'attribute':
        return titles.attribute(e.people, e.id);
      case 'chosen':
        return this.say('该项', 'that option');
      case 'lookup':
      case 'parameter':
      case 'marginal':
        return lookedUp(e, this);
      case 'arithmetic':
        return `${this.operand(e.left, e.op, false)} ${SIGNS[e.op]} ${this.operand(e.right, e.op, true)}`;
      case 'negate':
        return `−${this.operand(e.of, '*', true)}`;
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
      case 'ifNone': {
        const [of, otherwise] = [this.value(e.of), this.value(e.otherwise)];
        return this.say(`${of}（没有时按${otherwise}）`, `${of} (${otherwise} where there is none)`);
      }
      case 'countOf':
        return this.say(`“${titles.fact(e.fact)}”中有的项数`, `how many of “${titles.fact(e.fact)}” hold`);
      case 'date':
      case 'shift':
      case 'yearOf':
      case 'monthOf':
      case 'between':
        return inTime(e, this);
      case 'over':
        return overPeople(e, this);
      case 'pick':
        return pickOption(e, this);
      case 'not':
      case 'and':
      case 'or':
      case 'compare':
      case 'in':
      case 'isNone':
      case 'has':
        return this.condition(e, true);
    }
  }

  name(of: Reading): string {
    return nameOf(of, this.titles);
  }

  private option(choice: string, index: number): string {
    return this.titles.option(choice, this.choices.options(choice)[index] ?? String(index));
  }

  /** A category reads as belonging to it; `null` for everything else. */
  private belongs(of: Reading, holds: boolean): string | null {
    if (of.kind !== 'category') return null;
    const name = this.name(of);
    return holds
      ? this.say(`属于“${name}”`, `belongs to “${name}”`)
      : this.say(`不属于“${name}”`, `does not belong to “${name}”`);
  }

  /** A name, a cell, or what stands in for none, as a flag. */
  private is(e: Of<'read' | 'attribute' | 'lookup' | 'ifNone'>, holds: boolean): string {
    const plain = this.value(e);
    const named = e.kind === 'read' || e.kind === 'attribute' ? `“${plain}”` : plain;
    return this.say(`${named}为${holds ? '是' : '否'}`, `${named} is ${holds ? 'yes' : 'no'}`);
  }

  private negated(e: Expression): string {
    if (e.kind === 'in') return this.membership(e, true);
    if (e.kind === 'isNone') return this.absence(e.of, false);
    if (e.kind === 'read') return this.belongs(e.of, false) ?? this.is(e, false);
    if (e.kind === 'attribute' || e.kind === 'lookup' || e.kind === 'ifNone') return this.is(e, false);
    return this.say(`不是${this.condition(e, true)}`, `not ${this.condition(e, true)}`);
  }

  private membership(e: Of<'in'>, negated: boolean): string {
    const choice = e.of.type.kind === 'choice' ? e.of.type.choice : '';
    const options = e.options.map((index) => this.option(choice, index));
    const of = this.value(e.of);
    return this.say(
      `${of}${negated ? '不为' : '为'}${either(options, '、', '或')}`,
      `${of} is ${negated ? 'not ' : ''}${either(options, ', ', ' or ')}`,
    );
  }

  private absence(e: Expression, none: boolean): string {
    const plain = this.value(e);
    if (e.kind === 'read' || e.kind === 'attribute')
      return this.say(`${none ? '没有' : '有'}“${plain}”`, `there is ${none ? 'no ' : ''}“${plain}”`);
    return this.say(`${plain}${none ? '不存在' : '存在'}`, `${plain} ${none ? 'does not exist' : 'exists'}`);
  }

  private holding(e: Of<'has'>): string {
    const choice = this.choices.ofFact(e.fact);
    const options = e.options.map((index) => this.option(choice, index));
    const title = this.titles.fact(e.fact);
    return e.op === 'has_any'
      ? this.say(
          `“${title}”中有${either(options, '、', '或')}`,
          `“${title}” holds ${either(options, ', ', ' or ')}`,
        )
      : this.say(
          `“${title}”中${options.length > 1 ? '同时' : ''}有${either(options, '、', '和')}`,
          `“${title}” holds ${either(options, ', ', ' and ')}`,
        );
  }

  private constant(e: Of<'number'>): string {
    if (e.type.kind === 'date') return formatCivilDate(fromDay(Number(e.value.n)));
    const text = formatExact(e.value);
    return e.type.kind === 'number' ? quantity(text, e.type.unit, this.titles.lang) : text;
  }

  /** A side of a comparison: a number beside a year or month of the calendar is one too. */
  private beside(e: Expression, other: Expression): string {
    if (e.kind !== 'number' || (other.kind !== 'yearOf' && other.kind !== 'monthOf')) return this.value(e);
    const text = formatExact(e.value);
    return this.say(`${text} ${other.kind === 'yearOf' ? '年' : '月'}`, text);
  }

  /** An operand, in brackets where it binds less than what is around it. */
  operand(e: Expression, around: keyof typeof TIGHT, right: boolean): string {
    const text = this.value(e);
    const loose =
      e.kind === 'if' ||
      e.kind === 'ifNone' ||
      (e.kind === 'arithmetic' &&
        (TIGHT[e.op] < TIGHT[around] || (right && TIGHT[e.op] === TIGHT[around] && around !== '+')));
    return loose ? this.say(`（${text}）`, `(${text})`) : text;
  }
}
