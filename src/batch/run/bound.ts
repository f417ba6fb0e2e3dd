import { compareText } from '../../roster/index.js';
import type { Issue, Place } from '../../value/index.js';
import { columnOf } from '../form/index.js';
import type { AnswerRow } from '../source/index.js';
import { placeOf } from './students.js';

/** What became of the answers to one kind of question. Every answer is applied or set aside with an issue. */
export interface Bound<T> {
  readonly decisions: readonly T[];
  /** Answers that were used, and those that were not. */
  readonly applied: number;
  readonly aside: number;
  /** Answers to questions that are asked again, by whom they are about. */
  readonly earlier: ReadonlyMap<string, AnswerRow>;
  readonly issues: readonly Issue[];
}

/** Where an answer stands, for issues. */
export const at = (answer: AnswerRow, column?: 'chosen' | 'value'): Place => ({
  ...placeOf(answer.source),
  ...(column === undefined ? {} : { header: columnOf(column).zh }),
});

/** Of two answers the one that was given later. */
export function newer(a: AnswerRow | undefined, b: AnswerRow): AnswerRow {
  if (a === undefined) return b;
  const order = compareText(a.on, b.on) || compareText(JSON.stringify(a), JSON.stringify(b));
  return order > 0 ? a : b;
}
