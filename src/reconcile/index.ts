export * from './messages.js';
export * from './policy.js';
export * from './reasons.js';
export { reconcile } from './reconcile.js';
export * from './roster-rows.js';
export * from './types.js';
