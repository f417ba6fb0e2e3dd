import type { RuleSet } from '../../rules/index.js';
import { LAST_DATE, parseCivilDate, toDay } from '../../value/index.js';

/** Days, both included, as whole numbers since 1970-01-01. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** With rules that count back from the day itself every day is gone through: no more than these. */
const MOST_DAYS = 400;

/**
 * The days on which an edition can be asked, cut wherever a dated value of one of two rule sets begins, so that the same
 * ones hold all through a stretch. `null` where every day would be one of its own, and there are too many.
 */
export function stretchesOf(rules: readonly [RuleSet, RuleSet]): readonly Stretch[] | null {
  const { from, until } = rules[0].document.effective;
  const [first, last] = [parseCivilDate(from), parseCivilDate(until ?? '')];
  if (first === null) return null;
  const whole = { first: toDay(first), last: toDay(last ?? LAST_DATE) };
  const texts = rules.map(({ document }) => JSON.stringify(document));
  const begun = new Set([...texts.flatMap(datesIn), ...rules.flatMap(layersOf)]);
  const starts = [...begun].filter((day) => day > whole.first && day <= whole.last).sort((a, b) => a - b);
  const counted = texts.some((text) => text.includes('"recent"'));
  if (counted && whole.last - whole.first >= MOST_DAYS) return null;
  const each = counted
    ? Array.from({ length: whole.last - whole.first }, (_, i) => whole.first + i + 1)
    : starts;
  return [whole.first, ...each].map((start, i) => ({ first: start, last: (each[i] ?? whole.last + 1) - 1 }));
}

/** Every date that a document has anywhere: of dated values, and harmless ones besides. */
const datesIn = (text: string): readonly number[] =>
  [...text.matchAll(/[0-9]{4}-[0-9]{2}-[0-9]{2}/g)].flatMap(([date]) => {
    const parsed = parseCivilDate(date);
    return parsed === null ? [] : [toDay(parsed)];
  });

/** Where layers of values begin that stand in a file beside the document. */
const layersOf = ({ parameters, tables, schedules }: RuleSet): readonly number[] =>
  [...parameters, ...schedules, ...tables.flatMap(({ columns }) => columns)].flatMap(({ layers }) =>
    layers.flatMap(({ from }) => (from === null ? [] : [toDay(from)])),
  );
