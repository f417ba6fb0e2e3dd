import type { LinkedFact, LinkedShape } from '../rules/index.js';
import type { Ground } from './ground.js';
import { type Held, sameAt } from './pairs/held.js';

/** One fact changing from easier to harder, and nothing else: what it is called, and what changes. */
export interface Move {
  /** Fact, `fact.option`, `people` (one more person) or `people.attribute`. */
  readonly subject: string;
  readonly fact: string;
  readonly input: number;
  readonly held: readonly Held[];
  /** What besides must hold: the person whose attribute changes is there. */
  readonly given: readonly (readonly [input: number, held: Held])[];
}

type Worse = string | readonly string[];

/**
 * Each step from easier to harder that a fact declares. It is enough to look at single steps: a lasting fall would
 * show in one of them. What does not exist is the easy end.
 */
export function movesOf(ground: Ground, fact: LinkedFact): readonly Move[] {
  const { worse } = fact.document;
  const step = (subject: string, input: number, held: readonly Held[], given: Move['given'] = []): Move[] =>
    held.length === 0 ? [] : [{ subject, fact: fact.id, input, held, given }];
  if (fact.type.kind === 'several') {
    const pairs = worse === 'more' ? UP : worse === 'fewer' ? DOWN : null;
    if (pairs === null) return [];
    return fact.options.flatMap((option) =>
      step(`${fact.id}.${option}`, ground.inputOf('fact', fact.id, option), [pairs]),
    );
  }
  if (fact.people !== undefined) return [...onePersonMore(ground, fact), ...attributeMoves(ground, fact)];
  const input = ground.inputOf('fact', fact.id);
  return step(fact.id, input, stepsOf(ground, input, fact, worse));
}

/** Whether a fact, or anything of it, states a direction. */
export function hasDirection(fact: LinkedFact): boolean {
  const attributes = Object.values(fact.document.of ?? {});
  return fact.document.worse !== 'none' || attributes.some(({ worse }) => worse !== 'none');
}

const UP: Held = { kind: 'pairs', pairs: [[0n, 1n]] };
const DOWN: Held = { kind: 'pairs', pairs: [[1n, 0n]] };

/**
 * What goes over people asks for no order: so the person who comes, or of whom something changes, may stand first among
 * those who need not be there, and the others behind be there or not, in any order.
 */
function onePersonMore(ground: Ground, fact: LinkedFact): readonly Move[] {
  const { people, document } = fact;
  const held = document.worse === 'more' ? UP : document.worse === 'fewer' ? DOWN : null;
  if (people === undefined || held === null || people.most <= people.least) return [];
  const input = ground.inputOf('fact', fact.id, String(people.least + 1));
  return [{ subject: fact.id, fact: fact.id, input, held: [held], given: [] }];
}

function attributeMoves(ground: Ground, fact: LinkedFact): readonly Move[] {
  const { people, document } = fact;
  if (people === undefined || people.most === 0) return [];
  const there = ground.inputOf('fact', fact.id, '1');
  return people.attributes.flatMap((attribute): Move[] => {
    const worse = document.of?.[attribute.id]?.worse ?? 'none';
    const input = ground.inputOf('fact', fact.id, `1.${attribute.id}`);
    const held = stepsOf(ground, input, attribute, worse);
    if (held.length === 0) return [];
    return [
      { subject: `${fact.id}.${attribute.id}`, fact: fact.id, input, held, given: [[there, sameAt(1n)]] },
    ];
  });
}

const DOWNWARD: ReadonlySet<Worse> = new Set(['lower', 'earlier', 'if_false']);
const UPWARD: ReadonlySet<Worse> = new Set(['higher', 'later', 'if_true']);

/** The segments of an input in which it has a value, and the position of none. */
function rangesOf(ground: Ground, input: number, shape: LinkedShape) {
  const whole = ground.whole[input] as Held;
  const { last, grid } = ground.domain(input);
  const none = shape.mayBeNone ? last : null;
  const values = grid?.last ?? (none === null ? last : last - 1n);
  const segments = whole.kind === 'same' ? whole.segments : [];
  const inside = segments
    .map(({ low, high }) => ({ low, high: high < values ? high : values }))
    .filter(({ low, high }) => low <= high);
  return { none, inside };
}

function stepsOf(ground: Ground, input: number, shape: LinkedShape, worse: Worse): readonly Held[] {
  const { none, inside } = rangesOf(ground, input, shape);
  const [segment] = inside;
  if (segment === undefined) return [];
  const fromNone = (easiest: bigint): Held[] =>
    none === null ? [] : [{ kind: 'pairs', pairs: [[none, easiest]] }];
  if (typeof worse !== 'string') {
    const chain = worse.map((option) => BigInt(shape.options.indexOf(option))).filter((at) => at >= 0n);
    const pairs = chain.slice(1).map((hard, i): readonly [bigint, bigint] => [chain[i] as bigint, hard]);
    // An option that is left out is comparable to none; not existing is easier than any that is not.
    return [...(pairs.length === 0 ? [] : [{ kind: 'pairs', pairs } as const]), ...fromNone(chain[0] ?? 0n)];
  }
  const upward = UPWARD.has(worse);
  if (!upward && !DOWNWARD.has(worse)) return [];
  const { low, high } = segment;
  const easiest = upward ? low : high;
  if (ground.domain(input).finite) {
    const pairs: (readonly [bigint, bigint])[] = [];
    for (let at = low; at < high; at += 1n) pairs.push(upward ? [at, at + 1n] : [at + 1n, at]);
    return [...(pairs.length === 0 ? [] : [{ kind: 'pairs', pairs } as const]), ...fromNone(easiest)];
  }
  const steps: Held[] =
    low === high
      ? []
      : upward
        ? [{ kind: 'steps', low, high: high - 1n, by: 1n }]
        : [{ kind: 'steps', low: low + 1n, high, by: -1n }];
  return [...steps, ...fromNone(easiest)];
}

/** The easiest position, for what does not matter: what does not exist, the easy end, or the first. */
export function easiestOf(ground: Ground, input: number): bigint {
  const one = ground.plan.inputs[input];
  const whole = ground.whole[input] as Held;
  const first = whole.kind === 'same' ? (whole.segments[0]?.low ?? 0n) : 0n;
  if (one?.kind !== 'fact') return first;
  const fact = ground.rules.facts.find(({ id }) => id === one.id);
  if (fact === undefined) return first;
  const [, name] = (one.sub ?? '').split('.');
  const attribute = name === undefined ? undefined : fact.people?.attributes.find(({ id }) => id === name);
  if (fact.type.kind === 'several') return fact.document.worse === 'fewer' ? 1n : 0n;
  const worse =
    attribute === undefined ? fact.document.worse : (fact.document.of?.[name as string]?.worse ?? 'none');
  const { none, inside } = rangesOf(ground, input, attribute ?? fact);
  const segment = inside[0];
  if (segment === undefined) return none ?? first;
  if (typeof worse !== 'string') {
    const at = (attribute ?? fact).options.indexOf(worse[0] ?? '');
    return at < 0 ? segment.low : BigInt(at);
  }
  return DOWNWARD.has(worse) ? segment.high : segment.low;
}
