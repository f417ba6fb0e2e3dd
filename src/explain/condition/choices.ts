import type { RuleSet } from '../../rules/index.js';

/** The options that a formula numbers. */
export interface Choices {
  /** Ids of the options of a choice, in its order. */
  options(choice: string): readonly string[];
  /** The choice whose options a fact with several holds; empty where the fact is of another type. */
  ofFact(fact: string): string;
}

export function choicesOf(rules: RuleSet): Choices {
  return {
    options: (choice) => (Object.hasOwn(rules.choices, choice) ? (rules.choices[choice]?.options ?? []) : []),
    ofFact: (id) => {
      const type = rules.facts.find((fact) => fact.id === id)?.type;
      return type?.kind === 'several' || type?.kind === 'choice' ? type.choice : '';
    },
  };
}
