import { makeCity } from '../../fixtures/corruption/city.js';
import type { Operator } from '../../fixtures/corruption/operator.js';
import { type Cells, diceFor, type Person } from '../../fixtures/corruption/person.js';

/** A small city, big enough that every operator can happen to somebody. */
export const CITY = makeCity(7, 900);

export interface Sample {
  readonly person: Person;
  readonly cells: Cells;
}

/** What an operator does to everybody of the city to whom it can happen. */
export function samplesOf(operator: Pick<Operator, 'id' | 'apply'>): readonly Sample[] {
  return CITY.students.flatMap((person, i): Sample[] => {
    const cells = operator.apply(person, diceFor(7, operator.id, i));
    return cells === null ? [] : [{ person, cells }];
  });
}

/** What an operator says that it does, asked of every sample. */
export type Says = (sample: Sample) => boolean;

/** The samples of which a saying is not true, as text: clean cells and damaged ones. */
export const untrue = (samples: readonly Sample[], says: Says): readonly string[] =>
  samples
    .filter((sample) => !says(sample))
    .map(({ person, cells }) => `${person.name} ${person.id} > ${cells.name} ${cells.id}`);

/** How many signs differ, of texts of one length; -1 of others. */
export function differing(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  return x.length === y.length ? x.filter((sign, i) => sign !== y[i]).length : -1;
}

/** Whether the shorter text is the longer one without one sign. */
export const oneLess = (short: string, long: string): boolean =>
  [...long].some((_, i) => [...long].filter((_sign, j) => j !== i).join('') === short);
