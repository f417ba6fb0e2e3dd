import type { Plan } from './compile.js';
import type { Domain } from './domain.js';
import type { PlanInput } from './input.js';

type Worse = string | readonly string[];

/** Words of a direction whose hard end is the first position. */
const DOWNWARD: ReadonlySet<Worse> = new Set(['lower', 'if_false', 'fewer', 'earlier']);

/** The direction that the fact, or the attribute, behind an input declares, with the options in question. */
function declared(plan: Plan, { kind, id, sub }: PlanInput): readonly [Worse, readonly string[]] {
  const fact = kind === 'fact' ? plan.rules.facts.find((one) => one.id === id) : undefined;
  if (fact === undefined) return ['none', []];
  const [, attribute] = (sub ?? '').split('.');
  if (fact.people === undefined || attribute === undefined) return [fact.document.worse, fact.options];
  const shape = fact.people.attributes.find((one) => one.id === attribute);
  return [fact.document.of?.[attribute]?.worse ?? 'none', shape?.options ?? []];
}

/** The easy and the hard end of an input, by the direction its fact declares. */
export function endsOf(
  plan: Plan,
  input: number,
  domain: Domain,
): { readonly easy: bigint; readonly hard: bigint } {
  const [worse, options] = declared(plan, plan.inputs[input] as PlanInput);
  const last = domain.grid?.last ?? domain.last;
  if (typeof worse !== 'string') {
    const position = (option: string | undefined): bigint => BigInt(options.indexOf(option as string));
    return { easy: position(worse[0]), hard: position(worse.at(-1)) };
  }
  return DOWNWARD.has(worse) ? { easy: last, hard: 0n } : { easy: 0n, hard: last };
}
