import type { Comparison, Type } from '../../rules/index.js';
import type { Said } from '../language.js';

type Words = Readonly<Record<Comparison, Said>>;

const ORDER: Words = {
  '=': { zh: '为', en: 'is' },
  '!=': { zh: '不为', en: 'is not' },
  '<': { zh: '低于', en: 'is below' },
  '<=': { zh: '不超过', en: 'is at most' },
  '>': { zh: '高于', en: 'is above' },
  '>=': { zh: '不低于', en: 'is at least' },
};

const ORDER_OF_DATES: Words = {
  '=': { zh: '为', en: 'is' },
  '!=': { zh: '不为', en: 'is not' },
  '<': { zh: '早于', en: 'is before' },
  '<=': { zh: '不晚于', en: 'is not after' },
  '>': { zh: '晚于', en: 'is after' },
  '>=': { zh: '不早于', en: 'is not before' },
};

/** How two values of a type stand to each other, in words. */
export const comparison = (op: Comparison, type: Type): Said =>
  (type.kind === 'date' ? ORDER_OF_DATES : ORDER)[op];

/** `a、b或c`, `a, b or c`. */
export function either(options: readonly string[], comma: string, or: string): string {
  const [last = '', ...before] = [...options].reverse();
  return before.length === 0 ? last : `${before.reverse().join(comma)}${or}${last}`;
}
