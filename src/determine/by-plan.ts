import {
  type Cell,
  codeOf,
  type Exploration,
  Explorer,
  exactly,
  FALSE,
  interpret,
  MISSING_FLAG,
  MISSING_NUMBER,
  type Plan,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  type Segment,
  settled,
  TRUE,
} from '../plan/index.js';
import { type Exact, exact, floor, formatExact } from '../value/index.js';
import type { KnownStudent, OpenInput, PossibleAward, Resolution, Resolver, View } from './resolution.js';

interface Inputs {
  readonly possible: readonly Possible[];
  readonly open: ReadonlySet<number>;
}

/** Resolves with the plan: the core, on exact integers. What `determine` uses. */
export function planResolver(plan: Plan): Resolver {
  const explorer = new Explorer(plan);
  return {
    view: (known) => viewOf(plan, inputsOf(plan, explorer, known)),
    resolve: (known) => {
      const { possible, open } = inputsOf(plan, explorer, known);
      const exploration = explorer.explore(possible, open);
      return exploration.wide ? wideAnswer(plan, exploration) : exactAnswer(plan, exploration);
    },
  };
}

function inputsOf(plan: Plan, explorer: Explorer, known: KnownStudent): Inputs {
  const open = new Set<number>();
  const possible = plan.inputs.map((input, i): Possible => {
    if (input.kind === 'decision') {
      if (input.id === 'decided') return known.tier === undefined ? FALSE : TRUE;
      return exactly(exact(BigInt(known.tier ?? 0)));
    }
    if (input.kind !== 'fact') {
      const said = (input.kind === 'category' ? known.categories : known.vetoes).get(input.id);
      if (said !== undefined) return said ? TRUE : FALSE;
      open.add(i);
      return explorer.open(i);
    }
    const value = known.facts.get(input.id);
    if (typeof value === 'boolean') return value ? TRUE : FALSE;
    if (typeof value === 'number') return exactly(exact(BigInt(value)));
    if (value !== undefined) return exactly(value);
    const fact = plan.rules.facts.find((one) => one.id === input.id);
    if (fact?.unknown.policy === 'no_points')
      return fact.type.kind === 'flag' ? MISSING_FLAG : MISSING_NUMBER;
    open.add(i);
    return explorer.open(i);
  });
  return { possible, open };
}

const pointOf = (p: Possible): Exact => ((p as PossibleNumber).range as { readonly low: Exact }).low;
const isTrue = (p: Possible): boolean => (p as PossibleFlag).yes;

