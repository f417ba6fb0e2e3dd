export { type Given, type InputName, inputsBehind, outcomeReadings, programmeReadings } from './behind.js';
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
  CHANGE_BLOCKS,
  type Change,
  type ChangeBlock,
  type Composed,
  compareEditions,
  compose,
  type Edition,
  editionAt,
  type InTime,
  type Library,
  type Predecessor,
  timeIssues,
} from './editions/index.js';
export { type Csv, readCsv } from './expand/csv.js';
export { canonicalNumber } from './expand/index.js';
export {
  COMPARISONS,
  type Comparison,
  type Expression,
  type Formula,
  parseFormula,
  printFormula,
  type Reading,
  readings,
  type SpanUnit,
  type Type,
} from './formula/index.js';
export { NOT_RECOGNISED } from './link/index.js';
export { nearest } from './names.js';
export { partsOf } from './parts.js';
export { placed, refusedBy } from './placed.js';
export { loadExpanded, type ReadOptions, readComposed, readRules } from './read.js';
export {
  type EditionReading,
  editionsAmong,
  type LibraryReading,
  type RuleFile,
  readLibrary,
} from './read-library.js';
export { partReadings, valueReadings } from './readings.js';
export * from './rule-set.js';
export { ruleFileJsonSchema } from './schema/index.js';
export { readText, type TextTree, unquoted } from './text/index.js';
export type { SourceNote, Words } from './words.js';
