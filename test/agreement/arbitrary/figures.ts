import { mayNumber } from './absence.js';
import { anySpan } from './days.js';
import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { Formulas, MONEY, PER_HEAD, PERSON, POINT, PURE } from './formulas.js';
import { mayPick, ofMember } from './many.js';
import { type Names, NO_NAMES, NO_VALUES, type NumberName, together, type Values } from './names.js';
import { anyDate, turned } from './times.js';
import { banded, bandsOf, datedOf, FIGURE, firstOf, hitsOf, optionsOf, topOf } from './values.js';

export interface FiguresDraft {
  readonly figures: Readonly<Record<string, Draft>>;
  readonly names: Names;
  /** Those that can be an output: one for all, and no quotient. */
  readonly reported: readonly string[];
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
  const reported: string[] = [];
  let names = NO_NAMES;
  for (let i = 0; i < count; i += 1) {
    const id = `${prefix}${i}`;
    const formulas = new Formulas(dice, together(around, names));
    const made = one(formulas, id);
    figures[id] = made.draft;
    names = together(names, made.names);
    if (made.reported) reported.push(id);
  }
  return { figures, names, reported };
}

interface Made {
  readonly draft: Draft;
  readonly names: Names;
  readonly reported: boolean;
}

const valued = (values: Partial<Values>, draft: Draft): Made => ({
  draft,
  names: { ...NO_NAMES, ...values },
  reported: true,
});

function one(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const choices = names.choices.length > 0 ? 1 : 0;
  const made = dice.weighted<() => Made>([
    [7, () => numeric(formulas, id)],
    [perHead(formulas).length > 0 ? 4 : 0, () => quotient(formulas, id)],
    [3, () => flagged(formulas, id)],
    [2 * choices, () => chosen(formulas, id)],
    [names.dates.length > 0 ? 3 : 0, () => dated(formulas, id)],
    [names.codes.length > 0 ? 3 : 0, () => coded(formulas, id)],
    [names.people.length > 0 ? 4 : 0, () => ofEach(formulas, id)],
    [maybeNumbers(formulas).length > 0 ? 4 : 0, () => absentNumber(formulas, id)],
    [choices, () => absentChoice(formulas, id)],
    [names.maybe.dates.length + names.maybe.codes.length > 0 ? 3 : 1, () => absentOther(formulas, id)],
  ])();
  return aside(formulas, made);
}

/** What stands beside a value: who may set it, what may be given, and where there is no such thing. */
function aside({ dice }: Formulas, made: Made): Made {
  const long = (): DraftFile =>
    typeof made.draft === 'string' ? { is: made.draft } : (made.draft as DraftFile);
  if (!made.reported) return made;
  if (dice.chance(15)) {
    const needs = dice.chance(50) ? { needs: ['reason'] } : {};
    return { ...made, draft: { ...long(), override: { by: ['bureau'], ...needs } } };
  }
  return made;
}