/** What reads only known inputs, read off the whole. */
function viewOf(plan: Plan, { possible, open }: Inputs): View {
  const values = interpret(plan.nodes, possible);
  const openNames = new Set([...open].map((i) => nameOf(plan, i)));
  const sees = (reads: ReadonlySet<string>): boolean => [...reads].every((name) => !openNames.has(name));
  const seesAllBut = (reads: ReadonlySet<string>, kind: string): boolean =>
    sees(new Set([...reads].filter((name) => !name.startsWith(kind))));
  const at = (node: number): Possible => values[node] as Possible;
  const { scope, score, scoreTier, parts, categories, vetoes, programmes } = plan.outputs;

  const outOfScope = scope.find((one) => sees(one.reads) && !isTrue(at(one.node)));
  const scoreKnown = sees(plan.scoreReads);
  return {
    outOfScope: outOfScope?.id ?? null,
    ...(scoreKnown ? { score: formatExact(pointOf(at(score))), scoreTier: codeOf(at(scoreTier)) } : {}),
    points: parts
      .filter((part) => part.path !== '' && sees(part.reads))
      .map((part) => [part.path, formatExact(pointOf(at(part.node)))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    categories: new Map(categories.filter((c) => sees(c.reads)).map((c) => [c.id, isTrue(at(c.node))])),
    // What a veto leaves is known before a person says whether it stands, unless it meets a floor.
    vetoes: vetoes
      .filter((veto) => seesAllBut(veto.reads, 'veto ') && isTrue(at(veto.holds)) && settled(at(veto.tier)))
      .map((veto) => ({ id: veto.id, tier: codeOf(at(veto.tier)), meetsFloor: isTrue(at(veto.meetsFloor)) })),
    awards: new Map(
      programmes
        .filter((programme) => sees(programme.reads))
        .map((programme) => {
          if (!isTrue(at(programme.entitled))) return [programme.id, null];
          return [
            programme.id,
            programme.amount === null ? 'unstated' : floor(pointOf(at(programme.amount))),
          ];
        }),
    ),
  };
}

type Askable = Pick<OpenInput, 'kind' | 'id'>;

/** An open input; what a person decided is never open. */
const openInputOf = (plan: Plan, input: number): Askable => plan.inputs[input] as Askable;

/** The name under which `reads` knows an input. */
function nameOf(plan: Plan, input: number): string {
  const { kind, id } = plan.inputs[input] as Plan['inputs'][number];
  return kind === 'fact' ? id : `${kind} ${id}`;
}

const keyOf = (cell: Cell): string =>
  cell.outOfScope === null
    ? `${cell.tier} ${cell.awards.map((award) => (award === null ? '-' : '+')).join('')}`
    : `out ${cell.outOfScope}`;

function spanOf(cells: readonly Cell[], programme: number): Segment | null {
  const spans = cells
    .map((cell) => cell.awards[programme])
    .filter((span) => span !== null && span !== undefined);
  if (spans.length === 0) return null;
  return {
    low: spans.map((s) => s.low).reduce((a, b) => (b < a ? b : a)),
    high: spans.map((s) => s.high).reduce((a, b) => (b > a ? b : a)),
  };
}

function exactAnswer(plan: Plan, { cells }: Exploration): Resolution {
  const { programmes } = plan.outputs;
  const inScope = cells.filter((cell) => cell.outOfScope === null);
  const keys = new Set(cells.map(keyOf));
  const spans = programmes.map((_, i) => spanOf(cells, i));
  const awards = programmes.map(({ id, amount }, i): PossibleAward => {
    const span = amount === null ? null : (spans[i] as Segment | null);
    return {
      programme: id,
      granted: inScope.some((cell) => cell.awards[i] !== null),
      // Out of scope nobody is entitled to anything.
      notEntitled: cells.some((cell) => cell.awards[i] === null),
      least: span?.low ?? null,
      most: span?.high ?? null,
    };
  });
  const single = keys.size === 1 && awards.every((award) => award.least === award.most);
  return {
    single,
    scopes: [...new Set(cells.map((cell) => cell.outOfScope))].sort(),
    tiers: [...new Set(inScope.map((cell) => cell.tier))].sort((a, b) => a - b),
    awards,
    questions: single
      ? []
      : deciding(cells)
          .map((input) => ({ ...openInputOf(plan, input), leaves: leavesOf(cells, input) }))
          .sort((a, b) => a.leaves - b.leaves),
    wide: false,
  };
}

/** What a cell comes to, amounts included. */
const outcomeOf = (cell: Cell): string =>
  `${keyOf(cell)} ${cell.awards.map((award) => (award === null ? '' : `${award.low}..${award.high}`)).join(' ')}`;

/**
 * The open inputs on which the outcome depends, in the order of the plan: those that move an amount within a cell, and
 * those in which alone two cells of different outcome differ.
 */
function deciding(cells: readonly Cell[]): readonly number[] {
  const outcomes = cells.map(outcomeOf);
  const found = new Set(cells.flatMap((cell) => [...cell.moves]));
  const all = new Set([...found, ...cells.flatMap((cell) => [...cell.segments.keys()])]);
  for (const [i, cell] of cells.entries()) {
    for (let j = 0; j < i && found.size < all.size; j += 1) {
      if (outcomes[i] === outcomes[j]) continue;
      const apart = apartIn(cell, cells[j] as Cell);
      if (apart !== null) found.add(apart);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The one input in which two cells have no position in common, or `null` where there are several. */
function apartIn(a: Cell, b: Cell): number | null {
  let apart: number | null = null;
  for (const [input, { low, high }] of a.segments) {
    const other = b.segments.get(input);
    if (other === undefined || (other.low <= high && low <= other.high)) continue;
    if (apart !== null) return null;
    apart = input;
  }
  return apart;
}

/** How many kinds of outcome an answer to one open input can at most leave. */
function leavesOf(cells: readonly Cell[], input: number): number {
  const starts = new Set<bigint>([0n]);
  for (const cell of cells) {
    const segment = cell.segments.get(input);
    if (segment !== undefined) starts.add(segment.low).add(segment.high + 1n);
  }
  let leaves = 0;
  for (const start of starts) {
    const left = cells.filter((cell) => {
      const segment = cell.segments.get(input);
      return segment === undefined || (segment.low <= start && start <= segment.high);
    });
    const count = new Set(left.map(keyOf)).size;
    if (count > leaves) leaves = count;
  }
  return leaves;
}

/** Every code that a number can be. */
function codesOf({ range, among }: PossibleNumber): readonly number[] {
  if (among !== undefined) return among.map((code) => Number(floor(code)));
  if (range === null) return [];
  const [first, last] = [Number(floor(range.low)), Number(floor(range.high))];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** There are too many cells: what the whole can be, a superset, unless every tier of it was met in some cell. */
function wideAnswer(plan: Plan, { involved, whole, tiersMet }: Exploration): Resolution {
  const { scope, tier, programmes } = plan.outputs;
  const tiers = codesOf(whole[tier] as PossibleNumber);
  const scopes = scope.filter((one) => (whole[one.node] as PossibleFlag).no).map((one) => one.id);
  return {
    single: false,
    scopes: [...scopes, null],
    tiers,
    awards: programmes.map(({ id, entitled, amount }): PossibleAward => {
      const flag = whole[entitled] as PossibleFlag;
      const possible = amount === null ? null : (whole[amount] as PossibleNumber).range;
      return {
        programme: id,
        granted: flag.yes,
        notEntitled: flag.no || scopes.length > 0,
        least: flag.yes && possible !== null ? floor(possible.low) : null,
        most: flag.yes && possible !== null ? floor(possible.high) : null,
      };
    }),
    questions: involved.map((input): OpenInput => {
      return { ...openInputOf(plan, input), leaves: 0 };
    }),
    wide: tiers.some((code) => !tiersMet.has(code)),
  };
}
