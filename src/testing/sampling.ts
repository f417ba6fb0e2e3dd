import * as fc from 'fast-check';

/** The same few values every time. */
export const samplesOf = <T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 1 });
