export * from './columns.js';
export * from './conclusions.js';
export * from './form.js';
export * from './key.js';
export * from './kinds.js';
export * from './mask.js';
export { visible } from './visible.js';
