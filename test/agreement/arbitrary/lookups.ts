import type { Formulas } from './formulas.js';
import type { KeyName, TableName } from './names.js';
import { anyDate } from './times.js';
import { PURE } from './units.js';

type Weighted = readonly (readonly [weight: number, make: () => string])[];

/** Inside what goes over members or options a cell that nobody knows would be unknown once for each. */
const tooOpen = (f: Formulas, open: boolean): boolean =>
  open && (f.inside > 1 || (f.inside === 1 && !f.dice.chance(40)));

export function canLookUp(f: Formulas, { keys, open }: TableName): boolean {
  if (tooOpen(f, open)) return false;
  return keys.every((key) => hasKey(f, key));
}

function hasKey(f: Formulas, key: KeyName): boolean {
  switch (key.kind) {
    case 'flag':
      return true;
    case 'code':
      return f.names.codes.length > 0;
    case 'choice':
      return f.names.choices.some((c) => c.choice === key.choice);
    case 'whole':
      return wholes(f).length > 0;
  }
}

/** `t[k, …].column at date`: on that day, on any day, or today. */
export function lookup(f: Formulas, table: TableName, day?: string): string {
  const keys = table.keys.map((key) => keyOf(f, key));
  const column = table.column === null ? '' : `.${table.column}`;
  return `${table.name}[${keys.join(', ')}]${column}${day === undefined ? at(f, table.dated) : ` at (${day})`}`;
}

const at = (f: Formulas, dated: boolean): string => (dated && f.dice.chance(60) ? ` at (${anyDate(f)})` : '');

function keyOf(f: Formulas, key: KeyName): string {
  const { dice, names } = f;
  switch (key.kind) {
    case 'flag':
      return f.flag(dice.chance(30) ? 1 : 0);
    case 'code':
      return dice.pick(names.codes);
    case 'choice': {
      const named = names.choices.filter((c) => c.choice === key.choice);
      return dice.chance(85) ? dice.pick(named).name : dice.pick(dice.pick(named).options);
    }
    case 'whole':
      return wholeKey(f, key);
  }
}

interface Whole {
  readonly text: string;
  readonly low: number;
  readonly high: number;
}

/** Whole numbers, and between what they lie. */
function wholes(f: Formulas): readonly Whole[] {
  const { numbers, severals, people, dates } = f.names;
  return [
    ...numbers.flatMap(({ name, whole }) =>
      whole === undefined ? [] : [{ text: name, low: whole[0], high: whole[1] }],
    ),
    ...severals.map(({ name, options }) => ({ text: `count(${name})`, low: 0, high: options.length })),
    ...people.map(({ name, most }) => ({ text: `count(${name})`, low: 0, high: most })),
    ...dates.map(({ name }) => ({ text: `month(${name})`, low: 1, high: 12 })),
  ];
}

/** A key as it stands, moved a little, or kept inside where nothing is said of keys outside. */
function wholeKey(f: Formulas, { low, high, more, otherwise }: KeyName & { readonly kind: 'whole' }): string {
  const { dice } = f;
  const one = dice.pick(wholes(f));
  const by = dice.pick([0, 0, 1, -1, 2]);
  const moved = by === 0 ? one.text : `(${one.text} ${by < 0 ? '-' : '+'} ${by < 0 ? -by : by})`;
  const [least, most] = [one.low + by, one.high + by];
  if (otherwise) return moved;
  const below = least < low ? `max(${moved}, ${low})` : moved;
  return most > high && !more ? `min(${below}, ${high})` : below;
}

/** A parameter, also on another day. */
export function parameterAt(f: Formulas, unit: string): Weighted {
  const all = f.names.parameters.filter((one) => one.unit === unit && !tooOpen(f, one.open));
  if (all.length === 0) return [];
  return [[3, () => `${f.dice.pick(all).name} at (${anyDate(f)})`]];
}

/** `marginal(s[k], x)`. */
export function marginal(f: Formulas, unit: string, depth: number): Weighted {
  const all = f.names.schedules.filter(
    (one) =>
      one.unit === unit && one.keys.every((key) => f.names.choices.some(({ choice }) => choice === key)),
  );
  if (all.length === 0 || unit === PURE || f.numbersOf(unit).length === 0) return [];
  return [
    [
      6,
      () => {
        const one = f.dice.pick(all);
        const keys = one.keys.map((choice) => keyOf(f, { kind: 'choice', choice }));
        const which = keys.length === 0 ? one.name : `${one.name}[${keys.join(', ')}]`;
        return `marginal(${which}${at(f, one.dated)}, ${depth > 0 ? f.anchored(unit, depth - 1) : f.dice.pick(f.numbersOf(unit)).name})`;
      },
    ],
  ];
}
