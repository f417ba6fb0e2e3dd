import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { Formulas } from './formulas.js';
import { type Names, NO_NAMES, together } from './names.js';

export interface CategoriesDraft {
  readonly categories: DraftFile;
  readonly names: Names;
  /** Those that give points. */
  readonly pointed: readonly string[];
}

/** Two lists of the departments, and the attributes of their rows. */
export const LISTS: DraftFile = {
  civil: {
    title: '民政名单',
    owner: '民政',
    attributes: { kind: { type: 'choice', of: ['dibao', 'orphan', 'other'] }, paid: { type: 'flag' } },
  },
  disabled: { attributes: { grade_of: { type: 'choice', of: ['one', 'two', 'three'] } } },
};

const ROWS: Readonly<Record<string, readonly string[]>> = {
  civil: ['kind = dibao', 'kind in [dibao, orphan] and paid', 'paid', 'not paid or kind != other'],
  disabled: ['grade_of in [one, two]', 'grade_of = three'],
};

/**
 * Random categories of a list, of a condition, or of both; with and without a floor, a tier of their own, points and
 * papers. `points`: the score does not rest on them, so that it may count them.
 */
export function draftCategories(
  dice: Dice,
  count: number,
  prefix: string,
  tiers: readonly string[],
  around: Names | null,
  points: boolean,
): CategoriesDraft {
  const categories: Record<string, Draft> = {};
  const pointed: string[] = [];
  let names = NO_NAMES;
  for (let i = 0; i < count; i += 1) {
    const id = `${prefix}${i}`;
    const kind = around === null ? 'list' : dice.pick(['both', 'when', 'when', 'list']);
    const list = kind === 'when' ? null : dice.pick(['civil', 'disabled']);
    const row = list !== null && dice.chance(50) ? { row: dice.pick(ROWS[list] as readonly string[]) } : {};
    const formulas = new Formulas(dice, together(around ?? NO_NAMES, names));
    const scoreTier = formulas.names.choices.find((one) => one.name === 'score_tier');
    const when =
      scoreTier !== undefined && dice.chance(70)
        ? `score_tier ${dice.pick(['>=', '>=', '=', '!=', '<'])} ${dice.pick(scoreTier.options)}${dice.chance(40) ? ` and ${formulas.flag(1)}` : ''}`
        : formulas.flag(2);
    const worth = points && dice.chance(50);
    if (worth) pointed.push(id);
    categories[id] = {
      ...(list === null ? {} : { list }),
      ...row,
      ...(kind === 'list' ? {} : { when }),
      ...(tiers.length > 0 && dice.chance(70) ? { floor: dice.pick(tiers) } : {}),
      ...(tiers.length > 0 && dice.chance(20) ? { bypass: dice.pick(tiers) } : {}),
      ...(worth ? { points: plain(dice.pick(['5', '12', '0', '-4', '7.5', '30'])) } : {}),
      ...(list !== null && dice.chance(20)
        ? { evidence: { any_of: dice.some(['card', 'letter'], 1, 2), missing: dice.pick(['ask', 'note']) } }
        : {}),
    };
    names = together(names, { ...NO_NAMES, flags: [id] });
  }
  return { categories, names, pointed };
}

/** Random vetoes: what they leave, when they do not stand, and what they do against a floor. */
export function draftVetoes(
  dice: Dice,
  count: number,
  tiers: readonly string[],
  early: Names,
  late: Names,
  scored: boolean,
): DraftFile {
  const vetoes: Record<string, Draft> = {};
  for (let i = 0; i < count; i += 1) {
    const kinds = scored
      ? (['not_recognised', 'zero_score', 'cap'] as const)
      : (['not_recognised', 'cap'] as const);
    const kind = dice.pick<'not_recognised' | 'zero_score' | 'cap'>(kinds);
    const formulas = new Formulas(dice, kind === 'zero_score' ? early : late);
    vetoes[`v${i}`] = {
      when: formulas.flag(dice.whole(0, 2)),
      ...(dice.chance(45) ? { unless: formulas.flag(1) } : {}),
      effect: kind === 'cap' ? { cap: dice.pick([...tiers, 'not_recognised']) } : kind,
      against_floor: dice.pick(['review', 'floor_wins']),
    };
  }
  return vetoes;
}
