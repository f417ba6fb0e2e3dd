import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { Formulas, POINT } from './formulas.js';
import { type Names, NO_NAMES, type NumberName } from './names.js';
import { banded, bandsOf, bestOf, optionsOf, PART } from './values.js';

/** The score: parts of every kind, nested, with conditions, bounds and weights. */
export function draftScore(dice: Dice, size: number, names: Names, quiet: Names): DraftFile {
  const parts = partsOf(dice, dice.whole(2, 2 + (size >> 1)), 2, names, quiet);
  const take = dice.chance(15) ? { take: dice.pick(['sum', 'best', 'least']) } : {};
  return { ...take, ...bounds(dice, 20), parts };
}

function partsOf(dice: Dice, count: number, depth: number, names: Names, quiet: Names): DraftFile {
  const parts: Record<string, Draft> = {};
  for (let i = 0; i < count; i += 1) {
    const id = `p${i}`;
    if (depth > 0 && dice.chance(25)) {
      const when = dice.chance(25) ? { when: new Formulas(dice, names).flag(1) } : {};
      const take = dice.weighted<DraftFile>([
        [2, {}],
        [1, { take: 'sum' }],
        [2, { take: 'best' }],
        [2, { take: 'least' }],
      ]);
      parts[id] = {
        ...take,
        ...when,
        ...bounds(dice, 45),
        parts: partsOf(dice, dice.whole(1, 3), depth - 1, names, quiet),
      };
    } else parts[id] = hasAny(quiet) && dice.chance(25) ? quietPart(dice, names, quiet) : leaf(dice, names);
  }
  return parts;
}

const hasAny = (names: Names): boolean =>
  names.numbers.length + names.flags.length + names.choices.length > 0;

function bounds(dice: Dice, percent: number): DraftFile {
  const least = dice.chance(percent / 2)
    ? { at_least: plain(dice.pick(['0', '2', '-5', '0.5', '-1/2'])) }
    : {};
  const most = dice.chance(percent)
    ? { at_most: plain(dice.pick(['5', '12', '20.5', '40', '25/2', '60'])) }
    : {};
  const weight = dice.chance(percent)
    ? { weight: plain(dice.pick(['30%', '0.5', '2', '2/3', '70%', '1/7', '1.5', '-1'])) }
    : {};
  return { ...least, ...most, ...weight };
}

function leaf(dice: Dice, names: Names): DraftFile {
  const formulas = new Formulas(dice, names);
  const branch = () =>
    dice.chance(20) ? `-${formulas.literal(POINT)}` : formulas.number(POINT, dice.chance(20) ? 1 : 0);
  const bands = banded(formulas);
  const value = dice.weighted<() => DraftFile>([
    [2, () => ({ points: formulas.literal(POINT), when: formulas.flag(2) })],
    [2, () => ({ points: formulas.number(POINT, 2) })],
    [2, () => ({ points: formulas.rounded(formulas.anchored(POINT, 1), POINT) })],
    [names.choices.length > 0 ? 4 : 0, () => optionsOf(formulas.choice(1), dice, PART, branch)],
    [bands === null ? 0 : 4, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
    [3, () => bestOf(formulas, PART, branch)],
  ])();
  return { ...(dice.chance(20) ? { when: formulas.flag(1) } : {}), ...value, ...bounds(dice, 15) };
}

/** A plain part that reads facts which give no points while they are not known: it cannot go below 0. */
function quietPart(dice: Dice, names: Names, quiet: Names): DraftFile {
  const hushed = new Formulas(dice, quiet);
  const both = new Formulas(dice, {
    ...names,
    flags: [...names.flags, ...quiet.flags],
    choices: [...names.choices, ...quiet.choices],
  });
  const points = () => hushed.literal(POINT);
  const numbers = quiet.numbers.filter((one: NumberName) => one.unit === POINT);
  const bands = banded(hushed);
  const mixed = (): string => (dice.chance(50) ? both.flag(1) : hushed.flag(1));
  const value = dice.weighted<() => DraftFile>([
    [2, () => ({ when: mixed(), points: points() })],
    [
      numbers.length > 0 ? 3 : 0,
      () => ({
        points: dice.pick([
          (x: string) => x,
          (x: string) => `${x} * 1.5`,
          (x: string) => `round(${x} / 3, 0.5, half_even)`,
        ])(dice.pick(numbers).name),
      }),
    ],
    [
      quiet.choices.length > 0 ? 3 : 0,
      () =>
        optionsOf(new Formulas(dice, { ...NO_NAMES, choices: quiet.choices }).choice(0), dice, PART, points),
    ],
    [bands === null ? 0 : 3, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, points)],
    [2, () => ({ best_of: dice.times(dice.whole(1, 3), () => ({ when: mixed(), points: points() })) })],
  ])();
  const most = dice.chance(30) ? { at_most: plain(dice.pick(['3', '8', '15'])) } : {};
  const least = dice.chance(15) ? { at_least: plain('2') } : {};
  return {
    ...value,
    ...most,
    ...least,
    ...(dice.chance(20) ? { weight: plain(dice.pick(['50%', '2', '2/3'])) } : {}),
  };
}
