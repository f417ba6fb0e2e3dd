import { determine } from '../determine/index.js';
import type { Range } from '../value/index.js';
import {
  add,
  divide,
  exact,
  floor,
  formatCivilDate,
  formatExact,
  fromDay,
  multiply,
  ONE,
  subtract,
} from '../value/index.js';
import { type Draft, studentOf } from './draft.js';
import type { Ground } from './ground.js';
import { worthOf } from './worth.js';

/**
 * The draft moved along one number or date to where its outcome turns, on this side of the turn or on the other. A rule
 * that divides an income by persons turns at another income for each number of persons: no list of cuts holds it. The
 * draft itself where the two ends come to the same.
 */
export function nearTurn(ground: Ground, draft: Draft, id: string, beyond: boolean): Draft {
  const fact = ground.rules.facts.find((one) => one.id === id);
  if (fact?.range === undefined || draft.facts[id] === 'none') return draft;
  const { low, high } = fact.range as Range;
  const step = fact.step ?? ONE;
  const at = (position: bigint): Draft => {
    const value = add(low, multiply(exact(position), step));
    const text =
      fact.type.kind === 'date' ? formatCivilDate(fromDay(Number(floor(value)))) : formatExact(value);
    return { ...draft, facts: { ...draft.facts, [id]: text } };
  };
  const seen = (position: bigint): string => {
    const determination = determine(ground.plan, studentOf(ground, at(position)));
    return JSON.stringify(worthOf(ground, determination), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  };
  let [first, last] = [0n, floor(divide(subtract(high, low), step))];
  const [start, end] = [seen(first), seen(last)];
  if (start === end) return draft;
  while (last - first > 1n) {
    const middle = (first + last) / 2n;
    if (seen(middle) === start) first = middle;
    else last = middle;
  }
  return at(beyond ? last : first);
}
