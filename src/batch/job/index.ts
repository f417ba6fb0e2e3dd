export { datePattern, ISO_DATE } from './date-pattern.js';
export { DECISION_KINDS, type DecisionKind, linkJob } from './link-job.js';
export { JOB_MESSAGES } from './messages.js';
export { type Job, type JobPath, type PlacedSource, readJob, sourcesOf } from './read-job.js';
export * from './schema.js';
