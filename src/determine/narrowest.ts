import type { OpenInput, Resolution } from './resolution.js';

/** So many questions are not too much to ask at once. */
export const FEW_QUESTIONS = 3;

/** Positions in a list of questions, and how many kinds of outcome are at most left when they are all answered. */
export interface Narrowing {
  readonly ask: readonly number[];
  readonly leaves: number;
}

/**
 * Of more questions than can be asked at once, the few that together narrow the outcome most: of the sets of at most
 * {@link FEW_QUESTIONS} that leave the fewest kinds of outcome the smallest, and of those the first in order. `null`
 * where no such set leaves fewer than `kinds`. `below`: what a set leaves, `null` where that is not fewer than so many.
 */
export function narrowest(
  count: number,
  kinds: number,
  below: (most: number, ask: readonly number[]) => number | null,
): Narrowing | null {
  let best: Narrowing | null = null;
  for (let size = 1; size <= FEW_QUESTIONS; size += 1) {
    for (const ask of choices(count, size)) {
      const leaves = below(best?.leaves ?? kinds, ask);
      if (leaves !== null) best = { ask, leaves };
    }
  }
  return best;
}

/** All sets of so many of the first whole numbers, in order. */
function* choices(count: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= count - size; first += 1)
    for (const rest of choices(count, size - 1, first + 1)) yield [first, ...rest];
}

/** Where the outcome is settled. */
export const NOTHING_ASKED: Pick<Resolution, 'questions' | 'narrowest'> = { questions: [], narrowest: null };

/** A narrowing in the words of the questions themselves. */
export const chosen = (
  questions: readonly OpenInput[],
  { ask, leaves }: Narrowing,
): NonNullable<Resolution['narrowest']> => ({
  ask: ask.map((at) => {
    const { kind, id } = questions[at] as OpenInput;
    return { kind, id };
  }),
  leaves,
});
