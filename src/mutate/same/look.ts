import {
  evaluate,
  isCode,
  isFlag,
  MISSING_CODE,
  MISSING_FLAG,
  MISSING_NUMBER,
  type NodeId,
  type Possible,
  type Segment,
} from '../../plan/index.js';
import type { Open, Told } from './opens.js';
import type { Outcome } from './outcome.js';
import type { TermId, Terms } from './terms.js';

/** What an input is narrowed to: a segment of its domain, or no value because its fact gives no points while not known. */
export type Narrowed = Segment | 'missing';

/** The students who are looked at: those whose inputs are narrowed so, and in whom these terms come to these values. */
export interface Where {
  readonly inputs: ReadonlyMap<number, Narrowed>;
  readonly assumed: ReadonlyMap<TermId, Possible>;
}

/** What each root of an outcome comes to there, and what each term can be. */
export interface Look {
  readonly roots: readonly TermId[];
  readonly possible: ReadonlyMap<TermId, Possible>;
}

/** Works out the terms of an outcome for the students who are looked at. */
export function lookAt(
  { nodes, roots }: Outcome,
  { inputs, assumed }: Where,
  told: Told,
  terms: Terms,
): Look {
  const values: Possible[] = [];
  const ids: TermId[] = [];
  const possible = new Map<TermId, Possible>();
  const inputOf = (input: number): Possible | undefined => {
    const open = told[input];
    return open !== undefined && 'domain' in open ? possibleOf(open, inputs.get(input)) : open;
  };
  for (const [id, node] of nodes.entries()) {
    values[id] = evaluate(node, values, inputOf);
    const term = terms.ofNode(node, id, values, ids);
    const known = assumed.get(term);
    if (known !== undefined) values[id] = known;
    ids[id] = known === undefined ? term : terms.literal(known);
    possible.set(ids[id] as TermId, values[id] as Possible);
  }
  return { roots: roots.map((id: NodeId) => ids[id] as TermId), possible };
}

export function possibleOf({ domain, mayBeMissing }: Open, narrowed?: Narrowed): Possible {
  const whole = domain.possible(
    narrowed === undefined || narrowed === 'missing' ? { low: 0n, high: domain.last } : narrowed,
  );
  if (narrowed === 'missing')
    return isFlag(whole) ? MISSING_FLAG : isCode(whole) ? MISSING_CODE : MISSING_NUMBER;
  return narrowed === undefined && mayBeMissing ? { ...whole, missing: true } : whole;
}
