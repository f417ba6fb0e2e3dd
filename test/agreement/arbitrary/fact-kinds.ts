import { BRIEF, LONG, SHORT } from './days.js';
import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import type { ChoiceName, DateName, NumberName } from './names.js';
import { LARGE, type NumberKind, SMALL, TINY } from './number-kinds.js';

/** How much there is to go through: of a fact, of a fact that large runs need, or of what there is several times. */
export type Size = 'small' | 'large' | 'tiny';

export const CODES = ['FR', 'DE', '3715', '371501', '99'];

export const OPTIONS = [
  'good',
  'ill',
  'grave',
  'none_left',
  'little',
  'some_need',
  'much',
  'most_need',
  'alone',
  'both',
];

/** A fact or an attribute: how it is written, what it is called by formulas, and one value that it can have. */
export interface Made<N> {
  readonly draft: DraftFile;
  readonly named: N;
  readonly known: () => Draft;
}

const worse = (dice: Dice, words: readonly string[]): DraftFile => {
  const word = dice.pick([...words, 'none', '']);
  return word === '' ? {} : { worse: word };
};

export function flagFact(dice: Dice, id: string): Made<string> {
  return {
    draft: { type: 'flag', ...worse(dice, ['if_true', 'if_false']) },
    named: id,
    known: () => plain(dice.pick(['true', 'false'])),
  };
}

export function choiceFact(
  dice: Dice,
  id: string,
  shared: readonly ChoiceName[],
  choice = id,
): Made<ChoiceName> {
  const inline = shared.length === 0 || dice.chance(40);
  const type = inline
    ? { name: id, choice, options: dice.some(OPTIONS, 2, 4), ordered: dice.chance(50) }
    : { ...dice.pick(shared), name: id };
  const direction = dice.weighted<Draft | null>([
    [3, 'listed'],
    [1, 'none'],
    [1, null],
    [1, dice.shuffled(type.options)],
  ]);
  return {
    draft: {
      type: 'choice',
      of: inline ? type.options : type.choice,
      ...(inline && type.ordered ? { ordered: plain('true') } : {}),
      ...(direction === null ? {} : { worse: direction }),
    },
    named: type,
    known: () => dice.pick(type.options),
  };
}

const KINDS: Readonly<Record<Size, readonly NumberKind[]>> = { small: SMALL, large: LARGE, tiny: TINY };

export function numberFact(dice: Dice, id: string, size: Size, atLeastZero = false): Made<NumberName> {
  const kinds = KINDS[size].filter((kind) => !atLeastZero || !kind.low.startsWith('-'));
  const kind = dice.pick(kinds);
  return {
    draft: {
      type: 'number',
      unit: kind.unit,
      range: [plain(kind.low), plain(kind.high)],
      ...(kind.step === undefined ? {} : { step: plain(kind.step) }),
      ...worse(dice, ['higher', 'lower']),
    },
    named: {
      name: id,
      unit: kind.unit,
      near: kind.near,
      positive: kind.positive === true,
      fact: true,
      ...(kind.whole === undefined ? {} : { whole: kind.whole }),
    },
    known: () => plain(dice.pick([kind.low, kind.high]).replace('_', '')),
  };
}

const WINDOWS = { small: SHORT, large: LONG, tiny: BRIEF } as const;

export function dateFact(dice: Dice, id: string, size: Size): Made<DateName> {
  const { range, ...turns } = dice.pick(WINDOWS[size]);
  const everyDay = size === 'large' && dice.chance(50) ? {} : { range: range.map(plain) };
  return {
    draft: { type: 'date', ...everyDay, ...worse(dice, ['later', 'earlier']) },
    named: { name: id, ...turns },
    known: () => plain(dice.pick(range)),
  };
}

export function codeFact(dice: Dice, id: string): Made<string> {
  return {
    draft: { type: 'code', ...worse(dice, []) },
    named: id,
    known: () => dice.pick(CODES),
  };
}
