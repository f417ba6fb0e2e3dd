import { completionsOf, type OpenShape, type Unknown, unknownsOf } from '../reference/index.js';
import type { LinkedShape, RuleSet } from '../rules/index.js';
import type { KnownStudent } from './resolution.js';

/** What came of one case, and the look-ups it came to of which neither the file nor the case has the value. */
interface Found<T> {
  readonly is: T;
  readonly reached: ReadonlyMap<string, LinkedShape>;
}

export interface Completed<T> {
  readonly unknowns: readonly Unknown[];
  /** Of each completion the positions of the values chosen, and what came of it. */
  readonly cases: readonly { readonly chosen: readonly number[]; readonly is: T }[];
}

/**
 * What comes of every completion of what is open, `null` where there are more than `most`. A look-up that comes to a
 * value which the file does not have is one more unknown, found by looking; the values it can have may lead to others,
 * until no new one is found.
 */
export function everyCompletion<T>(
  rules: RuleSet,
  known: KnownStudent,
  open: readonly OpenShape[],
  most: number,
  look: (known: KnownStudent) => Found<T>,
): Completed<T> | null {
  const cells = new Map<string, OpenShape>();
  for (;;) {
    const sites = [...cells.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const unknowns = unknownsOf(rules, known, [...open, ...sites], most);
    if (unknowns === null) return null;
    const found = [...completionsOf(rules, known, unknowns)].map(({ assignment, chosen }) => ({
      chosen,
      ...look(assignment),
    }));
    const reached = found.flatMap((one) => [...one.reached]);
    if (reached.length === 0) return { unknowns, cases: found };
    for (const [id, shape] of reached) cells.set(id, { kind: 'cell', id, shape });
  }
}
