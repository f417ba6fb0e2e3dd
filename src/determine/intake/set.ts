import type { KnownSet } from '../../reference/index.js';
import type { LinkedFact } from '../../rules/index.js';
import { isGiven, isMembers, own } from '../raw.js';
import type { Refuse } from './report.js';

/**
 * Options of a fact with several: a list of all that hold, or what holds and what does not. An option that the rules
 * do not have is refused alone: what it was meant for is not known, so nothing counts as out unsaid. One that is both
 * in and out is open.
 */
export function readSet(fact: LinkedFact, value: unknown, refuse: Refuse): KnownSet | null {
  const all = Array.isArray(value);
  const [said, denied] = all
    ? [value, undefined]
    : isMembers(value)
      ? [own(value, 'in'), own(value, 'out')]
      : [null, null];
  const lists = [said, denied].every((list) => list === undefined || Array.isArray(list));
  if (!lists || (!all && !isGiven(said) && !isGiven(denied)))
    return refuse('fact.type', { needed: 'several' });

  let unclear = false;
  const indices = (list: unknown): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const option of Array.from((list ?? []) as readonly unknown[])) {
      const index = typeof option === 'string' ? fact.options.indexOf(option) : -1;
      if (index >= 0) found.add(index);
      else unclear = true;
    }
    return found;
  };
  const [within, without] = [indices(said), indices(denied)];
  if (unclear) refuse('fact.option', { options: fact.options.join(', ') });
  if (all) {
    const rest = unclear ? [] : [...fact.options.keys()].filter((index) => !within.has(index));
    return { in: within, out: new Set(rest) };
  }
  const both = [...within].filter((index) => without.has(index));
  if (both.length > 0) refuse('fact.conflict');
  const clear = (of: ReadonlySet<number>) => new Set([...of].filter((index) => !both.includes(index)));
  return { in: clear(within), out: clear(without) };
}

/** The options by name, in their listed order; those that are out only where not all is known. */
export function writeSet(
  { options }: Pick<LinkedFact, 'options'>,
  known: KnownSet,
): { readonly in: readonly string[]; readonly out?: readonly string[] } {
  const named = (of: ReadonlySet<number>): readonly string[] => options.filter((_, index) => of.has(index));
  const whole = known.in.size + known.out.size === options.length;
  return { in: named(known.in), ...(whole ? {} : { out: named(known.out) }) };
}
