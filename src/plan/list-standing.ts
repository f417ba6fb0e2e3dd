import type { Expression, LinkedList } from '../rules/index.js';
import { exact, type Issue, warning } from '../value/index.js';
import { CoreBuilder } from './build.js';
import type { Plan } from './compile.js';
import { interpret } from './interpret.js';
import type { NodeId } from './node.js';
import { EITHER, exactly, FALSE, type Possible, type PossibleFlag, TRUE } from './possible.js';

/** Which categories a row of a list makes current, and which its cells leave open. Neither: the entry is lapsed. */
export interface ListStanding {
  readonly in: readonly string[];
  readonly unknown: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * Looks at one row of a department list with the `row` conditions of every category that the list gives.
 * `attributes` are option ids (or `true` and `false`); what is absent is not known. Issues:
 * `list.unknown`, `list.unknownAttribute`, `list.unknownLabel` (the label is then not known).
 */
export function listStanding(
  plan: Plan,
  list: string,
  attributes: Readonly<Record<string, string | undefined>>,
): ListStanding {
  const linked = plan.rules.lists.find((one) => one.id === list);
  if (linked === undefined) return { in: [], unknown: [], issues: [warning('list.unknown', { list })] };
  const issues: Issue[] = [];
  for (const name of Object.keys(attributes)) {
    if (!linked.attributes.some((one) => one.id === name))
      issues.push(warning('list.unknownAttribute', { list, attribute: name }));
  }
  const inputs = linked.attributes.map((attribute): Possible => {
    const said = attributes[attribute.id];
    const open: Possible =
      attribute.type.kind === 'flag'
        ? EITHER
        : { range: { low: exact(0n), high: exact(BigInt(attribute.options.length - 1)) }, missing: false };
    if (said === undefined) return open;
    if (attribute.type.kind === 'flag' && (said === 'true' || said === 'false'))
      return said === 'true' ? TRUE : FALSE;
    const index = attribute.options.indexOf(said);
    if (index >= 0) return exactly(exact(BigInt(index)));
    issues.push(warning('list.unknownLabel', { list, attribute: attribute.id }));
    return open;
  });
  const standing = { in: [] as string[], unknown: [] as string[] };
  for (const category of plan.rules.categories) {
    if (category.list !== list) continue;
    const holds = category.row === undefined ? TRUE : conditionOf(plan, linked, category.row, inputs);
    if (holds.yes) (holds.no ? standing.unknown : standing.in).push(category.id);
  }
  return { ...standing, issues };
}

function conditionOf(
  plan: Plan,
  list: LinkedList,
  row: Expression,
  inputs: readonly Possible[],
): PossibleFlag {
  const build = new CoreBuilder(plan.rules, (_, id) => list.attributes.findIndex((one) => one.id === id));
  const root: NodeId = build.expression(row);
  return interpret(build.nodes, inputs)[root] as PossibleFlag;
}
