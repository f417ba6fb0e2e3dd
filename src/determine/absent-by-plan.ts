import type { Plan, PossibleFlag, Told } from '../plan/index.js';
import { readNodes } from './view-by-plan.js';

const NOTHING: ReadonlySet<string> = new Set();

/** Facts that surely do not exist; see `absentByReference`. Nothing is computed for rules without `only_if`. */
export function absentByPlan(plan: Plan, told: Told): ReadonlySet<string> {
  const { onlyIf } = plan.outputs;
  if (onlyIf.length === 0) return NOTHING;
  const { at, sees } = readNodes(plan, told);
  const absent = onlyIf.filter(({ node }) => sees(node) && (at(node) as PossibleFlag).no);
  return new Set(absent.map(({ id }) => id));
}
