import type { Asking, Section } from './asking.js';
import { groundOfFact, kindOf } from './properties/protected.js';
import type { Reads } from './report.js';
import { behind } from './search.js';

/** What tier, money and outputs can rest on, stage by stage and setting by setting: along branches that can be taken. */
export function readsOf(asking: Asking): readonly Reads[] {
  return asking.sections.map((section) => readsIn(asking, section));
}

function readsIn({ ground, standing, all }: Asking, { stage, setting, held }: Section): Reads {
  const view = held.reduce((at, [input, one]) => at.with(input, one), all());
  const { rules, plan } = ground;
  const inputs = behind(view, standing.outcome).map((input) => plan.inputs[input]);
  const of = (kind: string): ReadonlySet<string> =>
    new Set(inputs.flatMap((input) => (input?.kind === kind ? [input.id] : [])));
  const [facts, categories] = [of('fact'), of('category')];
  const read = rules.facts.filter(({ id }) => facts.has(id));
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(setting === undefined ? {} : { setting }),
    facts: read.map(({ id }) => id),
    categories: rules.categories.map(({ id }) => id).filter((id) => categories.has(id)),
    protected: read
      .filter((fact) => kindOf(fact) !== null || groundOfFact(fact.document) !== null)
      .map((fact) => ({ fact: fact.id, ground: groundOfFact(fact.document) })),
  };
}
