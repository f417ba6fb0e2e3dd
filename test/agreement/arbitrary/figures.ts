import type { Dice } from './dice.js';
import type { Draft } from './draft.js';
import { Formulas, MONEY, PER_HEAD, PERSON, POINT, PURE } from './formulas.js';
import { type Names, NO_NAMES, type NumberName, together } from './names.js';
import { banded, bandsOf, bestOf, FIGURE, optionsOf } from './values.js';

export interface FiguresDraft {
  readonly figures: Readonly<Record<string, Draft>>;
  readonly names: Names;
}

const NEAR: Readonly<Record<string, readonly string[]>> = {
  [POINT]: ['0', '1', '2.5', '5', '10', '12', '20'],
  [MONEY]: ['0', '500', '1_200', '2_500', '4_000'],
  [PURE]: ['0', '0.5', '1', '33%', '2'],
  [PER_HEAD]: ['0', '250', '333.33', '500', '1_000', '2_500'],
};

/** Random figures of every form and type, each of which may read those before it. */
export function draftFigures(dice: Dice, count: number, prefix: string, around: Names): FiguresDraft {
  const figures: Record<string, Draft> = {};
  let names = NO_NAMES;
  for (let i = 0; i < count; i += 1) {
    const id = `${prefix}${i}`;
    const formulas = new Formulas(dice, together(around, names));
    const made = one(formulas, id);
    figures[id] = made.draft;
    names = together(names, made.names);
  }
  return { figures, names };
}

interface Made {
  readonly draft: Draft;
  readonly names: Names;
}

function one(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const choices = names.choices.length > 0 ? 1 : 0;
  return dice.weighted<() => Made>([
    [6, () => numeric(formulas, id)],
    [perHead(formulas).length > 0 ? 2 : 0, () => quotient(formulas, id)],
    [2, () => flagged(formulas, id)],
    [2 * choices, () => chosen(formulas, id)],
  ])();
}

function numeric(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const unit = dice.pick([POINT, POINT, MONEY, PURE]);
  const number: NumberName = { name: id, unit, near: NEAR[unit] as readonly string[], positive: false };
  const bands = banded(formulas);
  const branch = () => formulas.number(unit, dice.chance(25) ? 1 : 0);
  const draft = dice.weighted<() => Draft>([
    [2, () => formulas.anchored(unit, 2)],
    [2, () => ({ is: formulas.number(unit, 2), unit })],
    [2, () => formulas.rounded(formulas.anchored(unit, 1), unit)],
    [
      names.choices.length > 0 ? 3 : 0,
      () => ({ unit, ...optionsOf(formulas.choice(1), dice, FIGURE, branch) }),
    ],
    [bands === null ? 0 : 4, () => ({ unit, ...bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch) })],
    [3, () => ({ unit, ...bestOf(formulas, FIGURE, branch) })],
  ])();
  return { draft, names: { ...NO_NAMES, numbers: [number] } };
}

const perHead = ({ names }: Formulas): readonly NumberName[] =>
  names.numbers.filter(
    (one) => one.unit === PERSON && one.positive && names.numbers.some((m) => m.unit === MONEY),
  );

/** Money by heads: never rounded, or rounded to any step. */
function quotient(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const income = dice.pick(names.numbers.filter((m) => m.unit === MONEY)).name;
  const divided = `${income} / ${dice.pick(perHead(formulas)).name}`;
  const draft = dice.chance(50) ? divided : formulas.rounded(divided, PER_HEAD);
  const number = { name: id, unit: PER_HEAD, near: NEAR[PER_HEAD] as readonly string[], positive: false };
  return { draft, names: { ...NO_NAMES, numbers: [number] } };
}

function flagged(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const bands = banded(formulas);
  const branch = () => formulas.flag(1);
  const draft = dice.weighted<() => Draft>([
    [3, () => formulas.flag(2)],
    [names.choices.length > 0 ? 1 : 0, () => optionsOf(formulas.choice(0), dice, FIGURE, branch)],
    [bands === null ? 0 : 1, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
  ])();
  return { draft, names: { ...NO_NAMES, flags: [id] } };
}

function chosen(formulas: Formulas, id: string): Made {
  const { dice } = formulas;
  const of = dice.pick(formulas.names.choices);
  const branch = () =>
    dice.chance(50) ? of.name : `(if ${formulas.flag(1)} then ${of.name} else ${dice.pick(of.options)})`;
  const bands = banded(formulas);
  const draft = dice.weighted<() => Draft>([
    [2, branch],
    [1, () => optionsOf(formulas.choice(0), dice, FIGURE, branch)],
    [bands === null ? 0 : 2, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
  ])();
  return { draft, names: { ...NO_NAMES, choices: [{ ...of, name: id }] } };
}
