import { LAYERS } from './days.js';
import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import type { Formulas } from './formulas.js';
import type { ChoiceName, NumberName } from './names.js';

/** How a value says its members: a figure or an amount has `by` and `is`, a part `of` and `points`. */
export interface Wording {
  readonly options: 'by' | 'of';
  readonly case: 'is' | 'points';
}
export const FIGURE: Wording = { options: 'by', case: 'is' };
export const PART: Wording = { options: 'of', case: 'points' };

/** What stands in each branch of a value: a formula of the type that its place wants. */
export type Branch = () => string;

const written = (cut: string): string => cut.replaceAll('_', '');
/** Good enough to put a handful of different short decimals in order. */
const sizeOf = (cut: string): number => (cut.endsWith('%') ? Number(cut.slice(0, -1)) / 100 : Number(cut));
const rising = (a: string, b: string): number => sizeOf(a) - sizeOf(b);

/** A value by an option, all of them or the rest under `otherwise`. */
export function optionsOf(
  of: { readonly text: string; readonly of: ChoiceName },
  dice: Dice,
  wording: Wording,
  branch: Branch,
): DraftFile {
  const total = dice.chance(60);
  const said = total ? of.of.options : dice.some(of.of.options, 1, of.of.options.length - 1);
  const options = Object.fromEntries(dice.shuffled(said).map((option) => [option, branch()]));
  return { [wording.options]: of.text, options, ...(total ? {} : { otherwise: branch() }) };
}

/** A value by where a number lies: cuts written `below`, `up_to` or `from`, or as a list where both ends meet. */
export function bandsOf(of: string, near: readonly string[], dice: Dice, branch: Branch): DraftFile {
  const cuts = dice.some([...new Set(near.map(written))], 1, 4).sort(rising);
  const kind = dice.pick(['below', 'up_to', 'from', 'bands'] as const);
  if (kind !== 'bands') {
    return {
      of,
      [kind]: Object.fromEntries(dice.shuffled(cuts).map((cut) => [cut, branch()])),
      otherwise: branch(),
    };
  }
  const bands = cuts.flatMap((cut): Draft[] => {
    const ends = dice.pick([['below'], ['up_to'], ['below', 'up_to']]);
    return ends.map((end) => ({ [end]: plain(cut), is: branch() }));
  });
  return { of, bands, otherwise: branch() };
}

/** The greatest, the least or the sum of the cases that hold. */
export function hitsOf(formulas: Formulas, wording: Wording, branch: Branch): DraftFile {
  const cases = formulas.dice.times(formulas.dice.whole(1, 3), () => ({
    when: formulas.flag(1),
    [wording.case]: branch(),
  }));
  const take = formulas.dice.pick(['best', 'best', 'sum', 'least']);
  return { [wording.case === 'is' ? take : `${take}_of`]: cases };
}

/** The sum of the greatest few of the cases that hold. */
export function topOf(formulas: Formulas, wording: Wording, branch: Branch): DraftFile {
  const count = formulas.dice.whole(2, 4);
  const of = formulas.dice.times(count, () => ({ when: formulas.flag(1), [wording.case]: branch() }));
  return { top: plain(String(formulas.dice.whole(1, count - 1))), of };
}

/** The first case that holds. */
export function firstOf(formulas: Formulas, wording: Wording, branch: Branch): DraftFile {
  const cases = formulas.dice.times(formulas.dice.whole(1, 3), () => ({
    when: formulas.flag(1),
    [wording.case]: branch(),
  }));
  return { first: [...cases, { otherwise: branch() }] };
}

/** Other logic from a day on, some of it not yet in force. */
export function datedOf(dice: Dice, layer: () => Draft, before: Branch): DraftFile {
  const said = dice.chance(50);
  const days = dice.some(LAYERS, 1, 2).sort();
  const layers = said ? days : ['1500-01-01', ...days.slice(1)];
  return {
    dated: Object.fromEntries(layers.map((day) => [day, layer()])),
    ...(said ? { before: before() } : {}),
  };
}

/** A number to lay bands over, with cuts worth writing: a fact or figure, or a quotient that was never rounded. */
export function banded(formulas: Formulas): { readonly of: string; readonly near: readonly string[] } | null {
  const { dice, names } = formulas;
  const numbers = names.numbers.filter((one) => one.near.length > 0);
  if (numbers.length === 0) return null;
  const one: NumberName = dice.pick(numbers);
  if (dice.chance(65)) return { of: one.name, near: one.near };
  if (dice.chance(50)) return { of: `${one.name} / 3`, near: ['0.5', '1', '1.5', '3', '400', '833.5'] };
  return { of: formulas.anchored(one.unit, 2), near: one.near };
}
