import { ROUNDING_MODES } from '../../../src/value/index.js';
import type { Dice } from './dice.js';
import type { ChoiceName, Names, NumberName } from './names.js';

export const POINT = 'point';
export const MONEY = 'CNY/year';
export const PERSON = 'person';
export const PURE = '1';
export const PER_HEAD = 'CNY/year/person';

const STEPS: Readonly<Record<string, readonly string[]>> = {
  [POINT]: ['1', '0.5', '0.1', '5', '0.25', '3'],
  [PURE]: ['0.1', '0.01', '0.25'],
};

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;

/**
 * Random formulas of a wanted type. Numbers are *anchored* where their unit shows without being told by their place:
 * products, comparisons and figures without a unit need that.
 */
export class Formulas {
  readonly dice: Dice;
  readonly names: Names;

  constructor(dice: Dice, names: Names) {
    this.dice = dice;
    this.names = names;
  }

  // --- numbers -----------------------------------------------------------------------------------------------------

  literal(unit: string): string {
    const { dice } = this;
    switch (unit) {
      case POINT:
        return dice.weighted<() => string>([
          [6, () => String(dice.whole(0, 30))],
          [2, () => `${dice.whole(0, 20)}.5`],
          [1, () => `${dice.whole(0, 9)}.${dice.whole(1, 9)}`],
        ])();
      case PERSON:
        return String(dice.whole(1, 8));
      case PURE:
        return dice.pick(['0.5', '2', '1.5', '50%', '35%', '120%', '3', '0.1']);
      default:
        return dice.pick(['500', '1_200', '2_000', '750.5', '3_500', '4_000', '12_000', '1_000.01']);
    }
  }

  private numbersOf(unit: string): readonly NumberName[] {
    return this.names.numbers.filter((one) => one.unit === unit);
  }

  /** A number whose unit shows by itself. */
  anchored(unit: string, depth: number): string {
    const { dice } = this;
    const names = this.numbersOf(unit);
    const tables = this.names.tables.filter((t) => t.unit === unit && this.canLookUp(t.keys));
    const deeper = depth > 0 ? 1 : 0;
    const rates = unit === PURE ? this.names.numbers.filter((one) => one.positive) : [];
    const monies = unit === POINT ? this.numbersOf(MONEY) : [];
    const made = dice.weighted<() => string>([
      [names.length > 0 ? 10 : 0, () => dice.pick(names).name],
      [1, () => `${this.literal(unit)}[${unit}]`],
      [tables.length > 0 ? 4 : 0, () => this.lookup(dice.pick(tables))],
      [3 * deeper, () => `(${this.anchored(unit, depth - 1)} + ${this.number(unit, depth - 1)})`],
      [3 * deeper, () => `(${this.anchored(unit, depth - 1)} - ${this.number(unit, depth - 1)})`],
      [unit === PURE ? 0 : 2 * deeper, () => `(${this.pure(depth - 1)} * ${this.anchored(unit, depth - 1)})`],
      [unit === PURE ? 0 : 2 * deeper, () => `(${this.anchored(unit, depth - 1)} / ${this.divisor()})`],
      [deeper, () => `min(${this.anchored(unit, depth - 1)}, ${this.number(unit, depth - 1)})`],
      [deeper, () => `max(${this.anchored(unit, depth - 1)}, ${this.number(unit, depth - 1)})`],
      [2 * deeper, () => `abs(${this.anchored(unit, depth - 1)} - ${this.literal(unit)})`],
      [2 * deeper, () => this.clamp(this.anchored(unit, depth - 1), unit)],
      [deeper, () => `(-${this.anchored(unit, depth - 1)})`],
      [2 * deeper, () => this.rounded(this.anchored(unit, depth - 1), unit)],
      [
        2 * deeper,
        () =>
          `(if ${this.flag(depth - 1)} then ${this.anchored(unit, depth - 1)} else ${this.number(unit, depth - 1)})`,
      ],
      [rates.length > 0 ? 2 * deeper : 0, () => this.ratio(rates)],
      [
        monies.length > 0 ? 3 * deeper : 0,
        () => `(${dice.pick(monies).name} / ${dice.pick(['100', '250', '400', '37'])}[${MONEY}/point])`,
      ],
    ]);
    return made();
  }

