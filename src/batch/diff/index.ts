export { diffRuns, type RunDiff } from './diff-runs.js';
export { type EntryChange, entryChanges, type LedgerRow } from './entries.js';
export {
  type CategoryChange,
  type Change,
  type FactChange,
  type StudentChange,
  studentChanges,
} from './students.js';
