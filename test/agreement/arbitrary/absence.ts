import type { Formulas } from './formulas.js';
import { canLookUp, lookup } from './lookups.js';
import { mayLowest } from './many.js';
import type { ChoiceName, TableName } from './names.js';

type Weighted = readonly (readonly [weight: number, make: () => string])[];

/** Tables that something which may be none is a key of, all by itself. */
function keyed({ names }: Formulas, gives: string): readonly (readonly [TableName, readonly string[]])[] {
  return names.tables.flatMap((table) => {
    const [key] = table.keys;
    if (table.gives !== gives || table.keys.length !== 1 || key === undefined || table.open) return [];
    const found =
      key.kind === 'code'
        ? names.maybe.codes
        : key.kind === 'choice'
          ? names.maybe.choices.filter(({ choice }) => choice === key.choice).map(({ name }) => name)
          : key.kind === 'flag'
            ? names.maybe.flags
            : [];
    return found.length === 0 ? [] : [[table, found] as const];
  });
}

function throughTable(f: Formulas, gives: string): string {
  const [table, keys] = f.dice.pick(keyed(f, gives));
  return `${table.name}[${f.dice.pick(keys)}]${table.column === null ? '' : `.${table.column}`}`;
}

/** A cell, or a parameter, on a date that may be none. */
function onNoDay(f: Formulas, unit: string): Weighted {
  const { dates } = f.names.maybe;
  const tables = f.names.tables.filter((t) => t.dated && t.gives === unit && canLookUp(f, t));
  const parameters = f.names.parameters.filter((one) => one.unit === unit && (!one.open || f.inside === 0));
  if (dates.length === 0) return [];
  const day = () => f.dice.pick(dates).name;
  return [
    [tables.length > 0 ? 4 : 0, () => lookup(f, f.dice.pick(tables), day())],
    [parameters.length > 0 ? 3 : 0, () => `${f.dice.pick(parameters).name} at ${day()}`],
  ];
}

/** A number that may be none. */
export function mayNumber(f: Formulas, unit: string): Weighted {
  const { dice } = f;
  const all = f.names.maybe.numbers.filter((one) => one.unit === unit);
  const some = all.length > 0 ? 1 : 0;
  const name = () => dice.pick(all).name;
  return [
    [6 * some, name],
    [2 * some, () => `(${name()} + ${f.literal(unit)})`],
    [2 * some, () => `(${name()} * ${dice.pick(['2', '0.5', '-1'])})`],
    [2 * some, () => `max(${name()}, ${f.literal(unit)})`],
    [2 * some, () => `round(${name()}, ${dice.pick(['1', '5'])}, half_up)`],
    [some, () => `abs(${name()})`],
    [keyed(f, unit).length > 0 ? 4 : 0, () => throughTable(f, unit)],
    ...onNoDay(f, unit),
    ...mayLowest(f, unit),
  ];
}

const possible = (all: Weighted): boolean => all.some(([weight]) => weight > 0);

/** What may be none, and something else where it is. */
export function filledNumber(f: Formulas, unit: string): Weighted {
  const all = mayNumber(f, unit);
  if (!possible(all)) return [];
  return [[4, () => `(${f.dice.weighted<() => string>(all)()} if_none ${f.literal(unit)})`]];
}

export function filledChoice(f: Formulas, one: ChoiceName): Weighted {
  const all = f.names.maybe.choices.filter(({ choice }) => choice === one.choice);
  if (all.length === 0) return [];
  return [[4, () => `(${f.dice.pick(all).name} if_none ${f.dice.pick(one.options)})`]];
}

/** Whether something exists, and what holds of it where it does. */
export function absentFlag(f: Formulas): Weighted {
  const { dice } = f;
  const { numbers, flags, choices, dates, codes } = f.names.maybe;
  const all = [...numbers, ...choices, ...dates].map(({ name }) => name).concat(flags, codes);
  if (all.length === 0) return [];
  const others = f.names.codes;
  const guarded = () => {
    const one = dice.pick(numbers);
    const compared = `${one.name} ${dice.pick(['<', '>=', '=', '!='])} ${f.cutOf(one)}`;
    return dice.pick([
      `(${one.name} is not none and ${compared})`,
      `(${one.name} is none or ${compared})`,
      `(if ${one.name} is none then ${dice.pick(['true', 'false'])} else ${compared})`,
    ]);
  };
  return [
    [4, () => `(${dice.pick(all)} is ${dice.chance(50) ? 'not ' : ''}none)`],
    [numbers.length > 0 ? 3 : 0, guarded],
    [flags.length > 0 ? 3 : 0, () => `(${dice.pick(flags)} if_none ${dice.pick(['true', 'false'])})`],
    [
      choices.length > 0 ? 2 : 0,
      () => {
        const { name, options } = dice.pick(choices);
        return `((${name} if_none ${dice.pick(options)}) ${dice.pick(['=', '!='])} ${dice.pick(options)})`;
      },
    ],
    [
      codes.length > 0 && others.length > 0 ? 3 : 0,
      () => `((${dice.pick(codes)} if_none ${dice.pick(others)}) = ${dice.pick(others)})`,
    ],
  ];
}
