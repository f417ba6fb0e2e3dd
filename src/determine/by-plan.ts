import {
  type Cell,
  type Exploration,
  explore,
  type Plan,
  type PlannedFigure,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  questionId,
  type Segment,
} from '../plan/index.js';
import { floor } from '../value/index.js';
import { absentByPlan } from './absent-by-plan.js';
import { rangesOf, spanOfOutput, writtenCell } from './output-by-plan.js';
import type { OpenInput, PossibleAward, PossibleOutput, Resolution, Resolver } from './resolution.js';
import { tell } from './told.js';
import { viewByPlan } from './view-by-plan.js';

/** Resolves with the plan: the core, on exact integers. What `determine` uses. */
export function planResolver(plan: Plan): Resolver {
  return {
    absent: (known) => absentByPlan(plan, tell(plan, known)),
    view: (known) => viewByPlan(plan, known, tell(plan, known)),
    resolve: (known) => {
      const exploration = explore(plan, tell(plan, known));
      return exploration.wide ? wideAnswer(plan, exploration) : exactAnswer(plan, exploration);
    },
  };
}

type Askable = Pick<OpenInput, 'kind' | 'id'>;

/** An open input; what is given or decided is never open. */
const openInputOf = (plan: Plan, input: number): Askable => {
  const one = plan.inputs[input] as Plan['inputs'][number];
  return { kind: one.kind as Askable['kind'], id: questionId(one) };
};

/** Kinds of outcome: scope, tier, which programmes are granted, and outputs that are no number. */
const keyOf = (plan: Plan, cell: Cell): string =>
  cell.outOfScope === null
    ? `${cell.tier} ${cell.awards.map((award) => (award === null ? '-' : '+')).join('')} ${cell.outputs.map((p, i) => writtenCell((plan.outputs.deciding[i] as PlannedFigure).type, p)).join(' ')}`
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
  const { programmes, deciding } = plan.outputs;
  const inScope = cells.filter((cell) => cell.outOfScope === null);
  const keys = new Set(cells.map((cell) => keyOf(plan, cell)));
  const awards = programmes.map(({ id, amount }, i): PossibleAward => {
    const span = amount === null ? null : spanOf(cells, i);
    return {
      programme: id,
      granted: inScope.some((cell) => cell.awards[i] !== null),
      // Out of scope nobody is entitled to anything.
      notEntitled: cells.some((cell) => cell.awards[i] === null),
      least: span?.low ?? null,
      most: span?.high ?? null,
    };
  });
  const outputs = deciding.map(
    (figure, i): PossibleOutput =>
      spanOfOutput(
        plan,
        figure,
        inScope.map((cell) => cell.outputs[i] as Possible),
      ),
  );
  const single =
    keys.size === 1 &&
    awards.every((award) => award.least === award.most) &&
    outputs.every((output) => output.least === output.most);
  return {
    single,
    scopes: [...new Set(cells.map((cell) => cell.outOfScope))].sort(),
    tiers: [...new Set(inScope.map((cell) => cell.tier))].sort((a, b) => a - b),
    awards,
    outputs,
    questions: single
      ? []
      : inOrder(plan, decidingInputs(plan, cells))
          .map((input) => ({ ...openInputOf(plan, input), leaves: leavesOf(plan, cells, input) }))
          .sort((a, b) => a.leaves - b.leaves),
    wide: false,
  };
}

const inOrder = (plan: Plan, inputs: Iterable<number>): readonly number[] =>
  [...inputs].sort((a, b) => (plan.questionOrder[a] as number) - (plan.questionOrder[b] as number));

/** What a cell comes to, amounts and outputs included. */
const outcomeOf = (plan: Plan, cell: Cell): string =>
  `${keyOf(plan, cell)} ${cell.awards.map((award) => (award === null ? '' : `${award.low}..${award.high}`)).join(' ')} ${cell.outputs.map(rangesOf).join(' ')}`;

/**
 * The open inputs on which the outcome depends: those that move an amount or an output within a cell, and those in
 * which alone two cells of different outcome differ.
 */
function decidingInputs(plan: Plan, cells: readonly Cell[]): ReadonlySet<number> {
  const outcomes = cells.map((cell) => outcomeOf(plan, cell));
  const found = new Set(cells.flatMap((cell) => [...cell.moves]));
  const all = new Set([...found, ...cells.flatMap((cell) => [...cell.segments.keys()])]);
  for (const [i, cell] of cells.entries()) {
    for (let j = 0; j < i && found.size < all.size; j += 1) {
      if (outcomes[i] === outcomes[j]) continue;
      const apart = apartIn(cell, cells[j] as Cell);
      if (apart !== null) found.add(apart);
    }
  }
  return found;
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
function leavesOf(plan: Plan, cells: readonly Cell[], input: number): number {
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
    const count = new Set(left.map((cell) => keyOf(plan, cell))).size;
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
  const { scope, tier, programmes, deciding } = plan.outputs;
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
    outputs: deciding.map((figure) => spanOfOutput(plan, figure, [whole[figure.node] as Possible])),
    questions: involved.map((input): OpenInput => ({ ...openInputOf(plan, input), leaves: 0 })),
    wide: deciding.length > 0 || tiers.some((code) => !tiersMet.has(code)),
  };
}
