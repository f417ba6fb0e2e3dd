export { check } from './check.js';
export { contextAt } from './ground.js';
export { issueOf } from './issues.js';
export { CHECK_MESSAGES, CHECK_WORDS } from './messages.js';
export { placeOfFinding } from './paths.js';
export {
  type Because,
  type Change,
  type CheckedProperty,
  type CheckOptions,
  type CheckReport,
  type Cliff,
  type Coverage,
  errorsIn,
  PROPERTIES,
  type Property,
  type Reads,
  type Status,
  type Witness,
} from './report.js';