  /** A number in a place that asks for its unit. */
  number(unit: string, depth: number): string {
    const { dice } = this;
    if (dice.chance(35)) return this.literal(unit);
    if (depth > 0 && dice.chance(15)) {
      return `(if ${this.flag(depth - 1)} then ${this.number(unit, depth - 1)} else ${this.number(unit, depth - 1)})`;
    }
    return this.anchored(unit, depth);
  }

  private pure(depth: number): string {
    const { dice } = this;
    if (depth > 0 && dice.chance(15))
      return `(if ${this.flag(depth - 1)} then 0.5 else ${this.literal(PURE)})`;
    const names = this.numbersOf(PURE);
    return names.length > 0 && dice.chance(40) ? dice.pick(names).name : this.literal(PURE);
  }

  /** A pure number that cannot be 0. */
  private divisor(): string {
    return this.dice.pick(['3', '7', '4', '0.6', '12', '2.5']);
  }

  /** A number over another of the same unit: a quotient that stays one. */
  private ratio(positive: readonly NumberName[]): string {
    const below = this.dice.pick(positive);
    const above = this.dice.pick(this.numbersOf(below.unit));
    return `(${above.name} / ${below.name})`;
  }

  private clamp(x: string, unit: string): string {
    const [a, b] = [this.literal(unit), this.literal(unit)].sort(
      (p, q) => Number(p.replace('_', '').replace('%', '')) - Number(q.replace('_', '').replace('%', '')),
    );
    return `clamp(${x}, ${a}, ${b})`;
  }

  rounded(x: string, unit: string): string {
    const { dice } = this;
    const tie = dice.chance(60) ? this.nearTie(unit) : null;
    const [of, step] = tie ?? [x, dice.pick(STEPS[unit] ?? ['1', '0.01', '100', '50', '0.1', '0.05'])];
    return `round(${of}, ${step}, ${dice.pick(ROUNDING_MODES)})`;
  }

  /** A number that often lies half way between two steps, above and below 0. */
  private nearTie(unit: string): readonly [of: string, step: string] | null {
    const { dice } = this;
    const names = this.numbersOf(unit);
    if (names.length === 0) return null;
    const { name } = dice.pick(names);
    if (unit === MONEY)
      return dice.pick([
        [name, '1_000'],
        [`${name} - 2_250`, '500'],
        [`${name} / 200`, '5'],
      ]);
    return dice.pick([
      [`${name} / 2`, '1'],
      [`${name} * 0.5 - 3`, '1'],
      [`-${name} * 1.5`, '1'],
      [`${name} - 5.5`, '1'],
      [`${name} * 2.5`, '5'],
      [name, '2'],
    ]);
  }

  // --- flags -------------------------------------------------------------------------------------------------------

  flag(depth: number): string {
    const { dice, names } = this;
    const deeper = depth > 0 ? 1 : 0;
    const ordered = names.choices.filter((c) => c.ordered);
    const pairs = names.choices.filter((c) => names.choices.some((d) => d !== c && d.choice === c.choice));
    const made = dice.weighted<() => string>([
      [names.flags.length > 0 ? 6 : 0, () => dice.pick(names.flags)],
      [names.numbers.length > 0 ? 5 : 0, () => this.comparison(depth)],
      [names.choices.length > 0 ? 3 : 0, () => this.equality(dice.pick(names.choices))],
      [names.choices.length > 0 ? 3 : 0, () => this.membership(dice.pick(names.choices))],
      [ordered.length > 0 ? 4 : 0, () => this.order(dice.pick(ordered))],
      [pairs.length > 0 ? 2 : 0, () => this.samePair(dice.pick(pairs))],
      [
        names.flags.length > 0 ? 1 : 0,
        () =>
          `(${dice.pick(names.flags)} ${dice.pick(['=', '!='])} ${dice.pick(['true', 'false', ...names.flags])})`,
      ],
      [1, () => dice.pick(['true', 'false'])],
      [3 * deeper, () => `(not ${this.flag(depth - 1)})`],
      [4 * deeper, () => this.joined('and', depth - 1)],
      [4 * deeper, () => this.joined('or', depth - 1)],
      [
        deeper,
        () => `(if ${this.flag(depth - 1)} then ${this.flag(depth - 1)} else ${this.flag(depth - 1)})`,
      ],
    ]);
    return made();
  }

