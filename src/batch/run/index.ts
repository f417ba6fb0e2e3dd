export { EXIT, type Exit, refusalExit } from './exit.js';
export type { Item, ItemKind } from './item.js';
export { RUN_MESSAGES } from './messages.js';
export { type OpenedRun, openRun } from './open-run.js';
export { PHASES, type Phase, type Run, type RunEnd, type RunIo, runJob } from './run-job.js';
