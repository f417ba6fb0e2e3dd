export { diffRuns, type EntryChange, type RunDiff, type StudentChange } from './diff/index.js';
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
export {
  type Card,
  EXIT,
  type Exit,
  type Item,
  type ItemKind,
  type OpenedRun,
  openRun,
  PHASES,
  type Phase,
  RUN_MESSAGES,
  type Run,
  type RunEnd,
  type RunIo,
  refusalExit,
  runJob,
} from './run/index.js';
export { type Runner, runSentinels, type SentinelEnd } from './shadow/index.js';
export * from './slice/index.js';
export type { Cell, Sheet, TableFile, TableRow } from './table.js';
export { VERSION } from './version.js';