  private joined(word: string, depth: number): string {
    return `(${this.dice.times(this.dice.whole(2, 3), () => this.flag(depth)).join(` ${word} `)})`;
  }

  private comparison(depth: number): string {
    const { dice, names } = this;
    const op = dice.pick(COMPARISONS);
    const one = dice.pick(names.numbers);
    if (depth > 0 && dice.chance(40)) {
      return `(${this.anchored(one.unit, depth - 1)} ${op} ${this.number(one.unit, depth - 1)})`;
    }
    const cut = this.cutOf(one);
    return dice.chance(70) ? `(${one.name} ${op} ${cut})` : `(${cut} ${op} ${one.name})`;
  }

  /** A constant worth comparing a number with. */
  cutOf(one: NumberName): string {
    return one.near.length > 0 && this.dice.chance(85) ? this.dice.pick(one.near) : this.literal(one.unit);
  }

  private equality(one: ChoiceName): string {
    const [op, option] = [this.dice.pick(['=', '!=']), this.dice.pick(one.options)];
    return this.dice.chance(85) ? `(${one.name} ${op} ${option})` : `(${option} ${op} ${one.name})`;
  }

  private membership(one: ChoiceName): string {
    const options = this.dice.some(one.options, 1, one.options.length);
    return `(${one.name} ${this.dice.pick(['in', 'in', 'not in'])} [${options.join(', ')}])`;
  }

  private order(one: ChoiceName): string {
    return `(${one.name} ${this.dice.pick(['<', '<=', '>', '>='])} ${this.dice.pick(one.options)})`;
  }

  private samePair(one: ChoiceName): string {
    const others = this.names.choices.filter((c) => c !== one && c.choice === one.choice);
    const op = this.dice.pick(one.ordered ? COMPARISONS : (['=', '!='] as const));
    return `(${one.name} ${op} ${this.dice.pick(others).name})`;
  }

  // --- choices and tables ------------------------------------------------------------------------------------------

  /** A choice whose type shows by itself. */
  choice(depth: number): { readonly text: string; readonly of: ChoiceName } {
    const { dice, names } = this;
    const one = dice.pick(names.choices);
    if (depth === 0 || dice.chance(60)) return { text: one.name, of: one };
    const same = names.choices.filter((c) => c.choice === one.choice);
    const other = dice.chance(50) ? dice.pick(one.options) : dice.pick(same).name;
    return { text: `(if ${this.flag(depth - 1)} then ${one.name} else ${other})`, of: one };
  }

  private canLookUp(keys: readonly string[]): boolean {
    return keys.every((key) => key === 'flag' || this.names.choices.some((c) => c.choice === key));
  }

  lookup(table: { readonly name: string; readonly keys: readonly string[] }): string {
    const keys = table.keys.map((key) => {
      if (key === 'flag') return this.flag(this.dice.chance(30) ? 1 : 0);
      const named = this.names.choices.filter((c) => c.choice === key);
      return this.dice.chance(85)
        ? this.dice.pick(named).name
        : this.dice.pick((named[0] as ChoiceName).options);
    });
    return `${table.name}[${keys.join(', ')}]`;
  }
}
