import type { RuleSet } from '../rules/index.js';
import type { Inputs } from './build.js';
import type { PlanInput } from './input.js';

/** All that a plan can be told, in the order of questions: facts, lists, vetoes, points, papers, cells; then what is given and decided. */
export class InputList implements Inputs {
  readonly list: PlanInput[] = [];
  private readonly at = new Map<string, number>();

  constructor(rules: RuleSet) {
    for (const fact of rules.facts) {
      if (fact.type.kind === 'several') {
        for (const option of fact.options) this.of('fact', fact.id, option);
      } else if (fact.people !== undefined) {
        for (let k = 1; k <= fact.people.most; k += 1) {
          this.of('fact', fact.id, String(k));
          for (const { id } of fact.people.attributes) this.of('fact', fact.id, `${k}.${id}`);
        }
      } else this.of('fact', fact.id);
    }
    for (const { id, list } of rules.categories) if (list !== undefined) this.of('category', id);
    for (const { id, againstFloor } of rules.vetoes) if (againstFloor === 'review') this.of('veto', id);
  }

  of(kind: PlanInput['kind'], id: string, sub?: string): number {
    const key = `${kind} ${id} ${sub ?? ''}`;
    const known = this.at.get(key);
    if (known !== undefined) return known;
    this.list.push(sub === undefined ? { kind, id } : { kind, id, sub });
    this.at.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}

/** The name by which a question asks for an input. */
export const questionId = ({ id, sub }: PlanInput): string => (sub === undefined ? id : `${id}.${sub}`);

const KINDS: readonly PlanInput['kind'][] = [
  'fact',
  'category',
  'veto',
  'points',
  'evidence',
  'cell',
  'given',
  'decision',
];

/**
 * For every input its place in the order of questions: facts as the plan has them, the rest by kind and name, so that it
 * does not depend on where a formula was met first.
 */
export function questionOrder(inputs: readonly PlanInput[]): readonly number[] {
  const byName = (a: number, b: number): number => {
    const [x, y] = [inputs[a] as PlanInput, inputs[b] as PlanInput];
    const kinds = KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind);
    if (kinds !== 0) return kinds;
    if (x.kind === 'fact') return 0;
    return x.id < y.id ? -1 : 1;
  };
  const ordered = inputs.map((_, i) => i).sort(byName);
  const places: number[] = [];
  for (const [place, input] of ordered.entries()) places[input] = place;
  return places;
}
