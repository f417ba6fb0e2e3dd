import { FUNCTIONS, SPANS, type SpanUnit } from '../ast.js';

/** Words that hold a formula together. They begin no value but `true`, `false` and `none`, and name nothing. */
export const GRAMMAR: ReadonlySet<string> = new Set(
  'if then else and or not in is none if_none at of where true false'.split(' '),
);

/** Reserved words that are themselves the names of values. */
export const VALUES: ReadonlySet<string> = new Set(
  'as_of period_start score score_tier tier not_recognised'.split(' '),
);

/** Look at people and ask something of each: `sum(wages of earners)`. */
export const FOLDS = ['sum', 'lowest', 'highest', 'all'] as const;
/** Look at the options of a choice, `last(t in level where c)`; the first two at people too, `count(family where c)`. */
export const PICKS = ['count', 'any', 'first', 'last'] as const;
export const HAS = ['has_any', 'has_all'] as const;
export const MARGINAL = 'marginal';

/** Everything that is written with parentheses, as a mistyped name is compared with it. */
export const CALLABLE: readonly string[] = [...Object.keys(FUNCTIONS), MARGINAL, ...PICKS, ...FOLDS, ...HAS];

const SPAN_WORDS: ReadonlyMap<string, SpanUnit> = new Map(
  SPANS.flatMap((unit): [string, SpanUnit][] => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
);

/** The unit of time that a word names, in the singular or the plural. */
export const spanUnit = (word: string): SpanUnit | undefined => SPAN_WORDS.get(word);

/** The member of a list of words that a text is. */
export const oneOf = <T extends string>(words: readonly T[], text: string): T | undefined =>
  words.find((word) => word === text);
