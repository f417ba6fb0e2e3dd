import { anySpan, dayFormula, LAYERS } from './days.js';
import type { Dice } from './dice.js';
import type { Formulas } from './formulas.js';
import type { DateName } from './names.js';
import { MONEY, POINT, PURE } from './units.js';

type Weighted = readonly (readonly [weight: number, make: () => string])[];

const LITERALS = [
  ...LAYERS,
  '2024-09-30',
  '2025-02-28',
  '2025-03-01',
  '2024-12-31',
  '2026-02-28',
  '2026-03-01',
];

const literal = (f: Formulas): string => dayFormula(f.dice.pick(LITERALS));

/** What turns where a date lies: a date moved, or something that holds. */
export const turned = (dice: Dice, { name, moved, holds }: DateName, what: 'moved' | 'holds'): string =>
  `(${dice.pick(what === 'moved' ? moved : holds).replace(/\bx\b/, name)})`;

/** A date that is never none. */
export function anyDate(f: Formulas): string {
  const { dice, names } = f;
  const some = names.dates.length > 0 ? 1 : 0;
  const name = () => dice.pick(names.dates).name;
  return dice.weighted<() => string>([
    [8 * some, name],
    [2, () => dice.pick(['as_of', 'as_of', 'period_start'])],
    [2, () => literal(f)],
    [4 * some, () => `(${name()} ${dice.pick(['+', '-'])} ${anySpan(dice)})`],
    [4 * some, () => turned(dice, dice.pick(names.dates), 'moved')],
    [1, () => `(as_of ${dice.pick(['+', '-'])} ${anySpan(dice)})`],
    [
      2 * some,
      () =>
        `date(year(${name()}) ${dice.pick(['+ 1', '- 1', '+ 18'])}, ${dice.pick(['3, 1', '10, 1', '1, 31'])})`,
    ],
    [some, () => `(if ${f.flag(0)} then ${name()} else ${dice.chance(50) ? name() : literal(f)})`],
    [
      names.maybe.dates.length > 0 ? 4 : 0,
      () => `(${dice.pick(names.maybe.dates).name} if_none ${literal(f)})`,
    ],
  ])();
}

/** Something about dates that holds or not. */
export function dateFlag(f: Formulas): Weighted {
  const { dice, names } = f;
  if (names.dates.length + names.maybe.dates.length === 0) return [];
  const op = () => dice.pick(['=', '!=', '<', '<=', '>', '>=']);
  const order = () => dice.pick(['<', '<=', '>', '>=']);
  if (names.dates.length === 0) return [[1, () => `(${anyDate(f)} ${order()} ${literal(f)})`]];
  const one = () => dice.pick(names.dates);
  return [
    [
      4,
      () => {
        const { name, near } = one();
        return `(${name} ${op()} ${dice.pick(near)})`;
      },
    ],
    [6, () => turned(dice, one(), 'holds')],
    [3, () => `(${anyDate(f)} ${order()} ${anyDate(f)})`],
    [
      3,
      () =>
        `(${one().name} + ${dice.pick(['1 year', '2 months', '60 days', '1 month', '12 months'])} ${order()} as_of)`,
    ],
    [
      3,
      () =>
        `(age(${one().name}, ${dice.pick(['as_of', 'as_of', literal(f), 'period_start'])}) ${order()} ${dice.pick(['17', '18', '1', '16'])})`,
    ],
    [
      2,
      () =>
        `(months_between(${one().name}, ${anyDate(f)}) ${order()} ${dice.pick(['12', '2', '1', '0', '11'])})`,
    ],
    [
      2,
      () =>
        `(days_between(${one().name}, ${anyDate(f)}) ${order()} ${dice.pick(['60', '0', '1', '365', '366'])})`,
    ],
    [1, () => `(year(${one().name}) ${op()} ${dice.pick(['2024', '2025', '2007'])})`],
    [
      2,
      () =>
        `(month(${one().name}) ${dice.pick(['in', 'not in'])} [${dice.pick(['2, 3', '10', '8, 9, 12'])}])`,
    ],
  ];
}

/** Years, months and days as numbers. */
export function dateNumber(f: Formulas, unit: string, deeper: number): Weighted {
  const { dice, names } = f;
  if (names.dates.length === 0) return [];
  const name = () => dice.pick(names.dates).name;
  switch (unit) {
    case PURE:
      return [
        [2, () => `(year(${name()}) - ${dice.pick(['2_024', '2_020', '2_007'])})`],
        [3, () => `month(${name()})`],
      ];
    case POINT:
      return [
        [3 * deeper, () => `(age(${name()}, ${anyDate(f)}) * ${dice.pick(['1', '0.5', '-2'])}[point/year])`],
        [
          3 * deeper,
          () => `(months_between(${name()}, ${anyDate(f)}) * ${dice.pick(['1', '0.5'])}[point/month])`,
        ],
        [2 * deeper, () => `(days_between(${name()}, ${anyDate(f)}) * 0.1[point/day])`],
      ];
    case MONEY:
      return [[2 * deeper, () => `(months_between(${name()}, as_of) * 100[CNY/year/month])`]];
    default:
      return [];
  }
}
