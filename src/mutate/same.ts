import {
  type Cell,
  compile,
  exactly,
  explore,
  FALSE,
  openInput,
  type Plan,
  type Possible,
  type Told,
} from '../plan/index.js';
import type { RuleSet } from '../rules/index.js';
import { ZERO } from '../value/index.js';

/**
 * Whether two rule sets are proved to say the same of every student: every cell into which the one divides all students
 * comes to the same single outcome under the other. `false` where they differ, and where there are too many cells, an
 * amount or output that goes on moving inside one, or anything that depends on the day.
 */
export function provedSame(a: RuleSet, b: RuleSet): boolean {
  if (isDated(a) || isDated(b) || hasMissing(a)) return false;
  const [left, right] = [planOf(a), planOf(b)];
  if (left === null || right === null || inputsOf(left) !== inputsOf(right)) return false;
  const everybody = toldOf(left, new Map());
  const whole = explore(left, everybody);
  if (whole.wide) return false;
  return whole.cells.every((cell) => {
    const outcome = settledOutcome(cell);
    if (outcome === null) return false;
    const inside = explore(right, toldOf(right, cell.segments));
    return !inside.wide && inside.cells.every((one) => settledOutcome(one) === outcome);
  });
}

/** Something changes with time: then one day says nothing of the others. */
const isDated = ({ document }: RuleSet): boolean =>
  /"dated"|"recent"|\bas_of\b|\bperiod_start\b|"valid"/.test(JSON.stringify(document));

/** A fact that gives no points while it is not known can be missing besides all its values. */
const hasMissing = ({ facts }: RuleSet): boolean =>
  facts.some(({ unknown }) => unknown.policy === 'no_points');

function planOf(rules: RuleSet): Plan | null {
  const { effective, published } = rules.document;
  const day = effective.from < published ? published : effective.from;
  const plan = compile(rules, { period: 'any', asOf: day, knownAt: day });
  return plan.ok ? plan.value : null;
}

const inputsOf = ({ inputs }: Plan): string => JSON.stringify(inputs);

/** Everybody, or those of one cell; nothing is given, and nobody decided a tier. */
function toldOf(plan: Plan, segments: Cell['segments']): Told {
  const open = new Set<number>();
  const inputs = plan.inputs.map(({ kind, id }, input): Possible | undefined => {
    if (kind === 'given') return undefined;
    if (kind === 'decision') return id === 'decided' ? FALSE : exactly(ZERO);
    open.add(input);
    const segment = segments.get(input);
    return segment === undefined ? openInput(plan, input, []) : plan.domains.of(input, []).possible(segment);
  });
  return { inputs, open, codes: [] };
}

/** The one outcome of a cell; `null` where an amount or an output is not settled in it. */
function settledOutcome({ outOfScope, tier, awards, outputs, moves }: Cell): string | null {
  if (moves.size > 0 || awards.some((award) => award !== null && award.low !== award.high)) return null;
  return JSON.stringify([outOfScope, tier, awards, outputs], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
