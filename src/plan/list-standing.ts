import type { Expression, Handle, LinkedList } from '../rules/index.js';
import { exact, type Issue, warning } from '../value/index.js';
import { CoreBuilder } from './build.js';
import type { Plan } from './compile.js';
import { InputList } from './inputs.js';
import { interpret } from './interpret.js';
import { EITHER, either, exactly, FALSE, type Possible, type PossibleFlag, TRUE } from './possible.js';

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
  const inputs = new Map<string, Possible>();
  for (const attribute of linked.attributes) {
    const said = attributes[attribute.id];
    const found = possibleOf(attribute, said);
    if (found === null) issues.push(warning('list.unknownLabel', { list, attribute: attribute.id }));
    inputs.set(attribute.id, found ?? openOf(attribute));
  }
  const standing = { in: [] as string[], unknown: [] as string[] };
  for (const category of plan.rules.categories) {
    if (category.list !== list) continue;
    const holds = category.row === undefined ? TRUE : conditionOf(plan, category.row, inputs);
    if (holds.yes) (holds.no ? standing.unknown : standing.in).push(category.id);
  }
  return { ...standing, issues };
}

type Attribute = LinkedList['attributes'][number];

function openOf({ type, options }: Attribute): Possible {
  if (type.kind === 'flag') return EITHER;
  return options.map((_, i): Possible => exactly(exact(BigInt(i)))).reduce(either);
}

/** `null` where the label is none of the attribute's. */
function possibleOf(attribute: Attribute, said: string | undefined): Possible | null {
  if (said === undefined) return openOf(attribute);
  if (attribute.type.kind === 'flag') return said === 'true' ? TRUE : said === 'false' ? FALSE : null;
  const index = attribute.options.indexOf(said);
  return index < 0 ? null : exactly(exact(BigInt(index)));
}

/** In a row, names are the attributes of the list and not facts of the student. */
class RowBuilder extends CoreBuilder {
  protected override fact(id: string): Handle {
    return this.input('fact', id);
  }
}

function conditionOf(plan: Plan, row: Expression, values: ReadonlyMap<string, Possible>): PossibleFlag {
  const inputs = new InputList({ ...plan.rules, facts: [], categories: [], vetoes: [] });
  const build = new RowBuilder(plan.rules, plan.moment, inputs);
  const root = build.expression(row);
  const found = interpret(build.nodes, (input) => values.get(inputs.list[input]?.id ?? ''));
  return found[root] as PossibleFlag;
}
