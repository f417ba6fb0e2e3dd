/**
 * fast-check with fewer runs: a mutant that most of them notice is noticed by a few. What is left is tried with all runs
 * in a process of its own (unless `--quick`).
 */
import * as fc from 'fast-check-itself';

const MOST_RUNS = process.env.ALL_RUNS === 'yes' ? Number.POSITIVE_INFINITY : 60;

export * from 'fast-check-itself';
export const assert = (property, { numRuns = 100, ...others } = {}) =>
  fc.assert(property, { ...others, numRuns: numRuns > MOST_RUNS ? MOST_RUNS : numRuns });
export default { ...fc, assert };
