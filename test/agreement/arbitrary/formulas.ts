import { ROUNDING_MODES } from '../../../src/value/index.js';
import { absentFlag, filledChoice, filledNumber } from './absence.js';
import type { Dice } from './dice.js';
import { canLookUp, lookup, marginal, parameterAt } from './lookups.js';
import { countedNumber, manyFlag, picked, totalled } from './many.js';
import type { ChoiceName, Names, NumberName } from './names.js';
import { dateFlag, dateNumber } from './times.js';
import { MONEY, PERSON, POINT, PURE } from './units.js';

export { MONEY, PER_HEAD, PERSON, POINT, PURE } from './units.js';

const STEPS: Readonly<Record<string, readonly string[]>> = {
  [POINT]: ['1', '0.5', '0.1', '5', '0.25', '3'],
  [PURE]: ['0.1', '0.01', '0.25'],
};

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;

/**
 * Random formulas of a wanted type. Numbers are *anchored* where their unit shows without being told by their place:
 * products, comparisons and figures without a unit need that. None of them can be none.
 */
export class Formulas {
  readonly dice: Dice;
  readonly names: Names;
  /** How many members and options are looked at: what reaches beyond the rule file is unknown once for each. */
  readonly inside: number;

  constructor(dice: Dice, names: Names, inside = 0) {
    this.dice = dice;
    this.names = names;
    this.inside = inside;
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

  numbersOf(unit: string): readonly NumberName[] {
    return this.names.numbers.filter((one) => one.unit === unit);
  }

  /** A number whose unit shows by itself. */
  anchored(unit: string, depth: number): string {
    const { dice } = this;
    const names = this.numbersOf(unit);
    const tables = this.names.tables.filter((t) => t.gives === unit && canLookUp(this, t));
    const deeper = depth > 0 ? 1 : 0;
    const rates = unit === PURE ? this.names.numbers.filter((one) => one.positive) : [];
    const monies = unit === POINT ? this.numbersOf(MONEY) : [];
    const inner = () => this.anchored(unit, depth - 1);
    const made = dice.weighted<() => string>([
      [names.length > 0 ? 10 : 0, () => dice.pick(names).name],
      [1, () => `${this.literal(unit)}[${unit}]`],
      [tables.length > 0 ? 4 : 0, () => lookup(this, dice.pick(tables))],
      ...parameterAt(this, unit),
      ...marginal(this, unit, depth),
      ...dateNumber(this, unit, deeper),
      ...countedNumber(this, unit, deeper),
      ...totalled(this, unit, deeper),
      ...filledNumber(this, unit),
      [3 * deeper, () => `(${inner()} + ${this.number(unit, depth - 1)})`],
      [3 * deeper, () => `(${inner()} - ${this.number(unit, depth - 1)})`],
      [unit === PURE ? 0 : 2 * deeper, () => `(${this.pure(depth - 1)} * ${inner()})`],
      [unit === PURE ? 0 : 2 * deeper, () => `(${inner()} / ${this.divisor()})`],
      [deeper, () => `min(${inner()}, ${this.number(unit, depth - 1)})`],
      [deeper, () => `max(${inner()}, ${this.number(unit, depth - 1)})`],
      [2 * deeper, () => `abs(${inner()} - ${this.literal(unit)})`],
      [2 * deeper, () => this.clamp(inner(), unit)],
      [deeper, () => `(-${inner()})`],
      [2 * deeper, () => this.rounded(inner(), unit)],
      [2 * deeper, () => `(if ${this.flag(depth - 1)} then ${inner()} else ${this.number(unit, depth - 1)})`],
      ...this.guarded(unit, deeper),
      [rates.length > 0 ? 2 * deeper : 0, () => this.ratio(rates)],
      [
        monies.length > 0 ? 3 * deeper : 0,
        () => `(${dice.pick(monies).name} / ${dice.pick(['100', '250', '400', '37'])}[${MONEY}/point])`,
      ],
    ]);
    return made();
  }

  /** A quotient behind a guard that keeps 0 out of its divisor. */
  private guarded(unit: string, deeper: number): readonly (readonly [number, () => string])[] {
    const { dice } = this;
    if (unit !== PURE && unit !== POINT) return [];
    const below = this.names.numbers.filter((one) => !one.positive && one.fact === true);
    if (below.length === 0) return [];
    return [
      [
        3 * deeper,
        () => {
          const { name, unit: of, near } = dice.pick(below);
          const above = dice.pick(this.numbersOf(of)).name;
          const guards = near.some((one) => one.startsWith('-')) ? ['> 0', '< 0'] : ['> 0', '!= 0', '>= 1'];
          const guard = `${name} ${dice.pick(guards)}`;
          const value = `round(${above} / ${name}, 0.01, ${dice.pick(ROUNDING_MODES)})`;
          const quotient = unit === PURE ? value : `${value} * ${dice.pick(['1', '2.5', '10'])}[point]`;
          const other = unit === PURE ? dice.pick(['0', '1', '0.5']) : this.literal(unit);
          return `(if ${guard} then ${quotient} else ${other})`;
        },
      ],
    ];
  }

  /** Any number where the unit is told by the place. */
  number(unit: string, depth: number): string {
    return this.dice.chance(45) ? this.literal(unit) : this.anchored(unit, depth);
  }

  private pure(depth: number): string {
    return this.dice.chance(60) ? this.literal(PURE) : this.anchored(PURE, depth);
  }

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

  /** Whether what is written may come to a quotient that was never rounded. */
  isQuotient(written: string): boolean {
    if (/ \/ /.test(written.replace(/round\([a-z0-9_]+ \/ [a-z0-9_]+, /g, 'round('))) return true;
    const { numbers, maybe, people } = this.names;
    const all = [...numbers, ...maybe.numbers, ...people.flatMap((one) => one.members.numbers)];
    return all.some(({ name, quotient }) => quotient === true && new RegExp(`\\b${name}\\b`).test(written));
  }

  // --- flags -------------------------------------------------------------------------------------------------------

  flag(depth: number): string {
    const { dice, names } = this;
    const deeper = depth > 0 ? 1 : 0;
    const ordered = names.choices.filter((c) => c.ordered);
    const pairs = names.choices.filter((c) => names.choices.some((d) => d !== c && d.choice === c.choice));
    const rates = names.numbers.filter((one) => one.positive);
    const tables = names.tables.filter((t) => t.gives === 'flag' && canLookUp(this, t));
    const made = dice.weighted<() => string>([
      [names.flags.length > 0 ? 6 : 0, () => dice.pick(names.flags)],
      [names.numbers.length > 0 ? 5 : 0, () => this.comparison(depth)],
      [names.choices.length > 0 ? 3 : 0, () => this.equality(dice.pick(names.choices))],
      [names.choices.length > 0 ? 3 : 0, () => this.membership(dice.pick(names.choices))],
      [ordered.length > 0 ? 4 : 0, () => this.order(dice.pick(ordered))],
      [pairs.length > 0 ? 2 : 0, () => this.samePair(dice.pick(pairs))],
      [
        rates.length > 0 ? 2 : 0,
        () => `(${this.ratio(rates)} ${dice.pick(COMPARISONS)} ${dice.pick(['0.5', '1', '33%', '2'])})`,
      ],
      [tables.length > 0 ? 4 : 0, () => lookup(this, dice.pick(tables))],
      ...dateFlag(this),
      ...manyFlag(this, deeper),
      ...absentFlag(this),
      [names.codes.length > 1 ? 3 : 0, () => this.sameCode()],
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

  private sameCode(): string {
    const [a, b] = this.dice.shuffled(this.names.codes);
    return `(${a} ${this.dice.pick(['=', '!='])} ${b})`;
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

  // --- choices -----------------------------------------------------------------------------------------------------

  /** A choice whose type shows by itself. */
  choice(depth: number): { readonly text: string; readonly of: ChoiceName } {
    const { dice, names } = this;
    const one = dice.pick(names.choices);
    if (depth === 0 || dice.chance(50)) return { text: one.name, of: one };
    const same = names.choices.filter((c) => c.choice === one.choice);
    const tables = names.tables.filter((t) => t.gives === one.choice && canLookUp(this, t));
    const other = dice.chance(50) ? dice.pick(one.options) : dice.pick(same).name;
    const text = dice.weighted<() => string>([
      [3, () => `(if ${this.flag(depth - 1)} then ${one.name} else ${other})`],
      [tables.length > 0 ? 3 : 0, () => lookup(this, dice.pick(tables))],
      ...picked(this, one),
      ...filledChoice(this, one),
    ])();
    return { text, of: one };
  }
}
