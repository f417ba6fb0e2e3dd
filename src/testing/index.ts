/** The kit for people who write rules, or embed bulou: `bulou/testing`. Needs fast-check. */
export { type Broken, type Kit, type KitProperty, noOneMissed, type Trying } from './kit.js';
export { ruleFiles } from './rule-files/index.js';
