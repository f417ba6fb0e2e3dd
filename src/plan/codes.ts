import type { RuleSet } from '../rules/index.js';

/** Codes stand for themselves only where two are compared; else all that matters is the rows they find. */
const cache = new WeakMap<RuleSet, readonly string[]>();

/**
 * All that a code that is not known can be told apart by: the codes that the rule file has, codes known of this
 * student, and as many that stand nowhere as there are codes.
 */
export function codesOf(rules: RuleSet, known: readonly string[]): readonly string[] {
  let keys = cache.get(rules);
  if (keys === undefined) {
    keys = writtenCodes(rules);
    cache.set(rules, keys);
  }
  const shapes = rules.facts.flatMap((fact) => (fact.people === undefined ? [fact] : fact.people.attributes));
  const fresh = shapes.filter(({ type }) => type.kind === 'code').map((_, i) => `·${i + 1}`);
  return [...new Set([...keys, ...known])].sort().concat(fresh);
}

/** The keys of tables, and what codes that do not exist count as. */
function writtenCodes(rules: RuleSet): readonly string[] {
  const keys = rules.tables.flatMap((table) => table.keys);
  const attributes = rules.facts.flatMap((fact) => fact.people?.attributes ?? []);
  const instead = [...rules.facts, ...attributes, ...rules.figures].map(({ noneIs }) => noneIs);
  return [
    ...keys.flatMap((key) => (key.kind === 'code' ? key.codes : [])),
    ...instead.flatMap((one) => (typeof one === 'object' && 'code' in one ? [one.code] : [])),
  ];
}
