export * from './inspect/index.js';
export {
  type Job,
  type JobDocument,
  jobSchema,
  linkJob,
  readJob,
} from './job/index.js';
export { BATCH_MESSAGES } from './messages.js';
export { READ_LIMITS, type ReadOptions, readTable, type TableInput } from './read/index.js';
export * from './run/index.js';
export type { Cell, Sheet, TableFile, TableRow } from './table.js';
export { VERSION } from './version.js';
