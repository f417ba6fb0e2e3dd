import type { LinkedFact, RuleSet } from '../rules/index.js';
import { add, divide, type Exact, subtract } from '../value/index.js';
import type { Assignment, Known } from './assignment.js';

/** Something that is not known and all it could be. */
export interface Unknown {
  readonly kind: 'fact' | 'category' | 'veto';
  readonly id: string;
  readonly values: readonly Known[];
}

/** Every value a fact may have, or `null` where they are more than `most`. */
export function domainOf(fact: LinkedFact, most: number): readonly Known[] | null {
  if (fact.type.kind === 'flag') return [false, true];
  if (fact.type.kind === 'choice') return fact.options.map((_, i) => i);
  const { low, high } = fact.range as { low: Exact; high: Exact };
  const step = fact.step as Exact;
  const count = divide(subtract(high, low), step).n + 1n;
  if (count > BigInt(most)) return null;
  const values = [low];
  for (let i = 1n; i < count; i += 1n) values.push(add(values[values.length - 1] as Exact, step));
  return values;
}

/** Everything not known in an assignment that the rules read and that has to be gone through, or `null` where that is too much. */
export function unknownsOf(
  rules: RuleSet,
  known: Assignment,
  reads: ReadonlySet<string>,
  most: number,
): readonly Unknown[] | null {
  const unknowns: Unknown[] = [];
  for (const fact of rules.facts) {
    if (known.facts.has(fact.id) || fact.unknown.policy === 'no_points' || !reads.has(fact.id)) continue;
    const values = domainOf(fact, most);
    if (values === null) return null;
    unknowns.push({ kind: 'fact', id: fact.id, values });
  }
  for (const category of rules.categories) {
    if (
      category.list === undefined ||
      known.categories.has(category.id) ||
      !reads.has(`category ${category.id}`)
    )
      continue;
    unknowns.push({ kind: 'category', id: category.id, values: [false, true] });
  }
  for (const veto of rules.vetoes) {
    if (veto.againstFloor === 'review' && !known.vetoes.has(veto.id) && reads.has(`veto ${veto.id}`)) {
      unknowns.push({ kind: 'veto', id: veto.id, values: [false, true] });
    }
  }
  const count = unknowns.reduce((product, unknown) => product * unknown.values.length, 1);
  return count > most ? null : unknowns;
}

/** Every completion of what is not known, each with the values chosen. */
export function* completionsOf(
  known: Assignment,
  unknowns: readonly Unknown[],
): Generator<{ readonly assignment: Assignment; readonly chosen: readonly number[] }> {
  const chosen = unknowns.map(() => 0);
  for (;;) {
    const facts = new Map(known.facts);
    const categories = new Map(known.categories);
    const vetoes = new Map(known.vetoes);
    for (const [i, unknown] of unknowns.entries()) {
      const value = unknown.values[chosen[i] as number] as Known;
      if (unknown.kind === 'fact') facts.set(unknown.id, value);
      else (unknown.kind === 'category' ? categories : vetoes).set(unknown.id, value as boolean);
    }
    yield { assignment: { ...known, facts, categories, vetoes }, chosen: [...chosen] };
    let i = 0;
    while (i < unknowns.length && (chosen[i] as number) + 1 >= (unknowns[i] as Unknown).values.length) {
      chosen[i] = 0;
      i += 1;
    }
    if (i === unknowns.length) return;
    chosen[i] = (chosen[i] as number) + 1;
  }
}
