import type { LinkedFact, Meant } from '../rules/index.js';
import type { KnownSet } from './assignment.js';
import type { Case } from './case.js';
import { givesNoPoints } from './fact.js';
import { whole } from './meant.js';
import { firstThat } from './not-known.js';

/** Whether a `several` fact holds an option; missing where it gives no points and nobody said. */
export function holdsOption(at: Case, fact: string, option: number): boolean | undefined {
  const said = at.known.facts.get(fact) as KnownSet | undefined;
  if (said?.in.has(option) === true) return true;
  if (said?.out.has(option) === true) return false;
  const of = at.rules.facts.find(({ id }) => id === fact) as LinkedFact;
  return givesNoPoints(of) ? undefined : at.unsaid();
}

/** `has_any` is true at the first that it holds, `has_all` false at the first that it does not. */
export function hasOptions(
  at: Case,
  fact: string,
  options: readonly number[],
  all: boolean,
): boolean | undefined {
  const held = firstThat(
    options.map((option) => () => holdsOption(at, fact, option)),
    (is) => is === !all,
  );
  if (held.includes(!all)) return !all;
  return held.includes(undefined) ? undefined : all;
}

/** How many options a `several` fact holds. */
export function countOf(at: Case, fact: string): Meant {
  const { options } = at.rules.facts.find(({ id }) => id === fact) as LinkedFact;
  const held = options.map((_, option) => holdsOption(at, fact, option));
  return held.includes(undefined) ? undefined : whole(held.filter((one) => one === true).length);
}
