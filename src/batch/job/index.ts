export { datePattern, ISO_DATE, monthPattern } from './date-pattern.js';
export { comparedCategories, DECISION_KINDS, type DecisionKind, linkJob, NO_CATEGORY } from './link-job.js';
export { JOB_MESSAGES } from './messages.js';
export { type Job, type JobPath, type PlacedSource, readJob, sourcesOf } from './read-job.js';
export * from './schema.js';
