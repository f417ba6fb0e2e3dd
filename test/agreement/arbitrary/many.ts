import { dayFormula } from './days.js';
import { Formulas } from './formulas.js';
import { type ChoiceName, type Names, NO_NAMES, NO_VALUES, type PeopleName, withValues } from './names.js';
import { PERSON, POINT, PURE } from './units.js';

type Weighted = readonly (readonly [weight: number, make: () => string])[];

/** Formulas about one member: mostly about what there is of each. */
export function ofMember(f: Formulas, { members, maybe }: PeopleName): Formulas {
  const around: Names = f.dice.chance(65) ? NO_NAMES : { ...f.names, people: [] };
  return new Formulas(f.dice, withValues(around, members, maybe), f.inside + 1);
}

const where = (f: Formulas, people: PeopleName): string =>
  f.dice.chance(65) ? ` where ${ofMember(f, people).flag(1)}` : '';

/** Choices that can be gone through: those of the file, not the tiers. */
function choicesOf({ names }: Formulas): readonly ChoiceName[] {
  return names.choices.filter(hasName);
}

/** The tiers are no choice of the file, and one written in an attribute has no name of its own. */
const hasName = ({ choice }: ChoiceName): boolean => choice !== 'tier' && !choice.includes('.');

/** `t in scale where …`: what is asked of each option, mostly how it stands to others and what tables say of it. */
function overOptions(f: Formulas, of: ChoiceName): string {
  const { dice, names } = f;
  const variable: ChoiceName = { ...of, name: `w${f.inside}` };
  const around = dice.chance(50)
    ? {
        ...NO_NAMES,
        numbers: names.numbers,
        tables: names.tables,
        choices: names.choices.filter((one) => one.choice === of.choice),
      }
    : names;
  const inner = new Formulas(
    dice,
    withValues(around, { ...NO_VALUES, choices: [variable, variable] }),
    f.inside + 1,
  );
  return `${variable.name} in ${of.choice} where ${inner.flag(1)}`;
}

/** How many: members, options that a fact holds, options of a choice for which something holds. */
export function countedNumber(f: Formulas, unit: string, deeper: number): Weighted {
  const { dice, names } = f;
  const { severals, people } = names;
  const choices = choicesOf(f);
  const options = () => `count(${overOptions(f, dice.pick(choices))})`;
  const members = () => {
    const one = dice.pick(people);
    return `count(${one.name}${where(f, one)})`;
  };
  switch (unit) {
    case PURE:
      return [
        [severals.length > 0 ? 3 : 0, () => `count(${dice.pick(severals).name})`],
        [choices.length > 0 ? 2 * deeper : 0, options],
      ];
    case PERSON:
      return [[people.length > 0 ? 4 : 0, members]];
    case POINT:
      return [
        [
          severals.length > 0 ? 2 * deeper : 0,
          () => `(count(${dice.pick(severals).name}) * ${dice.pick(['2', '5', '-3'])}[point])`,
        ],
        [
          people.length > 0 ? 4 * deeper : 0,
          () => `(${members()} * ${dice.pick(['3', '8', '1.5'])}[point/person])`,
        ],
        [choices.length > 0 ? deeper : 0, () => `(${options()} * 4[point])`],
      ];
    default:
      return [];
  }
}

/** Sums over members, and the lowest and highest where there is somebody. */
export function totalled(f: Formulas, unit: string, deeper: number): Weighted {
  return [...sums(f, unit, deeper), ...sumsByDay(f, unit)];
}

/** A parameter on a day of each: where the file does not know it, it is unknown once for each. */
function sumsByDay(f: Formulas, unit: string): Weighted {
  const { dice } = f;
  const parameters = f.names.parameters.filter((one) => one.unit === unit);
  const people = f.names.people.filter(({ members }) => members.dates.length > 0);
  if (parameters.length === 0 || people.length === 0) return [];
  return [
    [
      9,
      () => {
        const one = dice.pick(people);
        const day = dice.pick(one.members.dates).name;
        return `sum(${dice.pick(parameters).name} at ${day} of ${one.name}${where(f, one)})`;
      },
    ],
  ];
}

