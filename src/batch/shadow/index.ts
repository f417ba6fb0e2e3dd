export { SHADOW_MESSAGES } from './messages.js';
export { type Runner, runSentinels, type SentinelEnd } from './run-sentinels.js';
