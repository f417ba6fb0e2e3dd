export { MUTATIONS, type Mutant, type Mutation } from './mutant.js';
export { mutantsOf } from './mutants.js';
export { type MutateOptions, mutate } from './mutate.js';
export {
  FATES,
  type Fate,
  type Judged,
  type MutationReport,
  scoreOf,
  tallyOf,
} from './report.js';