function sums(f: Formulas, unit: string, deeper: number): Weighted {
  const { dice } = f;
  const people = f.names.people.filter(({ members }) => members.numbers.some((one) => one.unit === unit));
  if (people.length === 0) return [];
  const over = (op: string) => {
    const one = dice.pick(people);
    const inner = new Formulas(dice, withValues(NO_NAMES, one.members), f.inside + 1);
    const of = inner.anchored(unit, dice.chance(25) ? 1 : 0);
    return `${op}(${of} of ${one.name}${where(f, one)})`;
  };
  return [
    [4 + 2 * deeper, () => over('sum')],
    [2 + deeper, () => `(${over(dice.pick(['lowest', 'highest']))} if_none ${f.literal(unit)})`],
  ];
}

/** Something that holds of some, of all, or of so many. */
export function manyFlag(f: Formulas, deeper: number): Weighted {
  const { dice, names } = f;
  const { severals, people } = names;
  const choices = choicesOf(f);
  const [some, any] = [severals.length > 0 ? 1 : 0, people.length > 0 ? 1 : 0];
  const options = choices.length > 0 ? deeper : 0;
  const born = people.filter(({ members }) => members.dates.length > 0);
  const has = (op: string) => {
    const one = dice.pick(severals);
    return `${op}(${one.name}, [${dice.some(one.options, 1, 3).join(', ')}])`;
  };
  return [
    [3 * some, () => has('has_any')],
    [2 * some, () => has('has_all')],
    [
      2 * some,
      () => `(count(${dice.pick(severals).name}) ${dice.pick(['>=', '<', '='])} ${dice.whole(1, 2)})`,
    ],
    [
      3 * any,
      () => {
        const one = dice.pick(people);
        return `any(${one.name}${where(f, one)})`;
      },
    ],
    [
      3 * any,
      () => {
        const one = dice.pick(people);
        return `all(${ofMember(f, one).flag(1)} of ${one.name}${dice.chance(50) ? where(f, one) : ''})`;
      },
    ],
    [
      2 * any,
      () => {
        const one = dice.pick(people);
        return `(count(${one.name}${where(f, one)}) ${dice.pick(['>=', '<', '=', '>'])} ${dice.whole(1, 2)})`;
      },
    ],
    [
      born.length > 0 ? 3 : 0,
      () => {
        const one = dice.pick(born);
        const { name, near } = dice.pick(one.members.dates);
        const day = dice.pick(near);
        return `((${dice.pick(['lowest', 'highest'])}(${name} of ${one.name}${where(f, one)}) if_none ${dayFormula('2024-01-01')}) ${dice.pick(['<=', '>', '='])} ${day})`;
      },
    ],
    [2 * options, () => `any(${overOptions(f, dice.pick(choices))})`],
    [options, () => `(count(${overOptions(f, dice.pick(choices))}) >= ${dice.whole(1, 2)})`],
    [
      2 * options,
      () =>
        `(${dice.pick(['first', 'last'])}(${overOptions(f, dice.pick(choices))}) is ${dice.chance(50) ? 'not ' : ''}none)`,
    ],
  ];
}

/** The first or last option for which something holds, or another. */
export function picked(f: Formulas, one: ChoiceName): Weighted {
  if (!hasName(one)) return [];
  return [
    [
      3,
      () =>
        `(${f.dice.pick(['first', 'last'])}(${overOptions(f, one)}) if_none ${f.dice.chance(50) ? f.dice.pick(one.options) : one.name})`,
    ],
  ];
}

/** The same where it may be none. */
export const mayPick = (f: Formulas, one: ChoiceName): string =>
  `${f.dice.pick(['first', 'last'])}(${overOptions(f, one)})`;

/** The lowest or highest of members, none where there is nobody. */
export function mayLowest(f: Formulas, unit: string): Weighted {
  const people = f.names.people.filter(({ members }) => members.numbers.some((one) => one.unit === unit));
  if (people.length === 0) return [];
  return [
    [
      3,
      () => {
        const one = f.dice.pick(people);
        const of = f.dice.pick(one.members.numbers.filter((number) => number.unit === unit)).name;
        return `${f.dice.pick(['lowest', 'highest'])}(${of} of ${one.name}${where(f, one)})`;
      },
    ],
  ];
}
