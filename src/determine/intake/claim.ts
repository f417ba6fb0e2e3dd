import type { Known } from '../../reference/index.js';
import type { LinkedFact } from '../../rules/index.js';
import { equal } from '../../value/index.js';

/**
 * Whether a value claims any hardship. One at the easy end of its fact, by `worse`, or none at all asks for nothing:
 * nobody can show a paper for not being disabled. A fact without a direction always claims something.
 */
export function claimsSomething(fact: LinkedFact, known: Known): boolean {
  const { worse } = fact.document;
  if (known === 'none') return false;
  if (typeof known === 'boolean') return known ? worse !== 'if_false' : worse !== 'if_true';
  if (typeof known === 'number') {
    const easiest = worse === 'listed' ? fact.options[0] : Array.isArray(worse) ? worse[0] : undefined;
    return fact.options[known] !== easiest;
  }
  if ('in' in known) return worse !== 'more' || known.out.size < fact.options.length;
  if ('list' in known) return worse !== 'more' || known.list.length > 0 || !known.complete;
  if (!('n' in known) || fact.range === undefined) return true;
  if (worse === 'higher') return !equal(known, fact.range.low);
  return worse !== 'lower' || !equal(known, fact.range.high);
}
