import { side, textOf } from '../reference/index.js';
import type { LinkedFigure, Meant, RuleSet } from '../rules/index.js';
import type { FigureValue } from './determination.js';
import type { PossibleOutput } from './resolution.js';

type Present = Exclude<Meant, undefined | 'none'>;

/** What one output comes to over the completions that are in scope. */
export function possibleOutput(rules: RuleSet, figure: string, values: readonly Meant[]): PossibleOutput {
  const { type } = rules.figures.find(({ id }) => id === figure) as LinkedFigure;
  const present = values.filter((value): value is Present => value !== 'none');
  const none = values.includes('none');
  const text = (value: Present): FigureValue => textOf(rules, type, value);
  if (type.kind === 'number' || type.kind === 'date') {
    const end = (wins: (by: number) => boolean): string | null =>
      present.length === 0 ? null : String(text(present.reduce((a, b) => (wins(side(a, b)) ? a : b))));
    return { figure, least: end((by) => by <= 0), most: end((by) => by >= 0), among: [], none };
  }
  const ordered = [...present].sort((a, b) => {
    if (typeof a === 'object') return String(text(a)) < String(text(b)) ? -1 : 1;
    return Number(a) - Number(b);
  });
  return { figure, least: null, most: null, among: [...new Set(ordered.map(text))], none };
}
