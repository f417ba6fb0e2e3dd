import type { Words } from '../rules/index.js';
import type { Mutant } from './mutant.js';

/**
 * What became of a mutant. `killed`: a case written from the source fails; `proved`: `check` refutes of it what it does
 * not refute of the file; `refused`: the file is none any more; `same`: it means the same as the file, to the digest, or is proved
 * to come to the same for every student; `explained`: no case notices it, and a case file says why none can;
 * `survived`: nothing tells it from the file, so that the same mistake in the file would not be noticed either.
 */
export const FATES = ['killed', 'proved', 'refused', 'same', 'explained', 'survived'] as const;
export type Fate = (typeof FATES)[number];

export interface Judged extends Mutant {
  readonly fate: Fate;
  /** Why no case can notice it, where it is explained. */
  readonly because?: Words;
}

/** Mutants of one edition. */
export interface MutationReport {
  readonly scheme: string;
  readonly edition: string;
  /** Cases that count, and those marked `generated`, which do not. */
  readonly cases: { readonly counted: number; readonly generated: number };
  /** In the order of the file. */
  readonly mutants: readonly Judged[];
}

/** Mutants by what became of them. */
export function tallyOf(mutants: readonly Judged[]): Readonly<Record<Fate, number>> {
  const tally: Record<Fate, number> = {
    killed: 0,
    proved: 0,
    refused: 0,
    same: 0,
    explained: 0,
    survived: 0,
  };
  for (const { fate } of mutants) tally[fate] += 1;
  return tally;
}

/**
 * Of the mutants that are rule files and mean something else: how many were noticed, in tenths of a percent, rounded down.
 * What is only explained was not.
 */
export function scoreOf(mutants: readonly Judged[]): number {
  const { killed, proved, explained, survived } = tallyOf(mutants);
  const judged = killed + proved + explained + survived;
  const noticed = (killed + proved) * 1_000;
  return judged === 0 ? 1_000 : (noticed - (noticed % judged)) / judged;
}
