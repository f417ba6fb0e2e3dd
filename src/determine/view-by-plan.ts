import {
  codeOf,
  interpret,
  type Plan,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  seenNodes,
  type Told,
} from '../plan/index.js';
import { type Exact, floor, formatExact } from '../value/index.js';
import type { FigureValue } from './determination.js';
import { writtenValue } from './output-by-plan.js';
import type { View } from './resolution.js';

const pointOf = (p: Possible): Exact => ((p as PossibleNumber).range as { readonly low: Exact }).low;
const isTrue = (p: Possible): boolean => (p as PossibleFlag).yes;
const isFalse = (p: Possible): boolean => (p as PossibleFlag).no;

/** The nodes of a plan for one student: what each can be, and whether it comes of what is known alone. */
export function readNodes(
  plan: Plan,
  told: Told,
): { readonly at: (node: number) => Possible; readonly sees: (...nodes: readonly number[]) => boolean } {
  const inputOf = (input: number): Possible | undefined => told.inputs[input];
  const values = interpret(plan.nodes, inputOf);
  const seen = seenNodes(plan.nodes, values, inputOf, told.open);
  return {
    at: (node) => values[node] as Possible,
    sees: (...nodes) => nodes.every((node) => seen[node] === true),
  };
}

/** Reads off what comes of what is known alone. */
export function viewByPlan(plan: Plan, told: Told): View {
  const { at, sees } = readNodes(plan, told);
  const { scope, score, scoreTier, parts, categories, vetoes, programmes, figures } = plan.outputs;
  const { rules } = plan;
  return {
    outOfScope: scope.find(({ node }) => sees(node) && isFalse(at(node)))?.id ?? null,
    ...(rules.score !== null && sees(score) ? { score: formatExact(pointOf(at(score))) } : {}),
    ...(sees(scoreTier) ? { scoreTier: codeOf(at(scoreTier)) } : {}),
    points: parts
      .filter(({ path, node }) => path !== '' && sees(node))
      .map(({ path, node }) => [path, formatExact(pointOf(at(node)))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    categories: new Map(
      categories.filter(({ node }) => sees(node)).map(({ id, node }) => [id, isTrue(at(node))]),
    ),
    // What a veto leaves is known before a person says whether it stands, unless it meets a floor.
    vetoes: vetoes
      .filter(({ holds, tier, meetsFloor }) => sees(holds, tier, meetsFloor) && isTrue(at(holds)))
      .map(({ id, tier, meetsFloor }) => ({
        id,
        tier: codeOf(at(tier)),
        meetsFloor: isTrue(at(meetsFloor)),
      })),
    figures: new Map(
      figures
        .filter(({ node }) => sees(node) && !at(node).missing)
        .map(({ id, type, node }): [string, FigureValue] => [id, writtenValue(plan, type, at(node))]),
    ),
    awards: new Map(
      programmes
        .filter((one) => sees(one.entitled, ...amountOf(one, at)))
        .map(({ id, entitled, amount }) => {
          if (!isTrue(at(entitled))) return [id, null];
          return [id, amount === null ? 'unstated' : floor(pointOf(at(amount)))];
        }),
    ),
  };
}

/** The amount counts only where the student is entitled. */
function amountOf(
  { entitled, amount }: Plan['outputs']['programmes'][number],
  at: (node: number) => Possible,
): readonly number[] {
  return amount !== null && isTrue(at(entitled)) ? [amount] : [];
}
