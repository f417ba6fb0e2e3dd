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
import { type Exact, floor } from '../value/index.js';
import { absentByPlan } from './absent-by-plan.js';
import { chosen, FEW_QUESTIONS, NOTHING_ASKED, narrowest } from './narrowest.js';
import { rangesOf, spanOfOutput, writtenCell } from './output-by-plan.js';
import { type CellOutcome, decidingInputs, Leaving } from './questions-by-plan.js';
import type { OpenInput, PossibleAward, PossibleOutput, Resolution, Resolver } from './resolution.js';
import { tell } from './told.js';
import { viewByPlan } from './view-by-plan.js';

/** Resolves with the plan: the core, on exact integers. What `determine` uses. */
export function planResolver(plan: Plan): Resolver {
  return {
    absent: (known) => absentByPlan(plan, tell(plan, known)),
    view: (known) => viewByPlan(plan, tell(plan, known)),
    resolve: (known) => {
      const exploration = explore(plan, tell(plan, known));
      return exploration.wide ? wideAnswer(plan, exploration) : exactAnswer(plan, exploration);
    },
  };
}

/** So many cells are looked at in search of the questions that narrow most; beyond it none are named. */
const NARROWING_STEPS = 200_000;
const ANY_STEPS = Number.MAX_SAFE_INTEGER;

const distinct = (all: readonly bigint[]): readonly bigint[] =>
  [...new Set(all)].sort((a, b) => (a < b ? -1 : 1));

type Askable = Pick<OpenInput, 'kind' | 'id'>;

/** An open input; what is given or decided is never open. */
const openInputOf = (plan: Plan, input: number): Askable => {
  const one = plan.inputs[input] as Plan['inputs'][number];
  return { kind: one.kind as Askable['kind'], id: questionId(one) };
};

/** What a cell comes to: of what kind (scope, tier, which programmes are granted, outputs that are no number), and all of it. */
function outcomeOf(plan: Plan, cell: Cell): Omit<CellOutcome, 'cell'> {
  const kind = keyOf(plan, cell);
  const amounts = cell.awards.map((award) => (award === null ? '' : `${award.low}..${award.high}`));
  return { kind, whole: JSON.stringify([kind, amounts, cell.outputs.map(rangesOf)]) };
}

const keyOf = (plan: Plan, cell: Cell): string =>
  cell.outOfScope ??
  JSON.stringify([
    cell.tier,
    cell.awards.map((award) => award === null),
    cell.outputs.map((p, i) => writtenCell((plan.outputs.deciding[i] as PlannedFigure).type, p)),
  ]);

/** What a programme comes to in the cells that grant it. */
const spansOf = (cells: readonly Cell[], programme: number): readonly Segment[] =>
  cells.map((cell) => cell.awards[programme]).filter((span) => span !== null && span !== undefined);

function exactAnswer(plan: Plan, { cells }: Exploration): Resolution {
  const { programmes, deciding } = plan.outputs;
  const inScope = cells.filter((cell) => cell.outOfScope === null);
  const outcomes = cells.map((cell): CellOutcome => ({ cell, ...outcomeOf(plan, cell) }));
  const kinds = new Set(outcomes.map(({ kind }) => kind)).size;
  const awards = programmes.map(({ id, amount }, i): PossibleAward => {
    const spans = amount === null ? [] : spansOf(cells, i);
    return {
      programme: id,
      granted: inScope.some((cell) => cell.awards[i] !== null),
      // Out of scope nobody is entitled to anything.
      notEntitled: cells.some((cell) => cell.awards[i] === null),
      least: spans.length === 0 ? null : spans.map(({ low }) => low).reduce((a, b) => (b < a ? b : a)),
      most: spans.length === 0 ? null : spans.map(({ high }) => high).reduce((a, b) => (b > a ? b : a)),
      amounts: spans.every(({ low, high }) => low === high) ? distinct(spans.map(({ low }) => low)) : null,
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
    kinds === 1 &&
    awards.every((award) => award.least === award.most) &&
    outputs.every((output) => output.least === output.most);
  return {
    single,
    scopes: [...new Set(cells.map((cell) => cell.outOfScope))].sort(),
    tiers: [...new Set(inScope.map((cell) => cell.tier))].sort((a, b) => a - b),
    awards,
    outputs,
    ...(single ? NOTHING_ASKED : asked(plan, outcomes, kinds)),
    wide: false,
  };
}

/** What the outcome turns on, and where that is more than a few questions, which few narrow it most. */
function asked(
  plan: Plan,
  outcomes: readonly CellOutcome[],
  kinds: number,
): Pick<Resolution, 'questions' | 'narrowest'> {
  const inputs = inOrder(plan, decidingInputs(outcomes));
  const leaves = (input: number): number =>
    new Leaving(ANY_STEPS).below(kinds + 1, outcomes, [input]) ?? kinds;
  const questions = inputs.map((input) => ({ ...openInputOf(plan, input), leaves: leaves(input) }));
  const leaving = new Leaving(NARROWING_STEPS);
  const few = questions.length <= FEW_QUESTIONS;
  const found = few
    ? null
    : narrowest(questions.length, kinds, (most, ask) =>
        leaving.below(
          most,
          outcomes,
          ask.map((at) => inputs[at] as number),
        ),
      );
  return {
    questions: [...questions].sort((a, b) => a.leaves - b.leaves),
    narrowest: found === null || leaving.exhausted ? null : chosen(questions, found),
  };
}

const inOrder = (plan: Plan, inputs: Iterable<number>): readonly number[] =>
  [...inputs].sort((a, b) => (plan.questionOrder[a] as number) - (plan.questionOrder[b] as number));

/** Every tier that there can be: always few enough to be told apart. */
const tiersIn = ({ among }: PossibleNumber): readonly number[] =>
  (among as readonly Exact[]).map((code) => Number(floor(code)));

/** There are too many cells: what the whole can be, a superset, unless every tier of it was met in some cell. */
function wideAnswer(plan: Plan, { involved, whole, tiersMet }: Exploration): Resolution {
  const { scope, tier, programmes, deciding } = plan.outputs;
  const tiers = tiersIn(whole[tier] as PossibleNumber);
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
        amounts: null,
      };
    }),
    outputs: deciding.map((figure) => spanOfOutput(plan, figure, [whole[figure.node] as Possible])),
    questions: involved.map((input): OpenInput => ({ ...openInputOf(plan, input), leaves: 0 })),
    narrowest: null,
    wide: deciding.length > 0 || tiers.some((code) => !tiersMet.has(code)),
  };
}
