import { listStanding, type Plan } from '../plan/index.js';
import type { CategoryInput } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { error, type Issue, type Result } from '../value/index.js';
import type { RuleCase } from './case-file.js';
import { unknownName } from './unknown-name.js';

/** A cell of the row that is not known, as it is with a fact. */
const UNKNOWN = 'unknown';

/**
 * What the rows of lists that a case says make of the student, by the conditions (`row`) of the categories: a row that they
 * all refuse gives none, and one whose cells leave a category open makes it unknown. Issues: `cases.unknownName` (a
 * list, an attribute or an option that the rule file does not have), `cases.saidTwice` (what a row decides is said under
 * `categories` as well). Without a plan nothing is asked of the rows.
 */
export function categoriesByRows(
  rules: RuleSet,
  { listed, categories }: RuleCase,
  plan: Result<Plan>,
): { readonly categories: readonly CategoryInput[]; readonly issues: readonly Issue[] } {
  const found: CategoryInput[] = [];
  const issues: Issue[] = [];
  for (const [list, said] of Object.entries(listed)) {
    const linked = rules.lists.find(({ id }) => id === list);
    if (linked === undefined) {
      const known = rules.lists.map(({ id }) => id);
      issues.push(unknownName('list', list, known, said));
      continue;
    }
    for (const [id, text] of Object.entries(said.value)) {
      const attribute = linked.attributes.find((one) => one.id === id);
      const attributes = linked.attributes.map((one) => one.id);
      const options = attribute?.type.kind === 'flag' ? ['true', 'false'] : (attribute?.options ?? []);
      if (attribute === undefined) issues.push(unknownName('attribute', id, attributes, said));
      else if (text !== UNKNOWN && !options.includes(text))
        issues.push(unknownName('option', text, options, said));
    }
    for (const { id } of rules.categories.filter((category) => category.list === list)) {
      const twice = Object.hasOwn(categories, id) ? categories[id] : undefined;
      if (twice !== undefined) issues.push(error('cases.saidTwice', { category: id, list }, twice.place));
    }
    if (!plan.ok) continue;
    const row = Object.fromEntries(Object.entries(said.value).filter(([, text]) => text !== UNKNOWN));
    const standing = listStanding(plan.value, list, row);
    for (const category of standing.in) found.push({ category, status: 'in' });
    for (const category of standing.unknown) found.push({ category, status: 'unknown', doubt: 'rowUnclear' });
  }
  return { categories: found, issues };
}
