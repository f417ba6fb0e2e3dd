import { CoreBuilder, type InputList, type Node, type NodeId } from '../../plan/index.js';
import { type Handle, lowerValue, type Reading, type RuleSet } from '../../rules/index.js';
import { type CivilDate, exact, fromDay, ZERO } from '../../value/index.js';
import type { Stretch } from './stretches.js';

/** The days that a rule set can read, as inputs: what holds for all that they can be holds on every day. */
export const DAYS = ['as_of', 'period_start'] as const;

/** What a rule set comes to, in nodes of the core. Rule sets of one outside have the same roots in the same order. */
export interface Outcome {
  readonly nodes: readonly Node[];
  readonly roots: readonly NodeId[];
}

/** Dated values are settled for a stretch of days in which none begins; the day itself stays open. */
class AnyDay extends CoreBuilder {
  constructor(rules: RuleSet, asOf: CivilDate, inputs: InputList) {
    super(rules, { asOf, periodStart: null }, inputs);
  }

  override read(of: Reading): Handle {
    const day = DAYS.find((one) => one === of.kind);
    return day === undefined ? super.read(of) : this.input('cell', day);
  }
}

/** Scope, tier, what is granted and how much of it, and the outputs, each where the student is in scope. */
export function outcomeOf(rules: RuleSet, { first }: Stretch, inputs: InputList): Outcome {
  const build = new AnyDay(rules, fromDay(first), inputs);
  const scope = rules.scope.map(({ is }) => build.expression(is));
  const standing = scope.reduceRight<Handle>(
    (rest, holds, i) => build.select(holds, rest, build.code(i + 1)),
    build.code(0),
  );
  const within = build.all(scope);
  const where = (value: Handle, otherwise: Handle): Handle =>
    scope.length === 0 ? value : build.select(within, value, otherwise);
  const granted = rules.programmes.flatMap((programme) => {
    const entitled = build.all([...scope, build.expression(programme.for)]);
    if (programme.amount === null) return [entitled, build.none()];
    const minor = build.constant(exact(programme.minor));
    const amount = build.product(lowerValue(programme.amount, build), minor);
    return [entitled, build.select(entitled, amount, build.constant(ZERO))];
  });
  const outputs = rules.outputs.map((id) => build.read({ kind: 'figure', id }));
  const roots = [
    standing,
    where(build.read({ kind: 'tier' }), build.code(0)),
    ...granted,
    ...outputs.map((node) => where(node, build.none())),
  ];
  return { nodes: build.nodes, roots };
}
