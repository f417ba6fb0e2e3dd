export {
  type Builder,
  type CheckedPart,
  type CheckedValue,
  type Handle,
  lowerValue,
  type Meanings,
  type Meant,
  meaningOf,
} from './constructs/index.js';
export * from './document.js';
export {
  COMPARISONS,
  type Comparison,
  type Expression,
  type Formula,
  parseFormula,
  printFormula,
  type Reading,
  readings,
  type Type,
} from './formula/index.js';
export { NOT_RECOGNISED } from './link/index.js';
export { nearest } from './names.js';
export { loadExpanded, placed, readRules, refusedBy } from './read.js';
export { partReadings, valueReadings } from './readings.js';
export * from './rule-set.js';
export { ruleFileJsonSchema } from './schema/index.js';
export { readText, type TextTree, unquoted } from './text/index.js';
export type { SourceNote, Words } from './words.js';
