export { inspectFile } from './inspect-file.js';
export * from './inspection.js';
export { jobFragment, OPEN } from './job-fragment.js';
export { renderInspection } from './render.js';
