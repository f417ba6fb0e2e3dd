import {
  codesOf,
  cutsOf,
  type Domain,
  domainsOf,
  exactly,
  FALSE,
  type InputList,
  type Possible,
} from '../../plan/index.js';
import type { RuleSet } from '../../rules/index.js';
import { exact, FIRST_DATE, LAST_DATE, ONE, toDay, ZERO } from '../../value/index.js';
import { DAYS, type Outcome } from './outcome.js';
import type { Stretch } from './stretches.js';

/** An input that is asked about, and what it can be altogether. */
export interface Open {
  readonly domain: Domain;
  /** Its fact gives no points while it is not known: then it has no value. */
  readonly mayBeMissing: boolean;
  /** Where it turns. */
  readonly cuts: readonly bigint[];
}

/** By input: what is asked about, or what is told; nothing for a figure that is not given. */
export type Told = readonly (Open | Possible | undefined)[];

/**
 * What every input of two rule sets can be, in one stretch of days; nothing is given, and nobody decided a tier. `null`:
 * it can be something else in the one than in the other.
 */
export function toldOf(
  rules: readonly [RuleSet, RuleSet],
  outcomes: readonly [Outcome, Outcome],
  { list }: InputList,
  days: Stretch,
): Told | null {
  const domains = rules.map((one) => domainsOf(one, list));
  const codes = rules.flatMap((one) => codesOf(one, [])).filter((code) => !code.startsWith('·'));
  const domainOf = (side: number, input: number): Domain => {
    const { kind, id } = list[input] as InputList['list'][number];
    const day = kind === 'cell' ? DAYS.find((one) => one === id) : undefined;
    if (day === 'as_of') return dayDomain(days);
    if (day === 'period_start') return dayDomain({ first: toDay(FIRST_DATE), last: toDay(LAST_DATE) });
    return (domains[side] as (typeof domains)[number]).of(input, codes);
  };
  const cuts = outcomes.map(({ nodes }, side) => cutsOf(nodes, { of: (input) => domainOf(side, input) }));
  const told = list.map(({ kind, id }, input): Open | Possible | undefined | null => {
    if (kind === 'given') return undefined;
    if (kind === 'decision') return id === 'decided' ? FALSE : exactly(ZERO);
    const domain = domainOf(0, input);
    if (shapeOf(domain) !== shapeOf(domainOf(1, input))) return null;
    const policy =
      kind === 'fact' ? rules[0].facts.find((fact) => fact.id === id)?.unknown.policy : undefined;
    const both = new Set(cuts.flatMap((side) => side[input] ?? []));
    return {
      domain,
      mayBeMissing: policy === 'no_points',
      cuts: [...both].sort((x, y) => (x < y ? -1 : 1)),
    };
  });
  return told.includes(null) ? null : (told as Told);
}

const shapeOf = ({ last, finite, grid }: Domain): string =>
  JSON.stringify([last, finite, grid], (_, value) => (typeof value === 'bigint' ? String(value) : value));

function dayDomain({ first, last }: Stretch): Domain {
  const dayAt = (at: bigint) => exact(BigInt(first) + at);
  const end = BigInt(last - first);
  return {
    last: end,
    finite: false,
    grid: { low: dayAt(0n), step: ONE, last: end },
    possible: ({ low, high }) =>
      low === high
        ? exactly(dayAt(low))
        : { range: { low: dayAt(low), high: dayAt(high) }, missing: false, none: false },
  };
}