function numeric(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const unit = dice.pick([POINT, POINT, MONEY, PURE]);
  const bands = banded(formulas);
  const branch = () => formulas.number(unit, dice.chance(25) ? 1 : 0);
  const form = (): DraftFile =>
    dice.weighted<() => DraftFile>([
      [names.choices.length > 0 ? 3 : 0, () => optionsOf(formulas.choice(1), dice, FIGURE, branch)],
      [bands === null ? 0 : 4, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
      [3, () => hitsOf(formulas, FIGURE, branch)],
      [2, () => topOf(formulas, FIGURE, branch)],
      [3, () => firstOf(formulas, FIGURE, branch)],
    ])();
  const draft = dice.weighted<() => Draft>([
    [2, () => formulas.anchored(unit, 2)],
    [2, () => ({ is: formulas.number(unit, 2), unit })],
    [2, () => formulas.rounded(formulas.anchored(unit, 1), unit)],
    [10, () => ({ unit, ...form() })],
    [2, () => ({ unit, ...datedOf(dice, () => (dice.chance(50) ? form() : branch()), branch) })],
    [
      2,
      () => ({
        unit,
        is: formulas.number(unit, 1),
        only_if: formulas.flag(1),
        none: plain(dice.pick(['0', '5', '12'])),
      }),
    ],
    [1, () => ({ unit, is: formulas.number(unit, 1), range: [plain(-5), plain('9_000')] })],
  ])();
  return number(formulas, id, unit, draft);
}

/** A figure of a number, which may be a quotient. */
function number(formulas: Formulas, id: string, unit: string, draft: Draft): Made {
  const open = formulas.isQuotient(JSON.stringify(draft));
  const named: NumberName = {
    name: id,
    unit,
    near: NEAR[unit] ?? [],
    positive: false,
    ...(open ? { quotient: true } : {}),
  };
  return { ...valued({ numbers: [named] }, draft), reported: !open };
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
  return number(formulas, id, PER_HEAD, dice.chance(50) ? divided : formulas.rounded(divided, PER_HEAD));
}

function flagged(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const bands = banded(formulas);
  const branch = () => formulas.flag(1);
  const draft = dice.weighted<() => Draft>([
    [3, () => formulas.flag(2)],
    [names.dates.length > 0 ? 4 : 0, () => turned(dice, dice.pick(names.dates), 'holds')],
    [names.choices.length > 0 ? 1 : 0, () => optionsOf(formulas.choice(0), dice, FIGURE, branch)],
    [bands === null ? 0 : 1, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
    [1, () => firstOf(formulas, FIGURE, branch)],
    [1, () => datedOf(dice, branch, branch)],
    [
      1,
      () => ({ is: formulas.flag(1), only_if: formulas.flag(1), none: plain(dice.pick(['true', 'false'])) }),
    ],
  ])();
  return valued({ flags: [id] }, draft);
}

function chosen(formulas: Formulas, id: string): Made {
  const { dice } = formulas;
  const of = dice.pick(formulas.names.choices);
  const branch = () =>
    dice.chance(50) ? of.name : `(if ${formulas.flag(1)} then ${of.name} else ${dice.pick(of.options)})`;
  const bands = banded(formulas);
  const named = /^(?:scale|degree)/.test(of.choice);
  const draft = dice.weighted<() => Draft>([
    [2, branch],
    [1, () => optionsOf(formulas.choice(0), dice, FIGURE, branch)],
    [bands === null ? 0 : 2, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
    [named ? 3 : 0, () => ({ gives: of.choice, ...firstOf(formulas, FIGURE, () => dice.pick(of.options)) })],
    [named ? 1 : 0, () => ({ gives: of.choice, ...datedOf(dice, () => dice.pick(of.options), branch) })],
  ])();
  return valued({ choices: [{ ...of, name: id }] }, draft);
}

function dated(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const of = dice.pick(names.dates);
  const branch = () => anyDate(formulas);
  const draft = dice.weighted<() => Draft>([
    [3, branch],
    [1, () => firstOf(formulas, FIGURE, branch)],
    [3, () => ({ is: turned(dice, of, 'moved') })],
  ])();
  return valued({ dates: [{ ...of, name: id }] }, draft);
}

function coded(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const branch = () => dice.pick(names.codes);
  const draft = dice.weighted<() => Draft>([
    [2, () => `(if ${formulas.flag(1)} then ${branch()} else ${branch()})`],
    [1, () => firstOf(formulas, FIGURE, branch)],
  ])();
  return valued({ codes: [id] }, draft);
}

/** One for each member. */
function ofEach(formulas: Formulas, id: string): Made {
  const { dice } = formulas;
  const people = dice.pick(formulas.names.people);
  const inner = ofMember(formulas, people);
  const unit = dice.pick([POINT, MONEY]);
  const [draft, values] = dice.weighted<() => readonly [DraftFile, Values]>([
    [2, () => [{ is: inner.flag(1) }, { ...NO_VALUES, flags: [id] }]],
    [
      3,
      () => {
        const form = dice.pick<() => DraftFile>([
          () => ({ is: inner.number(unit, 1) }),
          () => firstOf(inner, FIGURE, () => inner.number(unit, 0)),
          () => hitsOf(inner, FIGURE, () => inner.number(unit, 0)),
        ])();
        const quotient = inner.isQuotient(JSON.stringify(form)) ? { quotient: true } : {};
        const named = { name: id, unit, near: NEAR[unit] ?? [], positive: false, ...quotient };
        return [
          { unit, ...form },
          { ...NO_VALUES, numbers: [named] },
        ];
      },
    ],
  ])();
  const members = { ...people, members: values, maybe: NO_VALUES };
  return {
    draft: { for: people.name, ...draft },
    names: { ...NO_NAMES, people: [members] },
    reported: false,
  };
}

const maybeNumbers = (formulas: Formulas): readonly string[] =>
  [POINT, MONEY, PURE].filter((unit) => mayNumber(formulas, unit).some(([weight]) => weight > 0));

/** A number that may be none. */
function absentNumber(formulas: Formulas, id: string): Made {
  const { dice } = formulas;
  const unit = dice.pick(maybeNumbers(formulas));
  const branch = () => dice.weighted<() => string>(mayNumber(formulas, unit))();
  const draft = dice.weighted<() => Draft>([
    [4, branch],
    [1, () => `(if ${formulas.flag(1)} then ${branch()} else none)`],
    [1, () => ({ unit, ...firstOf(formulas, FIGURE, branch) })],
    [1, () => ({ unit, ...hitsOf(formulas, FIGURE, branch) })],
    [2, () => ({ unit, is: formulas.number(unit, 1), only_if: formulas.flag(1) })],
  ])();
  const { names, reported } = number(formulas, id, unit, draft);
  return { draft, names: { ...NO_NAMES, maybe: { ...NO_VALUES, numbers: names.numbers } }, reported };
}

/** A choice that may be none: an option for which something holds. */
function absentChoice(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const choices = names.choices.filter(({ choice }) => choice !== 'tier' && !choice.includes('.'));
  if (choices.length === 0) return flagged(formulas, id);
  const of = dice.pick(choices);
  return {
    draft: mayPick(formulas, of),
    names: { ...NO_NAMES, maybe: { ...NO_VALUES, choices: [{ ...of, name: id }] } },
    reported: true,
  };
}

/** A date, a code or a flag that may be none. */
function absentOther(formulas: Formulas, id: string): Made {
  const { dice, names } = formulas;
  const { dates, codes } = names.maybe;
  const [draft, maybe] = dice.weighted<() => readonly [Draft, Values]>([
    [
      dates.length > 0 ? 3 : 0,
      () => {
        const of = dice.pick(dates);
        const { name } = of;
        const moved = `(${name} ${dice.pick(['+', '-'])} ${anySpan(dice)})`;
        const draft = dice.pick([name, moved, turned(dice, of, 'moved')]);
        return [draft, { ...NO_VALUES, dates: [{ ...of, name: id }] }];
      },
    ],
    [codes.length > 0 ? 2 : 0, () => [dice.pick(codes), { ...NO_VALUES, codes: [id] }]],
    [
      1,
      () => [
        { is: formulas.flag(1), only_if: formulas.flag(1) },
        { ...NO_VALUES, flags: [id] },
      ],
    ],
  ])();
  return { draft, names: { ...NO_NAMES, maybe }, reported: true };
}
